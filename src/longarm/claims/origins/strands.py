"""Which documents may share one unknown source: one outlet, owners, wire credits, reprints, translations, editions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from longarm.claims.context import Context
from longarm.claims.origins.credits import Credit, credits, known_names
from longarm.core.groups import Groups

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Strands:
    """Documents and the strand that each belongs to.

    Attributes:
        keys: document id to the key of its strand.
        credited: document id to the credits it gives.
        documents_of: source id to the documents it is the author of, in order.
    """

    keys: Mapping[str, Key] = field(default_factory=dict)
    credited: Mapping[str, tuple[Credit, ...]] = field(default_factory=dict)
    documents_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def strands(context: Context) -> Strands:
    """The strands of a case: documents that are not independent of each other, whatever they tell."""
    groups: Groups[Key] = Groups()
    parties = known_names(context.sources.values())
    credited: dict[str, tuple[Credit, ...]] = {}
    authored: dict[str, list[str]] = {}
    for document in context.documents:
        author = context.authors.get(document, "")
        authored.setdefault(author, []).append(document)
        groups.join(_party(author, context), ("document", document))
        if work := context.document_works.get(document):
            groups.join(("work", work), ("document", document))
        credited[document] = tuple(
            credits(context.passages.get(document, ()), context.filed.get(document, ()), parties, author)
        )
        for credit in credited[document]:
            key = _party(credit.source, context) if credit.source else ("name", credit.name)
            groups.join(key, ("document", document))
    keys = {document: groups.root(("document", document)) for document in context.documents}
    return Strands(keys, credited, {author: tuple(found) for author, found in authored.items()})


def _party(source: str, context: Context) -> Key:
    return "party", context.kinship.owner(source)
