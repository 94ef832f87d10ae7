"""Loads what longarm knows of a language: tables of words that outsiders can edit, checked when read.

A language is a folder `data/<code>/`: `numbers.yaml`, `qualifiers.yaml`, `units.yaml` and `times.yaml` are loaded here,
`clauses.yaml` and `replies.yaml` by modules of their names.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from longarm.core import tables
from longarm.core.intervals import Number
from longarm.core.tables import Words

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Numbers:
    """How numbers are written; see the comments of `numbers.yaml`."""

    units: Mapping[str, Number]
    tens: Mapping[str, Number]
    scales: Mapping[str, Number]
    suffixes: Mapping[str, Number]
    spaced: Words
    groups: Mapping[str, Number]
    article_only: Words
    loose: Mapping[str, tuple[Number, ...]]
    indefinite: Mapping[str, Number]
    indefinite_of: Words
    fractions: Mapping[str, Number]
    articles: Words
    point: Words
    ordinals: Mapping[str, Number]
    minus: Words
    range_words: Words
    tied: Words
    spans: Words
    below_zero: Words
    shared: Words
    choice_words: Words
    between: Mapping[str, str]
    from_: str
    by: Words
    out_of: tuple[str, ...]
    change: Words
    rise: Words
    adding: Words
    fall: Words


@dataclass(frozen=True, slots=True)
class Conventions:
    """The numbers behind the intervals of a qualified quantity; see the comments of `qualifiers.yaml`."""

    approx_unit: Number
    approx_share: Number
    nearly_share: Number
    round_zeros: Number
    majority_share: Number


@dataclass(frozen=True, slots=True)
class Majority:
    """Words for more than half of a whole."""

    determiners: Words
    nouns: Words
    adverbs: Words
    before: Words
    never_after: Words


@dataclass(frozen=True, slots=True)
class Elliptic:
    """Words for one more of what was counted, without a number."""

    another: str
    one: str
    articles: Words
    following: Words
    with_one: Words
    before: Words
    joints: Words


@dataclass(frozen=True, slots=True)
class Parts:
    """Words that make a count a part of one before it."""

    pronouns: Words
    openers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What the words around a number make of it; phrases by qualifier, as written."""

    conventions: Conventions
    before: Mapping[str, tuple[str, ...]]
    after: Mapping[str, tuple[str, ...]]
    prepositions: Words
    preposition_units: Words
    before_article: Words
    not_before: Words
    majority: Majority
    others: Words
    ordinal_bounds: tuple[str, ...]
    elliptic: Elliptic
    parts: Parts


@dataclass(frozen=True, slots=True)
class Money:
    """How money is told from a count."""

    symbols: Words
    codes: Words
    words: Words


@dataclass(frozen=True, slots=True)
class Ages:
    """How an age is told from a count."""

    before: Words
    after: Words
    units: Words
    persons: Words
    highest: Number


@dataclass(frozen=True, slots=True)
class One:
    """Where "one" is a pronoun and no number."""

    never_after: Words
    never_before: Words
    repeated: Words
    idiom_after: Words


@dataclass(frozen=True, slots=True)
class Units:
    """What a number is a number of, and what makes it no count."""

    money: Money
    weighing: Words
    percent: Words
    percent_points: Words
    ages: Ages
    durations: Words
    measures: Words
    attached: Words
    dimensions: Words
    references: Words
    models: Words
    groups: Words
    streets: Words
    titled: Words
    idioms: Words
    one: One
    one_of: Words
    uninflected: Words
    furniture: Words
    audience: Words
    tallies: Words
    numbering: Words
    levels: Words
    collectives: Words
    membered: Words
    pronouns: Words
    speakers: Words
    anybody: str
    personal: Words
    parents: Words
    personal_places: Words
    dialling: Words
    hotlines: Words
    hotline_nouns: Words
    uncountable: Words
    over_causes: Words
    over_places: Words


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a year (months), of a month (days) and of a decade (years), both ends included."""

    words: tuple[str, ...]
    year: tuple[int, ...]
    month: tuple[int, ...]
    decade: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Times:
    """How the language says when; see the comments of `times.yaml`."""

    months: Mapping[str, int]
    common_months: Words
    weekdays: Mapping[str, int]
    common_weekdays: Words
    seasons: Mapping[str, int]
    units: Mapping[str, tuple[Any, ...]]
    days: Mapping[str, int]
    last: tuple[str, ...]
    this: tuple[str, ...]
    next: tuple[str, ...]
    ago: tuple[str, ...]
    from_now: tuple[str, ...]
    span_past: tuple[str, ...]
    span_next: tuple[str, ...]
    earlier: tuple[str, ...]
    later: tuple[str, ...]
    parts: Mapping[str, Part]
    quarters: Mapping[str, int]
    decades: Mapping[str, int]
    markers: Mapping[str, str]
    fillers: Words
    range_words: Words
    year_after: Words
    old_year_after: Words
    year_of: Words
    future: Words
    duration_after: Words
    no_year_before: Words
    week_of: tuple[str, ...]
    unshifted: Words
    ending: Words
    beginning: Words
    after_day: Words
    every: tuple[str, ...]
    answering: Words
    answering_for: Words
    answering_with: Words
    answering_counts: Words
    chained_after: Words
    chained_before: Words
    chained_next: Words
    chained_previous: Words
    chained_same: Words
    speaking: Words


@dataclass(frozen=True, slots=True)
class Language:
    """Everything that the readers of quantities and times know of one language."""

    code: str
    numbers: Numbers
    qualifiers: Qualifiers
    units: Units
    times: Times


@functools.cache
def load(code: str) -> Language:
    """The tables of a language, by its code (`en`).

    Raises:
        DataError: there is no such language, or a table is malformed; the message names the file and the key.
    """
    return Language(
        code,
        numbers=read(Numbers, code, "numbers"),
        qualifiers=read(Qualifiers, code, "qualifiers"),
        units=read(Units, code, "units"),
        times=read(Times, code, "times"),
    )


def read(kind: type[T], code: str, topic: str) -> T:
    """One table of a language as its type.

    Raises:
        DataError: the file is missing or malformed.
    """
    return tables.read(kind, "longarm.languages", f"{code}/{topic}.yaml")
