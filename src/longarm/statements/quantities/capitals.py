"""What capital letters and plurals say of the words around a number."""

import re

from longarm.statements.parse import Parse

TITLE_CASE = 0.75  # share of capitalised words from which a sentence is a headline, where capitals say nothing


def is_common(parse: Parse, head: int) -> bool:
    """Whether a noun is written as a common one, or is a plural."""
    return parse.words[head][0].islower() or is_plural(parse, head)


def is_plural(parse: Parse, head: int) -> bool:
    """Whether a noun is a plural; a people's name is one whatever its tag ("300 Uyghurs", "12 Vietnamese")."""
    if parse.tags[head] in ("NNS", "NNPS"):
        return True
    return any(label == "NORP" and first <= head < last for first, last, label in parse.entities) or (
        parse.words[head][0].isupper() and re.fullmatch(r"\w{3,}[^s]s", parse.words[head]) is not None
    )


def is_people(parse: Parse, token: int) -> bool:
    """Whether a token belongs to the name of a people."""
    return any(label == "NORP" and first <= token < last for first, last, label in parse.entities)


def is_headline(parse: Parse, token: int) -> bool:
    """Whether most long words of the sentence have a capital letter, so that capitals say nothing."""
    first, last = parse.sentences[parse.sentence_of(token)]
    words = [word for word in parse.words[first:last] if len(word) > 3 and word[0].isalpha()]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= TITLE_CASE * len(words)


def sentence_start(parse: Parse, token: int) -> int:
    """The first token of a token's sentence."""
    return parse.sentences[parse.sentence_of(token)][0]
