"""Nouns of doubt: "fears that", "the risk of", "allegations of", with what they are about."""

from longarm.languages import stance as language
from longarm.statements.parse import Parse

CLAUSES = ("acl", "ccomp", "relcl")  # what says of a noun what it is about


def noun(parse: Parse, token: int, words: language.StanceWords) -> str:
    lemma = parse.lemmas[token]
    if lemma == "threat" and _is_faced(parse, token):
        return "possible"
    if parse.pos[token] != "NOUN" or lemma not in words.nouns or not _has_complement(parse, token, words):
        return ""
    if lemma == "doubt" and any(parse.lowers[c] in words.negations for c in parse.children[parse.heads[token]]):
        return ""  # "there can hardly be any doubt that"
    if any(parse.lowers[c] in words.negations | words.scant for c in parse.children[token] if c < token):
        return ""  # "there is little doubt that", "there are no reports of": plain, or plainly denied
    if parse.deps[token] == "pobj" and parse.lowers[parse.heads[token]] in ("beyond", "without"):
        return ""  # "it is beyond doubt that"
    if lemma in words.felt and _is_felt(parse, token, words):
        return ""
    return "" if lemma in words.evidences and _is_found_or_none(parse, token, words) else words.nouns[lemma]


def _is_faced(parse: Parse, token: int) -> bool:
    """Whether a threat is what somebody is under: "faces the threat of deportation", "lives under threat of it"."""
    over = parse.heads[token]
    faced = parse.deps[token] == "dobj" and parse.lemmas[over] == "face"
    under = parse.deps[token] == "pobj" and parse.lowers[over] == "under"
    under = under or (parse.deps[token] == "nsubj" and parse.lemmas[over] in ("hang", "loom"))
    of = [below for c in parse.children[token] if parse.lowers[c] == "of" for below in parse.children[c]]
    return (faced or under) and any(parse.lemmas[c] in language.load("en").looming for c in of)


def _is_felt(parse: Parse, token: int, words: language.StanceWords) -> bool:
    """Whether a fear is what somebody lives in or acts out of: "live in fear of arrest", "fled for fear of it"."""
    over = parse.heads[token]
    return parse.deps[token] == "pobj" and token == over + 1 and parse.lowers[over] in words.feeling


def _is_found_or_none(parse: Parse, token: int, words: language.StanceWords) -> bool:
    """Whether there is little evidence, which denies, or somebody found some, which asserts."""
    verb = parse.heads[token]
    if any(parse.deps[c] == "neg" for c in parse.children[verb]):
        return True
    return parse.deps[token] in ("dobj", "nsubjpass") and parse.lemmas[verb] in words.finding | words.denying_predicates


def _has_complement(parse: Parse, token: int, words: language.StanceWords) -> bool:
    """Whether something hangs on a noun that says what it is about: "fears that", "the potential for"."""
    for child in parse.children[token]:
        if child < token:
            continue
        is_for = parse.lowers[child] == "for" and words.nouns.get(parse.lemmas[token]) in ("possible", "predicted")
        if parse.deps[child] == "prep" and (parse.lowers[child] == "of" or is_for):  # but a "claim for asylum"
            return parse.lemmas[token] not in language.load("en").clausal or _tells_of_deeds(parse, token)
        marks = [parse.lowers[m] for m in parse.children[child] if parse.deps[m] in ("mark", "aux")]
        if parse.deps[child] in CLAUSES and ("that" in marks or "to" in marks):
            return "that" in marks or parse.lemmas[token] not in words.opportunities
        if parse.deps[child] in CLAUSES and _is_whole(parse, child):
            return True  # "allegations it watches exiles"
    return False


def _is_whole(parse: Parse, verb: int) -> bool:
    """Whether a clause without a relative word lacks nothing: it has its subject, and an object or what it is."""
    before = [c for c in parse.children[verb] if parse.deps[c] in ("nsubj", "nsubjpass")]
    if not before or any(parse.tags[c] in ("WDT", "WP") for c in parse.children[verb]) or parse.tags[verb] == "VBG":
        return False
    after = {parse.deps[c] for c in parse.children[verb] if c > verb}
    return parse.deps[before[0]] == "nsubjpass" or bool(after & {"dobj", "attr", "acomp"})


def _tells_of_deeds(parse: Parse, noun: int) -> bool:
    """Whether reports are of a deed, told by a participle: "reports of exiles being followed", and not somebody's."""
    high = parse.subtree(noun)[1]
    return parse.lemmas[noun] == "report" and any(
        parse.tags[token] == "VBG" and parse.pos[token] in ("VERB", "AUX") for token in range(noun + 1, high)
    )
