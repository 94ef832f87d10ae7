"""Conflicts that say the same, gathered: few lines for a reader, each with all its figures."""

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from longarm.claims.counts.explanation import Sentence, tell, verdict
from longarm.claims.counts.figures import Figure, Setting
from longarm.claims.counts.readings import COLUMNS, Merged
from longarm.core.groups import Groups
from longarm.model.reconciliation import ConflictGroup

MANY = 4  # answers above which a line is told late
Slots = tuple[tuple[str, ...], ...]  # for each figure of a conflict, the ids of all that say the same


@dataclass(frozen=True, slots=True)
class Kin:
    """Conflicts that are one but for which of the figures that say the same is taken."""

    slots: Slots
    kind: str
    reading: str
    values: Merged

    @property
    def condition(self) -> tuple[object, ...]:
        """What conflicts have in common that one line tells of."""
        return (self.kind, tuple(self.values.items()), "" if self.values else self.reading)


def alike(figures: Sequence[Figure], read: Sequence[Figure]) -> list[tuple[str, ...]]:
    """Ids of figures that say the same, in a reading that leaves the same of them open; parts and wholes are alone."""
    joined = {whole for figure in figures for whole in figure.part_of}
    found: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for figure, new in zip(figures, read, strict=True):
        alone = figure.id if figure.part_of or figure.id in joined else ""
        closed = tuple(column for column in COLUMNS if getattr(figure, column) != getattr(new, column))
        found[alone, closed, _content(new)].append(figure.id)
    return [tuple(ids) for ids in found.values()]


def _content(figure: Figure) -> Figure:
    """The figure without what no constraint depends on."""
    is_open = bool(figure.other_places or figure.other_wholes)
    return dataclasses.replace(
        figure,
        id="",
        source="" if figure.basis == "total" else figure.source,
        undated="" if figure.as_of else figure.undated,
        place_name=figure.place_name if is_open else "",
        whole_name=figure.whole_name if is_open else "",
        sense=figure.sense if is_open else "",
        epoch="",
        earliest="",
        origins=1,
        words="",
        teller="",
    )


def groups(
    found: Iterable[Kin], figures: Callable[[Iterable[str]], list[Figure]], setting: Setting
) -> list[ConflictGroup]:
    """The lines that tell conflicts, hard ones first, then those that most figures are in.

    Args:
        figures: the figures of ids, in their order.
    """
    by_condition: dict[tuple[object, ...], list[Kin]] = defaultdict(list)
    for one in found:
        by_condition[one.condition].append(one)
    lines = []
    for kin in by_condition.values():
        pairs = [one for one in kin if len(one.slots) == 2 and _question(one, figures)]
        lines += _questions(pairs, figures)
        lines += _cores([one for one in kin if one not in pairs], figures)
    made = [
        ConflictGroup(
            line.kind,
            line.reading,
            tell(line, setting),
            tuple(tuple(figure.id for figure in answer) for answer in line.answers),
            verdict(line, setting),
        )
        for line in lines
    ]
    return sorted(made, key=lambda group: (group.kind != "hard", len(group.answers) > MANY, -_size(group)))


def _size(group: ConflictGroup) -> int:
    return sum(len(ids) for ids in group.answers)


def _question(kin: Kin, figures: Callable[[Iterable[str]], list[Figure]]) -> tuple[object, ...]:
    """The one question that both sides of a pair answer; empty where they answer two."""
    asked = {
        (f.measure, f.place, f.operator, f.programme, f.counted_set)
        for slot in kin.slots
        for f in figures(slot[:1])
        if not f.relation
    }
    only = {f.relation for slot in kin.slots for f in figures(slot[:1])} == {""}
    return min(asked) if len(asked) == 1 and only else ()


def _questions(pairs: Sequence[Kin], figures: Callable[[Iterable[str]], list[Figure]]) -> list[Sentence]:
    """One line a question, with all its answers that contradict each other."""
    by_question: dict[tuple[object, ...], list[Kin]] = defaultdict(list)
    for one in pairs:
        by_question[_question(one, figures)].append(one)
    lines = []
    for kin in by_question.values():
        merged: dict[tuple[int, int | None], dict[str, None]] = {}
        against: Groups[tuple[int, int | None]] = Groups()
        for one in kin:
            ends = [_interval(figures(slot[:1])[0]) for slot in one.slots]
            against.join(ends[0], ends[1])
            for end, slot in zip(ends, one.slots, strict=True):
                merged.setdefault(end, {}).update(dict.fromkeys(slot))
        for members in against.members():
            order = sorted(members, key=lambda end: (-len(merged[end]), end[0], end[1] is None))
            number = {end: place for place, end in enumerate(order)}
            inside = [one for one in kin if _interval(figures(one.slots[0][:1])[0]) in number]
            found = {tuple(sorted(number[_interval(figures(slot[:1])[0])] for slot in one.slots)) for one in inside}
            pairs_ = tuple(sorted((pair[0], pair[1]) for pair in found))
            answers = tuple(tuple(figures(merged[end])) for end in order)
            lines.append(Sentence(answers, kin[0].kind, _joined(inside), kin[0].values, pairs_))
    return lines


def _interval(figure: Figure) -> tuple[int, int | None]:
    return figure.low, figure.high


def _cores(found: Sequence[Kin], figures: Callable[[Iterable[str]], list[Figure]]) -> list[Sentence]:
    """One line for all conflicts that differ in one answer only."""
    waiting = sorted(found, key=lambda one: (len(one.slots), one.slots))
    lines = []
    while waiting:
        cores: dict[frozenset[tuple[str, ...]], list[Kin]] = defaultdict(list)
        for one in waiting:
            for slot in one.slots if len(one.slots) > 1 else ():
                cores[frozenset(one.slots) - {slot}].append(one)
        core, kin = max(cores.items(), key=lambda item: len(item[1]), default=(frozenset(), []))
        if len(kin) < 2:
            lines += [
                Sentence(tuple(tuple(figures(slot)) for slot in one.slots), one.kind, one.reading, one.values)
                for one in waiting
            ]
            break
        shared = [slot for slot in kin[0].slots if slot in core]
        others = [slot for one in kin for slot in one.slots if slot not in core]
        alternatives = _merged(others, figures)
        answers = (*(tuple(figures(slot)) for slot in shared), *alternatives)
        lines.append(
            Sentence(
                answers,
                kin[0].kind,
                _joined(kin),
                kin[0].values,
                core=len(shared) if len(alternatives) > 1 else 0,
            )
        )
        waiting = [one for one in waiting if one not in kin]
    return lines


def _merged(
    slots: Sequence[tuple[str, ...]], figures: Callable[[Iterable[str]], list[Figure]]
) -> list[tuple[Figure, ...]]:
    """Answers of one number to one question are one, also where they differ in their basis."""
    found: dict[tuple[object, ...], dict[str, None]] = defaultdict(dict)
    for slot in slots:
        one = figures(slot[:1])[0]
        key = (one.measure, one.place, one.counted_set, one.operator, one.programme, one.as_of, one.relation)
        found[(*key, one.share, one.whole, one.since, _interval(one))].update(dict.fromkeys(slot))
    return [tuple(figures(ids)) for ids in found.values()]


def _joined(kin: Iterable[Kin]) -> str:
    return ", ".join(dict.fromkeys(part for one in kin for part in one.reading.split(", ") if part))
