"""An attribution in the making."""

from dataclasses import dataclass, field

from longarm.languages.attributions import Cue
from longarm.model.spans import Span
from longarm.statements.attributions.directs import Chars
from longarm.statements.attributions.extents import Run
from longarm.statements.parse import Parse


@dataclass(slots=True)
class Draft:
    """An attribution in the making; content in characters of the text layer.

    Attributes:
        rest: what else of a phrase that attributes is no content: "according to what X | told reporters |, ...".
        later: what is said in the passages after.
    """

    parse: Parse
    token: int
    cue: Cue
    frame: str
    source: Run | None
    cue_run: Run
    content: list[Chars]
    is_passive: bool = False
    is_direct: bool = False
    quoted: bool = False
    rest: Run | None = None
    later: list[Span] = field(default_factory=list)

    @property
    def end(self) -> int:
        """One past its last character."""
        parse = self.parse
        end = max(parse.ends[self.cue_run[1] - 1], self.content[-1][1] if self.content else 0)
        return end if self.source is None else max(end, parse.ends[self.source[1] - 1])
