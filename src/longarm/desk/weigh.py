"""The whole case weighed: resolution and claims joined, on the gazetteer and the codebook."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from longarm.claims import weigh as claims
from longarm.claims.context import Context, Measure
from longarm.claims.kinship import Kinship, kinship
from longarm.claims.origins import credits
from longarm.claims.words import has_name
from longarm.codebook import loader as codebook
from longarm.core import collecting
from longarm.core.groups import Groups
from longarm.desk.deciding import rulings
from longarm.desk.states import world_states
from longarm.ledger.decisions import stand
from longarm.model.case import State, Weighed
from longarm.model.claims import Judgement, Resolved, Source
from longarm.model.documents import Document, TextLayer
from longarm.model.places import WORLD, Place
from longarm.model.spans import Span
from longarm.model.statements import Reading
from longarm.places import gazetteer
from longarm.resolution import names, namesakes, sources, statements, works
from longarm.resolution.decided import Naming, decided
from longarm.resolution.people import doubles
from longarm.resolution.sources import SourceIndex
from longarm.resolution.states import States
from longarm.resolution.works import WorkIndex


@collecting.put_off()
def weigh(
    state: State, key: bytes, ownership: Sequence[tuple[str, str]] = (), decisions: Iterable[Judgement] = ()
) -> Weighed:
    """What the statements of a case add up to; the same for the same documents and readings, however they are ordered.

    Args:
        state: the fold of the ledger, settled (`ledger.settle`); times of entries play no part.
        key: the case's secret, which ids are made with.
        ownership: (owner, owned) names of parties that are not independent of each other.
        decisions: a person's judgements of pairs of statements, the latest first.
    """
    documents = sorted(state.documents, key=lambda document: (document.path, document.id))
    readings = {reading.document: reading for reading in sorted(state.readings, key=lambda r: (r.document, r.text))}
    known = [document for document in documents if document.id in readings]
    states = world_states()
    in_order = [readings[document.id] for document in known]
    standing, _ = stand(state.decisions)
    source_index = decided(sources.resolve(documents, in_order, states, key), rulings.namings(standing), key)
    work_index = works.resolve(documents, in_order, source_index, key)
    items = _resolved(known, readings, source_index, work_index)
    places = _places(items)
    context = dataclasses.replace(
        _context(documents, items, source_index, work_index, places, states),
        passages={reading.document: reading.passages for reading in in_order},
        filed=_filed(in_order, state.layers),
        kinship=_kinship(source_index, rulings.ownership(standing, ownership), rulings.namings(standing)),
        citing=_citing(in_order, work_index),
    )
    told, found = claims.weigh(items, context, key, decisions, rulings.rulings(standing))
    return Weighed(
        sources=source_index.sources,
        works=work_index.works,
        resolved=items,
        claims=told,
        places=tuple(places[identity] for identity in sorted(places)),
        happenings=found,
    )


def owners(known: Sequence[Source], ownership: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Source ids to one key for all parties that an ownership table joins, also through owners not in the case."""
    groups: Groups[str] = Groups()
    named: dict[str, list[str]] = defaultdict(list)
    for source in known:
        for alias in (source.name, *source.aliases):
            named[credits.plain(alias)].append(source.id)
    joined: set[str] = set()
    for longer, shorter in _described(known):
        groups.join(shorter, longer)
        joined |= {shorter, longer}
    for owner, owned in ownership:
        forms = [credits.plain(owner), credits.plain(owned)]
        members = [*(f"name {form}" for form in forms), *(identity for form in forms for identity in named[form])]
        for member in members[1:]:
            groups.join(members[0], member)
        joined.update(member for member in members if not member.startswith("name "))
    return {identity: groups.root(identity) for identity in sorted(joined)}


def _kinship(sources: SourceIndex, ownership: Iterable[tuple[str, str]], namings: Iterable[Naming]) -> Kinship:
    """Which parties of a case are not proved to be independent of each other."""
    alike = doubles(sources.sources, rulings.parted(namings))
    owned = owners([source for source in sources.sources if source.id not in sources.joint], ownership)
    spoken, offices = sources.speaks_for, sources.officials
    return kinship(sources.sources, sources.states, spoken, owned, offices, alike.groups, alike.doubts)


def _described(known: Iterable[Source]) -> Iterable[tuple[str, str]]:
    """Parties whose name holds the whole name of an organisation ("European NGO Harbour Watch"): not proved apart."""
    names = {credits.plain(source.name): source.id for source in known if source.kind == "organisation"}
    for source in (one for one in known if one.aliases):  # the title of a text without a publisher is no name
        words, identity = credits.plain(source.name).split(), source.id
        for size in range(2, len(words)):
            for start in range(len(words) - size + 1):
                other = names.get(" ".join(words[start : start + size]))
                if other is not None:
                    yield identity, other


def _filed(readings: Iterable[Reading], layers: Iterable[TextLayer]) -> dict[str, tuple[Span, ...]]:
    """The datelines of each document, where it has any."""
    known = {layer.id: layer for layer in layers}
    read = ((one, known[one.text]) for one in readings if one.text in known)
    found = {one.document: tuple(credits.datelines(one.passages, layer)) for one, layer in read}
    return {document: spans for document, spans in found.items() if spans}


def _citing(readings: Iterable[Reading], works: WorkIndex) -> dict[tuple[str, str], Span]:
    """The first words by which each document cites each work; titles go before descriptions."""
    found: dict[tuple[str, str], Span] = {}
    for reading in readings:
        for cited in sorted(reading.works, key=lambda work: not work.title):
            if work := works.of(reading.document, "", cited.title or cited.span.words):
                found.setdefault((reading.document, work), cited.span)
    return found


def _citations(works: WorkIndex) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for work in works.works:
        for document in work.cited_by:
            found[document].add(work.id)
    return {document: frozenset(cited) for document, cited in found.items()}


def _resolved(
    documents: Sequence[Document], readings: Mapping[str, Reading], sources: SourceIndex, works: WorkIndex
) -> tuple[Resolved, ...]:
    place = gazetteer.load().place
    called = {document.id: namesakes.names(readings[document.id]) for document in documents}
    return tuple(
        namesakes.without_namesakes(found, called[document.id], readings[document.id])
        for document in documents
        for statement in sorted(readings[document.id].statements, key=lambda s: (s.order, s.span.start, s.id))
        for found in (statements.resolve(statement, document, sources, works, place),)
    )


def _places(items: Iterable[Resolved]) -> dict[str, Place]:
    """Every place that a statement names, the places that hold it, and the world, by id."""
    atlas = gazetteer.load()
    named = {place.id for item in items for place in item.places if place.id} | {WORLD}
    found = {identity: place for identity in named if (place := atlas.place(identity))}
    above = {parent for place in found.values() for parent in place.parents} - found.keys()
    return found | {identity: place for identity in above if (place := atlas.place(identity))}


def _context(
    documents: Sequence[Document],
    items: Iterable[Resolved],
    sources: SourceIndex,
    works: WorkIndex,
    places: Mapping[str, Place],
    states: States,
) -> Context:
    parties = _parties(items, sources, states)
    names_of = {source.id: source.name for source in sources.sources}
    codes = {party for party in parties.values() if len(party) == 2} | set(sources.states.values())
    return Context(
        documents={document.id: document for document in documents},
        sources={source.id: source for source in sources.sources},
        states=sources.states,
        authors=sources.authors,
        told_apart=_told_apart(sources),
        works={work.id: work for work in works.works},
        document_works=works.documents,
        retracted=works.retracted,
        corrected=works.corrected,
        places=places,
        parties=parties,
        party_names={code: states.name(code) for code in sorted(codes)} | names_of,
        methods={method.id: method.label[0].lower() + method.label[1:] for method in codebook.methods()}
        | {response.id: response.label[0].lower() + response.label[1:] for response in codebook.responses()},
        citations=_citations(works),
        measures={m.id: Measure(m.id, m.label, m.kind, m.question) for m in codebook.measures()},
    )


def _told_apart(sources: SourceIndex) -> frozenset[tuple[str, str]]:
    """(document id, source id) where the document itself names the party, or is published by it."""
    kinds = {source.id: source.kind for source in sources.sources}
    named = {(document, source) for (document, words), source in sources.ids.items() if has_name(words)}
    return frozenset(
        (document, source)
        for document, source in named | set(sources.authors.items())
        if kinds[source] not in ("collective", "unknown")
    )


def _parties(items: Iterable[Resolved], sources: SourceIndex, states: States) -> dict[str, str]:
    """Who the words of roles stand for: a state for its government and offices, else a source of the case, else a name.

    Words that stand for several sources of the case are told by their words alone.
    """
    spoken: dict[str, set[str]] = defaultdict(set)
    kinds = {source.id: source.kind for source in sources.sources}
    for (_, words), source in sources.ids.items():
        if kinds[source] != "collective":
            spoken[words].add(sources.states.get(source, source))
    found: dict[str, str] = {}
    for item in items:
        roles = item.statement.roles
        for words in (roles.actor, roles.operator):
            if words and words not in found:
                known = spoken.get(words, set())
                found[words] = next(iter(known)) if len(known) == 1 else names.party(words, states)
    return found
