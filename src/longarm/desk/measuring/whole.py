"""The rest of a figure, beside its number: its places, when it was, as of when, its whole, its basis, its operator."""

from collections.abc import Iterator, Sequence

from longarm.desk.measuring.labelled import Data, Row, Span, anchor
from longarm.desk.measuring.marks import Mark, is_same_name, quantity_span, sets, shared
from longarm.model.places import WORLD

ROLES = ("scope", "from", "to")  # the roles of a figure's places that are compared
WORLD_NAME = "World"  # in a label, whatever words the text has for it


def whole_marks(row: Row, gold: Data, match: Data | None, read: Data) -> Iterator[Mark]:
    """A mark for each aspect of a figure that its label has and the label or the reading fills.

    Args:
        gold: the label; `places`, `period`, `as_of`, `part_of`, `basis` and `operator` may each be left out; null, {}
            and "" say that the figure has none.
        match: the statement that was read there, None where none was.
        read: all that was read in the text.
    """
    given: Data = match or {}
    at = repr(gold["at"])
    if "places" in gold:
        want = {(str(name), str(role)) for name, role in gold["places"].items()}
        have = {(_named(place, want), place["role"]) for place in given.get("places", ()) if place["role"] in ROLES}
        yield from sets("scopes", _told(want), _told(have), at)
    for aspect, field in (("periods", "period"), ("as-of", "as_of")):
        if field in gold:
            yield from _compared(aspect, gold[field] or "", _edtf(given.get(field)), at)
    if "part_of" in gold:
        yield from _compared("wholes", gold["part_of"] or "", _whole(row, gold, given, read), at)
    if "basis" in gold:
        yield from _compared("bases", gold["basis"], given.get("quantity", {}).get("basis", ""), at)
    if "operator" in gold:
        operator = str(given.get("roles", {}).get("operator", ""))
        same = is_same_name(operator, gold["operator"])
        yield from _compared("operators", gold["operator"], gold["operator"] if same else operator, at)


def _compared(aspect: str, want: str, have: str, at: str) -> Iterator[Mark]:
    if want or have:
        note = f"{at}: {have or 'none'}, not {want or 'none'}"
        yield Mark(aspect, want == have, bool(have), bool(want), note)


def _told(places: set[tuple[str, str]]) -> set[str]:
    return {f"{role} {name}" for name, role in places}


def _named(place: Data, want: set[tuple[str, str]]) -> str:
    """The name of a place as the label has it, else as the text has it."""
    if place.get("id") == WORLD:
        return WORLD_NAME
    own = (str(place.get("words", "")), str(place.get("name", "")))
    return next((name for name, _ in sorted(want) if any(is_same_name(name, word) for word in own)), own[0])


def _edtf(period: Data | None) -> str:
    """A period in one writing: `2023-03`, `2014/2020`, `2014/..`."""
    if not period:
        return ""
    start, end = period.get("start"), period.get("end")
    return str(start) if start == end else f"{start or '..'}/{end or '..'}"


def _whole(row: Row, gold: Data, given: Data, read: Data) -> str:
    """The words of the label where the figure was made a part of that whole, else those of the whole that was read."""
    ids = given.get("quantity", {}).get("part_of") or ()
    wholes: Sequence[Data] = [item for item in read.get("statements", ()) if item["id"] in ids and item.get("quantity")]
    if not wholes:
        return ""
    words = str(gold["part_of"] or "")
    place: Span | None = anchor(row, {"at": words}) if words else None
    if place is not None and any(shared(place, quantity_span(item)) for item in wholes):
        return words
    return str(wholes[0]["quantity"].get("words", ""))
