"""What a page is given points for: `data/points.yaml`, checked."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from longarm.codebook.entries import Entry
from longarm.codebook.loader import methods, responses
from longarm.core.hashing import canonical_json, sha256
from longarm.core.reference import read_yaml
from longarm.errors import DataError

FILE = "points.yaml"
SORTS = ("method", "everyday", "response", "topic", "crossing", "pressing", "exiles", "authority", "country")


@dataclass(frozen=True, slots=True)
class Points:
    """Points for each of a sort, and the most that they give together."""

    points: float
    most: float

    def given(self, count: float) -> float:
        """The points for so many."""
        return min(self.points * count, self.most)


@dataclass(frozen=True, slots=True)
class Rules:
    """The content of `points.yaml`.

    Attributes:
        window: words of the stretch whose signs are counted together.
        least: points of a stretch from which a page is read.
        signs: by sort, one of SORTS.
        topics: rows of lemmas that name the subject.
        everyday: ids of the methods that ordinary crime and war tell of too.
        method, statement: for each statement a hundred words that tells of a method which is not everyday, and for each
            at all.
        version: of what decides which pages are read.
    """

    window: int
    least: float
    signs: Mapping[str, Points]
    topics: tuple[str, ...]
    everyday: frozenset[str]
    method: Points
    statement: Points
    version: str


@functools.cache
def load() -> Rules:
    """The rules that come with longarm.

    Raises:
        DataError: naming file and field.
    """
    return parse(read_yaml(__package__, FILE))


def parse(data: Any) -> Rules:
    """The rules in the data of a file.

    Raises:
        DataError: naming file and field; also for a field that there is not.
    """
    whole = _fields(data, "-", ("window", "least", "signs", "everyday", "topics", "told"))
    signs = _fields(whole["signs"], "signs", SORTS)
    told = _fields(whole["told"], "told", ("method", "statement"))
    entry = Entry(FILE, "-", whole)
    topics, everyday = entry.cues("topics", {}), entry.strings("everyday", tuple(one.id for one in methods()))
    cues = [[term.id, *term.cues] for term in (*methods(), *responses())]
    return Rules(
        window=int(_number(whole["window"], "window")),
        least=_number(whole["least"], "least"),
        signs={sort: _points(signs[sort], f"signs {sort}") for sort in SORTS},
        topics=topics,
        everyday=frozenset(everyday),
        method=_points(told["method"], "told method"),
        statement=_points(told["statement"], "told statement"),
        version=sha256(canonical_json([whole["window"], whole["least"], signs, everyday, topics, cues]).encode())[:16],
    )


def _points(data: Any, where: str) -> Points:
    found = _fields(data, where, ("points", "most"))
    return Points(_number(found["points"], f"{where} points"), _number(found["most"], f"{where} most"))


def _fields(data: Any, where: str, names: tuple[str, ...]) -> dict[str, Any]:
    if not isinstance(data, dict) or sorted(data) != sorted(names):
        raise DataError(f"{FILE}, {where}: the fields {', '.join(names)} are needed, and no others")
    return data


def _number(data: Any, where: str) -> float:
    if isinstance(data, bool) or not isinstance(data, int | float) or data < 0:
        raise DataError(f"{FILE}, {where}: a number from 0 on is needed")
    return float(data)
