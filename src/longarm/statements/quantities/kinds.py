"""Whether a number counts, or is money, a share, an age, a duration or another measure; and when "one" is no number."""

import functools
import itertools
import re
from dataclasses import dataclass

from longarm.languages import Language
from longarm.statements.parse import Parse
from longarm.statements.quantities.digits import Written
from longarm.statements.quantities.nouns import Noun, counted
from longarm.statements.quantities.qualifiers import Qualified

LETTERS_OF_CODE = 3  # a shorter code stands only before a number
WEIGHED = 4  # tokens around pounds in which something tells a weight


_DEFINITE = frozenset({"the", "his", "her", "its", "their", "my", "your", "our"})


@dataclass(frozen=True, slots=True)
class Kind:
    """What a number is: a count where the reason is empty; the unit where it is no noun phrase of the passage."""

    reason: str = ""
    unit: tuple[int, int] | None = None


def kind_of(
    parse: Parse, low: Written, last: Written, stop: int, noun: Noun | None, found: Qualified, language: Language
) -> Kind:
    units = language.units
    text, end = parse.text, last.end - parse.offset
    if low.kind == "garbled":
        return Kind("garbled")
    if low.kind == "fraction":
        return Kind("fraction")
    if found.qualifier == "decrease":
        return Kind("decrease")
    after = parse.lowers[last.last] if last.last < len(parse) else ""
    second = parse.lowers[last.last + 1] if last.last + 1 < len(parse) else ""
    if (
        text[end : end + 1] == "%"
        or after in units.percent
        or f"{after} {second}" in units.percent
        or last.suffix in units.percent
    ):
        is_points = (second if after in ("percentage", "%") else "") in units.percent_points
        return Kind("measure" if is_points else "percentage")
    if found.money or _is_paid(parse, last, after, language) or _is_rate(parse, last, language):
        return Kind("money")
    is_done = parse.pos[last.last : last.last + 1] in (["VERB"], ["AUX"])  # "three won seats"
    if (noun and noun.lemma(parse) in units.money.words) or (_singular(after) in units.money.words and not is_done):
        return Kind("measure" if _is_weight(parse, low, last, after, language) else "money")
    if last.suffix in ("p", "c") and low.prefix == "":
        return Kind("money")
    if low.prefix in units.money.codes and low.prefix:
        return Kind("money")
    if _is_age(parse, low, last, after, second, language):
        return Kind("age")
    head = noun.lemma(parse) if noun and not noun.is_of else after
    tied = stop - parse.offset
    if text[tied : tied + 1] == "-" and text[tied + 1 : tied + 2].isalpha() and not last.suffix:
        return Kind("measure")
    if _singular(after) in units.durations or head in units.durations:
        return Kind("duration")
    if last.suffix or after in units.measures or _singular(after) in units.measures or head in units.measures:
        return Kind("measure")
    if isinstance(low.value, float) or (low.value is not None and low.value < 0):
        return Kind("measure")
    return Kind()


def _is_paid(parse: Parse, number: Written, after: str, language: Language) -> bool:
    """Whether a sign or code of a currency stands behind the number: "10 €", "115USD", "40 million RMB"."""
    money, end = language.units.money, number.end - parse.offset
    if number.suffix in money.codes and len(number.suffix) == LETTERS_OF_CODE:
        return True
    signed = re.match(rf"\s?[{re.escape(''.join(sorted(money.symbols)))}](?!\s?\d)", parse.text[end : end + 4])
    if signed is not None:
        return True
    word = parse.words[number.last] if number.last < len(parse) else ""
    return word in money.codes and len(word) == LETTERS_OF_CODE


def _is_rate(parse: Parse, number: Written, language: Language) -> bool:
    """Whether a number is what a currency is worth: "fell to 97 to the dollar", "4.1 against the euro"."""
    after = parse.lowers[number.last : number.last + 3]
    is_to = len(after) == len(("to", "the", "dollar")) and after[0] in ("to", "against", "per") and after[1] == "the"
    return is_to and after[2] in language.units.money.words


def _is_weight(parse: Parse, low: Written, last: Written, after: str, language: Language) -> bool:
    """Whether pounds are a weight: "weighs 90 pounds", "two pounds heavier"."""
    if _singular(after) != "pound":
        return False
    near = range(max(low.first - WEIGHED, 0), min(last.last + WEIGHED, len(parse)))
    return any(parse.lemmas[token] in language.units.weighing for token in near)


def _is_age(parse: Parse, low: Written, last: Written, after: str, second: str, language: Language) -> bool:
    ages = language.units.ages
    value = low.value
    if not isinstance(value, int) or value > ages.highest or value < 0:
        return False
    before = parse.lowers[low.first - 1] if low.first else ""
    ahead = parse.text[last.end - parse.offset : last.end - parse.offset + 24].lower()
    old = re.match(r"[\s-]*(?:and\s+\d+\s+)?(\w+?)s?[\s-]+(\w+)\b", ahead)
    if old is not None and old[1] in ages.units and old[2] in ages.after:
        return True
    if re.match(r"\s*(?:\w+)\s+of\s+age\b", ahead) or before in ages.before:
        return True
    if (
        before in ("of", "between", "from")
        and low.first > 1
        and ages.before & {*parse.lowers[max(low.first - 3, 0) : low.first - 1]}
    ):
        return True
    if low.first < 2 or low.kind != "digits" or value < 1:
        return False
    if before == ",":
        marks = (",", ".", ")", ";", "!", "?", "—", "–", "-")
        closes = last.last >= len(parse) or after in marks or _is_pair(parse, last.last)
    else:
        closes = last.last >= len(parse) or parse.pos[last.last] not in ("NOUN", "PROPN", "ADJ", "NUM", "SYM")
    return closes and _follows_person(parse, low.first - 1, language)


def _is_described(parse: Parse, comma: int, language: Language) -> bool:
    """Whether a bare number between two commas stands by one thing, which is a person: "the prosecutor, 62, was"."""
    one = parse.tags[comma - 1] == "NN" and parse.pos[comma - 1] == "NOUN"
    told = parse.pos[comma + 3 : comma + 4] in (["AUX"], ["VERB"]) or parse.lowers[comma + 3 : comma + 4] == ["who"]
    one = one or (parse.pos[comma - 1] == "PROPN" and told)  # "Vukov, 53, has lived"
    return one and parse.lemmas[comma - 1] not in language.units.tallies and parse.words[comma + 2 : comma + 3] == [","]


def _is_pair(parse: Parse, joint: int) -> bool:
    """Whether "and" with a second bare number closes the ages of two: "two men, 19 and 21, were held"."""
    joined = parse.lowers[joint] == "and" and parse.tags[joint + 1 : joint + 2] == ["CD"]
    return joined and parse.words[joint + 2 : joint + 3] in ([","], [")"], ["."], [])


def _follows_person(parse: Parse, before: int, language: Language) -> bool:
    """Whether a number whose token before is given stands by a person: "Maria, 34,", "she is 45", "a man of 45"."""
    persons, earlier = language.units.ages.persons, before - 1
    if parse.lowers[before] == "and" and earlier > 1 and parse.tags[earlier] == "CD" and _is_pair(parse, before):
        return parse.words[earlier - 1] == "," and parse.lemmas[earlier - 2] in persons  # "two men, 19 and 21,"
    if parse.words[before] == ",":
        named = parse.pos[earlier] == "PROPN" and _is_person(parse, earlier)
        return named or parse.lemmas[earlier] in persons or _is_described(parse, before, language)
    if parse.lemmas[before] in ("be", "turn") or parse.lowers[before].lstrip("'’") in ("m", "re"):
        return parse.lowers[earlier] in persons
    return parse.lowers[before] == "of" and parse.lowers[earlier] in persons


def _is_person(parse: Parse, token: int) -> bool:
    """Whether a proper noun may be a person's: no entity of another kind covers it."""
    label = next((label for first, last, label in parse.entities if first <= token < last), "PERSON")
    return label in ("PERSON", "ORG", "NORP", "WORK_OF_ART")


def percent_end(parse: Parse, number: Written, language: Language) -> int:
    """Where the percent sign or words after a number end."""
    match = re.match(_percents(language), parse.text[number.end - parse.offset :].lower()[:16])
    return number.end + (match.end() if match else 0)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


@functools.cache
def _percent_pattern(words: frozenset[str]) -> str:
    listed = sorted((re.escape(word) for word in words), key=lambda word: (-len(word), word))
    return rf"[\s-]?(?:{'|'.join(listed)})"


def _percents(language: Language) -> str:
    return _percent_pattern(language.units.percent)


def percent_of(parse: Parse, number: Written, language: Language) -> Noun | None:
    """The whole that a percentage is of: "64% of the people", "10 per cent of notices"."""
    for token in range(number.last, min(number.last + 4, len(parse))):
        if parse.lowers[token] == "of":
            return counted(parse, number.first, token)
        if parse.lowers[token] not in ("%", "per", "cent", "percent", "pc", "pct", "majority", "share", "proportion"):
            return None
    return None


def changes(parse: Parse, number: Written, language: Language) -> bool:
    """Whether a percentage tells of a change and not of a share: "up 19%", "rose by 5 per cent", "a 3% drop"."""
    before, after = range(number.first - 1, max(number.first - 5, -1), -1), range(number.last, len(parse))[:4]
    near = (itertools.takewhile(lambda token: parse.words[token] not in (";", ":"), side) for side in (before, after))
    return any(parse.lemmas[token] in language.numbers.change for token in itertools.chain(*near))


def stepped(parse: Parse, number: Written, language: Language) -> str:
    """`increment` or `decrease` for a number that tells by how many a count changed ("rose by 48", "the second report
    added 48"), else empty."""
    numbers, by, counted = language.numbers, number.first - 1, number.last - 1
    counted = parse.heads[counted] if parse.deps[counted] == "nummod" else counted
    if parse.deps[counted] == "dobj" and parse.lemmas[parse.heads[counted]] in numbers.adding:
        return "increment"
    if by < 1 or parse.lowers[by] not in numbers.by or parse.pos[parse.heads[by]] not in ("VERB", "NOUN", "ADV"):
        return ""
    lemma = parse.lemmas[parse.heads[by]]
    return "increment" if lemma in numbers.rise else "decrease" if lemma in numbers.fall else ""


def _is_of_so_many(parse: Parse, one: int) -> bool:
    """Whether the whole is counted: "met one of the three men"; "he is one of the three" tells who he is."""
    is_so = parse.lowers[one + 1 : one + 2] == ["of"] and parse.tags[one + 2 : one + 3] in (["DT"], ["PRP$"])
    return is_so and parse.tags[one + 3 : one + 4] == ["CD"] and parse.deps[one] != "attr"


def _is_contrasted(parse: Parse, last: int) -> bool:
    """Whether the rest of those whom "one of the women" is one of are told of after it: "; the other two left"."""
    stop = min(last + CONTRAST, len(parse))
    return any(
        parse.lowers[token] in _REST and parse.lowers[token - 1] in _THE and token > last for token in range(last, stop)
    )


def _goes_on(parse: Parse, one: int) -> bool:
    """Whether "one" is one of those counted before it in its sentence: "six came; one was carrying a knife"."""
    begin, verb = parse.sentences[parse.sentence_of(one)][0], parse.heads[one]
    if parse.lowers[one - 1 : one] not in ([";"], ["and"], [","], ["but"], ["while"]) or one == begin:
        return False
    is_past = "VBD" in (parse.tags[verb], *(parse.tags[child] for child in parse.children[verb]))
    return is_past and any(parse.tags[token] == "CD" for token in range(begin, one))


_REST = frozenset({"other", "others", "rest", "remaining", "second"})
_THE = frozenset({"the", "a"})
CONTRAST = 25  # tokens after "one of the women" in which the others are looked for


def is_pronoun(parse: Parse, number: Written, noun: Noun | None, found: Qualified, language: Language) -> bool:
    """Whether "one" is a pronoun or a way of speaking, and no count."""
    first = number.first
    if number.last - first != 1 or parse.lowers[first] not in ("one", "ones"):
        return False
    before = parse.lowers[first - 1] if first else ""
    after = parse.lowers[first + 1] if first + 1 < len(parse) else ""
    second = parse.lowers[first + 2] if first + 2 < len(parse) else ""
    one = language.units.one
    earlier = parse.lowers[first - 2] if first > 1 else ""
    if before == "for" and after in (",", ".", ""):
        return True  # "the mayor, for one, knew"
    if before in one.idiom_after and after in language.units.idioms:
        return True
    if before == "only" and earlier in _DEFINITE:
        return True  # "the only one", not "only one"
    if (after in one.repeated and second == "one") or (before in one.repeated and earlier == "one"):
        return True
    if found.first < first and before not in one.never_after:
        return False
    is_described = bool(before) and parse.pos[first - 1] == "ADJ" and before != "only"
    if before in one.never_after or is_described or after in one.never_before:
        return True
    if noun is not None and noun.is_of:
        is_those = any(parse.lowers[token] in language.units.one_of for token in range(noun.first, noun.last))
        return not is_those and not _is_contrasted(parse, noun.last) and not _is_of_so_many(parse, first)
    if noun is not None:
        either = second == "or" and noun.head == first + 1
        return noun.lemma(parse) in language.units.idioms and (either or before in one.idiom_after)
    if parse.deps[first] == "attr" and parse.lemmas[parse.heads[first]] == "be" and after not in ("", ".", ","):
        return not any(parse.deps[child] == "expl" for child in parse.children[parse.heads[first]])
    is_subject = parse.tags[first] in ("PRP", "NN") and parse.deps[first] in ("nsubj", "nsubjpass", "poss")
    return is_subject and not _goes_on(parse, first)
