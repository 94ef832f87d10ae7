"""Names for ids, and chains of voices in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from longarm.model.case import Case
from longarm.model.statements import Statement


@dataclass(frozen=True, slots=True)
class Names:
    """What people call the sources, places, works and documents of a case."""

    by_id: dict[str, str]

    @classmethod
    def of(cls, case: Case) -> "Names":
        """The names of everything in a case."""
        found = {
            document.id: document.title.value if document.title else document.path for document in case.state.documents
        }
        found |= {work.id: work.title or work.kind for work in case.weighed.works}
        found |= {place.id: place.name for place in case.weighed.places}
        found |= {source.id: source.name for source in case.weighed.sources}
        return cls(found)

    def numbered(self, case: Case, numbers: Mapping[str, str]) -> "Names":
        """The same names, but authors who are known by their document's title alone are called by its number.

        Args:
            numbers: document id to what it is called in a list ("D3").
        """
        unnamed = {document.id for document in case.state.documents if not document.publisher}
        authors = {
            author.source: numbers[one.statement.document]
            for one in case.weighed.resolved
            for author in one.statement.voices[:1]
            if author.found == "author" and author.source and one.statement.document in unnamed
        }
        return Names(self.by_id | authors)

    def __getitem__(self, id_: str) -> str:
        return self.by_id.get(id_, id_)

    def chain(self, statement: Statement) -> str:
        """Who says it, from the document inwards: `The Post -> Lantern Group -> officials`."""
        said = []
        for voice in statement.voices:
            name = self.by_id.get(voice.source, voice.name) or "the author"
            said.append(name if voice.attitude == "asserts" else f"{name} ({voice.attitude})")
        return " -> ".join(said)
