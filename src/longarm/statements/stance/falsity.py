"""Falsity: calling claims false, or the accused innocent, which is denying without a word of denying."""

from longarm.languages import stance as language
from longarm.statements.parse import Parse

NAMED_DEPTH = 3  # steps up from a word to the verb that names


def calls_false(parse: Parse, head: int) -> bool:
    """Whether a predicate says of claims that they are false ("the reports were a smear", "called the claims lies"), or
    of the accused that they are innocent: a denial without a word of denying."""
    words = language.load("en")
    of = {
        parse.deps[c]: c
        for c in reversed(parse.children[head])  # the first of two subjects, where the parser sees two
        if parse.deps[c] in ("nsubj", "nsubjpass", "dobj", "attr", "acomp", "oprd", "csubj")
    }
    if "csubj" in of and parse.lemmas[head] == "be":
        said = [of[dep] for dep in ("attr", "acomp", "oprd") if dep in of]
        is_false = any(_is_false(parse, c, words) or parse.lemmas[c] in words.affronts for c in said)
        return is_false and not _is_refused(parse, head, words)
    if "nsubj" in of and parse.lemmas[of["nsubj"]] in words.claim_nouns and _is_groundless(parse, head, words):
        return True
    if parse.lemmas[head] in ("be", "prove", "remain") and "nsubj" in of:
        said = [of[dep] for dep in ("attr", "acomp", "oprd") if dep in of]
        if any(parse.lemmas[c] in words.innocences for c in said):
            return not _is_refused(parse, head, words)
        claims = parse.lemmas[of["nsubj"]] in words.claim_nouns
        if claims and any(parse.lowers[c] in ("true", "so", "correct", "accurate") for c in said):
            return _is_refused(parse, head, words)
        return claims and any(_is_false(parse, c, words) for c in said) and not _is_refused(parse, head, words)
    if "nsubjpass" in of and parse.lemmas[of["nsubjpass"]] in words.claim_nouns:
        is_made_up = parse.lemmas[head] in words.slanders or parse.lowers[head] in words.falsities
        return is_made_up and not _is_refused(parse, head, words)
    if parse.lemmas[head] in words.professing and "dobj" in of:
        return parse.lemmas[of["dobj"]] in words.innocences and not _is_refused(parse, head, words)
    if parse.lemmas[head] not in words.naming_verbs:
        return False
    high = parse.subtree(head)[1]
    named = [
        t
        for t in range(head + 1, high)
        if parse.lemmas[t] in words.claim_nouns
        and (
            parse.pos[t] in ("NOUN", "PRON")
            or (t == head + 1 and parse.pos[t] == "DET")
            or (parse.tags[t] == "VBZ" and parse.heads[t] == head)
        )
    ]
    if not named:
        return False
    told = range(named[0] + 1, high)
    return any(_is_false(parse, t, words) and _is_named(parse, t, head) for t in told) or any(
        parse.lowers[t] == "without" and _has_grounding(parse, t, words) for t in told
    )


def _is_groundless(parse: Parse, head: int, words: language.StanceWords) -> bool:
    """ "Have no basis", "lack any foundation", "are without merit"."""
    if parse.lemmas[head] == "be":
        said = [c for c in parse.children[head] if parse.lowers[c] in words.bare and parse.deps[c] == "acomp"]
        if any(_has_grounding(parse, of, words) for c in said for of in parse.children[c]):
            return True  # "are devoid of any basis"
        return any(parse.lowers[c] == "without" and _has_grounding(parse, c, words) for c in parse.children[head])
    if parse.lemmas[head] in words.resting:
        on = [c for c in parse.children[head] if parse.lowers[c] in ("on", "upon")]
        return any(
            _is_false(parse, below, words) for c in on for below in parse.children[c]
        )  # "rest on false premises"
    objects = [c for c in parse.children[head] if parse.deps[c] == "dobj" and parse.lemmas[c] in words.groundings]
    is_none = any(parse.lowers[c] == "no" for noun in objects for c in parse.children[noun])
    return bool(objects) and (parse.lemmas[head] == "lack" or (parse.lemmas[head] == "have" and is_none))


def _has_grounding(parse: Parse, preposition: int, words: language.StanceWords) -> bool:
    return any(parse.lemmas[c] in words.groundings for c in parse.children[preposition])


def accuses_of_falsehood(parse: Parse, head: int) -> bool:
    """Whether a predicate accuses somebody of telling what is false ("accused the group of spreading lies"); said by
    those who are themselves accused it is a denial."""
    words = language.load("en")
    if parse.lemmas[head] not in ("accuse", "charge", "blame"):
        return False
    high = parse.subtree(head)[1]
    of = next((t for t in range(head + 1, high) if parse.lowers[t] in ("of", "with", "for")), high)
    return any(parse.lemmas[t] in words.slanders or _is_false(parse, t, words) for t in range(of, high))


def scorns(parse: Parse, head: int) -> bool:
    """Whether a predicate tells that somebody sees, hears or opposes what is false: "spoke of slander", "firmly opposes
    the smears"; said by those who are accused it is a denial."""
    words = language.load("en")
    if parse.lemmas[head] not in words.scorning:
        return False
    told = [c for c in parse.children[head] if parse.deps[c] == "dobj"]
    told += [g for c in parse.children[head] if parse.deps[c] == "prep" for g in parse.children[c]]
    return any(_is_false(parse, c, words) for c in told) and not _is_refused(parse, head, words)


def _is_false(parse: Parse, token: int, words: language.StanceWords) -> bool:
    return any(
        parse.lemmas[t] in words.falsities or parse.lowers[t] in words.falsities
        for t in (token, *(c for c in parse.children[token] if parse.deps[c] in ("amod", "conj", "compound")))
    )


def _is_refused(parse: Parse, head: int, words: language.StanceWords) -> bool:
    return any(parse.lowers[c] in words.negations for c in parse.children[head])


def _is_named(parse: Parse, token: int, head: int) -> bool:
    """Whether a word is what something is called, on the verb itself or after "as"."""
    at = token
    for _ in range(NAMED_DEPTH):
        is_name = parse.deps[at] in ("oprd", "xcomp", "ccomp", "acomp", "attr", "amod", "dobj")
        if (is_name or parse.lowers[at] == "as") and parse.heads[at] == head:
            return True
        at = parse.heads[at]
    return False
