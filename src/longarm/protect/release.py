"""The only way out of a case: everything that may leave, with everything withheld that must not."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from longarm.errors import ReleaseRefused
from longarm.model.case import Case
from longarm.model.claims import Claim, Drift, Happening, Origin, Source
from longarm.model.documents import Work
from longarm.model.places import LEVELS, Place
from longarm.model.public import PublicCase, PublicClaim, PublicDocument, PublicStatement, Withheld
from longarm.model.reconciliation import Reconciliation
from longarm.model.spans import Span
from longarm.model.statements import Statement
from longarm.protect.counts import released_counts
from longarm.protect.documents import PublicDocuments, telling_paths
from longarm.protect.folding import fold
from longarm.protect.forms import forms
from longarm.protect.hidden import Hidden
from longarm.protect.masking import DETAILS, Edit, mask
from longarm.protect.names import Names, Person
from longarm.protect.people import names_of
from longarm.protect.policy import DEFAULT, Policy
from longarm.protect.statements import PublicStatements
from longarm.protect.texts import ReleasedText, released_text
from longarm.protect.within import within

NOTHING = Hidden()
FILE_NAME = "[file name]"
_SEALED = re.compile(r"\[sealed person \d+\]")


def release(
    case: Case,
    key: bytes,
    policy: Policy = DEFAULT,
    reconciliation: Reconciliation | None = None,
    withheld: Hidden = NOTHING,
) -> PublicCase:
    """What of a case may leave, by the default policy: see `docs/decisions/0004-release.md`.

    Args:
        case: for an edition, limited to what people let go (`protect.reviewed.released`).
        key: the case's secret, for salted commitments and ids.
        reconciliation: whether the figures of the case can all be true, in ids of its statements.
        withheld: words that people withheld (`protect.hidden`).

    Raises:
        ReleaseRefused: an edition would hold a statement that nobody accepted.
    """
    if policy.is_edition:
        _refuse_unreviewed(case)
    return _Release(case, key, policy, withheld).public(reconciliation)


def _refuse_unreviewed(case: Case) -> None:
    """An edition holds what people accepted; whoever hands over anything else is stopped here."""
    reviews = case.settled.reviews
    for item in case.weighed.resolved:
        if reviews.get(item.id) != "accepted" or item.id in case.settled.withheld:
            raise ReleaseRefused(f"The statement {item.id} is not accepted: nothing was published. Review it first.")


def _renamed(text: str, masked: Mapping[str, str]) -> str:
    """A text with other names for those who are masked, the longest first."""
    for name in sorted(masked, key=lambda name: (-len(name), name)):
        if name in text:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", masked[name], text)
    return text


class _Release:
    """One release in the making."""

    def __init__(self, case: Case, key: bytes, policy: Policy, withheld: Hidden) -> None:
        self._case, self._key = case, key
        self._policy, self._hidden = policy, withheld
        self._names: Names = names_of(case, policy)
        self._outlets = frozenset(one.publisher.value for one in case.state.documents if one.publisher)
        self._full = (policy.texts or case.settings.texts) == "full"
        self._texts = self._released_texts()
        self._paths = tuple(sorted(set(telling_paths(case, self._texts)), key=lambda path: (-len(path), path)))
        self._document_of = {reading.text: reading.document for reading in case.state.readings}
        self._by_text = {reading.text: self._texts[reading.document] for reading in case.state.readings}
        self._details = frozenset(one.id for one in case.weighed.resolved if self._is_detail(one.statement))
        self._said_in = {one.id: one.statement.document for one in case.weighed.resolved}
        self._spans_of = {one.id: one.statement.span for one in case.weighed.resolved}
        self._source_names = {source.id: source.name for source in case.weighed.sources}
        self._names_of = self._released_names()
        self._misread = self._misread_places()
        self._placed = frozenset(place.id for place in case.weighed.places)

    def public(self, found: Reconciliation | None) -> PublicCase:
        settings = self._case.settings
        statements = self._statements()
        claims = tuple(self._claim(claim) for claim in self._case.weighed.claims if self._kept(claim.statements))
        shown = tuple(statement for statement in statements if statement is not None)
        happenings = tuple(self._happenings({statement.id for statement in shown}))
        held = within(self._case, shown, claims, self._document_of) if self._policy.is_edition else None
        making = PublicDocuments(self._case, self._key, self._names, self._plain, self._texts)
        documents = tuple(making.documents(held))
        works = tuple(self._works(documents))
        places, ownership = tuple(self._places()), settings.ownership
        if held:
            works, places = held.works(works, documents), held.places(places, happenings, found)
        sources = tuple(self._sources(shown, claims, works))
        if held:
            ownership = held.ownership(self._used(shown, claims, works))
        return PublicCase(
            title=self._plain(settings.title),
            scope=self._plain(settings.scope),
            languages=settings.languages,
            texts="full" if self._full else "passages",
            documents=documents,
            works=works,
            sources=sources,
            statements=shown,
            claims=claims,
            happenings=happenings,
            places=tuple(replace(place, lat=_coarse(place.lat), lon=_coarse(place.lon)) for place in places),
            withheld=self._withheld(documents, is_part=held is not None),
            reconciliation=released_counts(found, shown, self._plain) if found else None,
            conventions=settings.conventions,
            ownership=tuple((self._plain(owner), self._plain(owned)) for owner, owned in ownership),
        )

    def _plain(self, text: str, document: str | None = None) -> str:
        hidden = [*self._hidden.edits(text), *self._files(text)]
        return mask(text, self._names, document, withheld=hidden, keeps_scripts=text in self._outlets).text

    def _files(self, text: str) -> Iterator[Edit]:
        """File names that may tell somebody, where a text calls a document by them."""
        for path in self._paths:
            if path in text:
                yield from (Edit(*match.span(), FILE_NAME) for match in re.finditer(re.escape(path), text))

    def _about(self, text: str, documents: Iterable[str]) -> str:
        """A text without what is masked in the whole case, or in a document that it is about: there a surname alone, or
        one of two letters, tells the person."""
        for document in (None, *sorted(set(documents))):
            text = self._plain(text, document)
        return text

    def _asked(self, claim: Claim) -> str:
        """The question of a claim; words of its statements in it leave as they do where they stand.

        Alone they may not show that a word is a name: "Is it so: “There is Hope”?"
        """
        question = claim.question
        for id_ in claim.statements:
            span = self._spans_of.get(id_)
            words = " ".join(span.words.split()) if span else ""
            if span and words in question:
                question = question.replace(words, " ".join(self._by_text[span.text].words(span).split()))
        return self._on(question, claim.statements[:1])

    def _on(self, text: str, statements: Iterable[str]) -> str:
        """The same for a text about statements."""
        return self._about(text, (self._said_in[one] for one in statements if one in self._said_in))

    def _released_names(self) -> dict[str, str]:
        """The names of sources, as the documents that they speak in let them be told."""
        found: dict[str, set[str]] = {source.id: set() for source in self._case.weighed.sources}
        for one in self._case.weighed.resolved:
            for voice in one.statement.voices:
                found.get(voice.source, set()).add(one.statement.document)
        return {source.id: self._about(source.name, found[source.id]) for source in self._case.weighed.sources}

    def _released_texts(self) -> dict[str, ReleasedText]:
        layers = {layer.id: layer for layer in self._case.state.layers}
        return {
            reading.document: released_text(layers[reading.text], reading, self._names, self._full, self._hidden)
            for reading in self._case.state.readings
        }

    def _statements(self) -> tuple[PublicStatement | None, ...]:
        weighed = self._case.weighed
        make = PublicStatements(self._plain, self._texts, self._names_of, weighed.claims)
        return tuple(make.statement(one) for one in weighed.resolved if one.id not in self._details)

    def _is_detail(self, statement: Statement) -> bool:
        """Whether the number of a figure was read from a contact detail: its value would tell what the mask hides."""
        if statement.quantity is None:
            return False
        start, end = statement.quantity.span.start, statement.quantity.span.end
        edits = self._texts[statement.document].masked.edits
        return any(edit.start < end and start < edit.end and edit.label in DETAILS for edit in edits)

    def _kept(self, statements: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one for one in statements if one not in self._details)

    def _claim(self, claim: Claim) -> PublicClaim:
        return PublicClaim(
            id=claim.id,
            kind=claim.kind,
            method=claim.method,
            measure=self._on(claim.measure, claim.statements[:1]),
            question=self._asked(claim),
            statements=self._kept(claim.statements),
            places=self._known(claim.places),
            origins=tuple(self._origins(claim)),
            independence=claim.independence,
            support=claim.support,
            contest=claim.contest,
            replies=self._kept(claim.replies),
            proceedings=tuple(self._plain(step) for step in claim.proceedings),
            happening=claim.happening,
            drift=tuple(self._drift(drift) for drift in claim.drift),
            asked=tuple(replace(one, party=self._plain(one.party)) for one in claim.asked),
            unlisted=claim.unlisted,
            passing=claim.passing,
        )

    def _known(self, places: Iterable[str]) -> tuple[str, ...]:
        """Places by their ids in the gazetteer; words that it does not know may be the name of somebody."""
        return tuple(one for one in places if one in self._placed and one not in self._misread)

    def _happenings(self, shown: set[str]) -> Iterator[Happening]:
        """What released statements tell of."""
        for happening in self._case.weighed.happenings:
            statements = tuple(one for one in happening.statements if one in shown)
            judgements = tuple(
                replace(one, reason=self._on(one.reason, (one.left, one.right)))
                for one in happening.judgements
                if {one.left, one.right} <= shown
            )
            if statements:
                period = happening.period
                period = period and replace(period, words=self._on(period.words, statements))
                places = self._known(happening.places)
                yield replace(happening, statements=statements, judgements=judgements, period=period, places=places)

    def _origins(self, claim: Claim) -> Iterator[Origin]:
        """The origins of a claim; what is said of one may name the others, whom their own texts mask."""
        sources = {origin.source for origin in claim.origins} & self._names_of.keys()
        masked = {self._source_names[one]: self._names_of[one] for one in sorted(sources)}
        masked = {name: label for name, label in masked.items() if name != label}
        for origin in claim.origins:
            told = [*origin.statements, *[""] * len(origin.why)]
            proofs = [*origin.proof, *[()] * len(origin.why)]
            why = tuple(
                self._about(_renamed(words, masked), self._documents_of(one, proof))
                for words, one, proof in zip(origin.why, told, proofs, strict=False)
            )
            note = self._on(_renamed(origin.note, masked), origin.statements)
            yield replace(origin, why=why, note=note, proof=tuple(self._spans(spans) for spans in origin.proof))

    def _documents_of(self, statement: str, proof: Iterable[Span]) -> set[str]:
        """The document of a statement, and those whose words prove something of it."""
        found = {self._document_of[span.text] for span in proof if span.text in self._document_of}
        return found | ({self._said_in[statement]} if statement in self._said_in else set())

    def _drift(self, drift: Drift) -> Drift:
        detail = self._on(drift.detail, (drift.origin or "", drift.variant or "", drift.repetition))
        return replace(drift, detail=detail, marks=self._spans(drift.marks))

    def _spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Where words stand in the released texts, which go by their documents' ids; what is left out there is here."""
        placed = ((span.text, self._by_text[span.text].span(span)) for span in spans if span.text in self._by_text)
        return tuple(Span(self._document_of[text], span.start, span.end, span.words) for text, span in placed if span)

    def _works(self, documents: tuple[PublicDocument, ...]) -> Iterator[Work]:
        """Works of the documents that were read, and those that they cite."""
        shown = {document.id for document in documents if document.is_read}
        for work in self._case.weighed.works:
            if shown.intersection(work.documents) or shown.intersection(work.cited_by):
                yield replace(work, title=self._about(work.title, (*work.documents, *work.cited_by)))

    def _sources(
        self, statements: Iterable[PublicStatement], claims: Iterable[PublicClaim], works: Iterable[Work]
    ) -> Iterator[Source]:
        """Sources that something released refers to."""
        for source in self._used(statements, claims, works):
            name = self._names_of[source.id]
            is_masked = name != source.name
            aliases = {name} if is_masked else {self._plain(alias) for alias in source.aliases}
            yield replace(source, name=name, aliases=tuple(sorted(aliases)))

    def _used(
        self, statements: Iterable[PublicStatement], claims: Iterable[PublicClaim], works: Iterable[Work]
    ) -> tuple[Source, ...]:
        used = {voice.source for statement in statements for voice in statement.voices}
        used.update(origin.source for claim in claims for origin in claim.origins)
        used.update(work.party for work in works)
        return tuple(source for source in self._case.weighed.sources if source.id in used)

    def _places(self) -> Iterable[Place]:
        return (one for one in self._case.weighed.places if one.level in LEVELS and one.id not in self._misread)

    def _misread_places(self) -> frozenset[str]:
        """Towns that only the name of a masked person was taken for."""
        found: dict[str, bool] = {}
        for one in self._case.weighed.resolved:
            for place in one.places:
                is_place = self._plain(place.words, one.statement.document) == place.words
                found[place.id] = found.get(place.id, False) or is_place
        return frozenset(id_ for id_, is_place in found.items() if id_ and not is_place)

    def _withheld(self, documents: tuple[PublicDocument, ...], *, is_part: bool) -> Withheld:
        shown = {document.id for document in documents}
        texts = [text for document, text in self._texts.items() if document in shown]
        counts = Counter(
            edit.label for text in texts for edit in text.masked.edits if not edit.label.startswith("[person")
        )
        people = [one for one in self._names.people if not is_part or not one.documents or one.documents & shown]
        public = [person for person in people if person.is_public]
        known = self._case.settings.public_people
        listed = tuple((name, reason) for name, reason in known if self._is_named(name, public if is_part else None))
        return Withheld(
            people=len(people) - len(public),
            details=tuple(sorted(counts.items())),
            documents=sum(not document.is_read for document in documents),
            hashes=sum(bool(document.commitment) for document in documents),
            offices=max(0, len(public) - len(listed)),
            listed=listed,
            sealed=len({label for text in texts for label in _SEALED.findall(text.text)}),
            apart=len(self._case.state.documents) + self._nameless() - len(documents) if is_part else 0,
        )

    def _is_named(self, name: str, public: list[Person] | None) -> bool:
        """Whether a listed name may leave and is that of somebody named in the documents, or of one of these."""
        if not any(hit.label is None for hit in self._names.find(name)):
            return False
        own = {form for person in public or () for one in person.names for form in forms(one) or {fold(one)}}
        return public is None or bool((forms(name) or {fold(name)}) & own)

    def _nameless(self) -> int:
        """Files that could not be read and of which the case holds no document."""
        known = {document.sha256 for document in self._case.state.documents}
        return sum(failure.sha256 not in known for failure in self._case.state.failures)


def _coarse(degrees: float | None) -> float | None:
    """A city's point to a hundredth of a degree, about a kilometre."""
    return None if degrees is None else round(degrees, 2)
