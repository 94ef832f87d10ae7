"""Text layer to passages: stretches that are read as one, each with its kind and section."""

import re
from collections.abc import Iterator
from dataclasses import replace

from longarm.model.documents import Block, Passage, TextLayer
from longarm.model.spans import Span
from longarm.passages import cues
from longarm.passages.cues import Cues

LONGEST = 20_000  # characters of a passage; the parser is given no more at a time
HEADLINE = 160  # characters of a first line that can be a headline
SUBHEADING = 90  # characters of a line further down that can be one
SUBHEADING_WORDS = 12
LINK = 200  # characters of a line that leads on to another page
CAPTION = 300  # characters of a line that can be a caption
_OPENING, _CLOSING = "“„«\"‘'", "”“»\"’'"
_PAIRS = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'"}
_STOP = re.compile(r"[.!?:;,…](?:[\"'”’»)\]]|\s)*$")
_SHOUT = re.compile(r"[?!…][\"'”’»)\]]*$")
_MARK = re.compile(r"(?:[-*•‣▪●○–]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|#{1,6})\s+(?=\S)")
# "THE HAGUE (Agency) - ...", "GENEVA, 3 May / Agency / -": where and by whom a text was filed, no part of what it says.
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]*[A-Z]"  # THE HAGUE
    r"(?:,? (?:[A-Z][a-z]+\.?|\d{1,2}|\d{4}|/)){0,4},?"  # , Netherlands  , 26 October 2022
    r"(?: ?[(/][^()/]{1,40}[)/]\.?)?\s*[-–—]{1,2}\s+(?=[\"“'‘]?[A-Z])"  # (Example Wire) -
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-Z0-9])|\n")


def segment(layer: TextLayer, language: str = "en") -> tuple[Passage, ...]:
    """The passages of a text layer, in order, not overlapping; `text[start:end] == words` holds for each.

    A line that leads on to another page is in no passage. The text itself is section 0. An update note starts a section
    of its own, and all that follows it belongs to that section; but a note that stands before the text covers only its
    own block.
    """
    words = cues.load(language)
    found: list[Passage] = []
    section, notes, has_body, is_bare = 0, 0, False, False
    for number, block in enumerate(layer.blocks):
        text = layer.text[block.start : block.end]
        if _is_link(text, words):
            continue
        kind = _kind(text, block, number == 0, number == len(layer.blocks) - 1, words)
        if is_bare and kind == "paragraph":
            kind, is_note = "update-note", False
        else:
            is_note = kind == "update-note"
        is_bare = is_note and _is_bare(text, words)
        if is_note:
            notes += 1
            section = notes
        own = _without_link(layer, block, words)
        found.extend(Passage(span, kind, language, block.page, section) for span in _spans(layer, own, kind))
        if kind == "update-note" and not has_body and not is_bare:
            section = 0
        has_body = has_body or kind in ("paragraph", "quotation", "list-item")
    return tuple(found)


def _kind(text: str, block: Block, is_first: bool, is_last: bool, words: Cues) -> str:
    if block.kind in ("table", "list-item"):
        return block.kind
    if words.update_marker.match(text) or words.update_sentence.match(text):
        return "paragraph" if _is_byline(text, words) else "update-note"
    if block.kind in ("caption", "quotation"):
        return block.kind
    if block.kind == "heading":
        return "headline"
    if _is_byline(text, words):
        return "paragraph"
    if _is_caption(text, words):
        return "caption"
    if is_quotation(text):
        return "quotation"
    if _is_headline(text, is_first, is_last):
        return "headline"
    return "list-item" if re.match(r"[-*•‣▪●○]\s", text) else "paragraph"


def _is_link(text: str, words: Cues) -> bool:
    """Whether a line leads on to another page: "READ MORE: Minister resigns"."""
    return len(text) <= LINK and "\n" not in text and bool(words.link.match(text))


def _without_link(layer: TextLayer, block: Block, words: Cues) -> Block:
    found = words.link_end.search(layer.text[block.start : block.end])
    return replace(block, end=block.start + found.start()) if found and found.start() else block


def is_quotation(text: str) -> bool:
    """Whether a text is wholly one quotation: opened at its start, closed at its end or never."""
    closing = _PAIRS.get(text[:1], "")
    if not closing:
        return False
    body = re.sub(r"(?<=\w)['’](?=\w)", "_", text[1:])  # an apostrophe closes nothing
    body = re.sub(r"(?<=s)’(?=\s\w)", "_", body)
    first = next((at for at, sign in enumerate(body) if sign in closing), -1)
    return len(body.split()) > 2 and (first < 0 or not re.search(r"\w", body[first:]))


def _is_bare(text: str, words: Cues) -> bool:
    marker = words.update_marker.match(text)
    return bool(marker) and not re.search(r"\w", text[marker.end() :]) if marker else False


def _is_byline(text: str, words: Cues) -> bool:
    return len(text) <= HEADLINE and bool(words.byline.fullmatch(text))


def _is_caption(text: str, words: Cues) -> bool:
    return len(text) <= CAPTION and bool(
        (words.caption.match(text) and (len(text) < CAPTION // 2 or not _STOP.search(text)))
        or (words.caption_end.search(text) and text.count("\n") <= 1)
    )


def _is_headline(text: str, is_first: bool, is_last: bool) -> bool:
    if "\n" in text or is_last or not re.search(r"[^\W\d_]", text):
        return False
    is_closed = bool(_STOP.search(text))
    if is_first:
        return len(text) <= HEADLINE and (not is_closed or bool(_SHOUT.search(text)))
    starts_high = not re.sub(r"^\W+", "", text)[:1].islower()
    is_short = len(text) <= SUBHEADING and len(text.split()) <= SUBHEADING_WORDS
    return is_short and starts_high and (not is_closed or text.endswith("?"))


def _spans(layer: TextLayer, block: Block, kind: str) -> Iterator[Span]:
    start = block.start
    if kind in ("list-item", "headline") and (mark := _MARK.match(layer.text, start, block.end)):
        start = mark.end()
    if kind == "paragraph" and (mark := _DATELINE.match(layer.text, start, block.end)):
        start = mark.end()
    if kind == "table":
        yield from (_trimmed(layer, first, last) for first, last in _rows(layer.text, start, block.end))
        return
    while block.end - start > LONGEST:
        cut = _cut(layer.text, start, start + LONGEST)
        yield _trimmed(layer, start, cut)
        start = cut
    if layer.text[start : block.end].strip():
        yield _trimmed(layer, start, block.end)


def _rows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The rows of a table, each of which is read by itself: a sentence does not go on from one to the next."""
    for line in re.finditer(r"[^\n]+", text[start:end]):
        for at in range(line.start(), line.end(), LONGEST):
            last = min(at + LONGEST, line.end())
            if text[start + at : start + last].strip():
                yield start + at, start + last


def _cut(text: str, start: int, most: int) -> int:
    """Where to part a long passage: after a sentence, else after a word, else anywhere."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start + LONGEST // 2, most)]
    if ends:
        return ends[-1]
    blank = text.rfind(" ", start + 1, most)
    return blank + 1 if blank > 0 else most


def _trimmed(layer: TextLayer, start: int, end: int) -> Span:
    words = layer.text[start:end]
    start += len(words) - len(words.lstrip())
    return Span.of(layer.id, layer.text, start, start + len(words.strip()))
