"""Words of doubt: which tokens of a parse hedge, and how."""

from longarm.languages import stance as language
from longarm.statements.parse import Parse


def is_nearly(parse: Parse, token: int) -> bool:
    """Whether a word is a hedge together with the one before it: "almost certainly"."""
    return token > 0 and f"{parse.lowers[token - 1]} {parse.lowers[token]}" in language.load("en").adverbs


def is_so_called(parse: Parse, token: int) -> bool:
    return parse.lowers[token] == "called" and parse.lowers[max(token - 2, 0) : token] == ["so", "-"]


def hedge_kind(parse: Parse, token: int, words: language.StanceWords) -> str:
    lower, lemma, pos = parse.lowers[token], parse.lemmas[token], parse.pos[token]
    if lower in words.adverbs and pos in ("ADV", "ADJ", "VERB", "NOUN"):
        return words.adverbs[lower]
    if is_nearly(parse, token):
        return words.adverbs[f"{parse.lowers[token - 1]} {lower}"]
    if parse.tags[token] == "MD" and lower in words.modals:
        return "" if lower in words.refusing_modals and _is_refused(parse, token) else words.modals[lower]
    if parse.deps[token] in ("amod", "acomp") and (lower in words.adjectives or lemma in words.adjectives):
        if any(parse.deps[c] == "advmod" and parse.lowers[c] in words.told_before for c in parse.children[token]):
            return ""  # "the newly reported cases" are those told of last
        return words.adjectives.get(lower) or words.adjectives[lemma]
    if is_so_called(parse, token):
        return words.adverbs.get("so-called", "")
    # The small model reads "are alleged violations" as a passive; the noun after it is what is hedged.
    if lower in words.adjectives and pos in ("VERB", "ADJ") and _noun_follows(parse, token):
        return words.adjectives[lower]
    if pos == "NOUN" and lemma in words.nouns and _has_complement(parse, token):
        return words.nouns[lemma]
    if pos == "VERB" and lemma in words.predicates and _defers(parse, token):
        return words.predicates[lemma]
    return ""


def _is_refused(parse: Parse, modal: int) -> bool:
    """Whether a negation makes a modal tell of refusal or inability: "will not comment", "could not say"."""
    verb = parse.heads[modal]
    return any(parse.deps[c] == "neg" and modal < c <= verb for c in parse.children[verb])


def _noun_follows(parse: Parse, token: int) -> bool:
    return token + 1 < len(parse) and parse.pos[token + 1] in ("NOUN", "ADJ", "PROPN")


def _has_complement(parse: Parse, token: int) -> bool:
    """Whether something hangs on a noun that says what it is about: "fears that", "the potential for"."""
    for child in parse.children[token]:
        if child < token:
            continue
        if parse.deps[child] == "prep" and parse.lowers[child] in ("of", "for"):
            return parse.lemmas[token] not in ("report", "charge")  # "took charge of it"
        if parse.deps[child] in ("acl", "ccomp", "relcl") and any(
            parse.lowers[mark] in ("that", "to") and parse.deps[mark] in ("mark", "aux")
            for mark in parse.children[child]
        ):
            return True
    return False


def _defers(parse: Parse, token: int) -> bool:
    """Whether a verb's complement is what is asserted: "is believed to run", "are accused of running"."""
    passive = any(parse.deps[child] in ("auxpass", "nsubjpass") for child in parse.children[token])
    participle = parse.deps[token] in ("acl", "amod") and parse.tags[token] == "VBN"
    intransitive = parse.lemmas[token] in ("appear", "seem", "plan", "intend", "expect", "aim", "hope")
    if not (passive or participle or intransitive):
        return False
    complements = ("pcomp", "pobj") if parse.lemmas[token] in ("accuse", "suspect") else ("pcomp",)
    for child in parse.children[token]:
        if parse.deps[child] == "xcomp" and child > token:
            return True
        if parse.deps[child] == "ccomp" and child > token and passive:
            return True  # "it is believed that"
        if parse.deps[child] in ("oprd", "acomp") and child > token and passive:
            return True  # "are feared dead", "is believed responsible"
        if (
            parse.deps[child] == "prep"
            and child > token
            and parse.lowers[child] in ("of", "with", "as")
            and any(parse.deps[below] in complements for below in parse.children[child])
        ):
            return True
    return False
