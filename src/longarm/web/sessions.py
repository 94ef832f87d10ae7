"""The start token, sessions and the tokens of forms: all random, kept in memory, gone with the process."""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace

from longarm.core.hashing import sha256
from longarm.web.roles import Person

IDLE = 8 * 3600  # seconds without a request after which a session ends: a working day
MOST = 200  # sessions kept at once; the one that was idle longest goes first


@dataclass(frozen=True, slots=True)
class Session:
    """One browser at the desk.

    Attributes:
        person: None between the start token and the password, in a case with named users.
        csrf: what every form of this session must bring back.
        seen: seconds of a clock that never goes back, at the last request.
    """

    person: Person | None
    csrf: str
    seen: float


class Sessions:
    """The browsers that have opened the address which the desk printed."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.token = secrets.token_urlsafe(32)
        self._clock = clock
        self._open: dict[str, Session] = {}

    def is_token(self, given: str) -> bool:
        """Whether this is the start token; takes the same time for every answer."""
        return hmac.compare_digest(sha256(given.encode()), sha256(self.token.encode()))

    def open(self, person: Person | None) -> str:
        """A new session; returns the secret for its cookie, of which only the hash is kept."""
        self._sweep()
        secret = secrets.token_urlsafe(32)
        self._open[_name(secret)] = Session(person, secrets.token_urlsafe(32), self._clock())
        return secret

    def get(self, secret: str) -> Session | None:
        """The session of a cookie, which is seen by this; None where there is none, or it was idle too long."""
        name = _name(secret)
        session = self._open.get(name)
        if not session or self._clock() - session.seen > IDLE:
            self._open.pop(name, None)
            return None
        self._open[name] = replace(session, seen=self._clock())
        return session

    def close(self, secret: str) -> None:
        """Ends a session."""
        self._open.pop(_name(secret), None)

    def _sweep(self) -> None:
        by_age = sorted(self._open.items(), key=lambda item: item[1].seen)
        for name, _ in by_age[: max(0, len(by_age) - MOST + 1)]:
            self._open.pop(name, None)


def is_same(left: str, right: str) -> bool:
    """Whether two secrets are the same; takes the same time for every answer."""
    return hmac.compare_digest(left.encode(), right.encode())


def _name(secret: str) -> str:
    return sha256(secret.encode())
