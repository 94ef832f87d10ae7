"""Nouns: taken for verbs, or verbs for nouns, where a number or an article before them tells which they are."""

from longarm.languages import attributions, discourse
from longarm.statements.mending import subjects
from longarm.statements.parse import Parse


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
    known = discourse.load("en").finding_verbs | attributions.load("en").verbs.keys()
    noun = root - 1
    is_plural = parse.tags[root] == "NNS" and parse.lemmas[root] in known
    if not is_plural or noun < 0 or parse.pos[noun] not in ("NOUN", "PROPN") or parse.heads[noun] != root:
        return
    left = [c for c in parse.children[root] if c < noun]
    if not any(parse.lowers[c] in ("a", "an", "this", "each", "every") for c in left):
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
    if cue is None or cue.kind != "speech" or who < 1 or parse.heads[who] != verb or parse.deps[who] != "compound":
        return
    first = min(c for c in parse.children[verb] if c <= who)
    if parse.words[first - 1] != "," or verb + 1 >= last or parse.words[verb + 1] not in (",", "."):
        return
    for child in [c for c in parse.children[verb] if c < who]:
        parse.hang(child, who)
    for child in [c for c in parse.children[verb] if c > verb]:
        parse.hang(child, parse.heads[verb])
    parse.pos[verb], parse.tags[verb], parse.deps[verb], parse.deps[who] = "VERB", "VBZ", "parataxis", "nsubj"
    parse.lemmas[verb] = lemma
