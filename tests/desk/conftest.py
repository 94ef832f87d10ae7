"""What the tests of the desk share."""

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

QUICK = Path(__file__).parent / "quick.py"


@pytest.fixture(scope="session")
def quick() -> ModuleType:
    """The quick stations."""
    spec = importlib.util.spec_from_file_location("quick", QUICK)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["quick"] = module
    spec.loader.exec_module(module)
    return module


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
