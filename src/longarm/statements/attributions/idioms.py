"""Idioms: a verb and words after it that say together: "made it clear that", "let slip that", "is of the view that"."""

from longarm.languages.attributions import AttributionWords
from longarm.statements.attributions import extents, sources
from longarm.statements.attributions.contents import Frame
from longarm.statements.attributions.extents import Run
from longarm.statements.parse import Parse

ANYBODY = "*"  # at the end of an idiom: whom it is said to ("put it to the witness that")
LONGEST = 8  # tokens of whom something is said to


def said(parse: Parse, verb: int, words: AttributionWords) -> tuple[Run, Run | None, Frame] | None:
    """The words, the source and the clause of an idiom that a verb begins; None where it begins none."""
    last = next((end for group in words.idioms[parse.lemmas[verb]] if (end := _end(parse, verb, group))), None)
    if (
        last is None
        or parse.tags[verb] == "VB"
        or any(parse.deps[c] in ("auxpass", "neg") for c in parse.children[verb])
    ):
        return None
    token, _ = sources.of_verb(parse, verb)
    source = None if token is None or token > verb else sources.reach(parse, token, verb, words.verbs)
    head = parse.heads[last]
    stop = parse.subtree(head)[1] if head > last else extents.stretch(parse, last)[1]
    run = extents.trim(parse, (last, stop))
    return None if source is None or run is None else ((verb, last), source, ("clause", [run], None))


def _end(parse: Parse, verb: int, group: tuple[str, ...]) -> int | None:
    """The "that" right behind an idiom."""
    last = verb + 1 + len(group)
    if group[-1] == ANYBODY:
        last = next((t for t in range(last, min(last + LONGEST, len(parse))) if parse.lowers[t] == "that"), last)
        group = group[:-1]
        return last if tuple(parse.lowers[verb + 1 : verb + 1 + len(group)]) == group else None
    is_said = tuple(parse.lowers[verb + 1 : last]) == group and parse.lowers[last : last + 1] == ["that"]
    return last if is_said else None
