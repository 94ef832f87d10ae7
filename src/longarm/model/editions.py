"""What was released, and when: one edition a publication that is no draft."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from longarm.model.codec import pack, unpack
from longarm.model.documents import Document
from longarm.model.entries import Entry

SUBJECT = "edition"


@dataclass(frozen=True, slots=True)
class Standing:
    """How one claim stood in an edition: codes, counts and short digests, no words.

    Attributes:
        low, high: its independent origins, proved and at most.
        statements, replies, proceedings, drift: how many it has.
        question, told, origins: digests of its question, of its statements as read, and of whom it rests on.
        whole: digest of all of it that does not depend on the rest of the release (offsets, numbers of masked persons).
    """

    claim: str
    support: str = "single"
    contest: str = "unanswered"
    low: int = 0
    high: int = 0
    statements: int = 0
    replies: int = 0
    proceedings: int = 0
    drift: int = 0
    question: str = ""
    told: str = ""
    origins: str = ""
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """The least and greatest count that an edition gave for one scope.

    Attributes:
        scope: digest of all that the count is of: measure, place, date, set, operator, programme, basis.
        measure: id of the codebook, empty where it is no measure of it.
        place: gazetteer id, empty where it is none.
        as_of: EDTF.
        high: None is unbounded.
    """

    scope: str
    measure: str
    place: str
    as_of: str
    low: int
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """One publication; it holds ids, codes, numbers and digests alone, so that nothing in it need ever be sealed.

    Attributes:
        number: 1-based.
        claims: (claim id, SHA-256 of what was released of it as canonical JSON), sorted by id.
        standings: of the claims, sorted by id.
        counts: sorted by scope.
        documents: (document id, its number), by number; see `document_numbers`.
        by, at, sequence: of its entry.
    """

    number: int
    claims: tuple[tuple[str, str], ...]
    standings: tuple[Standing, ...] = ()
    counts: tuple[Count, ...] = ()
    documents: tuple[tuple[str, int], ...] = ()
    by: str = ""
    at: str = ""
    sequence: int = 0

    @property
    def date(self) -> str:
        """The day on which it was published, in UTC, `YYYY-MM-DD`; empty where that is not known."""
        return self.at[:10]


@dataclass(frozen=True, slots=True)
class Issue:
    """An edition that is being published, with what went before.

    Attributes:
        edition: the new one.
        before: the earlier ones, in order.
        questions: (claim id, question) of claims of the last edition that are withdrawn and may still be named.
        merged: (claim id, id of the claim that holds its statements now) of claims of earlier editions that were joined
            with others: old links lead on from them.
    """

    edition: Edition
    before: tuple[Edition, ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    merged: tuple[tuple[str, str], ...] = ()

    @property
    def last(self) -> Edition | None:
        """The edition before this one."""
        return self.before[-1] if self.before else None


def withdrawn(last: Edition | None, edition: Edition) -> tuple[str, ...]:
    """Ids of the claims that the last edition held and the new one does not, sorted."""
    return tuple(sorted(dict(last.claims).keys() - dict(edition.claims).keys())) if last else ()


def gone(before: Sequence[Edition], edition: Edition) -> tuple[str, ...]:
    """Ids of the claims that any earlier edition held and the new one does not, sorted."""
    return tuple(sorted({one for old in before for one in withdrawn(old, edition)}))


def in_order(editions: Sequence[Edition]) -> tuple[Edition, ...]:
    """Editions by their numbers, in whichever order they were read."""
    return tuple(sorted(editions, key=lambda edition: edition.number))


def document_numbers(
    documents: Iterable[Document], read: Container[str], editions: Iterable[Edition]
) -> dict[str, int]:
    """The number of every document, 1-based, so that a number in print means the same document for ever.

    A document keeps the number of the first edition that held it, and no other gets that number later, even where a
    later edition is without it. The others follow: those that were read before those that were not, by date, then id.
    """
    numbers: dict[str, int] = {}
    for edition in in_order(tuple(editions)):
        for id_, number in edition.documents:
            numbers.setdefault(id_, number)
    others = [document for document in documents if document.id not in numbers]
    others.sort(key=lambda one: (one.id not in read, str(one.published or "~"), one.id))
    for number, document in enumerate(others, start=max(numbers.values(), default=0) + 1):
        numbers[document.id] = number
    return numbers


def edition_entry(edition: Edition, why: str = "") -> Entry:
    """The entry that holds an edition."""
    told = replace(edition, by="", at="", sequence=0)
    body = {"edition": pack(told)}
    return Entry("released", SUBJECT, f"edition-{edition.number}", body, edition.by, edition.at, why)


def edition_of(entry: Entry) -> Edition:
    """The edition that an entry holds."""
    body: dict[str, Any] = entry.body
    told = unpack(Edition, body["edition"])
    return replace(told, by=entry.by, at=entry.at, sequence=entry.sequence)
