"""The survey of a text: the parties and works that it names."""

from collections.abc import Iterator, Mapping, Sequence

from longarm.languages import discourse as language
from longarm.model.statements import Attribution, PersonMention
from longarm.statements.discourse import works
from longarm.statements.discourse.named import Discourse, Party
from longarm.statements.discourse.names import head_of, is_called_body, is_name, is_place, joined, joint_names, widen
from longarm.statements.discourse.nouns import past_kind
from longarm.statements.parse import Parse


def survey(
    parses: Sequence[Parse],
    attributions: Sequence[Attribution],
    people: Sequence[PersonMention],
    named: Sequence[str] = (),
) -> Discourse:
    """The parties and works that a text names.

    Args:
        named: the names of people that stand elsewhere than in headlines, whose other words may run into a name.
    """
    bodies = language.load("en").organisations  # "the Observatory" is nobody's name
    people = [mention for mention in people if mention.span.words.lower() not in bodies]
    names = named or [mention.span.words for mention in people]
    discourse = Discourse(people=tuple(dict.fromkeys(name for name in names if name.lower() not in bodies)))
    persons = {(mention.span.start, mention.span.end): mention.span.words for mention in people}
    speaking = {(span.start, span.end) for attribution in attributions for span in attribution.source}
    for parse in parses:
        discourse.parties.extend(_parties(parse, persons, speaking))
        discourse.works.extend(works.works(parse, attributions))
        discourse.joint.update(_joint(parse))
    works.join(discourse)
    return discourse


def _joint(parse: Parse) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The names that "and" joins, under one name."""
    for token, dep in enumerate(parse.deps):
        is_second = dep == "conj" and parse.pos[token] == "PROPN" and parse.deps[parse.heads[token]] != "conj"
        if is_second and (names := joint_names(parse, parse.heads[token])):
            yield joined(names), names


def _parties(parse: Parse, persons: Mapping[tuple[int, int], str], speaking: set[tuple[int, int]]) -> list[Party]:
    """The parties of a passage; a person by the name alone, without title and office."""
    found = []
    taken: set[int] = set()
    for first, last, label in parse.entities:
        if label not in ("ORG", "PERSON", "GPE", "NORP") or all(parse.pos[t] == "ADJ" for t in range(first, last)):
            continue
        span = parse.span(first, last)
        named = next((name for (low, high), name in persons.items() if low < span.end and span.start < high), "")
        if label == "PERSON" or any(start <= span.start < end for start, end in persons):
            kind = "person" if named and not is_called_body(parse, last - 1) else "organisation"
        elif label == "ORG":
            kind = "organisation"
        else:
            kind = "other"
        head = head_of(parse, span.start, span.end)
        start, end = widen(parse, head if head is not None else last - 1)
        if kind == "organisation":
            name = parse.span(past_kind(parse, start, end), end).words
            found.append(Party(name, span.start, kind))
            taken.update(range(start, end))
        elif kind == "person":
            found.append(Party(named, span.start, kind))
    for low, high in speaking:
        token = parse.token_at(low)
        if token is None or not parse.starts[0] <= low < parse.ends[-1]:
            continue
        head = head_of(parse, low, high)
        if head is not None and is_name(parse, head) and head not in taken and not is_place(parse, head):
            start, end = widen(parse, head)
            span = parse.span(past_kind(parse, start, end), end)
            named = next((name for (a, b), name in persons.items() if a <= span.start < b or a < span.end <= b), "")
            is_person = bool(named) and not is_called_body(parse, head)
            found.append(
                Party(named if is_person else span.words, span.start, "person" if is_person else "organisation")
            )
    return sorted(found, key=lambda party: party.start)
