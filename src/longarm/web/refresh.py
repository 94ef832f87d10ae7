"""Weighs again after decisions: a short pause, then a process beside the desk, while decisions go on."""

import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from longarm.desk.reweigh import DONE, LATER

PAUSE = 1.5  # seconds without a decision before it begins: a person who reviews decides every few seconds
WEIGH = (sys.executable, "-m", "longarm.desk.reweigh")
AGAIN = 5.0  # seconds to wait where another build has the case


class Reweigher:
    """Keeps the weighed tables of a case behind its decisions; one process at a time.

    Args:
        command: a program that weighs the case whose folder is its argument; exits like `desk.reweigh`.
    """

    def __init__(self, root: Path, command: Sequence[str] = WEIGH) -> None:
        self._command = (*command, str(root))
        self._wanted, self._ended = threading.Event(), threading.Event()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None
        self._held = False
        self.is_busy = False
        self.failed = False

    def want(self) -> None:
        """Something was decided: weigh soon."""
        with self._lock:
            self.is_busy = True
            self._wanted.set()
            if not self._thread:
                self._thread = threading.Thread(target=self._run, name="reweigh", daemon=True)
                self._thread.start()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Nothing is weighed meanwhile: for what needs the case to itself. Weighs again afterwards."""
        with self._lock:
            self._held = True
            process = self._process
            if process:
                process.terminate()
        try:
            if process:
                process.wait()
            yield
        finally:
            self._held = False
            self.want()

    def close(self) -> None:
        """Ends a weighing that is under way; the next start makes it good."""
        with self._lock:
            self._ended.set()
            self._wanted.set()
            if self._process:
                self._process.terminate()

    def _run(self) -> None:
        while True:
            self._wanted.wait()
            self._ended.wait(PAUSE)
            with self._lock:
                if self._ended.is_set():
                    return
                if self._held:
                    continue
                self._wanted.clear()
                process = self._process = _start(self._command)
            code = process.wait()
            with self._lock:
                self._process = None
                self.failed = code not in (DONE, LATER) and not self._held
                if code == LATER:
                    self._wanted.set()
                self.is_busy = self._wanted.is_set()
            if code == LATER:
                self._ended.wait(AGAIN)


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)
