"""Names of people in a passage, finding too many rather than too few, and the public office the passage gives them."""

import functools
from collections.abc import Iterator

from longarm.languages.people import PeopleWords, load
from longarm.model.spans import Span
from longarm.model.statements import PersonMention
from longarm.statements.attributions.extents import Run
from longarm.statements.parse import Parse
from longarm.statements.people import names, offices

PLACES = frozenset(("GPE", "LOC", "FAC"))
LEADING = frozenset(("VBG", "VBZ", "VBD", "IN", "MD"))  # tags of no first word of a name ("Praising X", "Beyond X")
LEAST_LEADING = 6  # letters; short ones may be given names whatever their tag ("Ying", "Said")
MISTAKEN = PLACES | {"ORG"}  # what the model may take a given name for
NAMING = frozenset(("named", "called", "identified", "surnamed", "as", "alias", "aka", "nicknamed"))


def find(parse: Parse) -> tuple[PersonMention, ...]:
    """Every mention of a person by name, in order; surnames alone included where the passage gives the full name.

    Titles are no part of a name. `office` is set only where words of this passage give a public office.
    """
    words = load("en")
    labels = {i: label for first, last, label in parse.entities for i in range(first, last)}
    found: dict[int, int] = {}
    for first, last in [*_tagged(parse, words), *_led(parse, words, labels), *_shaped(parse, words, labels)]:
        _keep(parse, found, first if last - first > 1 else _with_given(parse, first, words, labels), last, words)
    _parts(parse, found, words, labels)
    taken = {i for first, last in found.items() for i in range(first, last)}
    return tuple(
        PersonMention(parse.span(first, last), _span(parse, offices.of(parse, (first, last), words, found, taken)))
        for first, last in sorted(found.items())
    )


def _span(parse: Parse, run: Run | None) -> Span | None:
    return None if run is None else parse.span(*run)


def _keep(parse: Parse, found: dict[int, int], first: int, last: int, words: PeopleWords) -> None:
    """Add a run; of runs that overlap their union stays."""
    last = _hyphenated(parse, first, last, words)
    for other, end in list(found.items()):
        if other < last and first < end:
            del found[other]
            first, last = min(first, other), max(last, end)
    found[first] = last


def _with_given(parse: Parse, at: int, words: PeopleWords, labels: dict[int, str]) -> int:
    """Where the name of a surname alone begins, whose given name the model takes for a place ("Paris Hill said")."""
    given = at - 1
    if given < 0 or parse.deps[given] != "compound" or parse.heads[given] != at or parse.pos[given] != "PROPN":
        return at
    is_other = any(
        parse.lowers[given] in some for some in (words.titles, words.offices, words.posts, words.organisations)
    )
    is_place = given > 0 and parse.pos[given - 1] == "ADP"  # "in Paris Hill said"
    return at if is_other or is_place or labels.get(given) not in MISTAKEN else given


def _hyphenated(parse: Parse, first: int, last: int, words: PeopleWords) -> int:
    """The end of a run with what a hyphen joins to it ("Park Ji | -won")."""
    if last + 1 >= len(parse) or parse.words[last] not in names.HYPHENS:
        return last
    if parse.ends[last - 1] != parse.starts[last] or parse.ends[last] != parse.starts[last + 1]:
        return last
    joins = parse.pos[last + 1] == "PROPN" or any(low in words.family_first for low in parse.lowers[first:last])
    return last + 2 if joins else last


def _tagged(parse: Parse, words: PeopleWords) -> Iterator[Run]:
    """What the language model tags as a person, cleaned; organisations it mistakes for people are left out."""
    for first, last, label in parse.entities:
        if label != "PERSON":
            continue
        for run in _split(parse, first, last):
            cleaned = _clean(parse, run, words)
            if cleaned is not None and not _is_organisation(parse, cleaned, words):
                yield cleaned


def _split(parse: Parse, first: int, last: int) -> Iterator[Run]:
    """Parts of a run between commas, semicolons, brackets, slashes and "and"."""
    start = first
    for at in range(first, last + 1):
        if at == last or parse.lowers[at] in (",", ";", "and", "&", "(", ")", "/", ":", "–", "—", '"', "“", "”", "|"):
            if start < at:
                yield start, at
            start = at + 1


def _clean(parse: Parse, run: Run, words: PeopleWords) -> Run | None:
    first, last = run
    lowers = parse.lowers
    for at in range(last - 2, first - 1, -1):
        if any(lowers[at] in heads for heads in (words.offices, words.posts, words.titles, words.people)):
            first = at + 1
            break
    while first < last and (
        lowers[first] in words.titles or lowers[first] in words.offices or not names.is_name_start(parse, first, words)
    ):
        first += 1
    while first < last - 1 and _only_leads(parse, first, words):
        first += 1
    while (
        first < last
        and (lowers[last - 1] in ("'s", "’s", "'", "’") or not names.is_capital(parse, last - 1))
        and not parse.words[last - 1].isalpha()
    ):
        last -= 1
    while first < last and (
        not names.is_capital(parse, last - 1) or (lowers[last - 1] in words.offices and last - first > 1)
    ):
        last -= 1
    return (first, last) if first < last else None


def _only_leads(parse: Parse, at: int, words: PeopleWords) -> bool:
    """Whether a word with a capital stands before a name and is no part of it, as in headlines."""
    low = parse.lowers[at]
    return parse.tags[at] in LEADING and len(low) >= LEAST_LEADING and low not in words.given


def _is_organisation(parse: Parse, run: Run, words: PeopleWords) -> bool:
    first, last = run
    if first > 0 and (parse.lowers[first - 1] in words.titles or parse.lowers[first - 1] in words.offices):
        return False
    lowers = parse.lowers[first:last]
    if any(low in words.organisations for low in lowers):
        return True
    if last - first == 1:
        word = parse.words[first]
        return len(word) < 2 or (word.isupper() and len(word) <= 5) or word[0].isdigit()
    return first > 0 and parse.lowers[first - 1] == "the" and parse.tags[last - 1] == "NNPS"


@functools.cache
def _leading() -> frozenset[str]:
    """The words that a name may follow."""
    words = load("en")
    return frozenset(NAMING | {*words.titles, *words.offices, *words.posts, *words.people})


def _led(parse: Parse, words: PeopleWords, labels: dict[int, str]) -> Iterator[Run]:
    """Names after a title, an office, a word for a person ("student", "sister") or "named"."""
    lowers, leading = parse.lowers, _leading()
    for at, low in enumerate(lowers[:-1]):
        if low not in leading:
            continue
        title = low in words.titles
        start = at + 1
        if low in ("named", "called", "identified", "as") and parse.words[start] in ('"', "“"):
            continue
        if not names.is_name_start(parse, start, words) or (
            title and parse.words[at].islower() and low not in words.people and len(low) < 4 and low != "dr"
        ):
            continue
        last = names.name_at(parse, start, words)
        while start < last - 1 and (lowers[start] in words.titles or lowers[start] in words.offices):
            start += 1
        if last <= start or any(low in words.organisations for low in lowers[start:last]):
            continue
        if not title and (labels.get(start) in names.OTHER_ENTITIES or labels.get(last - 1) in names.OTHER_ENTITIES):
            continue
        if low in NAMING and last - start < 2:
            continue
        if not title and any(
            low in words.ambiguous or low in words.offices or low in words.posts for low in lowers[start:last]
        ):
            continue
        if not title and labels.get(start) == "ORG" and last - start == 1:
            continue
        yield start, last


def _shaped(parse: Parse, words: PeopleWords, labels: dict[int, str]) -> Iterator[Run]:
    """Capitalised runs of two to four words that something in the passage shows to be a person."""
    at, size = 0, len(parse)
    while at < size:
        low = parse.lowers[at]
        if parse.pos[at] != "PROPN" or not names.is_capital(parse, at) or low in words.titles or low in words.offices:
            at += 1
            continue
        last = names.name_at(parse, at, words)
        last = max(last, at + 1)
        while last > at + 1 and parse.lowers[last - 1] in words.offices:
            last -= 1
        if last - at == 1:
            if names.is_mononym(parse, at, words, labels):
                yield at, last
        elif (run := _clean(parse, (at, last), words)) and names.shows_person(parse, run, words, labels):
            yield run
        at = last


def _parts(parse: Parse, found: dict[int, int], words: PeopleWords, labels: dict[int, str]) -> None:
    """Add the words of names found in full where they stand alone in the same passage."""
    alone = {
        parse.words[i]
        for first, last in found.items()
        for i in range(first, last)
        if len(parse.words[i]) > 1 and parse.words[i][0].isupper() and not _is_word(parse.lowers[i], words)
    }
    covered = {i for first, last in found.items() for i in range(first, last)}
    for at, word in enumerate(parse.words):
        if word in alone and at not in covered and labels.get(at) not in PLACES:
            _keep(parse, found, _with_given(parse, at, words, labels), at + 1, words)


def _is_word(low: str, words: PeopleWords) -> bool:
    """Whether a word of a name says nothing where it stands alone."""
    return low in words.particles or low in words.titles or low in words.offices or low in words.organisations
