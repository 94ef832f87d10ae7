"""Direct speech that goes on after the sentence of its cue, and over the passages after."""

from longarm.statements.attributions import directs
from longarm.statements.attributions.drafts import Draft
from longarm.statements.parse import Parse
from longarm.statements.quotes import Quote

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
