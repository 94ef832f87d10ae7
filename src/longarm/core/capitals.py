"""Capitals: where they say nothing."""

from collections.abc import Iterable

SHORT = 3  # letters of a word that is small in a title, too
SHARE = 0.75  # of the longer words with a capital from which capitals tell no names
FEWEST = 3  # longer words by which that can be told


def is_capitalised(words: Iterable[str]) -> bool:
    """Whether nearly all longer words have a capital, as in headlines and titles, so that capitals tell no names."""
    longer = [word for word in words if len(word) > SHORT and word[0].isalpha()]
    return len(longer) >= FEWEST and sum(word[0].isupper() for word in longer) >= SHARE * len(longer)
