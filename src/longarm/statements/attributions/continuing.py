"""Direct speech that goes on after the sentence of its cue, and over the passages after."""

from dataclasses import replace

from longarm.statements.attributions import directs
from longarm.statements.attributions.drafts import Draft
from longarm.statements.parse import Parse
from longarm.statements.quotes import Quote

LONGEST_TAIL = 2  # characters of a sentence behind what is said in it
LONGEST_GAP = 160  # characters between a cue and the quotation that goes on after its sentence


def go_on(parse: Parse, quotes: list[Quote], drafts: list[Draft], before: Draft | None) -> Draft | None:
    """Give quotations that no cue stands beside to the speaker before; the last speaker is returned."""
    directs_here = sorted((d for d in drafts if d.is_direct), key=lambda d: d.end)
    speaker = before if quotes and _is_block(parse, quotes) else None
    for quote in quotes:
        if any(_holds(draft, quote) for draft in drafts):
            continue
        earlier = [d for d in directs_here if d.end <= quote.outer_start]
        if earlier:
            speaker = earlier[-1]
        told = _told_before(parse, quote, drafts) if _is_lone(parse, quote) else None
        if told is not None and (not earlier or earlier[-1].end < told.end):
            drafts.append(replace(told, content=[(quote.outer_start, quote.outer_end)], later=[]))
            continue
        if speaker is None or not (directs.is_speech(parse, quote) or directs.is_whole(parse, quote)):
            continue
        if speaker.parse is parse and not _is_next(parse, speaker, quote):
            continue
        if speaker.parse is parse:
            speaker.content.append((quote.outer_start, quote.outer_end))
        else:
            speaker.later.append(parse.chars(quote.outer_start, quote.outer_end))
    if directs_here:
        return directs_here[-1] if len(parse.text) + parse.offset - directs_here[-1].end < LONGEST_GAP else None
    return speaker if quotes else None


def _holds(draft: Draft, quote: Quote) -> bool:
    return not draft.quoted and any(s < quote.outer_end and quote.outer_start < e for s, e in draft.content)


def _is_lone(parse: Parse, quote: Quote) -> bool:
    """Whether a quotation is a sentence by itself, or several, with nobody named beside it."""
    before = parse.text[: quote.outer_start - parse.offset].rstrip()
    after = parse.text[quote.outer_end - parse.offset :]
    ends = directs.inner(parse, quote)[-1:] in directs.STOPS or after[:1] in (".", "!", "?")
    return ends and directs.is_speech(parse, quote) and before[-1:] in (".", "!", "?") and _opens(after.lstrip(" .!?"))


def _opens(text: str) -> bool:
    return not text or text[0].isupper() or not text[0].isalpha()


def _told_before(parse: Parse, quote: Quote, drafts: list[Draft]) -> Draft | None:
    """What the sentence before a quotation says that somebody said, where that is all of the sentence."""
    at = next((t for t in range(len(parse)) if parse.starts[t] >= quote.outer_start), 0)
    if not at:
        return None
    first, last = parse.sentences[parse.sentence_of(at - 1)]
    low, high = parse.starts[first], parse.ends[last - 1]
    inside = [d for d in drafts if d.source is not None and d.content and low <= parse.starts[d.cue_run[0]] < high]
    whole = [d for d in inside if d.cue.kind in ("speech", "finding") and not d.quoted and not d.is_passive]
    reach = [d for d in whole if d.end >= high - LONGEST_TAIL]
    return min(reach, key=lambda d: (d.content[0][0], -d.content[-1][1]), default=None)


def _is_block(parse: Parse, quotes: list[Quote]) -> bool:
    """Whether a passage is a quotation from its first character on to its last."""
    return not parse.text[: quotes[0].outer_start - parse.offset].strip() and not parse.text[
        quotes[-1].outer_end - parse.offset :
    ].strip(" .,\n")


def _is_next(parse: Parse, speaker: Draft, quote: Quote) -> bool:
    gap = parse.text[speaker.end - parse.offset : quote.outer_start - parse.offset]
    stripped = gap.strip()
    if len(gap) > LONGEST_GAP or (stripped and stripped[-1] not in ".:?!,"):
        return False
    return ". " not in stripped and "? " not in stripped
