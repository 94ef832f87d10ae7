"""Holdings: what somebody holds somebody or something to be, told by "see" and no clause: "see Minsk behind it"."""

from collections.abc import Iterator, Sequence

from longarm.languages import discourse as language
from longarm.model.statements import Attribution
from longarm.statements.attributions import extents
from longarm.statements.parse import Parse

SEE = "see"
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
        cue=(parse.span(verb, verb + 1),),
        content=(parse.span(*content),),
        attitude=attitude,
        cue_lemma=SEE,
    )


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
