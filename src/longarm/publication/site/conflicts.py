"""Whether the figures can all be true, as a page tells it: each conflict in a sentence, with its figures' words."""

from collections.abc import Iterator
from dataclasses import dataclass

from longarm.model.public import PublicStatement
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.shell import measure_label
from longarm.publication.site.spots import counted_place

_NAMED = 3  # places of a conflict that its heading names
Told = tuple[PublicStatement, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Answers that cannot hold together, in one sentence.

    Attributes:
        kind: `hard`, or `apparent` where a reading removes it.
        subject: measures and places that it is about, in words.
        readings: what is open, codes; none for hard ones.
        answers: figures that say the same, an answer each, in the order of the documents.
        verdict: the end of the sentence alone, for beside the answers: why they clash, and what would settle it.
    """

    kind: str
    subject: str
    readings: tuple[str, ...]
    sentence: str
    answers: tuple[Told, ...]
    verdict: str = ""


def conflicts(dossier: Dossier) -> Iterator[Conflict]:
    """Every conflict, hard ones first."""
    found = dossier.case.reconciliation
    for group in found.groups if found else ():
        answers = tuple(dossier.said(answer) for answer in group.answers)
        readings = tuple(group.reading.replace(",", " ").split())
        yield Conflict(group.kind, _subject(answers, dossier), readings, group.sentence, answers, group.verdict)


def _subject(answers: tuple[Told, ...], dossier: Dossier) -> str:
    told = [statement for answer in answers for statement in answer]
    measures = dict.fromkeys(measure_label(one.measure) for one in told)
    places = dict.fromkeys(dossier.places[place].name for one in told if (place := counted_place(one, dossier.places)))
    return ", ".join((*measures, *list(places)[:_NAMED], *(("and elsewhere",) if len(places) > _NAMED else ())))


def weight(conflict: Conflict) -> int:
    """About how many bytes a conflict takes on a page."""
    return 600 + len(conflict.verdict or conflict.sentence) + 900 * len(conflict.answers)


def aside(dossier: Dossier) -> tuple[Told, ...]:
    """Each cheapest way to set figures aside."""
    found = dossier.case.reconciliation
    return tuple(dossier.said(ids) for ids in found.set_aside) if found else ()


def revisions(dossier: Dossier) -> tuple[tuple[Told, int], ...]:
    """Totals that grew by more than was told, and by how many."""
    found = dossier.case.reconciliation
    return tuple((dossier.said(one.statements), one.by) for one in found.revisions) if found else ()
