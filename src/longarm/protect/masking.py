"""Masks a text: names, contact details and telling links leave as a label, offsets are kept track of."""

import bisect
import re
from collections.abc import Iterable
from dataclasses import dataclass

from longarm.protect.names import AMBIGUOUS, Names
from longarm.protect.patterns import ENCODED, LINK, SCRIPT, details
from longarm.protect.views import unescape

_DATED = re.compile(r"\s+\d")
DETAILS = ("[email]", "[address]", "[phone]", "[account]", "[number]")  # what leaves in place of contact details
OTHER_SCRIPT = "[other script]"  # of words that no reader can tell whether they name somebody
_RANK = {"[link]": 3, **dict.fromkeys(DETAILS, 2), "[withheld]": 1, "[file name]": 1, OTHER_SCRIPT: -1}
_JOINT = re.compile(r"[\s.,·'’‐-―-]{0,3}(?:[A-ZÀ-Þ]\.?[\s.]{0,2})?")
# The same name in its own script beside it: "Jane Doe (...)".
_OWN_SCRIPT = re.compile(r"\s?[(（]\s?[^\W\d_a-zA-Z\u00c0-\u024f][^()（）\n]{0,40}[)）]")


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of the text from start to end leave as the label; `at` is where the label stands in the masked text."""

    start: int
    end: int
    label: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked text and what was masked in it, in order."""

    text: str
    edits: tuple[Edit, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the words from start to end of the original stand now; cut words widen to the whole label."""
        return self._place(start, at_end=False), self._place(end, at_end=True)

    def _place(self, offset: int, at_end: bool) -> int:
        index = bisect.bisect_right([edit.start for edit in self.edits], offset if not at_end else offset - 1) - 1
        if index < 0:
            return offset
        edit = self.edits[index]
        if offset < edit.end or (at_end and offset == edit.end):
            return edit.at + (len(edit.label) if at_end else 0)
        return offset + edit.at + len(edit.label) - edit.end


def mask(
    text: str,
    names: Names,
    document: str | None = None,
    known: Iterable[tuple[int, int]] = (),
    withheld: Iterable[Edit] = (),
    *,
    keeps_scripts: bool = False,
) -> Masked:
    """The text without the names of masked persons and without contact details.

    Args:
        document: where the text stands or what it is about; None for what belongs to the whole case.
        known: stretches of the text that a reader found to name persons.
        withheld: stretches that leave as their labels whatever they say.
        keeps_scripts: words in other scripts may leave: of the names of outlets.
    """
    edits = [Edit(found.start, found.end, found.label) for found in details(text)]
    edits.extend(withheld)
    edits.extend(_links(text, names, document))
    edits.extend(_names(text, names, document, known))
    if not (keeps_scripts or text.isascii()):
        edits.extend(_scripts(text, names, document))
    return applied(text, edits)


def applied(text: str, edits: Iterable[Edit]) -> Masked:
    """The text with labels in place of stretches of it, which may overlap."""
    return _apply(text, _joined(text, _merged(list(edits))))


def _links(text: str, names: Names, document: str | None) -> Iterable[Edit]:
    for pattern, label in ((LINK, "[link]"), (ENCODED, "[withheld]")):
        for match in pattern.finditer(text):
            if tells(match.group(), names, document):
                yield Edit(match.start(), match.end(), label)


def _scripts(text: str, names: Names, document: str | None) -> Iterable[Edit]:
    """Words in other scripts, which may be names; those of names that may leave, leave."""
    found = [match.span() for match in SCRIPT.finditer(text)]
    free = [hit for hit in names.find(text, document) if hit.label is None] if found else []
    for start, end in found:
        if not any(hit.start <= start and end <= hit.end for hit in free):
            yield Edit(start, end, OTHER_SCRIPT)


def tells(text: str, names: Names, document: str | None = None) -> bool:
    """Whether a text, or what its escapes stand for, names a masked person."""
    for _ in range(3):
        if any(hit.label for hit in names.find(text, document)):
            return True
        opened = unescape(text)
        if opened == text:
            return False
        text = opened
    return False


def _names(text: str, names: Names, document: str | None, known: Iterable[tuple[int, int]]) -> list[Edit]:
    hits = names.find(text, document)
    edits = [Edit(hit.start, hit.end, hit.label) for hit in hits if hit.label]
    for start, end in known:
        over = [hit for hit in hits if hit.start < end and start < hit.end]
        if over and all(hit.label is None for hit in over):
            continue
        if not over and _DATED.match(text, end):
            continue  # "May 2022", whatever the reader took it for
        labels = [hit.label for hit in over if hit.label]
        edits.append(Edit(start, end, labels[0] if labels else names.label_of(text[start:end], document) or AMBIGUOUS))
    return [_with_own_script(text, edit) for edit in edits]


def _with_own_script(text: str, edit: Edit) -> Edit:
    match = _OWN_SCRIPT.match(text, edit.end)
    return Edit(edit.start, match.end(), edit.label) if match else edit


def _merged(edits: list[Edit]) -> list[Edit]:
    """Overlapping stretches as one, under the label of the longest; contact details before names."""
    merged: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end, edit.label)):
        if not merged or edit.start >= merged[-1].end:
            merged.append(edit)
            continue
        last = merged[-1]
        label = max(last, edit, key=lambda one: (_RANK.get(one.label, 0), one.end - one.start)).label
        merged[-1] = Edit(last.start, max(last.end, edit.end), label)
    return merged


def _joined(text: str, edits: list[Edit]) -> list[Edit]:
    """Two labels of one person with nothing but a joint between them are one: "Jane Q. Doe"."""
    joined: list[Edit] = []
    for edit in edits:
        last = joined[-1] if joined else None
        is_one = last and last.label == edit.label and edit.label.startswith(("[person ", "[sealed "))
        if last and is_one and _JOINT.fullmatch(text, last.end, edit.start):
            joined[-1] = Edit(last.start, edit.end, edit.label)
        else:
            joined.append(edit)
    return joined


def _apply(text: str, edits: list[Edit]) -> Masked:
    parts: list[str] = []
    placed: list[Edit] = []
    at = length = 0
    for edit in edits:
        parts += (text[at : edit.start], edit.label)
        length += edit.start - at
        placed.append(Edit(edit.start, edit.end, edit.label, length))
        length += len(edit.label)
        at = edit.end
    return Masked("".join((*parts, text[at:])), tuple(placed))
