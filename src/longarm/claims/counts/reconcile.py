"""Can these figures all be true? Conflicts, bounds, repairs and revisions of a lot of figures."""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from longarm.claims.counts import readings, repairs
from longarm.claims.counts.check import FAILS, check_part, components
from longarm.claims.counts.conflicts import Ids, Oracle, Search
from longarm.claims.counts.explanation import Sentence, tell, verdict
from longarm.claims.counts.figures import Atlas, Figure, MeasureRule, Setting, partitions, parts
from longarm.claims.counts.gathering import Kin, Slots, alike, groups
from longarm.claims.counts.hulls import Hulls, at_one_moment
from longarm.claims.counts.lots import Lot, lots_of, set_aside
from longarm.claims.counts.oracles import Oracles, reading_of
from longarm.claims.counts.relations import clusters, meeting
from longarm.claims.counts.revisions import revisions
from longarm.claims.counts.solver import OPEN, Budget
from longarm.model.reconciliation import Bound, Conflict, Reconciliation

MOST_CONFLICTS = 50  # conflict sets that are listed
BOUNDING = 0.4  # of the work, for proving that bounds are reached
MOST_ALIKE = 500  # conflicts of one lot that differ only in which of several like figures they take


def reconcile(
    figures: Sequence[Figure], atlas: Atlas, measures: dict[str, MeasureRule], budget: Budget | None = None
) -> Reconciliation:
    """Whether figures can all hold at once, and if not, which of them cannot; the same for the same figures.

    Args:
        figures: in the order in which they are to be named; ids are unique, `part_of` names others of them.
        atlas: holds every place that a figure names, and those above.
        measures: by id.
        budget: work that may be spent; what it leaves open is said.
    """
    setting = Setting(atlas, measures, partitions(figures), parts(figures))
    return _Reconciling(figures, setting, budget or Budget()).run()


class _Reconciling:
    """One reconciliation in the making."""

    def __init__(self, figures: Sequence[Figure], setting: Setting, budget: Budget) -> None:
        self.figures = list(figures)
        self.setting = setting
        self.budget = budget
        self.order = {figure.id: number for number, figure in enumerate(figures)}
        self.oracles = Oracles(figures, setting, budget)
        self.bounding = budget.share(BOUNDING)
        self.same = repairs.one_figure(figures)
        self.weights = {figure.id: figure.origins for figure in figures}
        self.unproved: list[str] = []
        self.more = False

    def run(self) -> Reconciliation:
        lots = self._lots()
        hard = self._hard(lots)
        apparent = self._apparent(lots, hard)
        bounds = self._bounds(lots)
        conflicts = [*self._ordered(hard), *self._ordered(list(apparent))]
        self.more = self.more or len(conflicts) > MOST_CONFLICTS
        shown = tuple(self._conflict(ids, ids in apparent) for ids in conflicts[:MOST_CONFLICTS])
        is_open = any(
            lot.verdict == OPEN or (lot.verdict == FAILS and not found)
            for lot, found in self._told(lots, list(apparent))
        )
        is_broken = bool(hard) or any(lot.is_broken for lot in lots)
        return Reconciliation(
            consistent="no" if is_broken else "unknown" if is_open else "under-readings" if apparent else "yes",
            bounds=bounds,
            conflicts=shown,
            set_aside=tuple(tuple(sorted(ids)) for ids in set_aside(lots)),
            revisions=revisions(self.figures, self.setting),
            more=self.more,
            proved=not self.unproved,
            unproved=tuple(dict.fromkeys(self.unproved)),
            groups=tuple(groups(self._kin(hard, apparent), self.oracles.of, self.setting)),
        )

    def _told(self, lots: Sequence[Lot], apparent: Sequence[Ids]) -> list[tuple[Lot, bool]]:
        """The lots, with whether a conflict is told of each."""
        return [(lot, bool(lot.hard) or lot.is_broken or any(ids & lot.ids for ids in apparent)) for lot in lots]

    def _lots(self) -> list[Lot]:
        found = lots_of(self.figures, self.setting, self.budget)
        self.unproved += [self._left_open(lot) for lot in found if lot.verdict == OPEN]
        return found

    def _left_open(self, lot: Lot) -> str:
        return (
            f"The time limit was reached: whether the figures around “{self._first(lot)}” ({len(lot.ids)} figures) can "
            "all hold is not proved."
        )

    def _hard(self, lots: Sequence[Lot]) -> list[Ids]:
        failing = [lot for lot in lots if lot.verdict == FAILS]
        share = max(1, MOST_CONFLICTS // max(len(failing), 1))
        for lot in failing:
            search = Search(lot.ids, self.oracles.hard, self.order)
            found = search.conflicts(share if len(failing) > 1 else MOST_CONFLICTS)
            lot.hard = list(found.conflicts)
            self._note(found.is_complete, found.is_proved, lot)
            if found.rough and not lot.hard:
                lot.is_broken = True
                named = ", ".join(sorted(found.rough, key=self.order.__getitem__)[:20])
                self.unproved.append(
                    f"{len(found.rough)} figures cannot all be true; which of them are needed for that is not proved: "
                    f"{named}{' and others' if len(found.rough) > 20 else ''}."
                )
            if lot.hard:
                lot.repairs, is_proved = repairs.cheapest(search, lot.hard, self.same, self.weights)
                if not is_proved:
                    self.unproved.append(
                        f"That the ways to set figures aside around “{self._first(lot)}” are all the "
                        "cheapest ones is not proved; without them no bounds are given there."
                    )
        return [ids for lot in lots for ids in lot.hard]

    def _first(self, lot: Lot) -> str:
        return min(lot.ids, key=self.order.__getitem__)

    def _note(self, is_complete: bool, is_proved: bool, lot: Lot) -> None:
        self.more = self.more or not is_complete
        if not is_proved:
            self.unproved.append(f"That every conflict around “{self._first(lot)}” is listed is not proved.")

    def _apparent(self, lots: Sequence[Lot], hard: Sequence[Ids]) -> dict[Ids, Slots]:
        """Conflicts that some reading removes, each with the figures that say the same in its place."""
        found: list[Slots] = []
        for lot in lots:
            if lot.verdict == FAILS and readings.open_in(figures := self.oracles.of(lot.ids)):
                found += self._gathered(lot.ids, self.oracles.plain, figures, figures)
        for block in readings.blocks(self.figures, clusters(self.setting)):
            found = self._merged(block, found)
        known = set(hard)
        expanded: dict[Ids, Slots] = {}
        for slots in found:
            for row in itertools.islice(itertools.product(*slots), MOST_ALIKE):
                expanded.setdefault(frozenset(row), slots)
        everything = sorted(known | expanded.keys(), key=len)
        # what holds a smaller one needs not all its figures
        return {
            ids: slots
            for ids, slots in expanded.items()
            if ids not in known and not any(other < ids for other in everything)
        }

    def _merged(self, block: Sequence[Figure], found: list[Slots]) -> list[Slots]:
        """Adds the conflicts that need open cells of a block to be read as stated ones."""
        choices = list(itertools.islice(readings.merges(block), readings.MOST + 1))
        if len(choices) > readings.MOST:
            self.unproved.append(
                f"Conflicts that need open cells to be read as stated ones were looked for in {readings.MOST} "
                f"readings of the figures around “{block[0].id}” only."
            )
        for number, reading in enumerate(choices[: readings.MOST]):
            if len(found) > MOST_CONFLICTS:
                self.more = True
                break
            if self.budget.is_spent:
                self.unproved.append(
                    "The time limit was reached: conflicts that need open cells to be read as stated ones were looked "
                    f"for in {number} readings of the figures around “{block[0].id}” only."
                )
                break
            merged = readings.merged(block, reading)
            changed = frozenset(new.id for new, old in zip(merged, block, strict=True) if new is not old)
            read = readings.loosened(merged)
            for part in self._failing(read, changed):
                new = self._gathered(part, partial(self.oracles.read, reading=reading), block, read)
                found = list(dict.fromkeys((*found, *new)))
        return found

    def _failing(self, figures: Sequence[Figure], changed: Ids) -> Iterator[Ids]:
        """The components that cannot hold, of those with a figure that is read anew."""
        for group in meeting(figures, self.setting):
            if changed.isdisjoint(figure.id for figure in group):
                continue
            for part in components(group, self.setting, self.budget):
                if part.owners & changed and check_part(part, self.budget).verdict == FAILS:
                    yield part.owners

    def _gathered(self, ids: Ids, oracle: Oracle, figures: Sequence[Figure], read: Sequence[Figure]) -> list[Slots]:
        """Minimal conflicts among ids, looked for with one figure of those that say the same."""
        same = {ids_[0]: ids_ for ids_ in alike(figures, read) if ids_[0] in ids}
        search = Search(same, oracle, self.order)
        answer = search.conflicts(MOST_CONFLICTS)
        self._note(answer.is_complete, answer.is_proved, Lot(ids, FAILS))
        return [
            tuple(same[one] for one in sorted(conflict, key=self.order.__getitem__)) for conflict in answer.conflicts
        ]

    def _kin(self, hard: Sequence[Ids], apparent: Mapping[Ids, Slots]) -> list[Kin]:
        """The conflicts, each lot of like ones once; of an apparent one only the figures that are in one."""
        of = {one: ids for ids in alike(self.figures, self.figures) for one in ids} if hard else {}
        found = {
            frozenset(of[one] for one in ids): Kin(
                tuple(of[one] for one in sorted(ids, key=self.order.__getitem__)), "hard", "", {}
            )
            for ids in hard
        }
        lots: dict[Slots, list[Ids]] = defaultdict(list)
        for ids, slots in apparent.items():
            lots[slots].append(ids)
        told = list(found.values())
        for slots, members in lots.items():
            inside = frozenset[str]().union(*members)
            kept = tuple(tuple(one for one in slot if one in inside) for slot in slots)
            reading, values = reading_of(members[0], self.oracles)
            told.append(Kin(kept, "apparent", reading, values))
        return told

    def _ordered(self, conflicts: Sequence[Ids]) -> list[Ids]:
        """Disjoint conflicts first, each lot by size and order of figures."""
        waiting = sorted(conflicts, key=lambda ids: (len(ids), sorted(self.order[one] for one in ids)))
        apart: list[Ids] = []
        for ids in waiting:
            if not any(ids & other for other in apart):
                apart.append(ids)
        return [*apart, *(ids for ids in waiting if ids not in apart)]

    def _conflict(self, ids: Ids, is_apparent: bool) -> Conflict:
        figures = self.oracles.of(ids)
        reading, values = reading_of(ids, self.oracles) if is_apparent else ("", {})
        kind = "apparent" if is_apparent else "hard"
        line = Sentence(tuple((figure,) for figure in figures), kind, reading, values)
        told, why = tell(line, self.setting), verdict(line, self.setting)
        return Conflict(tuple(figure.id for figure in figures), kind, reading, told, why)

    def _bounds(self, lots: Sequence[Lot]) -> tuple[Bound, ...]:
        oracles, budget = self.oracles, self.bounding
        together = at_one_moment(self.figures, self.setting, self.budget)
        if together is not None:
            oracles, budget = Oracles(together, self.setting, self.budget), self.budget.share(BOUNDING)
        return Hulls(oracles, budget).bounds(lots)
