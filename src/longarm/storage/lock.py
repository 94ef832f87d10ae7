"""One writer a case: a lock that vanishes with the process that holds it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from longarm.errors import CaseLocked
from longarm.storage.paths import CasePaths


@contextmanager
def locked(paths: CasePaths) -> Iterator[None]:
    """Holds the right to write to the case.

    A record lock: processes forked meanwhile, such as readers of documents, do not hold it on.

    Raises:
        CaseLocked: another process is writing.
    """
    descriptor = os.open(paths.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise CaseLocked(
                f"another longarm is writing to {paths.root}: wait until it is done, then run again"
            ) from error
        yield
    finally:
        os.close(descriptor)
