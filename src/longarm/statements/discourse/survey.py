"""The survey of a text: the parties and works that it names."""

from collections.abc import Sequence

from longarm.model.statements import Attribution, PersonMention
from longarm.statements.discourse import works
from longarm.statements.discourse.named import Discourse, Party
from longarm.statements.discourse.names import head_of, is_called_body, is_name, is_place, widen
from longarm.statements.parse import Parse


def survey(parses: Sequence[Parse], attributions: Sequence[Attribution], people: Sequence[PersonMention]) -> Discourse:
    """The parties and works that a text names."""
    discourse = Discourse()
    persons = {(mention.span.start, mention.span.end) for mention in people}
    speaking = {(span.start, span.end) for attribution in attributions for span in attribution.source}
    for parse in parses:
        discourse.parties.extend(_parties(parse, persons, speaking))
        discourse.works.extend(works.works(parse, attributions))
    works.join(discourse)
    return discourse


def _parties(parse: Parse, persons: set[tuple[int, int]], speaking: set[tuple[int, int]]) -> list[Party]:
    found = []
    taken: set[int] = set()
    for first, last, label in parse.entities:
        if label not in ("ORG", "PERSON", "GPE", "NORP"):
            continue
        span = parse.span(first, last)
        if label == "PERSON" or any(start <= span.start < end for start, end in persons):
            is_person = any(start <= span.start < end for start, end in persons) and not is_called_body(parse, last - 1)
            kind = "person" if is_person else "organisation"
        elif label == "ORG":
            kind = "organisation"
        else:
            kind = "other"
        head = head_of(parse, span.start, span.end)
        start, end = widen(parse, head if head is not None else last - 1)
        if kind == "organisation":
            name = parse.span(start, end).words
            found.append(Party(name, span.start, kind))
            taken.update(range(start, end))
        elif kind == "person":
            found.append(Party(span.words, span.start, kind))
    for low, high in speaking:
        token = parse.token_at(low)
        if token is None or not parse.starts[0] <= low < parse.ends[-1]:
            continue
        head = head_of(parse, low, high)
        if head is not None and is_name(parse, head) and head not in taken and not is_place(parse, head):
            start, end = widen(parse, head)
            span = parse.span(start, end)
            is_person = any(a <= span.start < b or a < span.end <= b for a, b in persons)
            kind = "person" if is_person and not is_called_body(parse, head) else "organisation"
            found.append(Party(span.words, span.start, kind))
    return sorted(found, key=lambda party: party.start)
