"""Finding the names of given people in any text, in every form; for sealing them, and for proving that none is left."""

import base64
import re
import unicodedata
from collections.abc import Iterable, Iterator

from longarm.protect.folding import fold
from longarm.protect.masking import Edit, Masked, applied, tells
from longarm.protect.names import Names, Person
from longarm.protect.patterns import ENCODED, LINK
from longarm.protect.views import unescape

_SHORTEST = 6  # digits of base64 that say enough
_URLSAFE = bytes.maketrans(b"+/", b"-_")
WITHHELD = "[withheld]"


class Search:
    """Looks for people.

    Args:
        people: (label, names as written) of each.
        shared: folded words of these names that other people of the case bear too: alone they give nobody away.
        documents: ids of the documents that give a name in full: there a part of it is enough.
    """

    def __init__(
        self,
        people: Iterable[tuple[str, tuple[str, ...]]],
        shared: frozenset[str] = frozenset(),
        documents: frozenset[str] = frozenset(),
    ) -> None:
        self._people = [(label, tuple(sorted(names))) for label, names in people]
        self._names = Names((Person(label, names, documents) for label, names in self._people), shared)
        self._encoded = [
            (label, tuple(code for name in names for code in _base64(name))) for label, names in self._people
        ]
        self._literal = [
            (label, re.compile(_pattern(name), re.IGNORECASE)) for label, names in self._people for name in names
        ]

    def labels(self, text: str) -> set[str]:
        """Labels of the people whom a text names, as it is or behind its escapes."""
        return {label for view in views(text) for _, _, label in self._found(view, None)}

    def strict_labels(self, text: str) -> set[str]:
        """Labels of the people whose whole names stand in a text: for bytes that may be noise, where a part proves
        nothing."""
        return {label for label, _, _, _ in self.strict(text)}

    def strict(self, text: str) -> Iterator[tuple[str, str, int, int]]:
        """Where whole names stand in a text: label, the text with so many escapes undone, start and end in that."""
        for view in views(text):
            for label, pattern in self._literal:
                for match in pattern.finditer(view):
                    yield label, view, match.start(), match.end()

    def encoded_labels(self, data: bytes) -> set[str]:
        """Labels of the people whose names, as written, stand in bytes as base64, at any of its three alignments."""
        return {label for label, needles in self._encoded for needle in needles if needle in data}

    def redact(self, text: str, document: str | None = None) -> Masked:
        """The text with labels in place of the names, with where everything went.

        Words that name somebody only when their escapes are undone are withheld whole.
        """
        edits = [Edit(start, end, label) for start, end, label in self._found(text, document)]
        for pattern in (LINK, ENCODED):
            for match in pattern.finditer(text):
                if tells(match.group(), self._names, document):
                    edits.append(Edit(match.start(), match.end(), WITHHELD))
        return applied(text, edits)

    def _found(self, text: str, document: str | None) -> Iterator[tuple[int, int, str]]:
        for hit in self._names.find(text, document):
            if hit.label:
                yield hit.start, hit.end, hit.label
        for label, pattern in self._literal:
            for match in pattern.finditer(text):
                yield match.start(), match.end(), label


def _base64(name: str) -> Iterator[bytes]:
    """The digits that a name comes to in base64, whatever stands before and after it."""
    for spelling in dict.fromkeys((name, name.lower(), name.upper())):
        for encoding in ("utf-8", "utf-16-le"):
            data = spelling.encode(encoding)
            for before in range(3):
                digits = base64.b64encode(b"\0" * before + data)
                first, last = (0, 2, 3)[before], (before + len(data)) // 3 * 4
                if last - first >= _SHORTEST:
                    yield digits[first:last]
                    yield digits[first:last].translate(_URLSAFE)


def _pattern(name: str) -> str:
    """The name as it is written, with any blanks between its words; a short single word only as a whole word."""
    words = [re.escape(word) for word in unicodedata.normalize("NFC", name).split()]
    joined = r"[\s\u00a0_.+-]{0,4}".join(words)
    is_plain = fold(name).isascii()
    return rf"(?<!\w){joined}(?!\w)" if is_plain and len(words) == 1 else joined


def views(text: str) -> Iterator[str]:
    """The text as it is, and with its escapes undone, until nothing changes (at most thrice)."""
    yield text
    seen = text
    for _ in range(3):
        opened = unescape(seen)
        if opened == seen:
            return
        yield opened
        seen = opened
