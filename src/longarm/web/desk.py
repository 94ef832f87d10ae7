"""The desk behind the pages: one case, who is at it, and what runs beside the requests."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from longarm.core import clock
from longarm.desk import case, overview
from longarm.desk.overview import Overview
from longarm.desk.sealing import seal
from longarm.desk.sealing.seal import Sealed
from longarm.model.case import CaseSettings
from longarm.model.matters import Sealing
from longarm.storage import browse, settings, users
from longarm.storage.ledger import Ledger
from longarm.storage.users import User
from longarm.web.attempts import Attempts
from longarm.web.decided import Decided
from longarm.web.refresh import Reweigher
from longarm.web.roles import ROLES, Person
from longarm.web.sessions import Sessions

LOOPBACK = "127.0.0.1"
TABLES = 4  # of other sessions that are kept while they are looked at


class Desk:
    """One case on one port of the loopback.

    Attributes:
        hosts: names with port that the desk answers to.
        cookie: name of the session's cookie; a browser shares cookies between ports, so the port is in it.
        by: who decides in a case of one person.
    """

    def __init__(
        self,
        root: Path,
        port: int,
        by: str,
        *,
        reweigher: Reweigher | None = None,
        ticks: Callable[[], float] = time.monotonic,
        now: Callable[[], str] = lambda: clock.now().isoformat(),
    ) -> None:
        """Opens the desk.

        Raises:
            CaseNotFound: there is no case.
            CaseDamaged: its files cannot be read.
        """
        self.paths = case.at(root)
        self.hosts = frozenset({f"{LOOPBACK}:{port}", f"localhost:{port}"})
        self.cookie = f"longarm-{port}"
        self.by = by
        self.now = now
        self.sessions = Sessions(ticks)
        self.attempts = Attempts(ticks)
        self.reweigher = reweigher or Reweigher(root)
        self._overview = Overview()
        self._decided = Decided()
        self._tables: dict[str, tuple[str, bytes]] = {}

    @property
    def settings(self) -> CaseSettings:
        """What `case.toml` says now."""
        return settings.load(self.paths)

    @property
    def users(self) -> tuple[User, ...]:
        """The named users; none in a case of one person."""
        return users.load(self.paths)

    @property
    def alone(self) -> Person | None:
        """Who the start token alone lets in: the one person of a case without named users."""
        return None if self.users else Person(self.by, ROLES)

    def overview(self, ledger: Ledger) -> Overview:
        """What the whole case adds up to, as last made; read from the ledger only when it was made anew."""
        if self._overview.made_from != overview.made_from(ledger):
            self._overview = overview.load(ledger)
        return self._overview

    def decided(self, ledger: Ledger) -> Decided:
        """What was decided up to now."""
        known = self._decided
        if new := browse.decisions(ledger, known.last):
            if any(isinstance(one.what, Sealing) for one in new):
                known, new = Decided(), browse.decisions(ledger)  # sealing changes what was written before
            self._decided = known = Decided((*known.told, *new))
        return known

    def seal(self, names: Sequence[str], by: str, why: str, documents: Sequence[str]) -> Sealed:
        """Takes a person's name out of the case; nothing else writes meanwhile, and nothing here remembers it.

        Raises:
            SealError: it cannot be done as asked.
            CaseLocked: another longarm is writing.
        """
        with self.reweigher.paused():
            try:
                return seal.seal(self.paths.root, names, by=by, why=why, documents=documents, now=self.now)
            finally:
                self._decided, self._overview = Decided(), Overview()

    def keep_table(self, session: str, name: str, data: bytes) -> None:
        """Keeps the table that a session looks at, in memory, in the place of its last one."""
        self._tables = dict([*self._tables.items()][-TABLES:]) | {session: (name, data)}

    def table(self, session: str, name: str) -> bytes | None:
        """The table of that name that a session looked at last."""
        kept, data = self._tables.get(session, ("", b""))
        return data if kept == name else None

    def read(self) -> Ledger:
        """The ledger, for one request; close it."""
        return Ledger(self.paths)
