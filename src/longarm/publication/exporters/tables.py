"""The JSON interface as flat tables, declared once: names, types and meanings of columns, and the rows."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from longarm.publication.exporters import rows
from longarm.publication.exporters.rows import Data, Row

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
        told = list(table.cells(data))
        if notice:
            said = Column(NOTICE, "what holds for every row")
            yield (
                Table(table.name, table.description, (said, *table.columns), table.cells, table.key),
                [{NOTICE: notice, **row} for row in told],
            )
        else:
            yield table, told


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
            Column("passing", "yes where one document tells it beside its subject; such claims stand last"),
        ),
        rows.claims,
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
            Column("stage", "step of the codebook, `assessment` or `reply`, for legal statements and responses"),
            Column("actor", "who acts, in the words of the text"),
            Column("operator", "who operates what is told of"),
            Column("programme", "named programme or campaign"),
            Column("target", "category of people, never a person"),
            Column("measure", "what is counted"),
            Column("quantity_words", "the quantity in its words"),
            Column("low", "least count, or share of a whole", NUMBER),
            Column("high", "greatest count; empty is unbounded", NUMBER),
            Column("qualifier", "exact, approx, at_least, more_than ..."),
            Column("relation", "majority, ratio, increment; empty for a plain count"),
            Column("basis", "total, found, announced"),
            Column("set", "`all`, or a named set"),
            Column("places", "place names, parted by `; `"),
            Column("place_ids", f"place {_IDS}"),
            Column("countries", "ISO 3166-1 alpha-2 of the places that it is about, parted by `; `"),
            Column("period", f"when it happened, {_WHEN}"),
            Column("as_of", f"when the count held, {_WHEN}"),
            Column("said_at", f"when it was said, {_WHEN}"),
            Column("start", "offset in the text of the document, in characters from 0", INTEGER),
            Column("end", "offset, end not included", INTEGER),
            Column("read_by", "machine; person where somebody added or corrected it"),
        ),
        rows.statements,
    ),
    Table(
        "steps",
        "Steps of proceedings beside the claims they concern, the latest of each claim first",
        (
            Column("claim", "the claim", refers="claims"),
            Column("step", "investigation, arrest, charge, plea, conviction, acquittal, charge-dropped ..."),
            Column("date", f"when, {_WHEN}"),
            Column("authority", "who is told to have taken it, or who tells it"),
            Column("jurisdiction", "country codes, parted by `; `"),
            Column("statement", "that tells of it", refers="statements"),
        ),
        rows.steps,
        key="",
    ),
    Table(
        "replies",
        "Replies to claims, and who was asked for one",
        (
            Column("claim", "the claim", refers="claims"),
            Column("statement", "the reply; empty where none came"),
            Column("party", "who was asked; empty for a reply that the documents tell"),
            Column("status", "told by the documents; requested, received, none of who was asked"),
            Column("on", "by which day, EDTF"),
        ),
        rows.replies,
        key="",
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
            Column(
                "standing",
                "retracted or corrected where a text says so of its work; or that a text which tells of it was",
            ),
            Column("statements", f"statement {_IDS}"),
            Column("why", "a reason for each statement"),
            Column("note", "what holds for all of them: with whom it counts once, whose number is another"),
        ),
        rows.origins,
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
        rows.drift,
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
        rows.happenings,
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
            Column("undated", f"statement {_IDS}: texts without a date whose moment it is; each may have its own"),
        ),
        rows.bounds,
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
        rows.conflicts,
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
        rows.documents,
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
        rows.sources,
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
        rows.works,
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
        rows.places,
    ),
    Table(
        "changes",
        "What this edition changes against the last one",
        (
            Column("change", "new, changed, withdrawn, merged; gone for bounds that are no longer given"),
            Column("claim", "claim id; empty for bounds"),
            Column("question", "of the claim; empty where it may not be shown any more"),
            Column("measure", "what is counted, for bounds"),
            Column("place_id", "gazetteer id, for bounds"),
            Column("as_of", f"for bounds, {_WHEN}"),
            Column("what", "support, contest, independence, statements, told (its words or how they are read), ..."),
            Column("before", "in the last edition; `low..high` for bounds, no high is unbounded"),
            Column("after", "in this edition"),
        ),
        rows.changes,
        key="",
    ),
)
"""All tables, in the order in which they are written."""
