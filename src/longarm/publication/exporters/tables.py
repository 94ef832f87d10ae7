"""The JSON interface as flat tables, declared once: names, types and meanings of columns, and the rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Data = Mapping[str, Any]
Row = dict[str, Any]

STRING, INTEGER, NUMBER = "string", "integer", "number"
NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        type: `string`, `integer` or `number`; lists are strings, parted by `; `.
        description: one line.
        refers: name of the table whose `id` it holds, or empty.
    """

    name: str
    description: str
    type: str = STRING
    refers: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table.

    Attributes:
        key: name of the column that tells its rows apart, or empty.
        cells: the rows of a case, each with every column.
    """

    name: str
    description: str
    columns: tuple[Column, ...]
    cells: Callable[[Data], Iterable[Row]]
    key: str = "id"


def tables(data: Data) -> Iterator[tuple[Table, list[Row]]]:
    """Every table with its rows, claims first.

    A notice in the data ("machine-read, not reviewed") is the first column of every table.
    """
    notice = data.get(NOTICE, "")
    for table in TABLES:
        rows = list(table.cells(data))
        if notice:
            said = Column(NOTICE, "what holds for every row")
            yield (
                Table(table.name, table.description, (said, *table.columns), table.cells, table.key),
                [{NOTICE: notice, **row} for row in rows],
            )
        else:
            yield table, rows


def _claims(data: Data) -> Iterator[Row]:
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
        }


def _statements(data: Data) -> Iterator[Row]:
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


def _origins(data: Data) -> Iterator[Row]:
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
            }


def _drift(data: Data) -> Iterator[Row]:
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


def _happenings(data: Data) -> Iterator[Row]:
    for happening in data["happenings"]:
        yield {
            "id": happening["id"],
            "kind": happening["kind"],
            "period": _period(happening["period"]),
            "places": _list(happening["places"]),
            "documents": _list(happening["documents"]),
            "statements": _list(happening["statements"]),
        }


def _bounds(data: Data) -> Iterator[Row]:
    names = ("measure", "place", "place_id", "as_of", "set", "operator", "programme", "basis", "low", "high")
    for bound in data.get("reconciliation", {}).get("bounds", ()):
        yield {
            **{name: bound[name] for name in names},
            "exact": "exact" if bound["exact"] else "outer",
            "conditional": "yes" if bound["conditional"] else "no",
            "because": _list(bound["because"]),
        }


def _conflicts(data: Data) -> Iterator[Row]:
    for conflict in data.get("reconciliation", {}).get("conflicts", ()):
        yield {
            "kind": conflict["kind"],
            "reading": conflict["reading"],
            "explanation": conflict["explanation"],
            "statements": _list(conflict["statements"]),
        }


def _documents(data: Data) -> Iterator[Row]:
    columns = ("id", "title", "publisher", "url", "published", "language", "path", "work", "read")
    return ({column: document[column] for column in columns} for document in data["documents"])


def _sources(data: Data) -> Iterator[Row]:
    for source in data["sources"]:
        yield {"id": source["id"], "name": source["name"], "kind": source["kind"], "aliases": _list(source["aliases"])}


def _works(data: Data) -> Iterator[Row]:
    for work in data["works"]:
        columns = {column: work[column] for column in ("id", "title", "party", "kind")}
        yield {**columns, "documents": _list(work["documents"]), "cited_by": _list(work["cited_by"])}


def _places(data: Data) -> Iterator[Row]:
    for place in data["places"]:
        columns = {column: place[column] for column in ("id", "name", "level", "country", "lat", "lon")}
        yield {**columns, "parents": _list(place["parents"]), "credit": _list(data["credits"])}


def _changes(data: Data) -> Iterator[Row]:
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


_ID = Column("id", "keyed hash, the same in every edition; it means nothing outside the case")
_IDS = "ids, parted by `; `"
_WHEN = "EDTF; `start/end` for a period, `..` for an open end"

TABLES: tuple[Table, ...] = (
    Table(
        "claims",
        "Questions that statements answer; never facts",
        (
            _ID,
            Column("question", "the question"),
            Column("kind", "figure, presence, act, purpose, legal, response, quotation, remedy"),
            Column("method", "method or response of the codebook"),
            Column("measure", "what is counted"),
            Column("statements", "how many statements answer it", INTEGER),
            Column("independence_low", "independent origins that are proved", INTEGER),
            Column("independence_high", "and at most, with the unknown ones", INTEGER),
            Column("support", "single, corroborated, retracted"),
            Column("contest", "unanswered, answered, denied-specifically, denied-in-general"),
            Column("replies", "how many statements reply to it", INTEGER),
            Column("places", f"place {_IDS}"),
            Column("happening", "id of the act or step that it tells of"),
        ),
        _claims,
    ),
    Table(
        "statements",
        "One assertion in one document, in its words",
        (
            _ID,
            Column("claim", "the question it answers"),
            Column("document", "where it stands", refers="documents"),
            Column("words", "the exact words"),
            Column("kind", "as in claims"),
            Column("method", "method or response of the codebook"),
            Column("voices", "who asserts it, from the document inwards, parted by ` > `"),
            Column("polarity", "affirmed or denied"),
            Column("hedges", "kind and words of each hedge"),
            Column("measure", "what is counted"),
            Column("quantity_words", "the quantity in its words"),
            Column("low", "least count, or share of a whole", NUMBER),
            Column("high", "greatest count; empty is unbounded", NUMBER),
            Column("qualifier", "exact, approx, at_least, more_than ..."),
            Column("places", "place names, parted by `; `"),
            Column("place_ids", f"place {_IDS}"),
            Column("period", f"when it happened, {_WHEN}"),
            Column("as_of", f"when the count held, {_WHEN}"),
            Column("said_at", f"when it was said, {_WHEN}"),
            Column("start", "offset in the text of the document, in characters from 0", INTEGER),
            Column("end", "offset, end not included", INTEGER),
        ),
        _statements,
    ),
    Table(
        "origins",
        "On whose knowledge each claim rests",
        (
            Column("claim", "the claim", refers="claims"),
            Column("source", "source id, or `unknown`"),
            Column("name", "of the source"),
            Column("work", "work id, empty where none is known"),
            Column("title", "of the work"),
            Column("tie", "seen, attributed, presumed, contradicted"),
            Column("standing", "retracted or corrected, where a text says so"),
            Column("statements", f"statement {_IDS}"),
            Column("why", "a reason for each statement"),
        ),
        _origins,
        key="",
    ),
    Table(
        "drift",
        "What differs between two tellings",
        (
            Column("claim", "the claim", refers="claims"),
            Column("kind", "attribution-lost, hedge-lost, figure-changed ..."),
            Column("from", "statement it drifted from; empty where no direction is known"),
            Column("variant", "then the other telling"),
            Column("to", "statement that differs"),
            Column("detail", "one sentence with the words of both"),
        ),
        _drift,
        key="",
    ),
    Table(
        "happenings",
        "Acts and legal steps that documents tell of",
        (
            _ID,
            Column("kind", "method, response or kind of the statements"),
            Column("period", _WHEN),
            Column("places", f"place {_IDS}"),
            Column("documents", f"document {_IDS}"),
            Column("statements", f"statement {_IDS}"),
        ),
        _happenings,
    ),
    Table(
        "bounds",
        "The least and greatest count that all figures together leave possible",
        (
            Column("measure", "what is counted"),
            Column("place", "name as first written"),
            Column("place_id", "gazetteer id"),
            Column("as_of", _WHEN),
            Column("set", "`all`, or a named set"),
            Column("operator", "state or organisation that operates what is counted"),
            Column("programme", "named programme"),
            Column("basis", "total, found, announced"),
            Column("low", "least count", INTEGER),
            Column("high", "greatest count; empty is unbounded", INTEGER),
            Column("exact", "exact, or outer: it holds and may be wider than need be"),
            Column("conditional", "yes where figures had to be set aside"),
            Column("because", f"statement {_IDS}"),
        ),
        _bounds,
        key="",
    ),
    Table(
        "conflicts",
        "Figures that cannot all hold",
        (
            Column("kind", "hard, or apparent: an open reading removes it"),
            Column("reading", "what is open"),
            Column("explanation", "in sentences"),
            Column("statements", f"statement {_IDS}"),
        ),
        _conflicts,
        key="",
    ),
    Table(
        "documents",
        "What was given",
        (
            _ID,
            Column("title", "empty where unsaid or withheld"),
            Column("publisher", "empty where unsaid or withheld"),
            Column("url", "empty where unsaid or withheld"),
            Column("published", _WHEN),
            Column("language", "code"),
            Column("path", "in the folder that was given; empty where withheld"),
            Column("work", "what it is a copy of"),
            Column("read", "`yes`, or `no: ` and the reason"),
        ),
        _documents,
    ),
    Table(
        "sources",
        "Parties that speak",
        (
            _ID,
            Column("name", "masked where it is a private person's"),
            Column("kind", "organisation, government, outlet, person, collective, unknown"),
            Column("aliases", "other names in the texts, parted by `; `"),
        ),
        _sources,
    ),
    Table(
        "works",
        "Articles, reports, filings; also those only cited",
        (
            _ID,
            Column("title", "title or description"),
            Column("party", "source id of who made it"),
            Column("kind", "article, report, filing, statement"),
            Column("documents", f"document {_IDS}: its copies in the case"),
            Column("cited_by", f"document {_IDS}"),
        ),
        _works,
    ),
    Table(
        "places",
        "Places of the gazetteer that statements name",
        (
            _ID,
            Column("name", "neutral short name in English"),
            Column("level", "city, adm1, country, region, continent, world"),
            Column("country", "ISO 3166-1 alpha-2"),
            Column("lat", "degrees", NUMBER),
            Column("lon", "degrees", NUMBER),
            Column("parents", f"place {_IDS}: what holds it"),
            Column("credit", "what the licence of the gazetteer asks for"),
        ),
        _places,
    ),
    Table(
        "changes",
        "What this edition changes against the last one",
        (
            Column("change", "new, changed, withdrawn; gone for bounds that are no longer given"),
            Column("claim", "claim id; empty for bounds"),
            Column("question", "of the claim; empty where it may not be shown any more"),
            Column("measure", "what is counted, for bounds"),
            Column("place_id", "gazetteer id, for bounds"),
            Column("as_of", f"for bounds, {_WHEN}"),
            Column("what", "support, contest, independence, statements, told (its words or how they are read), ..."),
            Column("before", "in the last edition; `low..high` for bounds, no high is unbounded"),
            Column("after", "in this edition"),
        ),
        _changes,
        key="",
    ),
)
"""All tables, in the order in which they are written."""
