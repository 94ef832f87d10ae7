"""Words of doubt: which tokens of a parse hedge, and how."""

import functools

from longarm.languages import stance as language
from longarm.statements.parse import Parse
from longarm.statements.stance.hedgenouns import noun
from longarm.statements.stance.hedgeverbs import SEEMING, is_to_be, predicate
from longarm.statements.stance.modals import modal


def hedge_kind(parse: Parse, token: int, words: language.StanceWords) -> str:
    """The kind of hedge that a token is, or empty; of several words ("in all likelihood") it is the last."""
    lower, known = parse.lowers[token], _vocabulary()
    if lower not in known and parse.lemmas[token] not in known:
        return ""
    if parse.lemmas[token] == "be":
        return "predicted" if is_to_be(parse, token) else ""
    pos = parse.pos[token]
    if lower in words.adverbs and pos in ("ADV", "ADJ", "VERB", "NOUN"):
        return words.adverbs[lower]
    if is_so_called(parse, token):
        return words.adverbs.get("so-called", "")
    if (length := words_of(parse, token)) > 1:
        return words.adverbs[" ".join(parse.lowers[token + 1 - length : token + 1])]
    if parse.tags[token] == "MD":
        return modal(parse, token, words)
    return _adjective(parse, token, words) or noun(parse, token, words) or predicate(parse, token, words)


@functools.cache
def _vocabulary() -> frozenset[str]:
    """Every word that a hedge can end in, so that the others are passed over at once."""
    words = language.load("en")
    single = (*words.adjectives, *words.nouns, *words.predicates, *words.modals, *words.impending)
    last = (phrase.split()[-1] for phrase in words.adverbs)
    return frozenset(
        (
            *SEEMING,
            *single,
            *last,
            *words.resembling,
            *words.improbable,
            *words.open,
            "called",
            "must",
            "should",
            "point",
            "going",
            "be",
            "threat",
        )
    )


def words_of(parse: Parse, token: int) -> int:
    """Of how many words a hedge is that a token ends, or one: "almost certainly", "in all likelihood", "so-called"."""
    if is_so_called(parse, token):
        return 3
    adverbs = language.load("en").adverbs
    ends = (n for n in (3, 2) if token + 1 >= n and " ".join(parse.lowers[token + 1 - n : token + 1]) in adverbs)
    return next(ends, 1)


def is_so_called(parse: Parse, token: int) -> bool:
    """Whether a word is the last of "so-called"."""
    return parse.lowers[token] == "called" and parse.lowers[max(token - 2, 0) : token] == ["so", "-"]


def _adjective(parse: Parse, token: int, words: language.StanceWords) -> str:
    lower, lemma, dep = parse.lowers[token], parse.lemmas[token], parse.deps[token]
    if dep == "acomp" and lower in words.impending and any(parse.deps[c] == "xcomp" for c in parse.children[token]):
        return "predicted"
    if dep in ("acomp", "oprd") and (lower in words.improbable or (lower in words.open and asks(parse, token))):
        return "possible"
    if lower in words.resembling and dep in ("acomp", "attr"):
        return "possible" if any(parse.lowers[c] in ("of", "with") for c in parse.children[token]) else ""
    known = lower if lower in words.adjectives else lemma if lemma in words.adjectives else ""
    beside = (*parse.children[token], *parse.children[parse.heads[token]])
    if dep == "acomp" and lower in words.opportunities and any(parse.deps[c] == "xcomp" for c in beside):
        return ""  # "it is possible to renew them"
    if known and (dep in ("amod", "acomp") or (dep in ("oprd", "ccomp") and parse.pos[token] == "ADJ")):
        if lower == "accused" and (
            parse.words[token - 1] == "-" or parse.pos[parse.heads[token]] not in ("NOUN", "PROPN")
        ):
            return ""  # "his co-accused", "both accused deny it"
        if any(parse.deps[c] == "advmod" and parse.lowers[c] in words.told_before for c in parse.children[token]):
            return ""  # "the newly reported cases" are those told of last
        return words.adjectives[known]
    # The small model reads "are alleged violations" as a passive; the noun after it is what is hedged.
    is_verb = any(parse.deps[c] == "nsubj" for c in parse.children[token])  # "exiles reported symptoms"
    if (
        lower in words.adjectives
        and parse.pos[token] in ("VERB", "ADJ")
        and _noun_follows(parse, token)
        and not (is_verb or dep == "prep")  # "released pending an inquiry"
    ):
        return words.adjectives[lower]
    return ""


def asks(parse: Parse, token: int) -> bool:
    """Whether a clause hangs on a predicate, or on what it says, that asks whether something is so."""
    heads = (token, parse.heads[token])
    return any(
        parse.deps[mark] == "mark" and parse.lowers[mark] in ("whether", "if")
        for head in heads
        for child in parse.children[head]
        if parse.deps[child] in ("ccomp", "advcl", "acl", "csubj", "pcomp")
        for mark in (*parse.children[child], *(m for c in parse.children[child] for m in parse.children[c]))
    )


def _noun_follows(parse: Parse, token: int) -> bool:
    return token + 1 < len(parse) and parse.pos[token + 1] in ("NOUN", "ADJ", "PROPN")
