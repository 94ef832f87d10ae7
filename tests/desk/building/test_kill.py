"""A build killed at any moment and run again ends as if it had never been disturbed.

`make kill-test` (`LONGARM_KILLS=50`) kills builds with quick and with the real stations 50 times each; the default is a
few, so that `make test` stays quick.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from longarm.desk.case import log_custody, make
from longarm.ledger.fold import fold
from longarm.model.case import State, Weighed
from longarm.storage import derived, files
from longarm.storage.ledger import Ledger
from longarm.storage.paths import CasePaths

KILLS = int(os.environ.get("LONGARM_KILLS", "6"))
REAL_KILLS = int(os.environ.get("LONGARM_KILLS", "2"))
LONGEST = 1800  # seconds for many kills
QUICK = Path(__file__).parents[1] / "quick.py"


def write_documents(folder: Path) -> None:
    """Thirty documents: read, damaged, in another language, the same twice."""
    folder.mkdir()
    for number in range(24):
        text = f"Document {number}\n\nThe group counted {number + 30} offices.\n\nIt named {number} towns."
        (folder / f"{number:02}.txt").write_text(text)
    (folder / "30.txt").write_text((folder / "07.txt").read_text())
    (folder / "31.txt").write_text("Dans les 12 villes.")
    (folder / "32.txt").write_bytes(b"\xff\xfe\0")
    (folder / "33.bin").write_bytes(b"\0\1\2")
    (folder / "34.txt").write_text("")
    (folder / "documents.csv").write_text("03.txt,The Harbour Post")


def prepared(case: Path, key: bytes) -> Path:
    """A folder with nothing but the key, so that two builds give the same ids."""
    files.make_folder(case)
    CasePaths(case).key.write_bytes(key)
    return case


def outcome(case: Path) -> tuple[State, Weighed, list[str]]:
    """The fold, what was weighed, and the names of the originals; the derived tables must agree with the fold."""
    paths = CasePaths(case)
    with Ledger(paths) as ledger:
        state = fold(ledger.entries())
        assert derived.load_state(ledger) == state
        weighed = derived.load_weighed(ledger)
    return state, weighed, sorted(path.name for path in paths.documents.glob("*/*"))


def killed(command: Sequence[str], after: float) -> bool:
    """Runs the command and kills it after some seconds; whether it was still running."""
    environment = {**os.environ, "QUICK_SLOW": "0.004"}
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as process:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            return True
    return False


def check_kills(tmp_path: Path, program: Sequence[str], given: Path, kills: int, startup: float) -> None:
    """Kills a build at random moments, each time running it again until done."""
    key = b"k" * 32
    calm = prepared(tmp_path / "calm", key)
    started = time.monotonic()
    assert not killed([*program, str(calm), str(given)], 300)
    duration = time.monotonic() - started
    expected = outcome(calm)
    moments = random.Random(time.time_ns())
    for number in range(kills):
        case = prepared(tmp_path / f"case-{number}", key)
        moment = moments.uniform(startup * duration, duration)
        killed([*program, str(case), str(given)], moment)
        if number % 3 == 2:
            killed([*program, str(case), str(given)], moments.uniform(startup * duration, duration))
        assert not killed([*program, str(case), str(given)], 300)
        for found, wanted in zip(outcome(case), expected, strict=True):
            assert found == wanted, f"differs after a kill at {moment:.3f} of {duration:.3f} seconds"
        assert not list(case.rglob(".tmp-*"))
        with Ledger(CasePaths(case)) as ledger:
            log_custody(CasePaths(case), ledger)
        shutil.rmtree(case)


@pytest.mark.timeout(LONGEST)
def test_a_build_killed_at_random_moments_ends_in_the_same_state(tmp_path: Path) -> None:
    write_documents(tmp_path / "given")
    check_kills(tmp_path, [sys.executable, str(QUICK)], tmp_path / "given", KILLS, startup=0.3)


@pytest.mark.slow
@pytest.mark.timeout(LONGEST)
def test_a_real_build_killed_at_random_moments_ends_in_the_same_state(tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    for number in range(6):
        text = f"Harbour report {number}\n\nThe Lantern Group said it found {number + 20} offices in Canada in 2021."
        (given / f"{number}.txt").write_text(text)
    (given / "copy.txt").write_text((given / "2.txt").read_text())
    (given / "empty.pdf").write_bytes(b"")
    program = [sys.executable, "-m", "longarm", "build"]
    check_kills(tmp_path, program, given, REAL_KILLS, startup=0.3)


def test_making_a_case_again_keeps_its_key(tmp_path: Path) -> None:
    paths = CasePaths(tmp_path)
    make(paths, "One")
    key = paths.key.read_bytes()
    make(paths, "Two")
    assert paths.key.read_bytes() == key
    assert (paths.key.stat().st_mode & 0o777, len(key)) == (0o600, 32)
