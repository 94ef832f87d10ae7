"""Words of stance in a language: hedges, negation, the author's own judgement."""

import functools
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from longarm.core.reference import read_yaml
from longarm.errors import DataError


@dataclass(frozen=True, slots=True)
class StanceWords:
    """Word to kind of hedge, by part of speech, and the words that negate or judge."""

    adverbs: dict[str, str]
    modals: dict[str, str]
    adjectives: dict[str, str]
    nouns: dict[str, str]
    predicates: dict[str, str]
    conditions: frozenset[str]
    idle_conditions: frozenset[tuple[str, ...]]
    felt: frozenset[str]
    feeling: frozenset[str]
    likely_after_should: frozenset[str]
    denying_phrases: tuple[str, ...]
    rebuffing_phrases: tuple[str, ...]
    negations: frozenset[str]
    not_negating: frozenset[str]
    denying_predicates: frozenset[str]
    evaluative: frozenset[str]
    claim_nouns: frozenset[str]
    falsities: frozenset[str]
    groundings: frozenset[str]
    innocences: frozenset[str]
    naming_verbs: frozenset[str]
    deniable: frozenset[str]
    commands: frozenset[str]
    absences: frozenset[str]
    sources: frozenset[str]
    professing: frozenset[str]
    disowning: frozenset[str]
    told_before: frozenset[str]
    obligations: frozenset[str]
    refusing_modals: frozenset[str]
    abilities: frozenset[str]
    ableness: frozenset[str]
    habits: frozenset[str]
    judging: frozenset[str]
    announced: frozenset[str]
    impending: frozenset[str]
    improbable: frozenset[str]
    opportunities: frozenset[str]
    evidences: frozenset[str]
    finding: frozenset[str]
    deferring: frozenset[str]
    purposing: frozenset[str]
    inverted: frozenset[str]
    knowing: frozenset[str]
    telling: frozenset[str]
    certain: frozenset[str]
    tales: frozenset[str]
    resembling: frozenset[str]
    pointers: frozenset[str]
    crediting: frozenset[str]
    bare: frozenset[str]
    looking_back: frozenset[str]
    ranks: frozenset[str]
    open: frozenset[str]
    slanders: frozenset[str]
    exculpating_verbs: frozenset[str]
    denial_nouns: frozenset[str]
    dealings: frozenset[str]
    regarding: frozenset[str]
    removable: frozenset[str]
    removing: frozenset[str]
    requested: frozenset[str]
    withheld: frozenset[str]
    suggesting: frozenset[str]
    confirming: frozenset[str]
    ascribing: frozenset[str]
    meaning: frozenset[str]
    spreading: frozenset[str]
    ceasing: frozenset[str]
    overturning: frozenset[str]
    clearing_verbs: frozenset[str]
    untruly: frozenset[str]
    affronts: frozenset[str]
    questions: frozenset[str]
    resting: frozenset[str]
    looming: frozenset[str]
    belittling: frozenset[str]
    credited: frozenset[str]
    officials: frozenset[str]
    views: frozenset[str]
    untested: frozenset[str]
    testing: frozenset[str]
    upcoming: frozenset[str]
    complete: frozenset[str]
    holding: frozenset[str]
    proving: frozenset[str]
    wholes: frozenset[str]
    locating: frozenset[str]
    contrasts: frozenset[tuple[str, ...]]
    left_out: frozenset[tuple[str, ...]]
    unvouched: dict[str, str]
    theses: dict[str, str]


@functools.cache
def load(language: str = "en") -> StanceWords:
    """The words of stance of a language.

    Raises:
        DataError: there are none, or the file is malformed.
    """
    name = f"{language}-stance.yaml"
    data = read_yaml("longarm.languages", name)
    for field in fields(StanceWords):
        if field.name not in data:
            raise DataError(f"{name} has no section {field.name!r}; add it, empty if need be.")
    return StanceWords(**{f.name: _shaped(f.name, data[f.name]) for f in fields(StanceWords)})


def _shaped(name: str, section: Any) -> Any:
    return _SHAPES.get(name, frozenset)(section)


def _by_word(section: dict[str, list[Any]]) -> dict[str, str]:
    return {str(word): kind for kind, words in section.items() for word in words}


def _phrases(section: list[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in section)


_SHAPES: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("adverbs", "modals", "adjectives", "nouns", "predicates", "unvouched", "theses"), _by_word),
    **dict.fromkeys(("idle_conditions", "left_out", "contrasts"), _phrases),
    "denying_phrases": tuple,
    "rebuffing_phrases": tuple,
}  # what is no plain list of words
