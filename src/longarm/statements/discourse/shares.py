"""Shares: the people of whom so many speak: "more than half of the academics", "one in five", "one of them, X"."""

from longarm.codebook.loader import people_nouns
from longarm.languages import discourse as language
from longarm.statements.attributions import extents
from longarm.statements.discourse.names import is_name
from longarm.statements.parse import Parse

_SINGLE = frozenset(
    {"one", "another", "other", "first", "second", "third", "latter", "former", "fourth", "fifth", "sixth", "last"}
)
_BETWEEN = frozenset({"in", "of", "out"})


def beside(parse: Parse, head: int) -> int | None:
    """The name or calling of one of several: "one of them, the poet Ana Example, said", "the first, a nurse, said"."""
    if parse.lowers[head] not in _SINGLE:
        return None
    for child in parse.children[head]:
        is_named = is_name(parse, child) or any(is_name(parse, c) for c in parse.children[child])
        is_named = is_named or (parse.pos[child] == "NOUN" and parse.lemmas[child] in _callings())
        if parse.deps[child] == "appos" and child > head and is_named:
            return child
    return None


def _callings() -> frozenset[str]:
    words = language.load("en")
    return words.persons | words.callings | words.kin | frozenset(people_nouns())


def is_share(parse: Parse, head: int) -> bool:
    """Whether a token heads a share of a group: "a third", "40 %", "two-thirds", "one in five", "a handful of"."""
    fractions = language.load("en").fractions
    if parse.lowers[head] in fractions:
        if parse.lowers[head] == "couple" and whole(parse, head) is None:
            return False  # two who are married
        is_one = parse.lowers[head] in _SINGLE and any(parse.lowers[c] == "the" for c in parse.children[head])
        return parse.pos[head] != "PROPN" and (not is_one or whole(parse, head) is not None)
    return parse.tags[head] == "CD" and (_fraction(parse, head) is not None or _out_of(parse, head) is not None)


def whole(parse: Parse, head: int) -> int | None:
    """The noun of the group that a share is of: "half of the academics"; None where the words do not tell."""
    for token in (head, _fraction(parse, head)):
        of = None if token is None else next((c for c in parse.children[token] if parse.lowers[c] == "of"), None)
        noun = None if of is None else extents.child(parse, of, "pobj")
        if noun is not None and parse.tags[noun] != "CD":
            return noun
    return None


def words(parse: Parse, head: int) -> str:
    """The share in its own words: "one in five", "half of them"."""
    last = next((t for t in (_out_of(parse, head), whole(parse, head)) if t is not None), head)
    return parse.span(head, last + 1).words


def counted(parse: Parse, noun: int) -> int | None:
    """The number of a noun that only says how many of all they are: "one in five students"."""
    number = next((c for c in parse.children[noun] if parse.deps[c] == "nummod" and c < noun), None)
    if number is None or not any(parse.lowers[c] in _BETWEEN for c in parse.children[number]):
        return None
    return number


def _fraction(parse: Parse, head: int) -> int | None:
    """The part of "two-thirds" that says of what size the parts are."""
    fractions = language.load("en").fractions
    return next((c for c in parse.children[head] if c > head and parse.lowers[c] in fractions), None)


def _out_of(parse: Parse, head: int) -> int | None:
    """The number of "one in five", "seven out of ten"."""
    token = head
    for _ in range(2):
        inner = next((c for c in parse.children[token] if c > head and parse.lowers[c] in _BETWEEN), None)
        number = None if inner is None else extents.child(parse, inner, "pobj")
        if number is not None:
            return number if parse.tags[number] == "CD" else None
        if inner is None:
            return None
        token = inner
    return None
