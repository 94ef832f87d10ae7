"""Pronouns: whom "it", "he", "they", "who" and "those who fled" stand for."""

from collections.abc import Collection
from dataclasses import replace

from longarm.languages import attributions
from longarm.languages import discourse as language
from longarm.statements.discourse import nouns
from longarm.statements.discourse.antecedents import (
    accused_in,
    is_told_of,
    passages_before,
    subject_after,
    subject_before,
    subject_in,
)
from longarm.statements.discourse.several import many_before
from longarm.statements.discourse.tracing.tracer import Traced, Tracer
from longarm.statements.parse import Parse

LONGEST_THOSE = 10  # tokens of "those who fled the country"


def relative(tracer: Tracer, head: int) -> Traced | None:
    """A relative pronoun: the noun that its clause hangs on."""
    parse = tracer.part.parse
    if parse.tags[head] not in ("WDT", "WP") and not (
        parse.lowers[head] == "that" and parse.pos[head] in ("PRON", "SCONJ")
    ):
        return None
    token = head
    for _ in range(4):
        if parse.deps[token] == "relcl":
            return tracer.of(nouns.made_with(parse, parse.heads[token]))
        if parse.deps[token] == "ccomp" and parse.lowers[parse.heads[token] - 1] == "it":  # "it was X that said"
            named = [c for c in parse.children[parse.heads[token]] if parse.deps[c] == "attr"]
            return tracer.of(named[0]) if named else Traced("")
        token = parse.heads[token]
    return Traced("")


def pronoun(tracer: Tracer, head: int) -> Traced | None:
    """ "It", "he", "they": the subject it goes on with, else who spoke last, else who was named last."""
    kind = language.load("en").pronouns.get(tracer.part.parse.lowers[head])
    if kind is None:
        return None
    if kind in ("person", "either") and (accused := _accused(tracer, head, kind)) is not None:
        return accused
    noun = many_before(tracer.part, head) if kind == "either" else subject_before(tracer.part, head, kind)
    if tracer.part.parse.tags[head] == "PRP$":
        noun = subject_after(tracer.part, head, kind) or noun
    if noun is not None and kind == "person" and is_told_of(tracer.part, noun, head):
        name = _speaker(tracer, kind, tracer.part.parse.lowers[head])
        found = Traced(name) if name else earlier(tracer, head, kind)
        return found or tracer.of(noun)
    if noun is None and kind == "organisation":
        noun = _given_out_before(tracer, head)
    if noun is not None:
        return tracer.of(noun)
    return earlier(tracer, head, kind) or Traced(_antecedent(tracer, kind))


def _given_out_before(tracer: Tracer, head: int) -> int | None:
    """The work that the sentence before tells to be made or filed, for "it": "Lawyers lodged a complaint. It said"."""
    parse = tracer.part.parse
    here = parse.sentence_of(head)
    if not here or parse.deps[head] != "nsubj":
        return None
    works = language.load("en").works
    before = range(*parse.sentences[here - 1])
    return next(
        (t for t in before if parse.deps[t] == "dobj" and parse.tags[t] == "NN" and parse.lemmas[t] in works), None
    )


def _accused(tracer: Tracer, head: int, kind: str) -> Traced | None:
    """Whom "he" stands for that denies what the sentence before tells of him: not who told it; likewise several who
    deny charges."""
    parse = tracer.part.parse
    cue = attributions.load("en").verbs.get(parse.lemmas[parse.heads[head]])
    if cue is None or cue.attitude != "denies" or parse.deps[head] != "nsubj":
        return None
    if kind == "either" and not _is_of_charges(parse, parse.heads[head]):
        return None  # "police said two men ran it; they denied having known"
    here = parse.sentence_of(head)
    before = (tracer.part, *parse.sentences[here - 1]) if here else None
    before = before or next(passages_before(tracer.text, tracer.part, head), None)
    token = None if before is None else accused_in(*before, parse.lowers[head])
    return None if before is None or token is None else replace(tracer, part=before[0]).of(token)


def _is_of_charges(parse: Parse, verb: int) -> bool:
    """Whether what is denied are charges, or what else is laid to somebody: "they deny the charges"."""
    words = language.load("en")
    denied = (parse.lemmas[c] for c in parse.children[verb] if parse.deps[c] == "dobj")
    return any(lemma in words.charge_nouns or lemma in words.claimed for lemma in denied)


def earlier(tracer: Tracer, head: int, kind: str) -> Traced | None:
    """Whom a pronoun stands for that goes on from the passage before: who spoke in its last sentence, else its subject;
    else those of the one before that."""
    lower = tracer.part.parse.lowers[head]
    persons = {party.name for party in tracer.discourse.parties if party.kind == "person"}
    for there, first, last in passages_before(tracer.text, tracer.part, head):
        start, end = there.parse.starts[first], there.parse.ends[last - 1]
        spoken = [name for name, where in tracer.spoken if start <= where < end and _fits(kind, name, persons, lower)]
        if spoken:
            return Traced(spoken[-1])
        subject = None if kind == "either" else subject_in(there, first, last, kind, lower)
        if subject is not None:
            return replace(tracer, part=there).of(subject)
    return None


def _fits(kind: str, name: str, persons: Collection[str], pronoun: str) -> bool:
    """Whether a pronoun may stand for a speaker of the passage before: a person, or a body."""
    others = language.load("en").others_than.get(pronoun, ())
    if any(word.lower() in others for word in name.split()):
        return False
    return _speaks(kind, name) or _may_be(kind, name, persons)


def _speaker(tracer: Tracer, kind: str, pronoun: str) -> str:
    """Who of the passage spoke last and may be "he"; empty where nobody did."""
    start = tracer.part.passage.span.start
    persons = {party.name for party in tracer.discourse.parties if party.kind == "person"}
    spoken = [name for name, where in tracer.spoken if start <= where < tracer.source.start]
    return next((name for name in reversed(spoken) if _fits(kind, name, persons, pronoun)), "")


def _speaks(kind: str, name: str) -> bool:
    """Whether words for a speaker are of one person: "the rector", "Ana Example's lawyer"."""
    words, told = language.load("en"), name.split()
    known = words.persons | words.callings | words.kin | words.spokespersons
    return kind == "person" and any(word.lower() in known for word in told)


def _antecedent(tracer: Tracer, kind: str) -> str:
    at, discourse = tracer.source.start, tracer.discourse
    persons = {party.name for party in discourse.parties if party.kind == "person"}
    pronoun = tracer.source.words.lower()
    spoken = [(name, where) for name, where in tracer.spoken if where < at and _fits(kind, name, persons, pronoun)]
    named = discourse.party_before(at, kind if kind != "either" else "any")
    if named is not None and kind == "person" and _is_place(tracer, named.name):
        named = None
    if kind == "either" or named is None or (spoken and spoken[-1][1] >= named.start):
        if spoken:
            return spoken[-1][0]
        titled = _titled_before(tracer) if kind == "person" else ""
        return named.name if named and kind != "either" else titled or tracer.source.words
    return named.name


def _is_place(tracer: Tracer, name: str) -> bool:
    return any(t.role == "place" and t.span.words == name for part in tracer.text.parts for t in part.toponyms)


def _may_be(kind: str, name: str, persons: Collection[str]) -> bool:
    """Whether a pronoun may stand for who spoke: "it" and "they" for no person, and none for another pronoun."""
    words = language.load("en")
    if name.lower() in words.pronouns:
        return False
    is_person = any(name.endswith(person) or person.endswith(f" {name}") for person in persons)
    if kind == "organisation":
        return not is_person and not any(word in words.persons | words.callings for word in name.lower().split())
    return is_person == (kind == "person")


def _titled_before(tracer: Tracer) -> str:
    """Somebody named last with an office, whom the parser has for no person: "asked by the MP Abel Cano. He ..."."""
    parse, words = tracer.part.parse, language.load("en")
    titles = words.persons | words.callings
    for token in range(len(parse) - 1, -1, -1):
        if parse.ends[token] > tracer.source.start or parse.pos[token] != "PROPN":
            continue
        if any(parse.lowers[c] in titles and parse.deps[c] in ("compound", "nmod") for c in parse.children[token]):
            return nouns.whole_name(parse, token)
    return ""


def those(tracer: Tracer, head: int) -> Traced | None:
    """ "Those who fled", "anyone who asked": with what says who they are."""
    parse = tracer.part.parse
    if parse.lowers[head] not in ("those", "anyone", "everyone", "anybody", "everybody"):
        return None
    said = next((c for c in parse.children[head] if parse.deps[c] in ("relcl", "prep", "acl") and c > head), None)
    if said is None:
        return Traced("")
    return Traced(parse.span(head, min(parse.subtree(said)[1], head + LONGEST_THOSE)).words)
