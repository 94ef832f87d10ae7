"""The forms one person's name takes, as folded letters without the joints."""

from collections.abc import Iterator

from longarm.protect.folding import fold, tokens
from longarm.protect.policy import lexicon

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_MIN_FORM = 4  # letters of a whole name
_MIN_HALF = 4  # letters of one half of a double-barrelled name that stands for it


def forms(name: str) -> frozenset[str]:
    """A whole name joined: in order, reversed, without middle names; empty for a single word."""
    found: set[str] = set()
    for units in _spellings(name):
        if len(units) < 2:
            continue
        first, last, rest = units[0], units[-1], "".join(units[1:])
        found |= {"".join(units), last + "".join(units[:-1]), rest + first, first + last, last + first}
    return frozenset(form for form in found if len(form) >= _MIN_FORM)


def initials(name: str) -> frozenset[str]:
    """An initial and a surname joined, for either end of the name as surname ("jdoe", "doej")."""
    found: set[str] = set()
    for units in _spellings(name):
        if len(units) < 2:
            continue
        heads = "".join(unit[0] for unit in units[:-1])
        tails = "".join(unit[0] for unit in units[1:])
        for letters, surname in ((heads, units[-1]), (heads[0], units[-1]), (tails, units[0])):
            if len(surname) > 1:
                found |= {letters + surname, surname + letters}
    return frozenset(found)


def parts(name: str) -> frozenset[str]:
    """Every word of a name that names the person by itself, and the halves of double-barrelled ones."""
    found: set[str] = set()
    particles = lexicon().particles | lexicon().titles
    for word in name.split():
        for spelling in _variants(word):
            pieces = [token.folded for token in tokens(spelling)]
            found.add("".join(pieces))
            found.update(piece for piece in pieces if len(pieces) > 1 and len(piece) >= _MIN_HALF)
    return frozenset(part for part in found if len(part) > 1 and part not in particles)


def _spellings(name: str) -> Iterator[list[str]]:
    for variant in _variants(name):
        yield [unit for word in variant.split() if (unit := "".join(token.folded for token in tokens(word)))]


def _variants(name: str) -> tuple[str, ...]:
    """The name, and as it is written where there are no umlauts."""
    spelled = name.translate(_UMLAUTS)
    return (name,) if fold(spelled) == fold(name) else (name, spelled)
