"""The statements of one claim, looked up by document, work and party while their roots are followed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from longarm.claims.context import Context
from longarm.claims.origins.roots import SEEN, Root, root
from longarm.claims.origins.strands import Key, Strands
from longarm.claims.reuse.index import Copies
from longarm.core.groups import Groups
from longarm.core.intervals import Interval
from longarm.model.claims import Resolved
from longarm.model.statements import Voice

TELLING = 10  # a number from which two counts hardly come to the same by chance
LOOKED_AT = 24  # statements of one work, party or document that another is held against
Rooted = tuple[Resolved, Root]


def agree(left: Resolved, right: Resolved) -> bool:
    """Whether two statements of one claim give the same: numbers that can be one, and one polarity."""
    one, other = left.statement.quantity, right.statement.quantity
    if left.statement.kind == "figure" and one is not None and other is not None:
        return one.interval.meets(other.interval)
    return left.statement.polarity == right.statement.polarity


class Members:
    """The statements of one claim; they go by their numbers, in document order.

    Attributes:
        items: the statements.
        chains: what each rests on by its own chain of voices.
        context, strands, copies: what is known of the case.
    """

    def __init__(self, items: Sequence[Resolved], context: Context, strands: Strands, copies: Copies) -> None:
        self.items, self.context, self.strands, self.copies = items, context, strands, copies
        self.chains = [root(item, context) for item in items]
        self._by_document: dict[str, list[int]] = defaultdict(list)
        self._by_work: dict[str, list[int]] = defaultdict(list)
        self._by_party: dict[str, list[int]] = defaultdict(list)
        self._own_counts: list[int] | None = None
        self._first_told: dict[Interval | None, list[int]] | None = None
        self._groups: Groups[Key] = Groups()
        for number, item in enumerate(items):
            self._by_document[item.statement.document].append(number)
            for work in self.works(number):
                self._by_work[work].append(number)
            for voice in item.statement.voices[1:]:
                self._by_party[voice.source].append(number)

    def states_counted(self) -> list[int]:
        """The statements in which a state says how much it did of what is counted.

        Where nobody says who did it, that is the only state that counts.
        """
        if self._own_counts is None:
            roles = [item.statement.roles for item in self.items]
            doers = {self.context.party(words) for one in roles for words in (one.actor, one.operator)} - {""}
            states = [self.context.states.get(chain.source, "") for chain in self.chains]
            doers = doers or (set(states) if len(set(states) - {""}) == 1 else set())
            own = [n for n, state in enumerate(states) if state and state in doers]
            self._own_counts = [n for n in own if self.chains[n].backs][:LOOKED_AT]
        return self._own_counts

    def first_told(self, interval: Interval | None = None) -> list[int]:
        """The statements in which the first parties to speak say so, each in its earliest; of an interval, just that.

        Documents go by date, those without one come last; so the order of the statements of one document is its own.
        """
        if self._first_told is None:
            self._first_told = self._by_number()
        return self._first_told.get(interval, [])

    def _by_number(self) -> dict[Interval | None, list[int]]:
        found: dict[Interval | None, dict[str, int]] = defaultdict(dict)
        for number in sorted(range(len(self.items)), key=self.place):
            chain, quantity = self.chains[number], self.items[number].statement.quantity
            if not chain.is_known or not chain.backs:
                continue
            for interval in {None, quantity.interval if quantity is not None else None}:
                if len(found[interval]) < LOOKED_AT:
                    found[interval].setdefault(chain.source, number)
        return {interval: list(told.values()) for interval, told in found.items()}

    def place(self, number: int) -> tuple[int, int]:
        """Where a statement stands in the order of tellings."""
        return self.copies.retellings.place(self.document(number)), number

    def document(self, number: int) -> str:
        """The id of the document that a statement stands in."""
        return self.items[number].statement.document

    def is_headline(self, number: int) -> bool:
        """Whether a statement stands in a headline."""
        statement = self.items[number].statement
        passages = self.context.passages.get(statement.document, ())
        return 0 <= statement.passage < len(passages) and passages[statement.passage].kind == "headline"

    def voices(self, number: int) -> tuple[Voice, ...]:
        """The chain of a statement."""
        return self.items[number].statement.voices

    def works(self, number: int) -> set[str]:
        """The works that a statement stands in or says it has its words from."""
        mine = {voice.work_id for voice in self.voices(number)[1:]} | {self.chains[number].work}
        if self.chains[number].tie == SEEN:
            mine.add(self.context.document_works.get(self.document(number), ""))
        return mine - {""}

    def of_document(self, document: str) -> list[int]:
        """The first statements of a document."""
        return self._by_document.get(document, [])[:LOOKED_AT]

    def of_work(self, work: str) -> list[int]:
        """The first statements that stand in a work or have their words from it."""
        return self._by_work.get(work, [])[:LOOKED_AT]

    def of_party(self, party: str) -> list[int]:
        """The first statements that a party voices."""
        return self._by_party.get(party, [])[:LOOKED_AT]

    def agree(self, one: int, other: int) -> bool:
        """Whether two of the statements give the same."""
        return agree(self.items[one], self.items[other])

    def is_kin(self, one: str, other: str) -> bool:
        """Whether two parties are one, offices of one state, or have one owner."""
        return self.context.kinship.kin(one) == self.context.kinship.kin(other)

    def join(self, one: int, other: int) -> None:
        """Let the unknown sources of two statements be one."""
        self._groups.join(self._key(one), self._key(other))

    def join_party(self, source: str, number: int) -> None:
        """Let the unknown source of a statement be that of a party's own texts."""
        self._groups.join(("party", self.context.kinship.owner(source)), self._key(number))

    def strand(self, number: int) -> str:
        """The unknown source that a statement shares with others."""
        key = self._groups.root(self._key(number))
        return f"{key[0]} {key[1]}"

    def _key(self, number: int) -> Key:
        document = self.document(number)
        return self.strands.keys.get(document, ("document", document))

    def title(self, document: str) -> str:
        """A document as reasons name it: its title in quotation marks, else its path."""
        known = self.context.documents.get(document)
        name = known.title.value if known and known.title else (known.path if known else document)
        return f"“{name}”"


class Walk(Protocol):
    """What gives the roots of other statements while one is followed."""

    def root(self, number: int, path: tuple[int, ...]) -> Root:
        """What a statement rests on; `path` is the way there."""

    def settled(self, number: int) -> Root | None:
        """The root of a statement that is known already: a ring settles all its statements at once."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One statement that is being followed, and the way to it; the statement itself is the last on the way."""

    number: int
    path: tuple[int, ...]
    members: Members
    walk: Walk

    @property
    def item(self) -> Resolved:
        """The statement."""
        return self.members.items[self.number]

    @property
    def chain(self) -> Root:
        """What it rests on by its own chain of voices."""
        return self.members.chains[self.number]

    @property
    def document(self) -> str:
        """The id of the document that it stands in."""
        return self.item.statement.document

    def root(self, other: int) -> Root:
        """What another statement rests on."""
        return self.walk.root(other, self.path)

    def settled(self) -> Root | None:
        """The statement's own root, where following another one closed a ring through it."""
        return self.walk.settled(self.number)
