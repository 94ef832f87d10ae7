"""A released case as the pages look at it: what belongs to what, and in which order."""

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from longarm.codebook import loader
from longarm.model.claims import UNKNOWN, Origin, Source
from longarm.model.documents import Work
from longarm.model.periods import date_words
from longarm.model.places import Place
from longarm.model.public import PublicCase, PublicClaim, PublicDocument, PublicPassage, PublicStatement, PublicVoice
from longarm.publication.site.marks import Excerpt, Piece, cut, excerpt
from longarm.publication.site.stances import denies
from longarm.publication.site.wording import wording

TELLING = ("outlet", "unknown")  # kinds of sources that tell of others


@functools.cache
def _measures() -> frozenset[str]:
    return frozenset(measure.id for measure in loader.measures())


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain of voices, in words."""

    name: str
    work: str
    source: str
    attitude: str
    found: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Figures that say the same: one of them, and who gives them, in the order of the documents."""

    statement: PublicStatement
    parties: tuple[str, ...]
    statements: tuple[PublicStatement, ...]


class Dossier:
    """Lookups over one released case."""

    def __init__(self, public: PublicCase) -> None:
        self.case = public
        self.documents: dict[str, PublicDocument] = {document.id: document for document in public.documents}
        self.statements: dict[str, PublicStatement] = {statement.id: statement for statement in public.statements}
        self.claims: dict[str, PublicClaim] = {claim.id: claim for claim in public.claims}
        self.sources: dict[str, Source] = {source.id: source for source in public.sources}
        self.works: dict[str, Work] = {work.id: work for work in public.works}
        self.places: dict[str, Place] = {place.id: place for place in public.places}
        self._chains: dict[str, tuple[Link, ...]] = {}
        self._telling: dict[str, int] = {}

    @cached_property
    def passages(self) -> dict[tuple[str, str], PublicPassage]:
        """Released passages by document and id."""
        return {(document.id, one.id): one for document in self.case.documents for one in document.passages}

    @cached_property
    def read(self) -> tuple[PublicDocument, ...]:
        """Documents that were machine-read."""
        return tuple(document for document in self.case.documents if document.is_read)

    @cached_property
    def unread(self) -> tuple[PublicDocument, ...]:
        """Documents that were not machine-read."""
        return tuple(document for document in self.case.documents if not document.is_read)

    @cached_property
    def ranked(self) -> tuple[PublicClaim, ...]:
        """All claims: those of a method or measure of the codebook, the most told first; those told in passing last."""
        return tuple(sorted(self.case.claims, key=self._rank))

    @cached_property
    def leading(self) -> tuple[PublicClaim, ...]:
        """The claims that the dossier is about: all but those told in passing."""
        return tuple(claim for claim in self.ranked if not claim.passing)

    @cached_property
    def passing(self) -> tuple[tuple[PublicDocument, tuple[PublicClaim, ...]], ...]:
        """Claims told in passing, under the documents that tell them, in the order of their texts."""
        under: dict[str, list[tuple[int, PublicClaim]]] = defaultdict(list)
        for claim in self.case.claims:
            said = self.said(claim.statements)
            if claim.passing and said:
                under[said[0].document].append((said[0].span.start, claim))
        ordered = sorted(under, key=lambda identity: self.documents[identity].number)
        return tuple(
            (self.documents[one], tuple(claim for _, claim in sorted(under[one], key=lambda row: (row[0], row[1].id))))
            for one in ordered
        )

    @cached_property
    def groups(self) -> tuple[tuple[str, tuple[PublicClaim, ...]], ...]:
        """Claims by kind, in the order of the wording; the most told first."""
        kinds: dict[str, list[PublicClaim]] = {kind: [] for kind in wording().tables["kinds"]}
        for claim in self.ranked:
            kinds.setdefault(claim.kind, []).append(claim)
        return tuple((kind, tuple(claims)) for kind, claims in kinds.items() if claims)

    @cached_property
    def main_figures(self) -> tuple[PublicClaim, ...]:
        """Figures that most documents tell of, at most six."""
        return tuple(claim for claim in dict(self.groups).get("figure", ()) if not claim.passing)[:6]

    @cached_property
    def main_claims(self) -> tuple[PublicClaim, ...]:
        """Other questions that most documents tell of, at most six; no kind more than twice."""
        firsts = [claim for kind, claims in self.groups if kind not in ("figure", "response") for claim in claims[:2]]
        return tuple(sorted((claim for claim in firsts if not claim.passing), key=self._rank)[:6])

    @cached_property
    def answers(self) -> tuple[PublicStatement, ...]:
        """Replies to claims, denials first, then those that most claims show first, then by date; at most five,
        the same words of one party once."""
        replies = [statement for statement in self.case.statements if statement.answers]
        nearest = Counter(next(iter(self.replies_to(claim)), None) for claim in self.leading)
        replies.sort(key=lambda reply: (str(self.documents[reply.document].published or ""), reply.id), reverse=True)
        replies.sort(key=lambda reply: (denies(reply), nearest[reply]), reverse=True)
        told: dict[tuple[str, str], PublicStatement] = {}
        for reply in replies:
            told.setdefault((self.innermost(reply), reply.span.words.casefold()), reply)
        return tuple(told.values())[:5]

    @cached_property
    def origins(self) -> int:
        """Distinct parties that stand behind some claim by a tie that counts."""
        ties = (origin for claim in self.case.claims for origin in claim.origins if origin.tie != "contradicted")
        return len({origin.source for origin in ties if origin.source != UNKNOWN})

    @cached_property
    def corroborated(self) -> int:
        """Claims behind which two independent origins or more are proved."""
        return sum(claim.support == "corroborated" for claim in self.case.claims)

    @cached_property
    def contested(self) -> int:
        """Claims that somebody has answered or denied."""
        return sum(claim.contest != "unanswered" for claim in self.case.claims)

    def said(self, ids: Iterable[str]) -> tuple[PublicStatement, ...]:
        """Released statements by id, by date of their document and order in it."""
        found = [self.statements[name] for name in ids if name in self.statements]
        return tuple(sorted(found, key=lambda one: (self.documents[one.document].number, one.span.start)))

    @cached_property
    def latest(self) -> str:
        """The latest day, month or year that a document was published, in words; empty where none says so."""
        ends = (document.published.end for document in self.read if document.published)
        return date_words(max((end for end in ends if end and end[:4].isdigit()), default=""))

    def answers_to(self, claim: PublicClaim) -> tuple[Answer, ...]:
        """The different figures that answer a claim, the smallest first."""
        return self.grouped(self.said(claim.statements), by_unit=False)

    def are_apart(self, claim: PublicClaim) -> bool:
        """Whether no number is in all the counts that are given as answers; what somebody denies is no answer."""
        said = (one for one in self.said(claim.statements) if one.polarity != "denied")
        counts = [one.quantity.interval for one in said if one.quantity and not one.quantity.relation]
        highs = [count.high for count in counts if count.high is not None]
        return bool(highs) and min(highs) < max(count.low for count in counts)

    def grouped(self, statements: Iterable[PublicStatement], by_unit: bool) -> tuple[Answer, ...]:
        """The different figures of statements, the smallest first; of each measure or unit apart where asked."""
        groups: dict[tuple[str, ...], list[PublicStatement]] = defaultdict(list)
        for one in statements:
            if one.quantity:
                unit = one.measure or one.quantity.unit if by_unit else ""
                groups[(unit, one.polarity, one.quantity.relation, str(one.quantity.interval))].append(one)
        ordered = sorted(groups.items(), key=lambda item: (item[0][0], *_size(item[1][0]), item[0]))
        return tuple(Answer(group[0], self.parties(group), tuple(group)) for _, group in ordered)

    def parties(self, statements: Iterable[PublicStatement]) -> tuple[str, ...]:
        """Who gives figures, each name once, however it begins: "Researchers" of one text, "researchers" of another."""
        names: dict[str, str] = {}
        for statement in statements:
            name = self.innermost(statement)
            names.setdefault(name.casefold(), name)
        return tuple(names.values())

    def telling(self, claim: PublicClaim) -> int:
        """How many documents tell of a claim."""
        found = self._telling.get(claim.id)
        if found is None:
            said = {self.statements[name].document for name in claim.statements if name in self.statements}
            found = self._telling[claim.id] = len(said)
        return found

    def chain(self, statement: PublicStatement) -> tuple[Link, ...]:
        """The voices of a statement from the document inwards, each with a name for it."""
        found = self._chains.get(statement.id)
        if found is None:
            document = self.documents[statement.document]
            found = self._chains[statement.id] = tuple(self._link(voice, document) for voice in statement.voices)
        return found

    def hedger(self, statement: PublicStatement, index: int) -> str:
        """Who hedges: the name of a voice by its index."""
        chain = self.chain(statement)
        return chain[index].name if 0 <= index < len(chain) else ""

    def innermost(self, statement: PublicStatement) -> str:
        """Who says it in the end."""
        chain = self.chain(statement)
        return chain[-1].name if chain else self.documents[statement.document].name

    def replies_to(self, claim: PublicClaim) -> tuple[PublicStatement, ...]:
        """The released replies to a claim, the nearest first."""
        return tuple(self.statements[name] for name in claim.replies if name in self.statements)

    def others(self, replies: Sequence[PublicStatement]) -> int:
        """How many replies say something beside the first."""
        said = sum(not self.is_silent(reply) for reply in replies)
        return max(0, said - 1)

    def is_silent(self, reply: PublicStatement) -> bool:
        """Whether a reply tells that nobody answered: then whoever tells it replies nothing."""
        return reply.kind == "response" and reply.stage == "silence"

    def only_tells(self, reply: PublicStatement) -> bool:
        """Whether a paper tells of a reply, or somebody of silence: then its author neither replies nor denies."""
        if len(reply.voices) != 1 or reply.voices[0].attitude != "asserts":
            return False
        if self.is_silent(reply):
            return True
        source = self.sources.get(reply.voices[0].source)
        return source is None or source.kind in TELLING

    def excerpt(self, statement: PublicStatement) -> Excerpt:
        """The statement in its passage."""
        passage = self.passages.get((statement.document, statement.passage))
        if passage is None:
            return Excerpt("", statement.span.words, "")
        start = passage.span.start
        return excerpt(passage.span.words, statement.span.start - start, statement.span.end - start)

    def pieces(self, document: PublicDocument, passage: PublicPassage) -> tuple[Piece, ...]:
        """A passage cut at the ends of its statements; keys are statement ids."""
        marks = [(one.span.start, one.span.end, one.id) for one in self.in_passage(document, passage)]
        return cut(passage.span.words, passage.span.start, marks)

    def in_passage(self, document: PublicDocument, passage: PublicPassage) -> tuple[PublicStatement, ...]:
        """The statements of a passage in text order."""
        return tuple(self._by_passage.get((document.id, passage.id), ()))

    def number_in(self, statement: PublicStatement) -> int:
        """The 1-based number of a statement in its document."""
        return self._numbers[statement.id]

    def in_document(self, document: PublicDocument) -> tuple[PublicStatement, ...]:
        """The statements of a document in text order."""
        return tuple(self._by_document.get(document.id, ()))

    def by_source(self, source: Source) -> tuple[PublicStatement, ...]:
        """Statements that a source is a voice of."""
        return self.said(self._by_source.get(source.id, ()))

    def origin_name(self, origin: Origin) -> str:
        """What an origin is called."""
        if origin.source == UNKNOWN or not origin.source:
            return "Origin not known"
        source = self.sources.get(origin.source)
        return source.name if source else origin.source

    def origin_work(self, origin: Origin) -> str:
        """What carries an origin: the title or the kind of the work, or nothing."""
        work = self.works.get(origin.work)
        return (work.title or work.kind) if work else ""

    def rooted(self, claim: PublicClaim) -> tuple[Origin, ...]:
        """The origins of a claim, those that most statements go back to first, the unknown last."""
        return tuple(sorted(claim.origins, key=lambda one: (one.source == UNKNOWN, -len(one.statements))))

    def why(self, origin: Origin) -> tuple[tuple[str, PublicStatement | None], ...]:
        """The reasons of an origin, each with its statement."""
        return tuple(
            (why, self.statements.get(name)) for name, why in zip(origin.statements, origin.why, strict=False)
        ) or tuple(("", self.statements.get(name)) for name in origin.statements)

    def places_of(self, claim: PublicClaim) -> tuple[str, ...]:
        """Ids of the places that a claim is about, and of the cities and countries that hold them."""
        about = [place for place in claim.places if place in self.places]
        held = (parent for place in about for parent in self.places[place].parents)
        return tuple(dict.fromkeys([*about, *(name for name in held if self._is_whole(name))]))

    def _is_whole(self, name: str) -> bool:
        return name in self.places and self.places[name].level in ("city", "country")

    def _rank(self, claim: PublicClaim) -> tuple[bool, bool, int, int, str, str]:
        is_known = bool(claim.method) or claim.measure in _measures()
        return claim.passing, not is_known, -self.telling(claim), -len(claim.statements), claim.question, claim.id

    def _link(self, voice: PublicVoice, document: PublicDocument) -> Link:
        name = voice.name or (document.publisher or document.name if voice.found == "author" else "a source not named")
        work = self.works.get(voice.work)
        title = (work.title if work else "") or voice.work_title
        shown = "" if voice.found == "author" or title == name else title
        return Link(name, shown, voice.source, voice.attitude, voice.found)

    @cached_property
    def _by_document(self) -> dict[str, list[PublicStatement]]:
        found: dict[str, list[PublicStatement]] = defaultdict(list)
        for statement in sorted(self.case.statements, key=lambda one: (one.span.start, one.span.end, one.id)):
            found[statement.document].append(statement)
        return found

    @cached_property
    def _by_passage(self) -> dict[tuple[str, str], list[PublicStatement]]:
        found: dict[tuple[str, str], list[PublicStatement]] = defaultdict(list)
        for document, statements in self._by_document.items():
            for one in statements:
                found[document, one.passage].append(one)
        return found

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {one.id: number for said in self._by_document.values() for number, one in enumerate(said, start=1)}

    @cached_property
    def _by_source(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for statement in self.case.statements:
            for source in sorted({voice.source for voice in statement.voices}):
                found[source].append(statement.id)
        return found


def _size(statement: PublicStatement) -> tuple[float, float]:
    interval = statement.quantity.interval if statement.quantity else None
    return (interval.low, float("inf") if interval.high is None else interval.high) if interval else (0, 0)
