"""Sources as people have them: names joined, kept apart, or standing for nobody."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from longarm.core.hashing import keyed_id
from longarm.model.claims import Source
from longarm.resolution.sources import SourceIndex


@dataclass(frozen=True, slots=True)
class Naming:
    """A decision on names: they stand for one source (`same`), the first not for what the others do (`not-same`), or
    the only one for nobody (`nobody`).

    Attributes:
        reason: one sentence with who decided it.
    """

    names: tuple[str, ...]
    verdict: str
    reason: str = ""


def decided(index: SourceIndex, namings: Iterable[Naming], key: bytes) -> SourceIndex:
    """The sources with every decision on their names, in the order they were made.

    Args:
        key: the case's secret, for ids of names that were parted.
    """
    for naming in namings:
        if naming.verdict == "same":
            index = _joined(index, naming)
        elif naming.verdict == "nobody":
            index = _unnamed(index, naming)
        else:
            index = _parted(index, naming, key)
    return index


def _of(index: SourceIndex, name: str) -> list[Source]:
    folded = name.strip().casefold()
    return [
        source
        for source in index.sources
        if folded in (source.name.casefold(), *(alias.casefold() for alias in source.aliases))
    ]


def _joined(index: SourceIndex, naming: Naming) -> SourceIndex:
    found = {source.id: source for name in naming.names for source in _of(index, name)}
    if len(found) < 2:
        return index
    first = next(iter(found.values()))
    whole = dataclasses.replace(
        first, aliases=tuple(sorted({alias for source in found.values() for alias in (source.name, *source.aliases)}))
    )
    new = dict.fromkeys(found, first.id)
    kept = (whole if source.id == first.id else source for source in index.sources)
    reasons = index.reasons | {key: naming.reason for key, id_ in index.ids.items() if id_ in new and id_ != first.id}
    states = {new.get(id_, id_): state for id_, state in index.states.items()}
    groups = {new.get(id_, id_): new.get(group, group) for id_, group in index.speaks_for.items()}
    return SourceIndex(
        sources=tuple(source for source in kept if source.id not in new or source.id == first.id),
        ids={key: new.get(id_, id_) for key, id_ in index.ids.items()},
        authors={document: new.get(id_, id_) for document, id_ in index.authors.items()},
        states=states,
        reasons=reasons,
        speaks_for={id_: group for id_, group in groups.items() if id_ != group},
        officials=frozenset(new.get(id_, id_) for id_ in index.officials),
        joint={new.get(id_, id_): tuple(new.get(one, one) for one in parts) for id_, parts in index.joint.items()},
    )


def _unnamed(index: SourceIndex, naming: Naming) -> SourceIndex:
    gone = {source.id for source in _of(index, naming.names[0])}
    sources = (
        dataclasses.replace(source, kind="collective") if source.id in gone else source for source in index.sources
    )
    return dataclasses.replace(index, sources=tuple(sources))


def _parted(index: SourceIndex, naming: Naming, key: bytes) -> SourceIndex:
    """Each name but the first leaves the source that it shares with the first."""
    for name in naming.names[1:]:
        shared = {source.id: source for source in _of(index, naming.names[0])}
        for source in _of(index, name):
            if source.id in shared:
                index = _without(index, source, name, key, naming.reason)
    return index


def _without(index: SourceIndex, source: Source, name: str, key: bytes, reason: str) -> SourceIndex:
    folded = name.strip().casefold()
    own = tuple(alias for alias in source.aliases if alias.casefold() == folded) or (name,)
    rest = tuple(alias for alias in source.aliases if alias.casefold() != folded)
    new = Source(keyed_id(key, "src", "parted", name), own[0], source.kind, own)
    old = dataclasses.replace(
        source, aliases=rest, name=rest[0] if source.name.casefold() == folded and rest else source.name
    )
    moved = {one: new.id for one, id_ in index.ids.items() if id_ == source.id and one[1].casefold() == folded}
    return dataclasses.replace(
        index,
        sources=(*(old if one.id == source.id else one for one in index.sources), new),
        ids=index.ids | moved,
        reasons=index.reasons | dict.fromkeys(moved, reason),
    )
