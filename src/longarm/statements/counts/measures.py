"""Measures as the codebook lists them, by id, by the nouns that name them and by the verbs that select them."""

import functools
from collections.abc import Iterable

from longarm.codebook import loader
from longarm.codebook.terms import Measure


@functools.cache
def measures_by_id() -> dict[str, Measure]:
    """The measures of the codebook by their ids."""
    return {measure.id: measure for measure in loader.measures()}


@functools.cache
def nouns() -> dict[str, tuple[Measure, ...]]:
    """Noun phrase in lemmas to the measures that it names, in the order of the codebook."""
    found: dict[str, list[Measure]] = {}
    for measure in loader.measures():
        for noun in measure.nouns:
            found.setdefault(noun, []).append(measure)
    return {noun: tuple(measures) for noun, measures in found.items()}


@functools.cache
def last_words() -> frozenset[str]:
    """The last word of every noun phrase that names a measure."""
    return frozenset(noun.split()[-1] for noun in nouns())


@functools.cache
def verbs() -> dict[str, tuple[Measure, ...]]:
    """Verb, with its particle or object, in lemmas to the measures that it selects for people, in order."""
    return _by_verb(measure for measure in loader.measures() if not measure.of)


@functools.cache
def of_things() -> dict[str, tuple[Measure, ...]]:
    """Verb, in lemmas, to the measures of things of another measure that it befell ("close" to stations closed)."""
    return _by_verb(measure for measure in loader.measures() if measure.of)


@functools.cache
def undergoing() -> frozenset[str]:
    """Ids of the measures of things that others count for what befell them."""
    return frozenset(id for measure in loader.measures() for id in measure.of)


def _by_verb(listed: Iterable[Measure]) -> dict[str, tuple[Measure, ...]]:
    found: dict[str, list[Measure]] = {}
    for measure in listed:
        for verb in measure.verbs:
            found.setdefault(verb, []).append(measure)
    return {verb: tuple(measures) for verb, measures in found.items()}


@functools.cache
def people() -> frozenset[str]:
    """Nouns, in lemmas, that count people."""
    return frozenset(loader.people_nouns())


@functools.cache
def kin() -> frozenset[str]:
    """Nouns, in lemmas, that count somebody's relatives."""
    return frozenset(noun for measure in loader.measures() if measure.id == RELATIVES for noun in measure.nouns)


BY_FATE = frozenset({"relatives-detained", "informant"})  # whose nouns for people tell nothing without a verb
RELATIVES = "relatives-detained"  # the one measure whose nouns stand for others than those its verbs befell


def names_measure(phrase: str) -> bool:
    """Whether a noun phrase, in lemmas, is listed as what some measure counts."""
    return phrase in nouns()
