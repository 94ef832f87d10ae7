"""What a text has named: parties and works, in text order."""

from dataclasses import dataclass, field

from longarm.model.spans import Span
from longarm.model.statements import CitedWork


@dataclass(slots=True)
class Party:
    """A party named in the text: its best name, the character where it first stands, and what kind of thing it is."""

    name: str
    start: int
    kind: str  # organisation, person, other


@dataclass(slots=True)
class Work:
    """A work named in the text; title and party are filled as the text tells more.

    Attributes:
        is_new: whether it is words given out that the text has not named before ("a statement"): of no party named
            elsewhere.
    """

    start: int
    kind: str
    title: str = ""
    party: str = ""
    span: Span | None = None
    is_new: bool = False


@dataclass(slots=True)
class Discourse:
    """What a text has named, in text order.

    Attributes:
        people: every name of a person, short ones included, without titles.
        joint: names of several that speak together ("Far Shore and Reef") to the names of each.
    """

    people: tuple[str, ...] = ()
    joint: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parties: list[Party] = field(default_factory=list)
    works: list[Work] = field(default_factory=list)

    def party_before(self, char: int, kind: str) -> Party | None:
        """The party of that kind named last before a character."""
        before = [party for party in self.parties if party.start < char and kind in (party.kind, "any")]
        return max(before, key=lambda party: party.start, default=None)

    def work_at(self, char: int, kind: str = "") -> Work | None:
        """The work that "the report" at a character stands for: the last one before it, else the first after it."""
        named = [work for work in self.works if not kind or work.kind == kind]
        before = [work for work in named if work.start <= char]
        if before:
            with_party = [work for work in before if work.party or work.title]
            return (with_party or before)[-1]
        return named[0] if named else None

    def work_of(self, party: str, kind: str = "") -> Work | None:
        """The one work of a party, or None where it has none or several."""
        found = [work for work in self.works if work.party == party and (not kind or work.kind == kind)]
        titles = {work.title for work in found if work.title}
        if len(titles) > 1:
            return None
        return next((work for work in found if work.title), found[0] if found else None)


def cited_works(discourse: Discourse) -> tuple[CitedWork, ...]:
    """Every work named, once a title or party, in text order."""
    seen: dict[tuple[str, str, str], CitedWork] = {}
    for work in discourse.works:
        key = (work.title, work.kind if not work.title else "", work.party)
        if (work.title or work.party) and work.span and key not in seen:
            seen[key] = CitedWork(work.span, work.title, work.kind, work.party)
    return tuple(seen.values())
