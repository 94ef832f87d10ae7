"""Lines: the words of a passage before it is parsed, and the marks between which a tag may stand."""

from collections.abc import Sequence
from dataclasses import dataclass

MARKS = frozenset({",", "-", "–", "—", "--"})
DASHES = MARKS - {","}
STOPS = frozenset({".", "?", "!", ";", ":", "\n"})
QUOTES = frozenset({'"', "“", "”", "„", "«", "»", "''", "``"})
LONGEST_BESIDE = 26  # tokens looked through for a mark


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a passage as they are written, and in lower case; white space that breaks a line is "\\n"."""

    words: Sequence[str]
    lowers: Sequence[str]

    def mark_before(self, token: int) -> int | None:
        """The next mark before a token in its sentence."""
        for at in range(token - 1, max(token - LONGEST_BESIDE, -1), -1):
            if self.words[at] in MARKS:
                return at
            if self.words[at] in STOPS:
                return None
        return None

    def mark_after(self, token: int) -> int | None:
        """The next mark from a token on in its sentence, before any quotation mark behind it."""
        for at in range(token, min(token + LONGEST_BESIDE, len(self.words))):
            if self.words[at] in MARKS:
                return at
            if self.words[at] in STOPS or (self.words[at] in QUOTES and at > token):
                return None
        return None

    def past_quotes(self, token: int) -> int:
        """The first token from this one on that is no quotation mark."""
        while token < len(self.words) and self.words[token] in QUOTES:
            token += 1
        return token

    def start(self, token: int) -> int:
        """The first token of the sentence of a token, as far as stops tell."""
        return next((t + 1 for t in range(token - 1, -1, -1) if self.words[t] in STOPS), 0)

    def end(self, token: int) -> int:
        """The stop that ends the sentence of a token, or the end of the line."""
        return next((t for t in range(token, len(self.words)) if self.words[t] in STOPS), len(self.words))

    def has_any(self, words: frozenset[str], first: int, last: int) -> bool:
        """Whether one of some lower-case words stands among the tokens from first up to, not including, last."""
        return any(self.lowers[t] in words for t in range(first, last))

    def is_capital(self, token: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.words[token][:1].isupper()
