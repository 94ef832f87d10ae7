"""A statement as a card: its words in their passage, who says it, what was decided on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from longarm.model.claims import Claim, Resolved
from longarm.model.public import PublicQuantity
from longarm.model.statements import Statement
from longarm.publication.site import figures
from longarm.publication.site.marks import Excerpt, excerpt
from longarm.storage import browse
from longarm.storage.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Link:
    """One voice of a chain in words."""

    name: str
    work: str
    attitude: str
    found: str
    source: str


@dataclass(frozen=True, slots=True)
class Card:
    """A statement with all that a person needs to judge it.

    Attributes:
        title: of its document.
        question: of its claim, empty where it has none.
    """

    resolved: Resolved
    excerpt: Excerpt
    chain: tuple[Link, ...]
    title: str
    claim: str
    question: str

    @property
    def id(self) -> str:
        """The id of the statement."""
        return self.resolved.id

    @property
    def said(self) -> Statement:
        """The statement itself."""
        return self.resolved.statement

    @property
    def reading(self) -> str:
        """How the words of its quantity are read, empty where they say just that."""
        return quantity_reading(self.said)


def cards(ledger: Ledger, found: Sequence[Resolved], claims: dict[str, str] | None = None) -> list[Card]:
    """The cards of statements, in order.

    Args:
        claims: claim ids by statement, where the caller knows them.
    """
    named = browse.names(ledger, [id_ for one in found for id_ in _ids(one.statement)])
    of = claims if claims is not None else browse.claims_of(ledger, [one.id for one in found])
    told: dict[str, Claim] = browse.some(ledger, "claims", sorted({claim for claim in of.values() if claim}))
    texts = _passages(ledger, found)
    made = []
    for one in found:
        said, claim = one.statement, of.get(one.id, "")
        start, words = texts.get((said.document, said.passage), (said.span.start, said.span.words))
        made.append(
            Card(
                one,
                excerpt(words, max(said.span.start - start, 0), max(said.span.end - start, 0)),
                chain(said, named),
                named.get(said.document, said.document),
                claim,
                told[claim].question if claim in told else "",
            )
        )
    return made


def chain(said: Statement, named: dict[str, str]) -> tuple[Link, ...]:
    """Who says it, from the document inwards."""
    return tuple(
        Link(
            named.get(voice.source) or voice.name or "the author",
            named.get(voice.work_id) or voice.work,
            voice.attitude,
            voice.found,
            voice.source,
        )
        for voice in said.voices
    )


def quantity_reading(said: Statement) -> str:
    """How the words of a quantity are read, empty where they say just that, or there is none."""
    q = said.quantity
    if not q:
        return ""
    return figures.reading(
        PublicQuantity(q.interval, q.value, q.span.words, q.qualifier, q.unit, q.relation, q.whole, q.rounded, q.flags)
    )


def _ids(said: Statement) -> Iterable[str]:
    yield said.document
    for voice in said.voices:
        yield from (one for one in (voice.source, voice.work_id) if one)


def _passages(ledger: Ledger, found: Sequence[Resolved]) -> dict[tuple[str, int], tuple[int, str]]:
    wanted: dict[str, set[int]] = {}
    for one in found:
        wanted.setdefault(one.statement.document, set()).add(one.statement.passage)
    return {
        (document, position): text
        for document, positions in wanted.items()
        for position, text in browse.passages(ledger, document, sorted(positions)).items()
    }
