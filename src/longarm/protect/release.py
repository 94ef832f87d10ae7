"""The only way out of a case: everything that may leave, with everything withheld that must not."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from longarm.core.hashing import keyed_id
from longarm.errors import ReleaseRefused
from longarm.model.case import Case
from longarm.model.claims import Claim, Drift, Happening, Origin, Source
from longarm.model.documents import FILE_DATES, Document, ReadFailure, Work
from longarm.model.places import LEVELS, Place
from longarm.model.public import PublicCase, PublicClaim, PublicDocument, PublicStatement, Withheld
from longarm.model.reconciliation import Reconciliation
from longarm.model.spans import Span
from longarm.model.statements import Statement
from longarm.protect.commitments import commitment
from longarm.protect.counts import released_counts
from longarm.protect.folding import fold
from longarm.protect.forms import forms
from longarm.protect.hidden import Hidden
from longarm.protect.masking import DETAILS, mask, tells
from longarm.protect.names import Names, Person, leaks
from longarm.protect.people import names_of
from longarm.protect.policy import DEFAULT, Policy
from longarm.protect.statements import PublicStatements
from longarm.protect.texts import ReleasedText, released_text
from longarm.protect.within import Within, within

# Why a document has no machine reading, in words that tell nothing of the document.
REASONS = {
    "empty": "it holds no text",
    "encrypted": "it needs a password",
    "damaged": "the file is damaged",
    "too-large": "it is over the size limit",
    "too-slow": "reading it took too long",
    "crashed": "its reader failed",
    "unsupported": "there is no reader for its format",
    "no-text": "it is a scan or picture without text",
    "other-language": "it is in a language that this case does not machine-read",
    "unreadable": "the file could not be opened",
    "superseded": "a later version of the same file is in the case",
}
NOTHING = Hidden()
_SEALED = re.compile(r"\[sealed person \d+\]")
_UNSAID = "there is no machine reading of it"


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


def _as_it_is(_: str, data: bytes) -> bytes:
    return data


def refuse_leaks(
    files: Iterable[tuple[str, bytes]],
    case: Case,
    own_words: frozenset[str] = frozenset(),
    policy: Policy = DEFAULT,
    told: Callable[[str, bytes], bytes] = _as_it_is,
) -> Iterator[tuple[str, bytes]]:
    """The files as they come, each looked through before it is handed on; the last gate of a publication.

    Args:
        own_words: folded words that the files hold whatever the case (`publication.build.vocabulary`).
        told: what a file says, by its path and bytes, where the bytes are not text in reading order.

    Raises:
        ReleaseRefused: a file names a masked person; the message tells the file and the person's number.
    """
    names = names_of(case, policy)
    for path, data in files:
        for leak in leaks([(path, told(path, data))], names, own_words):
            place = f"The file {path}" if not mask(path, names).edits else "A file name"
            raise ReleaseRefused(
                f"{place} would show the masked name of {leak.label}{_named_in(names, leak.label)}: nothing was "
                f'published. In a working copy, `longarm show CASE "{leak.label.strip("[]")}"` says who that is. If '
                "it is no person, or a public one, list the name with the reason under [[public]] in case.toml; else "
                "please report this as a fault of longarm."
            )
        yield path, data


def _named_in(names: Names, label: str) -> str:
    """The documents that name a person, for whoever has to find out who it is."""
    ids = sorted({one for person in names.people if person.label == label for one in person.documents})
    return f", whom {' and '.join(ids[:2])} name{'s' if len(ids) == 1 else ''}" if ids else ""


class _Release:
    """One release in the making."""

    def __init__(self, case: Case, key: bytes, policy: Policy, withheld: Hidden) -> None:
        self._case, self._key = case, key
        self._policy, self._hidden = policy, withheld
        self._names: Names = names_of(case, policy)
        self._full = (policy.texts or case.settings.texts) == "full"
        self._texts = self._released_texts()
        self._document_of = {reading.text: reading.document for reading in case.state.readings}
        self._by_text = {reading.text: self._texts[reading.document] for reading in case.state.readings}
        self._details = frozenset(one.id for one in case.weighed.resolved if self._is_detail(one.statement))
        self._said_in = {one.id: one.statement.document for one in case.weighed.resolved}
        self._names_of = self._released_names()
        self._misread = self._misread_places()

    def public(self, found: Reconciliation | None) -> PublicCase:
        settings = self._case.settings
        statements = self._statements()
        claims = tuple(self._claim(claim) for claim in self._case.weighed.claims if self._kept(claim.statements))
        shown = tuple(statement for statement in statements if statement is not None)
        happenings = tuple(self._happenings({statement.id for statement in shown}))
        held = within(self._case, shown, claims, self._document_of) if self._policy.is_edition else None
        documents = tuple(self._documents(held))
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
        return mask(text, self._names, document, withheld=self._hidden.edits(text)).text if text else text

    def _about(self, text: str, documents: Iterable[str]) -> str:
        """A text without what is masked in the whole case, or in a document that it is about: there a surname alone, or
        one of two letters, tells the person."""
        for document in (None, *sorted(set(documents))):
            text = self._plain(text, document)
        return text

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
            question=self._on(claim.question, claim.statements[:1]),
            statements=self._kept(claim.statements),
            places=tuple(one for one in claim.places if one not in self._misread),
            origins=tuple(self._origin(origin) for origin in claim.origins),
            independence=claim.independence,
            support=claim.support,
            contest=claim.contest,
            replies=self._kept(claim.replies),
            proceedings=tuple(self._plain(step) for step in claim.proceedings),
            happening=claim.happening,
            drift=tuple(self._drift(drift) for drift in claim.drift),
            asked=tuple(replace(one, party=self._plain(one.party)) for one in claim.asked),
            unlisted=claim.unlisted,
        )

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
                yield replace(happening, statements=statements, judgements=judgements, period=period)

    def _origin(self, origin: Origin) -> Origin:
        told = [*origin.statements, *[""] * len(origin.why)]
        proofs = [*origin.proof, *[()] * len(origin.why)]
        why = tuple(
            self._about(words, self._documents_of(one, proof))
            for words, one, proof in zip(origin.why, told, proofs, strict=False)
        )
        note = self._on(origin.note, origin.statements)
        return replace(origin, why=why, note=note, proof=tuple(self._spans(spans) for spans in origin.proof))

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

    def _documents(self, held: Within | None) -> Iterator[PublicDocument]:
        """All documents of a working copy; of an edition those that it holds."""
        state = self._case.state
        read = [document for document in state.documents if document.id in self._texts]
        read = [document for document in read if not held or document.id in held.documents]
        read.sort(key=lambda document: (str(document.published or "~"), document.id))
        unread = [] if held else sorted(self._unread())
        for number, document in enumerate(read, start=1):
            yield self._document(number, document)
        for number, (document_id, reason, sha256) in enumerate(unread, start=len(read) + 1):
            committed = commitment(self._key, document_id, sha256) if sha256 else ""
            yield PublicDocument(document_id, number, why_not=reason, commitment=committed)

    def _unread(self) -> Iterator[tuple[str, str, str]]:
        """Id, neutral reason and hash of what was not machine-read: nothing else of it leaves."""
        state = self._case.state
        left = {document.sha256: document for document in state.documents if document.id not in self._texts}
        for failure in state.failures:
            document = left.pop(failure.sha256, None)
            document_id = document.id if document else keyed_id(self._key, "doc", failure.path, failure.sha256)
            yield document_id, _reason(failure), failure.sha256
        for document in left.values():
            yield document.id, _UNSAID, document.sha256

    def _document(self, number: int, document: Document) -> PublicDocument:
        text = self._texts[document.id]
        layer = next(layer for layer in self._case.state.layers if layer.document == document.id)
        title, publisher, url, language = (
            stated.value if stated else ""
            for stated in (document.title, document.publisher, document.url, document.language)
        )
        path = document.path
        is_telling = bool(text.masked.edits or document.sealed) or any(
            mask(value, self._names, document.id).edits for value in (title, publisher, url, path)
        )
        return PublicDocument(
            id=document.id,
            number=number,
            title=self._plain(title, document.id),
            publisher=self._plain(publisher, document.id),
            url="" if mask(url, self._names, document.id).edits or tells(url, self._names, document.id) else url,
            path=self._plain(path, document.id),
            language=language,
            media=document.media,
            published=document.published,
            work=document.work,
            reader=layer.reader,
            sha256="" if is_telling else document.sha256,
            commitment=commitment(self._key, document.id, document.sha256) if is_telling else "",
            text=text.text,
            passages=text.passages,
            left_out=text.left_out,
            is_file_date=document.published_origin in FILE_DATES,
        )

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


def _reason(failure: ReadFailure) -> str:
    return REASONS.get(failure.code, _UNSAID)


def _coarse(degrees: float | None) -> float | None:
    """A city's point to a hundredth of a degree, about a kilometre."""
    return None if degrees is None else round(degrees, 2)
