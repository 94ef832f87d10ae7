"""Direct speech: quotations beside a cue, and what goes on after it."""

from longarm.statements.attributions.extents import Run
from longarm.statements.parse import Parse
from longarm.statements.quotes import Quote

SHORT = 3  # words; a shorter quotation alone is a scare quote, not speech
SPEECH_CHARS = 25  # characters; a quotation this long is speech, and cues inside it are its own words
GAP = " \n\t\xa0,;:—–-"
STOPS = ".?!…"

Chars = tuple[int, int]


def outermost(quotes: tuple[Quote, ...]) -> list[Quote]:
    """Quotations that stand in no other."""
    found: list[Quote] = []
    for quote in quotes:
        if not found or quote.outer_start >= found[-1].outer_end:
            found.append(quote)
    return found


def is_speech(parse: Parse, quote: Quote) -> bool:
    """Whether a quotation is long enough to be somebody's words by itself."""
    return len(inner(parse, quote).split()) > SHORT


def is_whole(parse: Parse, quote: Quote) -> bool:
    """Whether a quotation is a sentence by itself: a capital letter first and a stop last."""
    words = inner(parse, quote)
    return words[:1].isupper() and words[-1:] in STOPS


def inner(parse: Parse, quote: Quote) -> str:
    """The characters between the marks."""
    return parse.text[quote.start - parse.offset : quote.end - parse.offset]


def around(parse: Parse, char: int, quotes: list[Quote]) -> Quote | None:
    """The long quotation that a character stands in, or None."""
    for quote in quotes:
        if quote.outer_start <= char < quote.outer_end and quote.end - quote.start >= SPEECH_CHARS:
            return quote
    return None


def left_of(parse: Parse, start: int, quotes: list[Quote]) -> Chars | None:
    """Direct speech that ends where a cue (with its source) begins, from the beginning of its sentence."""
    text, offset = parse.text, parse.offset
    for quote in quotes:
        if quote.outer_end <= start and not text[quote.outer_end - offset : start - offset].strip(GAP):
            return _sentence_start(parse, quote), quote.outer_end
    return None


def _sentence_start(parse: Parse, quote: Quote) -> int:
    text, offset = parse.text, parse.offset
    before = text[: quote.outer_start - offset].rstrip()
    if (
        not before
        or before[-1] in STOPS
        or before[-1] in ":\"”“'’"
        or (inner(parse, quote)[:1].isupper() and before[-1] == ",")
    ):
        return quote.outer_start
    start = quote.outer_start
    for first, last in parse.sentences:
        if parse.starts[first] <= quote.outer_start < parse.ends[last - 1]:
            start = parse.starts[first]
    cut = max((before.rfind(stop + " ") for stop in ".?!;"), default=-1)
    return max(start, cut + 2 + offset) if cut >= 0 else start


def right_of(parse: Parse, end: int, run: Run, quotes: list[Quote]) -> Chars | None:
    """Direct speech that begins after a cue, with no more between than a hearer, a place or a time."""
    text, offset = parse.text, parse.offset
    for quote in quotes:
        if quote.outer_start < end:
            continue
        gap = text[end - offset : quote.outer_start - offset]
        if not gap.strip(GAP) and _goes_on(parse, quote):
            return None  # 'the bureau said "Junior" Holm was arrested'
        if not gap.strip(GAP) or (is_speech(parse, quote) and _is_bridge(parse, gap, run[1], quote)):
            return quote.outer_start, quote.outer_end
        return None
    return None


def _goes_on(parse: Parse, quote: Quote) -> bool:
    """Whether a word or two in quotation marks open a clause that goes on outside of them."""
    if is_speech(parse, quote) or is_whole(parse, quote):
        return False
    after = next((t for t in range(len(parse)) if parse.starts[t] >= quote.outer_end), len(parse))
    is_word = after < len(parse) and parse.pos[after] in ("NOUN", "PROPN", "ADJ", "AUX", "VERB")
    return is_word and any(
        parse.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(after, parse.sentences[parse.sentence_of(after)][1])
    )


def _is_bridge(parse: Parse, gap: str, first: int, quote: Quote) -> bool:
    if any(stop in gap.rstrip() for stop in (". ", "? ", "! ")) or gap.rstrip()[-1:] not in (",", ":"):
        return False
    at = first
    while at < len(parse) and parse.starts[at] < quote.outer_start:
        if parse.pos[at] in ("VERB", "AUX") and parse.tags[at] != "VBG":
            return False
        at += 1
    return True
