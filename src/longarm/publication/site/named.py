"""The latest outcome beside a name: what is alleged of somebody never stands without what became of it."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from longarm.model.public import PublicStatement
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.hosts import Step, latest
from longarm.publication.site.proceedings import Proceedings


@dataclass(frozen=True, slots=True)
class Outcome:
    """The latest step that is told of in the matter of somebody who is named."""

    name: str
    step: Step

    @property
    def first(self) -> PublicStatement:
        """The statement that tells of it."""
        return self.step.event.statements[0]


class Named:
    """Persons whom the case names by decision, and what the documents tell last of the proceedings about them.

    The matter of a person are the steps told in a passage that has the name, and those beside the claims which such
    passages answer.
    """

    def __init__(self, dossier: Dossier, proceedings: Proceedings) -> None:
        self._d, self._proceedings = dossier, proceedings
        self._patterns = {name: _pattern(name) for name, _ in dossier.case.withheld.listed}

    def beside(self, statement: PublicStatement) -> tuple[Outcome, ...]:
        """The latest outcome of everybody whom a statement names, but where it tells of that outcome itself."""
        if not self._patterns:
            return ()
        found = [Outcome(name, self._latest[name]) for name in self._in(statement) if name in self._latest]
        return tuple(one for one in found if statement.id not in {told.id for told in one.step.event.statements})

    def latest(self, name: str) -> Outcome | None:
        """The latest outcome of one of the persons."""
        return Outcome(name, self._latest[name]) if name in self._latest else None

    def _in(self, statement: PublicStatement) -> list[str]:
        shown = self._d.excerpt(statement)
        words = f"{shown.before}{shown.words}{shown.after}"
        return [name for name, pattern in self._patterns.items() if pattern.search(words)]

    @cached_property
    def _latest(self) -> dict[str, Step]:
        told: dict[str, set[str]] = defaultdict(set)
        for statement in self._d.case.statements if self._patterns else ():
            for name in self._in(statement):
                told[name].add(statement.id)
        steps = {name: self._steps(ids) for name, ids in told.items()}
        return {name: min(found, key=latest) for name, found in steps.items() if found}

    def _steps(self, ids: Iterable[str]) -> list[Step]:
        mine = {self._d.statements[one].claim for one in ids}
        claims = [self._d.claims[claim] for claim in sorted(mine) if claim in self._d.claims]
        beside = [step for claim in claims for step in self._proceedings.taken(claim)]
        return [*beside, *self._proceedings.told(ids)]


def _pattern(name: str) -> re.Pattern[str]:
    """The name, or its last word where that is long enough to be one."""
    words = name.split()
    forms = [r"\s+".join(map(re.escape, words))]
    forms += [re.escape(words[-1])] if len(words) > 1 and len(words[-1]) > 2 else []
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")
