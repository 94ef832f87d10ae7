"""The JSON interface as flat tables that a spreadsheet can open without running anything."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

Row = dict[str, Any]

# What makes a spreadsheet take a cell for a formula; such text gets an apostrophe before it, claims.json is exact.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def files(data: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """`claims.csv` first, then one file a table; UTF-8 with a byte order mark, for spreadsheets.

    A notice in the data ("machine-read, not reviewed") is the first column of every row.
    """
    notice = data.get("notice", "")
    for name, rows in TABLES.items():
        yield f"{name}.csv", _table([{"notice": notice, **row} if notice else row for row in rows(data)], name)


def safe(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if not isinstance(value, str):
        return "" if value is None else value
    text = value.replace("\0", "")
    return f"'{text}" if text.lstrip(" \u00a0\u200b\ufeff").startswith(_FORMULA) else text


def _table(rows: list[Row], name: str) -> bytes:
    out = io.StringIO()
    if rows:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({key: safe(value) for key, value in row.items()} for row in rows)
    else:
        out.write(f"{name}: none\r\n")
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _claims(data: dict[str, Any]) -> Iterable[Row]:
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
        }


def _statements(data: dict[str, Any]) -> Iterable[Row]:
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
            "measure": statement["measure"],
            "quantity_words": quantity.get("words"),
            "low": quantity.get("low"),
            "high": quantity.get("high"),
            "qualifier": quantity.get("qualifier"),
            "places": _list(place["name"] or place["words"] for place in statement["places"]),
            "place_ids": _list(place["id"] for place in statement["places"]),
            "period": _period(statement["period"]),
            "as_of": _period(statement["as_of"]),
            "said_at": _period(statement["said_at"]),
            "start": statement["span"]["start"],
            "end": statement["span"]["end"],
        }


def _origins(data: dict[str, Any]) -> Iterable[Row]:
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
                "statements": _list(origin["statements"]),
                "why": _list(origin["why"]),
            }


def _documents(data: dict[str, Any]) -> Iterable[Row]:
    columns = ("id", "title", "publisher", "url", "published", "language", "path", "work", "read")
    return ({column: document[column] for column in columns} for document in data["documents"])


def _sources(data: dict[str, Any]) -> Iterable[Row]:
    for source in data["sources"]:
        yield {"id": source["id"], "name": source["name"], "kind": source["kind"], "aliases": _list(source["aliases"])}


def _works(data: dict[str, Any]) -> Iterable[Row]:
    for work in data["works"]:
        columns = {column: work[column] for column in ("id", "title", "party", "kind")}
        yield {**columns, "documents": _list(work["documents"]), "cited_by": _list(work["cited_by"])}


def _places(data: dict[str, Any]) -> Iterable[Row]:
    for place in data["places"]:
        columns = {column: place[column] for column in ("id", "name", "level", "country", "lat", "lon")}
        yield {**columns, "parents": _list(place["parents"]), "credit": _list(data["credits"])}


def _voice(voice: dict[str, Any], names: dict[str, str]) -> str:
    name = names.get(voice["source"], voice.get("name") or voice["source"])
    return name if voice["attitude"] == "asserts" else f"{name} ({voice['attitude']})"


def _list(values: Iterable[Any]) -> str:
    return "; ".join(str(value) for value in values)


def _period(period: dict[str, Any] | None) -> str:
    if not period:
        return ""
    start, end = period["start"] or "..", period["end"] or ".."
    return start if start == end else f"{start}/{end}"


TABLES: dict[str, Callable[[dict[str, Any]], Iterable[Row]]] = {
    "claims": _claims,
    "statements": _statements,
    "origins": _origins,
    "documents": _documents,
    "sources": _sources,
    "works": _works,
    "places": _places,
}
"""Tables by name, in the order in which they are written."""
