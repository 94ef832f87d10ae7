"""Authors: an author that speaks of itself, which is no further voice."""

from longarm.languages import discourse as language
from longarm.statements.attributions.nested import FIRST_PERSONS
from longarm.statements.discourse import nouns
from longarm.statements.discourse.tracing.tracer import Traced, Tracer
from longarm.statements.text import Part


def author(tracer: Tracer, head: int) -> Traced | None:
    """ "We", "this report", "the page": the author speaks of itself, which is no further voice."""
    parse, words = tracer.part.parse, language.load("en")
    lemma = parse.lemmas[head]
    is_own_work = lemma in words.works and nouns.has(parse, head, {"this", "our", "my"})
    is_own_page = (
        lemma in words.own_pages
        and parse.pos[head] == "NOUN"
        and (
            (nouns.has(parse, head, {"the", "this"}) and nouns.is_bare(parse, head))
            or (head + 1 < len(parse) and parse.words[head + 1] == ":")
        )
    )
    is_own_page = is_own_page or _is_own_opening(tracer, head)
    is_own_page = is_own_page and not any(work.kind == lemma and work.party for work in tracer.discourse.works)
    is_self = parse.lowers[head] in FIRST_PERSONS and parse.words[head] != "US"
    return Traced("") if is_own_work or is_own_page or is_self else None


def _is_own_opening(tracer: Tracer, head: int) -> bool:
    """Whether a text opens by saying what it is: "An opinion piece says that ..."; and "the author" of such a text."""
    parse, words = tracer.part.parse, language.load("en")
    if parse.lemmas[head] == "author" and nouns.has(parse, head, {"the"}) and nouns.is_bare(parse, head):
        return any(p.parse.lemmas[t] in words.own_openings for p in tracer.text.parts[:1] for t in _first_subject(p))
    is_first = tracer.part is tracer.text.parts[0] and parse.sentence_of(head) == 0
    is_own = parse.lemmas[head] in words.own_openings and nouns.has(parse, head, {"a", "an", "this"})
    return is_first and is_own and not any(parse.deps[c] in ("prep", "poss", "acl") for c in parse.children[head])


def _first_subject(part: Part) -> tuple[int, ...]:
    """The subject of the first sentence of a passage."""
    if not len(part.parse):
        return ()
    first, last = part.parse.sentences[0]
    return tuple(t for t in range(first, last) if part.parse.deps[t] == "nsubj")[:1]
