"""Scores of the comparison of quotations on planted changes and on editing that is permitted."""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench.planted.derive import _synonyms, data, split
from longarm.claims.quotations.compare import changes

MODALS = ("may", "might", "could", "reportedly", "allegedly", "possibly", "apparently", "perhaps", "probably", "likely")
AMERICAN = (
    ("organis", "organiz"),
    ("centre", "center"),
    ("neighbour", "neighbor"),
    ("programme", "program"),
    ("licence", "license"),
)
_WORD = re.compile(r"[A-Za-z][a-z'-]+")
_NUMBER = re.compile(r"\b\d+\b")


@dataclass(frozen=True, slots=True)
class Planted:
    """A quotation, what was made of it, by which change, and whether that alters it."""

    kind: str
    left: str
    right: str
    is_altered: bool


def _inner(text: str, chance: random.Random) -> re.Match[str]:
    """A word that is neither among the first nor the last three: cutting there would be quoting a part."""
    return chance.choice(list(_WORD.finditer(text))[3:-3])


def substitution(text: str, chance: random.Random) -> str:
    """A word with a synonym is changed."""
    pattern, table = _synonyms()
    match = chance.choice(list(pattern.finditer(text)))
    return text[: match.start()] + chance.choice(table[match.group()]) + text[match.end() :]


def deletion(text: str, chance: random.Random) -> str:
    """A hedge or modal is left out (`planted` has put one in)."""
    found = re.search(rf"\b(?:{'|'.join(MODALS)})\s", text)
    return text[: found.start()] + text[found.end() :] if found else text


def negation(text: str, chance: random.Random) -> str:
    """A "not" or "never" is put in."""
    match = _inner(text, chance)
    return f"{text[: match.start()]}{chance.choice(('not', 'never'))} {text[match.start() :]}"


def number(text: str, chance: random.Random) -> str:
    """A number is changed."""
    match = _NUMBER.search(text)
    return (
        f"{text[: match.start()]}{int(match.group()) + chance.randrange(1, 40)}{text[match.end() :]}" if match else text
    )


def swap(text: str, chance: random.Random) -> str:
    """Two neighbouring words change places."""
    parts = text.split(" ")
    at = chance.choice([i for i in range(3, len(parts) - 4) if parts[i].lower() != parts[i + 1].lower()])
    parts[at], parts[at + 1] = parts[at + 1], parts[at]
    return " ".join(parts)


def ellipsis(text: str, chance: random.Random) -> str:
    """Words are left out, with an ellipsis."""
    parts = text.split(" ")
    first = chance.randrange(2, len(parts) - 6)
    last = first + chance.randrange(1, 4)
    return " ".join([*parts[:first], chance.choice(("...", "[...]", "…", "(...)", ". . .")), *parts[last:]])


def bracket(text: str, chance: random.Random) -> str:
    """An explanation is put in, or put for a word, in brackets."""
    match = _inner(text, chance)
    end = match.end() if chance.random() < 0.5 else match.start()
    space = "" if end == match.end() else " "
    inserted = chance.choice(("the group", "officials", "sic", "these places"))
    return f"{text[: match.start()]}[{inserted}]{space}{text[end:]}"


def punctuation(text: str, chance: random.Random) -> str:
    """Commas, quotation marks, dashes and the last point are changed."""
    marked = text.replace(",", "" if chance.random() < 0.5 else ";").replace("'", "’")
    return f"“{marked.rstrip('.')}{chance.choice((',', '!', ''))}”"


def case(text: str, chance: random.Random) -> str:
    """The first letter, or all, in the other case."""
    return text.upper() if chance.random() < 0.3 else text[0].swapcase() + text[1:]


def spelling(text: str, chance: random.Random) -> str:
    """American for British (`planted` has put a British word in)."""
    for british, american in AMERICAN:
        text = text.replace(british, american)
    return text


def part(text: str, chance: random.Random) -> str:
    """Only a part is quoted."""
    parts = text.split(" ")
    first = chance.randrange(0, 4)
    return " ".join(parts[first : len(parts) - chance.randrange(1, 4)])


ALTERING: tuple[Callable[[str, random.Random], str], ...] = (substitution, deletion, negation, number, swap)
EDITING: tuple[Callable[[str, random.Random], str], ...] = (ellipsis, bracket, punctuation, case, spelling, part)


def planted(count: int, seed: int = 2) -> Iterator[Planted]:
    """So many of each change and of each permitted edit; every second altered one is edited too."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, protects nothing
    for at in range(count):
        for change in ALTERING:
            text = _quotation(chance)
            altered = change(text, chance)
            if at % 2:
                altered = chance.choice((punctuation, case, spelling))(altered, chance)
            yield Planted(change.__name__, text, altered, True)
        for edit in EDITING:
            text = _quotation(chance)
            yield Planted(edit.__name__, text, edit(text, chance), False)


def score(count: int, seed: int = 2) -> dict[str, float]:
    """The share found of each altering change, and flagged of each permitted edit."""
    hits: dict[str, list[bool]] = defaultdict(list)
    for one in planted(count, seed):
        found = bool(changes(one.left, one.right))
        hits["altered" if one.is_altered else "permitted"].append(found)
        hits[one.kind].append(found)
    return {kind: round(sum(found) / len(found), 4) for kind, found in hits.items()}


def _quotation(chance: random.Random) -> str:
    """A sentence of the tellings with a number, a modal and a British word in it."""
    tellings = data()["tellings"]
    filled = {name: chance.choice(values) for name, values in sorted(data()["slots"].items())}
    filled |= {"n": str(chance.randrange(11, 300)), "m": str(chance.randrange(4, 60))}
    while True:
        text = chance.choice(tellings[chance.choice(sorted(tellings))]).format(**filled)
        sentence = chance.choice(split(text))
        if len(sentence.split()) > 9 and _synonyms()[0].search(sentence):
            break
    parts = sentence.split(" ")
    at = len(parts) // 2
    british = chance.choice(("the organisation", "the centre", "neighbours", "a programme", "the licence"))
    extra = [chance.choice(MODALS), "with", british, "and", str(chance.randrange(3, 500))]
    return " ".join([*parts[:at], *extra, *parts[at:]])
