"""References: the party that "the embassy", "the group" or "the minister" goes on with."""

from collections.abc import Container
from dataclasses import replace

from longarm.languages import attributions
from longarm.languages import discourse as language
from longarm.statements.discourse import called, nouns
from longarm.statements.discourse.antecedents import subject_before
from longarm.statements.discourse.named import Party
from longarm.statements.discourse.names import is_name
from longarm.statements.discourse.tracing import descriptions
from longarm.statements.discourse.tracing.tracer import Traced, Tracer
from longarm.statements.text import Part

_AGAIN = frozenset({"based", "same", "said"})  # which with a noun only say that it is the one named before


def reference(tracer: Tracer, head: int) -> Traced | None:
    """ "The embassy", "the group", "the minister": the one described or named before."""
    parse, words = tracer.part.parse, language.load("en")
    lemma = parse.lemmas[head]
    speaks = lemma in words.spokespersons
    if parse.tags[head] in ("NNS", "NNPS"):
        return _together(tracer, head)
    if not nouns.is_bare(parse, head, _AGAIN):
        is_person = nouns.has(parse, head, {"the"}) and lemma in words.persons | words.callings
        return _of_office(tracer, head) if is_person else None
    if nouns.has(parse, head, {"the", "this", "that"}):
        if lemma in words.persons | words.callings and (name := _called(tracer, head)) is not None:
            return Traced(name or descriptions.description(tracer, head))
        if earlier := _described_before(tracer, head):
            return Traced(earlier)
        if introduced := _introduced_before(tracer, head):
            return Traced(introduced)
        for kind, lemmas in (("organisation", words.organisations), ("person", words.persons)):
            if lemma in lemmas and not speaks and (name := _named_before(tracer, lemma, kind)):
                return Traced(name)
    is_of_told = lemma in words.functionaries and nouns.has(parse, head, {"a", "an"})
    return _spokesperson(tracer, head, is_of_told) if speaks or is_of_told else None


def _together(tracer: Tracer, head: int) -> Traced | None:
    """The people, or those who spoke together, that "the researchers" and "the two groups" go on with."""
    parse, at = tracer.part.parse, tracer.source.start
    if not nouns.has(parse, head, {"the", "both", "these"}) or not nouns.is_bare(parse, head):
        return None
    before = [name for name, where in tracer.spoken if where < at]
    if parse.lemmas[head] in language.load("en").organisations:
        several = next((name for name in reversed(before) if name in tracer.discourse.joint), "")
        return Traced(several, parties=tracer.discourse.joint[several]) if several else None
    told = parse.lowers[head]
    return next((Traced(name) for name in reversed(before) if told in name.lower().split()), None)


def _of_office(tracer: Tracer, head: int) -> Traced | None:
    """The person whom a text gave an office that is told in several words: "the vice president"."""
    parse = tracer.part.parse
    first = min((c for c in parse.children[head] if parse.deps[c] in ("amod", "compound")), default=head)
    told, last = parse.lowers[first : head + 1], parse.subtree(head)[1]
    if first == head or last > head + 1:
        return None
    for part in reversed(tracer.text.parts):
        for mention in reversed(part.people):
            office = mention.office.words.lower().split() if mention.office else []
            is_before = mention.span.start < parse.starts[head]
            if is_before and any(office[at : at + len(told)] == list(told) for at in range(len(office))):
                return Traced(called.full_name(tracer.discourse, mention.span.words))
    return None


def _called(tracer: Tracer, head: int) -> str | None:
    """Whom "the activist" names; empty where the text does not tell which of several."""
    return called.last_called(tracer.text, tracer.discourse, tracer.part, head, tracer.spoken)


def _spokesperson(tracer: Tracer, head: int, is_of_told: bool) -> Traced | None:
    """ "A spokesperson": of the body that the sentences before are about; "an official": of the one that is told of."""
    body = subject_before(tracer.part, head, "organisation")
    parse = tracer.part.parse
    if body is not None and is_of_told and parse.sentence_of(body) != parse.sentence_of(head):
        return None
    return None if body is None else Traced(f"{tracer.part.parse.words[head]} for {tracer.of(body).name}")


def _named_before(tracer: Tracer, lemma: str, kind: str) -> str:
    """The party that "the <lemma>" stands for: one whose name has the word, else the last that spoke, else the last."""
    named = [p for p in tracer.discourse.parties if p.start < tracer.source.start and p.kind == kind]
    if lemma in language.load("en").companies:
        finders = {work.party for work in tracer.discourse.works}
        named = [p for p in named if p.name not in finders]  # who publishes findings is not who sells what was found
    bearing = [p for p in named if lemma in p.name.lower().split()]
    if kind == "organisation" and not bearing:
        named = [p for p in named if not _is_state_or_place(tracer, p)]
    if kind == "person":
        named = [p for p in named if called.may_be_called(tracer.text, tracer.discourse, p.name, lemma)]
    generic = kind == "person" or lemma in language.load("en").generic_organisations
    speakers = {name for name, where in tracer.spoken if where < tracer.source.start}
    speaking = [party for party in named if party.name in speakers]
    if generic and (adds := _adds(tracer, {party.name for party in named})):
        return adds
    chosen = bearing or ((speaking or named) if generic else [])
    if kind == "organisation" and lemma in language.load("en").advocates and not bearing:
        owners = {work.party for work in tracer.discourse.works}
        chosen = [p for p in chosen if p.name in owners] or chosen
    subjects = [p for p in chosen if _is_subject(tracer, p.start)]
    return (subjects or chosen)[-1].name if chosen else ""


def _adds(tracer: Tracer, named: Container[str]) -> str:
    """Who spoke last in the passage, for "the company added": nobody adds to what another said."""
    parse, source = tracer.part.parse, tracer.source
    token = parse.token_at(source.start)
    behind = parse.token_at(source.end + 1)
    if token is None or behind is None or parse.lemmas[behind] not in ("add", "continue"):
        return ""
    spoken = [name for name, where in tracer.spoken if parse.offset <= where < source.start]
    return spoken[-1] if spoken and spoken[-1] in named else ""


def _introduced_before(tracer: Tracer, head: int) -> str:
    """What "the coalition" stands for where "a coalition of 14 groups" spoke before in the passage, or empty."""
    parse = tracer.part.parse
    lemma = parse.lemmas[head]
    if lemma not in language.load("en").organisations:
        return ""
    verbs = attributions.load("en").verbs
    spoke = (
        t
        for t in range(head - 1, -1, -1)
        if parse.lemmas[t] == lemma and parse.deps[t] == "nsubj" and parse.lemmas[parse.heads[t]] in verbs
    )
    before = next((t for t in spoke if nouns.has(parse, t, {"a", "an"})), None)
    if before is None or any(parse.deps[c] == "appos" for c in parse.children[before]):
        return ""
    return descriptions.description(tracer, before)


def _is_state_or_place(tracer: Tracer, party: Party) -> bool:
    """Whether a name is of a place, or of a body in session or of a state, which nobody calls "the group"."""
    known, name = language.load("en").hearing_bodies, party.name.lower()
    if name in known or name.split()[-1] in known - {"house"}:  # Freedom House is a group
        return True
    if _is_body(tracer, party):
        return False
    return any(t.span.words == party.name and t.role == "place" for part in tracer.text.parts for t in part.toponyms)


def _is_body(tracer: Tracer, party: Party) -> bool:
    """Whether the parser takes a name for a body's where it stands, though a place has the same."""
    part = tracer.text.part_at(party.start)
    return part is not None and any(
        label == "ORG" and part.parse.starts[first] <= party.start < part.parse.ends[last - 1]
        for first, last, label in part.parse.entities
    )


def _is_subject(tracer: Tracer, char: int) -> bool:
    """Whether a name is in the subject of the main clause of its sentence, which "the court" goes on with first."""
    part = tracer.text.part_at(char)
    token = None if part is None else part.parse.token_at(char)
    if part is None or token is None:
        return False
    parse = part.parse
    main = next((t for t in range(*parse.sentences[parse.sentence_of(token)]) if parse.deps[t] == "ROOT"), None)
    subject = (
        None if main is None else next((c for c in parse.children[main] if parse.deps[c].startswith("nsubj")), None)
    )
    return subject is not None and subject in (token, *called.within(parse, token))


def _described_before(tracer: Tracer, head: int) -> str:
    """What "the embassy" stands for where the text spoke of "the Chinese embassy" before, or empty: the last that was a
    subject, else the last of all."""
    part = tracer.part
    found: list[tuple[Part, int]] = []
    for earlier in [p for p in tracer.text.parts if p.passage.span.start <= part.passage.span.start]:
        stop = head if earlier is part else len(earlier.parse)
        found += [(earlier, t) for t in range(stop) if called.bears_name(earlier.parse, t, part.parse.lemmas[head])]
    subjects = [(p, t) for p, t in found if p.parse.deps[t] in ("nsubj", "nsubjpass")]
    if not found:
        return ""
    there, token = (subjects or found)[-1]
    beside = (
        *called.within(there.parse, token),
        *(c for c in there.parse.children[token] if there.parse.deps[c] == "appos"),
    )
    if (name := next((t for t in reversed(beside) if is_name(there.parse, t)), None)) is not None:
        return nouns.whole_name(there.parse, name)  # "the Danish broadcaster Canal Nord"
    if there.parse.pos[token] == "PROPN":
        return nouns.whole_name(there.parse, token)
    return descriptions.description(replace(tracer, part=there), token)
