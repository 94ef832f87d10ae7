"""The custody log."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longarm.custody import log
from longarm.errors import CaseDamaged
from longarm.model.entries import Entry


def entries(count: int) -> list[Entry]:
    return [
        Entry("added", "given", f"at-{n}", {"path": f"{n}.txt", "document": f"doc-{n}"}, "longarm", "2024-01-01", "", n)
        for n in range(1, count + 1)
    ]


def test_every_line_holds_the_hash_of_the_line_before() -> None:
    written = entries(3)
    text = "".join(log.lines(written))
    assert log.check(text, written) == 3
    assert log.last(text)[0] == 3


@given(st.integers(0, 5), st.integers(1, 5))
def test_a_log_written_in_two_goes_is_the_log_written_in_one(first: int, rest: int) -> None:
    written = entries(first + rest)
    head = "".join(log.lines(written[:first]))
    sequence, previous = log.last(head)
    assert sequence == first
    assert head + "".join(log.lines(written[first:], previous)) == "".join(log.lines(written))


def test_a_changed_entry_is_found() -> None:
    written = entries(3)
    text = "".join(log.lines(written))
    changed = [written[0], replace(written[1], by="somebody else"), written[2]]
    with pytest.raises(CaseDamaged, match="line 2"):
        log.check(text, changed)


def test_a_cut_log_is_found() -> None:
    written = entries(3)
    text = "".join(list(log.lines(written))[:2])
    with pytest.raises(CaseDamaged, match="2 lines for 3 entries"):
        log.check(text, written)


def test_a_log_that_ends_in_something_else_is_refused() -> None:
    with pytest.raises(CaseDamaged, match="no line of it"):
        log.last('{"sequence": 1}\n')
