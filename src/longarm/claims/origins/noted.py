"""What is said of origins that are not counted together: those that count once, and those of other numbers."""

import dataclasses
from collections import defaultdict
from collections.abc import Mapping, Sequence

from longarm.claims.context import Context
from longarm.claims.kinship import Bond
from longarm.claims.origins.independence import Best
from longarm.claims.origins.numbers import allows, confirms, count, has, is_vague
from longarm.claims.origins.roots import ATTRIBUTED, CONTRADICTED, SEEN
from longarm.core.phrases import listed
from longarm.model.claims import Origin, Resolved

_APART_NOT = "they are not proved to be independent"
BONDS = {
    Bond.SPOKEN: f"one speaks for the other, and {_APART_NOT}",
    Bond.OWNED: _APART_NOT,
    Bond.NAMESAKE: "by their names they may be one person",
    Bond.LAW: "voices of one prosecution are presumed to rest on one investigation",
    Bond.STATE: f"they speak for one state, and {_APART_NOT}",
    Bond.UNSTATED: f"nobody says that they are of two states, and {_APART_NOT}",
}
Told = tuple[float, float, bool]  # the numbers that a statement allows, and whether it gives none
COMPARED = 24  # parties whose numbers one is held against
NAMED = 2  # of them that a reason names


def with_numbers(known: Sequence[Origin], items: Sequence[Resolved], best: Best, context: Context) -> list[Origin]:
    """The origins of a count, with a note where its number, or a statement's, is not counted with those of others."""
    numbers = {item.id: item for item in items if count(item) is not None}
    if not numbers or not best.independence.low:
        return list(known)
    told: dict[str, set[Told]] = defaultdict(set)
    names: dict[str, str] = {}
    for origin in known:
        for identity, tie in zip(origin.statements, origin.ties, strict=True):
            if identity in numbers and tie in (SEEN, ATTRIBUTED) and len(told) < COMPARED:
                kin = context.kinship.kin(origin.source)
                told[kin].add((*allows(numbers[identity]), is_vague(numbers[identity])))
                names.setdefault(kin, context.sources[origin.source].name)
    exact = {low for windows in told.values() for low, high, _ in windows if low == high}
    found = []
    for origin in known:
        others = {names[kin]: told[kin] for kin in told if kin != context.kinship.kin(origin.source)}
        notes = [_note(numbers[one], best, others, exact) if one in numbers else "" for one in origin.statements]
        found.append(origin if origin.tie == CONTRADICTED else _with_notes(origin, notes))
    return found


def _with_notes(origin: Origin, notes: Sequence[str]) -> Origin:
    """The notes of its statements, told once where all have the same."""
    if len(set(notes)) == 1:
        return dataclasses.replace(origin, note=notes[0])
    why = (f"{why} {note}" if note else why for why, note in zip(origin.why, notes, strict=True))
    return dataclasses.replace(origin, why=tuple(why))


def with_kin(origin: Origin, known: Sequence[Origin], context: Context) -> Origin:
    """An origin with a note that names the others with which it counts once."""
    bonds: dict[Bond, set[str]] = defaultdict(set)
    for one in known:
        bond = context.kinship.bond(origin.source, one.source) if one.source != origin.source else None
        if bond is not None:
            bonds[bond].add(context.sources[one.source].name)
    notes = [
        f"It counts once with {listed(sorted(bonds[bond]), NAMED)}: {BONDS[bond]}." for bond in Bond if bond in bonds
    ]
    return dataclasses.replace(origin, note=" ".join((*notes, origin.note)).strip()) if notes else origin


def with_named(origin: Origin, best: Best) -> Origin:
    """An unknown origin with a note where its texts name a known one that may be meant."""
    if not best.told.issuperset(origin.statements):
        return origin
    return dataclasses.replace(
        origin, note="The same text names a known origin, which may be meant: it is not counted."
    )


def _note(item: Resolved, best: Best, others: Mapping[str, set[Told]], exact: set[float]) -> str:
    if best.independence.low < 2:
        return _apart(item, others)
    if is_vague(item) == best.is_vague and has(confirms(item), best.at):
        return ""
    if best.is_vague:
        return "It gives a number, and is counted apart from those who give none."
    number = f" ({best.at:,g})" if best.at in exact else ""
    if has(allows(item), best.at):
        return f"It agrees with the best supported number{number}, and is too vague to confirm it."
    return f"It gives another number than the best supported one{number}, and is no further origin of that."


def _apart(item: Resolved, others: Mapping[str, set[Told]]) -> str:
    """Why no party backs the number of another, where none does."""
    low, high = allows(item)
    if is_vague(item):
        meeting = [name for name, told in others.items() if any(low <= top and end <= high for end, top, _ in told)]
        agrees = f"It agrees with the number of {listed(meeting, NAMED)}, and is too vague to confirm it."
        return agrees if meeting else ""
    numbers = {name: [(end, top) for end, top, vague in told if not vague] for name, told in others.items()}
    differing = [n for n, told in numbers.items() if told and not any(low <= top and end <= high for end, top in told)]
    if not differing:
        return ""
    return f"It is another number than that of {listed(differing, NAMED)}: neither confirms the other."
