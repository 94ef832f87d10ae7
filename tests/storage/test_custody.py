"""The custody log on disk."""

from pathlib import Path

import pytest

from longarm.storage import custody
from longarm.storage.paths import CasePaths


@pytest.mark.parametrize(
    ("content", "last"),
    [
        ("", ""),
        ("one\n", "one\n"),
        ("one\ntwo\n", "two\n"),
        (f"one\n{'x' * 100_000}\n", f"{'x' * 100_000}\n"),
        (f"{'x' * 50_000}\n", f"{'x' * 50_000}\n"),
    ],
)
def test_the_last_line_is_that_of_the_whole_log(tmp_path: Path, content: str, last: str) -> None:
    paths = CasePaths(tmp_path)
    paths.log.mkdir()
    paths.custody.write_text(content)
    assert custody.last_line(paths) == last
    assert custody.load(paths).endswith(last)


def test_a_half_written_line_is_taken_off(tmp_path: Path) -> None:
    paths = CasePaths(tmp_path)
    assert custody.last_line(paths) == ""
    custody.append(paths, ["one\n", "two\n"])
    with paths.custody.open("a") as file:
        file.write('{"half')
    assert custody.last_line(paths).endswith("two\n")
    assert paths.custody.read_text() == "one\ntwo\n"
