"""Names of people: which person of a text a short name stands for, and which people of a case may be one."""

import dataclasses

import pytest

from longarm.model.claims import Source
from longarm.model.spans import Span
from longarm.model.statements import PersonMention
from longarm.resolution import sources
from longarm.resolution.people import Roster, doubles, fits, is_beside, named_in, sounded, turned, written
from longarm.resolution.sources import SourceIndex
from longarm.resolution.states import States
from longarm.testing.builders import KEY, Text, voice

STATES = States.of({"Rovian": "RV"}, {"RV": "Rovia", "JO": "Jordan"})


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Hardin", "Ramo Hardin", True),
        ("Mr. Hardin", "Ramo Hardin", True),
        ("HARDIN", "Ramo Hardin", True),
        ("Hardin's", "Ramo Hardin", True),
        ("R. Hardin", "Ramo Hardin", True),
        ("Ramo Hardin", "Ramo J. Hardin", True),
        ("Kovacs", "Ádám Kovács-Nagy", True),
        ("Wan", "Wan Wenb", True),
        ("Van der Berg", "Jan van der Berg", True),
        ("Lukasz", "Łukasz Nowy", True),
        ("Ivo Hardin", "Ramo Hardin", False),
        ("R. H.", "Ramo Hardin", False),
        ("Hardin Institute", "Ramo Hardin", False),
        ("Ramo Iven Hardin", "Ramo Hardin", False),
    ],
)
def test_a_shorter_name_fits_a_fuller_one(short: str, full: str, expected: bool) -> None:
    assert fits(written(short), written(full)) is expected


def test_order_and_spelling_make_no_other_name() -> None:
    assert turned(written("Park Ji-won")) == turned(written("Jiwon Park"))
    assert turned(written("Kovács Ádám")) == turned(written("Adam Kovacs"))
    assert sounded(written("Yusuf Demirel")) == sounded(written("Youssef Demirel"))
    assert sounded(written("Wang Jun")) != sounded(written("Wang Jin"))


def people(path: str, *names: str, spoken: tuple[str, ...] = (), office: str = "", paragraph: str = "") -> Text:
    """A text that names people in full, in whose first name's passage an office may stand, and in which some speak."""
    made = Text(path)
    for name in names:
        made.name(name)
    if paragraph:
        made.paragraph(paragraph)
    for words in spoken:
        mention = words.removeprefix("the ").removeprefix("The ")
        made.say(f"It is so, {words} said.", "act", voices=[voice(mention, cue="said", mention=words)])
    if office:
        start = made.paragraph(office)
        first = made._people[0]
        made._people[0] = PersonMention(first.span, Span(first.span.text, start, start + len(office), office))
    return made


def resolved(*texts: Text) -> tuple[SourceIndex, list[str]]:
    built = [made.built() for made in texts]
    index = sources.resolve([b[0] for b in built], [b[2] for b in built], STATES, KEY)
    return index, [b[0].id for b in built]


def test_a_surname_is_the_only_person_whom_its_text_names_in_full_by_it() -> None:
    spoken = ("Ramo Hardin", "Hardin", "HARDIN", "Hardin's office", "a spokesman for Hardin")
    index, (a,) = resolved(people("a", "Ramo Hardin", spoken=spoken))
    (source,) = [one for one in index.sources if one.kind == "person"]
    assert source.name == "Ramo Hardin"
    assert {index.of(a, words) for words in spoken} == {source.id}
    assert "in full" in index.reasons[a, "Hardin"]


def test_a_surname_of_two_people_or_of_another_text_is_joined_to_nobody() -> None:
    index, (a, b) = resolved(
        people("a", "Ramo Hardin", "Ivo Hardin", spoken=("Ramo Hardin", "Ivo Hardin", "Hardin")),
        people("b", spoken=("Hardin",)),
    )
    assert len({index.of(a, "Ramo Hardin"), index.of(a, "Ivo Hardin"), index.of(a, "Hardin")}) == 3
    assert index.of(b, "Hardin") not in {index.of(a, "Ramo Hardin"), index.of(a, "Ivo Hardin")}


@pytest.mark.parametrize("words", ["The Hardin", "Jordan"])
def test_an_outlet_or_a_state_is_nobody_of_that_name(words: str) -> None:
    names = ("Ramo Hardin", "Ada Jordan")
    index, (a,) = resolved(people("a", *names, spoken=(*names, words)))
    mine = index.of(a, words.removeprefix("The "))
    assert mine not in {index.of(a, name) for name in names}


@pytest.mark.parametrize("words", ["wife of Ramo Hardin", "lawyer for Ramo Hardin", "Ramo Hardin’s son"])
def test_somebody_told_by_a_person_is_not_that_person(words: str) -> None:
    index, (a,) = resolved(people("a", "Ramo Hardin", spoken=("Ramo Hardin", words)))
    assert index.of(a, words) != index.of(a, "Ramo Hardin")
    assert next(one.kind for one in index.sources if one.id == index.of(a, words)) == "collective"


@pytest.mark.parametrize(
    ("office", "words", "is_holder"),
    [
        ("deputy prime minister", "a deputy prime minister", True),
        ("mayor of Quayside", "the mayor", True),
        ("interior minister", "the minister", True),
        ("interior minister", "a minister", False),
        ("deputy prime minister", "the prime minister", False),
        ("foreign minister", "the interior minister", False),
    ],
)
def test_an_office_without_a_name_is_its_only_holder_in_the_text(office: str, words: str, is_holder: bool) -> None:
    made = people("a", "Ada Holm", spoken=("Ada Holm",), office=office)
    bare = words.partition(" ")[2]
    made.say(f"So it is, {words} said.", "act", voices=[voice(bare, cue="said", mention=words)])
    index, (a,) = resolved(made)
    assert (index.of(a, bare) == index.of(a, "Ada Holm")) is is_holder


def test_a_pen_name_is_the_person_whom_the_text_gives_it() -> None:
    told = "Ada Holm, who writes under the pen name Reef, left in May."
    index, (a,) = resolved(people("a", "Ada Holm", spoken=("Ada Holm", "Reef"), paragraph=told))
    assert index.of(a, "Reef") == index.of(a, "Ada Holm")


def test_the_roster_keeps_the_fullest_form_and_the_office() -> None:
    _, _, reading = people("a", "Ramo Hardin", "Ramo J. Hardin", office="justice minister").built()
    roster = Roster.of(reading)
    assert roster.whole("Hardin") == "Ramo J. Hardin"
    assert roster.offices == {"Ramo J. Hardin": "justice minister"}


def person(name: str, kind: str = "person") -> Source:
    return Source(name, name, kind, (name,))


def test_people_of_a_case_who_may_be_one_stand_together_the_fullest_first() -> None:
    found = doubles([person("Hardin"), person("Ramo Hardin"), person("R. Hardin"), person("Ada Holm")])
    assert found.groups == (("Ramo Hardin", "R. Hardin", "Hardin"),)
    assert found.doubts == {}


def test_a_surname_of_several_people_is_in_doubt() -> None:
    twice = dataclasses.replace(person("Hardin"), id="another")
    found = doubles([person("Ramo Hardin"), person("Ivo Hardin"), person("Hardin"), twice])
    assert found.groups == (("Hardin", "another"),)
    assert found.doubts == {"Hardin": ("Ivo Hardin", "Ramo Hardin")}


def test_names_that_a_person_parted_are_not_one() -> None:
    assert doubles([person("Ramo Hardin"), person("Hardin")], apart=[("Ramo Hardin", "Hardin")]).groups == ()


def test_a_name_read_as_an_organisations_may_be_a_persons_in_another_order() -> None:
    found = doubles([person("Park Ji-won"), person("Jiwon Park", "organisation"), person("Park Trust", "organisation")])
    assert found.groups == (("Park Ji-won", "Jiwon Park"),)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Harbour critic Ada Holm", "Ada Holm"),
        ("Hardin ally Ada Holm", "Ada Holm"),
        ("Ada Holm and Ramo Hardin", "Ada Holm"),
        ("the wife of Ada Holm", "Ada Holm"),
    ],
)
def test_words_are_about_the_name_in_apposition_at_their_end(words: str, named: str) -> None:
    assert named_in(words, ("Ada Holm", "Ramo Hardin", "Hardin")) == named


@pytest.mark.parametrize(
    ("words", "is_other"),
    [
        ("Friends of the jailed Hardin critic", True),
        ("Hardin supporters", True),
        ("Hardin’s husband", True),
        ("the wife of Hardin", True),
        ("Hardin spokesman", False),
        ("Hardin's office", False),
        ("minister Hardin", False),
        ("Hardin of the harbour board", False),
    ],
)
def test_whoever_is_told_by_a_person_is_somebody_else(words: str, is_other: bool) -> None:
    assert is_beside(words, named_in(words, ("Hardin",)), ("Hardin",)) is is_other
