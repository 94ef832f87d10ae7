"""A case at one moment: everything its ledger folds to, and what the stations made of it."""

from dataclasses import dataclass, field

from longarm.core.intervals import Number
from longarm.model.claims import Claim, Happening, Resolved, Source
from longarm.model.decisions import Decision
from longarm.model.documents import Document, Given, ReadFailure, TextLayer, Work
from longarm.model.editions import Edition
from longarm.model.places import Place
from longarm.model.settled import Settled
from longarm.model.statements import Reading


@dataclass(frozen=True, slots=True)
class CaseSettings:
    """What `case.toml` says.

    Attributes:
        title: of the case.
        scope: one sentence, may be empty.
        languages: codes of the languages that are machine-read.
        public_people: names of persons whom the case lists as public, each with the recorded reason.
        texts: `passages` (short quotations) or `full`, what a publication may show of the documents.
        ownership: (owner, owned) names of parties and outlets that are not independent of each other.
        conventions: (name, value) of the conventions for intervals that the case sets otherwise, sorted by name.
    """

    title: str
    scope: str = ""
    languages: tuple[str, ...] = ("en",)
    public_people: tuple[tuple[str, str], ...] = ()
    texts: str = "passages"
    ownership: tuple[tuple[str, str], ...] = ()
    conventions: tuple[tuple[str, Number], ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """The fold of the ledger: what was added and decided, without times and order of entries.

    Attributes:
        documents: sorted by path, then id.
        layers: one a document that was read, by document id, sorted.
        readings: one a layer that was machine-read, by document id, sorted.
        failures: documents (or files) without a machine reading, sorted by path.
        given: every path that bytes were given under, sorted by path, location, then in the order given.
        decisions: every one, in the order they were written; `ledger.settle` says what they come to.
        editions: what was published, in order.
    """

    documents: tuple[Document, ...] = ()
    layers: tuple[TextLayer, ...] = ()
    readings: tuple[Reading, ...] = ()
    failures: tuple[ReadFailure, ...] = ()
    given: tuple[Given, ...] = ()
    decisions: tuple[Decision, ...] = ()
    editions: tuple[Edition, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the statements of a case add up to; a pure function of State.

    Attributes:
        resolved: all statements, by document order and place in the text.
        places: every gazetteer place that a statement names, and the places that hold those, sorted by id.
    """

    sources: tuple[Source, ...] = ()
    works: tuple[Work, ...] = ()
    resolved: tuple[Resolved, ...] = ()
    claims: tuple[Claim, ...] = ()
    places: tuple[Place, ...] = ()
    happenings: tuple[Happening, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A case as the researcher sees it: nothing masked, nothing released.

    Attributes:
        state: with what people decided in its readings and documents.
        settled: the decisions themselves.
    """

    settings: CaseSettings
    state: State
    weighed: Weighed
    settled: Settled = field(default_factory=Settled)
