"""What was decided so far, by what it was decided on: kept in memory, brought up with each entry."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from longarm.ledger.decisions import latest, stand
from longarm.model.decisions import Decision, Touch, touches
from longarm.model.matters import (
    Addition,
    Correction,
    Description,
    Inspection,
    Naming,
    Ownership,
    Placing,
    Release,
    Reply,
    Review,
    Sealing,
    Undo,
    Unsealing,
    Variants,
    Withholding,
)
from longarm.model.settled import Dispute


class Decided:
    """Decisions as they stand at one entry; made anew for another one."""

    def __init__(self, told: tuple[Decision, ...] = ()) -> None:
        self.told = told
        self.last = told[-1].sequence if told else 0

    @cached_property
    def _stand(self) -> tuple[tuple[Decision, ...], tuple[Dispute, ...]]:
        return stand(self.told)

    @property
    def standing(self) -> tuple[Decision, ...]:
        """Those in force."""
        return self._stand[0]

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """Those that were made without having seen another person's."""
        return self._stand[1]

    @cached_property
    def _latest(self) -> Mapping[Touch, Decision]:
        return latest(self.standing)

    @cached_property
    def _by_id(self) -> Mapping[str, Decision]:
        return {decision.id: decision for decision in self.told}

    @cached_property
    def _by_subject(self) -> Mapping[str, list[Decision]]:
        found: dict[str, list[Decision]] = defaultdict(list)
        for decision in self.told:
            for subject in _subjects(decision):
                found[subject].append(decision)
        return found

    @cached_property
    def _by_standing(self) -> frozenset[str]:
        return frozenset(decision.id for decision in self.standing)

    def get(self, id_: str) -> Decision | None:
        """The decision of that id."""
        return self._by_id.get(id_)

    def stands(self, decision: Decision) -> bool:
        """Whether it is in force."""
        return decision.id in self._by_standing

    def history(self, subject: str) -> list[Decision]:
        """Everything that was ever decided on a thing, in order."""
        found = self._by_subject.get(subject, [])
        own = {decision.id for decision in found}
        undone = [one for one in self.told if isinstance(one.what, Undo) and one.what.decision in own]
        return sorted({one.id: one for one in (*found, *undone)}.values(), key=lambda one: one.sequence)

    def verdict(self, statement: str) -> Decision | None:
        """The review of a statement that is in force."""
        return self._latest.get((statement, "review"))

    def correction(self, statement: str) -> Decision | None:
        """The last correction of a statement that is in force."""
        found = [one for one in self._by_subject.get(statement, ()) if isinstance(one.what, Correction)]
        return next((one for one in reversed(found) if self.stands(one)), None)

    def last_on(self, subject: str) -> Decision | None:
        """The last decision on a thing that is in force, and can be undone."""
        return next((one for one in reversed(self._by_subject.get(subject, [])) if self.stands(one)), None)

    def disputes_on(self, subject: str) -> list[Dispute]:
        """The disputes about a thing."""
        return [one for one in self.disputes if subject in _subjects(one.decision)]

    @cached_property
    def withheld(self) -> frozenset[str]:
        """Ids of statements, claims and documents that are held back."""
        found = {one.what.subject: one.what.holds for one in self.standing if isinstance(one.what, Withholding)}
        return frozenset(subject for subject, holds in found.items() if holds)

    def revisit(self, subject: str) -> str:
        """The day on which a thing is to be looked at again, else empty."""
        decision = self._latest.get((subject, "revisit"))
        return getattr(decision.what, "on", "") if decision else ""

    def due(self, today: str) -> list[tuple[str, str]]:
        """Things that are to be looked at again by today, with their day, the oldest first."""
        days = [(side, subject) for (subject, side) in self._latest if side == "revisit"]
        found = [(subject, self.revisit(subject)) for _, subject in days]
        return sorted(((one, on) for one, on in found if on and on <= today), key=lambda item: (item[1], item[0]))

    def released(self, claim: str) -> Decision | None:
        """The release of a claim that is in force."""
        decision = self._latest.get((claim, "release"))
        return decision if decision and isinstance(decision.what, Release) and decision.what.holds else None

    @cached_property
    def verdicts(self) -> Mapping[str, str]:
        """Statement ids to the verdict in force."""
        return {one.what.statement: one.what.verdict for one in self.standing if isinstance(one.what, Review)}

    def replies(self, statements: Iterable[str]) -> list[Decision]:
        """What was asked of whom about a claim with those statements, and what came of it."""
        wanted = set(statements)
        return [one for one in self._latest.values() if isinstance(one.what, Reply) and one.what.about in wanted]

    def of_kind(self, kind: type) -> list[Decision]:
        """The decisions of one kind that are in force, in order."""
        return [one for one in self.standing if isinstance(one.what, kind)]


def _subjects(decision: Decision) -> frozenset[str]:
    what = decision.what
    found = {subject for subject, _ in touches(what)}
    found |= {anchor.statement.id for anchor in decision.anchors}
    if isinstance(what, Addition):
        found.add(what.statement.document)
    if isinstance(what, Placing | Description):
        found.add(what.document)
    if isinstance(what, Ownership):
        found.add(what.owned)
    if isinstance(what, Variants):
        found.update(what.names)
    return frozenset(found)


def told(decision: Decision) -> str:
    """One decision in a few words, without the words of any source."""
    what = decision.what
    match what:
        case Review(verdict=verdict):
            return f"{verdict} a statement"
        case Correction(fields=fields):
            return "corrected " + ", ".join(field.replace("_", " ") for field in fields)
        case Release(holds=holds):
            return "released a claim" if holds else "withdrew a claim"
        case Withholding(holds=holds):
            return "withheld" if holds else "let go again"
        case Naming(holds=holds):
            return "agreed to name a person" if holds else "took back a naming"
        case Sealing():
            return "sealed a person"
        case Unsealing():
            return "opened a sealed record"
        case Inspection():
            return "looked for sealed names in what came later"
    return _TOLD.get(decision.kind, decision.kind.lower())


_TOLD = {
    "Addition": "added a statement",
    "Merge": "merged statements into one question",
    "Split": "split statements off",
    "Tying": "judged a presumed origin",
    "Description": "described a document",
    "Transcript": "transcribed a page",
    "Variants": "judged names of a source",
    "Ownership": "marked ownership",
    "Anonymity": "marked a source as anonymous",
    "Placing": "chose a place",
    "Reply": "noted a reply",
    "Revisit": "set a day to look again",
    "Undo": "undid a decision",
    "Attach": "attached a waiting decision",
}


def link(decision: Decision) -> str:
    """The page of what was decided on."""
    subject = next(iter(touches(decision.what)))[0]
    if isinstance(decision.what, Undo):
        return "/audit?subject=decision"
    if decision.anchors:
        subject = decision.anchors[0].statement.id
    return f"/find/{subject}" if subject.isascii() and " " not in subject else "/audit?subject=decision"
