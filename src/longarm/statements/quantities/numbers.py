"""The numbers of a passage: digits and words put together with scales, fractions and indefinite words."""

import functools
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from longarm.core import intervals
from longarm.languages import Language, load
from longarm.statements.parse import Parse
from longarm.statements.quantities.atoms import factor_of, is_adjacent, is_and, joined, lowered, with_article
from longarm.statements.quantities.digits import VULGAR, Written, digits, exact, times
from longarm.statements.quantities.parts import fraction, is_share, of_scale, part_of, with_part

_RESULT = re.compile(r"\d{1,3}(?:[-–]|\s+to\s+)\d")


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
        cut = lower[-1] == "-" and lower[:-1] in vocabulary  # "sixty-" at the end of a line
        if lower in vocabulary or cut:
            yield Written(parse.starts[index], parse.ends[index] - cut, index, index + 1, None, "word")


def _composed(parse: Parse, atoms: list[Written], language: Language) -> Iterator[Written]:
    at = 0
    while at < len(atoms):
        number, at = _step(parse, atoms, at, language)
        if number is not None:
            yield number


def _scaled(parse: Parse, atoms: list[Written], at: int, language: Language) -> tuple[Written, int]:
    """Digits with the scale words after them: "2.5 million", "3 dozen", "4 hundred thousand", "2 and a half"."""
    number, at = atoms[at], at + 1
    if number.value is None or number.suffix:
        return number, at
    while at < len(atoms) and atoms[at].kind == "word" and is_adjacent(parse, number, atoms[at]):
        lower = parse.lowers[atoms[at].first]
        factor = None if lower in language.numbers.article_only else factor_of(lower, language)  # "a 2182 score"
        if factor is None or number.value is None:
            break
        number = replace(joined(number, atoms[at]), value=times(number.value, factor), scaled=True)
        at += 1
    return with_part(parse, number, atoms, at, language)


def _from_words(parse: Parse, atoms: list[Written], at: int, language: Language) -> tuple[Written | None, int]:
    numbers = language.numbers
    atom, lower = atoms[at], lowered(parse, atoms[at])
    if lower in numbers.indefinite:
        return _indefinite(parse, atoms, at, language)
    if lower in numbers.minus:
        return _negative(parse, atoms, at, language)
    if lower in VULGAR:
        return replace(atom, value=VULGAR[lower], kind="fraction"), at + 1
    if lower in numbers.fractions:
        return fraction(parse, atoms, at, language)
    if lower in numbers.units or lower in numbers.tens or lower in numbers.scales:
        return _cardinal(parse, atoms, at, language)
    return _group(parse, atoms, at, language)


def _negative(parse: Parse, atoms: list[Written], at: int, language: Language) -> tuple[Written | None, int]:
    """ "minus 130": only before digits or number words that touch it."""
    if at + 1 >= len(atoms) or not is_adjacent(parse, atoms[at], atoms[at + 1]):
        return None, at + 1
    number, after = _step(parse, atoms, at + 1, language)
    alternative = atoms[at].first > 0 and parse.lowers[atoms[at].first - 1] in language.numbers.choice_words
    if number is None or number.value is None or alternative:
        return number, after
    return replace(number, start=atoms[at].start, first=atoms[at].first, value=-number.value), after


def _step(parse: Parse, atoms: list[Written], at: int, language: Language) -> tuple[Written | None, int]:
    """The number that begins at an atom, with the index of the atom after it."""
    return (_from_words if atoms[at].kind == "word" else _scaled)(parse, atoms, at, language)


def _cardinal(parse: Parse, atoms: list[Written], at: int, language: Language) -> tuple[Written | None, int]:
    """Cardinal words by the usual sums: "two hundred and three thousand", "twenty-four", "a hundred"."""
    numbers = language.numbers
    number: Written | None = None
    total: intervals.Number = 0
    current: intervals.Number = 0
    least: intervals.Number = 0  # the last scale beyond hundred; a further one is smaller
    linked: tuple[Written, int] | None = None  # the number before a unit that "and" joins, and the atom of that
    room: intervals.Number = 0  # what the last word leaves free: after "twenty" a unit below ten
    while at < len(atoms) and atoms[at].kind == "word":
        atom, lower = atoms[at], lowered(parse, atoms[at])
        if number is not None and total and not current and _is_scale_of_scale(parse, number, atom, least, language):
            least = numbers.scales[lower]
            total, room, number = times(total, least), least, joined(number, atom)
            at += 1
            continue
        if total and _starts_anew(parse, atoms, at, least, language):
            break
        if number is not None and not (
            is_adjacent(parse, number, atom) or (room >= 100 and is_and(parse, number, atom))
        ):
            break
        if lower in numbers.scales:
            factor = numbers.scales[lower]
            if number is None:
                whole = with_article(parse, atom, language)
                number, current = whole or atom, 1
            if factor == 100:
                current = times(current or 1, 100)
            else:
                total, current = total + times(current or 1, factor), 0
                least = factor
            room, number = factor, joined(number, atom)
        elif (group := _group_of(lower, language)) is not None and number is not None and current != 0:
            total, current = total + times(current, group), 0
            number = joined(number, atom)
            at += 1
            break
        else:
            value = numbers.units.get(lower, numbers.tens.get(lower))
            if value is None or (number is not None and value >= room):
                break
            if number is not None and is_and(parse, number, atom):
                linked = replace(number, value=total + current, kind="words", scaled=True), at
            current, number = current + value, joined(number, atom) if number is not None else atom
            room = 10 if lower in numbers.tens else 1
            if lower in numbers.units and value == 0:
                room = 0
        at += 1
    if number is None:
        return None, at + 1
    number = replace(number, value=total + current, kind="words", scaled=total > 0 or current >= 100)
    if at < len(atoms) and is_adjacent(parse, number, atoms[at]) and is_share(parse, number, atoms[at], language):
        if linked is not None and linked[1] == at - 1:
            return with_part(parse, linked[0], atoms, at - 1, language)  # "one hundred and three quarters"
        share = language.numbers.fractions[lowered(parse, atoms[at])]
        number = replace(joined(number, atoms[at]), value=part_of(number.value or 0, share), kind="fraction")
        return of_scale(parse, number, atoms, at + 1, language)
    if (decimal := _decimals(parse, number, atoms, at, language)) is not None:
        return decimal
    return with_part(parse, number, atoms, at, language)


def _is_scale_of_scale(
    parse: Parse, number: Written, atom: Written, least: intervals.Number, language: Language
) -> bool:
    """ "three lakh crore", "a thousand million": a larger scale right after a scale."""
    factor = language.numbers.scales.get(lowered(parse, atom), 0)
    return (
        factor >= least
        and parse.lowers[number.last - 1] in language.numbers.scales
        and is_adjacent(parse, number, atom)
    )


def _group_of(lower: str, language: Language) -> intervals.Number | None:
    """What "dozen" multiplies by, and "dozens" after a number."""
    groups, single = language.numbers.groups, lower.removesuffix("s")
    return groups.get(lower) or (None if single in language.numbers.article_only else groups.get(single))


def _decimals(
    parse: Parse, number: Written, atoms: list[Written], at: int, language: Language
) -> tuple[Written, int] | None:
    """ "five point two", "two point seven five million"; "at one point two men left" is none."""
    numbers, written = language.numbers, ""
    if at >= len(atoms) or number.last >= len(parse) or parse.lowers[number.last] not in numbers.point:
        return None
    if atoms[at].first != number.last + 1 or (
        number.first and parse.lowers[number.first - 1] in language.units.one.idiom_after
    ):
        return None
    whole = number.value
    while at < len(atoms) and atoms[at].kind == "word" and (not written or is_adjacent(parse, number, atoms[at])):
        lower = lowered(parse, atoms[at])
        value = numbers.units.get(lower, numbers.tens.get(lower))
        if value is None:
            break
        tens = len(written) > 1 and written.endswith("0") and lower in numbers.units and value > 0
        written = (
            written[:-1] + str(value)
            if tens and lowered(parse, atoms[at - 1]) in numbers.tens
            else written + str(value)
        )
        number, at = joined(number, atoms[at]), at + 1
    if not written:
        return None
    decimal = exact(Decimal(f"{whole}.{written}"))
    if at < len(atoms) and is_adjacent(parse, number, atoms[at]) and lowered(parse, atoms[at]) in numbers.scales:
        factor = numbers.scales[lowered(parse, atoms[at])]
        return replace(joined(number, atoms[at]), value=times(decimal, factor), scaled=True), at + 1
    return replace(number, value=decimal), at


def _starts_anew(parse: Parse, atoms: list[Written], at: int, least: intervals.Number, language: Language) -> bool:
    """Whether a word after a scale begins a number of its own, of as large a scale: "two million, three million"."""
    scales = language.numbers.scales
    for atom in atoms[at : at + 3]:
        lower = lowered(parse, atom)
        if lower in scales and scales[lower] > 100:
            return scales[lower] >= least
    return False


def _group(parse: Parse, atoms: list[Written], at: int, language: Language) -> tuple[Written | None, int]:
    """ "a dozen", "a couple of", "dozen"; the plurals stand in the indefinite table."""
    atom, lower = atoms[at], parse.lowers[atoms[at].first]
    value = language.numbers.groups.get(lower)
    whole = with_article(parse, atom, language)
    after = parse.lowers[atom.last] if atom.last < len(parse) else ""
    is_loose = lower in language.numbers.loose and parse.tags[atom.last : atom.last + 1] == ["NNS"]  # "a couple songs"
    if value is None or (lower in language.numbers.article_only and (whole is None or not (after == "of" or is_loose))):
        return None, at + 1
    if (
        lower in language.numbers.article_only
        and parse.words[atom.last + 1 : atom.last + 2]
        and _is_result(parse, atom)
    ):
        return None, at + 1
    loose = tuple(language.numbers.loose.get(lower, ()))
    if whole is None and atom.first and parse.tags[atom.first - 1] == "POS":
        return None, at + 1
    number = replace(whole or atom, value=value, kind="words", loose=loose)
    if at + 1 < len(atoms) and loose and after == "of" and atoms[at + 1].first == atom.last + 1:
        factor = factor_of(parse.lowers[atoms[at + 1].first], language)
        if factor is not None:  # "a couple of dozen"
            many = tuple(times(part, factor) for part in loose)
            return replace(joined(number, atoms[at + 1]), value=times(value, factor), loose=many, scaled=True), at + 2
    if at + 1 < len(atoms) and is_adjacent(parse, number, atoms[at + 1]):
        factor = language.numbers.scales.get(parse.lowers[atoms[at + 1].first])
        if factor is not None:
            return replace(joined(number, atoms[at + 1]), value=times(value, factor), scaled=True), at + 2
    return number, at + 1


def _is_result(parse: Parse, group: Written) -> bool:
    """Whether digits after "of" make a score the result of a game: "by a score of 16-3"."""
    return _RESULT.match(parse.text, parse.starts[group.last + 1] - parse.offset) is not None


def _indefinite(parse: Parse, atoms: list[Written], at: int, language: Language) -> tuple[Written | None, int]:
    """ "dozens", "tens of thousands", "several hundred", "a handful of"."""
    numbers = language.numbers
    atom, lower = atoms[at], lowered(parse, atoms[at])
    whole = with_article(parse, atom, language)
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
        least, number = times(least, factor), replace(joined(number, atoms[at]), scaled=True)
        at += 1
    after = parse.lowers[number.last] if number.last < len(parse) else ""
    if lower in numbers.indefinite_of and not number.scaled and after != "of":
        return None, at
    return replace(number, kind="indefinite", least=least), at
