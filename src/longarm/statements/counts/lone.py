"""Lone numbers: what a number without a noun counts by the words around it, where the text names nothing."""

import re

from longarm.languages.loader import Units
from longarm.model.statements import Quantity
from longarm.statements.counts import measures
from longarm.statements.parse import Parse
from longarm.statements.text import Part

_LABEL = re.compile(r"(?:^|[.;,|(\n•–—])\s*([^.;,:|(\n•–—]{3,60}):\s*\Z")
_FIRST = re.compile(r"(?:^|[.;,|(\n•–—])\s*([^.;,:|(\n•–—]{3,60}):\s*\d")
_CLOSES = re.compile(r"\s*(?:[.;,)|\n]|\Z)")
_WHEN = frozenset({"at", "until", "till", "before", "after", "since"})  # "met at 9"
_PERSONS = frozenset({"he", "she", "we", "i", "whom", "us", "him", "her", "me", "you"})


def own_noun(part: Part, quantity: Quantity, head: int, units: Units) -> str | None:
    """Lemma of the noun that the words of the number itself name, before any noun of an earlier sentence; None where
    they name none: "cases opened: 41", "the delegation numbered 24", "a group of six", "he and four others"; empty
    where they say that it counts nothing: "Grade: 7"."""
    parse = part.parse
    if "people" in quantity.flags:
        return units.anybody
    if (label := _label(parse, quantity, units)) is not None:
        return label
    above = parse.heads[head]
    is_number = parse.deps[head] in ("dobj", "attr", "npadvmod", "acomp") and not quantity.whole
    if is_number and parse.lemmas[above] in units.numbering:
        return next((_holder(parse, c, units) for c in parse.children[above] if parse.deps[c] in _SUBJECTS), None)
    first = part.tokens_of(quantity.span)[0]
    if parse.lowers[first - 1 : first] == ["of"]:
        return units.anybody if parse.lemmas[first - 2] in units.collectives else None
    return units.anybody if _is_of_people(part, quantity, head) else None


def _is_of_people(part: Part, quantity: Quantity, head: int) -> bool:
    """Whether a number is some of "us", is joined to "he" or "she", or is told with who they are: "two, a poet and his
    son,"."""
    parse, after = part.parse, part.tokens_of(quantity.span)[-1] + 1
    if parse.lowers[after : after + 1] == ["of"] and set(parse.lowers[after + 1 : after + 2]) & _PERSONS:
        return True
    if parse.deps[head] == "conj" and parse.lowers[parse.heads[head]] in _PERSONS:
        return True
    return any(parse.deps[c] == "appos" and parse.lemmas[c] in measures.people() for c in parse.children[head])


def noun(part: Part, quantity: Quantity, head: int, units: Units) -> str:
    """Lemma of what a number counts where nothing before it is counted: the word for a number where it is one ("the
    figure was 41"), else people, where it has a part in the sentence; empty for a share."""
    parse = part.parse
    if quantity.relation == "increment" or quantity.unit_head in units.pronouns:
        return units.anybody
    if (tally := _tally(parse, head, units)) is not None:
        return tally
    return units.anybody if quantity.reason != "percentage" and quantity.span.words.lower() != "one" else ""


def is_when(part: Part, quantity: Quantity, head: int, units: Units) -> bool:
    """Whether a bare number is an hour or an age: "met at 9", "died at 36"; not "stood at 36"."""
    parse, preposition = part.parse, part.parse.heads[head]
    if quantity.unit or parse.deps[head] != "pobj" or parse.lowers[preposition] not in _WHEN:
        return False
    if parse.lowers[preposition] != "at":
        return True
    is_again = any(
        parse.lowers[token] == "at" and parse.lemmas[parse.heads[token]] in units.levels
        for token in range(parse.sentences[parse.sentence_of(head)][0], preposition)
    )  # "the union put it at 170, the ministry at 163"
    return not is_again and parse.lemmas[parse.heads[preposition]] not in units.levels


def is_by_name(part: Part, quantity: Quantity) -> bool:
    """Whether a bare number stands by a name, as an age or the number of a house does: "Ilyas, 41,", "19 Rue Verte";
    not by the name of a place: "in Norway, four"."""
    parse, tokens = part.parse, part.tokens_of(quantity.span)
    first, after = tokens[0], tokens[-1] + 1
    if quantity.unit or not parse.words[first].isdigit():
        return False
    if after < len(parse) and parse.words[after][0].isupper():
        return True
    if first < 2 or parse.words[first - 1] != "," or not parse.words[first - 2][0].isupper():
        return False
    return parse.lowers[parse.heads[first - 2]] not in _WHERE


_WHERE = frozenset({"in", "at", "from", "across", "for", "to"})


def _tally(parse: Parse, head: int, units: Units) -> str | None:
    """The bare noun for a number that a number is said to be: "last year's figure was 1,050"."""
    at = parse.heads[parse.heads[head]] if parse.deps[head] == "pobj" else parse.heads[head]
    if parse.pos[at] not in ("VERB", "AUX"):
        return None
    subjects = (parse.lemmas[c] for c in parse.children[at] if parse.deps[c] in _SUBJECTS and c < head)
    return next((lemma for lemma in subjects if lemma in units.tallies), None)


_SUBJECTS = ("nsubj", "nsubjpass")


def _holder(parse: Parse, token: int, units: Units) -> str:
    """What the subject of a verb of numbering has that number of: people, where it is a group of them."""
    lemma = parse.lemmas[token]
    return units.anybody if lemma in units.collectives else lemma


def label_start(parse: Parse, quantity: Quantity) -> int | None:
    """The first token of the label that a colon parts from a number, which nothing follows: "| Host states: 91."."""
    found = _labelled(parse, quantity)
    return found[0] if found else None


def _labelled(parse: Parse, quantity: Quantity) -> tuple[int, int] | None:
    """First and last token of the label of a number."""
    start, end = quantity.span.start - parse.offset, quantity.span.end - parse.offset
    if ":" not in parse.text[max(start - 2, 0) : start] or not _CLOSES.match(parse.text, end):
        return None
    found = _LABEL.search(parse.text, max(start - 64, 0), start)
    first = parse.token_at(parse.offset + found.start(1)) if found else None
    last = parse.token_at(parse.offset + found.end(1) - 1) if found else None
    return None if first is None or last is None else (first, last)


def _label(parse: Parse, quantity: Quantity, units: Units) -> str | None:
    """Lemma of the noun of a number's label, empty for one that counts nothing; of a participle alone that of the first
    label: "sent: 9; lost: 3"."""
    ends = _labelled(parse, quantity)
    if ends is None:
        return None
    if (named := _plural(parse, *ends)) is not None:
        return "" if _is_no_count(named, units) else named
    if not parse.lowers[ends[1]].endswith(("ed", "en")) and parse.tags[ends[1]] != "VBN":
        is_other = parse.pos[ends[1]] == "NOUN" and parse.lemmas[ends[1]] not in units.tallies
        return "" if is_other else None  # "Grade: 7"; not "Total: 41", nor "Norway: 12"
    above = _FIRST.search(parse.text[: parse.starts[ends[0]] - parse.offset])
    first = parse.token_at(parse.offset + above.start(1)) if above else None
    last = parse.token_at(parse.offset + above.end(1) - 1) if above else None
    return (_plural(parse, first, last) if first is not None and last is not None else None) or units.anybody


def _is_no_count(lemma: str, units: Units) -> bool:
    """Whether a label names a length, a sum, an age or the furniture of a page: "Ages: 41", "Likes: 6"."""
    lists = (units.durations, units.measures, units.money.words, units.ages.before, units.uncountable, units.audience)
    return lemma in units.furniture or any(lemma in listed or f"{lemma}s" in listed for listed in lists)


def _plural(parse: Parse, first: int, last: int) -> str | None:
    """Lemma of the last plural or noun for people in a label."""
    for token in range(last, first - 1, -1):
        lemma, lower = parse.lemmas[token], parse.lowers[token]
        if lemma in measures.people():
            return lemma
        if len(lower) > SHORTEST and lower.endswith("s") and lower.isalpha() and not lower.endswith(("ss", "us", "is")):
            return lemma if lemma != lower else lower[:-1]
    return None


SHORTEST = 3  # letters of the shortest plural: more than "was"
