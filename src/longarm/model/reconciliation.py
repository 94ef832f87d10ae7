"""Whether the figures of a case can all be true: the answer of the reconciliation engine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bound:
    """The lowest and highest count that the figures left leave possible.

    Attributes:
        place: name as first written.
        place_id: gazetteer id.
        as_of: EDTF as written, empty where no date is said.
        counted_set: `all`, or a named set.
        high: None is unbounded.
        exact: whether both ends are proved to be reached; else they hold, but may be wider than need be.
        conditional: whether they rest on figures having been set aside, or on a reading of a place name.
        because: ids of the figures that make the two ends.
        operator, programme, basis: the rest of the scope.
        operator_name: as a reader knows it ("China" for `CN`).
        undated: ids of the figures without a date that tell of its moment: texts that do not say their dates may tell
            of several, each with bounds of its own. Empty for a dated one.
    """

    measure: str
    place: str
    place_id: str
    as_of: str
    counted_set: str
    low: int
    high: int | None
    exact: bool
    conditional: bool
    because: tuple[str, ...]
    operator: str = ""
    programme: str = ""
    basis: str = "total"
    operator_name: str = ""
    undated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Figures that cannot all hold, each of them needed for the contradiction.

    Attributes:
        statements: ids of figures, in their order.
        kind: `hard`, or `apparent` where an open reading removes it.
        reading: what is open (`as_of`, `operator`, `programme`, `known_at`, `place`, `rounding`, `set`), empty for hard
            ones.
        explanation: sentences for a person, with what would settle it.
        verdict: the last of these alone, for where the figures are listed: why they clash, and what would settle it.
    """

    statements: tuple[str, ...]
    kind: str
    reading: str
    explanation: str
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class ConflictGroup:
    """Conflicts that one sentence tells of: those that differ only in which of several like figures they take.

    Attributes:
        kind, reading: as of its conflicts.
        sentence: for a person, ready to print.
        answers: ids of figures that say the same, an answer each, those that most figures give first.
        verdict: as of a conflict.
    """

    kind: str
    reading: str
    sentence: str
    answers: tuple[tuple[str, ...], ...]
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Constraint:
    """One constraint on counts, with what made it.

    Attributes:
        rule: an id of the table of rules; `says` is what the rule says.
        text: the constraint itself, counts in square brackets.
        figures: ids of the figures without which it would not hold; none for what places and measures bind.
        words: their clauses, each with the document that tells it; empty for a table.
    """

    rule: str
    says: str
    text: str
    figures: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """A cumulative total that grew by more than the increment that was told, or was told higher later, by so many."""

    statements: tuple[str, ...]
    by: int


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The answer to "can all of them hold at once?".

    Attributes:
        consistent: `yes`, `under-readings`, `no`; `unknown` where work ran out before any was proved.
        set_aside: every cheapest way to make the rest consistent, none chosen; at most 20.
        more: there are more conflicts than are listed.
        proved: False where work ran out: what is listed holds, what is not listed is unknown.
        unproved: what is not proved, in sentences.
        groups: the conflicts in few lines, hard ones first; each conflict is in one of them.
    """

    consistent: str = "yes"
    bounds: tuple[Bound, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    set_aside: tuple[tuple[str, ...], ...] = ()
    revisions: tuple[Revision, ...] = ()
    more: bool = False
    proved: bool = True
    unproved: tuple[str, ...] = ()
    groups: tuple[ConflictGroup, ...] = ()
