"""Places that the gazetteer lacks, by what the parser says of them or by the words beside them."""

from collections.abc import Iterator, Sequence

from longarm.statements.toponyms import placesigns
from longarm.statements.toponyms.placesigns import PLACES, View

PLACE = "place"
LONGEST_UNLISTED = 4  # tokens with the "of" before them
Found = tuple[int, int, str]  # first token, one past the last, role


def unlisted(view: View, found: Sequence[Found]) -> list[Found]:
    """Places of the parser that the gazetteer lacks: rivers and seas, small towns, streets."""
    taken = {token for first, last, _ in found for token in range(first, last)}
    added = []
    for first, last, label in view.parse.entities:
        if label not in PLACES or not taken.isdisjoint(range(first, last)):
            continue
        if view.lower(first) == "the" and last > first + 1:
            first += 1
        if view.parse.words[first][0].isupper() and placesigns.is_place_unlisted(view, first, last):
            added.append((first, last, PLACE))
            taken.update(range(first, last))
    return added + [
        name for name in (*_of_kinds(view), *_before_kinds(view)) if taken.isdisjoint(range(name[0], name[1]))
    ]


def _of_kinds(view: View) -> Iterator[Found]:
    """Names that the words before them call a place ("the village of Dunmore"), known or not."""
    words, lowers, parse = view.words, view.parse.lowers, view.parse
    for at in range(1, len(lowers) - 1):
        if lowers[at] != "of" or lowers[at - 1] not in words.kinds | words.land or not _is_name(view, at + 1):
            continue
        last = at + 2
        while last < view.ends[at] and _is_name(view, last):
            last += 1
        if parse.words[at - 1].islower() and not view.loud[at] and last - at <= LONGEST_UNLISTED:
            yield at + 1, last, PLACE


def _before_kinds(view: View) -> Iterator[Found]:
    """Names that the word after them calls a place ("the Dunmore district"), known or not."""
    parse, words = view.parse, view.words
    for at in range(1, len(parse.lowers)):
        if parse.lowers[at] not in words.kinds or not parse.words[at].islower() or parse.pos[at] != "NOUN":
            continue
        first = at
        while first > 0 and at - first < LONGEST_UNLISTED - 1 and _is_name(view, first - 1):
            first -= 1
        if first < at and not view.is_start(first) and _is_unlisted_name(view, first, at):
            yield first, at, PLACE


def _is_unlisted_name(view: View, first: int, last: int) -> bool:
    """Whether capitalised words before the word for a kind of place are a name, and no party, people or person."""
    entity = view.entity[first]
    if entity is not None and (entity[2] == "NORP" or (entity[2] == "PERSON" and last > first + 1)):
        return False
    words = view.parse.words[first:last]
    if any(word.isupper() or not word[0].isalpha() for word in words) or any(
        w.lower() in view.words.never for w in words
    ):
        return False
    return view.lower(first - 1) in view.words.before or view.lower(first - 1) == "the"


def _is_name(view: View, token: int) -> bool:
    return view.parse.pos[token] == "PROPN" and view.parse.words[token][0].isupper()
