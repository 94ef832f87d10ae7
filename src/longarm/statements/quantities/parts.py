"""Parts of one: "half", "a third of", "two and a half", "half a million", "a quarter of a million"."""

from dataclasses import replace
from decimal import Decimal

from longarm.core import intervals
from longarm.languages import Language, attributions
from longarm.statements.parse import Parse
from longarm.statements.quantities.atoms import factor_of, is_adjacent, joined, lowered, with_article
from longarm.statements.quantities.digits import Written, exact, times

_PLURAL_VERBS = frozenset({"have", "are", "were"})  # "a third have fled" is a share, "a third has fled" another one
_ONE_PERSON = frozenset({"he", "she", "his", "her"})
LONGEST_TO_SUBJECT = 6  # tokens from a verb of saying to the subject of what is said ("told the court that she")
LEAST_SCALE = 1000  # "3 million and a half" is half a million more, "one hundred and a half" is 100.5


def with_part(parse: Parse, number: Written, atoms: list[Written], at: int, language: Language) -> tuple[Written, int]:
    """ "two and a half", "two and three quarters", "two and a half million", "3 million and a half"."""
    if at >= len(atoms) or number.value is None or number.kind == "fraction":
        return number, at
    share, size = _share_after(parse, number, atoms, at, language)
    if share is None:
        return number, at
    factor = language.numbers.scales.get(parse.lowers[number.last - 1], 1) if number.scaled else 1
    whole = Decimal(str(number.value)) + Decimal(str(share)) * int(factor if factor >= LEAST_SCALE else 1)
    number, at = replace(joined(number, atoms[at + size - 1]), value=exact(whole)), at + size
    if at < len(atoms) and not number.scaled and is_adjacent(parse, number, atoms[at]):
        after = language.numbers.scales.get(parse.lowers[atoms[at].first])
        if after is not None:
            return replace(joined(number, atoms[at]), value=times(exact(whole), after), scaled=True), at + 1
    return number, at


def _share_after(
    parse: Parse, number: Written, atoms: list[Written], at: int, language: Language
) -> tuple[float | None, int]:
    """The part added to a whole, with how many atoms tell it: "and a half", "and three quarters"."""
    fractions = language.numbers.fractions
    gap = parse.text[number.end - parse.offset : atoms[at].start - parse.offset].lower().replace("-", " ").split()
    lower = lowered(parse, atoms[at])
    if len(gap) == 2 and gap[0] == "and" and gap[1] in language.numbers.articles and lower in fractions:
        after = parse.tags[atoms[at].last] if atoms[at].last < len(parse) else ""
        is_ordinal = lower not in ("half", "quarter") and after in ("NN", "NNP", "JJ")
        return (None, 0) if is_ordinal else (float(fractions[lower]), 1)
    if gap != ["and"] or at + 1 >= len(atoms) or lower not in language.numbers.units:
        return None, 0
    if not is_adjacent(parse, atoms[at], atoms[at + 1]):
        return None, 0
    count, share = language.numbers.units[lower], lowered(parse, atoms[at + 1])
    if share not in fractions or not (share.endswith("s") or count == 1):
        return None, 0
    return part_of(count, fractions[share]), 2


def part_of(count: intervals.Number, share: intervals.Number) -> float:
    """So many parts of one, exact: two of a third are 2/3."""
    return float(count) / round(1 / float(share))


def of_scale(parse: Parse, number: Written, atoms: list[Written], at: int, language: Language) -> tuple[Written, int]:
    """A share of a scale word is a number: "a quarter of a million"."""
    if at < len(atoms) and number.value is not None and atoms[at].kind == "word":
        gap = parse.text[number.end - parse.offset : atoms[at].start - parse.offset].lower().split()
        factor = language.numbers.scales.get(parse.lowers[atoms[at].first])
        if factor is not None and len(gap) == 2 and gap[0] == "of" and gap[1] in language.numbers.articles:
            value = round(float(number.value) * float(factor))
            return replace(joined(number, atoms[at]), value=value, kind="words", scaled=True), at + 1
    return number, at


def is_share(parse: Parse, number: Written, atom: Written, language: Language) -> bool:
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


def fraction(parse: Parse, atoms: list[Written], at: int, language: Language) -> tuple[Written | None, int]:
    """ "half", "a third of", "half a dozen", "half a million"; an ordinal alone is no number."""
    atom, lower = atoms[at], lowered(parse, atoms[at])
    share = language.numbers.fractions[lower]
    after = parse.lowers[atom.last] if atom.last < len(parse) else ""
    whole = with_article(parse, atom, language)
    if lower == "half":
        if at + 1 < len(atoms):
            middle = parse.text[atom.end - parse.offset : atoms[at + 1].start - parse.offset].lower().split()
            factor = factor_of(parse.lowers[atoms[at + 1].first], language) if atoms[at + 1].kind == "word" else None
            if factor is not None and middle in ([], ["a"], ["-"]):
                number = joined(whole or atom, atoms[at + 1])
                return replace(number, value=times(share, factor), kind="words", scaled=True), at + 2
        before = parse.lowers[atom.first - 1] if atom.first else ""
        if whole is not None and (longer := _with_half(parse, whole, language)) is not None:
            return longer, at + 1
        if whole is not None and _is_of_unit(parse, whole, language):
            return None, at + 1
        if (
            before
            in (
                "first",
                "second",
                "last",
                "-",
                "other",
                "latter",
                "next",
                "top",
                "bottom",
                "upper",
                "lower",
                "front",
                "back",
            )
            or after == "-"
        ):
            return None, at + 1
        return replace(whole or atom, value=share, kind="fraction"), at + 1
    if (
        whole is not None
        and at + 1 < len(atoms)
        and atoms[at + 1].first == atom.last
        and after in language.numbers.scales
    ):
        value = times(share, language.numbers.scales[after])  # "a quarter million"
        return replace(joined(whole, atoms[at + 1]), value=value, kind="words", scaled=True), at + 2
    if whole is not None and after not in ("of", "-") and _is_step_by(parse, whole, language):
        return replace(whole, value=share, kind="fraction"), at + 1
    if whole is not None and (
        after in _PLURAL_VERBS
        or _is_who_speaks(parse, whole)
        or _is_beside_share(parse, whole, language)
        or _is_about(parse, whole)
    ):
        return replace(whole, value=share, kind="fraction"), at + 1
    if after == "of" and whole is not None:
        return of_scale(parse, replace(whole, value=share, kind="fraction"), atoms, at + 1, language)
    return None, at + 1


def _is_who_speaks(parse: Parse, number: Written) -> bool:
    """Whether "a third" says something of more than itself: "a third said relatives were held"; "a third said he was"
    may be one person."""
    verb = number.last
    if verb >= len(parse) or parse.tags[verb] not in ("VBD", "VBP", "VBN") or parse.pos[verb] != "VERB":
        return False
    cue = attributions.load("en").verbs.get(parse.lemmas[verb])
    is_said = cue is not None and cue.kind == "speech" and "clause" in cue.frames
    return is_said and not _ONE_PERSON & set(parse.lowers[verb + 1 : verb + LONGEST_TO_SUBJECT])


def _is_about(parse: Parse, number: Written) -> bool:
    """Whether a share ends its phrase and is told about: "barely a tenth", "less than a third"."""
    ends = number.last >= len(parse) or parse.pos[number.last] in ("PUNCT", "ADP", "CCONJ", "VERB", "AUX")
    return ends and number.first > 0 and parse.lowers[number.first - 1] in _ABOUT


_ABOUT = frozenset({"barely", "hardly", "scarcely", "nearly", "almost", "roughly", "than", "about", "around", "fully"})


def _is_beside_share(parse: Parse, number: Written, language: Language) -> bool:
    """Whether "a quarter" is the subject of a clause beside another share: "62 per cent felt watched, a third had"."""
    token = number.last - 1
    if parse.deps[token] not in ("nsubj", "nsubjpass") or number.last >= len(parse):
        return False
    first, last = parse.sentences[parse.sentence_of(token)]
    others = [t for t in range(first, last) if not number.first <= t < number.last]
    return any(parse.lowers[t] in _SHARES or parse.lowers[t] in language.units.percent for t in others)


_SHARES = frozenset({"half", "cent", "majority", "most"})


def _with_half(parse: Parse, half: Written, language: Language) -> Written | None:
    """ "an hour and a half" as one and a half of them, from its half."""
    unit = half.first - 2
    if unit < 1 or parse.lowers[unit + 1] != "and" or parse.lowers[unit - 1] not in language.numbers.articles:
        return None
    if not _is_of_unit(parse, half, language):
        return None
    return replace(half, start=parse.starts[unit - 1], first=unit - 1, value=1.5, kind="words")


def _is_of_unit(parse: Parse, half: Written, language: Language) -> bool:
    """Whether a half is one more of the unit before it: "two hours and a half"."""
    unit = "".join(parse.lowers[max(half.first - 2, 0) : half.first - 1]).removesuffix("s")
    return parse.lowers[half.first - 1] == "and" and unit in language.units.durations | language.units.measures


def _is_step_by(parse: Parse, number: Written, language: Language) -> bool:
    """Whether "a third" tells by how much: "narrowed by a third to 12 billion", "up a third"; not "by a third man"."""
    before = parse.lowers[number.first - 1] if number.first else ""
    ends = number.last >= len(parse) or parse.pos[number.last] not in ("NOUN", "PROPN", "ADJ", "NUM")
    return ends and before in (*language.numbers.by, "up", "down")
