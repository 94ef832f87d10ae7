"""Whether the figures can all be true, as a page tells it: conflicts with their words, the like ones together."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from longarm.model.public import PublicStatement
from longarm.model.reconciliation import Conflict
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.shell import measure_label
from longarm.publication.site.spots import counted_place

_ID = re.compile(r"(?: \(“|“)([A-Za-z0-9][A-Za-z0-9_.-]*)(?:”\)|”)")


@dataclass(frozen=True, slots=True)
class Part:
    """Words of an explanation, or the number of the figure that stands in their place; `is_aside` in brackets."""

    words: str
    number: int = 0
    is_aside: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A conflict: its explanation in parts, and its figures, which the numbers of the parts count from 1."""

    conflict: Conflict
    parts: tuple[Part, ...]
    statements: tuple[PublicStatement, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Apparent conflicts of one measure and place that the same open reading removes."""

    measure: str
    place: str
    reading: str
    conflicts: tuple[Shown, ...]


def hard(dossier: Dossier) -> tuple[Shown, ...]:
    """The conflicts that no reading removes."""
    return tuple(_shown(conflict, dossier) for conflict in _conflicts(dossier) if conflict.kind == "hard")


def apparent(dossier: Dossier) -> tuple[Group, ...]:
    """The conflicts that a reading removes, in groups, the largest first."""
    groups: dict[tuple[str, str, str], list[Conflict]] = defaultdict(list)
    for conflict in _conflicts(dossier):
        if conflict.kind != "hard":
            groups[(*_subject(conflict, dossier), conflict.reading)].append(conflict)
    ranked = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(
        Group(*subject, conflicts=tuple(_shown(conflict, dossier) for conflict in found)) for subject, found in ranked
    )


def aside(dossier: Dossier) -> tuple[tuple[PublicStatement, ...], ...]:
    """Each cheapest way to set figures aside."""
    found = dossier.case.reconciliation
    return tuple(dossier.said(ids) for ids in found.set_aside) if found else ()


def revisions(dossier: Dossier) -> tuple[tuple[tuple[PublicStatement, ...], int], ...]:
    """Totals that grew by more than was told, and by how many."""
    found = dossier.case.reconciliation
    return tuple((dossier.said(one.statements), one.by) for one in found.revisions) if found else ()


def _conflicts(dossier: Dossier) -> Iterable[Conflict]:
    found = dossier.case.reconciliation
    return found.conflicts if found else ()


def _shown(conflict: Conflict, dossier: Dossier) -> Shown:
    statements = tuple(dossier.statements[one] for one in conflict.statements if one in dossier.statements)
    numbers = {statement.id: number for number, statement in enumerate(statements, start=1)}
    return Shown(conflict, tuple(_parts(conflict.explanation, numbers)), statements)


def _parts(text: str, numbers: Mapping[str, int]) -> Iterable[Part]:
    """The text with ids of figures as numbers."""
    at = 0
    for found in _ID.finditer(text):
        if found[1] in numbers:
            yield Part(text[at : found.start()])
            yield Part("", numbers[found[1]], found[0].startswith(" ("))
            at = found.end()
    yield Part(text[at:])


def _subject(conflict: Conflict, dossier: Dossier) -> tuple[str, str]:
    """The measures and places of a conflict in words."""
    statements = [dossier.statements[one] for one in conflict.statements if one in dossier.statements]
    measures = sorted({measure_label(statement.measure) for statement in statements})
    ids = sorted({counted_place(statement, dossier.places) for statement in statements} - {""})
    return ", ".join(measures), ", ".join(dossier.places[place].name for place in ids)
