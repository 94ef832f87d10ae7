"""What longarm knows of each language, as text that outsiders can edit."""

from longarm.languages.loader import Language, load

__all__ = ["Language", "load"]
