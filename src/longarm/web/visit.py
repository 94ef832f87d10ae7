"""What an endpoint is given: who asks, what for, and the desk to answer from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from longarm.storage.ledger import Ledger
from longarm.web.answers import Refused
from longarm.web.desk import Desk
from longarm.web.roles import Person
from longarm.web.sessions import Session

FURTHEST = 1_000_000  # the highest page number: what is beyond it has no rows


@dataclass(frozen=True, slots=True)
class Visit:
    """One request, checked: its session, role, origin and form token are good.

    Attributes:
        session: None on public routes only.
        secret: of the session's cookie.
        path: the ids in the path.
        asked: what the form or query says, as declared.
        file: bytes of the file of a form, empty where there is none.
        back: the page that the form was sent from, else empty.
        is_part: a script asks for the changed part of the page alone.
    """

    desk: Desk
    session: Session | None
    secret: str
    path: Mapping[str, str]
    asked: Mapping[str, tuple[str, ...]]
    file: bytes = field(default=b"", repr=False)
    back: str = ""
    is_part: bool = False

    @property
    def person(self) -> Person:
        """Who asks.

        Raises:
            Refused: nobody has signed in.
        """
        if not self.session or not self.session.person:
            raise Refused(401, "Sign in first.")
        return self.session.person

    @property
    def csrf(self) -> str:
        """The token for the forms of the answer."""
        return self.session.csrf if self.session else ""

    def seen(self, ledger: Ledger) -> dict[str, Any]:
        """What a page shows of decisions: the last entry it knows (`base`), and the decisions up to it or later."""
        base = ledger.last_sequence()
        return {"base": base, "decided": self.desk.decided(ledger)}

    def one(self, name: str) -> str:
        """What a field says, without blanks around it; empty where it says nothing."""
        return self.asked.get(name, ("",))[0].strip()

    def many(self, name: str) -> tuple[str, ...]:
        """Everything a field says that is not empty."""
        return tuple(value.strip() for value in self.asked.get(name, ()) if value.strip())

    def number(self, name: str, default: int, most: int = FURTHEST) -> int:
        """A field as a whole number between 0 and `most`; the default where it is none."""
        digits = self.one(name)
        return min(int(digits), most) if digits.isascii() and digits.isdigit() and len(digits) < 16 else default
