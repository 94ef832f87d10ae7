"""What capital letters and plurals say of the words around a number."""

import re

from longarm.core.capitals import is_capitalised
from longarm.statements.parse import Parse


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
    """Whether the sentence of a token is one whose capitals say nothing."""
    first, last = parse.sentences[parse.sentence_of(token)]
    return is_capitalised(parse.words[first:last])


def sentence_start(parse: Parse, token: int) -> int:
    """The first token of a token's sentence."""
    return parse.sentences[parse.sentence_of(token)][0]
