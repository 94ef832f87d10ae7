"""Which countries words name: by a name of the country, or by the name of its people ("Dutch ministry")."""

import functools
import re
from collections.abc import Iterator, Mapping

from longarm.places import data, gazetteer

_WORD = re.compile(r"[^\W\d_](?:[\w.’'-]*\w)?\.?")
_LONGEST = 4  # words of a country's name


@functools.cache
def seats() -> Mapping[str, str]:
    """The codes of states by the lower-case names of the seats of their governments ("beijing", "the kremlin")."""
    return {str(name): str(code) for name, code in data.load("seats.yaml").items()}


def countries_of(words: str) -> tuple[str, ...]:
    """Codes of the countries that words name, or whose people's name they bear ("Dutch ministry"), in order."""
    return tuple(dict.fromkeys(_codes(words))) if words else ()


def _codes(words: str) -> Iterator[str]:
    known = gazetteer.load()
    parts = [found[0] for found in _WORD.finditer(words) if found[0][0].isupper()]
    at = 0
    while at < len(parts):
        for length in range(min(_LONGEST, len(parts) - at), 0, -1):
            name = " ".join(parts[at : at + length])
            places = [place for place in known.named(name)[:1] if place.level == "country"]
            codes = [place.id for place in places] or (list(known.demonym(name)) if length == 1 else [])
            if codes and "." not in codes[0] and ":" not in codes[0]:
                yield codes[0]
                at += length
                break
        else:
            at += 1
