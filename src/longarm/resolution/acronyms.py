"""Short forms that a text defines: "Ministry of Public Security (MPS)"."""

import re
from collections.abc import Iterable

from longarm.model.statements import Reading
from longarm.resolution.vocabulary import load

_PARENTHESIS = re.compile(r"\(\s*(?:the\s+)?[\"“']?([A-Z][A-Za-z.&-]{0,8}[A-Z])\.?[\"”']?\s*\)")
_WORD = re.compile(r"[^\W_][\w’'&-]*(?:\.[A-Z]\.?)*")
LONGEST = 12  # words before the parenthesis that are looked at


def definitions(readings: Iterable[Reading]) -> dict[tuple[str, str], str]:
    """(document id, short form in capitals) to the words it was first defined by in that document."""
    found: dict[tuple[str, str], str] = {}
    for reading in readings:
        for passage in reading.passages:
            if "(" not in passage.span.words:
                continue
            for short, words in defined(passage.span.words):
                found.setdefault((reading.document, short), words)
    return found


def defined(text: str) -> Iterable[tuple[str, str]]:
    """Each short form that a text defines, with the words it stands for."""
    for match in _PARENTHESIS.finditer(text):
        short = match.group(1).replace(".", "")
        before = list(_WORD.finditer(text, max(0, match.start() - 160), match.start()))[-LONGEST:]
        start = _start([word.group() for word in before], short)
        if start is not None:
            yield short.upper(), text[before[start].start() : match.start()].strip()


def _start(words: list[str], short: str) -> int | None:
    """Where the fewest last words begin whose initials, with or without small words, are the short form."""
    letters, links = short.upper(), load().links
    for start in range(len(words) - 1, -1, -1):
        if words[start].lower() in links:
            continue
        tail = words[start:]
        full = "".join(word[0] for word in tail).upper()
        bare = "".join(word[0] for word in tail if word.lower() not in links).upper()
        if letters in (full, bare):
            return start
    return None
