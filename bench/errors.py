"""Error classes over sets labelled by others: what went wrong, counted, by what a rule could mend.

Examples are our own words: a sentence of each kind, made up, with the fault that is meant.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from bench import measures, tnr

Row = Mapping[str, Any]
Rows = Mapping[str, Row]
Counts = Counter[str]

EXAMPLES: dict[str, dict[str, str]] = {
    "attribution": {
        "missed: no cue found": "“The envoy's camp floated a boycott”: no verb that usually tells words",
        "too much": "“He would want to explain the plan”: nobody has explained anything",
        "cue: too short": "“The clerk rose to say”: only “say” is taken",
        "cue: too long": "“said in a short note on Monday”: the note is no part of the cue for some",
        "cue: otherwise other": "“a plan that was, some say, dropped”: the cue taken stands beside the right one",
        "source: none given": "“Asked about it, the clerk shrugged, calling it routine”: nobody is found who calls",
        "source: too much given": "“It is said”: “it” is taken for a speaker",
        "source: too short": "“Clerks who had seen the list said”: only “Clerks”",
        "source: too long": "“The clerk, who lives in Dunmore, said”: the clause is taken with the name",
        "source: somebody else": "“The mayor told the clerk the list was false, adding ...”: the clerk adds",
        "content: ends too early": "“praised the clerk by name at the gate”: ends at “clerk”",
        "content: ends too late": "“said it was closed, and walked out”: the walk is in the content",
        "content: begins too early": "“In June, he said, it closed”: “In June” is the writer's",
        "content: begins too late": "“sought to portray herself as a victim”: begins at “herself”",
        "content: otherwise other": "“a list, he said, that nobody had seen”: its parts are cut elsewhere",
    },
    "quantities": {
        "missed": "“the pair's 3m-long list”: a number tied to a word",
        "too much": "“Dunmore 12 won”: a number in a name",
        "qualifier other": "“some 20 desks”: approximate here, exact there",
        "other value": "“dozens of desks”: 24 or more here, 12 to 120 there",
    },
    "places": {
        "missed": "“at Dunmore Proving Ground”: the name of a site that the gazetteer lacks",
        "too much: demonym": "“Freedonian officers”: ours by design, not labelled in some sets",
        "too much: in-name": "“the University of Dunmore”: ours by design, not labelled in some sets",
        "too much: place": "“Lincoln wrote again”: a family name that is a town elsewhere",
        "wrong place": "“Georgia” beside other names of the wrong continent",
        "no place given": "“the village of Lower Dunmore”: found, but in no gazetteer",
    },
    "tnr": {
        "not read": "“Nothing came of it, the clerk added”: no kind of statement fits",
        "wrong kind": "“The ministry called the arrest unlawful”: a reply read as a quotation",
        "other root": "“The paper wrote that the watchdog had counted 12”: stops at the paper",
        "root right, chain other": "one voice too many between the writer and the root",
        "hedge missed": "“is understood to have run a desk”",
        "hedge too much": "“alleged desks were shut”: hedged desks, a certain closure",
        "denial missed": "“rejected as fiction claims that ...”",
        "denial too much": "“did not only close the desk”",
        "other figure": "“12 desks and two more”: 14 was meant",
    },
}


def attribution(gold: Rows, read: Rows) -> Counts:
    """Classes over attributions, those that share a character of their cues taken together."""
    found: Counts = Counter()
    for key, row in gold.items():
        left = list(read.get(key, {}).get("attributions", []))
        for want in row["attributions"]:
            if not want["cue"]:
                continue
            have = next((item for item in left if _meets(item["cue"], want["cue"])), None)
            if have is None:
                found["missed: no cue found"] += 1
                continue
            left.remove(have)
            for part in ("cue", "source", "content"):
                name = _extent(part, row["text"], want[part], have.get(part) or [])
                if name:
                    found[name] += 1
        found["too much"] += len(left)
    return found


def quantities(gold: Rows, read: Rows) -> Counts:
    """Classes over quantities, by what the measure calls right."""
    found: Counts = Counter()
    for key, row in gold.items():
        one = measures.quantities({key: row}, {key: read.get(key, {})})
        value, change = one["value"], one["value+change"]
        hits = round(value["P"] * value["predicted"])
        found["qualifier other"] += hits - round(change["P"] * change["predicted"])
        missed, extra = value["gold"] - hits, value["predicted"] - hits
        both = min(missed, extra)
        found["other value"] += both
        found["missed"] += missed - both
        found["too much"] += extra - both
    return found


def places(gold: Rows, read: Rows) -> Counts:
    """Classes over place names: found, too much by role, set on another place."""
    found: Counts = Counter()
    for key, row in gold.items():
        left = list(read.get(key, {}).get("toponyms", []))
        for want in row["toponyms"]:
            have = next((item for item in left if item["start"] < want["end"] and want["start"] < item["end"]), None)
            if have is None:
                found["missed"] += 1
                continue
            left.remove(have)
            if want.get("lat") is None:
                continue
            if have.get("lat") is None:
                found["no place given"] += 1
            elif measures.kilometres(want, have) > _near(have):
                found["wrong place"] += 1
        for item in left:
            found[f"too much: {item['role']}"] += 1
    return found


def incidents_of_tnr(gold: Rows, read: Rows) -> Counts:
    """Classes over claims, for those that are paired with a statement, and the unread."""
    found: Counts = Counter()
    for key, row in gold.items():
        statements = read.get(key, {}).get("statements", [])
        pairs = tnr.paired(row["claims"], statements)
        found["not read"] += len(row["claims"]) - len(pairs)
        for number, statement in pairs.items():
            one = {**row, "claims": [row["claims"][number]]}
            right = tnr.counts(one, [statement])
            found["wrong kind"] += right["read"] - right["kind"]
            found["other root"] += right["read"] - right["root"]
            found["root right, chain other"] += right["root"] - right["chain"]
            found["hedge missed"] += max(0, right["gold hedged"] - right["hedged"])
            found["hedge too much"] += right["pred hedged"] - right["hedged"]
            found["denial missed"] += max(0, right["gold negated"] - right["negated"])
            found["denial too much"] += right["pred negated"] - right["negated"]
            found["other figure"] += right["pred figures"] - right["figures"]
    return found


CLASSES = {"attribution": attribution, "quantities": quantities, "places": places, "tnr": incidents_of_tnr}


def _near(item: Row) -> int:
    is_large = item.get("level") in ("country", "region", "continent")
    return measures.NEAR_COUNTRY_KM if is_large else measures.NEAR_KM


def _meets(one: Sequence[Sequence[int]], other: Sequence[Sequence[int]]) -> bool:
    return any(start < last and first < end for start, end in one for first, last in other)


def _extent(part: str, text: str, want: Sequence[Sequence[int]], have: Sequence[Sequence[int]]) -> str:
    """The class of a span that is not as labelled, or empty."""
    left = measures.trimmed(text, tuple((int(a), int(b)) for a, b in want))
    right = measures.trimmed(text, tuple((int(a), int(b)) for a, b in have))
    if left == right:
        return ""
    if not left or not right:
        if part == "source":
            return "source: none given" if left else "source: too much given"
        return f"{part}: otherwise other"
    start, end = right[0][0] - left[0][0], right[-1][1] - left[-1][1]
    if part == "content":
        return _content(start, end)
    if not _meets(left, right):
        return "source: somebody else" if part == "source" else f"{part}: otherwise other"
    if start >= 0 >= end:
        return f"{part}: too short"
    return f"{part}: too long" if start <= 0 <= end or part == "source" else f"{part}: otherwise other"


def _content(start: int, end: int) -> str:
    if start == 0 and end:
        return "content: ends too early" if end < 0 else "content: ends too late"
    if end == 0 and start:
        return "content: begins too early" if start < 0 else "content: begins too late"
    return "content: otherwise other"
