"""The ledger in SQLite."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from longarm.errors import CaseDamaged, CaseLocked, CaseNotFound
from longarm.ledger import entry as entries
from longarm.model.case import State
from longarm.model.documents import Document, Metadata
from longarm.model.entries import Entry
from longarm.storage import derived
from longarm.storage.ledger import Ledger
from longarm.storage.lock import locked
from longarm.storage.paths import CasePaths

NOW = "2024-05-31T12:00:00+00:00"


def added(number: int) -> Entry:
    document = Document(f"doc-{number}", f"{number:064}", "text/plain", f"{number}.txt", 1)
    return entries.document_entry(document, Metadata(), "longarm", NOW)


@pytest.fixture
def paths(tmp_path: Path) -> CasePaths:
    return CasePaths(tmp_path)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE entries SET why = 'because'",
        "DELETE FROM entries",
        "DELETE FROM entries WHERE sequence = 1",
        "INSERT OR REPLACE INTO entries SELECT * FROM entries WHERE sequence = 1",
        'INSERT INTO entries SELECT sequence + 5, action, subject, key, body, "by", at, why FROM entries',
    ],
)
def test_entries_can_only_be_added(paths: CasePaths, sql: str) -> None:
    with Ledger(paths, writable=True) as ledger:
        ledger.append([added(1)])
        before = list(ledger.entries())
        with pytest.raises(sqlite3.IntegrityError, match=r"entries are never|after the last one"):
            ledger.connection.execute(sql)
        assert list(ledger.entries()) == before


def test_entries_come_back_as_they_were_numbered_in_order(paths: CasePaths) -> None:
    with Ledger(paths, writable=True) as ledger:
        written = [*ledger.append([added(1), added(2)]), *ledger.append([added(3)])]
    with Ledger(paths) as ledger:
        assert list(ledger.entries()) == written
        assert [entry.sequence for entry in written] == [1, 2, 3]
        assert [entry.key for entry in ledger.entries(after=2)] == ["doc-3"]


def test_a_transaction_that_fails_leaves_nothing(paths: CasePaths) -> None:
    broken = Entry("added", "document", "doc-2", {"document": {"v": 99}}, "longarm", NOW)
    with Ledger(paths, writable=True) as ledger:
        with pytest.raises(Exception, match="version 99"):
            ledger.append([added(1), broken])
        assert (list(ledger.entries()), derived.load_state(ledger)) == ([], State())


def test_what_is_written_is_durable_and_can_be_searched(paths: CasePaths) -> None:
    with Ledger(paths, writable=True) as ledger:
        assert ledger.connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert ledger.connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert ledger.connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        ledger.connection.execute(
            'INSERT INTO passages (document, position, kind, start, "end", words) '
            "VALUES ('doc-1', 0, 'paragraph', 0, 9, 'Two cafés')"
        )
        found = ledger.connection.execute("SELECT rowid FROM passages_search('cafes')").fetchall()
        assert found == [(1,)]


def test_a_reader_cannot_write(paths: CasePaths) -> None:
    Ledger(paths, writable=True).connection.close()
    with Ledger(paths) as ledger, pytest.raises(CaseDamaged, match="readonly"):
        ledger.append([added(1)])


def test_a_missing_ledger_and_one_that_is_none_are_told_apart(paths: CasePaths) -> None:
    with pytest.raises(CaseNotFound, match="longarm build"):
        Ledger(paths)
    paths.ledger.write_bytes(b"this is no database, but long enough to be looked at" * 50)
    with pytest.raises(CaseDamaged, match="not a database"):
        Ledger(paths, writable=True)


def test_a_ledger_of_a_later_longarm_is_left_alone(paths: CasePaths) -> None:
    with Ledger(paths, writable=True) as ledger:
        ledger.connection.execute("PRAGMA user_version = 99")
    with pytest.raises(CaseDamaged, match="later longarm"):
        Ledger(paths, writable=True)


HOLD = """
import sys
from pathlib import Path
from longarm.storage.lock import locked
from longarm.storage.paths import CasePaths
with locked(CasePaths(Path(sys.argv[1]))):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_two_processes_do_not_write_at_once_and_a_killed_one_holds_no_lock(paths: CasePaths) -> None:
    command = [sys.executable, "-c", HOLD, str(paths.root)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(CaseLocked, match="wait until it is done"), locked(paths):
            pass
        other.kill()
        other.wait()
    with locked(paths):
        pass
