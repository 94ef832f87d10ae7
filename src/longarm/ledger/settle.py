"""The state with what people decided in it: added, corrected and rejected statements, descriptions, transcripts.

What comes out flows into resolution and claims as if the machine had read it. A statement keeps the id it had when it
was first decided on, also where a newer reader gives it another.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping

from longarm.ledger.decidedtext import DecidedText
from longarm.ledger.decisions import latest, stand
from longarm.ledger.describe import described, transcribed
from longarm.model.case import State
from longarm.model.decisions import Decision, touches
from longarm.model.documents import Passage, TextLayer
from longarm.model.matters import Addition, Naming, Placing, Release, Reply, Review, Withholding
from longarm.model.settled import Dispute, Pending, Settled
from longarm.model.spans import Span
from longarm.model.statements import Reading

BY_HAND = "by hand"  # extractor of a reading that holds only what people added


def settle(state: State) -> tuple[State, Settled]:
    """The state as it is to be weighed and released, and what the decisions say beside that."""
    standing, disputes = stand(state.decisions)
    if not standing:
        return state, Settled(disputes=disputes)
    state = transcribed(described(state, standing), standing)
    layers = {layer.document: layer for layer in state.layers}
    readings = {reading.document: reading for reading in state.readings}
    by_document = _by_document(standing)
    texts = {
        document: DecidedText(layers[document], readings.get(document) or _empty(layers[document]), standing)
        for document in sorted(by_document)
        if document in layers
    }
    for document, text in texts.items():
        text.take(by_document[document])
        if text.statements or document in readings:
            readings[document] = text.reading()
    lost = [one for document in sorted(by_document) if document not in layers for one in by_document[document]]
    state = dataclasses.replace(state, readings=tuple(readings[document] for document in sorted(readings)))
    return state, _settled(standing, disputes, tuple(texts.values()), _without_text(lost, layers))


def settle_without_texts(state: State) -> tuple[State, Settled]:
    """As `settle`, for a state that was loaded without its texts: documents are as described, and nothing is looked for
    in a text, so nothing is pending."""
    standing, disputes = stand(state.decisions)
    return described(state, standing), _settled(standing, disputes, (), ())


def _without_text(lost: Iterable[Decision], layers: Mapping[str, TextLayer]) -> tuple[Pending, ...]:
    """Decisions on words of documents that have no text now, each once."""
    found = {}
    for one in lost:
        anchor = next((anchor for anchor in one.anchors if anchor.statement.document not in layers), None)
        if anchor:
            found[one.id] = Pending(one, anchor, "The document has no text that can be read now.")
    return tuple(found.values())


def _empty(layer: TextLayer) -> Reading:
    """A text that no extractor reads, with its blocks as passages."""
    passages = tuple(
        Passage(Span.of(layer.id, layer.text, block.start, block.end), "paragraph", page=block.page)
        for block in layer.blocks
    )
    return Reading(layer.id, layer.document, BY_HAND, passages)


def _by_document(standing: Iterable[Decision]) -> dict[str, list[Decision]]:
    """The decisions that speak of the words of each document, in order."""
    found: dict[str, list[Decision]] = defaultdict(list)
    for one in standing:
        documents = dict.fromkeys(anchor.statement.document for anchor in one.anchors)
        if isinstance(one.what, Addition):
            documents |= {one.what.statement.document: None}
        if isinstance(one.what, Placing):
            documents |= {one.what.document: None}
        for document in documents:
            found[document].append(one)
    return found


def _settled(
    standing: tuple[Decision, ...],
    disputes: tuple[Dispute, ...],
    texts: tuple[DecidedText, ...],
    lost: tuple[Pending, ...],
) -> Settled:
    last = latest(standing)
    in_force = [one for one in standing if all(last[touch] is one for touch in touches(one.what))]
    whats = [one.what for one in in_force]
    added = [one.what for one in standing if isinstance(one.what, Addition)]
    pending = (*(one for text in texts for one in text.pending), *lost)
    waiting = {one.decision.what.statement for one in pending if isinstance(one.decision.what, Review)}
    return Settled(
        standing=standing,
        disputes=disputes,
        pending=pending,
        reviews={
            what.statement: what.verdict for what in whats if isinstance(what, Review) and what.statement not in waiting
        },
        read={id_: raw for text in texts for id_, raw in text.raw.items()},
        reread=tuple(dict.fromkeys(id_ for text in texts for id_ in text.reread)),
        withheld=_withheld(in_force),
        released={what.claim: what.statements for what in whats if isinstance(what, Release) and what.holds},
        steps={what.statement.id: what.about for what in added if what.about},
        replies=tuple(what for what in whats if isinstance(what, Reply)),
        namings=_namings(standing),
    )


def _withheld(in_force: Iterable[Decision]) -> frozenset[str]:
    """Ids of what is withheld; a claim is with the statements that it had when it was decided."""
    found: set[str] = set()
    for one in in_force:
        if isinstance(one.what, Withholding) and one.what.holds:
            found |= {one.what.subject, *(anchor.statement.id for anchor in one.anchors)}
    return frozenset(found)


def _namings(standing: Iterable[Decision]) -> dict[str, tuple[Decision, ...]]:
    """Namings of one person add up; one that takes the name back takes all earlier ones back."""
    found: dict[str, list[Decision]] = defaultdict(list)
    for one in standing:
        if isinstance(one.what, Naming):
            found[one.what.name] = [*found[one.what.name], one] if one.what.holds else []
    return {name: tuple(named) for name, named in sorted(found.items()) if named}
