"""What a figure counts and for when: figures of one line, place and moment count the same."""

from typing import NamedTuple

from longarm.claims.counts import dates
from longarm.claims.counts.figures import Figure


class Line(NamedTuple):
    """What is counted, without place and moment; `party` is empty for totals, else basis and source."""

    measure: str
    kind: str
    counted_set: str
    operator: str
    programme: str
    party: str


Moment = tuple[str, str]  # as-of text or undated work, known-at text
Cell = tuple[Line, str, Moment]


def line(figure: Figure) -> Line:
    """The line of a figure."""
    party = "" if figure.basis == "total" else f"{figure.basis}:{figure.source}"
    return Line(figure.measure, figure.kind, figure.counted_set, figure.operator, figure.programme, party)


def moment(figure: Figure, as_of: str | None = None) -> Moment:
    """The moment of a figure, or of another date as the figure tells of it; a stock has none of knowledge."""
    return (figure.moment if as_of is None else as_of, figure.known_at if figure.kind == "cumulative" else "")


def is_before(left: Moment, right: Moment) -> bool:
    """Whether a cumulative count at the left moment is at most that at the right one."""
    known = left[1] == right[1] or dates.is_before(left[1], right[1])
    if left[0] == right[0]:
        return known and left[1] != right[1]
    if left[0].startswith("?") or right[0].startswith("?"):
        return False
    return known and dates.is_before(left[0], right[0])
