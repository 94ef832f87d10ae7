"""A text with decisions set against what the machine read in it: what was decided on is found again, or waits."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from longarm.ledger.attach import Unplaced, find, moved, mover
from longarm.ledger.decisions import latest
from longarm.model.decisions import Anchor, Decision
from longarm.model.documents import TextLayer
from longarm.model.matters import Addition, Attach, Correction, Placing, Review
from longarm.model.settled import Pending
from longarm.model.spans import Span
from longarm.model.statements import PlaceMention, Reading, Statement, Toponym

OVERLAP = 0.5  # share of the shorter span from which two readings of one kind are of the same words


@dataclass(slots=True)
class DecidedText:
    """The statements of one text while decisions are set against them.

    Attributes:
        made: the reading of the machine.
        standing: all decisions of the case that stand, in order.
        statements: id to the statement in force; rejected ones are taken out at the end.
        raw: id to the statement as it is read in this text, before what people changed.
        names: id of a statement in this reading to the id under which it was decided on.
        gone: ids of the rejected.
        reread: ids of what stands as it was read when it was decided on, and is read otherwise now.
        pending: decisions that wait, because the place of their words is doubtful.
    """

    layer: TextLayer
    made: Reading
    standing: Sequence[Decision]
    statements: dict[str, Statement] = field(default_factory=dict)
    raw: dict[str, Statement] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    reread: list[str] = field(default_factory=list)
    pending: list[Pending] = field(default_factory=list)

    def take(self, decisions: Sequence[Decision]) -> None:
        """Sets the decisions against the reading, in order."""
        self.statements = {statement.id: statement for statement in self.made.statements}
        attached = {one.what.statement: one.what for one in self.standing if isinstance(one.what, Attach)}
        last = latest(self.standing)
        for one in decisions:
            if isinstance(one.what, Addition) and one.what.statement.document == self.layer.document:
                self._add(one, attached.get(one.what.statement.id))
            for anchor in one.anchors:
                if anchor.statement.document == self.layer.document:
                    self._anchor(one, anchor, attached.get(anchor.statement.id))
        for one in decisions:
            self._apply(one, last)

    def _add(self, one: Decision, attach: Attach | None) -> None:
        if not isinstance(one.what, Addition):
            return
        statement = dataclasses.replace(one.what.statement, by=one.by)
        placed = self._placed(one, Anchor(statement, *_around(one)), attach)
        if placed:
            self.statements[statement.id] = placed
            self.raw.setdefault(statement.id, placed)

    def _anchor(self, one: Decision, anchor: Anchor, attach: Attach | None) -> None:
        """Finds the statement of an anchor in this reading, gives it the id of the anchor, or brings it back."""
        known = anchor.statement.id
        if anchor.statement.by or (known in self.raw and not _freezes(one)):
            return
        read = self.statements.get(known)
        if read and read.span == anchor.statement.span:
            self.raw.setdefault(known, read)
            self._freeze(one, anchor.statement)
            return
        placed = self._placed(one, anchor, attach)
        if not placed:
            return
        here = self._twin(placed) if known not in self.raw else ""
        if here:
            self.raw[known] = dataclasses.replace(self.statements.pop(here), id=known)
            self.names[here] = known
            self.statements[known] = self.raw[known]
        if _freezes(one):
            self.raw.setdefault(known, placed)
            self._freeze(one, placed)

    def _freeze(self, one: Decision, placed: Statement) -> None:
        """What was accepted or corrected stands as it was read then."""
        if not _freezes(one):
            return
        raw = self.raw[placed.id]
        kept = dataclasses.replace(placed, passage=raw.passage, order=raw.order, part_of=raw.part_of)
        if kept != raw:
            self.reread.append(placed.id)
        self.statements[placed.id] = kept

    def _placed(self, one: Decision, anchor: Anchor, attach: Attach | None) -> Statement | None:
        """The statement of an anchor over this text; None where that is doubtful, and the decision waits."""
        span = anchor.statement.span
        if attach and attach.text == self.layer.id:
            there = Span.of(self.layer.id, self.layer.text, attach.start, attach.end)
        else:
            found = find(anchor, self.layer)
            if found.span is None or not found.is_sure:
                self.pending.append(Pending(one, anchor, found.reason, found.span))
                return None
            there = found.span
        try:
            return moved(anchor.statement, mover(span, there, self.layer))
        except Unplaced as error:
            self.pending.append(Pending(one, anchor, str(error), there))
            return None

    def _twin(self, placed: Statement) -> str:
        """The id of the statement that this reading has in the place of another, empty where it has none."""
        if placed.id in self.statements and self.statements[placed.id].span.overlaps(placed.span):
            return placed.id
        best = ("", 0.0)
        for one in self.made.statements:
            if one.id not in self.statements or one.kind != placed.kind or one.id in self.raw:
                continue
            share = _overlap(one.span, placed.span) + (one.measure == placed.measure) + _same_number(one, placed)
            if _overlap(one.span, placed.span) >= OVERLAP and share > best[1] and not _other_number(one, placed):
                best = (one.id, share)
        return best[0]

    def _apply(self, one: Decision, last: Mapping[tuple[str, str], Decision]) -> None:
        match one.what:
            case Correction(statement=id_, fields=fields, to=to) if id_ in self.statements:
                now = [name for name in fields if last[id_, name] is one]
                self._correct(one, id_, now, to)
            case Review(statement=id_, verdict=verdict) if last[id_, "review"] is one and verdict != "accepted":
                self.gone.add(id_)
            case Placing(document=document, words=words, place=place) if document == self.layer.document:
                if last[document, f"place {words}"] is one:
                    self._place(words, place, one)

    def _correct(self, one: Decision, id_: str, fields: Sequence[str], to: Statement) -> None:
        old = self.statements[id_]
        values = {name: getattr(to, name) for name in fields}
        try:
            if to.span.text != self.layer.id and fields:
                origin = next(a.statement.span for a in one.anchors if a.statement.id == id_)
                move = mover(origin, self.raw[id_].span, self.layer)
                values = {name: moved(value, move) for name, value in values.items()}
        except Unplaced as error:
            self.pending.append(Pending(one, one.anchors[0], str(error), old.span))
            return
        self.statements[id_] = dataclasses.replace(old, **values, by=one.by)

    def _place(self, words: str, place: str, one: Decision) -> None:
        why = f"{one.by} chose it{': ' + one.why if one.why else ''}"

        def chosen(toponym: Toponym) -> Toponym:
            if toponym.span.words != words:
                return toponym
            return dataclasses.replace(toponym, place=place, readings=(), reason=why)

        for id_, statement in self.statements.items():
            places = tuple(PlaceMention(chosen(one.toponym), one.role) for one in statement.places)
            if places != statement.places:
                self.statements[id_] = dataclasses.replace(statement, places=places)
        toponyms = tuple(chosen(toponym) for toponym in self.made.toponyms)
        self.made = dataclasses.replace(self.made, toponyms=toponyms)

    def _passage(self, span: Span) -> int:
        for index, passage in enumerate(self.made.passages):
            if passage.span.start <= span.start < passage.span.end:
                return index
        return 0

    def reading(self) -> Reading:
        """The reading as it stands: in the order of the text."""
        kept = [one for id_, one in self.statements.items() if id_ not in self.gone]
        kept.sort(key=lambda one: (one.span.start, one.span.end, one.order, one.id))
        renamed = {id_: self.names.get(id_, id_) for one in kept for id_ in one.part_of}
        present = {one.id for one in kept}
        return dataclasses.replace(
            self.made,
            statements=tuple(
                dataclasses.replace(
                    one,
                    passage=self._passage(one.span),
                    order=order,
                    part_of=tuple(renamed[id_] for id_ in one.part_of if renamed[id_] in present),
                )
                for order, one in enumerate(kept)
            ),
        )


def _around(one: Decision) -> tuple[str, str, int | None]:
    """The context of an added statement, which is kept as its last anchor."""
    if isinstance(one.what, Addition):
        for anchor in one.anchors:
            if anchor.statement.id == one.what.statement.id:
                return anchor.before, anchor.after, anchor.page
    return "", "", None


def _freezes(one: Decision) -> bool:
    """Whether a decision holds a statement to the reading it was made on."""
    return isinstance(one.what, Correction) or (isinstance(one.what, Review) and one.what.verdict == "accepted")


def _overlap(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / max(1, min(len(one.words), len(other.words)))


def _same_number(one: Statement, other: Statement) -> bool:
    return one.quantity is not None and other.quantity is not None and one.quantity.value == other.quantity.value


def _other_number(one: Statement, other: Statement) -> bool:
    """Two figures over other digits of one clause are two statements."""
    return (
        one.quantity is not None and other.quantity is not None and not one.quantity.span.overlaps(other.quantity.span)
    )
