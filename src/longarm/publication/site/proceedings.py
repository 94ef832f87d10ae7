"""The steps of proceedings that concern a claim: each once, the latest first."""

from collections.abc import Iterable
from functools import cached_property

from longarm.model.public import PublicClaim
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.events import Event, events, is_step
from longarm.publication.site.hosts import Step, latest, step_of


class Proceedings:
    """Steps beside the claims of a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    def taken(self, claim: PublicClaim) -> tuple[Step, ...]:
        """Steps that some text says were taken."""
        return tuple(step for step in self._of(claim) if not step.event.stance)

    def spoken(self, claim: PublicClaim) -> tuple[Step, ...]:
        """Steps that are denied, expected or only possible."""
        return tuple(step for step in self._of(claim) if step.event.stance)

    def told(self, statements: Iterable[str]) -> tuple[Step, ...]:
        """The steps that statements say were taken, by their ids."""
        return tuple(step for step in self._steps(statements) if not step.event.stance)

    def _of(self, claim: PublicClaim) -> list[Step]:
        return self._steps(claim.proceedings)

    def _steps(self, statements: Iterable[str]) -> list[Step]:
        found = {event.id: event for one in statements if (event := self._events.get(one))}
        return sorted(map(step_of, found.values()), key=latest)

    @cached_property
    def _events(self) -> dict[str, Event]:
        """The event of each statement that tells of a step."""
        return {one.id: event for event in events(self._dossier) for one in event.statements if is_step(one)}
