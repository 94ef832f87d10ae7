"""The numbers of a passage: digits and words put together with scales, fractions and indefinite words."""

import functools
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from longarm.core import intervals
from longarm.languages import Language, load
from longarm.statements.parse import Parse
from longarm.statements.quantities.digits import VULGAR, Written, digits, exact, times

_GAP = re.compile(r"[\s-]*")


def read(parse: Parse, language: Language) -> list[Written]:
    """Every number of the passage in text order; parts of names and dates too."""
    atoms = [*digits(parse, language), *_words(parse, language)]
    if not atoms:
        return []
    atoms.sort(key=lambda atom: atom.start)
    return list(_composed(parse, atoms, language))


@functools.cache
def _vocabulary(language_code: str) -> frozenset[str]:
    n = load(language_code).numbers
    plural = {f"{word}s" for word in n.groups}
    return frozenset({*n.units, *n.tens, *n.scales, *n.groups, *n.indefinite, *n.fractions, *n.minus, *VULGAR} | plural)


def _words(parse: Parse, language: Language) -> Iterator[Written]:
    vocabulary = _vocabulary(language.code)
    for index, lower in enumerate(parse.lowers):
        cut = lower.endswith("-") and lower[:-1] in vocabulary  # "sixty-" at the end of a line
        if lower in vocabulary or cut:
            yield Written(parse.starts[index], parse.ends[index] - cut, index, index + 1, None, "word")


def _lower(parse: Parse, atom: Written) -> str:
    """The first word of a number; without the hyphen that it has at the end of a line."""
    return parse.lowers[atom.first].rstrip("-") or parse.lowers[atom.first]


def _adjacent(parse: Parse, one: Written, two: Written) -> bool:
    gap = parse.text[one.end - parse.offset : two.start - parse.offset]
    return len(gap) < 4 and _GAP.fullmatch(gap) is not None


def _composed(parse: Parse, atoms: list[Written], language: Language) -> Iterator[Written]:
    at = 0
    while at < len(atoms):
        number, at = _step(parse, atoms, at, language)
        if number is not None:
            yield number


def _join(one: Written, two: Written) -> Written:
    return replace(one, end=two.end, last=two.last)


def _scaled(parse: Parse, atoms: list[Written], at: int, language: Language) -> tuple[Written, int]:
    """Digits with the scale words after them: "2.5 million", "3 dozen", "4 hundred thousand", "2 and a half"."""
    number, at = atoms[at], at + 1
    if number.value is None or number.suffix:
        return number, at
    while at < len(atoms) and atoms[at].kind == "word" and _adjacent(parse, number, atoms[at]):
        factor = _factor(parse.lowers[atoms[at].first], language)
        if factor is None or number.value is None:
            break
        number = replace(_join(number, atoms[at]), value=times(number.value, factor), scaled=True)
        at += 1
    return _half_more(parse, number, atoms, at, language)


def _factor(lower: str, language: Language) -> intervals.Number | None:
    numbers = language.numbers
    if lower in numbers.scales:
        return numbers.scales[lower]
    if lower[:-1] in numbers.scales and lower.endswith("s"):
        return None
    if lower[:-1] in numbers.article_only and lower.endswith("s"):
        return None  # "300 couples" are 300 of them
    return numbers.groups.get(lower, numbers.groups.get(lower.rstrip("s")))


def _half_more(parse: Parse, number: Written, atoms: list[Written], at: int, language: Language) -> tuple[Written, int]:
    """ "two and a half", "two and a half million"."""
    if (
        at < len(atoms)
        and number.value is not None
        and not number.scaled
        and parse.lowers[atoms[at].first] in ("half", "quarter")
    ):
        middle = parse.text[number.end - parse.offset : atoms[at].start - parse.offset].lower().split()
        if middle == ["and", "a"]:
            value = exact(
                Decimal(str(number.value)) + Decimal(str(language.numbers.fractions[_lower(parse, atoms[at])]))
            )
            number = replace(_join(number, atoms[at]), value=value)
            at += 1
            if at < len(atoms) and _adjacent(parse, number, atoms[at]):
                factor = language.numbers.scales.get(parse.lowers[atoms[at].first])
                if factor is not None:
                    number = replace(_join(number, atoms[at]), value=times(value, factor), scaled=True)
                    at += 1
    return number, at


def _from_words(parse: Parse, atoms: list[Written], at: int, language: Language) -> tuple[Written | None, int]:
    numbers = language.numbers
    atom, lower = atoms[at], _lower(parse, atoms[at])
    if lower in numbers.indefinite:
        return _indefinite(parse, atoms, at, language)
    if lower in numbers.minus:
        return _negative(parse, atoms, at, language)
    if lower in VULGAR:
        return replace(atom, value=VULGAR[lower], kind="fraction"), at + 1
    if lower in numbers.fractions:
        return _fraction(parse, atoms, at, language)
    if lower in numbers.units or lower in numbers.tens or lower in numbers.scales:
        return _cardinal(parse, atoms, at, language)
    return _group(parse, atoms, at, language)


def _negative(parse: Parse, atoms: list[Written], at: int, language: Language) -> tuple[Written | None, int]:
    """ "minus 130": only before digits or number words that touch it."""
    if at + 1 >= len(atoms) or not _adjacent(parse, atoms[at], atoms[at + 1]):
        return None, at + 1
    number, after = _step(parse, atoms, at + 1, language)
    alternative = atoms[at].first > 0 and parse.lowers[atoms[at].first - 1] in language.numbers.choice_words
    if number is None or number.value is None or alternative:
        return number, after
    return replace(number, start=atoms[at].start, first=atoms[at].first, value=-number.value), after


def _step(parse: Parse, atoms: list[Written], at: int, language: Language) -> tuple[Written | None, int]:
    """The number that begins at an atom, with the index of the atom after it."""
    return (_from_words if atoms[at].kind == "word" else _scaled)(parse, atoms, at, language)


def _with_article(parse: Parse, number: Written, language: Language) -> Written | None:
    """The number with the article before it; None where there is none."""
    before = number.first - 1
    if before >= 0 and parse.lowers[before] in language.numbers.articles:
        return replace(number, start=parse.starts[before], first=before)
    return None


def _cardinal(parse: Parse, atoms: list[Written], at: int, language: Language) -> tuple[Written | None, int]:
    """Cardinal words by the usual sums: "two hundred and three thousand", "twenty-four", "a hundred"."""
    numbers = language.numbers
    number: Written | None = None
    total: intervals.Number = 0
    current: intervals.Number = 0
    least: intervals.Number = 0  # the last scale beyond hundred; a further one is smaller
    room: intervals.Number = 0  # what the last word leaves free: after "twenty" a unit below ten
    while at < len(atoms) and atoms[at].kind == "word":
        atom, lower = atoms[at], _lower(parse, atoms[at])
        if total and _starts_anew(parse, atoms, at, least, language):
            break
        if number is not None and not (_adjacent(parse, number, atom) or (room >= 100 and _and(parse, number, atom))):
            break
        if lower in numbers.scales:
            factor = numbers.scales[lower]
            if number is None:
                whole = _with_article(parse, atom, language)
                number, current = whole or atom, 1
            if factor == 100:
                current = times(current or 1, 100)
            else:
                total, current = total + times(current or 1, factor), 0
                least = factor
            room, number = factor, _join(number, atom)
        elif lower in numbers.groups and number is not None and current != 0:
            total, current = total + times(current, numbers.groups[lower]), 0
            number = _join(number, atom)
            at += 1
            break
        else:
            value = numbers.units.get(lower, numbers.tens.get(lower))
            if value is None or (number is not None and value >= room):
                break
            current, number = current + value, _join(number, atom) if number is not None else atom
            room = 10 if lower in numbers.tens else 1
            if lower in numbers.units and value == 0:
                room = 0
        at += 1
    if number is None:
        return None, at + 1
    number = replace(number, value=total + current, kind="words", scaled=total > 0 or current >= 100)
    if at < len(atoms) and _adjacent(parse, number, atoms[at]) and _is_share(parse, number, atoms[at], language):
        share = language.numbers.fractions[_lower(parse, atoms[at])]
        number = replace(_join(number, atoms[at]), value=_share(number.value or 0, share), kind="fraction")
        return _of_scale(parse, number, atoms, at + 1, language)
    return _half_more(parse, number, atoms, at, language)


def _starts_anew(parse: Parse, atoms: list[Written], at: int, least: intervals.Number, language: Language) -> bool:
    """Whether a word after a scale begins a number of its own, of as large a scale: "two million, three million"."""
    scales = language.numbers.scales
    for atom in atoms[at : at + 3]:
        lower = _lower(parse, atom)
        if lower in scales and scales[lower] > 100:
            return scales[lower] >= least
    return False


def _share(count: intervals.Number, share: intervals.Number) -> float:
    return float(count) / round(1 / float(share))


def _of_scale(parse: Parse, number: Written, atoms: list[Written], at: int, language: Language) -> tuple[Written, int]:
    """A share of a scale word is a number: "a quarter of a million"."""
    if at < len(atoms) and number.value is not None and atoms[at].kind == "word":
        gap = parse.text[number.end - parse.offset : atoms[at].start - parse.offset].lower().split()
        factor = language.numbers.scales.get(parse.lowers[atoms[at].first])
        if factor is not None and len(gap) == 2 and gap[0] == "of" and gap[1] in language.numbers.articles:
            value = round(float(number.value) * float(factor))
            return replace(_join(number, atoms[at]), value=value, kind="words", scaled=True), at + 1
    return number, at


def _is_share(parse: Parse, number: Written, atom: Written, language: Language) -> bool:
    """ "two thirds", "one-third of"; "one third station" is no share."""
    lower = parse.lowers[atom.first]
    if lower not in language.numbers.fractions:
        return False
    if lower.endswith("s") or lower == "half":
        return True
    if number.value != 1:
        return False
    if (
        parse.text[number.end - parse.offset] == "-"
        or atom.last >= len(parse)
        or parse.lowers[atom.last] in ("of", "and")
    ):
        return True
    return lower != "quarter" and parse.pos[atom.last] in ("PUNCT", "VERB", "AUX")


def _and(parse: Parse, one: Written, two: Written) -> bool:
    return parse.text[one.end - parse.offset : two.start - parse.offset].lower().split() == ["and"]


def _fraction(parse: Parse, atoms: list[Written], at: int, language: Language) -> tuple[Written | None, int]:
    """ "half", "a third of", "half a dozen", "half a million"; an ordinal alone is no number."""
    atom, lower = atoms[at], _lower(parse, atoms[at])
    share = language.numbers.fractions[lower]
    after = parse.lowers[atom.last] if atom.last < len(parse) else ""
    whole = _with_article(parse, atom, language)
    if lower == "half":
        if at + 1 < len(atoms):
            middle = parse.text[atom.end - parse.offset : atoms[at + 1].start - parse.offset].lower().split()
            factor = _factor(parse.lowers[atoms[at + 1].first], language) if atoms[at + 1].kind == "word" else None
            if factor is not None and middle in ([], ["a"], ["-"]):
                joined = _join(whole or atom, atoms[at + 1])
                return replace(joined, value=times(share, factor), kind="words", scaled=True), at + 2
        before = parse.lowers[atom.first - 1] if atom.first else ""
        if before in ("first", "second", "last", "-", "other", "latter", "next") or after == "-":
            return None, at + 1
        return replace(whole or atom, value=share, kind="fraction"), at + 1
    if (
        whole is not None
        and at + 1 < len(atoms)
        and atoms[at + 1].first == atom.last
        and after in language.numbers.scales
    ):
        value = times(share, language.numbers.scales[after])  # "a quarter million"
        return replace(_join(whole, atoms[at + 1]), value=value, kind="words", scaled=True), at + 2
    if whole is not None and after not in ("of", "-") and _is_step_by(parse, whole, language):
        return replace(whole, value=share, kind="fraction"), at + 1
    if after == "of" and whole is not None:
        return _of_scale(parse, replace(whole, value=share, kind="fraction"), atoms, at + 1, language)
    return None, at + 1


def _is_step_by(parse: Parse, number: Written, language: Language) -> bool:
    """Whether "a third" tells by how much: "narrowed by a third to 12 billion"; not "by a third man"."""
    before = parse.lowers[number.first - 1] if number.first else ""
    ends = number.last >= len(parse) or parse.pos[number.last] not in ("NOUN", "PROPN", "ADJ", "NUM")
    return before in language.numbers.by and ends


def _group(parse: Parse, atoms: list[Written], at: int, language: Language) -> tuple[Written | None, int]:
    """ "a dozen", "a couple of", "dozen"; the plurals stand in the indefinite table."""
    atom, lower = atoms[at], parse.lowers[atoms[at].first]
    value = language.numbers.groups.get(lower)
    whole = _with_article(parse, atom, language)
    after = parse.lowers[atom.last] if atom.last < len(parse) else ""
    if value is None or (lower in language.numbers.article_only and (whole is None or after != "of")):
        return None, at + 1
    loose = tuple(language.numbers.loose.get(lower, ()))
    if whole is None and atom.first and parse.tags[atom.first - 1] == "POS":
        return None, at + 1
    number = replace(whole or atom, value=value, kind="words", loose=loose)
    if at + 1 < len(atoms) and loose and after == "of" and atoms[at + 1].first == atom.last + 1:
        factor = _factor(parse.lowers[atoms[at + 1].first], language)
        if factor is not None:  # "a couple of dozen"
            many = tuple(times(part, factor) for part in loose)
            return replace(_join(number, atoms[at + 1]), value=times(value, factor), loose=many, scaled=True), at + 2
    if at + 1 < len(atoms) and _adjacent(parse, number, atoms[at + 1]):
        factor = language.numbers.scales.get(parse.lowers[atoms[at + 1].first])
        if factor is not None:
            return replace(_join(number, atoms[at + 1]), value=times(value, factor), scaled=True), at + 2
    return number, at + 1


def _indefinite(parse: Parse, atoms: list[Written], at: int, language: Language) -> tuple[Written | None, int]:
    """ "dozens", "tens of thousands", "several hundred", "a handful of"."""
    numbers = language.numbers
    atom, lower = atoms[at], _lower(parse, atoms[at])
    whole = _with_article(parse, atom, language)
    if lower in numbers.article_only and whole is None:
        return None, at + 1
    least, number = numbers.indefinite[lower], whole or atom
    at += 1
    while at < len(atoms) and atoms[at].kind == "word":
        following = parse.lowers[atoms[at].first]
        gap = parse.text[number.end - parse.offset : atoms[at].start - parse.offset].lower().split()
        factor = numbers.scales.get(following, numbers.scales.get(following.rstrip("s"), numbers.groups.get(following)))
        if factor is None or gap not in ([], ["of"]) or (following in numbers.indefinite and gap != ["of"]):
            break
        least, number = times(least, factor), replace(_join(number, atoms[at]), scaled=True)
        at += 1
    after = parse.lowers[number.last] if number.last < len(parse) else ""
    if lower in numbers.indefinite_of and not number.scaled and after != "of":
        return None, at
    return replace(number, kind="indefinite", least=least), at
