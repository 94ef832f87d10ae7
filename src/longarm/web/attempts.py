"""How often a password may be tried: a handful a name and a few more for all names, then a wait."""

from collections import deque
from collections.abc import Callable

WINDOW = 300.0  # seconds in which failures are counted
FOR_ONE, FOR_ALL = 5, 20  # failures in the window before a name, or every name, has to wait


class Attempts:
    """Failed tries to sign in, forgotten after the window."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._failed: deque[tuple[float, str]] = deque()

    def wait(self, name: str) -> int:
        """Whole seconds until this name may be tried again; 0: now."""
        now = self._clock()
        while self._failed and now - self._failed[0][0] >= WINDOW:
            self._failed.popleft()
        own = [at for at, tried in self._failed if tried == name]
        every = [at for at, _ in self._failed]
        waits = [_left(own, FOR_ONE, now), _left(every, FOR_ALL, now)]
        return max(waits)

    def fail(self, name: str) -> None:
        """Counts a failure."""
        self._failed.append((self._clock(), name))

    def succeed(self, name: str) -> None:
        """Forgets the failures of a name that got in."""
        self._failed = deque(item for item in self._failed if item[1] != name)


def _left(times: list[float], most: int, now: float) -> int:
    return int(WINDOW - (now - times[-most])) + 1 if len(times) >= most else 0
