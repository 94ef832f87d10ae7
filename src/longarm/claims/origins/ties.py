"""What the statements of one claim rest on when they are read together: copies, citations, presumed sources, rings.

The chain of each statement comes first (see `roots`). Then a source whose own text is in the case is followed into
that text; an outlet, a copied sentence or a credited story is followed to whom it has it from; a bare statement of a
document that cites a work is presumed to rest on what that work, or another text that cites it, gives the same for.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence

from longarm.claims.context import UNKNOWN, Context
from longarm.claims.origins.roots import CONTRADICTED, PRESUMED, SEEN, Root, root
from longarm.claims.origins.strands import Key, Strands
from longarm.claims.reuse.find import Reuse
from longarm.claims.reuse.index import Copies
from longarm.core.groups import Groups
from longarm.model.claims import Resolved
from longarm.model.spans import Span
from longarm.model.statements import Voice

LOOKED_AT = 24  # statements of one work, party or document that another is held against
Rooted = tuple[Resolved, Root]


def agree(left: Resolved, right: Resolved) -> bool:
    """Whether two statements of one claim give the same: numbers that can be one, and one polarity."""
    one, other = left.statement.quantity, right.statement.quantity
    if left.statement.kind == "figure" and one is not None and other is not None:
        return one.interval.meets(other.interval)
    return left.statement.polarity == right.statement.polarity


class Ties:
    """The roots of the statements of one claim."""

    def __init__(self, items: Sequence[Resolved], context: Context, strands: Strands, copies: Copies) -> None:
        self._items, self._context, self._strands, self._copies = items, context, strands, copies
        self._at = {item.id: number for number, item in enumerate(items)}
        self._chains = [root(item, context) for item in items]
        self._by_document: dict[str, list[int]] = defaultdict(list)
        self._by_work: dict[str, list[int]] = defaultdict(list)
        self._by_party: dict[str, list[int]] = defaultdict(list)
        for number, item in enumerate(items):
            self._by_document[item.statement.document].append(number)
            for work in self._works(number):
                self._by_work[work].append(number)
            for voice in item.statement.voices[1:]:
                self._by_party[voice.source].append(number)
        self._done: dict[int, Root] = {}
        self._groups: Groups[Key] = Groups()

    def roots(self) -> list[Rooted]:
        """Each statement with what it rests on."""
        found = [(item, self._resolve(number, ())) for number, item in enumerate(self._items)]
        return [(item, self._with_strand(item, made)) for item, made in found]

    def _works(self, number: int) -> set[str]:
        """The works that a statement stands in or says it has its words from."""
        statement = self._items[number].statement
        mine = {voice.work_id for voice in statement.voices[1:]} | {self._chains[number].work}
        if self._chains[number].tie == SEEN:
            mine.add(self._context.document_works.get(statement.document, ""))
        return mine - {""}

    def _resolve(self, number: int, path: tuple[int, ...]) -> Root:
        if number in self._done:
            return self._done[number]
        if number in path:
            return self._ring(path[path.index(number) :])
        made = self._follow(number, (*path, number))
        if number not in self._done:
            self._done[number] = made
        return self._done[number]

    def _ring(self, path: tuple[int, ...]) -> Root:
        """The root of statements that cite each other in a circle: nobody; they share one unknown strand."""
        names = [self._title(self._items[number].statement.document) for number in path]
        why = f"A ring: {' has it from '.join([*names, names[0]])}; nobody in it says how it is known."
        proof = tuple(dict.fromkeys(span for number in path for span in self._chains[number].proof))
        first = self._document_key(path[0])
        for number in path:
            self._groups.join(first, self._document_key(number))
            self._done[number] = Root(UNKNOWN, "", PRESUMED, self._chains[number].backs, why, proof)
        return self._done[path[-1]]

    def _follow(self, number: int, path: tuple[int, ...]) -> Root:
        chain = self._chains[number]
        copied = self._copied(number, path)
        if chain.tie == SEEN and chain.is_known:
            return copied if copied is not None and copied.is_known else chain
        if copied is not None and (copied.is_known or not chain.is_known):
            return copied
        if chain.passed:
            return self._passed_on(number, path)
        if chain.is_known:
            return self._into_own_words(number, path)
        return self._presumed(number, path) or self._credited(number, path) or chain

    def _copied(self, number: int, path: tuple[int, ...]) -> Root | None:
        """The root of the earlier sentence that this one repeats, where that sentence makes the same statement."""
        item, chain = self._items[number], self._chains[number]
        if chain.is_known and item.statement.kind == "quotation":
            return None
        for link in self._copies.of(item.statement):
            if chain.tie == SEEN and not link.is_directed:
                continue
            for other in self._by_document.get(link.source, ())[:LOOKED_AT]:
                theirs = self._items[other]
                if other in path or not link.source_span.overlaps(theirs.statement.span):
                    continue
                if not agree(item, theirs):
                    continue
                found = self._resolve(other, path)
                self._groups.join(self._document_key(other), self._document_key(number))
                if chain.is_known and (not found.is_known or self._kin(chain.source, found.source)):
                    return self._no_better(chain, found, link)
                how = "copies" if link.likeness >= 0.9 else "rewrites"
                why = f"The sentence {how} one of {self._title(link.source)}, which has it so: {found.why}"
                tie = PRESUMED if chain.is_known or not link.is_directed else _weaker(found.tie)
                proof = (link.copy_span, link.source_span, *found.proof)
                return dataclasses.replace(found, tie=tie, backs=chain.backs and found.backs, why=why, proof=proof)
        return None

    def _no_better(self, chain: Root, found: Root, link: Reuse) -> Root | None:
        """The named root of a later copy proves nothing that the earlier text does not affirm, or names nobody for."""
        is_own = chain.tie == SEEN and not found.is_known
        if not link.is_directed or is_own or (found.is_known and found.backs):
            return None
        where = self._title(link.source)
        told = "does not affirm it" if found.is_known else "names nobody for it"
        why = f"{chain.why} The sentence repeats one of {where}, which {told}."
        proof = (*chain.proof, link.copy_span, link.source_span)
        tie = chain.tie if found.is_known else PRESUMED
        return dataclasses.replace(chain, tie=tie, backs=chain.backs and found.backs, why=why, proof=proof)

    def _kin(self, one: str, other: str) -> bool:
        context = self._context
        keys = [context.owners.get(source, context.states.get(source, source)) for source in (one, other)]
        return keys[0] == keys[1]

    def _passed_on(self, number: int, path: tuple[int, ...]) -> Root:
        """The root of what an outlet's own text in the case says, where a statement names the outlet as its source."""
        chain = self._chains[number]
        for document in self._strands.documents_of.get(chain.passed, ()):
            for other in self._by_document.get(document, ())[:LOOKED_AT]:
                if not agree(self._items[number], self._items[other]):
                    continue
                found = self._resolve(other, path)
                if number in self._done:
                    return self._done[number]
                self._groups.join(self._document_key(other), self._document_key(number))
                why = f"{chain.why} Its text in the case has it so: {found.why}"
                tie = _weaker(found.tie)
                return dataclasses.replace(
                    found, tie=tie, backs=chain.backs, why=why, proof=(*chain.proof, *found.proof)
                )
        self._groups.join(("party", self._context.owners.get(chain.passed, chain.passed)), self._document_key(number))
        return chain

    def _into_own_words(self, number: int, path: tuple[int, ...]) -> Root:
        """A named source's root: what its own text rests on in turn, or a contradiction where that text differs."""
        chain, item = self._chains[number], self._items[number]
        own = [other for other in self._own_texts(chain) if other not in path[:-1]]
        own = [other for other in own if self._items[other].statement.document != item.statement.document]
        fitting = [other for other in own if agree(item, self._items[other])]
        if own and not fitting:
            theirs = self._items[own[0]].statement.span
            why = f"{chain.why} Its own words differ: “{theirs.words}”."
            return dataclasses.replace(chain, tie=CONTRADICTED, backs=False, why=why, proof=(*chain.proof, theirs))
        for other in fitting[:1]:
            found = self._resolve(other, path)
            if number in self._done:
                return self._done[number]
            if found.is_known and found.source != chain.source:
                why = f"{chain.why} Its own text has it so: {found.why}"
                return dataclasses.replace(found, backs=chain.backs, why=why, proof=(*chain.proof, *found.proof))
            if found.is_known:
                why = f"{chain.why} Its own words are in the case."
                proof = (*chain.proof, self._items[other].statement.span)
                return dataclasses.replace(chain, tie=SEEN, work=found.work or chain.work, why=why, proof=proof)
        return self._beyond(number) or chain

    def _own_texts(self, chain: Root) -> list[int]:
        """The statements of this claim in the source's own texts: of the work named, else in any of them."""
        work = self._context.works.get(chain.work)
        documents: Iterable[str] = work.documents if work else ()
        if not work or (not work.documents and not work.title):
            documents = self._strands.documents_of.get(chain.source, ())
        own = [number for document in documents for number in self._by_document.get(document, ())]
        return [number for number in own if self._chains[number].tie == SEEN or len(self._voices(number)) > 1][
            :LOOKED_AT
        ]

    def _beyond(self, number: int) -> Root | None:
        """Whom the same work has it from, where another text that tells of it says so ("the report cites ...")."""
        chain, item = self._chains[number], self._items[number]
        if not chain.work:
            return None
        for other in self._by_work.get(chain.work, ())[:LOOKED_AT]:
            theirs = self._chains[other]
            voices = self._voices(other)
            through = any(voice.source == chain.source or voice.work_id == chain.work for voice in voices[1:-1])
            if (
                not through
                or not theirs.is_known
                or theirs.source == chain.source
                or not agree(item, self._items[other])
            ):
                continue
            where = self._title(self._items[other].statement.document)
            why = f"{chain.why} {where} tells whom that work has it from: {theirs.why}"
            proof = (*chain.proof, *theirs.proof)
            return dataclasses.replace(theirs, tie=PRESUMED, backs=chain.backs, why=why, proof=proof)
        return None

    def _presumed(self, number: int, path: tuple[int, ...]) -> Root | None:
        """The root that another text gives for the same figure or words, having it from a work that this one cites."""
        chain, item = self._chains[number], self._items[number]
        if len(item.statement.voices) > 1 and item.statement.voices[-1].source:
            return None
        here = item.statement.document
        for other in self._beside(here):
            theirs = self._items[other]
            if other in path or not agree(item, theirs):
                continue
            if len(theirs.statement.voices) == 1 and self._chains[other].tie != SEEN:
                continue
            found = self._resolve(other, path)
            if not found.is_known or found.tie == CONTRADICTED:
                continue
            where = self._title(theirs.statement.document)
            same = theirs.statement.document == here
            why = (
                f"{chain.why} The same document gives it elsewhere so: {found.why}"
                if same
                else f"{chain.why} It cites a work from which {where} gives the same: {found.why}"
            )
            proof = (*chain.proof, *self._citing(here, other), *found.proof)
            return dataclasses.replace(found, tie=PRESUMED, backs=chain.backs, why=why, proof=proof)
        return None

    def _citing(self, document: str, other: int) -> tuple[Span, ...]:
        """The words of a document that cite a work which another statement has its words from, or its party's."""
        context = self._context
        parties = {voice.source for voice in self._voices(other)[1:]} - {""}
        works = self._works(other) | {
            work for work in context.cited_works(document) if context.works[work].party in parties
        }
        found = (context.citing.get((document, work)) for work in sorted(works))
        return tuple(span for span in found if span is not None)[:1]

    def _beside(self, document: str) -> list[int]:
        """Statements of the same document, and those that have their words from a work or party the document cites."""
        found = dict.fromkeys(self._by_document[document][:LOOKED_AT])
        for work in sorted(self._context.cited_works(document)):
            found |= dict.fromkeys(self._by_work.get(work, ())[:LOOKED_AT])
            known = self._context.works[work]
            for held in known.documents:
                found |= dict.fromkeys(self._by_document.get(held, ())[:LOOKED_AT])
            if known.party:
                near = self._by_party.get(known.party, ())[:LOOKED_AT]
                found |= dict.fromkeys(n for n in near if self._chains[n].work in ("", work))
        return list(found)

    def _credited(self, number: int, path: tuple[int, ...]) -> Root | None:
        """The root of the story that a document says it carries."""
        chain, item = self._chains[number], self._items[number]
        for credit in self._strands.credited.get(item.statement.document, ()):
            for document in self._strands.documents_of.get(credit.source, ()) if credit.source else ():
                for other in self._by_document.get(document, ())[:LOOKED_AT]:
                    if other in path or not agree(item, self._items[other]):
                        continue
                    found = self._resolve(other, path)
                    if not found.is_known:
                        continue
                    why = f"The document carries a story of {credit.span.words}, which has it so: {found.why}"
                    proof = (credit.span, *chain.proof, *found.proof)
                    return dataclasses.replace(found, tie=_weaker(found.tie), backs=chain.backs, why=why, proof=proof)
        return None

    def _voices(self, number: int) -> tuple[Voice, ...]:
        return self._items[number].statement.voices

    def _document_key(self, number: int) -> Key:
        document = self._items[number].statement.document
        return self._strands.keys.get(document, ("document", document))

    def _with_strand(self, item: Resolved, made: Root) -> Root:
        if made.is_known:
            return made
        key = self._groups.root(self._document_key(self._at[item.id]))
        return dataclasses.replace(made, strand=f"{key[0]} {key[1]}")

    def _title(self, document: str) -> str:
        known = self._context.documents.get(document)
        name = known.title.value if known and known.title else (known.path if known else document)
        return f"“{name}”"


def _weaker(tie: str) -> str:
    return "attributed" if tie == SEEN else tie
