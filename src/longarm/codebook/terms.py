"""What the codebook holds: methods of transnational repression, responses of host states, measures."""

from dataclasses import dataclass

DOERS = ("operator", "place", "from")  # what the state that does it is to a figure
KINDS = ("stock", "cumulative")
RELATIONS = ("hosts", "at-most")
HOST_LEVELS = ("city", "country", "continent")
FREEDOM_HOUSE = ("direct attack", "co-opting other countries", "mobility controls", "threats from a distance")
STAGES = (
    "investigation",
    "closure-order",
    "expulsion",
    "sanction",
    "arrest",
    "charge",
    "plea",
    "conviction",
    "acquittal",
    "charge-dropped",
    "court-step",
    "no-action",
    "law-passed",
    "warning",
    "hotline",
    "protection",
)
# Stages that lie with the police, prosecutors and courts; the others are measures of governments.
PROCEEDINGS = frozenset(
    (
        "investigation",
        "arrest",
        "charge",
        "plea",
        "conviction",
        "acquittal",
        "charge-dropped",
        "court-step",
        "no-action",
    )
)


@dataclass(frozen=True, slots=True)
class Term:
    """What a method and a response have in common.

    Attributes:
        id: kebab-case, stable.
        includes, excludes: sentences that draw its limits.
        cues: rows of lower-case lemmas, `*` for up to three words between; written out, without alternatives but the
            words of a list, which stand under its name (`<kin>`).
        sources: where the definition comes from.
    """

    id: str
    label: str
    definition: str
    includes: tuple[str, ...]
    excludes: tuple[str, ...]
    cues: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Method(Term):
    """One method of transnational repression.

    Attributes:
        freedom_house: categories of Freedom House, each one of FREEDOM_HOUSE.
        huridocs: terms of the HURIDOCS micro-thesaurus of acts.
    """

    freedom_house: tuple[str, ...]
    huridocs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Response(Term):
    """One thing a host state does about transnational repression.

    Attributes:
        stage: the step of proceedings it is, one of STAGES.
    """

    stage: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How a measure is bound to another.

    Attributes:
        kind: `hosts` (counts the places of `level` where the other is above zero) or `at-most` (never above the other).
        measure: id of the other.
        level: one of HOST_LEVELS for `hosts`, else empty.
    """

    kind: str
    measure: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure counts.

    Attributes:
        question: the words of the claim's question, without place and question mark.
        kind: `stock` (may fall) or `cumulative` (does not).
        nouns: head nouns and noun phrases, in lemmas, that name what is counted.
        verbs: verbs and verb phrases, in lemmas, that select the measure where people are counted.
        spares: nouns, in lemmas, of people whom the verbs do not select it for.
        spared: the verbs that do not; empty: all.
        of: ids of measures whose things the verbs befall, where it is not people (stations that were closed).
        beside: ids of measures in whose company alone the nouns mean this one; empty: anywhere.
        doer: what the state that does it is to a figure: its `operator`, its `place`, or where those counted are moved
            `from`; empty: nothing.
        methods: ids of the methods it counts; figures in a passage on one of them lean to it.
    """

    id: str
    label: str
    question: str
    kind: str
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    beside: tuple[str, ...]
    methods: tuple[str, ...]
    relations: tuple[Relation, ...]
    spares: frozenset[str] = frozenset()
    spared: frozenset[str] = frozenset()
    of: tuple[str, ...] = ()
    doer: str = ""
