"""Scores of text reuse on planted derivations and on hard unrelated pairs: same topic, same facts, other words."""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bench.planted.derive import KINDS, data, derive
from longarm.claims.reuse.find import find
from longarm.claims.reuse.pieces import pieces
from longarm.core.hashing import sha256
from longarm.model.documents import Document, Passage
from longarm.model.periods import Period
from longarm.model.spans import Span


@dataclass(frozen=True, slots=True)
class Pair:
    """An earlier and a later text, and how the later was made (`unrelated`: independently)."""

    kind: str
    source: str
    text: str


def planted(count: int, seed: int = 1) -> Iterator[Pair]:
    """So many derivations of each kind, and as many unrelated pairs."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, protects nothing
    tellings = data()["tellings"]
    topics = sorted(tellings)
    for kind in (*KINDS, "unrelated"):
        for number in range(count):
            filled = _slots(chance)
            topic = topics[number % len(topics)]
            source, other = chance.sample(range(len(tellings[topic])), 2)
            text = tellings[topic][source].format(**filled)
            beside = tellings[topic][other].format(**filled)
            yield Pair(kind, text, beside if kind == "unrelated" else derive(kind, text, beside, chance))


def score(count: int, seed: int = 1) -> dict[str, dict[str, float]]:
    """Recall of each kind, the share of false alarms, and F1 of each kind against as many unrelated pairs."""
    hits: dict[str, list[bool]] = defaultdict(list)
    for pair in planted(count, seed):
        hits[pair.kind].append(is_found(pair))
    false = sum(hits["unrelated"])
    result = {"unrelated": {"false alarms": false / len(hits["unrelated"])}}
    for kind in KINDS:
        true = sum(hits[kind])
        f1 = 2 * true / (true + false + len(hits[kind]))
        result[kind] = {"recall": true / len(hits[kind]), "F1": round(f1, 4)}
    return result


def is_found(pair: Pair) -> bool:
    """Whether any reuse is found between the two texts of a pair alone."""
    read = pieces({"a": _passage("a", pair.source), "b": _passage("b", pair.text)})
    return bool(find(read, [_doc("a", 1), _doc("b", 2)]))


def _passage(text: str, words: str) -> tuple[Passage, ...]:
    return (Passage(Span(text, 0, len(words), words), "paragraph"),)


def _doc(name: str, day: int) -> Document:
    date = f"2023-01-{day:02d}"
    return Document(name, sha256(name.encode()), "text/plain", name, 0, published=Period(date, date, "day"))


def _slots(chance: random.Random) -> dict[str, str]:
    filled = {name: chance.choice(values) for name, values in sorted(data()["slots"].items())}
    return filled | {"n": str(chance.randrange(11, 300)), "m": str(chance.randrange(4, 60))}
