"""Referring: numbers that only stand for those told of before: "the two were charged", "the two offices"."""

from longarm.model.statements import Quantity
from longarm.statements.candidates import Frame
from longarm.statements.counts.measures import measures_by_id
from longarm.statements.text import Part

FEW = 12  # so many and fewer, with "the", are mostly those told of before


def refers_back(part: Part, quantity: Quantity, head: int, measures: tuple[str, ...]) -> bool:
    """Whether a number only stands for people or things counted before: "the two were charged", "the two sides"."""
    first = part.tokens_of(quantity.span)[0]
    if quantity.span.words.lower() == "one" and first > 0 and part.parse.lowers[first - 1] == "not":
        return True  # "not one office" is none, which the clause itself tells
    definite = first > 0 and part.parse.lowers[first - 1] in ("the", "these", "those", "both")
    if part.parse.deps[head] == "attr":
        return False  # "X and Y are the two other countries"
    if (
        (quantity.unit or not _is_repeated(part, quantity))
        and part.parse.lowers[max(first - 2, 0) : first] == ["of", "the"]
        and any(_ends_before(part, other, first - 2) for other in part.quantities)
    ):
        return False  # "three of the five suspects" tells that there are five
    is_new = _is_large(quantity) and (bool(quantity.unit) or _is_set(part, first))
    if definite and (is_new or _is_singled_out(part, first, head)):
        return False
    known = quantity.unit and any(_is_own(measure) for measure in measures)
    between = part.parse.deps[head] == "pobj" and part.parse.lowers[part.parse.heads[head]] == "between"
    return (
        definite
        and (between or not (known or _is_placed(part, quantity)))
        and not {"other", "people"} & {*quantity.flags}
    )


def _ends_before(part: Part, other: Quantity, of: int) -> bool:
    """Whether another number ends right before "of", or with "majority" or the like: "an 80 % majority of the 90"."""
    last = part.tokens_of(other.span)[-1]
    return last == of - 1 or (last == of - 2 and other.relation == "ratio")


def _is_repeated(part: Part, quantity: Quantity) -> bool:
    """Whether the passage has told the same number before: "five men ...; three of the five"."""
    before = (other for other in part.quantities if other.span.start < quantity.span.start)
    return any(other.value == quantity.value for other in before)


def _is_set(part: Part, first: int) -> bool:
    """Whether a number is that of a set which some or none are of: "not all of the 22", "any of the 17"."""
    before = part.parse.lowers[max(first - 3, 0) : first]
    return before[1:] == ["of", "the"] and before[0] in _SETS


_SETS = frozenset(
    {"all", "any", "none", "some", "many", "most", "few", "each", "several", "half", "both", "neither", "one"}
)


def _is_large(quantity: Quantity) -> bool:
    """Whether a number is so large that "the" before it does not mean those told of before: "the 47 exiles"."""
    return quantity.interval.low > FEW


def _is_singled_out(part: Part, first: int, head: int) -> bool:
    """Whether a superlative or what is said of them right after tells who they are: "the ten richest families",
    "the nine who fled"."""
    parse = part.parse
    is_told = any(parse.deps[child] in ("relcl", "acl") and child > head for child in parse.children[head])
    return is_told or any(parse.tags[token] == "JJS" for token in range(first + 1, head))


def is_told_before(frame: Frame, index: int, quantity: Quantity) -> bool:
    """Whether "the two offices" only stand for as many told of before."""
    part = frame.text.parts[index]
    first = part.tokens_of(quantity.span)[0]
    if first == 0 or part.parse.lowers[first - 1] not in ("the", "these", "those", "both") or quantity.relation:
        return False
    if not isinstance(quantity.value, int) or quantity.value > FEW or not quantity.unit or "other" in quantity.flags:
        return False
    return any(
        other.value == quantity.value and other.span.start < quantity.span.start and other.unit_head
        for before in frame.text.parts[: index + 1]
        for other in before.quantities
        if other.is_count and other.unit_head == quantity.unit_head
    )


def _is_placed(part: Part, quantity: Quantity) -> bool:
    """Whether a bare number says of those counted where they are: "the three in Peru"."""
    parse, after = part.parse, part.tokens_of(quantity.span)[-1] + 1
    if not quantity.unit and parse.lowers[after : after + 1] == ["of"] and parse.words[after + 1 : after + 2]:
        return parse.words[after + 1].isdigit()  # "double the 500 of 2014"
    if quantity.unit or parse.lowers[after : after + 1] not in (["in"], ["across"], ["outside"]):
        return False
    place = [c for c in parse.children[after] if parse.deps[c] == "pobj"]
    return any(t.role == "place" and part.tokens_of(t.span)[-1] in place for t in part.toponyms)


def _is_own(measure: str) -> bool:
    """Whether the codebook counts the thing itself, and not only beside another that it took part in or holds."""
    known = measures_by_id().get(measure)
    return known is not None and bool(known.relations or not known.beside)
