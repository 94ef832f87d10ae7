"""Walking the files and folders that are given."""

import os
import socket
from pathlib import Path

import pytest

from longarm.desk.building.intake import Found, manifests, walk
from longarm.errors import UsageError
from longarm.model.documents import ReadFailure, Stated


def fill(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Words of {name}.")
    return folder


def names(*paths: Path) -> list[str]:
    return [found.relative for found in walk(paths) if isinstance(found, Found)]


def failures(*paths: Path) -> dict[str, str]:
    return {found.path: found.reason for found in walk(paths) if isinstance(found, ReadFailure)}


def test_files_come_sorted_with_paths_relative_to_the_folder(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a.txt", "below/c.html", "below/deeper/a.pdf")
    assert names(tmp_path) == ["a.txt", "b.txt", "below/c.html", "below/deeper/a.pdf"]
    assert next(found.size for found in walk([tmp_path]) if isinstance(found, Found)) == len("Words of a.txt.")


def test_a_file_given_itself_goes_by_its_name(tmp_path: Path) -> None:
    fill(tmp_path, "below/a.txt", "below/b.txt")
    assert names(tmp_path / "below" / "b.txt") == ["b.txt"]


def test_hidden_files_and_manifests_are_no_documents(tmp_path: Path) -> None:
    fill(tmp_path, ".hidden", ".git/config", "documents.csv", "documents.toml", "a.txt")
    assert names(tmp_path) == ["a.txt"]


def test_what_desktops_and_office_programs_leave_is_no_document(tmp_path: Path) -> None:
    fill(tmp_path, "Thumbs.db", "desktop.ini", "__MACOSX/a.txt", "~$note.docx", "a.txt")
    assert names(tmp_path) == ["a.txt"]


def test_each_file_comes_once_whatever_leads_to_it(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    (tmp_path / "hard.txt").hardlink_to(tmp_path / "a.txt")
    (tmp_path / "link.txt").symlink_to("a.txt")
    assert names(tmp_path, tmp_path, tmp_path / "a.txt") == ["a.txt"]


def test_folders_that_hold_themselves_end(tmp_path: Path) -> None:
    fill(tmp_path, "below/a.txt")
    (tmp_path / "below" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "itself").symlink_to(tmp_path / "itself")
    assert names(tmp_path) == ["below/a.txt"]
    assert list(failures(tmp_path)) == ["below/loop", "itself"]
    assert "a link back to a folder that holds it" in failures(tmp_path)["below/loop"]


def test_a_link_that_leads_outside_is_not_followed_and_reported(tmp_path: Path) -> None:
    fill(tmp_path, "outside/secret.txt", "given/a.txt")
    (tmp_path / "given" / "folder").symlink_to(tmp_path / "outside", target_is_directory=True)
    (tmp_path / "given" / "file.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (tmp_path / "given" / "broken.txt").symlink_to(tmp_path / "given" / "nothing")
    assert names(tmp_path / "given") == ["a.txt"]
    assert list(failures(tmp_path / "given")) == ["broken.txt", "file.txt", "folder"]
    assert "outside of the folder" in failures(tmp_path / "given")["file.txt"]


def test_what_is_no_file_is_reported_and_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket may only be short
    fill(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.txt")
    found = failures(tmp_path)
    assert "is a named pipe: give a file" in found["pipe.txt"]
    assert "is a socket: give a file" in found["s.txt"]
    assert names(tmp_path) == ["a.txt"]
    assert "device" in failures(Path("/dev/null"))["null"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_what_may_not_be_read_is_reported(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b.txt", "closed/c.txt")
    (tmp_path / "b.txt").chmod(0)
    (tmp_path / "closed").chmod(0)
    try:
        assert names(tmp_path) == ["a.txt"]
        assert list(failures(tmp_path)) == ["b.txt", "closed"]
    finally:
        (tmp_path / "closed").chmod(0o700)


def test_a_file_or_folder_that_the_system_refuses_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, "a.txt", "b.txt", "closed/c.txt")
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "b.txt")
    assert names(tmp_path) == ["a.txt"]
    assert failures(tmp_path) == {
        "b.txt": "b.txt may not be read: give it read permission, and build again.",
        "closed": "closed cannot be listed (Permission denied): give it read permission, and build again.",
    }


def test_a_name_that_is_no_text_is_taken_all_the_same(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("Words.")
    assert names(tmp_path) == ["caf\ufffd.txt"]


def test_cases_and_dossiers_are_not_gone_into(tmp_path: Path) -> None:
    fill(
        tmp_path,
        "a.txt",
        "case/case.toml",
        "case/case.key",
        "case/documents/0a",
        "out/.longarm-files",
        "out/index.html",
    )
    (tmp_path / "out" / "documents.csv").write_text("notice,id\n")
    assert names(tmp_path) == ["a.txt"]
    assert set(failures(tmp_path)) == {"case", "out"}
    assert manifests([tmp_path]) == {}
    assert names(tmp_path / "out") == [] and set(failures(tmp_path / "out")) == {"out"}


def test_a_path_that_is_not_there_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no file or folder"):
        list(walk([tmp_path / "nothing"]))


def test_manifests_speak_for_their_folder_and_below(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "below/b.txt")
    (tmp_path / "documents.csv").write_text("path,title,published\na.txt,First,2022\nbelow/b.txt,Far,2021\n")
    (tmp_path / "below" / "documents.toml").write_text('["b.txt"]\ntitle = "Near"\n')
    found = manifests([tmp_path])
    assert found["a.txt"].title == Stated("First", "manifest")
    assert found["below/b.txt"].title == Stated("Near", "manifest")
    assert found["below/b.txt"].published == Stated("2021", "manifest")
    assert manifests([tmp_path / "a.txt"])["a.txt"].title == Stated("First", "manifest")


def test_a_manifest_that_is_wrong_names_the_file_and_the_row(tmp_path: Path) -> None:
    (tmp_path / "documents.csv").write_text("path,published\na.txt,yesterday\n")
    with pytest.raises(UsageError, match=r"documents\.csv, row 2, column published"):
        manifests([tmp_path])
