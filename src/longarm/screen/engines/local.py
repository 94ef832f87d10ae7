"""Work done by processes of this machine, answers in the order of the questions.

Each worker reads pages through a reader of its own, in confined children of that; it is a process of its own so that a
page that breaks the language model takes no other with it.
"""

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.util import Finalize
from typing import Any, Self, TypeVar

from longarm.documents.reader import Reader
from longarm.errors import DataError, LongarmError
from longarm.model.documents import Extract
from longarm.screen.journal import Heard
from longarm.screen.looking import Look, Reads, hear, look

AHEAD = 4  # questions for each worker that are asked before the first of them is answered
MOST_WAITING = 1000  # items that wait in the order of the crawls for one before them
RENEWED = 50_000
MOST_BREAKS = 5  # questions that broke a worker, where none was ever answered
WATCH = 2.0  # seconds after which a worker looks whether there is anybody left to work for
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Looking:
    """Asks for a first look at a page: its bytes, and its name."""

    data: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Hearing:
    """Asks what a page tells: its text, and the character around which a very long one is read."""

    extract: Extract
    at: int


@dataclass(frozen=True, slots=True)
class Broken:
    """Stands for the answer to a question over which a worker broke down: by what error, empty where it ended."""

    error: str = ""


Question = Looking | Hearing
Answer = Look | Heard | Broken


class Local:
    """Processes of this machine; use it in a `with`.

    Args:
        reads: what reads texts, known by its name in its module, since other processes call it.
        version: of what reads texts.
        workers: how many; None takes one for each processor.
        renewed: questions after which other workers take over, since the language model keeps every word that it met.
    """

    def __init__(self, reads: Reads, version: str, workers: int | None = None, renewed: int = RENEWED) -> None:
        self.version = version
        self._renewed, self._asked = renewed, 0
        self._workers = workers or len(os.sched_getaffinity(0))
        self._reads = reads
        self._pool: ProcessPoolExecutor | None = None
        self._single: ProcessPoolExecutor | None = None
        self._breaks, self._has_answered = 0, False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        for pool in (self._pool, self._single):
            if pool and kind is None:
                pool.shutdown()
        self._end()

    def answers(self, items: Iterable[tuple[Item, Question | None]]) -> Iterator[tuple[Item, Answer | None]]:
        """Each item with the answer to its question, in order; those without a question pass through in their place.

        Raises:
            LongarmError: what a worker needs is not there.
        """
        waiting: deque[tuple[Item, Question | None, Future[Answer] | None]] = deque()
        asked = 0
        for item, question in items:
            waiting.append((item, question, self._ask(question) if question else None))
            asked += question is not None
            while waiting and (waiting[0][2] is None or asked >= AHEAD * self._workers or len(waiting) > MOST_WAITING):
                asked -= waiting[0][2] is not None
                yield self._first(waiting)
        while waiting:
            yield self._first(waiting)

    def _first(self, waiting: deque[tuple[Item, Question | None, Future[Answer] | None]]) -> tuple[Item, Answer | None]:
        item, question, future = waiting.popleft()
        if question is None or future is None:
            return item, None
        try:
            answer = future.result()
        except BrokenProcessPool:
            return item, self._alone(question)
        self._has_answered = True
        return item, answer

    def _ask(self, question: Question) -> Future[Answer]:
        if self._pool and self._asked >= self._renewed:
            self._pool.shutdown(wait=False)  # it answers what it was asked, and ends
            self._pool = None
        if self._pool is None:
            self._pool, self._asked = self._made(self._workers), 0
        self._asked += 1
        try:
            return self._pool.submit(_answer, question)
        except BrokenProcessPool:
            self._pool = self._made(self._workers)
            return self._pool.submit(_answer, question)

    def _alone(self, question: Question) -> Answer:
        """The answer of a worker that has nothing else to do: a question that breaks it has broken the others."""
        self._single = self._single or self._made(1)
        try:
            answer = self._single.submit(_answer, question).result()
        except BrokenProcessPool:
            self._single = None
            self._breaks += 1
            if self._breaks >= MOST_BREAKS and not self._has_answered:
                raise DataError(
                    "the processes that read pages end as soon as they begin: see whether there is memory enough, give "
                    "fewer --workers, and screen again into a new folder"
                ) from None
            return Broken()
        self._has_answered = True
        return answer

    def _made(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, get_context("spawn"), _begin, (self._reads, os.getpid()))

    def _end(self) -> None:
        for pool in (self._pool, self._single):
            _terminate(pool)
        self._pool = self._single = None


def _terminate(pool: ProcessPoolExecutor | None) -> None:
    processes = list((getattr(pool, "_processes", None) or {}).values())
    if pool:
        pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        with suppress(OSError, ValueError):
            process.terminate()
    for process in processes:
        process.join()


# --- in a worker ---------------------------------------------------------------------------------------------------

_own: dict[str, Any] = {}


def _begin(reads: Reads, parent: int) -> None:
    """What a worker begins with: it leaves Ctrl-C to who started it, and ends when that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    _own["reads"], _own["reader"] = reads, Reader()
    Finalize(None, _own["reader"].close, exitpriority=1)


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(WATCH)
    os._exit(1)


def _answer(question: Question) -> Answer:
    try:
        if isinstance(question, Looking):
            return look(question.data, question.name, _own["reader"])
        return hear(question.extract, question.at, _own["reads"])
    except LongarmError:
        raise
    except Exception as error:  # pages of other people: any of them may break what reads them
        return Broken(type(error).__name__)
