"""Pages of the tables of a case, for the desk: each answer reads a few rows by an index, never the whole case."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from longarm.model.claims import Claim, Resolved, Source
from longarm.model.codec import unpack
from longarm.model.decisions import Decision, decision_of
from longarm.model.documents import Document, Given, Work
from longarm.model.entries import Entry
from longarm.model.places import Place
from longarm.storage.ledger import Ledger

T = TypeVar("T")
_TABLES: dict[str, Any] = {
    "claims": Claim,
    "statements": Resolved,
    "documents": Document,
    "sources": Source,
    "works": Work,
    "places": Place,
}
_ORDER = {
    "claims": "position",
    "statements": "position",
    "documents": "path, id",
    "sources": "rowid",
    "works": "rowid",
    "places": "rowid",
}
_FILTERS = {
    "claims": ("kind", "support", "contest", "method", "measure"),
    "statements": ("document", "claim", "kind", "measure"),
    "documents": ("read",),
    "sources": ("kind",),
    "works": ("party",),
    "places": ("level", "country"),
}
_WORD = re.compile(r"\w+")
MOST_WORDS = 12  # words of a search that are looked for


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that were found: in a statement, or in a passage of a document where no statement stands for them.

    Attributes:
        id: of the statement, empty for a passage.
        passage: number of the passage in the document.
        claim: of the statement, may be empty.
    """

    document: str
    passage: int
    words: str
    id: str = ""
    claim: str = ""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in short: its question, and how many statements answer it."""

    id: str
    question: str
    statements: int


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of the ledger without its body."""

    sequence: int
    action: str
    subject: str
    key: str
    by: str
    at: str
    why: str


def count(ledger: Ledger, table: str, **only: str) -> int:
    """How many rows a table has, of those with the values asked for."""
    where, values = _where(table, only)
    row = ledger.connection.execute(f"SELECT COUNT(*) FROM {table} {where}", values).fetchone()  # noqa: S608
    return int(row[0])


def page(ledger: Ledger, table: str, limit: int, offset: int = 0, **only: str) -> list[Any]:
    """Some rows of a table, in its order: claims, statements, documents, sources, works or places."""
    where, values = _where(table, only)
    sql = f"SELECT data FROM {table} {where} ORDER BY {_ORDER[table]} LIMIT ? OFFSET ?"  # noqa: S608 (constants)
    return [
        unpack(_TABLES[table], json.loads(row[0])) for row in ledger.connection.execute(sql, (*values, limit, offset))
    ]


def questions(ledger: Ledger, limit: int, **only: str) -> list[ClaimRow]:
    """Some claims in short, in order."""
    where, values = _where("claims", only)
    sql = f"SELECT id, question, statements FROM claims {where} ORDER BY position LIMIT ?"  # noqa: S608 (constants)
    return [ClaimRow(*row) for row in ledger.connection.execute(sql, (*values, limit))]


def one(ledger: Ledger, table: str, id_: str) -> Any | None:
    """The thing of that id, or None."""
    row = ledger.connection.execute(f"SELECT data FROM {table} WHERE id = ?", (id_,)).fetchone()  # noqa: S608
    return unpack(_TABLES[table], json.loads(row[0])) if row else None


def some(ledger: Ledger, table: str, ids: Sequence[str]) -> dict[str, Any]:
    """The things of those ids that there are, by id."""
    marks = ", ".join("?" * len(ids))
    sql = f"SELECT id, data FROM {table} WHERE id IN ({marks})"  # noqa: S608 (a constant and marks)
    return {row[0]: unpack(_TABLES[table], json.loads(row[1])) for row in ledger.connection.execute(sql, tuple(ids))}


def names(ledger: Ledger, ids: Sequence[str]) -> dict[str, str]:
    """What sources, works, documents and texts of those ids are called; a text is called as its document."""
    wanted = json.dumps(sorted(set(ids)))
    found: dict[str, str] = {}
    for sql in (
        "SELECT id, COALESCE(NULLIF(title, ''), path) FROM documents WHERE id IN (SELECT value FROM json_each(?))",
        "SELECT id, COALESCE(NULLIF(title, ''), kind) FROM works WHERE id IN (SELECT value FROM json_each(?))",
        "SELECT id, name FROM sources WHERE id IN (SELECT value FROM json_each(?))",
    ):
        found.update(ledger.connection.execute(sql, (wanted,)).fetchall())
    return found


def passages(ledger: Ledger, document: str, positions: Sequence[int]) -> dict[int, tuple[int, str]]:
    """Start and words of passages of a document, by their number."""
    marks = ", ".join("?" * len(positions))
    sql = f"SELECT position, start, words FROM passages WHERE document = ? AND position IN ({marks})"  # noqa: S608
    rows = ledger.connection.execute(sql, (document, *positions))
    return {position: (start, words) for position, start, words in rows}


def search(ledger: Ledger, words: str, limit: int, offset: int = 0) -> tuple[list[Hit], list[Hit]]:
    """Statements and passages that hold all the words, in the order of the case; nothing for no words."""
    asked = _match(words)
    if not asked:
        return [], []
    told = ledger.connection.execute(
        "SELECT s.document, s.passage, s.words, s.id, s.claim FROM statements_search f JOIN statements s"
        " ON s.position = f.rowid WHERE statements_search MATCH ? ORDER BY f.rowid LIMIT ? OFFSET ?",
        (asked, limit, offset),
    )
    found = [Hit(*row) for row in told]
    texts = ledger.connection.execute(
        "SELECT p.document, p.position, p.words FROM passages_search f JOIN passages p ON p.id = f.rowid"
        " WHERE passages_search MATCH ? ORDER BY f.rowid LIMIT ? OFFSET ?",
        (asked, limit, offset),
    )
    return found, [Hit(*row) for row in texts]


def claims_of(ledger: Ledger, statements: Sequence[str]) -> dict[str, str]:
    """Claim ids by statement; empty where a statement has none."""
    sql = "SELECT id, claim FROM statements WHERE id IN (SELECT value FROM json_each(?))"
    return dict(ledger.connection.execute(sql, (json.dumps(list(statements)),)).fetchall())


def entries(ledger: Ledger, limit: int, before: int = 0, by: str = "", subject: str = "") -> list[Row]:
    """Entries without their bodies, the last first; `before` is a sequence number, 0 for the end."""
    sql = (
        'SELECT sequence, action, subject, key, "by", at, why FROM entries WHERE (? = 0 OR sequence < ?)'
        " AND (? = '' OR \"by\" = ?) AND (? = '' OR subject = ?) ORDER BY sequence DESC LIMIT ?"
    )
    rows = ledger.connection.execute(sql, (before, before, by, by, subject, subject, limit))
    return [Row(*row) for row in rows]


def decisions(ledger: Ledger, after: int = 0) -> list[Decision]:
    """The decisions that were written after an entry, in order."""
    sql = (
        'SELECT sequence, action, subject, key, body, "by", at, why FROM entries'
        " WHERE subject = 'decision' AND sequence > ? ORDER BY sequence"
    )
    found = []
    for sequence, action, subject, key, body, by, at, why in ledger.connection.execute(sql, (after,)):
        found.append(decision_of(Entry(action, subject, key, json.loads(body), by, at, why, sequence)))
    return found


def positions(ledger: Ledger, after: int, limit: int, **only: str) -> list[tuple[int, str]]:
    """Position and id of statements behind a position, in order."""
    where, values = _where("statements", only)
    where += " AND position > ?" if where else "WHERE position > ?"
    sql = f"SELECT position, id FROM statements {where} ORDER BY position LIMIT ?"  # noqa: S608 (constants)
    return ledger.connection.execute(sql, (*values, after, limit)).fetchall()


def measures(ledger: Ledger) -> list[tuple[str, int]]:
    """Every measure that figures have, with how many, the most first."""
    sql = "SELECT measure, COUNT(*) FROM statements WHERE measure <> '' GROUP BY measure ORDER BY 2 DESC, 1"
    return ledger.connection.execute(sql).fetchall()


def voiced_by(ledger: Ledger, source: str, limit: int) -> list[Resolved]:
    """Some statements that have a source among their voices, in order."""
    sql = "SELECT data FROM statements WHERE instr(data, ?) ORDER BY position LIMIT ?"
    rows = ledger.connection.execute(sql, (json.dumps(source), limit))
    found = [unpack(Resolved, json.loads(row[0])) for row in rows]
    return [one for one in found if any(voice.source == source for voice in one.statement.voices)]


def resting_on(ledger: Ledger, source: str, limit: int) -> list[Claim]:
    """Some claims that rest on a source, in order."""
    sql = "SELECT data FROM claims WHERE instr(data, ?) ORDER BY position LIMIT ?"
    found = [unpack(Claim, json.loads(row[0])) for row in ledger.connection.execute(sql, (json.dumps(source), limit))]
    return [one for one in found if any(origin.source == source for origin in one.origins)]


def table_of(ledger: Ledger, id_: str) -> str:
    """The table that holds a thing of that id: claims, statements, documents, sources or works; else empty."""
    for table in ("claims", "statements", "documents", "sources", "works"):
        if ledger.connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (id_,)).fetchone():  # noqa: S608
            return table
    return ""


def given(ledger: Ledger, document: str) -> list[Given]:
    """Every path that the bytes of a document were given under."""
    sql = "SELECT path, location, document, is_current FROM given WHERE document = ? ORDER BY path, location"
    rows = ledger.connection.execute(sql, (document,))
    return [Given(path, location, document, bool(current)) for path, location, document, current in rows]


def failures(ledger: Ledger) -> list[tuple[str, str, str, str]]:
    """Id (empty where the bytes could not be had), path, code and reason of what was not machine-read."""
    sql = (
        "SELECT id, path, read, reason FROM documents WHERE read <> 'yes'"
        " UNION ALL SELECT '', path, code, reason FROM lost ORDER BY 2"
    )
    return ledger.connection.execute(sql).fetchall()


def _where(table: str, only: dict[str, str]) -> tuple[str, tuple[str, ...]]:
    asked = {column: value for column, value in only.items() if value}
    if unknown := asked.keys() - set(_FILTERS[table]):
        raise ValueError(f"{table} cannot be filtered by {sorted(unknown)[0]}")
    clauses = " AND ".join(f"{column} = ?" for column in asked)
    return (f"WHERE {clauses}" if clauses else ""), tuple(asked.values())


def _match(words: str) -> str:
    """The words as a full-text query: each must occur, the last may go on."""
    found = _WORD.findall(words)[:MOST_WORDS]
    return " ".join(f'"{word}"' for word in found) + "*" if found else ""
