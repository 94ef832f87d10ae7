"""Holdings: what somebody holds somebody or something to be, told by "see" and no clause: "see Minsk behind it"."""

from collections.abc import Iterator, Sequence

from longarm.languages import discourse as language
from longarm.model.statements import Attribution
from longarm.statements.attributions import extents, tags
from longarm.statements.discourse import links
from longarm.statements.parse import Parse

SEE = "see"
_JOINING = frozenset({"but", "and", "yet"})
_VERBS = frozenset({"VERB", "AUX"})
_BEHIND = frozenset({"as", "behind"})


def holdings(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution for every "X sees Y as Z", "X sees Y behind Z" and "X sees no reason to", where none is known."""
    taken = [span for attribution in known for span in attribution.cue]
    for parse in parses:
        for verb, lemma in enumerate(parse.lemmas):
            if lemma != SEE or parse.pos[verb] != "VERB":
                continue
            found = _holding(parse, verb)
            if found is not None and not any(span.overlaps(found.cue[0]) for span in taken):
                yield found


def opinions(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution for every "For the institute they are police stations": what a body holds them to be."""
    for parse in parses:
        for at, lower in enumerate(parse.lowers):
            if lower == "for" and (found := _opinion(parse, at)) is not None:
                yield found


def _opinion(parse: Parse, at: int) -> Attribution | None:
    """What "for X" at the head of a sentence, or of what a semicolon opens, tells X to hold."""
    start, stop = extents.stretch(parse, at)
    body = extents.child(parse, at, "pobj")
    if at - start > 1 or (at > start and parse.lowers[start] not in _JOINING) or body is None:
        return None
    end = parse.subtree(at)[1]
    is_set_off = end < stop and parse.words[end] == ","
    if not (_is_body(parse, body) or (is_set_off and _is_holder(parse, body))):
        return None
    over = parse.heads[at]
    subject = extents.subject(parse, over) if at < over < stop else links.main_subject(parse, at, stop)
    content = extents.trim(parse, (end, stop))
    if subject is None or content is None or subject < end or parse.pos[parse.heads[subject]] not in _VERBS:
        return None
    if parse.lowers[subject] not in links.LINKS and parse.lemmas[parse.heads[subject]] != "be":
        return None
    source, cue = parse.span(at + 1, end), parse.span(at, at + 1)
    return Attribution((source,), (cue,), (parse.span(*content),), cue_lemma="for")


def _is_holder(parse: Parse, token: int) -> bool:
    """Whether a noun is of a state by its capital, or of people who hold a view: "for Minsk, they are traitors"."""
    is_state = any(label == "GPE" and first <= token < last for first, last, label in parse.entities)
    return is_state or tags.is_one_who_speaks(parse, token)


def _is_body(parse: Parse, token: int) -> bool:
    """Whether a noun is a body by name or kind, and no time or purpose ("for the first time")."""
    is_named = any(label == "ORG" and first <= token < last for first, last, label in parse.entities)
    return is_named or (parse.lemmas[token] in language.load("en").organisations and parse.tags[token] in ("NN", "NNP"))


def _holding(parse: Parse, verb: int) -> Attribution | None:
    who, seen = extents.subject(parse, verb), extents.child(parse, verb, "dobj")
    if who is None or seen is None or not who < verb < seen or not _is_view(parse, verb, seen):
        return None
    last = max(
        parse.subtree(c)[1] for c in parse.children[verb] if c >= seen and parse.deps[c] not in ("conj", "punct")
    )
    source = extents.trim(parse, extents.runs(extents.under(parse, who))[0])
    attitude = _attitude(parse, verb, seen)
    content = extents.trim(parse, (seen + 1 if attitude == "denies" else parse.subtree(seen)[0], last))
    if source is None or content is None or source[1] > verb:
        return None
    return Attribution(
        source=(parse.span(*source),),
        cue=(parse.span(verb, _denied_at(parse, verb, seen) + 1),),
        content=(parse.span(*content),),
        attitude=attitude,
        cue_lemma=SEE,
    )


def _denied_at(parse: Parse, verb: int, seen: int) -> int:
    """The "no" of "sees no reason to", which is of the voice; else the verb itself."""
    return verb + 1 if verb + 1 < seen and parse.lowers[verb + 1] == "no" else verb


def _attitude(parse: Parse, verb: int, seen: int) -> str:
    """ "Sees no reason to" denies that there is one; "does not see them as spies" doubts it."""
    if any(parse.lowers[c] == "no" for c in parse.children[seen]):
        return "denies"
    return "doubts" if any(parse.deps[c] == "neg" for c in parse.children[verb]) else "asserts"


def _is_view(parse: Parse, verb: int, seen: int) -> bool:
    """Whether it is seen in the mind: as something, behind something, or what only a mind sees ("a pattern")."""
    if parse.lemmas[seen] in language.load("en").viewed:
        return True
    below = (*parse.children[verb], *parse.children[seen])
    return any(c > seen and parse.deps[c] == "prep" and parse.lowers[c] in _BEHIND for c in below)
