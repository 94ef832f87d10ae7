"""One document as it stands at this moment: its text, and its statements with all decisions on them."""

from dataclasses import dataclass, replace

from longarm.desk.deciding import decide
from longarm.model.claims import Resolved
from longarm.model.documents import Document, TextLayer
from longarm.model.settled import Settled
from longarm.model.statements import Reading, Statement
from longarm.storage import browse, lookup
from longarm.storage.ledger import Ledger
from longarm.web.answers import Refused
from longarm.web.desk import Desk


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with what people decided in it; the weighed tables may still be behind.

    Attributes:
        layer: the text, None where nothing was read or typed.
        reading: the statements in force, None where there is no text.
    """

    document: Document
    layer: TextLayer | None
    reading: Reading | None
    settled: Settled

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements in force, in the order of the text."""
        return self.reading.statements if self.reading else ()


def paper(desk: Desk, id_: str) -> Paper:
    """The document of that id.

    Raises:
        Refused: there is none.
    """
    _, stands, settled = decide.of_documents(desk.paths.root, id_)
    if not stands.documents:
        raise Refused(404, "There is no such document in this case.")
    layer = next(iter(stands.layers), None)
    return Paper(stands.documents[0], layer, next(iter(stands.readings), None), settled)


def current(desk: Desk, ledger: Ledger, id_: str) -> tuple[Resolved, Paper]:
    """A statement as it stands, also where it was added, corrected or rejected since the last weighing.

    Raises:
        Refused: there is none.
    """
    weighed: Resolved | None = browse.one(ledger, "statements", id_)
    document = lookup.document_of(ledger, id_)
    told = [anchor for one in desk.decided(ledger).history(id_) for anchor in one.anchors if anchor.statement.id == id_]
    if not document and told:
        document = told[-1].statement.document
    if not document:
        raise Refused(404, "There is no such statement now; the document may have been read anew.")
    found = paper(desk, document)
    stands = next((one for one in found.statements if one.id == id_), None)
    said = stands or (told[-1].statement if told else weighed.statement if weighed else None)
    if not said:
        raise Refused(404, "There is no such statement now; the document may have been read anew.")
    return (replace(weighed, statement=_named(said, weighed.statement)) if weighed else Resolved(said)), found


def _named(said: Statement, weighed: Statement) -> Statement:
    """The statement with the source ids that the last weighing gave to voices which are still the same."""
    known = {(voice.name, voice.work): voice for voice in weighed.voices}
    voices = tuple(
        replace(voice, source=same.source, work_id=same.work_id)
        if (same := known.get((voice.name, voice.work)))
        else voice
        for voice in said.voices
    )
    return replace(said, voices=voices)
