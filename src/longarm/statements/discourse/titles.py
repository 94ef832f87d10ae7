"""Titles: how a work that a text names is called, behind the noun for it or before it."""

import re

from longarm.languages import discourse as language
from longarm.model.spans import Span
from longarm.statements.parse import Parse

_SMALL_WORDS = frozenset("a an and as at by for from in into of on or over the to under with".split())  # noqa: SIM905
_BEFORE_TITLE = frozenset(
    ", : ( is was be been published released issued under the title recent its it has which that".split()  # noqa: SIM905
)
_QUOTE = re.compile("[\"“”‘’'«„]|``")
LONGEST_TITLE = 16  # words


def behind(parse: Parse, token: int) -> Span | None:
    """The title that follows a noun for a work: after "entitled", "published as", a comma or at once."""
    words = language.load("en")
    limit = min(len(parse), token + 12)
    at = token + 1
    introduced = False
    while at < limit:
        lower = parse.lowers[at]
        if lower in words.titled or (lower == "as" and parse.lemmas[at - 1] in words.publishing_verbs):
            introduced = True
        elif _QUOTE.fullmatch(parse.words[at]):
            return _quoted_title(parse, at)
        elif (parse.words[at][0].isupper() or parse.words[at][0].isdigit()) and (
            introduced or parse.lowers[at - 1] == ","
        ):
            if introduced:
                return _capital_title(parse, at)
            return None
        elif lower not in _BEFORE_TITLE and parse.tags[at] != "VBN":
            return None
        at += 1
    return None


def _quoted_title(parse: Parse, mark: int) -> Span | None:
    last = mark + 1
    while last < len(parse) and not _QUOTE.fullmatch(parse.words[last]) and parse.words[last] not in ("''", "»"):
        last += 1
        if last - mark > LONGEST_TITLE:
            return None
    inner = [i for i in range(mark + 1, last) if parse.words[i] not in (".", ",")]
    if len(inner) < 2:
        return None
    capitals = sum(
        parse.words[i][0].isupper() or parse.words[i][0].isdigit() for i in inner if parse.words[i][0].isalnum()
    )
    plain = sum(parse.lowers[i] not in _SMALL_WORDS and parse.words[i][0].islower() for i in inner)
    return parse.span(inner[0], inner[-1] + 1) if capitals > plain else None


def _capital_title(parse: Parse, first: int) -> Span | None:
    last = first
    while last < len(parse) and last - first < LONGEST_TITLE:
        word = parse.words[last]
        if not (
            word[0].isupper() or word[0].isdigit() or parse.lowers[last] in _SMALL_WORDS or word in (":", "-", "–", "&")
        ):
            break
        last += 1
    while last > first and not parse.words[last - 1][0].isalnum():
        last -= 1
    while last > first and parse.lowers[last - 1] in _SMALL_WORDS:
        last -= 1
    return parse.span(first, last) if last - first >= 2 else None
