"""Derivations of texts: copies, cuts, swaps and rewrites, the same for the same chance."""

import random
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from longarm.claims.reuse.pieces import sentences

LIGHT, HEAVY = 0.25, 0.6  # share of the words with a synonym that a rewrite changes
KINDS = ("verbatim", "shortened", "reordered", "light", "heavy", "mixed")
_CLAUSE = re.compile(r"(?<=[,;])\s+(?=(?:and|but|which|who|that|after|when|because|although|from|in|by|with)\b)")
_LEAD = re.compile(r"^((?:In|Since|After|Between|Last|On|With|For|According to)\b[^,.;]{4,60}),\s+(.+?)([.!?])$", re.S)
_TAIL = re.compile(r"^(.+?)\s+((?:in|since|after|on)\s+(?:[A-Z]\w+|\d{4}|the [a-z]+ of [A-Z]\w+))([.!?])$", re.S)
_EXTRA = re.compile(r"\b(?:only|also|even|very|already|then|now|later|once|there|shortly)\s+")


@cache
def data() -> dict[str, Any]:
    """The tellings, slots and synonyms of `texts.yaml`."""
    loaded: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "texts.yaml").read_text("utf-8"))
    return loaded


@cache
def _synonyms() -> tuple[re.Pattern[str], dict[str, list[str]]]:
    table: dict[str, list[str]] = {}
    for group in data()["synonyms"]:
        for word in group:
            table.setdefault(word, [other for other in group if other != word])
    words = sorted(table, key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b"), table


def split(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[start:end] for start, end in sentences(text)]


def derive(kind: str, text: str, other: str, chance: random.Random) -> str:
    """A derivation of the text of one of KINDS; `mixed` takes in sentences of the other text."""
    parts = split(text)
    if kind == "verbatim":
        return text
    if kind == "shortened":
        return shortened(parts, chance)
    if kind == "reordered":
        return " ".join(_turned(part) for part in _shuffled(parts, chance))
    if kind == "light":
        return " ".join(rewritten(part, LIGHT, chance) for part in parts)
    if kind == "heavy":
        return heavy(parts, chance)
    return mixed(parts, split(other), chance)


def shortened(parts: Sequence[str], chance: random.Random) -> str:
    """One sentence less, or its last clauses."""
    if len(parts) > 1 and chance.random() < 0.6:
        gone = chance.randrange(len(parts))
        return " ".join(part for at, part in enumerate(parts) if at != gone)
    cut = " ".join(_cut(part) for part in parts)
    if cut != " ".join(parts):
        return cut
    return parts[0] if len(parts) > 1 else " ".join(cut.split()[: -len(cut.split()) // 3]) + "."


def _cut(part: str) -> str:
    clauses = _CLAUSE.split(part)
    return clauses[0].rstrip(",;") + "." if len(clauses) > 1 and len(clauses[0].split()) > 8 else part


def _shuffled(parts: Sequence[str], chance: random.Random) -> list[str]:
    mixed_up = list(parts)
    chance.shuffle(mixed_up)
    return mixed_up if mixed_up != list(parts) else list(reversed(parts))


def _turned(part: str) -> str:
    """A leading adverbial put last, or a last one put first."""
    if match := _LEAD.match(part):
        lead, rest, end = match.groups()
        return f"{rest[0].upper()}{rest[1:]} {lead[0].lower()}{lead[1:]}{end}"
    if match := _TAIL.match(part):
        rest, tail, end = match.groups()
        return (
            f"{tail[0].upper()}{tail[1:]}, {rest[0].lower() if rest.split()[0] in _SMALL else rest[0]}{rest[1:]}{end}"
        )
    return part


_SMALL = frozenset({"The", "A", "An", "It", "They", "Most", "Every", "Several", "Two", "Such"})


def rewritten(part: str, share: float, chance: random.Random) -> str:
    """A sentence with a share of the words that have synonyms changed."""
    pattern, table = _synonyms()

    def change(match: re.Match[str]) -> str:
        return chance.choice(table[match.group()]) if chance.random() < share else match.group()

    return pattern.sub(change, part)


def heavy(parts: Sequence[str], chance: random.Random) -> str:
    """Most words changed, adverbials moved, fillers dropped, sentences joined or swapped."""
    done = [_turned(_EXTRA.sub("", rewritten(part, HEAVY, chance))) for part in parts]
    if len(done) > 1 and chance.random() < 0.3:
        done = [f"{done[0].rstrip('.')}, and {done[1][0].lower()}{done[1][1:]}", *done[2:]]
    elif chance.random() < 0.3:
        done = _shuffled(done, chance)
    return " ".join(done)


def mixed(parts: Sequence[str], others: Sequence[str], chance: random.Random) -> str:
    """A sentence of each of two texts, lightly rewritten."""
    taken = [rewritten(chance.choice(list(texts)), LIGHT / 2, chance) for texts in (parts, others)]
    chance.shuffle(taken)
    return " ".join(taken)
