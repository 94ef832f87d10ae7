"""What the tests of the desk share."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from beside import load

QUICK = Path(__file__).parent / "quick.py"


@pytest.fixture(scope="session")
def quick() -> ModuleType:
    """The quick stations."""
    return load("quick", QUICK)


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Makes a folder of files from names and texts."""

    def make(**files: str | bytes) -> Path:
        root = tmp_path / "given"
        for name, content in files.items():
            path = root / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return root

    return make
