"""The drawn pages of a dossier: map, timeline, number lines, responses."""

from functools import cached_property
from importlib import resources

from longarm.core.intervals import Interval
from longarm.model.public import PublicStatement
from longarm.places import boundaries
from longarm.publication.site import conflicts, figures
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.maps import Maps
from longarm.publication.site.numberlines import Measure, NumberLines

DRAWN_STYLE = "assets/drawn.css"
_PACKAGE = "longarm.publication.site"


def drawn_style() -> bytes:
    """The style sheet of the drawn pages."""
    return resources.files(_PACKAGE).joinpath("static/drawn.css").read_bytes()


class Drawn:
    """What the drawn pages show of one dossier, each part made when its page is."""

    map_credit = boundaries.CREDIT

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    @cached_property
    def maps(self) -> Maps:
        """The maps."""
        return Maps(self._dossier)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The number lines, a page each."""
        return NumberLines(self._dossier).measures()

    @property
    def further(self) -> tuple[Measure, ...]:
        """Pages beside those of the menu."""
        return self.measures

    @cached_property
    def hard(self) -> tuple[conflicts.Shown, ...]:
        """Conflicts that no reading removes."""
        return conflicts.hard(self._dossier)

    @cached_property
    def apparent(self) -> tuple[conflicts.Group, ...]:
        """Conflicts that a reading removes."""
        return conflicts.apparent(self._dossier)

    @cached_property
    def aside(self) -> tuple[tuple[PublicStatement, ...], ...]:
        """Ways to set figures aside."""
        return conflicts.aside(self._dossier)

    @cached_property
    def revisions(self) -> tuple[tuple[tuple[PublicStatement, ...], int], ...]:
        """Totals that grew by more than was told."""
        return conflicts.revisions(self._dossier)

    @staticmethod
    def given(interval: Interval) -> str:
        """A count as given, in words."""
        return figures.interval(interval)

    @staticmethod
    def range(low: int, high: int | None) -> str:
        """A range of counts in words."""
        return figures.interval(Interval(low, high)) if low or high is not None else "any number"

    @staticmethod
    def date(edtf: str) -> str:
        """A date in words."""
        return figures.edtf(edtf)
