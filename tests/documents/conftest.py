"""What the tests of the document readers share."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from longarm.documents.reader import Reader


@pytest.fixture(scope="session")
def hostile() -> ModuleType:
    """The generator of hostile documents."""
    spec = importlib.util.spec_from_file_location("hostile", Path(__file__).parent.parent / "hostile.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    """One reader for all tests."""
    with Reader() as reader:
        yield reader
