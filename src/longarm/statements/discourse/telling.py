"""Telling: what somebody tells somebody of, and what one lets another know: "told the court of the letters"."""

from collections.abc import Iterator, Sequence

from longarm.languages import discourse as language
from longarm.model.spans import Span
from longarm.model.statements import Attribution
from longarm.statements.attributions import contents, extents
from longarm.statements.parse import Parse

_OF = frozenset({"of", "about"})


def telling(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution for every "X told Y of ..." whose Y is told of a thing or a deed rather than of a clause."""
    taken = [span for attribution in known if attribution.source for span in attribution.cue]
    telling_verbs = language.load("en").telling_verbs
    for parse in parses:
        for verb, lemma in enumerate(parse.lemmas):
            if parse.tags[verb] == "VB" and lemma == "know" and (let := _letting(parse, verb)) is not None:
                yield let
            if lemma not in telling_verbs or parse.pos[verb] != "VERB":
                continue
            found = _telling(parse, verb)
            if found is not None and not any(span.overlaps(found.cue[0]) for span in taken):
                yield found


def _telling(parse: Parse, verb: int) -> Attribution | None:
    who = extents.subject(parse, verb)
    heard = extents.child(parse, verb, "dobj", "dative")
    if who is None or heard is None or heard < verb or extents.child(parse, verb, "auxpass") is not None:
        return None
    of = next((c for at in (verb, heard) for c in parse.children[at] if c > heard and parse.lowers[c] in _OF), None)
    content = None if of is None else _phrase(parse, of)
    if content is None:
        return None
    run = extents.trim(parse, extents.runs(extents.under(parse, who))[0])
    if run is None:
        return None
    return Attribution(
        source=(parse.span(*run),),
        cue=(parse.span(verb, verb + 1),),
        content=(content,),
        cue_lemma=parse.lemmas[verb],
    )


def _letting(parse: Parse, verb: int) -> Attribution | None:
    """ "The mayor let the paper know that ...": who lets it be known."""
    over = parse.heads[verb]
    who = extents.subject(parse, over) if parse.lemmas[over] == "let" and over != verb else None
    clause = contents.clause_of(parse, verb)
    run = None if who is None else extents.trim(parse, extents.runs(extents.under(parse, who))[0])
    said = None if clause is None else extents.trim(parse, parse.subtree(clause))
    if run is None or said is None or run[1] > over:
        return None
    return Attribution((parse.span(*run),), (parse.span(over, verb + 1),), (parse.span(*said),), cue_lemma="say")


def _phrase(parse: Parse, preposition: int) -> Span | None:
    run = extents.trim(parse, (preposition + 1, parse.subtree(preposition)[1]))
    return None if run is None else parse.span(*run)
