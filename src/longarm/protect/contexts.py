"""Whether an everyday word is a name where it stands: May said so; in May 2022."""

import re

from longarm.protect.folding import fold, tokens
from longarm.protect.policy import lexicon


def is_name_there(text: str, start: int, end: int, word: str) -> bool:
    """Whether an everyday word is a name where it stands: capitals, what goes before, what follows."""
    words = lexicon()
    before, after = _before(text, start), fold(_after(text, end))
    if not text[start].isupper() or (text[start:end].isupper() and len(text[start:end]) < 2):
        return False
    if before.rstrip(".") in words.titles:
        return True
    if word in words.function:
        return False
    if after[:1].isdigit() or (before in words.calendar and word in words.modal):
        return False
    if _opens(text, start) or (word in words.modal and is_titled(text)):
        return after in words.sayings or text[end : end + 2] in ("'s", "’s")
    return True


def _before(text: str, start: int) -> str:
    match = re.search(r"(\w+)\.?\s+$", text[max(0, start - 24) : start])
    return fold(match[1]) if match else ""


def _after(text: str, end: int) -> str:
    match = re.match(r"[\s\"“”]+(\w+)", text[end : end + 24])
    return match[1] if match else ""


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(" \t\"“‘'([")
    return not before or before[-1] in ".!?:\n•"


def is_titled(text: str) -> bool:
    """Whether the text is one line in title case, where a capital says nothing."""
    if "\n" in text.strip() or len(text) > 200:
        return False
    words = [token for token in tokens(text) if token.starts and len(token.folded) > 3]
    return len(words) > 2 and sum(token.is_capital for token in words) > 0.7 * len(words)
