"""Who says it and on whom it rests, as graphs and as lists."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from longarm.model.claims import UNKNOWN, Source
from longarm.model.documents import Work
from longarm.model.public import PublicClaim, PublicDocument, PublicStatement
from longarm.publication.site import shell
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.folio import Folio
from longarm.publication.site.graphs import MOST, Edge, Graph, Node, draw

T = TypeVar("T")
_STRENGTH = {"seen": 0, "attributed": 1, "presumed": 2, "contradicted": 3}
_STYLES = {"presumed": "presumed", "contradicted": "contradicted"}
_DENYING = ("denies", "doubts")


@dataclass(frozen=True, slots=True)
class Rest:
    """A document rests on a party for so many statements; `tie` is the strongest."""

    document: PublicDocument
    source: str
    tie: str
    statements: int


@dataclass(frozen=True, slots=True)
class Party:
    """A source with what it has to do with the case.

    Attributes:
        rests: documents that rest on it, the most statements first.
        works: its works.
        claims: claims that it is an origin of, the most told first.
        said: statements that it is a voice of.
    """

    source: Source
    rests: tuple[Rest, ...]
    works: tuple[Work, ...]
    claims: tuple[PublicClaim, ...]
    said: tuple[PublicStatement, ...]

    @property
    def path(self) -> str:
        """Its page."""
        return source_path(self.source.id)


def source_path(source: str) -> str:
    """The page of a source."""
    return f"sources/{shell.slug(source)}.html"


class Rests:
    """What rests on whom in one dossier."""

    def __init__(self, dossier: Dossier, folio: Folio) -> None:
        self._d, self._folio = dossier, folio

    @cached_property
    def all(self) -> tuple[Rest, ...]:
        """Every pair of a document and a party that it rests on; `unknown` where nobody is named."""
        counts: Counter[tuple[str, str]] = Counter()
        ties: dict[tuple[str, str], str] = {}
        for claim in self._d.case.claims:
            for origin in claim.origins:
                own = origin.ties or (origin.tie,) * len(origin.statements)
                for statement, tie in zip(origin.statements, own, strict=False):
                    if told := self._d.statements.get(statement):
                        pair = told.document, origin.source or UNKNOWN
                        counts[pair] += 1
                        ties[pair] = min(ties.get(pair, tie), tie, key=lambda one: _STRENGTH.get(one, 9))
        order = sorted(counts, key=lambda pair: (-counts[pair], self._d.documents[pair[0]].number, pair[1]))
        return tuple(Rest(self._d.documents[one], party, ties[one, party], counts[one, party]) for one, party in order)

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """Every source, those that most rests on first."""
        made = [self._party(source) for source in self._d.case.sources]
        return tuple(
            sorted(made, key=lambda one: (-len(one.rests), -len(one.said), one.source.name.lower(), one.source.id))
        )

    @cached_property
    def graph(self) -> Graph | None:
        """Documents on the left, those whom they rest on at the right; None where nothing rests on anybody."""
        if not self.all:
            return None
        kept = self._kept()
        documents = dict.fromkeys(rest.document.id for rest in kept)
        weight = Counter(rest.source for rest in kept)
        parties = sorted(weight, key=lambda party: (-weight[party], party))
        drawn = draw(
            [[self._document(one) for one in documents], [self._source(party) for party in parties]],
            [self._edge(rest) for rest in kept],
        )
        whole = {rest.document.id for rest in self.all} | {rest.source for rest in self.all}
        return replace(drawn, left_out=len(whole) - len(drawn.boxes))

    def _kept(self) -> list[Rest]:
        """What the picture has room for: documents and parties in turn by the most statements, known origins first."""
        documents: set[str] = set()
        parties: set[str] = set()
        kept = []
        for rest in sorted(self.all, key=lambda one: one.source == UNKNOWN):
            ends = documents | {rest.document.id}, parties | {rest.source}
            if max(map(len, ends)) <= MOST:
                documents, parties = ends
                kept.append(rest)
        return kept

    def voices(self, claim: PublicClaim) -> Graph | None:
        """The chains of voices of a claim, documents on the left; None where no document names anybody."""
        columns: list[dict[str, Node]] = []
        edges: dict[tuple[str, str], Edge] = {}
        for statement in self._d.said(claim.statements):
            before = ""
            for depth, node in enumerate(self._chain(statement)):
                if depth == len(columns):
                    columns.append({})
                columns[depth].setdefault(node.id, node)
                if before:
                    style = "denies" if statement.voices[depth].attitude in _DENYING else "plain"
                    edges.setdefault((before, node.id), Edge(before, node.id, style))
                before = node.id
        return draw([list(column.values()) for column in columns], edges.values()) if len(columns) > 1 else None

    def _chain(self, statement: PublicStatement) -> Iterator[Node]:
        yield self._document(statement.document)
        for depth, link in enumerate(self._d.chain(statement)[1:], start=1):
            known = self._d.sources.get(link.source)
            kind = "unknown" if known is not None and known.kind in ("collective", "unknown") else "party"
            yield Node(f"{depth} {link.name}", link.name, kind, source_path(known.id) if known else "")

    def _document(self, identity: str) -> Node:
        document = self._d.documents[identity]
        label = document.publisher or document.name
        return Node(identity, f"{document.number} · {label}", "document", self._folio.documents[identity][0].path)

    def _source(self, party: str) -> Node:
        source = self._d.sources.get(party)
        if source is None:
            return Node(party, "Origin not known", "unknown")
        return Node(party, source.name, "party", source_path(source.id))

    @staticmethod
    def _edge(rest: Rest) -> Edge:
        return Edge(rest.document.id, rest.source, _STYLES.get(rest.tie, "plain"))

    def _party(self, source: Source) -> Party:
        return Party(
            source,
            tuple(self._rests_on.get(source.id, ())),
            tuple(self._works.get(source.id, ())),
            tuple(self._claims.get(source.id, ())),
            self._d.by_source(source),
        )

    @cached_property
    def _rests_on(self) -> dict[str, list[Rest]]:
        return _grouped((rest.source, rest) for rest in self.all)

    @cached_property
    def _works(self) -> dict[str, list[Work]]:
        return _grouped((work.party, work) for work in self._d.case.works)

    @cached_property
    def _claims(self) -> dict[str, list[PublicClaim]]:
        pairs = ((source, claim) for claim in self._d.ranked for source in {o.source for o in claim.origins})
        return _grouped(pairs)


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
