"""Tallies: what a party counted or claims, told by a noun: "Far Shore's count of 48", "the claim of 12 raids by X"."""

from collections.abc import Iterator, Sequence

from longarm.languages import attributions as cues
from longarm.languages import discourse as language
from longarm.model.statements import Attribution
from longarm.statements.attributions import extents
from longarm.statements.discourse.names import keeper
from longarm.statements.parse import Parse

OF = " of"  # ends the lemma of the cue of such an attribution, which stands within what is told


def tallies(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution for every count, figure or claim of a number of things that has an owner."""
    nouns = language.load("en").records | language.load("en").claiming
    taken = [span for attribution in known if attribution.source for span in attribution.cue]
    for parse in parses:
        for noun, lemma in enumerate(parse.lemmas):
            if lemma not in nouns or parse.pos[noun] != "NOUN":
                continue
            found = _tally(parse, noun)
            if found is not None and not any(span.overlaps(found.cue[0]) for span in taken):
                yield found


def _tally(parse: Parse, noun: int) -> Attribution | None:
    of = next((c for c in parse.children[noun] if c > noun and parse.lowers[c] == "of"), None)
    counted = None if of is None else extents.child(parse, of, "pobj")
    if of is None or counted is None or not any(parse.tags[t] == "CD" for t in range(*parse.subtree(counted))):
        return None
    owner, stop = keeper(parse, noun), parse.subtree(of)[1]
    if owner is None or of < owner < stop:
        by = _by(parse, counted) if parse.lemmas[noun] in language.load("en").claiming else None
        owner = None if by is None else extents.child(parse, by, "pobj")
        stop = stop if by is None else by
    if owner is None:
        return None
    content = extents.trim(parse, (of + 1, stop))
    source = extents.trim(parse, extents.runs(extents.under(parse, owner))[0])
    if content is None or source is None:
        return None
    cue = cues.load("en").nouns.get(parse.lemmas[noun])
    return Attribution(
        (parse.span(*source),),
        (parse.span(noun, noun + 1),),
        (parse.span(*content),),
        cue_lemma=parse.lemmas[noun] + OF,
        hedge="" if cue is None else cue.hedge,
    )


def _by(parse: Parse, noun: int) -> int | None:
    """Whose claim it is, where the parse hangs that on what is claimed: "the claim of 12 arrests by the ministry"."""
    return next((c for c in parse.children[noun] if c > noun and parse.lowers[c] == "by"), None)
