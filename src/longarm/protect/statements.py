"""Released statements: the same assertions over the released texts."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from longarm.model.claims import Claim, Resolved, ResolvedPlace
from longarm.model.periods import Period
from longarm.model.public import PublicHedge, PublicQuantity, PublicStatement, PublicVoice
from longarm.model.statements import Quantity, Roles, Voice
from longarm.protect.texts import ReleasedText

Plain = Callable[[str, str], str]


class PublicStatements:
    """Makes released statements.

    Args:
        plain: a text of a document as it may leave.
        texts: released texts by document id.
        sources: masked names by source id.
    """

    def __init__(
        self, plain: Plain, texts: Mapping[str, ReleasedText], sources: Mapping[str, str], claims: Iterable[Claim]
    ) -> None:
        self._plain, self._texts, self._sources = plain, texts, sources
        self._claim: dict[str, str] = {}
        self._answers: dict[str, list[str]] = defaultdict(list)
        for claim in claims:
            for statement in claim.statements:
                self._claim.setdefault(statement, claim.id)
            for reply in claim.replies:
                self._answers[reply].append(claim.id)

    def statement(self, resolved: Resolved) -> PublicStatement | None:
        """The released statement, None where its words are not released."""
        statement = resolved.statement
        text = self._texts.get(statement.document)
        span = text.span(statement.span) if text else None
        if text is None or span is None:
            return None
        return PublicStatement(
            id=statement.id,
            document=statement.document,
            passage=text.passage(span),
            span=span,
            kind=statement.kind,
            method=statement.method,
            voices=tuple(self._voice(voice, text, statement.document) for voice in statement.voices),
            polarity=statement.polarity,
            hedges=tuple(
                PublicHedge(hedge.kind, self._plain(hedge.words, statement.document), hedge.voice)
                for hedge in statement.hedges
            ),
            roles=self._roles(statement.roles, statement.document),
            measure=self._plain(statement.measure, statement.document),
            quantity=self._quantity(statement.quantity, text, statement.document),
            basis=statement.basis,
            counted_set=self._plain(statement.counted_set, statement.document),
            stage=statement.stage,
            part_of=statement.part_of,
            places=tuple(self._places(resolved)),
            period=self._period(resolved.period, statement.document),
            as_of=self._period(resolved.as_of, statement.document),
            said_at=self._period(resolved.said_at, statement.document),
            claim=self._claim.get(statement.id, ""),
            answers=tuple(self._answers.get(statement.id, ())),
            read_by="person" if statement.by else "machine",
        )

    def _voice(self, voice: Voice, text: ReleasedText, document: str) -> PublicVoice:
        return PublicVoice(
            name=self._sources.get(voice.source) or self._plain(voice.name, document),
            source=voice.source,
            work=voice.work_id,
            work_title=self._plain(voice.work, document),
            found=voice.found,
            attitude=voice.attitude,
            mention=text.span(voice.mention),
            cue=text.span(voice.cue),
        )

    def _roles(self, roles: Roles, document: str) -> Roles:
        return Roles(
            *(self._plain(words, document) for words in (roles.actor, roles.operator, roles.programme, roles.target))
        )

    def _quantity(self, quantity: Quantity | None, text: ReleasedText, document: str) -> PublicQuantity | None:
        if quantity is None:
            return None
        return PublicQuantity(
            interval=quantity.interval,
            value=quantity.value,
            words=text.words(quantity.span),
            qualifier=quantity.qualifier,
            unit=self._plain(quantity.unit, document),
            relation=quantity.relation,
            whole=self._plain(quantity.whole, document),
            rounded=quantity.rounded,
            flags=quantity.flags,
        )

    def _places(self, resolved: Resolved) -> Iterator[ResolvedPlace]:
        """The places of a statement, but for those that the name of a masked person was taken for."""
        document = resolved.statement.document
        for place in resolved.places:
            if self._plain(place.words, document) == place.words:
                yield replace(place, reason=self._plain(place.reason, document))

    def _period(self, period: Period | None, document: str) -> Period | None:
        return period and replace(period, words=self._plain(period.words, document))
