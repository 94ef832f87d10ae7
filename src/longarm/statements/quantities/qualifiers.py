"""The words before and after a number that qualify it: "more than", "some", "a total of", "or more"."""

import bisect
import functools
from dataclasses import dataclass

from longarm.languages import Language, load
from longarm.statements.parse import Parse
from longarm.statements.quantities.digits import Written

_Table = dict[str, list[tuple[tuple[str, ...], str]]]
_SIGNS = (
    (">=", "at_least"),
    ("≥", "at_least"),
    ("<=", "at_most"),
    ("≤", "at_most"),
    ("~", "approx"),
    ("≈", "approx"),
    (">", "more_than"),
    ("<", "less_than"),
)
STEPS = 3  # phrases that may follow one another before a number: "up to a further some 30"


@dataclass(frozen=True, slots=True)
class Qualified:
    """What the words around a number say.

    Attributes:
        qualifier: one of the qualifiers of the model, `increment` only where nothing else is said.
        is_increment: "a further 24", "24 more".
        first, last: tokens of the number with its qualifiers, last excluded.
        start, end: character offsets in the text layer of the same.
        money: currency words found between, as written.
        opener: "between" or "from" before it.
    """

    qualifier: str
    is_increment: bool
    first: int
    last: int
    start: int
    end: int
    money: str = ""
    opener: str = ""


@functools.cache
def _tables(code: str) -> tuple[_Table, _Table]:
    before: _Table = {}
    after: _Table = {}
    qualifiers = load(code).qualifiers
    for table, phrases, end in ((before, qualifiers.before, -1), (after, qualifiers.after, 0)):
        for qualifier, listed in phrases.items():
            for phrase in listed:
                tokens = tuple(phrase.split())
                table.setdefault(tokens[end], []).append((tokens, qualifier))
        for entries in table.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return before, after


def around(parse: Parse, number: Written, language: Language, unit_lemma: str = "") -> Qualified:
    """The qualifiers around a number.

    Args:
        unit_lemma: of the noun counted, where known; "over three years" tells how long, not how many.
    """
    before, after = _tables(language.code)
    found: list[str] = []
    start, end = number.start, number.end
    at, money = _currency(parse, number, language)
    if money:
        start = parse.starts[at + 1] if at + 1 < number.first else start
    start, sign = _sign(parse, start)
    if sign:
        found.append(sign)
    if at > 0 and _is_parted(parse, at, language):
        at -= 1
    first, opener = at + 1, ""
    for _ in range(STEPS):
        phrase = _phrase_before(parse, at, before, language, unit_lemma)
        if phrase is None:
            break
        size, qualifier = phrase
        found.append(qualifier)
        at -= size
        first, start = at + 1, parse.starts[at + 1]
        if at >= 0 and parse.lowers[at] == "a" and qualifier == "increment":
            break
    if at >= 0 and parse.lowers[at] in (language.numbers.between["opener"], language.numbers.from_):
        opener = parse.lowers[at]
    last, end, following = _after(parse, number, end, after, language)
    found.extend(following)
    return Qualified(_strongest(found), "increment" in found, min(first, number.first), last, start, end, money, opener)


def _is_parted(parse: Parse, at: int, language: Language) -> bool:
    """Whether an article parts a number from its qualifier: "nearly a 20% drop"; "about a 30-year-old" is none."""
    if parse.lowers[at] not in language.numbers.articles:
        return False
    return bool(
        {parse.lowers[at - 1], " ".join(parse.lowers[max(at - 2, 0) : at])} & language.qualifiers.before_article
    )


def _currency(parse: Parse, number: Written, language: Language) -> tuple[int, str]:
    """Index of the token before the number and its currency signs, and those as written."""
    money, units = language.units.money, language.units
    at, words = number.first - 1, ""
    here = parse.text[parse.starts[number.first] - parse.offset : number.start - parse.offset]
    if here and (here[-1] in money.symbols or here.strip("~≈(") in money.codes):
        words = here
    while at >= 0 and (parse.words[at][-1] in units.money.symbols or (words and parse.words[at] in money.codes)):
        words, at = parse.words[at] + words, at - 1
    if not words and at >= 0 and parse.words[at] in money.codes and len(parse.words[at]) >= 2:
        words, at = parse.words[at], at - 1
    return at, words


def _sign(parse: Parse, start: int) -> tuple[int, str]:
    """A sign written onto the number or its currency: "~25", ">50"."""
    before = parse.text[max(start - parse.offset - 3, 0) : start - parse.offset]
    for sign, qualifier in _SIGNS:
        if before.rstrip().endswith(sign):
            return start - len(before) + before.rindex(sign), qualifier
    return start, ""


def _phrase_before(parse: Parse, at: int, table: _Table, language: Language, unit_lemma: str) -> tuple[int, str] | None:
    if at < 0 or (entries := table.get(parse.lowers[at])) is None:
        return None
    for tokens, qualifier in entries:
        size = len(tokens)
        if at + 1 >= size and (size == 1 or tuple(parse.lowers[at + 1 - size : at + 1]) == tokens):
            if size == 1 and not _qualifies(parse, at, language, unit_lemma):
                continue
            return size, qualifier
    return None


def _qualifies(parse: Parse, at: int, language: Language, unit_lemma: str) -> bool:
    """Whether "over", "under" and the like qualify the number after them, and do not say where or how long."""
    lower = parse.lowers[at]
    if lower not in language.qualifiers.prepositions:
        return True
    if (
        parse.text[parse.starts[at] - parse.offset - 1 : parse.starts[at] - parse.offset] == "-"
        and parse.starts[at] > parse.offset
    ):
        return False  # "a 3-under 69"
    if at and parse.pos[at - 1] == "ADP" and parse.lowers[at - 1] != language.numbers.from_:
        return True  # "in under six hours"
    if unit_lemma in language.qualifiers.preposition_units and parse.deps[at] == "prep":
        return False
    if unit_lemma in language.units.measures:
        return True  # "in places above 2,000 metres"
    if lower == "over" and (parse.deps[at] == "prt" or parse.tags[at] == "RP"):
        return False  # "handed over four refugees"
    if lower == "over" and parse.deps[at] == "prep" and parse.lemmas[parse.heads[at]] in language.units.over_causes:
        return False  # "arrested over 14 posts"
    if lower == "over" and at > 0 and parse.lemmas[at - 1] in language.units.over_places:
        return False  # "spread over 53 countries"
    return (
        lower in ("over", "under") or parse.deps[at] != "prep" or parse.pos[parse.heads[at]] in ("NUM", "VERB", "AUX")
    )


def _after(parse: Parse, number: Written, end: int, table: _Table, language: Language) -> tuple[int, int, list[str]]:
    """One past the last token of the number with what follows it, the character end, and the qualifiers."""
    last, found = number.last, []
    if parse.text[end - parse.offset : end - parse.offset + 1] == "+":
        found.append("more_than")
        return max(last, _token_after(parse, end + 1)), end + 1, found
    if last < len(parse) and (entries := table.get(parse.lowers[last])) is not None:
        for tokens, qualifier in entries:
            stop = last + len(tokens)
            if tuple(parse.lowers[last:stop]) != tokens:
                continue
            if stop < len(parse) and (parse.lowers[stop] in language.qualifiers.not_before or parse.pos[stop] == "NUM"):
                break  # "50 more than that", "over 10 and below 15"
            if tokens == ("+",) or not (tokens == ("plus",) and stop < len(parse) and parse.pos[stop] != "NOUN"):
                found.append(qualifier)
                return stop, parse.ends[stop - 1], found
    return last, end, found


def is_qualified_after(parse: Parse, number: Written, language: Language) -> bool:
    """Whether a qualifier is tied to the number with a hyphen: "thirty-odd", "forty-plus"."""
    tied = parse.text[number.end - parse.offset : number.end - parse.offset + 1] == "-"
    return tied and bool(_after(parse, number, number.end, _tables(language.code)[1], language)[2])


def _token_after(parse: Parse, char: int) -> int:
    return bisect.bisect_left(parse.starts, char)


def _strongest(found: list[str]) -> str:
    """Of several qualifiers the one that binds: a bound before "about", "about" before an increment or a total."""
    for group in (
        ("more_than", "at_least", "at_most", "less_than"),
        ("nearly",),
        ("approx",),
        ("decrease", "increment"),
    ):
        for qualifier in reversed(found):
            if qualifier in group:
                return qualifier
    return "exact"
