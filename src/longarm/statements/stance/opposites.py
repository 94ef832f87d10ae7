"""Opposites: a negation that only sets one thing against another ("14 offices, not 40") and denies nothing else."""

from longarm.statements.parse import Parse

_SETTING = frozenset({",", "and", "but", "(", ";", "–", "—"})
_DETERMINERS = frozenset({"the", "those", "these", "some", "about"})


def is_set_against(parse: Parse, token: int) -> bool:
    """Whether "not" only sets a number against the right one before it: "14 offices, not 40", "14, and not the 40"."""
    if token < 2 or parse.lowers[token] != "not" or parse.lowers[token - 1] not in _SETTING:
        return False
    after = token + 1
    while after < len(parse) and parse.lowers[after] in _DETERMINERS:
        after += 1
    sentence = parse.sentences[parse.sentence_of(token)][0]
    counted = any(parse.tags[before] == "CD" for before in range(sentence, token))
    is_one = parse.lowers[token + 1 : token + 2] == ["one"] and parse.deps[token + 1] in ("nsubj", "nsubjpass")
    return counted and not is_one and after < len(parse) and parse.tags[after] == "CD"  # but "not one led to a charge"


def is_set_beside(parse: Parse, token: int) -> bool:
    """Whether "not" only sets one thing against another: "threatened the mother, not the father"."""
    before = parse.words[token - 1] if parse.words[token - 1] not in ("and", "but") else parse.words[token - 2]
    after = token + 1
    while after < len(parse) and parse.pos[after] in ("DET", "PRON", "ADJ", "ADP") and parse.tags[after] != "PRP":
        after += 1
    is_thing = after < len(parse) and parse.pos[after] in ("NOUN", "PROPN")
    is_reason = parse.lowers[token + 1 : token + 2] == ["because"] and before in _SETTING  # ", but not because of it"
    return parse.lowers[token] == "not" and (is_reason or (before in _SETTING and is_thing))


def is_of_another(parse: Parse, token: int, focus: int, head: int) -> bool:
    """Whether a negation is of another part than what is counted: beyond a semicolon, or at its own place of a list
    ("six in 2018, none in 2019")."""
    if focus == head:
        return False
    if _is_presupposed(parse, token, focus) or _is_listed(parse, token, focus):
        return True
    if ";" in parse.words[min(token, focus) : max(token, focus)]:
        return True
    numbers = any(parse.tags[t] == "CD" for t in range(parse.sentences[parse.sentence_of(token)][0], token))
    return numbers and parse.lowers[token] == "none" and parse.words[token - 1] in (",", "and", "or")


def _is_presupposed(parse: Parse, token: int, focus: int) -> bool:
    """Whether "no" stands before a noun, and what is counted below it with something that is said to be: "no immunity
    in respect of its use of spyware against two exiles"."""
    noun, at, is_definite = parse.heads[token], focus, False
    if parse.lowers[token] != "no" or parse.deps[token] != "det":
        return False
    while parse.heads[at] != at:
        at = parse.heads[at]
        if at == noun:
            return is_definite
        is_definite = is_definite or any(
            parse.deps[c] == "poss" or parse.lowers[c] in ("the", "these", "those", "this") for c in parse.children[at]
        )
    return False


def _is_listed(parse: Parse, token: int, focus: int) -> bool:
    """Whether "no" stands at another place of a list than a number: "no office in 2020, two in 2021"."""
    noun = parse.heads[token]
    if parse.lowers[token] != "no" or parse.deps[token] != "det" or not noun < focus:
        return False
    first = parse.subtree(focus)[0]
    joint = parse.lowers[first - 1] in (",", "and", ";", "but") if first else False
    return joint and parse.tags[focus] == "CD" and parse.deps[focus] in ("conj", "appos", "npadvmod", "dep", "nummod")
