"""Work done by processes of this machine."""

import sys
from types import FunctionType, ModuleType

import pytest
from tests.screen import quick

from longarm.errors import DataError
from longarm.screen.engines.local import Local, Looking
from longarm.screen.looking import Look


def test_answers_come_in_the_order_of_the_questions_also_from_new_workers() -> None:
    pages = [quick.page(quick.EXILE, f"They told of {number}.") for number in range(4)]
    asked = [(number, Looking(data, "page.html") if number % 3 else None) for number, data in enumerate(pages)]
    with Local(quick.reads, "quick", 1, renewed=1) as engine:
        answers = list(engine.answers(asked))
    assert [number for number, _ in answers] == [0, 1, 2, 3]
    assert [isinstance(answer, Look) for _, answer in answers] == [False, True, True, False]


def test_workers_that_cannot_begin_are_said_to_and_no_page_is_blamed() -> None:
    reads = FunctionType(quick.reads.__code__, {"__name__": "nowhere"}, "reads")  # no process can import it
    reads.__module__ = "nowhere"
    sys.modules["nowhere"] = ModuleType("nowhere")
    sys.modules["nowhere"].__dict__["reads"] = reads
    with Local(reads, "quick", 1) as engine, pytest.raises(DataError, match="end as soon as they begin"):
        list(engine.answers((number, Looking(b"x", "page.html")) for number in range(9)))
    del sys.modules["nowhere"]
