"""Python's search for unused cycles of objects, put off while much is made that holds none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def put_off() -> Iterator[None]:
    """No search within: each goes through all that was made before, so that its time grows faster than the work.

    What is used no more and is no cycle is given back at once as ever. A search is on again after it where it was on.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
