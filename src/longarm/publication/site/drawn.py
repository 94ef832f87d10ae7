"""The drawn pages of a dossier: map, timeline, number lines, responses."""

from collections.abc import Iterator
from functools import cached_property
from importlib import resources

from longarm.core.intervals import Interval
from longarm.places import boundaries
from longarm.publication.site import figures
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.maps import Maps

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

    @property
    def further(self) -> Iterator[object]:
        return iter(())

    @staticmethod
    def given(interval: Interval) -> str:
        """A count as given, in words."""
        return figures.interval(interval)
