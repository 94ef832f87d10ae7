"""The rows of each table, from the data of the JSON interface; lists are text, parted by `; `."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Data = Mapping[str, Any]
Row = dict[str, Any]


def claims(data: Data) -> Iterator[Row]:
    """Questions with what stands behind them."""
    for claim in data["claims"]:
        yield {
            "id": claim["id"],
            "question": claim["question"],
            "kind": claim["kind"],
            "method": claim["method"],
            "measure": claim["measure"],
            "statements": len(claim["statements"]),
            "independence_low": claim["independence"]["low"],
            "independence_high": claim["independence"]["high"],
            "support": claim["support"],
            "contest": claim["contest"],
            "replies": len(claim["replies"]),
            "places": _list(claim["places"]),
            "happening": claim["happening"],
            "passing": "yes" if claim["passing"] else "no",
        }


def statements(data: Data) -> Iterator[Row]:
    """Assertions with their words."""
    names = {source["id"]: source["name"] for source in data["sources"]}
    for statement in data["statements"]:
        quantity = statement["quantity"] or {}
        yield {
            "id": statement["id"],
            "claim": statement["claim"],
            "document": statement["document"],
            "words": statement["span"]["words"],
            "kind": statement["kind"],
            "method": statement["method"],
            "voices": " > ".join(_voice(voice, names) for voice in statement["voices"]),
            "polarity": statement["polarity"],
            "hedges": _list(f"{hedge['kind']}: {hedge['words']}" for hedge in statement["hedges"]),
            "stage": statement["stage"],
            **statement["roles"],
            "measure": statement["measure"],
            "quantity_words": quantity.get("words"),
            "low": quantity.get("low"),
            "high": quantity.get("high"),
            "qualifier": quantity.get("qualifier"),
            "relation": quantity.get("relation"),
            "basis": quantity.get("basis"),
            "set": quantity.get("set"),
            "places": _list(place["name"] or place["words"] for place in statement["places"]),
            "place_ids": _list(place["id"] for place in statement["places"]),
            "countries": _list(statement["countries"]),
            "period": _period(statement["period"]),
            "as_of": _period(statement["as_of"]),
            "said_at": _period(statement["said_at"]),
            "start": statement["span"]["start"],
            "end": statement["span"]["end"],
            "read_by": statement["read_by"],
        }


def steps(data: Data) -> Iterator[Row]:
    """A step of proceedings beside a claim a row, the latest of each claim first."""
    for claim in data["claims"]:
        for step in claim["steps"]:
            yield {
                "claim": claim["id"],
                "step": step["step"],
                "date": _period(step["date"]),
                "authority": step["authority"],
                "jurisdiction": _list(step["jurisdiction"]),
                "statement": step["statement"],
            }


def replies(data: Data) -> Iterator[Row]:
    """A reply to a claim a row, then who was asked for one."""
    for claim in data["claims"]:
        for statement in claim["replies"]:
            yield {"claim": claim["id"], "statement": statement, "party": "", "status": "told", "on": ""}
        for one in claim["asked"]:
            named = {"party": one["party"], "status": one["status"], "on": one["on"]}
            yield {"claim": claim["id"], "statement": one["reply"], **named}


def origins(data: Data) -> Iterator[Row]:
    """An origin of a claim a row."""
    names = {source["id"]: source["name"] for source in data["sources"]}
    titles = {work["id"]: work["title"] for work in data["works"]}
    for claim in data["claims"]:
        for origin in claim["origins"]:
            yield {
                "claim": claim["id"],
                "source": origin["source"],
                "name": names.get(origin["source"], origin["source"]),
                "work": origin["work"],
                "title": titles.get(origin["work"], ""),
                "tie": origin["tie"],
                "standing": origin["standing"],
                "statements": _list(origin["statements"]),
                "why": _list(origin["why"]),
                "note": origin["note"],
            }


def drift(data: Data) -> Iterator[Row]:
    """A difference between two tellings a row."""
    for claim in data["claims"]:
        for drift in claim["drift"]:
            yield {
                "claim": claim["id"],
                "kind": drift["kind"],
                "from": drift["from"],
                "variant": drift["variant"],
                "to": drift["to"],
                "detail": drift["detail"],
            }


def happenings(data: Data) -> Iterator[Row]:
    """Acts and steps."""
    for happening in data["happenings"]:
        yield {
            "id": happening["id"],
            "kind": happening["kind"],
            "period": _period(happening["period"]),
            "places": _list(happening["places"]),
            "documents": _list(happening["documents"]),
            "statements": _list(happening["statements"]),
        }


def bounds(data: Data) -> Iterator[Row]:
    """Bounds of counts."""
    names = ("measure", "place", "place_id", "as_of", "set", "operator", "programme", "basis", "low", "high")
    for bound in data.get("reconciliation", {}).get("bounds", ()):
        yield {
            **{name: bound[name] for name in names},
            "exact": "exact" if bound["exact"] else "outer",
            "conditional": "yes" if bound["conditional"] else "no",
            "because": _list(bound["because"]),
            "undated": _list(bound["undated"]),
        }


def conflicts(data: Data) -> Iterator[Row]:
    """Figures that cannot all hold."""
    for conflict in data.get("reconciliation", {}).get("conflicts", ()):
        yield {
            "kind": conflict["kind"],
            "reading": conflict["reading"],
            "explanation": conflict["explanation"],
            "statements": _list(conflict["statements"]),
        }


def documents(data: Data) -> Iterator[Row]:
    """What was given."""
    columns = ("id", "title", "publisher", "url", "published", "language", "path", "work", "read")
    return ({column: document[column] for column in columns} for document in data["documents"])


def sources(data: Data) -> Iterator[Row]:
    """Parties that speak."""
    for source in data["sources"]:
        yield {"id": source["id"], "name": source["name"], "kind": source["kind"], "aliases": _list(source["aliases"])}


def works(data: Data) -> Iterator[Row]:
    """Articles, reports, filings."""
    for work in data["works"]:
        columns = {column: work[column] for column in ("id", "title", "party", "kind")}
        yield {**columns, "documents": _list(work["documents"]), "cited_by": _list(work["cited_by"])}


def places(data: Data) -> Iterator[Row]:
    """Places of the gazetteer."""
    for place in data["places"]:
        columns = {column: place[column] for column in ("id", "name", "level", "country", "lat", "lon")}
        yield {**columns, "parents": _list(place["parents"]), "credit": _list(data["credits"])}


def changes(data: Data) -> Iterator[Row]:
    """Nothing for what is no edition, or a first one."""
    told = data.get("changes") or {}
    questions = {claim["id"]: claim["question"] for claim in data["claims"]}
    empty = dict.fromkeys(("claim", "question", "measure", "place_id", "as_of", "what", "before", "after"), "")
    for id_ in told.get("new", ()):
        yield {"change": "new", **empty, "claim": id_, "question": questions.get(id_, "")}
    for one in told.get("changed", ()):
        named = {"change": "changed", **empty, "claim": one["claim"], "question": questions.get(one["claim"], "")}
        for aspect in one["aspects"]:
            yield {**named, **{key: _text(aspect[key]) for key in ("what", "before", "after")}}
    for one in told.get("withdrawn", ()):
        yield {"change": "withdrawn", **empty, "claim": one["claim"], "question": one["question"] or ""}
    for one in told.get("merged", ()):
        yield {"change": "merged", **empty, "claim": one["claim"], "what": "claim", "after": one["into"]}
    for one in told.get("bounds", ()):
        change = "changed" if one["before"] and one["after"] else "new" if one["after"] else "gone"
        named = {key: one[key] for key in ("measure", "place_id", "as_of")}
        ends = {key: _ends(one[key]) for key in ("before", "after")}
        yield {"change": change, **empty, **named, "what": "bounds", **ends}


def _ends(ends: Data | None) -> str:
    return f"{ends['low']}..{'' if ends['high'] is None else ends['high']}" if ends else ""


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _voice(voice: Data, names: Mapping[str, str]) -> str:
    name = names.get(voice["source"], voice.get("name") or voice["source"])
    return name if voice["attitude"] == "asserts" else f"{name} ({voice['attitude']})"


def _list(values: Iterable[Any]) -> str:
    return "; ".join(str(value) for value in values)


def _period(period: Data | None) -> str:
    if not period:
        return ""
    start, end = period["start"] or "..", period["end"] or ".."
    return start if start == end else f"{start}/{end}"
