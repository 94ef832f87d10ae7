"""What the tests of the command line share."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from beside import load
from longarm.desk.building.build import build

QUICK = Path(__file__).parents[1] / "desk" / "quick.py"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def quick() -> ModuleType:
    """The quick stations of the tests of the desk."""
    return load("quick_for_cli", QUICK)


@pytest.fixture(scope="session")
def case(quick: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small case: two documents that are read, one that is not; its texts try to steer the terminal."""
    root = tmp_path_factory.mktemp("cases")
    given = root / "given"
    given.mkdir()
    (given / "a.txt").write_text("Harbour offices\n\nThe group counted 54 offices \x1b[J here.")
    (given / "b.txt").write_text("Second look\n\nThe paper counted 51 offices.")
    (given / "copy.txt").write_text("Second look\n\nThe paper counted 51 offices.")
    (given / "bad.txt").write_bytes(b"\xff\xfe")
    (given / "documents.csv").write_text("a.txt,The Harbour Post\nb.txt,Lantern Wire")
    build(root / "case", [given], quick.stations(), title="Harbour")
    return root / "case"


@pytest.fixture(scope="session")
def run() -> Run:
    """Runs `longarm` in a process of its own, as a person does."""

    def call(*words: object, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "longarm", *map(str, words)],
            input=stdin,
            capture_output=True,
            text=True,
            timeout=120,
            env={**os.environ, "COLUMNS": "80", **environment},
        )

    return call
