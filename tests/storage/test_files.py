"""Originals, the key, settings and folders that leave."""

from pathlib import Path

import pytest

from longarm.errors import CaseDamaged, UsageError
from longarm.storage import custody, files, key, originals, settings
from longarm.storage.output import write_folder
from longarm.storage.paths import CasePaths


@pytest.fixture
def paths(tmp_path: Path) -> CasePaths:
    return CasePaths(tmp_path)


def test_originals_are_kept_by_their_hash_and_come_back_as_they_were(paths: CasePaths) -> None:
    digest = originals.keep(paths, b"bytes")
    assert originals.keep(paths, b"bytes") == digest
    assert originals.load(paths, digest) == b"bytes"
    assert [path.name for path in paths.documents.rglob("*") if path.is_file()] == [digest]


def test_a_file_is_kept_without_being_held_in_memory(paths: CasePaths, tmp_path: Path) -> None:
    given = tmp_path / "large"
    given.write_bytes(b"x" * (3 * originals.CHUNK + 7))
    digest = originals.keep_file(paths, given)
    assert originals.load(paths, digest) == given.read_bytes()


def test_an_original_that_was_changed_or_cut_is_told(paths: CasePaths) -> None:
    digest = originals.keep(paths, b"bytes")
    paths.original(digest).write_bytes(b"other")
    with pytest.raises(CaseDamaged, match="changed after it was received"):
        originals.load(paths, digest)
    paths.original(digest).write_bytes(b"by")
    originals.keep(paths, b"bytes")
    assert originals.load(paths, digest) == b"bytes"


def test_what_a_killed_process_left_is_swept_away(paths: CasePaths) -> None:
    digest = originals.keep(paths, b"bytes")
    (paths.original(digest).parent / ".tmp-1-abc").write_bytes(b"half")
    (paths.documents / ".tmp-2").write_bytes(b"half")
    assert files.sweep(paths.documents) == 2
    assert originals.load(paths, digest) == b"bytes"


def test_a_lost_key_is_not_made_again_where_there_is_a_ledger(paths: CasePaths) -> None:
    key.make(paths)
    paths.ledger.touch()
    paths.key.unlink()
    with pytest.raises(CaseDamaged, match="new key would change every id"):
        key.make(paths)
    with pytest.raises(CaseDamaged):
        key.load(paths)


def test_the_settings_of_a_new_case_can_be_read_whatever_its_title(paths: CasePaths) -> None:
    title = 'The "Harbour" \\ offices\nand more \u00e9'
    settings.make(paths, title)
    assert settings.load(paths).title == title


def test_people_may_be_named_only_with_a_reason(paths: CasePaths) -> None:
    paths.settings.write_text('title = "T"\n[[public]]\nname = "A Minister"\nreason = "holds an office"\n')
    assert settings.load(paths).public_people == (("A Minister", "holds an office"),)
    paths.settings.write_text('title = "T"\n[[public]]\nname = "A Minister"\n')
    with pytest.raises(CaseDamaged, match="recorded reason"):
        settings.load(paths)


@pytest.mark.parametrize("text", ["title = 1", "titel = 'x'", "texts = 'all'", "languages = 'en'", "title = "])
def test_settings_that_longarm_does_not_understand_are_refused(paths: CasePaths, text: str) -> None:
    paths.settings.write_text(text)
    with pytest.raises(CaseDamaged, match=r"case\.toml"):
        settings.load(paths)


def test_a_torn_last_line_of_the_custody_log_is_taken_off(paths: CasePaths) -> None:
    custody.append(paths, ["one\n", "two\n"])
    with paths.custody.open("a") as file:
        file.write("hal")
    assert custody.load(paths) == "one\ntwo\n"
    custody.append(paths, ["three\n"])
    assert paths.custody.read_text() == "one\ntwo\nthree\n"


def test_a_folder_is_written_again_only_over_what_was_written_before(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_folder(out, [("index.html", b"1"), ("data/a.csv", b"2")])
    write_folder(out, [("index.html", b"3")])
    assert sorted(path.name for path in out.rglob("*")) == [".longarm-files", "index.html"]
    (out / "notes.txt").write_text("mine")
    with pytest.raises(UsageError, match=r"notes\.txt"):
        write_folder(out, [("index.html", b"4")])
    assert (out / "index.html").read_bytes() == b"3"


def test_a_folder_stays_as_it_was_where_a_file_cannot_be_made(tmp_path: Path) -> None:
    def files_with_a_fault():
        yield "index.html", b"new"
        raise ValueError("a fault")

    out = tmp_path / "out"
    write_folder(out, [("index.html", b"old")])
    with pytest.raises(ValueError, match="a fault"):
        write_folder(out, files_with_a_fault())
    assert (out / "index.html").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", ["../x", "/x", "a/../../x"])
def test_no_file_is_written_outside_of_its_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="leads out"):
        write_folder(tmp_path / "out", [(name, b"")])
