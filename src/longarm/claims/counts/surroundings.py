"""What the figures of a case are read with: their measures, origins, parties, places and documents."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from longarm.claims.counts.figures import MeasureRule
from longarm.model.claims import Claim


@dataclass(frozen=True, slots=True)
class NamedOrigin:
    """What a statement rests on: the party and work, and what a person reads them as."""

    source: str
    work: str
    name: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Teller:
    """A document as a reader would name it, with when it was published (EDTF, may be empty)."""

    name: str
    published: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the figures of a case are read with.

    Attributes:
        measures: by id.
        origins: by statement.
        party: words of a role to one writing of the party.
        is_within: whether the first place lies in the second.
        documents: by id.
    """

    measures: Mapping[str, MeasureRule]
    origins: Mapping[str, NamedOrigin]
    party: Callable[[str], str]
    is_within: Callable[[str, str], bool]
    documents: Mapping[str, Teller] = field(default_factory=dict)


def origins(claims: Iterable[Claim], names: Mapping[str, str], titles: Mapping[str, str]) -> dict[str, NamedOrigin]:
    """The first origin of every statement of claims; statements that no party is known for have none."""
    found: dict[str, NamedOrigin] = {}
    for claim in claims:
        for origin in claim.origins:
            if origin.source not in names or origin.tie == "contradicted":
                continue
            title = titles.get(origin.work, "")
            name = f"{names[origin.source]}, “{title}”" if title else names[origin.source]
            for statement in origin.statements:
                found.setdefault(statement, NamedOrigin(origin.source, origin.work, name, title))
    return found
