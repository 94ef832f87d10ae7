"""Towns that are called like somebody of their text: there the name is the person's, unless the words tell a town."""

import dataclasses
import re

from longarm.model.claims import Resolved
from longarm.model.places import Place
from longarm.model.spans import Span
from longarm.model.statements import Reading
from longarm.places import gazetteer
from longarm.places.words import load

SMALL_TOWN = 100_000  # inhabitants; larger towns are told of beside their namesakes
_LAST = re.compile(r"([^\W\d_]+)\W*$")
_NEXT = re.compile(r"(?:['’]s)?\s+([^\W\d_]+)")


def names(reading: Reading) -> frozenset[str]:
    """Whole names of the people of a text, and their first and last words, in lower case."""
    whole = (mention.span.words.casefold() for mention in reading.people if " " in mention.span.words)
    return frozenset(word for name in whole for word in (name, name.split()[0], name.split()[-1]))


def without_namesakes(item: Resolved, called: frozenset[str], reading: Reading) -> Resolved:
    """A statement without the towns that are called like somebody in its text.

    A town of some size stays where the words beside it tell a place: "in London", "London police".

    Args:
        called: what the people of the text are called.
    """
    mentions = item.statement.places
    if item.statement.by or not any(place.words.casefold() in called for place in item.places):
        return item
    kept = tuple(
        place
        for place, mention in zip(item.places, mentions, strict=True)
        if place.words.casefold() not in called or _is_told(place.id, mention.toponym.span, item, reading)
    )
    return dataclasses.replace(item, places=kept)


def _is_told(identity: str, span: Span, item: Resolved, reading: Reading) -> bool:
    place: Place | None = gazetteer.load().place(identity)
    if place is None or place.level != "city":
        return True
    return place.population >= SMALL_TOWN and _is_placed(span, item, reading)


def _is_placed(span: Span, item: Resolved, reading: Reading) -> bool:
    """Whether the words beside a name tell a place."""
    at = item.statement.passage
    passage = reading.passages[at].span if 0 <= at < len(reading.passages) else span
    before, after = passage.words[: span.start - passage.start], passage.words[span.end - passage.start :]
    known = load()
    last, following = _LAST.search(before), _NEXT.match(after)
    if last is not None and last.group(1).casefold() in known.before | {"to"}:
        return True
    return following is not None and following.group(1).casefold() in known.things | known.streets
