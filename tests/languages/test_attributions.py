"""The attribution words are checked where they are read."""

from dataclasses import fields

import pytest

from longarm.errors import DataError
from longarm.languages.attributions import TagWords, load, parse

LEAST = {
    "kinds": {},
    "attitudes": {},
    "negated": {},
    "hedges": {},
    "verbs": {"say": "clause quote"},
    "nouns": {},
    "adjectives": {},
    "leads": "",
    "lights": "",
    "getting": "",
    "works": "report",
    "talks": "",
    "hearsay": "",
    "labels": "",
    "accounts": "",
    "details": "",
    "hearers": "",
    "copulas": "",
    "accusing": "",
    "carrying": "",
    "abstracts": "",
    "judging": "",
    "positions": "",
    "believing": "",
    "upon": "",
    "tags": {field.name: "" for field in fields(TagWords)},
    "idioms": {},
    "according": ["according to", "per"],
}


def test_a_lemma_bears_what_the_sections_say_of_it():
    words = parse({**LEAST, "verbs": {"deny": "clause"}, "attitudes": {"denies": "deny"}}, "test.yaml")
    assert words.verbs["deny"].attitude == "denies"
    assert words.verbs["deny"].frames == frozenset({"clause"})


@pytest.mark.parametrize("section", sorted(LEAST))
def test_a_missing_section_is_named(section):
    with pytest.raises(DataError, match=section):
        parse({k: v for k, v in LEAST.items() if k != section}, "test.yaml")


@pytest.mark.parametrize(
    "change",
    [
        {"attitudes": {"shrugs": "say"}},
        {"hedges": {"maybe": "say"}},
        {"kinds": {"song": "say"}},
        {"verbs": ["say"]},
        {"verbs": {"say": True}},
    ],
)
def test_what_is_not_allowed_is_refused(change):
    with pytest.raises(DataError):
        parse({**LEAST, **change}, "test.yaml")


def test_a_language_without_words_is_an_error_that_names_the_file():
    with pytest.raises(DataError, match=r"xx-attributions\.yaml"):
        load("xx")


def test_the_commonest_words_of_reporting_are_cues():
    words = load("en")
    cues = {*words.verbs, *words.nouns, *words.adjectives}
    assert {"say", "deny", "accuse", "fear", "report"} <= cues
