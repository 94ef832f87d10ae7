import pytest

from longarm.errors import CaseDamaged
from longarm.storage import settings
from longarm.storage.paths import CasePaths


def written(tmp_path, text: str) -> CasePaths:
    paths = CasePaths(tmp_path)
    settings.make(paths, "Harbour")
    paths.settings.write_text(paths.settings.read_text() + text, encoding="utf-8")
    return paths


def test_the_case_says_who_owns_whom(tmp_path) -> None:
    text = '\n[[ownership]]\nowner = "Quay Holding"\nowned = "The Lantern"\n'
    assert settings.load(written(tmp_path, text)).ownership == (("Quay Holding", "The Lantern"),)


def test_without_a_table_nobody_is_owned(tmp_path) -> None:
    assert settings.load(written(tmp_path, "")).ownership == ()


@pytest.mark.parametrize("text", ['\n[[ownership]]\nowner = "Quay Holding"\n', '\nownership = ["Quay"]\n'])
def test_half_a_row_is_named(tmp_path, text: str) -> None:
    with pytest.raises(CaseDamaged, match="owner"):
        settings.load(written(tmp_path, text))
