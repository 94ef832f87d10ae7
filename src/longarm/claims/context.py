"""What the claims need to know of a case beside its statements."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from longarm.claims.kinship import Kinship
from longarm.model.claims import Source
from longarm.model.documents import Document, Passage, Work
from longarm.model.places import Place
from longarm.model.spans import Span

RETRACTED, CORRECTED = "retracted", "corrected"  # what became of a work


@dataclass(frozen=True, slots=True)
class Measure:
    """How a measure is spoken of: `asks` begins its question ("people returned" asks "How many people returned")."""

    id: str
    label: str
    kind: str = "stock"
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """The parties, works and places of a case, and the labels of the codebook.

    Attributes:
        documents: by id.
        sources: by id.
        states: source id to ISO code, for governments, their offices and who speaks for them.
        authors: document id to the source id of its author.
        told_apart: (document id, source id) where the document gives the party a name that tells it from others.
        works: by id.
        document_works: document id to the id of its work.
        retracted: ids of works that a text says no longer stand.
        corrected: ids of works that a text says were corrected.
        places: every place of a statement and those that hold it, by id.
        parties: words of roles (actor, operator) to an ISO code, a source id or a name in one writing, or to empty.
        party_names: such keys to names as a question gives them.
        methods: method id to a label within a sentence ("overseas police station").
        measures: by id.
        passages: of every document that was read, by document id.
        filed: of each document what its datelines say, which are no part of its passages.
        citations: document id to the ids of the works it cites.
        citing: (document id, work id) to the words that cite it.
        kinship: which parties are not proved to be independent of each other.
    """

    documents: Mapping[str, Document] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
    authors: Mapping[str, str] = field(default_factory=dict)
    told_apart: frozenset[tuple[str, str]] = frozenset()
    works: Mapping[str, Work] = field(default_factory=dict)
    document_works: Mapping[str, str] = field(default_factory=dict)
    retracted: frozenset[str] = frozenset()
    corrected: frozenset[str] = frozenset()
    places: Mapping[str, Place] = field(default_factory=dict)
    parties: Mapping[str, str] = field(default_factory=dict)
    party_names: Mapping[str, str] = field(default_factory=dict)
    methods: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    passages: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)
    filed: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    citations: Mapping[str, frozenset[str]] = field(default_factory=dict)
    citing: Mapping[tuple[str, str], Span] = field(default_factory=dict)
    kinship: Kinship = field(default_factory=Kinship)

    def holds(self, outer: str, inner: str) -> bool:
        """Whether the outer place is the inner one or contains it."""
        place = self.places.get(inner)
        return outer == inner or (place is not None and outer in place.parents)

    def standing(self, document: str, work: str) -> str:
        """What became of a work, or of the work that a document carries: retracted, corrected or empty."""
        both = {self.became(work), self.became(self.document_works.get(document, ""))}
        return RETRACTED if RETRACTED in both else max(both)

    def became(self, work: str) -> str:
        """What became of a work: retracted, corrected or empty."""
        if work in self.retracted:
            return RETRACTED
        return CORRECTED if work in self.corrected else ""

    def cited_works(self, document: str) -> frozenset[str]:
        """Ids of the works that a document cites."""
        return self.citations.get(document, frozenset())

    def only_work(self, document: str, party: str) -> str:
        """The only work of a party that a document cites, or empty."""
        mine = [work for work in self.cited_works(document) if self.works[work].party == party]
        return mine[0] if len(mine) == 1 else ""

    def party(self, words: str) -> str:
        """The party that words of a role stand for, or empty."""
        return self.parties.get(words, "") if words else ""

    def named(self, party: str, words: str) -> str:
        """A party as a question names it: the name of the state or source, else the words as written."""
        return self.party_names.get(party, "") or words
