"""Joining: an inset that was parsed apart hangs on the clause that it stands in."""

from longarm.languages import attributions
from longarm.statements.cutting.insets import ASIDE, MORE, Inset
from longarm.statements.cutting.parting import Cut
from longarm.statements.parse import Parse

VERBS = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_APART = {MORE: "relcl", ASIDE: "advcl", -1: "prep"}  # what an inset without a word of saying is to its clause


def join(parse: Parse, cut: Cut, at: dict[int, int]) -> None:
    """Hangs each inset on the clause that it stands in.

    Args:
        at: the tokens of the parse by their places in the passage; white space has none.
    """
    apart = {at[place] for inset in cut.insets for place in range(inset.opening, inset.closing + 1) if place in at}
    for inset in cut.insets:
        own = [at[place] for place in range(inset.first, inset.last) if place in at]
        over = _noun(parse, own[0]) if inset.verb == MORE else _clause(parse, own[0], own[-1], apart)
        if over is not None:
            _hang(parse, inset, own, over, at)


def _hang(parse: Parse, inset: Inset, own: list[int], over: int, at: dict[int, int]) -> None:
    tops = [t for t in own if parse.heads[t] == t or parse.heads[t] not in own]
    top = at.get(inset.verb, tops[0])
    parse.hang(top, over)
    is_as = parse.lowers[own[0]] == "as"
    is_prep = inset.verb == ASIDE and parse.pos[top] in ("ADP", "SCONJ")
    parse.deps[top] = "prep" if is_prep else _APART.get(inset.verb, "advcl" if is_as else "parataxis")
    marks = [at[inset.opening], at[inset.closing]]
    for token in (*tops, *(mark for mark in marks if parse.heads[mark] == mark)):
        if token != top:
            parse.hang(token, top)
    parse.tags[marks[0]] = ","  # it was parsed as a stop
    if inset.verb >= 0:
        _speak(parse, top, own)


def _speak(parse: Parse, verb: int, own: list[int]) -> None:
    """The word of saying is a verb, and who stands beside it is its subject."""
    if parse.pos[verb] != "VERB":
        word, known = parse.lowers[verb], attributions.load("en").verbs
        parse.pos[verb], parse.tags[verb] = "VERB", "VBZ" if word.endswith("s") else "VBD"
        bases = (word, word[:-1], word[:-2], f"{word[:-3]}y", f"{word[:-2]}e")
        parse.lemmas[verb] = next((base for base in bases if base in known), parse.lemmas[verb])
    beside = [c for c in parse.children[verb] if parse.pos[c] in NOMINAL and c in own]
    if beside and not any(parse.deps[c] in SUBJECTS for c in parse.children[verb]):
        before = [c for c in beside if c < verb]
        parse.deps[before[-1] if before else beside[0]] = "nsubj"


def _noun(parse: Parse, first: int) -> int | None:
    """The noun that the words before an inset are about: "a review by the agency, parts of which"."""
    at = next((t for t in range(first - 1, -1, -1) if parse.pos[t] != "PUNCT"), None)
    while at is not None and parse.deps[at] in ("pobj", "prep", "compound") and parse.heads[at] < at:
        at = parse.heads[at]
    return at


def _clause(parse: Parse, first: int, last: int, apart: set[int]) -> int | None:
    """The verb of the clause around an inset: the lowest with a subject over the words on both sides of it."""
    start, end = parse.sentences[parse.sentence_of(first)]
    before = next((t for t in range(first - 1, start - 1, -1) if t not in apart and parse.pos[t] != "PUNCT"), None)
    then = next((t for t in range(last + 1, end) if t not in apart and parse.pos[t] != "PUNCT"), None)
    if before is None or then is None:
        return before if then is None else then
    over, line = list(parse.above(before)), list(parse.above(then))
    shared = next((t for t in line if t in over), over[-1])
    if parse.pos[before] == "CCONJ":  # "and, according to X, had paid": of the second verb alone
        second = next(
            (t for t in line[: line.index(shared)] if parse.deps[t] == "conj" and parse.pos[t] in VERBS), None
        )
        if second is not None:
            return second
    line = list(parse.above(shared))
    return next((t for t in line if _is_clause(parse, t)), line[-1])


def _is_clause(parse: Parse, token: int) -> bool:
    """Whether a token is the verb of a clause with a subject of its own."""
    return parse.pos[token] in VERBS and any(parse.deps[c] in SUBJECTS for c in parse.children[token])
