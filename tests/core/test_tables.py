"""Tables of words are checked against their type, and say what is wrong with them."""

from dataclasses import dataclass

import pytest

from longarm.core.tables import AnyMatch, AnyOf, ByWord, Lower, Parted, Phrases, Words, build
from longarm.errors import DataError


@dataclass(frozen=True)
class Within:
    known: Words
    most: int


@dataclass(frozen=True)
class Table:
    words: Words
    from_: tuple[str, ...]
    within: Within


@dataclass(frozen=True)
class Forms:
    phrases: Phrases
    kinds: ByWord
    words: AnyOf
    patterns: AnyMatch
    lower: Lower
    parted: Parted


GOOD = {"words": ["ship", "boat"], "from": ["b", "a"], "within": {"known": [], "most": 3}}
FORMS = {
    "phrases": ["in line with"],
    "kinds": {"river": ["ferry", "barge"], "sea": ["liner"]},
    "words": ["barge", "co."],
    "patterns": ["ferr(?:y|ies)"],
    "lower": ["quay"],
    "parted": "quay pier",
}


def test_a_table_is_read_as_its_type() -> None:
    assert build(Table, GOOD, "here") == Table(frozenset({"ship", "boat"}), ("b", "a"), Within(frozenset(), 3))


def test_words_have_the_form_that_they_are_used_in() -> None:
    made = build(Forms, FORMS, "here")
    assert made.phrases == {("in", "line", "with")}
    assert made.kinds == {"ferry": "river", "barge": "river", "liner": "sea"}
    assert made.words.search("two Barges") is None
    assert made.words.search("one BARGE, sunk") is not None
    assert made.patterns.search("Ferries") is not None
    assert made.parted == {"quay", "pier"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"words": [True]}, "here: words holds True: write it in quotation marks"),
        ({"words": "ship"}, "here: words must be a list, not str"),
        ({"wrods": []}, "here has the unknown key 'wrods'"),
        ({"within": {"known": []}}, "here: within has no key 'most'"),
        ({"within": []}, "here: within must be a table of keys, not list"),
    ],
)
def test_a_malformed_table_names_where_and_what(change: dict[str, object], said: str) -> None:
    with pytest.raises(DataError, match=said):
        build(Table, {**GOOD, **change}, "here")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"lower": ["Quay"]}, "here: lower needs words in lower case, not 'Quay'"),
        ({"parted": "quay Pier"}, "here: parted needs words in lower case, not 'Pier'"),
        ({"patterns": ["(open"]}, "here: patterns is no list of patterns"),
        ({"kinds": {"river": "ferry"}}, "here: kinds: river must be a list, not str"),
    ],
)
def test_words_that_cannot_have_their_form_are_refused(change: dict[str, object], said: str) -> None:
    with pytest.raises(DataError, match=said):
        build(Forms, {**FORMS, **change}, "here")
