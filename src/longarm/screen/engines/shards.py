"""Shards: parts of the same crawls, each for a machine of its own, that need nothing of one another.

A page belongs to the shard that the digest of its bytes falls to, so that copies of the same bytes meet in one shard
and are looked at once, wherever they stand.
"""

import re
from dataclasses import dataclass

from longarm.errors import UsageError

MOST = 10_000  # shards


@dataclass(frozen=True, slots=True)
class Shard:
    """One of several parts: its number, from 1 on, and how many there are."""

    number: int = 1
    of: int = 1

    def holds(self, sha256: str) -> bool:
        """Whether a page with these bytes belongs to it."""
        return self.of == 1 or int(sha256[:16], 16) % self.of == self.number - 1


def parse(text: str) -> Shard:
    """The shard that `3/16` names.

    Raises:
        UsageError: it names none.
    """
    found = re.fullmatch(r"(\d{1,5})/(\d{1,5})", text.strip())
    number, of = (int(found[1]), int(found[2])) if found else (0, 0)
    if not 1 <= number <= of <= MOST:
        raise UsageError(f"--shard {text} names no shard: write 3/16 for the third of sixteen")
    return Shard(number, of)
