"""Nouns that a source stands in: their names, articles and company, as the grammar has them."""

from collections.abc import Container

from longarm.languages import discourse as language
from longarm.statements.discourse.names import is_date, widen
from longarm.statements.parse import Parse


def whole_name(parse: Parse, head: int) -> str:
    """The name as the grammar has it, or the parser's entity where that is longer ("Reporters Without Borders")."""
    first, last = widen(parse, head)
    for start, end, label in parse.entities:
        is_longer = start <= first and last <= end and end - start > last - first
        is_longer = is_longer and not any(parse.tags[t] in _FINITE for t in range(start, end))
        if label == "ORG" and is_longer and ":" not in parse.words[start:end]:
            while start < first and (parse.lowers[start] in ("the", "a", "an") or parse.pos[start] == "PUNCT"):
                start += 1
            first, last = start, end - (parse.lowers[end - 1] in ("'s", "’s"))
            break
    is_open = any(word in _QUOTES for word in parse.words[first:last])
    last += is_open and last < len(parse) and parse.words[last] in _QUOTES and parse.words[last - 1] not in _QUOTES
    return parse.span(past_kind(parse, first, last), last).words


_FINITE = frozenset({"VBD", "VBZ", "MD"})  # tags of what stands in no name
_QUOTES = frozenset('"“”„«»')


def past_kind(parse: Parse, first: int, last: int) -> int:
    """Where a name begins behind the words that only say what kind of body bears it: "European NGO Front Voices"."""
    kinds = language.load("en").organisations
    for token in range(last - 2, first - 1, -1):
        is_kind = parse.lemmas[token] in kinds and (parse.words[token].islower() or parse.words[token].isupper())
        if is_kind and parse.words[token + 1][0].isupper():
            return token + 1
    return first


def is_in_name(parse: Parse, head: int) -> bool:
    """Whether a noun for a work or a count is part of a name: "The Harbour Post", "Iraq Body Count"."""
    first, last = widen(parse, head)
    return parse.pos[head] == "PROPN" and last - first > 1


def is_joined(parse: Parse, noun: int) -> bool:
    """Whether a word joins a noun to the one before it, and not a comma alone ("the union, Far Shore, asked ...")."""
    low = parse.subtree(noun)[0]
    return low == 0 or parse.words[low - 1] != ","


def has(parse: Parse, head: int, determiners: set[str]) -> bool:
    """Whether one of these words stands with a noun."""
    return any(parse.lowers[c] in determiners for c in parse.children[head])


def is_bare(parse: Parse, head: int, but: Container[str] = ()) -> bool:
    """Whether nothing but an article stands with a noun, or a word that only says where it sits ("Porto-based")."""
    own = [c for c in parse.children[head] if parse.lowers[c] not in but]
    return not any(parse.deps[c] in ("amod", "compound", "poss", "nmod", "prep") for c in own)


def made_with(parse: Parse, noun: int) -> int:
    """The work that is made together with others, for the noun for the others: "an inquiry in collaboration with ten
    outlets, which detailed ..." is told by the inquiry; any other noun is itself."""
    joint = parse.heads[parse.heads[noun]]
    if parse.deps[noun] != "pobj" or parse.lowers[parse.heads[noun]] not in ("with", "between", "among"):
        return noun
    if parse.lemmas[joint] not in language.load("en").joint_nouns:
        return noun
    over = parse.heads[parse.heads[joint]]  # past the "in" of "in collaboration with"
    return over if parse.pos[over] in ("NOUN", "PROPN") else noun


def giver(parse: Parse, work: int) -> int | None:
    """The office or body, not by name, that a work is told to be from: "a statement on Sunday from the bureau"."""
    words, last = language.load("en"), parse.sentences[parse.sentence_of(work)][1]
    by = next((t for t in range(work + 1, last) if not (is_date(parse, t) or parse.lowers[t] == "on")), None)
    if (
        by is not None
        and parse.tags[by] == "VBN"
        and parse.lemmas[by] in words.publishing_verbs
        and parse.heads[by] == work
    ):
        by = next(
            (c for c in parse.children[by] if parse.deps[c] == "agent"), None
        )  # "a statement issued by the bureau"
    if by is None or parse.lowers[by] not in ("by", "from"):
        return None
    party = next((c for c in parse.children[by] if parse.deps[c] == "pobj"), None)
    known = words.organisations | words.persons | words.callings | words.governing
    return party if party is not None and parse.lemmas[party] in known else None
