"""Who repeats whom: parties that pass on what others say, and rings in which nobody speaks first."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from longarm.core.groups import Groups
from longarm.model.claims import Source
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.graphs import Edge, Graph, Node, draw
from longarm.publication.site.rests import source_path

_MOST = 24  # parties in the picture, those most tied to others
_COLUMNS = 3  # more would be too small to read
Pair = tuple[str, str]


class Repeats:
    """Which parties of a dossier pass on what which others say."""

    def __init__(self, dossier: Dossier) -> None:
        self._d = dossier

    @cached_property
    def counts(self) -> Mapping[Pair, int]:
        """(who repeats, who is repeated) by source id: in how many statements."""
        found: Counter[Pair] = Counter()
        for statement in self._d.case.statements:
            chain = [voice.source for voice in statement.voices if voice.source in self._d.sources]
            found.update({pair for pair in itertools.pairwise(chain) if pair[0] != pair[1]})
        return found

    def by(self, source: Source) -> tuple[tuple[Source, int], ...]:
        """Whom a party repeats, the most first."""
        return tuple(self._sided[0].get(source.id, ()))

    def of(self, source: Source) -> tuple[tuple[Source, int], ...]:
        """Who repeats a party, the most first."""
        return tuple(self._sided[1].get(source.id, ()))

    @cached_property
    def rings(self) -> tuple[tuple[Source, ...], ...]:
        """Parties that repeat one another in a circle: none of them confirms the others."""
        onward = _onward(self.counts)
        reached = {name: _reached(name, onward) for name in onward}
        groups: Groups[str] = Groups()
        for name in sorted(reached):
            for other in sorted(reached[name]):
                if other != name and name in reached.get(other, ()):
                    groups.join(name, other)
        rings = (tuple(sorted((self._d.sources[one] for one in ring), key=_by_name)) for ring in groups.members())
        return tuple(sorted((ring for ring in rings if len(ring) > 1), key=lambda ring: _by_name(ring[0])))

    @cached_property
    def graph(self) -> Graph | None:
        """The parties most tied to others, each to the left of whom it repeats; None where nobody repeats anybody."""
        weight: Counter[str] = Counter()
        for pair, count in self.counts.items():
            weight.update(dict.fromkeys(pair, count))
        if not weight:
            return None
        chosen = set(sorted(weight, key=lambda name: (-weight[name], name))[:_MOST])
        pairs = sorted(pair for pair in self.counts if chosen.issuperset(pair))
        layers = _layers({name for pair in pairs for name in pair}, pairs)
        columns: list[list[Node]] = [[] for _ in range(_COLUMNS)]
        for name in sorted(layers, key=lambda one: (-weight[one], one)):
            columns[layers[name]].append(self._node(name))
        ringed = {source.id: at for at, ring in enumerate(self.rings) for source in ring}
        edges = [
            Edge(who, whom, "ring" if who in ringed and ringed.get(who) == ringed.get(whom) else "plain")
            for who, whom in pairs
        ]
        drawn = draw([column for column in columns if column], edges)
        return Graph(drawn.boxes, drawn.lines, drawn.width, drawn.height, len(weight) - len(drawn.boxes))

    @cached_property
    def _sided(self) -> tuple[dict[str, list[tuple[Source, int]]], dict[str, list[tuple[Source, int]]]]:
        sides: tuple[dict[str, list[tuple[Source, int]]], ...] = (defaultdict(list), defaultdict(list))
        for pair, count in sorted(self.counts.items(), key=lambda item: (-item[1], item[0])):
            for side in (0, 1):
                sides[side][pair[side]].append((self._d.sources[pair[1 - side]], count))
        return sides[0], sides[1]

    def _node(self, name: str) -> Node:
        source = self._d.sources[name]
        kind = "unknown" if source.kind in ("collective", "unknown") else "party"
        return Node(name, source.name, kind, source_path(name))


def _by_name(source: Source) -> Pair:
    return source.name, source.id


def _onward(pairs: Iterable[Pair]) -> dict[str, list[str]]:
    onward: dict[str, list[str]] = defaultdict(list)
    for who, whom in sorted(pairs):
        onward[who].append(whom)
    return onward


def _reached(name: str, onward: Mapping[str, list[str]]) -> frozenset[str]:
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        for other in onward.get(waiting.pop(), ()):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return frozenset(seen)


def _layers(names: Iterable[str], pairs: Iterable[Pair]) -> dict[str, int]:
    """The column of each party: left of everybody whom it repeats; a line that closes a ring does not count."""
    onward = _onward(pairs)
    steps: dict[str, int] = {}
    passing: set[str] = set()

    def below(name: str) -> int:
        if name not in steps:
            passing.add(name)
            found = [below(other) + 1 for other in onward.get(name, ()) if other not in passing]
            passing.discard(name)
            steps[name] = min(max(found, default=0), _COLUMNS - 1)
        return steps[name]

    return {name: _COLUMNS - 1 - below(name) for name in sorted(names)}
