"""Why a page is worth reading: points for its signs and what it tells, with reasons; never for who is in it."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from longarm.core.phrases import counted, listed
from longarm.places import gazetteer
from longarm.screen import rules
from longarm.screen.journal import Line
from longarm.screen.rules import SORTS, Rules
from longarm.screen.signs import Sign

SHORTEST = 150  # words that a page counts for at least: one statement alone in a line is no report on the matter
MOST_NAMED = 4  # words or methods that a reason names


@dataclass(frozen=True, slots=True)
class Because:
    """Points, and what for, in words of the codebook."""

    points: float
    why: str


def score(line: Line) -> tuple[float, tuple[Because, ...]]:
    """The points of a page that was read, and what they are for."""
    known = rules.load()
    because = [one for one in (*_signed(line, known), *_told(line, known)) if one.points]
    return round(sum(one.points for one in because), 2), tuple(because)


def _signed(line: Line, known: Rules) -> Iterator[Because]:
    held: dict[str, list[Sign]] = defaultdict(list)
    for sign in line.seen.signs.best if line.seen.signs else ():
        held[sign.sort].append(sign)
    for sort in SORTS:
        signs = sorted(held[sort], key=lambda sign: (-sign.points, sign.what))
        if signs:
            most = known.signs[sort].most
            points = round(min(sum(sign.points for sign in signs), most), 2)
            names = listed([_name(sort, sign.what) for sign in signs], MOST_NAMED)
            yield Because(points, f"{_SAYS[sort]}: {names}")


def told(line: Line) -> list[str]:
    """What a page tells, in words of the codebook: the cues of its best stretch, and its statements."""
    known = rules.load()
    said = [one.why for one in _signed(line, known) if not one.why.startswith(_MINOR)]
    return [*said, *(one.why for one in _told(line, known))]


def _told(line: Line, known: Rules) -> Iterator[Because]:
    told = line.told
    hundreds = max(line.seen.signs.words if line.seen.signs else 0, SHORTEST) / 100
    marked = [one for one in told if one.method and one.method not in known.everyday]
    if marked:
        ids = [id for id, _ in Counter(one.method for one in marked).most_common()]
        points = round(known.method.given(len(marked) / hundreds), 2)
        yield Because(points, f"{counted(len(marked), 'statement')} on {listed(ids, MOST_NAMED)}")
    points = round(known.statement.given(len(told) / hundreds), 2)
    yield Because(
        points, f"{counted(len(told), 'statement')} in {line.seen.signs.words if line.seen.signs else 0:,} words"
    )


_SAYS = {
    "method": "cues of methods",
    "everyday": "cues of methods that ordinary crime and war share",
    "response": "cues of responses of host states",
    "topic": "names the subject",
    "crossing": "words for what crosses borders",
    "pressing": "words for pressure",
    "exiles": "words for exiles and critics",
    "authority": "words for bodies of a state",
    "country": "countries",
}

_MINOR = tuple(_SAYS[sort] for sort in ("response", "crossing", "pressing", "exiles", "authority"))


def _name(sort: str, what: str) -> str:
    place = gazetteer.load().place(what) if sort == "country" else None
    return place.name if place else what
