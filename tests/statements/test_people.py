"""People's names are found, too many rather than too few, and only a public office makes a name public."""

import pytest

from longarm.model.documents import Passage
from longarm.model.spans import Span
from longarm.statements import parser
from longarm.statements.people.finder import find

OFFSET = 3


def read(text):
    passage = Passage(Span("layer", OFFSET, OFFSET + len(text), text), "paragraph")
    return find(next(iter(parser.parse([passage]))))


def names(text):
    return [mention.span.words for mention in read(text)]


def office(text, name):
    found = next(m for m in read(text) if m.span.words == name)
    return None if found.office is None else found.office.words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr Adeyemi opened the door.", "Adeyemi"),
        ("The student, identified as Maria van der Berg, called home.", "Maria van der Berg"),
        ("Police spoke to Ahmed bin Khalid al-Farsi, 43, in Vienna.", "Ahmed bin Khalid al-Farsi"),
        ("Wang Xiaoming told reporters that he was afraid.", "Wang Xiaoming"),
        ("Her brother Jamal Okonkwo was detained in May.", "Jamal Okonkwo"),
        ("The court heard J. K. Rowntree and others.", "J. K. Rowntree"),
        ("Agents followed Jean-Luc N'Dour to his home.", "Jean-Luc N'Dour"),
        ("John ROSSI and MARTINEZ Clara were arrested.", "MARTINEZ Clara"),
        ("Omid Noorzad said he had been called twice.", "Omid Noorzad"),
        ("Tursunay, who fled years ago, was called by police.", "Tursunay"),
        ("Paris Hill said agents had threatened five exiles. Hill was followed to work.", "Paris Hill"),
    ],
)
def test_a_name_is_found_with_its_particles_and_without_its_title(text, name):
    assert name in names(text)


def test_a_family_name_alone_is_found_after_the_full_name():
    assert names("Jane Doewell met an exile. Doewell said she was afraid.").count("Doewell") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Safeguard Harbour Defenders said that the desks were open.",
        "Human Rights Watch and Freedom House published reports.",
        "The Ministry of Public Security denied it.",
        "The DOJ announced charges in New York City.",
        "On Monday, the European Union closed an office in Brussels.",
        "The Harbour Climate Assessment and the Dunmore Partnership were printed.",
    ],
)
def test_organisations_places_and_dates_are_no_people(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Foreign Minister Jane Doewell met the press.", "Jane Doewell", "Foreign Minister"),
        ("Jane Doewell, the president of Freedonia, met the press.", "Jane Doewell", "president of Freedonia"),
        ("Secretary of State Amina Yusuf met the press.", "Amina Yusuf", "Secretary of State"),
        ("The ambassador to Ruritania, Karl Weissmann, left.", "Karl Weissmann", "ambassador to Ruritania"),
        (
            "Otto Langmann, spokesperson for the Ministry of Defence, declined to comment.",
            "Otto Langmann",
            "spokesperson for the Ministry of Defence",
        ),
        ("The police chief Tomas Okafor resigned.", "Tomas Okafor", "police chief"),
        ("Judge Helen Carterly agreed.", "Helen Carterly", "Judge"),
        ("House Speaker Rosa Quintero agreed.", "Rosa Quintero", "House Speaker"),
        (
            "Otto Langmann, a spokesperson for the prime minister's office, declined to comment.",
            "Otto Langmann",
            "spokesperson for the prime minister's office",
        ),
    ],
)
def test_words_of_the_passage_give_a_public_office(text, name, words):
    assert office(text, name) == words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Omar Haddadi, a critic of the president, was followed.", "Omar Haddadi"),
        ("The activist Nadia Petrovska was followed.", "Nadia Petrovska"),
        ("Ivo Novakov, the president of the students' club, was followed.", "Ivo Novakov"),
        ("Maria Lindqvist, a shop owner, was followed.", "Maria Lindqvist"),
        ("The lawyer Anna Bergstrand met Judge Helen Carterly.", "Anna Bergstrand"),
        ("The minister's son, Peter Hallbeck, was followed.", "Peter Hallbeck"),
        ("Peter Hallbeck, director of a travel company, was followed.", "Peter Hallbeck"),
        ("The council's executive director, Anna Bergstrand, was called a fugitive.", "Anna Bergstrand"),
        ("Anna Bergstrand, vice president of the World Harbour Congress, was followed.", "Anna Bergstrand"),
        ("Omar Haddadi, president of Lantern House, was followed.", "Omar Haddadi"),
        ("Peter Hallbeck, head of the Vienna office, was followed.", "Peter Hallbeck"),
        ("Maria Lindqvist, a minister of the government in exile, was followed.", "Maria Lindqvist"),
        ("Anna Bergstrand, Senator Rosa Quintero and a driver met.", "Anna Bergstrand"),
    ],
)
def test_nothing_else_makes_a_name_public(text, name):
    assert office(text, name) is None


@pytest.mark.parametrize("text", ["", ".", "Mr", "Mr.", "the", "President", ", 43,", "— Mr", "named"])
def test_fragments_do_no_harm(text):
    assert isinstance(read("x " + text), tuple)
