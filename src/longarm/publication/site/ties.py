"""On what each statement of a claim rests: the origin, why, and the words that show it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from longarm.model.claims import Origin
from longarm.model.public import PublicClaim, PublicDocument
from longarm.model.spans import Span
from longarm.publication.site.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Shown:
    """Words that show a tie, with the document and the id of the passage that they stand in."""

    words: str
    document: PublicDocument
    passage: str


@dataclass(frozen=True, slots=True)
class Tie:
    """How a statement is tied to an origin: seen, attributed, presumed or contradicted; why; and what shows it."""

    origin: Origin
    tie: str
    why: str
    proof: tuple[Shown, ...]


class Ties:
    """The ties of all statements of a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._documents = dossier.documents

    def of(self, claim: PublicClaim) -> dict[str, list[Tie]]:
        """The ties of a claim's statements by statement id, in the order of its origins."""
        found: dict[str, list[Tie]] = defaultdict(list)
        for origin in claim.origins:
            for at, statement in enumerate(origin.statements):
                tie = origin.ties[at] if at < len(origin.ties) else origin.tie
                why = origin.why[at] if at < len(origin.why) else ""
                proof = origin.proof[at] if at < len(origin.proof) else ()
                found[statement].append(Tie(origin, tie, why, tuple(self._shown(proof))))
        return dict(found)

    def _shown(self, proof: Iterable[Span]) -> Iterator[Shown]:
        for span in proof:
            document = self._documents.get(span.text)
            if document is not None and document.passages:
                at = bisect_right(document.passages, span.start, key=lambda passage: passage.span.start) - 1
                yield Shown(span.words, document, document.passages[max(0, at)].id)
