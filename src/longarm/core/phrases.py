"""Phrases: counts, lists and beginnings of sentences, as English writes them."""

from collections.abc import Iterable


def counted(count: int, one: str, many: str = "") -> str:
    """A count with its noun: `1 claim`, `1,200 claims`; `many` where the plural is not formed with an s."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(names: Iterable[str], most: int | None = None) -> str:
    """Names as a list, each once: `a`, `a and b`, `a, b and c`; `a, b and 3 more` where two are over `most`."""
    kept = list(dict.fromkeys(names))
    if most is not None and len(kept) > most + 1:
        kept = [*kept[:most], f"{len(kept) - most} more"]
    return " and ".join(part for part in (", ".join(kept[:-1]), *kept[-1:]) if part)


def capitalized(text: str) -> str:
    """The text with a capital letter."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text with a capital letter, and a full stop where it has no end of its own."""
    return capitalized(text) + ("" if text.endswith((".", "!", "?")) else ".")
