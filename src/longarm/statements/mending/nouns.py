"""Nouns: taken for verbs, or verbs for nouns, where a number or an article before them tells which they are."""

from longarm.languages import attributions, discourse
from longarm.statements.mending import subjects
from longarm.statements.parse import Parse

MANY = frozenset({"all", "some", "these", "those", "both", "many", "few", "several", "most", "other", "such"})


def number(parse: Parse, token: int) -> None:
    """ "30 calls a day", "33 consulates renew no passports": a plural right after its number, taken for a verb."""
    number = token - 1
    before = number - 1
    while before >= 0 and parse.heads[before] == number and parse.tags[before] in ("CD", "HYPH"):
        before -= 1
    if parse.tags[number] != "CD" or parse.lowers[number] == "one" or parse.deps[number] not in ("nummod", "nsubj"):
        return
    if before >= 0 and parse.pos[before] in ("NOUN", "PROPN", "SYM"):
        return  # "Section 12 states", "In May 2019 runs"
    parse.pos[token], parse.tags[token], parse.deps[number] = "NOUN", "NNS", "nummod"


def plural(parse: Parse, root: int) -> None:
    """ "A study names the worst": a plural after "a" is no noun where it may be a word of saying or finding."""
    noun, lemma = root - 1, parse.lemmas[root]
    if parse.tags[root] != "NNS" or noun < 0:
        return
    is_told = lemma in discourse.load("en").finding_verbs or lemma in attributions.load("en").verbs
    if not is_told or parse.pos[noun] not in ("NOUN", "PROPN") or parse.heads[noun] != root:
        return
    left = [c for c in parse.children[root] if c < noun]
    if not any(parse.lowers[c] in ("a", "an", "this", "each", "every") or parse.deps[c] == "poss" for c in left):
        return
    after = next((c for c in parse.children[root] if c > root and parse.deps[c] in ("appos", "dobj", "nmod")), None)
    if after is None:
        return
    for child in left:
        parse.hang(child, noun)
    subjects.make(parse, noun, root)
    parse.deps[after] = "dobj"
    parse.pos[root], parse.tags[root] = "VERB", "VBZ"


def tag(parse: Parse, verb: int) -> None:
    """ "..., the ministry specifies, ...": what stands between commas and looks like a noun is the word of saying."""
    who, last = verb - 1, parse.sentences[parse.sentence_of(verb)][1]
    known, lower = attributions.load("en").verbs, parse.lowers[verb]
    lemma = next((form for form in (lower[:-1], lower[:-2], lower[:-3] + "y") if form in known), "")
    cue = known.get(lemma)
    is_cue = cue is not None and cue.kind in ("speech", "finding") and "clause" in cue.frames
    if not is_cue or who < 1 or parse.heads[who] != verb or parse.deps[who] != "compound":
        return
    comma = next((t for t in range(who, -1, -1) if parse.words[t] == ","), None)
    if comma is None or verb + 1 >= last or parse.words[verb + 1] not in (",", "."):
        return
    is_root = parse.deps[verb] == "ROOT"
    if is_root and not any(parse.deps[c] == "ccomp" and c < comma for c in parse.children[verb]):
        return
    for child in [c for c in parse.children[verb] if comma < c < who]:
        parse.hang(child, who)
    for child in [] if is_root else [c for c in parse.children[verb] if c > verb]:
        parse.hang(child, parse.heads[verb])
    parse.pos[verb], parse.tags[verb], parse.deps[who] = "VERB", "VBZ", "nsubj"
    parse.deps[verb] = "ROOT" if is_root else "parataxis"
    parse.lemmas[verb] = lemma


def telling(parse: Parse, root: int) -> None:
    """ "Papers seen by Harbour News show that ...", "the authors of the study estimate that ...": what looks like a
    noun between a noun and "that", in a sentence without a verb, is the word of saying."""
    verb = _verb_like(parse, root)
    if verb is None:
        return
    before, that = verb - 1, verb + 1
    told = parse.heads[that]
    own = next((c for c in parse.children[verb] if parse.deps[c] == "nsubj"), None)
    who = own if own is not None else root if root != verb else before
    empty = next((t for t in range(before, who, -1) if parse.pos[t] == "ADP"), None)
    for child in [c for c in parse.children[verb] if who < c < before or (who == before and c < before)]:
        parse.hang(child, before)
    if who != before and empty is not None:
        parse.hang(before, empty)
        parse.deps[before] = "pobj"
    for child in [c for c in parse.children[who] if c > verb]:
        parse.hang(child, verb)
    subjects.make(parse, who, verb)
    parse.hang(told, verb)
    parse.deps[told] = "ccomp"
    parse.pos[verb], parse.tags[verb] = "VERB", "VBZ" if parse.lowers[verb] != parse.lemmas[verb] else "VBP"


def _verb_like(parse: Parse, root: int) -> int | None:
    """A noun that may be a word of saying, right before the "that" of a clause, in a sentence headed by a noun."""
    first, last = parse.sentences[parse.sentence_of(root)]
    that = next((t for t in range(first + 2, last) if parse.lowers[t] == "that"), None)
    if that is None or parse.deps[that] != "mark" or parse.pos[that - 1] != "NOUN" or parse.heads[that] < that:
        return None
    cue = attributions.load("en").verbs.get(parse.lemmas[that - 1])
    if (
        cue is None
        or "clause" not in cue.frames
        or parse.deps[that - 2] != "compound"
        or parse.heads[that - 2] != that - 1
    ):
        return None
    is_counted = any(parse.lowers[c] in MANY or parse.deps[c] == "nummod" for c in parse.children[that - 1])
    is_over = root <= that - 1 and not is_counted
    has_verb = any(parse.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(first, that))
    return that - 1 if is_over and not has_verb else None
