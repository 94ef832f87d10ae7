"""What one document says: quantities, times, places and people named, attributions, statements."""

from dataclasses import dataclass

from longarm.core.intervals import Interval, Number
from longarm.model.documents import Passage
from longarm.model.spans import Span

STATEMENT_KINDS = ("figure", "presence", "act", "purpose", "legal", "response", "quotation", "remedy")
QUALIFIERS = (
    "exact",
    "approx",
    "nearly",
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "range",
    "majority",
    "ratio",
    "increment",
    "decrease",
)
ATTITUDES = ("asserts", "denies", "doubts", "asks", "confirms", "declines")
BACKING = ("asserts", "confirms")  # attitudes of whoever stands behind what is told
VOICE_FOUND = ("author", "explicit", "carried", "inherited", "implied")
HEDGE_KINDS = ("reported", "alleged", "possible", "predicted", "conditional")
UNREAL = ("predicted", "conditional")  # hedges of what is not so yet
PLACE_ROLES = ("scope", "site", "from", "to", "mentioned")
ABOUT = ("scope", "site")  # roles of the places that a figure is for


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as the text gives it.

    Attributes:
        span: number, qualifier and scale words ("more than 50"), without the unit.
        interval: by the conventions of the language data; for `ratio` a share of the whole between 0 and 1.
        value: the number as written, or (low, high) as written for a range.
        qualifier: one of QUALIFIERS.
        unit: the counted noun phrase in its own words ("police stations"), empty where none is said.
        unit_span: where the unit stands.
        unit_head: lemma of its head noun ("station").
        relation: empty, `majority`, `ratio` or `increment`.
        whole: words of the whole a ratio, majority or part is of, empty where unsaid.
        rounded: a round number that has the open reading of being rounded.
        is_count: False for ages, money, dates, ordinals, measures, percentages and numbers in names.
        reason: why it is no count ("age", "money", "in a name", ...), or empty.
        flags: `garbled` where the digits cannot be read safely; `other` for what is left of a whole; `change` for two
            levels of one thing; `ordinal` for "at least the third"; `people` for "a 15-member team".
    """

    span: Span
    interval: Interval
    value: Number | tuple[Number, Number] | None
    qualifier: str = "exact"
    unit: str = ""
    unit_span: Span | None = None
    unit_head: str = ""
    relation: str = ""
    whole: str = ""
    rounded: bool = False
    is_count: bool = True
    reason: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression before it is set against a document's date.

    Attributes:
        kind: date, range, relative, duration, recurring.
        start, end: EDTF with X for what is unsaid (`XXXX-04-17`); for `relative` a code that
            `resolution.times` reads: `P-1D` (days, weeks W, months M, years Y before), `P0D` today,
            `W-1-3` (the last Wednesday), `M-XX`, `this-Y`, `last-M`, `next-W`. Equal for one date. None is open.
        precision: one of `periods.PRECISIONS`.
        marker: the word that gives it a role: from, until, since, by, as of, in, on, before, after, during; or empty.
    """

    span: Span
    kind: str
    start: str | None
    end: str | None
    precision: str
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in a text, resolved or not.

    Attributes:
        role: `place`; `in-name` inside the name of something else; `demonym`.
        place: gazetteer id, empty where unresolved.
        readings: other gazetteer ids that the words allow, best first.
        reason: why this place and not another.
    """

    span: Span
    role: str = "place"
    place: str = ""
    readings: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person's name in a text.

    Attributes:
        span: the name without its title.
        office: the words of the same passage that give the person a public office ("Foreign Minister"), else None.
    """

    span: Span
    office: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is reported to say, hold or deny something.

    Attributes:
        source: who, as spans in order; empty where the text does not say.
        cue: the words that attribute; may be broken in parts.
        content: what is attributed; may be broken in parts.
        attitude: one of ATTITUDES.
        cue_lemma: `say`, `accord to`, `claim` ...
        work: a work named as the place of the words ("in a recent report"), else None.
        is_direct: the content is, or ends in, words in quotation marks.
        hedge: kind of hedge that the cue itself carries (`fear` -> possible, `allege` -> alleged), or empty.
        is_passive: the source is left out or stands in a by-phrase ("are accused of").
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    attitude: str = "asserts"
    cue_lemma: str = ""
    work: Span | None = None
    is_direct: bool = False
    hedge: str = ""
    is_passive: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of the chain of who asserts a statement.

    Attributes:
        name: the party as far as this one text tells; for the first voice the publisher or empty.
        work: title or description of the work that carries the words, empty where unsaid.
        mention: the words that name the voice; None for the author.
        cue: the words that attribute; None for the author.
        found: one of VOICE_FOUND.
        attitude: to what follows in the chain, one of ATTITUDES.
        source: source id, empty until resolved.
        work_id: work id, empty until resolved.
    """

    name: str
    work: str
    mention: Span | None
    cue: Span | None
    found: str
    attitude: str = "asserts"
    source: str = ""
    work_id: str = ""


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that keep a statement from being a plain assertion; voice is the index of the voice that hedges."""

    kind: str
    words: str
    voice: int
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Roles:
    """Who takes part, in surface words; empty where unsaid. `target` is a category of people, never a person."""

    actor: str = ""
    operator: str = ""
    programme: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place of a statement with its part in it (one of PLACE_ROLES)."""

    toponym: Toponym
    role: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One assertion in one document.

    Attributes:
        span: the smallest clause that carries this one assertion.
        kind: one of STATEMENT_KINDS.
        method: codebook id, empty where none fits.
        measure: measure id or, where the codebook has none, the counted noun; for figures.
        basis: total, found or announced; for figures.
        counted_set: `all`, or the id of a named set ("these defendants"); for figures.
        part_of: ids of the statements of the same document whose whole this one is a part of.
        stage: for legal statements and responses the step of the codebook ("arrest"), `assessment`, `reply` or
            `silence`.
        by: the person who added or corrected it, empty where it is as the machine read it.
        passage: 0-based index of the passage in the text.
        order: 0-based number of the statement in its document.
    """

    id: str
    document: str
    span: Span
    kind: str
    method: str
    voices: tuple[Voice, ...]
    polarity: str = "affirmed"
    hedges: tuple[Hedge, ...] = ()
    roles: Roles = Roles()
    measure: str = ""
    quantity: Quantity | None = None
    basis: str = "total"
    counted_set: str = "all"
    part_of: tuple[str, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    period: TimeMention | None = None
    as_of: TimeMention | None = None
    said_at: TimeMention | None = None
    passage: int = 0
    order: int = 0
    stage: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class DeclaredSource:
    """The source that a document declares for what it tells ("details were published by X in a report").

    Attributes:
        name, work: party and work as written.
        mention, cue: where the text says so.
        title: the title of the work where the text gives it anywhere, else empty.
    """

    name: str
    work: str
    mention: Span
    cue: Span
    title: str = ""


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A work that a text names or cites: title as written or empty, kind ("report"), party as written or empty."""

    span: Span
    title: str
    kind: str
    party: str


@dataclass(frozen=True, slots=True)
class JointParty:
    """Several parties that speak together under one name of a voice ("Far Shore and Reef"), and the name of each."""

    name: str
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one version of the extractors found in one text layer, in text order.

    Attributes:
        text: id of the text layer.
        extractor: names and versions of what read it (`english 1`).
    """

    text: str
    document: str
    extractor: str
    passages: tuple[Passage, ...]
    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeMention, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    people: tuple[PersonMention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    works: tuple[CitedWork, ...] = ()
    declared: DeclaredSource | None = None
    statements: tuple[Statement, ...] = ()
    joint: tuple[JointParty, ...] = ()
