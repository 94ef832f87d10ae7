"""Words of stance in a language: hedges, negation, the author's own judgement."""

import functools
from dataclasses import dataclass
from typing import Any

from longarm.core.reference import read_yaml
from longarm.errors import DataError

_SECTIONS = ("adverbs", "modals", "adjectives", "nouns", "predicates")
_LISTS = (
    "conditions",
    "idle_conditions",
    "felt",
    "feeling",
    "likely_after_should",
    "denying_phrases",
    "negations",
    "not_negating",
    "denying_predicates",
    "evaluative",
    "claim_nouns",
    "falsities",
    "groundings",
    "innocences",
    "naming_verbs",
    "refusing_modals",
    "abilities",
    "ableness",
    "habits",
    "judging",
    "announced",
    "impending",
    "improbable",
    "opportunities",
    "evidences",
    "finding",
    "deferring",
    "purposing",
    "inverted",
    "knowing",
    "telling",
    "open",
    "slanders",
    "exculpating_verbs",
    "denial_nouns",
    "dealings",
    "regarding",
    "removable",
    "removing",
    "requested",
    "withheld",
    "suggesting",
    "confirming",
    "ascribing",
    "meaning",
    "spreading",
    "ceasing",
    "overturning",
    "clearing_verbs",
    "holding",
    "proving",
    "wholes",
    "locating",
    "contrasts",
    "left_out",
    "unvouched",
    "deniable",
    "commands",
    "absences",
    "sources",
    "professing",
    "disowning",
    "told_before",
    "obligations",
)


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
    holding: frozenset[str]
    proving: frozenset[str]
    wholes: frozenset[str]
    locating: frozenset[str]
    contrasts: tuple[tuple[str, ...], ...]
    left_out: frozenset[tuple[str, ...]]
    unvouched: dict[str, str]


@functools.cache
def load(language: str = "en") -> StanceWords:
    """The words of stance of a language.

    Raises:
        DataError: there are none, or the file is malformed.
    """
    name = f"{language}-stance.yaml"
    data = read_yaml("longarm.languages", name)
    for key in (*_SECTIONS, *_LISTS):
        if key not in data:
            raise DataError(f"{name} has no section {key!r}; add it, empty if need be.")
    return StanceWords(
        adverbs=_by_word(data["adverbs"]),
        modals=_by_word(data["modals"]),
        adjectives=_by_word(data["adjectives"]),
        nouns=_by_word(data["nouns"]),
        predicates=_by_word(data["predicates"]),
        conditions=frozenset(data["conditions"]),
        idle_conditions=frozenset(tuple(phrase.split()) for phrase in data["idle_conditions"]),
        felt=frozenset(data["felt"]),
        feeling=frozenset(data["feeling"]),
        likely_after_should=frozenset(data["likely_after_should"]),
        denying_phrases=tuple(data["denying_phrases"]),
        negations=frozenset(data["negations"]),
        not_negating=frozenset(data["not_negating"]),
        denying_predicates=frozenset(data["denying_predicates"]),
        evaluative=frozenset(data["evaluative"]),
        claim_nouns=frozenset(data["claim_nouns"]),
        falsities=frozenset(data["falsities"]),
        groundings=frozenset(data["groundings"]),
        innocences=frozenset(data["innocences"]),
        naming_verbs=frozenset(data["naming_verbs"]),
        deniable=frozenset(data["deniable"]),
        commands=frozenset(data["commands"]),
        absences=frozenset(data["absences"]),
        sources=frozenset(data["sources"]),
        professing=frozenset(data["professing"]),
        disowning=frozenset(data["disowning"]),
        told_before=frozenset(data["told_before"]),
        obligations=frozenset(data["obligations"]),
        refusing_modals=frozenset(data["refusing_modals"]),
        abilities=frozenset(data["abilities"]),
        ableness=frozenset(data["ableness"]),
        habits=frozenset(data["habits"]),
        judging=frozenset(data["judging"]),
        announced=frozenset(data["announced"]),
        impending=frozenset(data["impending"]),
        improbable=frozenset(data["improbable"]),
        opportunities=frozenset(data["opportunities"]),
        evidences=frozenset(data["evidences"]),
        finding=frozenset(data["finding"]),
        deferring=frozenset(data["deferring"]),
        purposing=frozenset(data["purposing"]),
        inverted=frozenset(data["inverted"]),
        knowing=frozenset(data["knowing"]),
        telling=frozenset(data["telling"]),
        open=frozenset(data["open"]),
        slanders=frozenset(data["slanders"]),
        exculpating_verbs=frozenset(data["exculpating_verbs"]),
        denial_nouns=frozenset(data["denial_nouns"]),
        dealings=frozenset(data["dealings"]),
        regarding=frozenset(data["regarding"]),
        removable=frozenset(data["removable"]),
        removing=frozenset(data["removing"]),
        requested=frozenset(data["requested"]),
        withheld=frozenset(data["withheld"]),
        suggesting=frozenset(data["suggesting"]),
        confirming=frozenset(data["confirming"]),
        ascribing=frozenset(data["ascribing"]),
        meaning=frozenset(data["meaning"]),
        spreading=frozenset(data["spreading"]),
        ceasing=frozenset(data["ceasing"]),
        overturning=frozenset(data["overturning"]),
        clearing_verbs=frozenset(data["clearing_verbs"]),
        holding=frozenset(data["holding"]),
        proving=frozenset(data["proving"]),
        wholes=frozenset(data["wholes"]),
        locating=frozenset(data["locating"]),
        contrasts=tuple(tuple(phrase.split()) for phrase in data["contrasts"]),
        left_out=frozenset(tuple(phrase.split()) for phrase in data["left_out"]),
        unvouched=_by_word(data["unvouched"]),
    )


def _by_word(section: dict[str, list[Any]]) -> dict[str, str]:
    return {str(word): kind for kind, words in section.items() for word in words}
