"""One source for every party that speaks in a case, under all its names, with the reason for each joining."""

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from longarm.core.groups import Groups
from longarm.core.hashing import keyed_id
from longarm.model.claims import Source
from longarm.model.documents import Document
from longarm.model.statements import Reading
from longarm.resolution import acronyms, parties
from longarm.resolution.affiliations import Affiliation, affiliations
from longarm.resolution.mentions import Key, Mention, place
from longarm.resolution.states import States


@dataclass(frozen=True, slots=True)
class SourceIndex:
    """The sources of a case and which names stand for which.

    Attributes:
        sources: in the order of their first mention.
        ids: (document id, name as the reading gives it) to source id.
        authors: document id to the source id of its author.
        states: source id to the ISO code of its state, for governments, their offices and who speaks for them.
        reasons: (document id, name) to why the name stands for the source.
        speaks_for: source id to that of the organisation or office which the words around the name say it speaks for.
        officials: ids of sources that hold or speak for an office.
        joint: ids of sources that are several parties who speak together, to the ids of each.
    """

    sources: tuple[Source, ...]
    ids: dict[tuple[str, str], str]
    authors: dict[str, str]
    states: dict[str, str]
    reasons: dict[tuple[str, str], str] = field(default_factory=dict)
    speaks_for: dict[str, str] = field(default_factory=dict)
    officials: frozenset[str] = frozenset()
    joint: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, document: str, name: str) -> str:
        """The source id of a name in a document; the document's author where the name is empty."""
        return self.ids.get((document, name)) or self.authors.get(document, "")


def resolve(documents: Sequence[Document], readings: Iterable[Reading], states: States, key: bytes) -> SourceIndex:
    """The sources of documents, in the documents' order.

    Args:
        documents: of the case, in order; each has an author: its publisher, or an unnamed outlet of its own.
        readings: of these documents, with the voices chained inside each text.
        states: names and adjectives of states.
        key: the case's secret, for ids.
    """
    by_document = {reading.document: reading for reading in readings}
    mentions: dict[tuple[str, str], Mention] = {}
    for document in documents:
        for mention in parties.mentions(document, by_document.get(document.id), states):
            known = mentions.setdefault((mention.document, mention.words), mention)
            known.count += 1
            known.as_author = known.as_author or mention.as_author
    in_order = [by_document[document.id] for document in documents if document.id in by_document]
    groups_of = affiliations(in_order, mentions, states)
    found = list(mentions.values())
    defined = acronyms.definitions(in_order)
    groups = place(found, defined, states)
    index = _with_affiliations(_index(found, groups, documents, states, key), groups_of)
    return _with_joint(index, found, in_order)


def _with_joint(index: SourceIndex, mentions: Iterable[Mention], readings: Iterable[Reading]) -> SourceIndex:
    """The index with who speaks together: for one of them that speaks in the case by itself, if there is one, so that
    the words of both are not counted beside its own."""
    alone = set(index.authors.values())
    alone |= {index.of(one.document, name) for one in readings for name in parties.spoken(one)}
    joint: dict[str, tuple[str, ...]] = {}
    speaks_for = dict(index.speaks_for)
    kinds = {source.id: source.kind for source in index.sources}
    for mention in (one for one in mentions if one.parties):
        whole = index.of(mention.document, mention.words)
        parts = tuple(index.of(mention.document, words) for words in mention.parties)
        joint.setdefault(whole, parts)
        known = [part for part in parts if kinds[part] != "collective"]
        if known:
            speaks_for[whole] = next((part for part in known if part in alone), known[0])
    return dataclasses.replace(index, joint=joint, speaks_for=speaks_for)


def _with_affiliations(index: SourceIndex, groups_of: Mapping[tuple[str, str], Affiliation]) -> SourceIndex:
    """The index with whom each source speaks for; who is said to speak for several speaks for the first.

    A title that several people bear ("Minister") is no party that they all speak for.
    """
    found: dict[str, str] = {}
    bearers: dict[str, set[str]] = defaultdict(set)
    for (document, name), group in groups_of.items():
        speaker, party = index.ids[document, name], index.ids[document, group.words]
        if speaker != party:
            found.setdefault(speaker, party)
            bearers[party].update([speaker] if group.is_title else [])
    of_states = {one: index.states[party] for one, party in found.items() if party in index.states}
    kinds = {source.id: source.kind for source in index.sources}
    return dataclasses.replace(
        index,
        speaks_for={one: party for one, party in found.items() if len(bearers[party]) < 2},
        states=of_states | index.states,
        officials=frozenset(one for one, party in found.items() if kinds[party] == "government"),
    )


def _index(
    mentions: list[Mention], groups: Groups[Key], documents: Sequence[Document], states: States, secret: bytes
) -> SourceIndex:
    members: dict[Key, list[Mention]] = defaultdict(list)
    for mention in mentions:
        members[groups.root(mention.key)].append(mention)
    sources: list[Source] = []
    ids: dict[tuple[str, str], str] = {}
    authors: dict[str, str] = {}
    belongs: dict[str, str] = {}
    reasons: dict[tuple[str, str], str] = {}
    for root, group in members.items():
        source = _source(root, group, states, secret)
        sources.append(source)
        state = next((code for m in group if len(code := _state(m)) == 2), "")
        if state:
            belongs[source.id] = state
        for mention in group:
            ids[mention.document, mention.words] = source.id
            reasons[mention.document, mention.words] = mention.reason or _same_writing(mention, source)
            if mention.as_author:
                authors[mention.document] = source.id
    for document in documents:
        if document.id not in authors:
            source = _unnamed(document, secret)
            sources.append(source)
            authors[document.id] = source.id
    return SourceIndex(tuple(sources), ids, authors, belongs, reasons)


def _state(mention: Mention) -> str:
    """The state of a government, an office, officials or an agency known by its letters, by its code; else empty."""
    if mention.key[0] in ("government", "office"):
        return mention.key[1]
    return mention.name.state if mention.name.kind in ("office", "collective") else ""


def _source(root: Key, group: list[Mention], states: States, secret: bytes) -> Source:
    aliases = Counter[str]()
    for mention in group:
        aliases[mention.words] += mention.count
    kind = {"office": "government", "name": "organisation", "acronym": "organisation"}.get(root[0], root[0])
    kind = "organisation" if kind == "joint" else kind
    kind = "government" if kind == "organisation" and any(map(_state, group)) else kind
    if kind == "organisation" and all(mention.as_author for mention in group):
        kind = "outlet"
    name = max((mention.bare for mention in group), key=len) or _best(group, aliases)
    if root[0] == "government":
        name = f"Government of {states.name(root[1])}"
    first = group[0].key
    return Source(keyed_id(secret, "src", *first), name, kind, tuple(sorted(aliases)))


def _best(group: list[Mention], aliases: Counter[str]) -> str:
    """The fullest of the forms that are written most: with its state, no short form, without the article."""
    stated = {mention.words: bool(mention.name.state) and not mention.name.is_acronym for mention in group}
    short = {mention.words: mention.name.is_acronym for mention in group}
    size = {mention.words: len(mention.name.squashed) for mention in group}
    fullest = max(size.values())
    best = min(
        aliases,
        key=lambda words: (
            not stated[words],
            short[words],
            size[words] < fullest - 1,
            -aliases[words],
            -len(words),
            words,
        ),
    )
    best = best.removeprefix("the ").removeprefix("The ")
    is_titled = any(m.as_author and m.words == f"The {best}" for m in group)
    is_titled = is_titled or (group[0].key[0] == "name" and any(m.has_article and m.words == best for m in group))
    return f"The {best}" if is_titled else best


def _same_writing(mention: Mention, source: Source) -> str:
    if mention.words == source.name:
        return "Named so."
    if mention.key[0] == "government":
        return "Words for the government of that state."
    return "The same name but for writing (case, spaces, article, legal form or one letter)."


def _unnamed(document: Document, secret: bytes) -> Source:
    title = document.title.value if document.title else document.path
    return Source(keyed_id(secret, "src", "author", document.id), f"the author of “{title}”", "outlet")
