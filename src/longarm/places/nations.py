"""Which countries words name: by a name of the country, or by the name of its people ("Dutch ministry")."""

import re
from collections.abc import Iterator

from longarm.places import gazetteer

_WORD = re.compile(r"[^\W\d_](?:[\w.’'-]*\w)?\.?")
_LONGEST = 4  # words of a country's name


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
