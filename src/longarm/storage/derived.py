"""The state and the weighed case as the tables hold them: the same as the fold, without reading every entry."""

import json
from collections.abc import Iterable
from typing import Any, TypeVar

from longarm.core import collecting
from longarm.core.hashing import canonical_json
from longarm.model.case import State, Weighed
from longarm.model.claims import Claim, Happening, Resolved, Source
from longarm.model.codec import pack, unpack
from longarm.model.decisions import Decision, decision_of
from longarm.model.documents import Document, Given, ReadFailure, TextLayer, Work
from longarm.model.editions import edition_of
from longarm.model.places import Place
from longarm.model.statements import Reading
from longarm.storage.connection import naming, transaction
from longarm.storage.ledger import Ledger

T = TypeVar("T")
TABLES = ("sources", "works", "places", "statements", "claims")


def load_state(ledger: Ledger, *, texts: bool = True, readings: bool = True) -> State:
    """The state; without texts or readings where the caller does not need them."""
    with naming(ledger.paths), collecting.put_off():
        failures = [*_column(ledger, _DOCUMENT_FAILURES, ReadFailure), *_column(ledger, _LOST, ReadFailure)]
        given = ledger.connection.execute(_GIVEN).fetchall()
        return State(
            documents=tuple(_column(ledger, "SELECT data FROM documents ORDER BY path, id", Document)),
            layers=tuple(_bodies(ledger, "texts", "text", TextLayer)) if texts else (),
            readings=tuple(_bodies(ledger, "readings", "reading", Reading)) if readings else (),
            failures=tuple(sorted(failures, key=lambda failure: (failure.path, failure.sha256, failure.code))),
            given=tuple(Given(path, location, document, bool(current)) for path, location, document, current in given),
            decisions=tuple(decision_of(entry) for entry in ledger.entries_on("decision")),
            editions=tuple(edition_of(entry) for entry in ledger.entries_on("edition")),
        )


_DOCUMENT_FAILURES = "SELECT failure FROM documents WHERE failure IS NOT NULL"
_LOST = "SELECT data FROM lost"
_GIVEN = "SELECT path, location, document, is_current FROM given ORDER BY path, location, sequence"


def load_part(ledger: Ledger, documents: Iterable[str]) -> State:
    """The state as far as it is about some documents: their texts, readings and the decisions on them."""
    wanted = sorted(set(documents))
    marks = ", ".join("?" * len(wanted))
    with naming(ledger.paths):
        sql = f"SELECT data FROM documents WHERE id IN ({marks}) ORDER BY path, id"  # noqa: S608 (marks)
        rows = ledger.connection.execute(sql, wanted).fetchall()
        return State(
            documents=tuple(unpack(Document, json.loads(row[0])) for row in rows),
            layers=tuple(_some(ledger, "texts", "text", TextLayer, wanted)),
            readings=tuple(_some(ledger, "readings", "reading", Reading, wanted)),
            decisions=decisions_on(ledger, wanted),
        )


def decisions_on(ledger: Ledger, subjects: Iterable[str]) -> tuple[Decision, ...]:
    """The decisions on some things, and those on these decisions (what undoes them, or finds their words again)."""
    found: dict[str, Decision] = {}
    wanted = set(subjects)
    while wanted:
        new = {entry.key: decision_of(entry) for entry in ledger.entries_touching(wanted) if entry.key not in found}
        found |= new
        wanted = set(new)
    return tuple(sorted(found.values(), key=lambda decision: decision.sequence))


def _some(ledger: Ledger, table: str, name: str, kind: type[T], documents: list[str]) -> list[T]:
    marks = ", ".join("?" * len(documents))
    sql = f"SELECT body FROM {table} JOIN entries ON sequence = entry"  # noqa: S608 (a constant)
    rows = ledger.connection.execute(f"{sql} WHERE document IN ({marks}) ORDER BY document", documents)
    return [unpack(kind, json.loads(row[0])[name]) for row in rows]


def load_weighed(ledger: Ledger) -> Weighed:
    """What the documents add up to, as last stored; empty before the first weighing."""
    with naming(ledger.paths), collecting.put_off():
        return Weighed(
            sources=tuple(_column(ledger, "SELECT data FROM sources ORDER BY rowid", Source)),
            works=tuple(_column(ledger, "SELECT data FROM works ORDER BY rowid", Work)),
            resolved=tuple(_column(ledger, "SELECT data FROM statements ORDER BY position", Resolved)),
            claims=tuple(_column(ledger, "SELECT data FROM claims ORDER BY position", Claim)),
            places=tuple(_column(ledger, "SELECT data FROM places ORDER BY rowid", Place)),
            happenings=happenings(ledger),
        )


def store_weighed(ledger: Ledger, weighed: Weighed, fingerprint: str) -> None:
    """Puts what was weighed in the place of what was there; `fingerprint` names what it was made from.

    Of statements and claims only the rows that differ are written: who decides meanwhile waits for a moment.
    """
    claim_of = {statement: claim.id for claim in weighed.claims for statement in claim.statements}
    with naming(ledger.paths):
        statements = _differing(
            ledger, "statements", (_statement(n, one, claim_of) for n, one in enumerate(weighed.resolved))
        )
        claims = _differing(ledger, "claims", (_claim(n, one) for n, one in enumerate(weighed.claims)))
        told = canonical_json([pack(one) for one in weighed.happenings])
        with transaction(ledger.connection):
            for table in ("sources", "works", "places"):
                ledger.connection.execute(f"DELETE FROM {table}")  # noqa: S608 (a constant)
            _insert(ledger, "sources", (_source(one) for one in weighed.sources))
            _insert(ledger, "works", (_work(one) for one in weighed.works))
            _insert(ledger, "places", (_place(one) for one in weighed.places))
            for table, (gone, rows) in (("statements", statements), ("claims", claims)):
                sql = f"DELETE FROM {table} WHERE position = ?"  # noqa: S608 (a constant)
                ledger.connection.executemany(sql, [(position,) for position in gone])
                _insert(ledger, table, rows)
            ledger.connection.execute("INSERT OR REPLACE INTO facts VALUES ('happenings', ?)", (told,))
            ledger.connection.execute("INSERT OR REPLACE INTO facts VALUES ('weighed', ?)", (fingerprint,))


def _differing(ledger: Ledger, table: str, rows: Iterable[dict[str, Any]]) -> tuple[list[int], list[dict[str, Any]]]:
    """Positions of stored rows that are not so any more, and the rows to be written; called by the one who weighs."""
    columns = [name for _, name, *_ in ledger.connection.execute(f"PRAGMA table_info({table})")]
    every = f"SELECT {', '.join(columns)} FROM {table}"  # noqa: S608 (names of the schema)
    stored = {row[0]: hash(row) for row in ledger.connection.execute(every)}
    new = []
    for row in rows:
        if stored.get(row["position"]) == hash(tuple(row[name] for name in columns)):
            del stored[row["position"]]
        else:
            new.append(row)
    return sorted(stored), new


def weighed_from(ledger: Ledger) -> str:
    """The fingerprint of the last weighing; empty where there was none."""
    return fact(ledger, "weighed")


def fact(ledger: Ledger, name: str) -> str:
    """A text that was stored under a name; empty where there is none."""
    row = ledger.connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
    return row[0] if row else ""


def store_fact(ledger: Ledger, name: str, value: str) -> None:
    """Puts a text in the place of what was stored under its name."""
    with naming(ledger.paths), transaction(ledger.connection):
        ledger.connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))


def happenings(ledger: Ledger) -> tuple[Happening, ...]:
    """What the acts and steps of the case were last joined to."""
    stored = fact(ledger, "happenings")
    return tuple(unpack(Happening, one) for one in json.loads(stored)) if stored else ()


def sizes(ledger: Ledger) -> tuple[int, int]:
    """How many statements and claims were last weighed."""
    row = ledger.connection.execute(
        "SELECT (SELECT COUNT(*) FROM statements), (SELECT COUNT(*) FROM claims)"
    ).fetchone()
    return int(row[0]), int(row[1])


def _column(ledger: Ledger, sql: str, kind: type[T]) -> list[T]:
    return [unpack(kind, json.loads(row[0])) for row in ledger.connection.execute(sql)]


def _bodies(ledger: Ledger, table: str, name: str, kind: type[T]) -> list[T]:
    sql = f"SELECT body FROM {table} JOIN entries ON sequence = entry ORDER BY document"  # noqa: S608 (a constant)
    return [unpack(kind, json.loads(row[0])[name]) for row in ledger.connection.execute(sql)]


def _insert(ledger: Ledger, table: str, rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        marks = ", ".join("?" * len(row))
        sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"  # noqa: S608 (names from below)
        ledger.connection.execute(sql, tuple(row.values()))


def _data(value: Any) -> str:
    return canonical_json(pack(value))


def _source(one: Source) -> dict[str, Any]:
    return {"id": one.id, "name": one.name, "kind": one.kind, "aliases": "; ".join(one.aliases), "data": _data(one)}


def _work(one: Work) -> dict[str, Any]:
    row = {"id": one.id, "title": one.title, "party": one.party, "kind": one.kind}
    return {**row, "documents": len(one.documents), "cited_by": len(one.cited_by), "data": _data(one)}


def _place(one: Place) -> dict[str, Any]:
    row = {"id": one.id, "name": one.name, "level": one.level, "country": one.country}
    return {**row, "lat": one.lat, "lon": one.lon, "data": _data(one)}


def _statement(position: int, one: Resolved, claim_of: dict[str, str]) -> dict[str, Any]:
    said = one.statement
    interval = said.quantity.interval if said.quantity else None
    return {
        "position": position,
        "id": said.id,
        "document": said.document,
        "passage": said.passage,
        "kind": said.kind,
        "method": said.method,
        "measure": said.measure,
        "polarity": said.polarity,
        "hedges": ", ".join(hedge.kind for hedge in said.hedges),
        "low": interval and interval.low,
        "high": interval and interval.high,
        "words": said.span.words,
        "voices": " -> ".join(voice.name or "the author" for voice in said.voices),
        "claim": claim_of.get(said.id, ""),
        "data": _data(one),
    }


def _claim(position: int, one: Claim) -> dict[str, Any]:
    return {
        "position": position,
        "id": one.id,
        "kind": one.kind,
        "method": one.method,
        "measure": one.measure,
        "question": one.question,
        "support": one.support,
        "contest": one.contest,
        "origins_low": one.independence.low,
        "origins_high": one.independence.high,
        "statements": len(one.statements),
        "replies": len(one.replies),
        "data": _data(one),
    }
