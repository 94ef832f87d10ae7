"""The case folder on disk: every path, originals, key, settings, lock and the SQLite ledger."""
