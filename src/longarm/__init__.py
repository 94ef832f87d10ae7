"""longarm: an investigation desk for documenting transnational repression."""

__version__ = "0.1.0"
