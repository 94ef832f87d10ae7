"""The measure over texts on transnational repression whose claims are labelled one by one."""

import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
Rows = Mapping[str, Row]
Counts = Counter[str]

KINDS = {
    "count": {"figure"},
    "event": {"act", "presence", "legal", "response", "remedy"},
    "quote": {"quotation"},
    "denial": {"response"},
    "legal": {"legal", "act", "response"},
    "purpose": {"purpose"},
    "method": {"act", "presence", "purpose"},
    "response": {"response", "legal", "remedy", "act"},
}
GOLD_CLASSES = {
    "=": ("exact", "total", "sum of parts", "list", "only", "one plus two", "increment"),
    ">": ("at least", "over", "more than", "upwards of"),
    "~": ("some", "approximately"),
    "<": ("up to", "maximum"),
}
CLASS_OF = {word: kind for kind, words in GOLD_CLASSES.items() for word in words}
READ_CLASSES = {
    "approx": "~",
    "nearly": "~",
    "at_least": ">",
    "more_than": ">",
    "majority": ">",
    "at_most": "<",
    "less_than": "<",
}
STOPS = frozenset(("the", "a", "an", "of", "and", "report", "article", "unnamed", "reports"))
LEAST_OVERLAP = 0.3  # intersection over union
LONGEST_RATIO = 3  # of two spans, one inside the other
KIND_BONUS = 0.25
NAME_WORDS, EXTRA_WORDS = 12, 4
DRAWS, LOW_DRAW, HIGH_DRAW = 500, 12, 487  # 95 % of the draws lie between


def tnr(gold: Rows, read: Rows, generator: random.Random) -> dict[str, Any]:
    """F1 of each aspect over all texts, with a 95 % interval from drawing texts anew with the generator."""
    texts = [counts(row, read.get(key, {}).get("statements", [])) for key, row in sorted(gold.items())]
    total = _sum(texts)
    drawn = [scores(_sum([generator.choice(texts) for _ in texts])) for _ in range(DRAWS)]
    result: dict[str, Any] = {"claims": total["gold"], "statements": total["predicted"]}
    for aspect, value in scores(total).items():
        spread = sorted(draw[aspect] for draw in drawn)
        result[aspect] = {"F1": value, "from": spread[LOW_DRAW], "to": spread[HIGH_DRAW]}
    return result


def counts(row: Row, statements: Sequence[Row]) -> Counts:
    """What is right, given and there to find in one text."""
    found: Counts = Counter(gold=len(row["claims"]), predicted=len(statements))
    pairs = paired(row["claims"], statements)
    found["read"] = len(pairs)
    for index, claim in enumerate(row["claims"]):
        found["gold hedged"] += bool(claim["hedge"])
        found["gold negated"] += claim["polarity"] == "negated"
        found["gold figures"] += _is_scored_figure(claim)
        if index in pairs:
            _count_pair(found, claim, pairs[index])
    return found


def scores(found: Counts) -> dict[str, float]:
    """F1 of each aspect: read, kind, root and chain against the predicted beyond one free extra a gold claim."""
    given = max(found["read"], found["predicted"] - found["gold"])
    result = {aspect: _f1(found[aspect], given, found["gold"]) for aspect in ("read", "kind", "root", "chain")}
    for aspect in ("figures", "hedged", "negated"):
        result[aspect] = _f1(found[aspect], found[f"pred {aspect}"], found[f"gold {aspect}"])
    return result


def paired(claims: Sequence[Row], statements: Sequence[Row]) -> dict[int, Row]:
    """At most one statement for a claim and one claim for a statement: by overlap and kind, then by order."""
    ranked = []
    for number, claim in enumerate(claims):
        for other, statement in enumerate(statements):
            rank = _overlap(claim, statement)
            if rank is not None:
                ranked.append((-(rank + KIND_BONUS * _is_kind(claim, statement)), number, other))
    pairs: dict[int, Row] = {}
    used: set[int] = set()
    for _, number, other in sorted(ranked):
        if number not in pairs and other not in used:
            pairs[number] = statements[other]
            used.add(other)
    return pairs


def is_same_name(predicted: str, gold: str) -> bool:
    """Names share two words, or all of the shorter; any name will do where the gold names nobody."""
    size = len(predicted.split())
    have, want = _words(predicted), _words(gold)
    if not want:
        return 0 < size <= NAME_WORDS
    if size > NAME_WORDS or len(have) > len(want) + EXTRA_WORDS:
        return False
    return len(have & want) >= max(1, min(len(have), len(want), 2))


def _count_pair(found: Counts, claim: Row, statement: Row) -> None:
    found["kind"] += _is_kind(claim, statement)
    is_hedged, is_denied = bool(statement.get("hedges")), statement.get("polarity") == "denied"
    found["pred hedged"] += is_hedged
    found["hedged"] += is_hedged and bool(claim["hedge"])
    found["pred negated"] += is_denied
    found["negated"] += is_denied and claim["polarity"] == "negated"
    if _is_scored_figure(claim):
        found["pred figures"] += statement["kind"] == "figure"
        found["figures"] += _is_right_figure(claim["quantity"], statement)
    root, chain = _voices(claim["asserters"], statement.get("voices", []))
    found["root"] += root
    found["chain"] += chain


def _is_kind(claim: Row, statement: Row) -> bool:
    return statement["kind"] in KINDS[claim["kind"]]


def _is_scored_figure(claim: Row) -> bool:
    quantity = claim.get("quantity") or {}
    return bool(quantity) and quantity["qualifier"] in CLASS_OF and claim["kind"] == "count"


def _is_right_figure(want: Row, statement: Row) -> bool:
    have = statement.get("quantity")
    if statement["kind"] != "figure" or not have:
        return False
    value = have.get("value")
    values = {item for item in (value if isinstance(value, list) else [value]) if item is not None}
    ends = {item for item in (want.get("min"), want.get("max")) if item is not None}
    kind = READ_CLASSES.get(have.get("qualifier"), "=")
    is_near = kind == "~" and bool(values and ends) and min(ends) <= max(values) <= max(ends)
    return kind == CLASS_OF[want["qualifier"]] and (bool(values & ends) or is_near)


def _voices(asserters: Sequence[str], voices: Sequence[Row]) -> tuple[bool, bool]:
    names = [voice.get("source") or (voice.get("mention") or {}).get("words") or "" for voice in voices][1:]
    roots = [asserters[-1]]
    if len(asserters) > 2 and "report" in asserters[-1].lower():
        roots.append(asserters[-2])
    is_root = bool(names) and any(is_same_name(names[-1], root) for root in roots)
    if len(asserters) == 1:
        is_root = not names
    without_reports = [name for name in asserters if not name.lower().startswith(("report", "two reports"))]
    return is_root, is_root and len(names) + 1 in (len(asserters), len(without_reports))


def _overlap(claim: Row, statement: Row) -> float | None:
    start, end = statement["span"]["start"], statement["span"]["end"]
    shared = min(claim["end"], end) - max(claim["start"], start)
    if shared <= 0:
        return None
    short, long = sorted((claim["end"] - claim["start"], end - start))
    rank = float(shared / (short + long - shared))
    is_inside = shared == short and long <= LONGEST_RATIO * short
    return rank if rank >= LEAST_OVERLAP or is_inside else None


def _words(name: str) -> set[str]:
    return {word for word in re.sub(r"[\W_]", " ", name.lower()).split() if word not in STOPS}


def _f1(hits: int, predicted: int, gold: int) -> float:
    return round(2 * hits / (predicted + gold), 4) if hits else 0.0


def _sum(texts: Sequence[Counts]) -> Counts:
    total: Counts = Counter()
    for text in texts:
        total.update(text)
    return total
