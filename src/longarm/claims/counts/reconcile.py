"""Can these figures all be true? Conflicts, bounds, repairs and revisions of a lot of figures."""

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from longarm.claims.counts import readings, repairs
from longarm.claims.counts.bounds import Bounding, Target, targets
from longarm.claims.counts.check import FAILS, HOLDS, check, check_part
from longarm.claims.counts.component import Ends
from longarm.claims.counts.conflicts import Ids, Oracle, Search
from longarm.claims.counts.constraints import build
from longarm.claims.counts.explanation import Line, tell
from longarm.claims.counts.figures import Atlas, Figure, MeasureRule, Setting, partitions, parts
from longarm.claims.counts.gathering import Kin, Slots, alike, groups
from longarm.claims.counts.lines import line
from longarm.claims.counts.listing import listed
from longarm.claims.counts.oracles import Oracles, reading_of
from longarm.claims.counts.relations import clusters
from longarm.claims.counts.revisions import revisions
from longarm.claims.counts.solver import OPEN, Budget
from longarm.core.groups import Groups
from longarm.model.reconciliation import Bound, Conflict, Reconciliation

MOST_CONFLICTS = 50  # conflict sets that are listed
BOUNDING = 0.4  # of the work, for proving that bounds are reached
MOST_ALIKE = 500  # conflicts of one lot that differ only in which of several like figures they take
MOST_SENSES = 16  # ways to read place names whose bounds are joined


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


@dataclass(slots=True)
class _Lot:
    """Figures of one component, with what is known of them; `is_broken`: they fail, and no minimal set is known."""

    ids: Ids
    verdict: str
    hard: list[Ids] = field(default_factory=list)
    repairs: list[Ids] = field(default_factory=list)
    is_broken: bool = False


class _Reconciling:
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
        aside = self._aside(lots)
        bounds = self._bounds_joined(lots)
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
            set_aside=tuple(tuple(sorted(ids)) for ids in aside),
            revisions=revisions(self.figures, self.setting),
            more=self.more,
            proved=not self.unproved,
            unproved=tuple(dict.fromkeys(self.unproved)),
            groups=tuple(groups(self._kin(hard, apparent), self.oracles.of, self.setting)),
        )

    def _told(self, lots: Sequence[_Lot], apparent: Sequence[Ids]) -> list[tuple[_Lot, bool]]:
        """The lots, with whether a conflict is told of each."""
        return [(lot, bool(lot.hard) or lot.is_broken or any(ids & lot.ids for ids in apparent)) for lot in lots]

    # components

    def _lots(self) -> list[_Lot]:
        """The figures in components that no reading of names joins; figures that limit nothing are in none."""
        variants = [self.figures]
        for sense, count in readings.senses(self.figures).items():
            variants += [readings.placed(self.figures, {sense: number}) for number in range(1, count)]
        joined: dict[str, Ids] = {}
        verdicts: dict[Ids, str] = {}
        for number, variant in enumerate(variants):
            for part in build(variant, self.setting).components():
                owners = part.owners
                if not owners:
                    continue
                if number == 0:
                    verdicts[owners] = check_part(part, self.budget).verdict
                whole = owners.union(*(joined[one] for one in owners if one in joined))
                joined.update(dict.fromkeys(whole, whole))
        lots = []
        for ids in dict.fromkeys(joined[figure.id] for figure in self.figures if figure.id in joined):
            found = {verdict for owners, verdict in verdicts.items() if owners <= ids}
            verdict = FAILS if FAILS in found else OPEN if OPEN in found else HOLDS
            if verdict == OPEN:
                self.unproved.append(self._left_open("whether the figures around", ids))
            lots.append(_Lot(ids, verdict))
        return lots

    def _left_open(self, what: str, ids: Ids) -> str:
        first = min(ids, key=self.order.__getitem__)
        return f"The time limit was reached: {what} “{first}” ({len(ids)} figures) can all hold is not proved."

    # conflicts

    def _hard(self, lots: Sequence[_Lot]) -> list[Ids]:
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

    def _first(self, lot: _Lot) -> str:
        return min(lot.ids, key=self.order.__getitem__)

    def _note(self, is_complete: bool, is_proved: bool, lot: _Lot) -> None:
        self.more = self.more or not is_complete
        if not is_proved:
            self.unproved.append(f"That every conflict around “{self._first(lot)}” is listed is not proved.")

    def _apparent(self, lots: Sequence[_Lot], hard: Sequence[Ids]) -> dict[Ids, Slots]:
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
        for reading in choices[: readings.MOST]:
            if len(found) > MOST_CONFLICTS:
                self.more = True
                break
            read = readings.loosened(readings.merged(block, reading))
            changed = {
                new.id for new, old in zip(readings.merged(block, reading), block, strict=True) if new is not old
            }
            for part in build(read, self.setting).components():
                if not part.owners & changed or check_part(part, self.budget).verdict != FAILS:
                    continue
                new = self._gathered(part.owners, partial(self.oracles.read, reading=reading), block, read)
                found = list(dict.fromkeys((*found, *new)))
        return found

    def _gathered(self, ids: Ids, oracle: Oracle, figures: Sequence[Figure], read: Sequence[Figure]) -> list[Slots]:
        """Minimal conflicts among ids, looked for with one figure of those that say the same."""
        same = {ids_[0]: ids_ for ids_ in alike(figures, read) if ids_[0] in ids}
        search = Search(same, oracle, self.order)
        answer = search.conflicts(MOST_CONFLICTS)
        self._note(answer.is_complete, answer.is_proved, _Lot(ids, FAILS))
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
        text = tell(Line(tuple((figure,) for figure in figures), kind, reading, values), self.setting)
        return Conflict(tuple(figure.id for figure in figures), kind, reading, text)

    def _aside(self, lots: Sequence[_Lot]) -> list[Ids]:
        broken = [lot for lot in lots if lot.hard]
        if not broken or any(not lot.repairs for lot in broken):
            return []
        ways: list[Ids] = [frozenset()]
        for lot in broken:
            ways = repairs.combined(ways, lot.repairs)
        return ways

    # bounds

    def _bounds_joined(self, lots: Sequence[_Lot]) -> tuple[Bound, ...]:
        other = self._joined()
        if other is self:
            return self._bounds(lots)
        return other._bounds(lots)

    def _joined(self) -> "_Reconciling":
        """The same figures with undated ones of one epoch at one moment, where that makes no new contradiction."""
        epochs: dict[str, list[Figure]] = defaultdict(list)
        for figure in self.figures:
            if figure.epoch and not figure.as_of:
                epochs[figure.epoch].append(figure)
        joined: dict[str, Figure] = {}
        for epoch, group in epochs.items():
            read = [replace(figure, undated=epoch) for figure in group]
            if check(read, self.setting, self.budget).verdict == HOLDS:
                joined.update((figure.id, figure) for figure in read)
        if not joined:
            return self
        figures = [joined.get(figure.id, figure) for figure in self.figures]
        return _Reconciling(figures, self.setting, self.budget)

    def _bounds(self, lots: Sequence[_Lot]) -> tuple[Bound, ...]:
        home = {identity: lot for lot in lots for identity in lot.ids}
        found: dict[Target, tuple[Ends, bool]] = {}
        for group in self._meeting(home):
            broken = list({id(lot): lot for f in group if (lot := home.get(f.id)) and lot.verdict == FAILS}.values())
            shaken = frozenset[str]().union(*(lot.ids for lot in broken))
            for target, ends in self._hull(group, broken).items():
                is_moved = any(one != ends[0] for one in ends[1:])
                hull = ends[0]
                for one in ends[1:]:
                    hull = hull.hull(one)
                found[target] = (hull, is_moved or target.figure in shaken)
        return listed(found, self.figures, self.setting.atlas)

    def _meeting(self, home: Mapping[str, _Lot]) -> list[list[Figure]]:
        """Figures in lots that meet in some place above theirs: one scope, and for stocks one moment."""
        groups: Groups[object] = Groups()
        family = clusters(self.setting)
        for figure in self.figures:
            counted = line(figure)
            party = counted.party if counted.party.startswith("announced:") else ""
            when = "" if figure.kind == "cumulative" else figure.moment
            key = (family.get(figure.measure, figure.measure), counted[2:5], party, when)
            groups.join(key, figure.id)
            if figure.id in home:
                groups.join(("lot", min(home[figure.id].ids)), figure.id)
        found: dict[object, list[Figure]] = defaultdict(list)
        for figure in self.figures:
            found[groups.root(figure.id)].append(figure)
        return list(found.values())

    def _hull(self, figures: Sequence[Figure], broken: Sequence[_Lot]) -> dict[Target, list[Ends]]:
        """The ends of every count, for each cheapest repair and each reading of names that holds."""
        asked = targets(figures, self.setting)
        found: dict[Target, list[Ends]] = defaultdict(list)
        budget = self.bounding
        for aside in self._aside(broken) or [frozenset()]:
            left = [figure for figure in figures if figure.id not in aside]
            for read in self._held(left) if broken else [left]:
                for target, ends in Bounding(read, self.setting, budget).ends(asked).items():
                    found[target].append(ends)
        return found

    def _held(self, figures: Sequence[Figure]) -> list[list[Figure]]:
        """The readings of names and round numbers under which figures hold; as written where that holds."""
        ids = frozenset(figure.id for figure in figures)
        if self.oracles.plain(ids).verdict == HOLDS:
            return [list(figures)]
        loose = readings.loosened(figures)
        senses = readings.senses(loose)
        found = []
        for row in itertools.islice(itertools.product(*(range(count) for count in senses.values())), MOST_SENSES):
            read = readings.placed(loose, dict(zip(senses, row, strict=True)))
            if all(check_part(part, self.budget).verdict == HOLDS for part in build(read, self.setting).components()):
                found.append(read)
        return found
