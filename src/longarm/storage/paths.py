"""Where everything of a case lies; no other module draws a path inside a case folder."""

from dataclasses import dataclass
from pathlib import Path

TEMPORARY = ".tmp-"  # what files that are not whole yet are called; any that are found are left from a killed process


@dataclass(frozen=True, slots=True)
class CasePaths:
    """The paths of the case in one folder; nothing is opened or made here."""

    root: Path

    @property
    def settings(self) -> Path:
        """Title, scope, languages and people who may be named; written by people."""
        return self.root / "case.toml"

    @property
    def key(self) -> Path:
        """The secret that the ids of the case are made with."""
        return self.root / "case.key"

    @property
    def documents(self) -> Path:
        """The folder of originals."""
        return self.root / "documents"

    @property
    def ledger(self) -> Path:
        """The SQLite database of entries and of the tables that are derived from them."""
        return self.root / "ledger.sqlite"

    @property
    def log(self) -> Path:
        """The folder of the custody log."""
        return self.root / "log"

    @property
    def custody(self) -> Path:
        """The chained log of every entry, one JSON object a line."""
        return self.log / "custody.jsonl"

    @property
    def keys(self) -> Path:
        """Who can open what is sealed: names and recipients."""
        return self.root / "keys.toml"

    @property
    def sealed(self) -> Path:
        """The folder of age files."""
        return self.root / "sealed"

    @property
    def users(self) -> Path:
        """Who works on the case, with roles and hashes of passwords; not there in a case of one person."""
        return self.root / "users.toml"

    @property
    def lock(self) -> Path:
        """The file that the one process that writes holds a lock on."""
        return self.root / ".lock"

    def original(self, sha256: str) -> Path:
        """Where the bytes with that hash are kept."""
        return self.documents / sha256[:2] / sha256

    @property
    def own(self) -> frozenset[str]:
        """Names in the folder that longarm itself makes."""
        made = (self.settings, self.key, self.documents, self.ledger, self.log, self.keys, self.sealed, self.users)
        return frozenset(path.name for path in (*made, self.lock))
