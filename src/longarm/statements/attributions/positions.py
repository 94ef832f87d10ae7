"""Positions: what somebody holds, told by "be" and a noun: "the defence's case is that ...", "that ... is X's view"."""

from collections.abc import Iterator

from longarm.languages.attributions import AttributionWords, Cue
from longarm.statements.attributions import contents, extents, owners, sources
from longarm.statements.attributions.contents import Frame
from longarm.statements.attributions.extents import Run
from longarm.statements.parse import Parse

Position = tuple[
    int, Cue, tuple[Run, Run | None, Frame]
]  # token and cue of what attributes; its words, source, content
OPENING = frozenset({"that"})
WHATS = frozenset({"what", "all"})


def told(parse: Parse, be: int, words: AttributionWords) -> Iterator[Position]:
    """What the clause or the noun behind a "be" tells to be somebody's position; nothing for any other "be"."""
    attribute = extents.child(parse, be, "attr")
    owner = None if attribute is None else extents.child(parse, attribute, "prep")
    who = None if owner is None else extents.child(parse, owner, "pobj")
    lone = None if who is None else contents.lone_clause(parse, who)
    if attribute is not None and lone is not None and parse.lowers[be - 1] == "it":
        yield from _held(parse, attribute, lone, words)  # "it is the view of X that ...", the clause hung on X
        return
    for clause in parse.children[be]:
        if parse.deps[clause] == "ccomp" and clause > be:
            if parse.lowers[parse.subtree(clause)[0]] in OPENING:
                yield from _is_that(parse, be, clause, words)
            return
        if parse.deps[clause] == "csubj" and clause < be and parse.lowers[parse.subtree(clause)[0]] in OPENING:
            noun = extents.child(parse, be, "attr")
            yield from () if noun is None else _held(parse, noun, clause, words)
            return


def _is_that(parse: Parse, be: int, clause: int, words: AttributionWords) -> Iterator[Position]:
    """ "X's line is that ...", "among the allegations by X is that ...", "what X says is that ..."."""
    said = extents.child(parse, be, "csubj")
    if said is not None and parse.lowers[parse.subtree(said)[0]] in WHATS:
        cue, who = words.verbs.get(parse.lemmas[said]), extents.subject(parse, said)
        source = None if who is None else sources.reach(parse, who, said, words.verbs)
        if cue is not None and source is not None and parse.lowers[source[0]] not in WHATS:
            yield said, cue, ((said, said + 1), source, ("clause", _runs(parse, clause), None))
        return
    noun = extents.child(parse, be, "nsubj")
    if noun is not None and parse.lowers[noun] in ("it", "this") and extents.child(parse, be, "attr") is not None:
        noun = extents.child(parse, be, "attr")  # "it is the opinion of X that ..."
    among = (
        next((c for c in parse.children[be] if c < be and parse.lowers[c] == "among"), None) if noun is None else None
    )
    if among is not None:
        noun = extents.child(parse, among, "pobj")
    if noun is not None:
        yield from _held(parse, noun, clause, words)


def _held(parse: Parse, noun: int, clause: int, words: AttributionWords) -> Iterator[Position]:
    lemma = parse.lemmas[noun]
    if lemma not in words.positions or parse.pos[noun] != "NOUN":
        return
    source = owners.of(parse, noun, words) or owners.beside(parse, noun)
    cue = words.nouns.get(lemma) or Cue(lemma, frozenset({"clause"}))
    if source is not None:
        yield noun, cue, ((noun, noun + 1), source, ("clause", _runs(parse, clause), None))


def _runs(parse: Parse, clause: int) -> list[Run]:
    return [run for r in extents.runs(extents.under(parse, clause)) if (run := extents.trim(parse, r))]
