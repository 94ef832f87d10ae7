"""The tables of `ledger.sqlite`: one that is only ever added to, and readable ones that are derived from it."""

VERSION = 1

ENTRIES = """
CREATE TABLE IF NOT EXISTS entries (
  sequence INTEGER PRIMARY KEY, action TEXT NOT NULL, subject TEXT NOT NULL, key TEXT NOT NULL,
  body TEXT NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL, why TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS entries_subject ON entries (subject, key);
CREATE TRIGGER IF NOT EXISTS entries_are_never_changed BEFORE UPDATE ON entries
  BEGIN SELECT RAISE(ABORT, 'entries are never changed: add a correction'); END;
CREATE TRIGGER IF NOT EXISTS entries_are_never_deleted BEFORE DELETE ON entries
  BEGIN SELECT RAISE(ABORT, 'entries are never deleted: add a correction'); END;
CREATE TRIGGER IF NOT EXISTS entries_are_only_added BEFORE INSERT ON entries
  WHEN NEW.sequence IS NOT (SELECT COALESCE(MAX(sequence), 0) + 1 FROM entries)
  BEGIN SELECT RAISE(ABORT, 'an entry goes after the last one'); END;
"""

DERIVED = """
CREATE TABLE IF NOT EXISTS documents (
  id TEXT PRIMARY KEY, path TEXT NOT NULL, title TEXT, publisher TEXT, url TEXT, published TEXT, language TEXT,
  media TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL,
  read TEXT NOT NULL DEFAULT 'no', reason TEXT NOT NULL DEFAULT '', failed_by TEXT NOT NULL DEFAULT '',
  failure TEXT, stated TEXT NOT NULL, data TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS given (
  location TEXT NOT NULL, document TEXT NOT NULL, path TEXT NOT NULL, is_current INTEGER NOT NULL,
  sequence INTEGER NOT NULL, PRIMARY KEY (location, document)
);
CREATE INDEX IF NOT EXISTS given_document ON given (document);
CREATE TABLE IF NOT EXISTS lost (
  path TEXT PRIMARY KEY, code TEXT NOT NULL, reason TEXT NOT NULL, data TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS texts (
  document TEXT PRIMARY KEY, id TEXT NOT NULL, reader TEXT NOT NULL, characters INTEGER NOT NULL,
  notes TEXT NOT NULL, entry INTEGER NOT NULL REFERENCES entries (sequence)
);
CREATE TABLE IF NOT EXISTS readings (
  document TEXT PRIMARY KEY, text TEXT NOT NULL, extractor TEXT NOT NULL, statements INTEGER NOT NULL,
  entry INTEGER NOT NULL REFERENCES entries (sequence)
);
CREATE TABLE IF NOT EXISTS passages (
  id INTEGER PRIMARY KEY, document TEXT NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, page INTEGER,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS passages_document ON passages (document, position);
CREATE TABLE IF NOT EXISTS decided (
  subject TEXT NOT NULL, side TEXT NOT NULL, sequence INTEGER NOT NULL REFERENCES entries (sequence),
  kind TEXT NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (subject, side, sequence)
);
CREATE INDEX IF NOT EXISTS decided_sequence ON decided (sequence);
CREATE VIEW IF NOT EXISTS document_texts AS
  SELECT documents.path, texts.document, texts.reader, json_extract(entries.body, '$.text.data.text') AS text
  FROM texts JOIN documents ON documents.id = texts.document JOIN entries ON entries.sequence = texts.entry;
"""

WEIGHED = """
CREATE TABLE IF NOT EXISTS sources (id TEXT PRIMARY KEY, name TEXT, kind TEXT, aliases TEXT, data TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS works (
  id TEXT PRIMARY KEY, title TEXT, party TEXT, kind TEXT, documents INTEGER, cited_by INTEGER, data TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS places (
  id TEXT PRIMARY KEY, name TEXT, level TEXT, country TEXT, lat REAL, lon REAL, data TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS statements (
  position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL, passage INTEGER, kind TEXT,
  method TEXT, measure TEXT, polarity TEXT, hedges TEXT, low REAL, high REAL, words TEXT, voices TEXT, claim TEXT,
  data TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS statements_document ON statements (document);
CREATE INDEX IF NOT EXISTS statements_claim ON statements (claim);
CREATE INDEX IF NOT EXISTS statements_kind ON statements (kind);
CREATE INDEX IF NOT EXISTS statements_measure ON statements (measure);
CREATE TABLE IF NOT EXISTS claims (
  position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT, method TEXT, measure TEXT, question TEXT,
  support TEXT, contest TEXT, origins_low INTEGER, origins_high INTEGER, statements INTEGER, replies INTEGER,
  data TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS claims_kind ON claims (kind);
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""

SEARCHED = ("passages", "statements")
_ROWID = {"passages": "id", "statements": "position"}


def search_table(table: str) -> str:
    """The full-text index of the words of a table, kept in step by triggers."""
    row = _ROWID[table]
    delete = f"INSERT INTO {table}_search ({table}_search, rowid, words) VALUES ('delete', OLD.{row}, OLD.words);"  # noqa: S608
    return f"""
CREATE VIRTUAL TABLE IF NOT EXISTS {table}_search USING fts5 (
  words, content='{table}', content_rowid='{row}', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER IF NOT EXISTS {table}_search_added AFTER INSERT ON {table}
  BEGIN INSERT INTO {table}_search (rowid, words) VALUES (NEW.{row}, NEW.words); END;
CREATE TRIGGER IF NOT EXISTS {table}_search_taken AFTER DELETE ON {table} BEGIN {delete} END;
"""  # noqa: S608


def script() -> str:
    """Everything that a new ledger needs; harmless on one that has it."""
    return ENTRIES + DERIVED + WEIGHED + "".join(search_table(table) for table in SEARCHED)
