"""Owners: whose claim, account or view a noun tells of: "X's claim", "the view of X", "an allegation made by X"."""

from collections.abc import Iterator

from longarm.languages.attributions import AttributionWords
from longarm.statements.attributions import contents, extents, sources, tags
from longarm.statements.attributions.extents import Run
from longarm.statements.parse import Parse

FROM = frozenset({"from", "by", "among"})


def of(parse: Parse, noun: int, words: AttributionWords) -> Run | None:
    """The words for whose it is, or None where the text does not tell."""
    return next((run for owner in _owners(parse, noun, words) if (run := reach(parse, owner, noun, words))), None)


def by(parse: Parse, noun: int, words: AttributionWords) -> Run | None:
    """The words for whose it is behind "by" or "from", where the noun has no clause: "claims from X of abuse"."""
    found = None
    for child in parse.children[noun]:
        if parse.deps[child] == "prep" and parse.lowers[child] in FROM:
            who = extents.child(parse, child, "pobj")
            found = None if who is None else sources.reach(parse, who, noun, words.verbs)
    return found


def beside(parse: Parse, noun: int) -> Run | None:
    """Whose it is by the noun right before it: "the prosecution case is that ...", "the police theory"."""
    who = noun - 1
    if noun < 1 or parse.deps[who] != "compound" or parse.heads[who] != noun or not speaks(parse, who):
        return None
    return parse.subtree(noun)[0], noun


def reach(parse: Parse, owner: int, noun: int, words: AttributionWords) -> Run | None:
    """The words for an owner, up to the clause that the parse may hang on it."""
    clause = contents.lone_clause(parse, owner)
    run = sources.reach(parse, owner, noun, words.verbs)
    if run is None or clause is None or clause <= owner:
        return run
    return extents.trim(parse, (run[0], min(run[1], parse.subtree(clause)[0])))


def _owners(parse: Parse, noun: int, words: AttributionWords) -> Iterator[int]:
    for child in parse.children[noun]:
        if parse.deps[child] == "poss":
            yield child
        elif parse.deps[child] == "prep" and child > noun:
            who = extents.child(parse, child, "pobj")
            is_of = who is not None and parse.lowers[child] == "of" and speaks(parse, who)
            if who is not None and (is_of or parse.lowers[child] in FROM):
                yield who
        elif parse.deps[child] in ("acl", "relcl", "amod") and child > noun and parse.tags[child] == "VBN":
            who = maker(parse, child, words)
            if who is not None:
                yield who


def maker(parse: Parse, participle: int, words: AttributionWords) -> int | None:
    """Who made what a participle describes: "a claim made by X"; nobody for what others did about it ("denied by")."""
    by = extents.child(parse, participle, "agent") if parse.lemmas[participle] in words.lights else None
    return None if by is None else extents.child(parse, by, "pobj")


def speaks(parse: Parse, token: int) -> bool:
    """Whether a noun is of somebody who may hold something, and not of what a claim is about ("claims of abuse")."""
    if any(label == "DATE" and first <= token < last for first, last, label in parse.entities):
        return False  # "a judgment of 4 June"
    return parse.pos[token] == "PROPN" or tags.is_one_who_speaks(parse, token)
