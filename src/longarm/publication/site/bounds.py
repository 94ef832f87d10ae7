"""Bounds of figures as number lines show them: each once, with what tells it from others."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from longarm.core.phrases import listed
from longarm.model.periods import date_words
from longarm.model.public import PublicStatement
from longarm.model.reconciliation import Bound
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.spots import counted_place
from longarm.publication.site.wording import wording

_SHOWN = ("place_id", "counted_set", "as_of", "operator", "programme", "basis", "low", "high")  # but for the moment
TELLERS = 2  # who tell of a moment without a date, by name


class Bounds:
    """The bounds of a dossier, by measure, counted set and place."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        found = dossier.case.reconciliation
        self._found: dict[tuple[str, str, str], list[Bound]] = defaultdict(list)
        for bound in found.bounds if found else ():
            self._found[bound.measure, bound.counted_set, bound.place_id].append(bound)

    def of_line(self, scope: tuple[str, str, str], ids: set[str]) -> tuple[Bound, ...]:
        """The different bounds that the figures of a line make, alone or with others.

        An undated text tells of a moment of its own, so there may be several without a date; those that figures of
        other places alone make say nothing of these.
        """
        own = (one for one in self._found.get(scope, []) if one.as_of or ids.intersection(one.because))
        return tuple(
            sorted(merged(own, _SHOWN), key=lambda b: (b.as_of, b.low, b.high is None, b.high or 0, b.operator))
        )

    def of_others(self, measure: str, told: Iterable[PublicStatement]) -> tuple[tuple[Bound, tuple[str, ...]], ...]:
        """Bounds of places that none of the figures told is for and that say more than nothing, each with its scope."""
        own = {(one.counted_set, counted_place(one, self._dossier.places)) for one in told}
        found = [
            bound
            for (name, counted_set, place), bounds in sorted(self._found.items())
            for bound in bounds
            if name == measure and (counted_set, place) not in own and (bound.low or bound.high is not None)
        ]
        ranked = sorted(
            merged(found, _SHOWN), key=lambda bound: (bound.place, bound.counted_set, bound.as_of, bound.low)
        )
        return tuple((bound, self.scope(bound)) for bound in ranked)

    def scope(self, bound: Bound) -> tuple[str, ...]:
        """What tells a bound from others of its measure and place: when, which set, operator, programme and basis."""
        counted = bound.counted_set if bound.counted_set != "all" else ""
        basis = wording().words("basis", bound.basis).label if bound.basis != "total" else ""
        parts = (self._when(bound), counted, bound.operator_name or bound.operator, bound.programme, basis)
        return tuple(part for part in parts if part)

    def _when(self, bound: Bound) -> str:
        """The date, or who tells of it without saying it."""
        if bound.as_of:
            return date_words(bound.as_of)
        said = self._dossier.said(bound.undated)
        told = dict.fromkeys(self._dossier.documents[one.document] for one in said)
        names = listed((document.publisher or f"“{document.name}”" for document in told), TELLERS)
        return f"at the undated time of {names}" if names else "at one date"


def merged(bounds: Iterable[Bound], shown: Sequence[str]) -> tuple[Bound, ...]:
    """Bounds that read the same, as one with the figures of all, in the order of the first of each.

    Args:
        shown: the fields that a reader sees.
    """
    found: dict[tuple[object, ...], Bound] = {}
    for bound in bounds:
        read = tuple(getattr(bound, field) for field in shown)
        same = found.get(read)
        found[read] = _joined(same, bound) if same else bound
    return tuple(found.values())


def _joined(one: Bound, other: Bound) -> Bound:
    return replace(
        other,
        because=tuple(dict.fromkeys((*one.because, *other.because))),
        undated=tuple(dict.fromkeys((*one.undated, *other.undated))),
        conditional=one.conditional and other.conditional,
    )
