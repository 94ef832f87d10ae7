"""What an edition is made of: only what something released stands on; of the rest of the case, how much there is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from longarm.model.case import Case
from longarm.model.claims import Happening, Source
from longarm.model.documents import Work
from longarm.model.places import Place
from longarm.model.public import PublicClaim, PublicDocument, PublicStatement
from longarm.model.reconciliation import Reconciliation


@dataclass(frozen=True, slots=True)
class Within:
    """What something released refers to.

    Attributes:
        documents: ids of the documents that carry a released statement, or words that prove something of a released
            claim.
    """

    case: Case
    statements: tuple[PublicStatement, ...]
    claims: tuple[PublicClaim, ...]
    documents: frozenset[str]

    def works(self, works: Iterable[Work], documents: Iterable[PublicDocument]) -> tuple[Work, ...]:
        """Works of the released documents, and those that released statements rest on; without other documents."""
        used = {document.work for document in documents}
        used.update(voice.work for statement in self.statements for voice in statement.voices)
        used.update(origin.work for claim in self.claims for origin in claim.origins)
        return tuple(
            replace(work, documents=self._held(work.documents), cited_by=self._held(work.cited_by))
            for work in works
            if work.id in used
        )

    def places(
        self, places: Iterable[Place], told: Iterable[Happening], found: Reconciliation | None
    ) -> tuple[Place, ...]:
        """Places that something released names, and those that hold them."""
        used = {place.id for statement in self.statements for place in statement.places}
        used.update(one for statement in self.statements for place in statement.places for one in place.readings)
        used.update(one for claim in self.claims for one in claim.places)
        used.update(one for happening in told for one in (*happening.places, *happening.countries))
        used.update(bound.place_id for bound in (found.bounds if found else ()))
        known = tuple(places)
        used.update(parent for place in known if place.id in used for parent in place.parents)
        return tuple(place for place in known if place.id in used)

    def ownership(self, sources: Iterable[Source]) -> tuple[tuple[str, str], ...]:
        """(Owner, owned) of parties that speak in what is released, as the case lists them."""
        speaking = {name.casefold() for source in sources for name in (source.name, *source.aliases)}
        listed = self.case.settings.ownership
        return tuple((owner, owned) for owner, owned in listed if {owner.casefold(), owned.casefold()} & speaking)

    def _held(self, documents: Iterable[str]) -> tuple[str, ...]:
        return tuple(one for one in documents if one in self.documents)


def within(
    case: Case,
    statements: tuple[PublicStatement, ...],
    claims: tuple[PublicClaim, ...],
    document_of: Mapping[str, str],
) -> Within:
    """What an edition holds.

    Args:
        case: limited to what people let go.
        document_of: the document of each text, by their ids.
    """
    released = {claim.id for claim in claims}
    holds = {statement.document for statement in statements}
    for claim in case.weighed.claims:
        if claim.id in released:
            proof = [span for origin in claim.origins for spans in origin.proof for span in spans]
            proof += [span for drift in claim.drift for span in drift.marks]
            holds.update(document_of[span.text] for span in proof if span.text in document_of)
    return Within(case, statements, claims, frozenset(holds))
