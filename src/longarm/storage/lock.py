"""One writer a case: a lock that vanishes with the process that holds it."""

import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from longarm.errors import CaseLocked
from longarm.storage.paths import CasePaths

_GUARD = threading.Lock()
_taken: set[str] = set()


@contextmanager
def locked(paths: CasePaths) -> Iterator[None]:
    """Holds the right to write to the case.

    A record lock: processes forked meanwhile, such as readers of documents, do not hold it on.

    Raises:
        CaseLocked: another process is writing.
    """
    with _mine(paths):
        yield from _held(paths)


@contextmanager
def _mine(paths: CasePaths) -> Iterator[None]:
    """Holds the case among the threads of this process, which share a record lock."""
    place = str(paths.root.resolve())
    with _GUARD:
        if place in _taken:
            raise _busy(paths)
        _taken.add(place)
    try:
        yield
    finally:
        with _GUARD:
            _taken.discard(place)


def _busy(paths: CasePaths) -> CaseLocked:
    return CaseLocked(f"another longarm is writing to {paths.root}: wait until it is done, then run again")


def _held(paths: CasePaths) -> Iterator[None]:
    descriptor = os.open(paths.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise _busy(paths) from error
        yield
    finally:
        os.close(descriptor)
