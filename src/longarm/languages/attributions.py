"""The words of a language that attribute: verbs, nouns, adjectives and prepositions that say who says what."""

import functools
from dataclasses import dataclass, fields
from typing import Any

from longarm.core.reference import read_yaml
from longarm.errors import DataError
from longarm.model.statements import ATTITUDES, HEDGE_KINDS

KINDS = ("speech", "thought", "stance", "finding")


@dataclass(frozen=True, slots=True)
class Cue:
    """One word that attributes.

    Attributes:
        frames: what its content may be: `clause`, `quote`, `to` (infinitive), `ing`, `object`, `be` (passive), or a
            preposition that leads to the content (`for`, `about`).
        kind: `speech` (words said or written), `thought` (held, felt, wanted), `stance` (for or against
            something), `finding` (what a work or study shows).
        attitude: of the source to the content, one of ATTITUDES.
        denied: attitude when the cue is negated ("did not confirm").
        hedge: one of HEDGE_KINDS, or empty.
    """

    lemma: str
    frames: frozenset[str]
    kind: str = "speech"
    attitude: str = "asserts"
    denied: str = "denies"
    hedge: str = ""


@dataclass(frozen=True, slots=True)
class TagWords:
    """The words of tags as they are written, in lower case, by which a tag is known before it is parsed.

    Attributes:
        forms: finite forms of verbs of saying and finding.
        heard: those of them behind which stands who hears it.
        plain: those of them behind which any noun is of who speaks.
        taking: those of them behind which stands what was found or posted, and nobody who speaks.
        speakers: nouns of who speaks without an article.
        determiners: words that a speaker begins with.
        apart: words that no speaker has within it.
        behind: words that may stand right behind the verb.
        further: participles that go on with the tag behind a comma.
        adding: participles with which the speaker says more behind a tag.
        put: those of the forms behind which "it" stands.
        helping: forms of "be" and "have" and what else helps a verb.
        relative: words that open a relative clause.
        describing: words with which a description of who was named begins.
        later: words behind a tag that tell when it was said.
        joining: words that join one clause to another.
        fronting: words with which a sentence begins that has its subject behind a comma.
    """

    forms: frozenset[str]
    heard: frozenset[str]
    plain: frozenset[str]
    taking: frozenset[str]
    speakers: frozenset[str]
    determiners: frozenset[str]
    apart: frozenset[str]
    behind: frozenset[str]
    further: frozenset[str]
    adding: frozenset[str]
    put: frozenset[str]
    helping: frozenset[str]
    relative: frozenset[str]
    describing: frozenset[str]
    later: frozenset[str]
    joining: frozenset[str]
    fronting: frozenset[str]


@dataclass(frozen=True, slots=True)
class AttributionWords:
    """All attribution words of one language, by lemma.

    Attributes:
        leads: verbs that only lead to a cue in the infinitive ("went on to say").
        getting: verbs by which one only has a work that carries words ("got a letter warning that").
        lights: verbs that carry a noun cue ("made the claim", "issued a statement").
        works: nouns of works that carry words (report, statement, letter).
        talks: those of them that are spoken; "in an interview" is no part of a cue.
        hearsay: verbs whose passive without a source is hearsay.
        labels: words before a colon that mark a part of the page and speak for nobody.
        positions: nouns of what somebody holds, which "be" ties to it ("the defence's case is that").
        idioms: by their verb, the words after it with which it says ("made | it clear | that").
        believing: verbs of holding something for true, which add a voice inside what another says.
        judging: verbs by which a party judges, which count inside what another says.
        abstracts: nouns whose clause is the content of the verb over them.
        carrying: verbs that carry a noun of feeling.
        accusing: nouns of what somebody is acted on for.
        copulas: verbs before an adjective that attributes.
        hearers: verbs whose object hears what is said.
        details: lower-case words that open more of what was said behind a tag.
        accounts: lower-case nouns of somebody's telling ("in his telling").
        according: lower-case prepositions and word groups before a source ("according to"), longest first.
        tags: the words of tags.
        upon: verbs of what one does upon one's own words.
    """

    verbs: dict[str, Cue]
    nouns: dict[str, Cue]
    adjectives: dict[str, Cue]
    leads: frozenset[str]
    lights: frozenset[str]
    getting: frozenset[str]
    works: frozenset[str]
    talks: frozenset[str]
    hearsay: frozenset[str]
    labels: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    accounts: frozenset[str]
    details: frozenset[str]
    hearers: frozenset[str]
    copulas: frozenset[str]
    accusing: frozenset[str]
    carrying: frozenset[str]
    abstracts: frozenset[str]
    judging: frozenset[str]
    positions: frozenset[str]
    believing: frozenset[str]
    idioms: dict[str, tuple[tuple[str, ...], ...]]
    tags: TagWords
    upon: frozenset[str]


@functools.cache
def load(language: str = "en") -> AttributionWords:
    """The attribution words of a language.

    Raises:
        DataError: there is no such file, or it holds something that is not allowed.
    """
    name = f"{language}-attributions.yaml"
    return parse(read_yaml("longarm.languages", name), name)


def parse(raw: Any, name: str) -> AttributionWords:
    """The words of a file's content, checked.

    Raises:
        DataError: a section is missing, or an attitude, hedge or kind is unknown.
    """
    if not isinstance(raw, dict):
        raise DataError(f"{name} must be a mapping with the sections verbs, nouns, adjectives, ...")
    try:
        kinds = _classes(raw["kinds"], KINDS, name)
        attitudes = _classes(raw["attitudes"], ATTITUDES, name)
        denied = _classes(raw["negated"], ATTITUDES, name)
        hedges = _classes(raw["hedges"], HEDGE_KINDS, name)

        def cues(section: str) -> dict[str, Cue]:
            return {
                str(lemma): Cue(
                    lemma=str(lemma),
                    frames=_frames(frames, str(lemma), name),
                    kind=kinds.get(lemma, "speech"),
                    attitude=attitudes.get(lemma, "asserts"),
                    denied=denied.get(lemma, "denies"),
                    hedge=hedges.get(lemma, ""),
                )
                for lemma, frames in raw[section].items()
            }

        return AttributionWords(
            verbs=cues("verbs"),
            nouns=cues("nouns"),
            adjectives=cues("adjectives"),
            leads=frozenset(raw["leads"].split()),
            lights=frozenset(raw["lights"].split()),
            getting=frozenset(raw["getting"].split()),
            works=frozenset(raw["works"].split()),
            talks=frozenset(raw["talks"].split()),
            hearsay=frozenset(raw["hearsay"].split()),
            labels=frozenset(raw["labels"].split()),
            judging=frozenset(raw["judging"].split()),
            positions=frozenset(raw["positions"].split()),
            believing=frozenset(raw["believing"].split()),
            idioms={str(verb): tuple(tuple(w.split()) for w in groups) for verb, groups in raw["idioms"].items()},
            abstracts=frozenset(raw["abstracts"].split()),
            carrying=frozenset(raw["carrying"].split()),
            accusing=frozenset(raw["accusing"].split()),
            copulas=frozenset(raw["copulas"].split()),
            hearers=frozenset(raw["hearers"].split()),
            details=frozenset(raw["details"].split()),
            accounts=frozenset(raw["accounts"].split()),
            according=tuple(sorted((tuple(w.lower().split()) for w in raw["according"]), key=lambda w: (-len(w), w))),
            upon=frozenset(raw["upon"].split()),
            tags=TagWords(**{field.name: frozenset(raw["tags"][field.name].split()) for field in fields(TagWords)}),
        )
    except KeyError as error:
        raise DataError(f"{name} has no section {error}: add it, empty if need be") from error
    except (AttributeError, TypeError) as error:
        raise DataError(f"{name} has a section of the wrong shape ({error}): see the comments in the file") from error


def _frames(raw: object, lemma: str, name: str) -> frozenset[str]:
    if not isinstance(raw, str):
        raise DataError(f"{name}: the frames of {lemma!r} are no text: put them in quotation marks (a bare on is true)")
    return frozenset(raw.split())


def _classes(raw: dict[str, str], allowed: tuple[str, ...], name: str) -> dict[str, str]:
    for key in raw:
        if key not in allowed:
            raise DataError(f"{name}: {key!r} is none of {', '.join(allowed)}: correct it")
    return {lemma: key for key, lemmas in raw.items() for lemma in str(lemmas).split()}
