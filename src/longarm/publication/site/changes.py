"""What an edition changes, as the pages tell it: in words, with the claims that it is about."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from longarm.core.phrases import counted
from longarm.model.editions import Count, Edition, Issue, Standing
from longarm.model.periods import date_words
from longarm.model.public import PublicClaim
from longarm.places import gazetteer
from longarm.publication import changes
from longarm.publication.site import figures
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.shell import measure_label
from longarm.publication.site.wording import wording

MOST = 100  # rows of each part of the page; the data folder has all
_CODED = {"support": "support", "contest": "contest"}


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing of a claim that changed, in words; `before` and `after` are empty where only that is known."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Altered:
    """A claim with what changed of it."""

    claim: PublicClaim
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A claim that was withdrawn; `question` is empty where it may not be shown any more."""

    id: str
    question: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A count whose bounds changed, in words; `before` or `after` is empty where there was or is none."""

    measure: str
    place: str
    as_of: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Row:
    """One edition in the list of all."""

    number: int
    date: str
    claims: int


@dataclass(frozen=True, slots=True)
class Stood:
    """How a claim stood in one edition: its three views and its independent origins, in words."""

    edition: str
    support: str
    contest: str
    independence: str
    proceedings: int


def called(edition: Edition) -> str:
    """How an edition is called in a sentence or a citation."""
    return f"edition {edition.number} of {date_words(edition.date)}" if edition.date else f"edition {edition.number}"


class Issued:
    """The edition that a dossier is, and what it changes."""

    def __init__(self, dossier: Dossier, issue: Issue) -> None:
        self._d = dossier
        self._history = (*issue.before, issue.edition)
        self.changes = changes.changes(issue)
        self.name = called(issue.edition)
        self.last = called(issue.last) if issue.last else ""

    @cached_property
    def history(self) -> tuple[Row, ...]:
        """All editions, the latest first."""
        rows = (Row(one.number, date_words(one.date), len(one.claims)) for one in self._history)
        return tuple(rows)[::-1]

    @cached_property
    def summary(self) -> str:
        """All changes in a sentence without a full stop; empty where nothing changed."""
        made = self.changes
        counts = (
            (len(made.new), "claim new", "claims new"),
            (len(made.changed), "changed", "changed"),
            (len(made.withdrawn), "withdrawn", "withdrawn"),
            (len(made.merged), "joined with others", "joined with others"),
        )
        told = [counted(count, one, many) for count, one, many in counts if count]
        if told and not made.new:
            first = len(made.changed) or len(made.withdrawn) or len(made.merged)
            told[0] = told[0].replace(" ", " claim " if first == 1 else " claims ", 1)
        if count := len(made.recounts):
            told.append(f"bounds of {counted(count, 'count')} changed")
        return ", ".join(told)

    @cached_property
    def kinds(self) -> tuple[tuple[str, int], ...]:
        """Of how many claims each thing changed, in words, those of most claims first."""
        ids = [aspect.id for one in self.changes.changed for aspect in one.aspects]
        counts = sorted(((ids.count(id_), id_) for id_ in set(ids)), key=lambda pair: (-pair[0], pair[1]))
        return tuple((wording().words("aspects", id_).label, count) for count, id_ in counts)

    @cached_property
    def new(self) -> tuple[PublicClaim, ...]:
        """The new claims, the most told first."""
        found = set(self.changes.new)
        return tuple(claim for claim in self._d.ranked if claim.id in found)

    @cached_property
    def altered(self) -> tuple[Altered, ...]:
        """The claims that changed, the most told first."""
        found = {one.claim: one for one in self.changes.changed}
        return tuple(
            Altered(claim, tuple(_turn(aspect) for aspect in found[claim.id].aspects))
            for claim in self._d.ranked
            if claim.id in found
        )

    def stood(self, claim: PublicClaim) -> tuple[Stood, ...]:
        """How a claim stood in every edition that held it, the latest first."""
        return tuple(
            Stood(
                called(edition),
                _value("support", one.support),
                _value("contest", one.contest),
                str(one.low) if one.low == one.high else f"{one.low}, up to {one.high}",
                one.proceedings,
            )
            for edition, one in self._standings.get(claim.id, ())
        )

    @cached_property
    def _standings(self) -> dict[str, list[tuple[Edition, Standing]]]:
        found: dict[str, list[tuple[Edition, Standing]]] = defaultdict(list)
        for edition in self._history[::-1]:
            for one in edition.standings:
                found[one.claim].append((edition, one))
        return found

    @cached_property
    def withdrawn(self) -> tuple[Withdrawn, ...]:
        """The claims that were withdrawn, those with a question first."""
        questions = dict(self.changes.questions)
        rows = (Withdrawn(one, questions.get(one, "")) for one in self.changes.withdrawn)
        return tuple(sorted(rows, key=lambda row: (not row.question, row.question, row.id)))

    @cached_property
    def merged(self) -> tuple[tuple[str, PublicClaim], ...]:
        """Ids of claims of the last edition that were joined with others, each with the claim that holds it now."""
        return tuple((one, self._d.claims[now]) for one, now in self.changes.merged)

    @cached_property
    def counted(self) -> tuple[Counted, ...]:
        """Least and greatest counts that changed."""
        return tuple(self._counted())

    def _counted(self) -> Iterator[Counted]:
        for one in self.changes.recounts:
            measure = measure_label(one.count.measure) if one.count.measure else "another count"
            place = self._place(one.count.place) if one.count.place else "not said"
            yield Counted(measure, place, date_words(one.count.as_of), _ends(one.before), _ends(one.after))

    def _place(self, id_: str) -> str:
        place = self._d.places.get(id_) or gazetteer.load().place(id_)
        return place.name if place else id_


def _turn(aspect: changes.Aspect) -> Turn:
    label = wording().words("aspects", aspect.id).label
    return Turn(label, _value(aspect.id, aspect.before), _value(aspect.id, aspect.after))


def _value(aspect: str, value: changes.Value) -> str:
    if aspect in _CODED:
        return wording().words(_CODED[aspect], str(value)).label.lower()
    return str(value).replace("-", ", up to ")


def _ends(count: Count | None) -> str:
    return "" if count is None else figures.ends(count)
