"""The commands for keys, sealing and verifying, run as a person runs them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
NAME = "Petra Vondrak"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """A folder with a case in which somebody is to be sealed, and the keys of two keyholders."""
    folder = tmp_path_factory.mktemp("sealing")
    given = folder / "given"
    given.mkdir()
    (given / "a.txt").write_text(f"Bay report\n\nThe Lantern Group found 54 police stations in Canada, {NAME} said.")
    assert run("build", folder / "case", given).returncode == 0
    keys = ("--new", "Ada", folder / "ada.key", "--new", "Bo", folder / "bo.key")
    assert "2 keyholders: Ada, Bo" in run("keys", folder / "case", *keys).stdout
    return folder


@pytest.fixture
def made(built: Path, tmp_path: Path) -> Path:
    """The case, with the keys beside it."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path / "case"


def program(*words: object, stdin: str = "", stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "longarm", *map(str, words)]
    return subprocess.run(command, input=stdin, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False)


def on_terminal(*words: object) -> str:
    """What a command shows on a terminal."""
    outer, inner = os.openpty()
    program(*words, stdout=inner)
    os.close(inner)
    shown = b""
    try:
        while part := os.read(outer, 4096):
            shown += part
    except OSError:
        pass
    os.close(outer)
    return shown.decode()


def test_a_name_that_stands_nowhere_is_not_said_to_be_sealed(made: Path) -> None:
    sealed = program("seal", made, "--by", "Ada", "--why", "A witness.", stdin="Petra Vondrack\n\n")
    assert (sealed.returncode, sealed.stdout) == (1, "")
    assert "The name stands nowhere in this case" in sealed.stderr and "Vondrack" not in sealed.stderr


def test_a_person_is_sealed_shown_to_a_keyholder_on_a_terminal_and_found_nowhere(
    made: Path, tmp_path: Path, run: Run
) -> None:
    sealed = program("seal", made, "--by", "Ada", "--why", "A witness.", stdin=f"{NAME}\n\n")
    assert sealed.returncode == 0 and "[sealed person 1]" in sealed.stdout and "Vondrak" not in sealed.stdout
    assert not any(b"vondrak" in path.read_bytes().lower() for path in made.rglob("*") if path.is_file())
    reason = ("[sealed person 1]", "--identity", tmp_path / "ada.key", "--by", "Bo", "--why", "The court asks.")
    piped = run("unseal", made, *reason)
    assert piped.returncode == 2 and "terminal" in piped.stderr and NAME not in piped.stdout
    assert NAME in on_terminal("unseal", made, *reason)
    assert "[sealed person 1]" in run("unseal", made).stdout
    checked = run("verify", made, "--identity", tmp_path / "ada.key")
    assert checked.returncode == 0 and "Nothing is wrong" in checked.stdout
    assert run("publish", made, tmp_path / "out", "--draft").returncode == 0
    (tmp_path / "out" / "notes.txt").write_text(f"{NAME} said so.")
    found = run("verify", tmp_path / "out", "--case", made, "--identity", tmp_path / "ada.key", "--json")
    assert found.returncode == 1 and '"kind": "leak"' in found.stdout and "Vondrak" not in found.stdout + found.stderr


def test_a_later_document_is_looked_through_with_a_key_before_anything_is_published(
    made: Path, tmp_path: Path, run: Run
) -> None:
    program("seal", made, "--by", "Ada", "--why", "A witness.", stdin=f"{NAME}\n\n")
    (tmp_path / "later.txt").write_text(f"Later report\n\n{NAME} saw 9 offices in Italy.")
    (tmp_path / "scan.png").write_bytes(b"\x89PNG a scan")
    built = run("build", made, tmp_path / "later.txt", tmp_path / "scan.png")
    assert "2 documents came" in built.stderr and "--identity FILE" in built.stderr
    refused = run("publish", made, tmp_path / "out", "--draft")
    assert refused.returncode == 1 and "longarm build" in refused.stderr and not (tmp_path / "out").exists()
    looked = run("build", made, "--identity", tmp_path / "ada.key")
    assert "[sealed person 1] was named in what came later: 1 document encrypted." in looked.stderr
    assert not any(b"vondrak" in path.read_bytes().lower() for path in made.rglob("*") if path.is_file())
    assert run("publish", made, tmp_path / "out", "--draft").returncode == 0
    again = program("seal", made, "--by", "Ada", "--why", "Another.", "--document", "scan.png", stdin="Oskar Lindq\n")
    assert "scan.png" not in again.stderr and "1 document encrypted" in again.stdout


def test_sealing_without_keys_a_name_or_a_reason_says_what_to_do(tmp_path: Path, run: Run, case: Path) -> None:
    refused = program("seal", case, "--by", "Ada", "--why", "A witness.", stdin=f"{NAME}\n")
    assert refused.returncode == 1 and "longarm keys" in refused.stderr
    assert "bad.txt" in refused.stderr and "--document" in refused.stderr
    assert "in full" in program("seal", case, "--by", "Ada", "--why", "x").stderr
    assert "--by and --why" in program("seal", case, stdin=f"{NAME}\n").stderr
    assert run("verify", tmp_path / "nothing").returncode == 2
