"""Surveyed: what a source heard from those whom it asked, part by part: "X asked 90 exiles. A third had been held"."""

from longarm.languages import discourse as language
from longarm.model.statements import Attribution
from longarm.statements.attributions import extents
from longarm.statements.clauses import is_passive
from longarm.statements.discourse import links
from longarm.statements.discourse.speech import Speech
from longarm.statements.discourse.tracing.tracer import Tracer
from longarm.statements.parse import Parse
from longarm.statements.text import Part

_WITH = frozenset({"to", "with", "at", "through"})


def surveyed(tracer: Tracer, first: int, last: int) -> Speech | None:
    """The speech of who asked or examined so many, if a sentence tells that; None where the author did."""
    parse, verbs = tracer.part.parse, language.load("en").surveying_verbs
    verb = next((t for t in range(first, last) if parse.lemmas[t] in verbs and parse.deps[t] == "ROOT"), None)
    if verb is None or is_passive(parse, verb):
        return None
    who, asked = extents.subject(parse, verb), _asked(parse, verb)
    if who is None or asked is None or not any(parse.deps[c] == "nummod" for c in parse.children[asked]):
        return None
    name = tracer.of(who).name
    source = extents.trim(parse, extents.runs(extents.under(parse, who))[0])
    if not name or source is None:
        return None
    cue, content = parse.span(verb, verb + 1), parse.span(*parse.subtree(asked))
    return Speech(Attribution((parse.span(*source),), (cue,), (content,), cue_lemma=parse.lemmas[verb]), name, "")


def _asked(parse: Parse, verb: int) -> int | None:
    """Those who are asked: "interviewed 90 exiles", "spoke to 90 exiles"."""
    asked = extents.child(parse, verb, "dobj", "dative")
    below = next((c for c in parse.children[verb] if c > verb and parse.lowers[c] in _WITH), None)
    return asked if asked is not None or below is None else extents.child(parse, below, "pobj")


def is_part(part: Part, first: int, last: int) -> bool:
    """Whether a sentence is about so many of those whom it does not name: "more than half had been threatened"."""
    parse = part.parse
    subject = links.main_subject(parse, first, last)
    if subject is None or parse.lowers[subject] in ("none", "all"):
        return False
    words = language.load("en")
    is_count = parse.tags[subject] == "CD" or parse.lowers[subject] in words.fractions | words.partitives
    below = [c for c in parse.children[subject] if parse.deps[c] in ("prep", "relcl", "acl") and c > subject]
    is_of_others = any(parse.lowers[c] == "of" for c in below)
    return (
        is_count and not is_of_others and not any(parse.lowers[c] in ("the", "these") for c in parse.children[subject])
    )
