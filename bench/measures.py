"""Measures over sets labelled by others: attributions, quantities, places, incidents.

The same measures as those of the sets' own scorer, written anew; `tests/bench` compares the two where the sets are.
"""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from bench.tnr import READ_CLASSES, tnr

Row = Mapping[str, Any]
Rows = Mapping[str, Row]
Spans = tuple[tuple[int, int], ...]
Result = dict[str, Any]

EDGE = " \n\t,.;:\"“”‘’'«»"  # what may differ at the edge of a span
NEAR_KM = 161  # 100 miles, the usual limit for the place of a toponym
NEAR_COUNTRY_KM = 1000  # sets differ in the point that stands for a country
EARTH_KM = 6371


def attribution(gold: Rows, read: Rows) -> Result:
    """Source, cue and content spans exactly right (edges trimmed), and characters of content with their source.

    A character of content is right where some gold and some predicted attribution hold it whose sources agree: both
    without one, or the last word of one inside the other.
    """
    counts = {part: [0, 0, 0] for part in ("source", "cue", "content", "characters")}
    for key, row in gold.items():
        found = read.get(key, {}).get("attributions", [])
        for part in ("source", "cue", "content"):
            want = {trimmed(row["text"], _spans(item[part])) for item in row["attributions"]} - {()}
            have = {trimmed(row["text"], _spans(item.get(part))) for item in found} - {()}
            _add(counts[part], len(want & have), len(have), len(want))
        want_at, have_at = _characters(row["attributions"]), _characters(found)
        right = sum(
            any(_agree(one, other) for one in want_at[at] for other in sources)
            for at, sources in have_at.items()
            if at in want_at
        )
        _add(counts["characters"], right, len(have_at), len(want_at))
    names = {"characters": "content characters with right source"}
    return {names.get(part, f"{part} exact"): prf(*found) for part, found in counts.items()}


def quantities(gold: Rows, read: Rows) -> Result:
    """Values that are equal, and those whose class of qualifier (=, ~, >, <) is too; units are not measured."""
    right, right_class, predicted, wanted = 0, 0, 0, 0
    for key, row in gold.items():
        want = [(values, _class(item.get("change") or "=")) for item in row["quantities"] if (values := _gold(item))]
        left = [
            (values, READ_CLASSES.get(item.get("qualifier"), "="))
            for item in read.get(key, {}).get("quantities", [])
            if (values := _values(item.get("value")))
        ]
        predicted, wanted = predicted + len(left), wanted + len(want)
        for values, kind in want:
            near = [item for item in left if _is_close(values, item[0])]
            if near:
                best = next((item for item in near if item[1] == kind), near[0])
                left.remove(best)
                right, right_class = right + 1, right_class + (best[1] == kind)
    return {"value": prf(right, predicted, wanted), "value+change": prf(right_class, predicted, wanted)}


def places(gold: Rows, read: Rows) -> Result:
    """Toponyms found (overlap, each used once), and how near to its point each was put."""
    hits, predicted, wanted, pointed, found, near, right = 0, 0, 0, 0, 0, 0, 0
    errors: list[float] = []
    for key, row in gold.items():
        left = list(read.get(key, {}).get("toponyms", []))
        predicted, wanted = predicted + len(left), wanted + len(row["toponyms"])
        for name in row["toponyms"]:
            has_point = name.get("lat") is not None and name.get("lon") is not None
            pointed += has_point
            match = next((item for item in left if item["start"] < name["end"] and name["start"] < item["end"]), None)
            if match is None:
                continue
            left.remove(match)
            hits, found = hits + 1, found + has_point
            if has_point and match.get("lat") is not None:
                away = kilometres(name, match)
                errors.append(away)
                near += away <= NEAR_KM
                is_large = match.get("level") in ("country", "region", "continent")
                right += away <= (NEAR_COUNTRY_KM if is_large else NEAR_KM)
    return {
        "toponym": prf(hits, predicted, wanted),
        "within 161 km of all gold": _share(near, pointed),
        "right place of all gold": _share(right, pointed),
        "within 161 km of those found": _share(near, found),
        "median km": round(sorted(errors)[len(errors) // 2], 1) if errors else None,
    }


def incidents(gold: Rows, read: Rows) -> Result:
    """Pairs of texts rightly put together, and B-cubed; a text without a cluster is alone."""
    want = {key: row["incident"] for key, row in gold.items()}
    have = {key: read.get(key, {}).get("cluster", f"alone:{key}") for key in gold}
    both = Counter((have[key], want[key]) for key in gold)
    given, true = Counter(have.values()), Counter(want.values())
    pairs = [sum(math.comb(size, 2) for size in group.values()) for group in (both, given, true)]
    precision = sum(both[have[key], want[key]] / given[have[key]] for key in gold) / len(gold)
    recall = sum(both[have[key], want[key]] / true[want[key]] for key in gold) / len(gold)
    f1 = 2 * precision * recall / (precision + recall)
    cubed = {"P": round(precision, 4), "R": round(recall, 4), "F1": round(f1, 4)}
    return {"pair": prf(*pairs), "B-cubed": cubed}


SETS: dict[str, Callable[[Rows, Rows], Result]] = {
    "attribution": attribution,
    "quantities": quantities,
    "places": places,
    "tnr": lambda gold, read: tnr(gold, read, random.Random(8110)),  # noqa: S311 - the sets' scorer has this seed
    "incidents": incidents,
}


def prf(hits: int, predicted: int, gold: int) -> dict[str, float]:
    """Precision, recall and F1 to four digits, with the counts below them."""
    precision = hits / predicted if predicted else 0.0
    recall = hits / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    rounded = {"P": round(precision, 4), "R": round(recall, 4), "F1": round(f1, 4)}
    return {**rounded, "predicted": predicted, "gold": gold}


def trimmed(text: str, spans: Spans) -> Spans:
    """Spans without white space, stops and quotation marks at their edges; those parted only by them are one."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        words = text[start:end]
        start, end = start + len(words) - len(words.lstrip(EDGE)), end - len(words) + len(words.rstrip(EDGE))
        if start < end:
            found.append((start, end))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and not text[joined[-1][1] : start].strip(EDGE):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def kilometres(one: Row, other: Row) -> float:
    """The great-circle distance of two points with lat and lon (haversine)."""
    lat, lon, to_lat, to_lon = (
        math.radians(float(value)) for value in (one["lat"], one["lon"], other["lat"], other["lon"])
    )
    half = math.sin((to_lat - lat) / 2) ** 2 + math.cos(lat) * math.cos(to_lat) * math.sin((to_lon - lon) / 2) ** 2
    return EARTH_KM * 2 * math.asin(min(1, math.sqrt(half)))


def _spans(data: Iterable[Sequence[int]] | None) -> Spans:
    return tuple(sorted((int(start), int(end)) for start, end in data or ()))


def _characters(attributions: Iterable[Row]) -> dict[int, list[Spans]]:
    found: dict[int, list[Spans]] = defaultdict(list)
    for item in attributions:
        for start, end in item.get("content") or ():
            for at in range(start, end):
                found[at].append(_spans(item.get("source")))
    return found


def _agree(one: Spans, other: Spans) -> bool:
    if not one and not other:
        return True
    return _ends_inside(one, other) or _ends_inside(other, one)


def _ends_inside(inner: Spans, outer: Spans) -> bool:
    return any(start <= last - 1 < end for start, end in outer for _, last in inner)


def _gold(item: Row) -> tuple[float, ...]:
    whole = _number(item["value"])
    return (whole,) if whole is not None else _values(str(item["value"]).replace("–", "-").split("-"))


def _values(value: Any) -> tuple[float, ...]:
    numbers = (_number(item) for item in (value if isinstance(value, list) else [value]))
    return tuple(number for number in numbers if number is not None)


def _number(value: Any) -> float | None:
    try:
        return float(str(value).replace(",", ""))
    except ValueError:
        return None


def _class(change: str) -> str:
    return "=" if change in ("up", "down") else change


def _is_close(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    if len(one) != len(other):
        return False
    return all(math.isclose(left, right, rel_tol=1e-6) for left, right in zip(one, other, strict=True))


def _add(counts: list[int], *more: int) -> None:
    for index, value in enumerate(more):
        counts[index] += value


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0
