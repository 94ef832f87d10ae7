"""What was corrected, retracted or replaced, as far as the documents and the case say so."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from longarm.model.claims import UNKNOWN
from longarm.model.public import PublicClaim, PublicDocument
from longarm.publication.site.dossier import Dossier

WITHDRAWN = ("retracted", "corrected")  # what is said of an origin's own work, not of a text that tells of it


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A work that a text says is retracted or corrected, with the claims that rest on it."""

    work: str
    party: str
    standing: str
    claims: tuple[PublicClaim, ...]


class Corrections:
    """All corrections of a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._d = dossier

    @cached_property
    def works(self) -> tuple[Withdrawn, ...]:
        """Retracted works of known parties, then corrected ones, each with the claims that rest on it."""
        found: dict[tuple[str, str, str], list[PublicClaim]] = {}
        for claim, work, party, standing in self._told():
            claims = found.setdefault((standing, work, party), [])
            if claim not in claims:
                claims.append(claim)
        order = sorted(found, key=lambda key: (key[0] != "retracted", key))
        return tuple(
            Withdrawn(work, party, standing, tuple(found[standing, work, party])) for standing, work, party in order
        )

    @cached_property
    def notes(self) -> tuple[tuple[PublicDocument, str], ...]:
        """Update notes and corrections that documents print, in their words."""
        return tuple(
            (document, passage.span.words)
            for document in self._d.read
            for passage in document.passages
            if passage.kind == "update-note"
        )

    @cached_property
    def replaced(self) -> tuple[PublicDocument, ...]:
        """Documents of which a later version is in the case."""
        return tuple(document for document in self._d.unread if "later version" in document.why_not)

    def _told(self) -> Iterator[tuple[PublicClaim, str, str, str]]:
        for claim in self._d.ranked:
            for origin in claim.origins:
                if origin.standing in WITHDRAWN and origin.source not in ("", UNKNOWN):
                    yield claim, self._d.origin_work(origin), self._d.origin_name(origin), origin.standing
