"""Words of discourse in a language: works, parties, references back, declarations of a source."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from longarm.core import tables
from longarm.core.tables import ByWord, Words


@dataclass(frozen=True, slots=True)
class DiscourseWords:
    """The lists of `<language>-discourse.yaml`; see its comments. Lemmas."""

    works: Words
    referring_works: Words
    titled: Words
    organisations: Words
    persons: Words
    kin: Words
    advocates: Words
    seeing_verbs: Words
    leaking_verbs: Words
    kept_works: Words
    courts: Words
    sessions: Words
    proofs: Words
    companies: Words
    inquirers: Words
    asking: Words
    inquiring_verbs: Words
    checking_verbs: Words
    others_than: Mapping[str, Words]
    pronouns: ByWord
    declaring_nouns: Words
    declaring_verbs: Words
    publishing_verbs: Words
    declaring_passages: int
    turns: tuple[str, ...]
    finding_verbs: Words
    declaring_works: Words
    generic_organisations: Words
    naming_nouns: Words
    vague_people: Words
    causes: Words
    near_adjectives: Words
    charging_verbs: Words
    charge_nouns: Words
    bringing_verbs: Words
    charging_offices: Words
    versions: Words
    former: Words
    charging_office: str
    citing_verbs: Words
    spokespersons: Words
    functionaries: Words
    governing: Words
    given_out: Words
    hearing_bodies: Words
    talks: Words
    speaking_verbs: Words
    records: Words
    telling_adverbs: ByWord
    holding_verbs: Words
    unnamed: str
    own_pages: Words
    own_openings: Words
    case_verbs: Words
    exculpating: Words
    pleading_verbs: Words
    tellers: Words
    relaying_verbs: Words
    partitives: Words
    deeds: Words
    fractions: Words
    crews: Words
    viewed: Words
    viewing_verbs: Words
    tidings: Words
    grounds: Words
    callings: Words
    callings_alike: tuple[Words, ...]
    hearing_verbs: Words
    reasons: Words
    manners: Words
    disagreeing_verbs: Words
    sections: Words
    papers: Words
    instances: Words
    documenting_verbs: Words
    differing_verbs: Words
    otherwise: Words
    mentioning_verbs: Words
    joint_nouns: Words
    newness: Words
    court_papers: Words
    court_offices: Words
    reacting: Words
    occurrences: Words
    claimed: Words
    claiming_verbs: Words
    emerging_verbs: Words
    plain: Words
    surveying_verbs: Words
    spoken: Words
    points: Words
    announced: Words
    connectors: Words
    guilt: Words
    anonymity: Words
    telling_verbs: Words
    tales: Words
    replying_verbs: Words
    answering_verbs: Words
    offering_verbs: Words
    refusing_verbs: Words
    reaching_verbs: Words
    ignoring_verbs: Words
    replies: Words
    enquiries: Words
    unanswered: Words
    unreachable: Words
    session_verbs: Words
    refused_verbs: Words
    shared_names: Words


@functools.cache
def load(language: str = "en") -> DiscourseWords:
    """The words of discourse of a language.

    Raises:
        DataError: there are none, or the file is malformed.
    """
    return tables.read(DiscourseWords, "longarm.languages", f"{language}-discourse.yaml")
