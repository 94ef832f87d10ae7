"""Words of stance in a language: hedges, negation, the author's own judgement."""

import functools
from dataclasses import dataclass

from longarm.core import tables
from longarm.core.tables import ByWord, Phrases, Words


@dataclass(frozen=True, slots=True)
class StanceWords:
    """Word to kind of hedge, by part of speech, and the words that negate or judge."""

    adverbs: ByWord
    modals: ByWord
    adjectives: ByWord
    nouns: ByWord
    predicates: ByWord
    conditions: Words
    idle_conditions: Phrases
    felt: Words
    feeling: Words
    likely_after_should: Words
    denying_phrases: tuple[str, ...]
    rebuffing_phrases: tuple[str, ...]
    negations: Words
    not_negating: Words
    denying_predicates: Words
    evaluative: Words
    claim_nouns: Words
    falsities: Words
    groundings: Words
    innocences: Words
    naming_verbs: Words
    deniable: Words
    commands: Words
    absences: Words
    sources: Words
    professing: Words
    disowning: Words
    told_before: Words
    obligations: Words
    refusing_modals: Words
    abilities: Words
    ableness: Words
    habits: Words
    judging: Words
    announced: Words
    impending: Words
    improbable: Words
    opportunities: Words
    evidences: Words
    finding: Words
    deferring: Words
    purposing: Words
    inverted: Words
    knowing: Words
    telling: Words
    certain: Words
    tales: Words
    resembling: Words
    pointers: Words
    crediting: Words
    bare: Words
    looking_back: Words
    ranks: Words
    open: Words
    slanders: Words
    exculpating_verbs: Words
    denial_nouns: Words
    dealings: Words
    regarding: Words
    removable: Words
    removing: Words
    requested: Words
    withheld: Words
    suggesting: Words
    confirming: Words
    ascribing: Words
    scorning: Words
    surmised: Words
    meaning: Words
    spreading: Words
    ceasing: Words
    overturning: Words
    clearing_verbs: Words
    untruly: Words
    affronts: Words
    questions: Words
    resting: Words
    looming: Words
    belittling: Words
    credited: Words
    officials: Words
    views: Words
    untested: Words
    testing: Words
    upcoming: Words
    complete: Words
    holding: Words
    proving: Words
    wholes: Words
    locating: Words
    contrasts: Phrases
    left_out: Phrases
    unvouched: ByWord
    theses: ByWord
    scant: Words
    clausal: Words
    static: Words


@functools.cache
def load(language: str = "en") -> StanceWords:
    """The words of stance of a language.

    Raises:
        DataError: there are none, or the file is malformed.
    """
    return tables.read(StanceWords, "longarm.languages", f"{language}-stance.yaml")
