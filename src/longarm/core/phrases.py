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


def ranged(low: float, high: float | None) -> str:
    """What a range of counts says: `54`, `51 or more`, `30 or fewer`, `25 to 35`."""
    if high is None:
        return f"{low:,} or more"
    if low == high:
        return f"{low:,}"
    return f"{high:,} or fewer" if low == 0 else f"{low:,} to {high:,}"


def shortened(words: str, letters: int) -> str:
    """Words as far as so many letters hold them, cut between words: half a name could be another's."""
    if len(words) <= letters:
        return words
    kept, blank, _ = words[:letters].rpartition(" ")
    return f"{(kept if blank else words[:letters]).rstrip(' ,;:')}…"
