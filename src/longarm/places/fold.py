"""One spelling for the many of a place name, so that names can be looked up."""

import functools
import unicodedata

# Letters that Unicode does not decompose, and marks that names are written with or without.
LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "&": " and "}
    | dict.fromkeys("'’‘ʻʼ`´.ʿʾ", "")
    | dict.fromkeys("-–—‐‑/,()_\u00a0\n\t", " ")
)
SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
LONGEST_EXACT = 4  # letters of a name that holds in its own spelling only (UK, NSW, ROK)


@functools.lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """The name in lower case without accents, full stops, apostrophes and a leading "the"; hyphens are spaces.

    Saint, Mount and Fort are written short: `fold("Saint-Étienne") == fold("St. Etienne")`.
    """
    text = name.casefold().translate(LETTERS)
    if not text.isascii():
        marks = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in marks if not unicodedata.combining(char))
    words = [SHORT.get(word, word) for word in text.split()]
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)


def exact(name: str) -> str:
    """The key of a name that holds in its own spelling; a closing full stop is left off, as parsers often cut it."""
    return "=" + name.rstrip(".")


def is_exact(name: str) -> bool:
    """Whether a name holds in its own spelling only: one word with a full stop, or of up to four capitals."""
    if " " in name or name.isdigit():
        return False
    return "." in name or (name.isupper() and name.isascii() and len(name) <= LONGEST_EXACT)
