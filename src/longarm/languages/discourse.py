"""Words of discourse in a language: works, parties, references back, declarations of a source."""

import functools
from dataclasses import dataclass
from typing import Any

from longarm.core.reference import read_yaml
from longarm.errors import DataError


@dataclass(frozen=True, slots=True)
class DiscourseWords:
    """The lists of `<language>-discourse.yaml`; lemmas."""

    works: frozenset[str]
    referring_works: frozenset[str]
    titled: frozenset[str]
    organisations: frozenset[str]
    persons: frozenset[str]
    kin: frozenset[str]
    advocates: frozenset[str]
    seeing_verbs: frozenset[str]
    leaking_verbs: frozenset[str]
    kept_works: frozenset[str]
    courts: frozenset[str]
    sessions: frozenset[str]
    proofs: frozenset[str]
    companies: frozenset[str]
    inquirers: frozenset[str]
    asking: frozenset[str]
    inquiring_verbs: frozenset[str]
    checking_verbs: frozenset[str]
    others_than: dict[str, frozenset[str]]
    pronouns: dict[str, str]
    declaring_nouns: frozenset[str]
    declaring_verbs: frozenset[str]
    publishing_verbs: frozenset[str]
    declaring_passages: int
    turns: tuple[str, ...]
    finding_verbs: frozenset[str]
    declaring_works: frozenset[str]
    generic_organisations: frozenset[str]
    naming_nouns: frozenset[str]
    vague_people: frozenset[str]
    causes: frozenset[str]
    missions: frozenset[str]
    near_adjectives: frozenset[str]
    charging_verbs: frozenset[str]
    charge_nouns: frozenset[str]
    bringing_verbs: frozenset[str]
    charging_offices: frozenset[str]
    versions: frozenset[str]
    former: frozenset[str]
    charging_office: str
    citing_verbs: frozenset[str]
    spokespersons: frozenset[str]
    functionaries: frozenset[str]
    governing: frozenset[str]
    given_out: frozenset[str]
    hearing_bodies: frozenset[str]
    talks: frozenset[str]
    speaking_verbs: frozenset[str]
    records: frozenset[str]
    telling_adverbs: dict[str, str]
    holding_verbs: frozenset[str]
    unnamed: str
    own_pages: frozenset[str]
    own_openings: frozenset[str]
    case_verbs: frozenset[str]
    exculpating: frozenset[str]
    pleading_verbs: frozenset[str]
    tellers: frozenset[str]
    relaying_verbs: frozenset[str]
    partitives: frozenset[str]
    deeds: frozenset[str]
    fractions: frozenset[str]
    crews: frozenset[str]
    viewed: frozenset[str]
    viewing_verbs: frozenset[str]
    tidings: frozenset[str]
    grounds: frozenset[str]
    callings: frozenset[str]
    callings_alike: tuple[frozenset[str], ...]
    known_as: frozenset[str]
    overheard: frozenset[str]
    hearing_verbs: frozenset[str]
    reasons: frozenset[str]
    manners: frozenset[str]
    disagreeing_verbs: frozenset[str]
    sections: frozenset[str]
    papers: frozenset[str]
    instances: frozenset[str]
    documenting_verbs: frozenset[str]
    differing_verbs: frozenset[str]
    otherwise: frozenset[str]
    mentioning_verbs: frozenset[str]
    joint_nouns: frozenset[str]
    newness: frozenset[str]
    court_papers: frozenset[str]
    court_offices: frozenset[str]
    reacting: frozenset[str]
    occurrences: frozenset[str]
    claiming: frozenset[str]
    claimed: frozenset[str]
    claiming_verbs: frozenset[str]
    emerging_verbs: frozenset[str]
    plain: frozenset[str]
    surveying_verbs: frozenset[str]
    spoken: frozenset[str]
    points: frozenset[str]
    announced: frozenset[str]
    connectors: frozenset[str]
    guilt: frozenset[str]
    anonymity: frozenset[str]
    telling_verbs: frozenset[str]
    tales: frozenset[str]
    replying_verbs: frozenset[str]
    answering_verbs: frozenset[str]
    offering_verbs: frozenset[str]
    refusing_verbs: frozenset[str]
    reaching_verbs: frozenset[str]
    ignoring_verbs: frozenset[str]
    replies: frozenset[str]
    enquiries: frozenset[str]
    unanswered: frozenset[str]
    unreachable: frozenset[str]


@functools.cache
def load(language: str = "en") -> DiscourseWords:
    """The words of discourse of a language.

    Raises:
        DataError: there are none, or the file is malformed.
    """
    name = f"{language}-discourse.yaml"
    try:
        data: dict[str, Any] = read_yaml("longarm.languages", name)
        return DiscourseWords(
            **{
                key: frozenset(data[key])
                for key in (
                    "works",
                    "referring_works",
                    "titled",
                    "organisations",
                    "persons",
                    "kin",
                    "advocates",
                    "seeing_verbs",
                    "leaking_verbs",
                    "kept_works",
                    "courts",
                    "sessions",
                    "proofs",
                    "companies",
                    "inquirers",
                    "asking",
                    "inquiring_verbs",
                    "checking_verbs",
                    "finding_verbs",
                    "declaring_works",
                    "generic_organisations",
                    "naming_nouns",
                    "vague_people",
                    "causes",
                    "missions",
                    "near_adjectives",
                    "declaring_nouns",
                    "declaring_verbs",
                    "publishing_verbs",
                    "charging_verbs",
                    "charge_nouns",
                    "bringing_verbs",
                    "charging_offices",
                    "versions",
                    "former",
                    "citing_verbs",
                    "spokespersons",
                    "functionaries",
                    "governing",
                    "given_out",
                    "hearing_bodies",
                    "talks",
                    "speaking_verbs",
                    "records",
                    "own_pages",
                    "own_openings",
                    "holding_verbs",
                    "case_verbs",
                    "exculpating",
                    "pleading_verbs",
                    "tellers",
                    "relaying_verbs",
                    "partitives",
                    "deeds",
                    "fractions",
                    "crews",
                    "viewed",
                    "viewing_verbs",
                    "tidings",
                    "grounds",
                    "callings",
                    "known_as",
                    "overheard",
                    "hearing_verbs",
                    "reasons",
                    "manners",
                    "disagreeing_verbs",
                    "sections",
                    "papers",
                    "instances",
                    "documenting_verbs",
                    "differing_verbs",
                    "otherwise",
                    "mentioning_verbs",
                    "joint_nouns",
                    "newness",
                    "court_papers",
                    "court_offices",
                    "reacting",
                    "occurrences",
                    "claiming",
                    "claimed",
                    "claiming_verbs",
                    "emerging_verbs",
                    "plain",
                    "surveying_verbs",
                    "spoken",
                    "points",
                    "announced",
                    "connectors",
                    "guilt",
                    "anonymity",
                    "telling_verbs",
                    "tales",
                    "replying_verbs",
                    "answering_verbs",
                    "offering_verbs",
                    "refusing_verbs",
                    "reaching_verbs",
                    "ignoring_verbs",
                    "replies",
                    "enquiries",
                    "unanswered",
                    "unreachable",
                )
            },
            pronouns={word: kind for kind, words in data["pronouns"].items() for word in words},
            telling_adverbs={adverb: told for told, adverbs in data["telling_adverbs"].items() for adverb in adverbs},
            others_than={pronoun: frozenset(others) for pronoun, others in data["others_than"].items()},
            callings_alike=tuple(frozenset(alike) for alike in data["callings_alike"]),
            unnamed=str(data["unnamed"]),
            charging_office=str(data["charging_office"]),
            declaring_passages=int(data["declaring_passages"]),
            turns=tuple(data["turns"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise DataError(f"{name} cannot be read: {error}; see languages/discourse.py for its sections.") from error
