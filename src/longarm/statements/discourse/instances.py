"""Instances: who a case is told to be documented by, which tells the rest of it: "in one case cited by X, ..."."""

from collections.abc import Iterator, Sequence

from longarm.languages import discourse as language
from longarm.model.statements import Attribution
from longarm.statements.attributions import extents
from longarm.statements.parse import Parse

_BY = frozenset({"by", "in"})


def instances(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution for every sentence that opens with a case and who documents it, where it has no other source."""
    words = language.load("en")
    for parse in parses:
        for first, last in parse.sentences:
            if parse.lowers[first] != "in" or not any(parse.lemmas[t] in words.instances for t in range(first, last)):
                continue
            found = _documented(parse, first)
            told = None if found is None else extents.trim(parse, (parse.subtree(first)[1], last))
            if found is None or told is None:
                continue
            cue, by = found
            content, source = parse.span(*told), extents.trim(parse, extents.runs(extents.under(parse, by))[0])
            if source is None or any(one.source and content.start <= one.cue[0].start < content.end for one in known):
                continue
            yield Attribution(
                (parse.span(*source),), (parse.span(cue, cue + 1),), (content,), cue_lemma=parse.lemmas[cue]
            )


def _documented(parse: Parse, first: int) -> tuple[int, int] | None:
    """(the participle, by whom) of "in one case documented by X", before the clause that it belongs to."""
    words = language.load("en")
    case = extents.child(parse, first, "pobj")
    if case is None or parse.lemmas[case] not in words.instances or parse.heads[first] < case:
        return None
    for verb in parse.children[case]:
        if parse.tags[verb] != "VBN" or parse.lemmas[verb] not in words.documenting_verbs:
            continue
        by = next((c for c in parse.children[verb] if parse.lowers[c] in _BY), None)
        who = None if by is None else extents.child(parse, by, "pobj")
        if by is not None and who is not None and _tells(parse, by, who):
            return verb, who
    return None


def _tells(parse: Parse, by: int, who: int) -> bool:
    """Whether it is somebody who documents, or a work in which ("recorded in a report"), and no place or year."""
    words = language.load("en")
    return parse.lowers[by] == "by" or parse.lemmas[who] in words.works or parse.lowers[who] in words.referring_works
