"""Data files of a case, one table of formats: `EXPORTERS`."""

from longarm.publication.exporters.formats import EXPORTERS, Exporter, Files

__all__ = ["EXPORTERS", "Exporter", "Files"]
