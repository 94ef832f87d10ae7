"""Claims by kind, method, place, support and contest: a list each, so that filtering needs no script."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from longarm.model.public import PublicClaim
from longarm.publication.site import shell
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.paging import Sheet, sheets
from longarm.publication.site.wording import wording

FACETS = ("kind", "method", "place", "support", "contest")
MOST = 70  # claims on a page: a row weighs about 1.2 kB


@dataclass(frozen=True, slots=True)
class ClaimList:
    """The claims that have one value of a facet.

    Attributes:
        facet: one of FACETS.
        value: code of the value, in the data.
        label: what it is called.
        about: a sentence on it, or empty.
    """

    facet: str
    value: str
    label: str
    about: str
    claims: tuple[PublicClaim, ...]

    @property
    def path(self) -> str:
        """The path of its first page."""
        return f"lists/{self.facet}-{shell.slug(self.value.replace(':', '-'))}.html"

    @property
    def sheets(self) -> tuple[Sheet[PublicClaim], ...]:
        """Its pages."""
        return sheets(self.claims, self.path, MOST)


class Lists:
    """All lists of the claims of a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._d = dossier

    @cached_property
    def by_facet(self) -> dict[str, tuple[ClaimList, ...]]:
        """The lists of each facet, the longest first; kinds in the order of the wording."""
        return {facet: tuple(self._lists(facet)) for facet in FACETS}

    def all(self) -> Iterator[ClaimList]:
        """Every list."""
        for facet in FACETS:
            yield from self.by_facet[facet]

    def of(self, facet: str, value: str) -> ClaimList | None:
        """The list of a value, None where no claim has it."""
        return self._found.get((facet, value))

    @cached_property
    def _found(self) -> dict[tuple[str, str], ClaimList]:
        return {(one.facet, one.value): one for one in self.all()}

    def _lists(self, facet: str) -> Iterator[ClaimList]:
        groups: dict[str, list[PublicClaim]] = defaultdict(list)
        for claim in self._d.ranked:
            for value in self._values(claim, facet):
                groups[value].append(claim)
        kinds = list(wording().tables["kinds"])
        order = sorted(groups, key=lambda value: (-len(groups[value]), self._label(facet, value), value))
        if facet == "kind":
            order = sorted(groups, key=lambda value: (kinds.index(value) if value in kinds else len(kinds), value))
        for value in order:
            about = wording().words(f"{facet}s" if facet == "kind" else facet, value).about if facet in _WORDED else ""
            if facet == "place" and any(value not in claim.places for claim in groups[value]):
                about = "Claims about places within it are among them."
            yield ClaimList(facet, value, self._label(facet, value), about, tuple(groups[value]))

    def _values(self, claim: PublicClaim, facet: str) -> tuple[str, ...]:
        if facet == "place":
            return self._d.places_of(claim)
        value = getattr(claim, facet)
        return (value,) if value else ()

    def _label(self, facet: str, value: str) -> str:
        if facet == "place":
            return self._d.places[value].name
        if facet == "method":
            return shell.method_label(value)
        return wording().words("kinds" if facet == "kind" else facet, value).label


_WORDED = ("kind", "support", "contest")
