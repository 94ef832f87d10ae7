"""What one labelled row and what was read in its text have in common, thing by thing."""

from collections.abc import Sequence
from typing import Any

from longarm.codebook.loader import methods, responses
from longarm.desk.measuring.labelled import Data, Row, Span, anchor
from longarm.desk.measuring.marks import Mark as Mark
from longarm.desk.measuring.marks import is_same_name as is_same_name
from longarm.desk.measuring.marks import quantity_span, sets, shared, span
from longarm.desk.measuring.whole import whole_marks


def compare(row: Row, read: Data) -> tuple[Mark, ...]:
    """Every comparison of a row with what was read in its text (the shape of `longarm read`)."""
    expect, found = row.expect, []
    if "figures" in expect:
        found += _figures(row, read)
    if "statements" in expect:
        found += [mark for gold in expect["statements"] for mark in _statement(row, gold, read)]
    if "places" in expect:
        found += _spanned(row, "places", _places(read), ("toponyms", "places"), _is_same_place)
    if "times" in expect:
        found += _spanned(row, "times", _times(read), ("times", "dates"), _is_same_time)
    for label, known in (("methods", method_ids), ("responses", response_ids)):
        if label in expect:
            named = {str(item.get(field, "")) for item in read.get("statements", ()) for field in ("method", "stage")}
            given = named & known()
            found += sets(label, set(expect[label]), given)
    return tuple(found)


def method_ids() -> set[str]:
    """Ids of all methods of the codebook."""
    return {method.id for method in methods()}


def response_ids() -> set[str]:
    """Ids of all host-state responses of the codebook."""
    return {response.id for response in responses()}


def _figures(row: Row, read: Data) -> list[Mark]:
    left = [item for item in read.get("statements", ()) if item.get("kind") == "figure" and item.get("quantity")]
    found: list[Mark] = []
    for gold in row.expect["figures"]:
        match = _figure_at(_anchored(row, gold), left)
        if match is not None:
            left.remove(match)
        if not gold.get("free"):
            found += _figure_marks(gold, match)
            found += whole_marks(row, gold, match, read)
    for item in left:
        note = f"{item['quantity'].get('words')!r} is no figure"
        found += [Mark(aspect, False, True, False, note) for aspect in ("figures", "qualifiers")]
    return found


def _figure_at(place: Span, statements: list[Data]) -> Data | None:
    near = [item for item in statements if shared(place, quantity_span(item))]
    return max(near, key=lambda item: shared(place, quantity_span(item)), default=None)


def _figure_marks(gold: Data, match: Data | None) -> list[Mark]:
    quantity: Data = match["quantity"] if match else {}
    there = match is not None
    same = there and _is_same_figure(quantity, gold)
    note = f"{gold['at']!r} read as {quantity.get('qualifier')} [{quantity.get('low')}, {quantity.get('high')}]"
    note = note if there else f"{gold['at']!r} not found"
    found = [Mark("figures", same, there, True, note)]
    if "low" in gold:
        found.append(Mark("coverage", there and _covers(quantity, gold), there, True, note))
    if "qualifier" in gold:
        found.append(Mark("qualifiers", same and quantity.get("qualifier") == gold["qualifier"], there, True, note))
    if "unit" in gold:
        unit = str(quantity.get("unit") or "")
        is_right = unit.lower().split()[-1:] == gold["unit"].lower().split()[-1:]
        found.append(Mark("units", is_right, bool(unit), True, f"{gold['at']!r} of {unit!r}, not {gold['unit']!r}"))
    if "measure" in gold:
        measure = str((match or {}).get("measure") or "")
        why = f"{gold['at']!r} counts {measure!r}, not {gold['measure']!r}"
        found.append(Mark("measures", measure == gold["measure"], there, True, why))
    return found


def _is_same_figure(quantity: Data, gold: Data) -> bool:
    if "low" not in gold:
        return bool(quantity.get("qualifier") == gold.get("qualifier"))
    return (quantity.get("low"), quantity.get("high")) == (gold["low"], gold["high"])


def _covers(quantity: Data, gold: Data) -> bool:
    low, high = quantity.get("low"), quantity.get("high")
    if low is None or low > gold["low"]:
        return False
    return high is None or (gold["high"] is not None and gold["high"] <= high)


def _statement(row: Row, gold: Data, read: Data) -> list[Mark]:
    kinds = (gold["kind"],) if isinstance(gold.get("kind"), str) else tuple(gold.get("kind", ()))
    match = _statement_at(_anchored(row, gold), kinds, read.get("statements", ()))
    there, found, at = match is not None, [], repr(gold.get("at") or "the text")
    given: Data = match or {}
    if "kind" in gold:
        note = f"{at} is {given.get('kind')}, not {' or '.join(kinds)}"
        found.append(Mark("kinds", given.get("kind") in kinds, there, True, note))
    if "voices" in gold:
        found += _voices(gold["voices"], given.get("voices", ())[1:], there, at)
    if "polarity" in gold:
        want, got = gold["polarity"] == "denied", given.get("polarity") == "denied"
        found.append(Mark("denied", want and got, got, want, f"{at} is {given.get('polarity')}"))
    if "hedges" in gold:
        hedges = {hedge["kind"] for hedge in given.get("hedges", ())}
        found += sets("hedges", set(gold["hedges"]), hedges, at)
    return found


def _statement_at(place: Span, kinds: tuple[str, ...], statements: Sequence[Data]) -> Data | None:
    near = [item for item in statements if shared(place, span(item["span"]))]

    def fit(item: Data) -> tuple[bool, bool, int, int]:
        start, end = span(item["span"])
        common = shared(place, (start, end))
        return common == place[1] - place[0], item.get("kind") in kinds, common, start - end

    return max(near, key=fit, default=None)


def _voices(gold: Sequence[Any], given: Sequence[Data], there: bool, at: str) -> list[Mark]:
    want = [item if isinstance(item, dict) else {"name": item} for item in gold]
    names = [str(voice.get("name") or voice.get("source") or "") for voice in given]
    same = len(names) == len(want) and all(
        _is_voice(voice, item["name"]) for voice, item in zip(given, want, strict=True)
    )
    note = f"{at}: {' -> '.join(names) or 'the author'}, not {' -> '.join(w['name'] for w in want) or 'the author'}"
    found = [Mark("voices", there and same, there, True, note if there else f"{at}: no statement")]
    for item in want:
        if "attitude" in item:
            voice = next((v for v in given if _is_voice(v, item["name"])), {})
            got = voice.get("attitude")
            found.append(Mark("attitudes", got == item["attitude"], bool(got), True, f"{at}: {item['name']} {got}"))
    return found


def _is_voice(voice: Data, gold: str) -> bool:
    mention = (voice.get("mention") or {}).get("words") or ""
    forms = (voice.get("name"), voice.get("source"), voice.get("work"), mention)
    return any(is_same_name(str(form), gold) for form in forms if form)


def _spanned(row: Row, label: str, left: list[Data], aspects: tuple[str, str], is_same: Any) -> list[Mark]:
    where, what = aspects
    found: list[Mark] = []
    for gold in row.expect[label]:
        place = _anchored(row, gold)
        match = max(left, key=lambda item: shared(place, span(item)), default=None)
        if match is not None and not shared(place, span(match)):
            match = None
        if match is not None:
            left.remove(match)
        there = match is not None
        found.append(Mark(where, there, there, True, f"{gold['at']!r} not found"))
        given = {k: v for k, v in (match or {}).items() if k in ("id", "country", "level", "from", "to")}
        found.append(Mark(what, is_same(match or {}, gold), there, True, f"{gold['at']!r} read as {given}"))
    for item in left:
        found += [Mark(aspect, False, True, False, f"{item.get('words')!r} is none") for aspect in aspects]
    return found


def _places(read: Data) -> list[Data]:
    return [item for item in read.get("toponyms", ()) if item.get("role") == "place"]


def _times(read: Data) -> list[Data]:
    return [item for item in read.get("times", ()) if item.get("from") or item.get("to")]


def _is_same_place(given: Data, gold: Data) -> bool:
    keys = [key for key in ("id", "country", "level") if key in gold]
    return bool(given) and all(given.get(key) == gold[key] for key in keys)


def _is_same_time(given: Data, gold: Data) -> bool:
    return bool(given) and (given.get("from"), given.get("to")) == (gold.get("from"), gold.get("to"))


def _anchored(row: Row, gold: Data) -> Span:
    return anchor(row, gold) or (0, len(row.text))
