"""What has to be read again, and why nothing else has."""

from dataclasses import dataclass

from longarm.desk.stations import Stations
from longarm.errors import DocumentError
from longarm.model.case import CaseSettings
from longarm.model.documents import Metadata
from longarm.storage.ledger import Known

NOTHING, EXTRACT, READ = "nothing", "extract", "read"
NO_READER = "no reader"
OTHER_LANGUAGE = "other-language"


def reader_version(stations: Stations, media: str) -> str:
    """Name and version of the reader of a media type; a word of its own where there is none."""
    try:
        return stations.reader_version(media)
    except DocumentError:
        return NO_READER


def languages_version(settings: CaseSettings) -> str:
    """What decides that a text is in another language: it is looked at again when the case's languages change."""
    return "languages " + " ".join(settings.languages)


@dataclass(frozen=True, slots=True)
class Planner:
    """What decides whether a document is read again.

    Attributes:
        is_retry: whether what could not be read before is tried once more.
    """

    stations: Stations
    settings: CaseSettings
    is_retry: bool = False

    def plan(self, known: Known, media: str, stated: Metadata) -> str:
        """What is to be done with a document that the ledger has: NOTHING, EXTRACT (from the stored text) or READ."""
        if known.document.sealed:
            return EXTRACT if known.has_text and known.extractor != self._wanted(known) else NOTHING
        if known.document.media != media or known.stated != stated:
            return READ
        if known.reader != reader_version(self.stations, media):
            return READ
        is_failed = known.outcome not in ("yes", OTHER_LANGUAGE)
        if not known.has_text:
            return READ if self.is_retry else NOTHING
        if known.extractor == self._wanted(known) and not (is_failed and self.is_retry):
            return NOTHING
        return EXTRACT

    def _wanted(self, known: Known) -> str:
        if known.outcome == OTHER_LANGUAGE:
            return languages_version(self.settings)
        return self.stations.extractor_version(self.settings.conventions)
