"""The tracer: what a source is traced with, and the party that comes of it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from longarm.model.spans import Span
from longarm.statements.discourse.named import Discourse
from longarm.statements.discourse.names import head_of
from longarm.statements.text import Part, Text

_FEW = "one|two|three|four|five|six|seven|eight|nine|ten"
_SHARE = re.compile(
    rf"(?:[\w’-]+ ){{0,3}}?(?:\d+|{_FEW}) (?:in|out of) (?:every )?(?:\d+|{_FEW}) (?:of )?(?!in |at |on )(?=\w)", re.I
)  # "Nearly one in three "
_COUNT = re.compile(rf"^(?:\d+|{_FEW}) ", re.I)


@dataclass(frozen=True, slots=True)
class Traced:
    """A party by the best name that the text gives it, and the work it speaks in; both may be empty.

    Attributes:
        parties: the names of all who speak together, where the name tells several.
    """

    name: str
    work: str = ""
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tracer:
    """What a source is traced with.

    Attributes:
        part: the passage of the source.
        source: its words.
        spoken: (name, where) of the parties that have spoken before, in order.
        ways: of naming a party, tried in order on the noun of the source; the last has an answer for any noun.
        joint: of naming several that speak together, tried first on the noun of a source.
    """

    text: Text
    discourse: Discourse
    part: Part
    source: Span
    spoken: Sequence[tuple[str, int]]
    ways: "Sequence[Callable[[Tracer, int], Traced | None]]"
    joint: "Callable[[Tracer, int], Traced | None]"

    def trace(self) -> Traced:
        """The party that the source stands for; nobody where the author speaks of itself."""
        share = _SHARE.match(self.source.words)
        start = self.source.start + (share.end() if share else 0)
        head = head_of(self.part.parse, start, self.source.end)
        if share and head is not None and self.part.parse.pos[head] in ("NOUN", "PROPN"):
            return Traced(_COUNT.sub("", _SHARE.sub("", self.of(head).name)))
        return Traced(self.source.words) if head is None else self.all_of(head)

    def all_of(self, head: int) -> Traced:
        """The party that a noun stands for, with those that it is joined to: "Far Shore and Harbour Watch"."""
        return self.joint(self, head) or self.of(head)

    def of(self, head: int) -> Traced:
        """The party that a noun stands for: the first of the ways of naming that fits."""
        return next((found for way in self.ways if (found := way(self, head)) is not None), Traced(""))
