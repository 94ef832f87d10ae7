"""What the tests of the document readers share."""

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from beside import load
from longarm.documents.reader import Reader


@pytest.fixture(scope="session")
def hostile() -> ModuleType:
    """The generator of hostile documents."""
    return load("hostile", Path(__file__).parent.parent / "hostile.py")


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    """One reader for all tests."""
    with Reader() as reader:
        yield reader
