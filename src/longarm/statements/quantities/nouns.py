"""The noun phrase that a number counts, or is a part of."""

import re
from dataclasses import dataclass

from longarm.model.spans import Span
from longarm.statements.parse import Parse

_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "ADV", "DET", "PRON"})
_ARTICLES = frozenset({"a", "an"})  # begin a noun phrase of their own
_JOINTS = frozenset({"and", "or", ",", "/"})
_LINKS = frozenset({"nummod", "quantmod", "compound", "nmod", "amod", "det", "appos", "advmod", "predet", "npadvmod"})
_GROUPS = frozenset({"dozen", "score"})
REACH = 8  # tokens from a number to the noun it counts


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase: its head token, its first token and one past its last, without articles in front."""

    head: int
    first: int
    last: int
    is_of: bool = False
    whole: tuple[int, int] | None = None

    def span(self, parse: Parse) -> Span:
        """The words of the phrase."""
        return parse.span(self.first, self.last)

    def lemma(self, parse: Parse) -> str:
        """Lemma of the head, lower case, singular also where a capital letter hides the plural ("Police Stations")."""
        lemma = parse.lemmas[self.head]
        if parse.tags[self.head] == "VBN":
            return parse.lowers[self.head]
        if parse.pos[self.head] == "PROPN" and lemma == parse.lowers[self.head] and len(lemma) > 3:
            return re.sub(r"(?<=[^s])s$", "", re.sub(r"ies$", "ys", lemma))
        return lemma


def counted(parse: Parse, first: int, last: int) -> Noun | None:
    """The noun that the number in tokens first up to last counts; None where it is left out ("Toronto has three").

    "54 of these stations" counts stations, and keeps the words after "of" as the whole.
    """
    if last < len(parse) and parse.tags[last] == "POS":
        return None  # "the iPhone 11's camera"
    if last < len(parse) and parse.lowers[last] == "of":
        return _after_of(parse, last)
    head = _by_grammar(parse, first, last)
    if head is None:
        head = _by_order(parse, last)
    if head is None:
        return None
    begin = _skip_front(parse, last, head)
    return Noun(head, begin, head + 1)


def _by_grammar(parse: Parse, first: int, last: int) -> int | None:
    token = last - 1
    for _ in range(REACH):
        head = parse.heads[token]
        if head == token or parse.deps[token] not in _LINKS:
            return None
        if head >= last:
            break
        token = head
    else:
        return None
    while parse.deps[head] in ("compound", "nmod") and head < parse.heads[head] <= head + 3:
        head = parse.heads[head]
    if head - last > REACH or parse.pos[head] not in ("NOUN", "PROPN") or not _is_clear(parse, last, head):
        return None
    return head


def _is_clear(parse: Parse, start: int, stop: int) -> bool:
    """Whether nothing between two tokens ends a noun phrase."""
    if parse.lowers[start] in _JOINTS and parse.pos[min(start + 1, stop)] != "NUM":
        return False
    for token in range(start, stop):
        if parse.lowers[token] in _ARTICLES:
            return False
        if parse.pos[token] in _INSIDE or parse.lowers[token] in (
            "-",
            "and",
            ",",
            "/",
            "or",
            '"',
            "“",
            "”",
            "‘",
            "’",
            "'",
        ):
            continue
        if parse.tags[token] in ("VBN", "VBG", "POS") or parse.deps[token] in ("amod", "compound"):
            continue
        return False
    return True


def _by_order(parse: Parse, start: int) -> int | None:
    """The last noun of the run of adjectives, participles and nouns that starts there."""
    head, is_doubtful = None, False
    for token in range(start, min(start + REACH, len(parse))):
        pos, tag = parse.pos[token], parse.tags[token]
        if pos in ("NOUN", "PROPN"):
            head = token
        elif head is not None or parse.deps[token] == "prep":
            break
        elif tag in ("VBN", "VBD", "VBG"):
            is_doubtful = is_doubtful or parse.deps[token] not in ("amod", "compound")
        elif pos != "ADJ" and parse.lowers[token] not in ('"', "“", "‘", "more", "other", "such"):
            break
    if head is not None and is_doubtful and (head == start + 1 or parse.tags[head] not in ("NNS", "NNPS")):
        return None
    return head


def _skip_front(parse: Parse, start: int, head: int) -> int:
    """The first word of the phrase itself: articles, hyphens and quotation marks in front are left out."""
    for token in range(start, head):
        if parse.pos[token] == "NUM" and parse.lowers[token - 1] in ("and", "or", ",", "&"):
            start = token + 1
    while start < head and (parse.pos[start] in ("DET", "PUNCT", "SYM") or parse.lowers[start] in ("of", "such")):
        start += 1
    return start


def _after_of(parse: Parse, of: int) -> Noun | None:
    """The phrase after "of", with the whole of it as written."""
    head = next((child for child in parse.children[of] if parse.deps[child] == "pobj" and child > of), None)
    if head is not None and _is_closed(parse, of, head):
        return None
    if head is None or head - of > REACH or parse.pos[head] == "NUM":
        start = of + 1
        while start < len(parse) and parse.pos[start] in ("DET", "PRON", "NUM"):
            start += 1
        named = _by_order(parse, start)
        if named is None and start < len(parse) and parse.tags[start] in ("VBN", "JJ"):
            named = start  # "four of the 12 accused"
        head = head if named is None else named
    if head is not None and parse.lowers[head] in _GROUPS and parse.tags[head + 1 : head + 2] == ["NNS"]:
        head += 1  # "two of the dozen suspects"
    if head is None and of + 1 < len(parse) and parse.pos[of + 1] in ("DET", "PRON"):
        head = of + 1
    if head is None:
        return None
    numbers = [token for token in range(of + 1, head) if parse.pos[token] == "NUM"]
    first = _skip_front(parse, numbers[-1] + 1 if numbers else of + 1, head)
    while first < head and parse.pos[first] in ("DET", "PRON", "NUM"):
        first += 1
    opening = of + 1 if parse.pos[of + 1] != "PUNCT" else of + 2
    return Noun(head, first, head + 1, is_of=True, whole=(min(opening, head), _phrase_end(parse, head)))


def _is_closed(parse: Parse, of: int, head: int) -> bool:
    """Whether a bare number closes the phrase before its head: "three of the five to ten years"."""
    return any(
        parse.pos[token] == "NUM" and parse.pos[token + 1] in ("ADP", "PART", "SCONJ", "AUX", "VERB", "PRON")
        for token in range(of + 1, head)
        if parse.tags[token + 1] not in ("VBN", "VBG") and parse.lowers[token + 1] != "of"
    )


def _phrase_end(parse: Parse, head: int) -> int:
    """One past the phrase: the head, with an "of" phrase or a participle right after it ("people targeted")."""
    end = head + 1
    while end < len(parse):
        if parse.lowers[end] == "of" and parse.heads[end] == end - 1:
            inner = next((child for child in parse.children[end] if parse.deps[child] == "pobj"), None)
            if inner is None or inner <= end:
                return end
            end = inner + 1
        elif parse.tags[end] == "VBN" and parse.heads[end] == head and parse.deps[end] == "acl":
            return end + 1
        else:
            return end
    return end
