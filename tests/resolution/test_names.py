import pytest

from longarm.resolution import names
from longarm.resolution.states import States, plain

STATES = States.of(
    {"Chinese": "CN", "American": "US", "Rwandan": "RW", "Filipino": "PH", "Congolese": "CD"},
    {
        "CN": "China",
        "US": "United States",
        "RW": "Rwanda",
        "PH": "Philippines",
        "CD": "Democratic Republic of the Congo",
    },
)


def read(words: str) -> names.Name:
    return names.read(words, STATES)


@pytest.mark.parametrize(
    "words",
    [
        "China",
        "Beijing",
        "the Chinese government",
        "Chinese authorities",
        "the government of China",
        "senior Chinese officials",
        "the People's Republic of China",
        "Chinese communist regime",
        "the Beijing regime",
    ],
)
def test_words_for_a_state_that_speaks_are_its_government(words: str) -> None:
    assert (read(words).kind, read(words).state) == ("government", "CN")


@pytest.mark.parametrize(
    "words",
    [
        "U.S. Department of Justice",
        "the US Department of Justice",
        "US Justice Department",
        "the Department of Justice of the United States",
        "United States Department of Justice (DOJ)",
    ],
)
def test_an_office_is_one_under_all_its_writings(words: str) -> None:
    name = read(words)
    assert (name.kind, name.state, name.bag) == ("office", "US", ("department", "justice"))


@pytest.mark.parametrize(
    "words",
    [
        "critics",
        "Critics of the stations",
        "officials",
        "a source",
        "experts",
        "a former officer",
        "rights groups",
        "media reports",
    ],
)
def test_nobody_in_particular_is_a_collective(words: str) -> None:
    assert read(words).kind == "collective"


@pytest.mark.parametrize(
    "words", ["Lantern Watch", "Overseas Student Union", "Doctors Against Exile", "Human Rights Researchers"]
)
def test_a_written_name_is_no_description_even_with_such_a_word_in_it(words: str) -> None:
    assert read(words).kind == "organisation"


def test_spaces_case_articles_and_legal_forms_do_not_matter() -> None:
    forms = ["Safe Harbour Watch", "the SAFEHARBOUR Watch", "SafeHarbour Watch Ltd.", "rights group Safe Harbour Watch"]
    forms += ["NGO Safe Harbour Watch", "Chinese NGO Safe Harbour Watch"]
    assert {read(form).squashed for form in forms} == {"safeharbourwatch"}


def test_a_spokesperson_is_the_office_that_is_spoken_for() -> None:
    assert (
        read("Rwandan Foreign Ministry spokesman").bag == read("a spokesperson for the Foreign Ministry of Rwanda").bag
    )
    assert read("Rwandan Foreign Ministry spokesman").state == "RW"


def test_a_site_name_is_the_name_before_its_ending() -> None:
    assert read("www.lanternwatch.org").squashed == read("Lantern Watch").squashed


def test_a_short_pronoun_is_no_state() -> None:
    assert STATES.code(plain("it")) == ""
    assert STATES.code(plain("US")) == "US"


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Chinese police", "CN"),
        ("agents of the Chinese government", "CN"),
        ("Communist China", "CN"),
        ("the agents", ""),
        ("Lantern Security Ltd", "lanternsecurity"),
    ],
)
def test_who_acts_is_the_state_that_the_words_name(words: str, party: str) -> None:
    assert names.party(words, STATES) == party


@pytest.mark.parametrize("words", ["Those", "Seven", "21", "one", "at least 12", "Many", "They", "some of them"])
def test_a_pronoun_or_a_number_is_nobody_in_particular(words: str) -> None:
    assert read(words).kind == "collective"


@pytest.mark.parametrize("words", ["One Harbour", "Group 24", "Seven Rivers"])
def test_a_name_with_a_number_is_a_name(words: str) -> None:
    assert read(words).kind == "organisation"


@pytest.mark.parametrize("words", ["Example Agency", "Chinese News Agency", "Harbour World Service"])
def test_an_agency_or_a_service_alone_is_no_office(words: str) -> None:
    assert names.read_title(words, STATES).kind == "organisation"


@pytest.mark.parametrize("words", ["National Crime Agency", "Rwandan Tax Agency", "Security Service", "Tax Ministry"])
def test_an_agency_of_a_state_is_an_office(words: str) -> None:
    assert read(words).kind == "office"


@pytest.mark.parametrize(
    ("words", "code"),
    [("Beijing", "CN"), ("the Kremlin", "RU"), ("China", "CN"), ("Chinese police", ""), ("Harbour", "")],
)
def test_a_state_speaks_by_its_name_or_its_seat_alone(words: str, code: str) -> None:
    assert names.state(words, STATES) == code


@pytest.mark.parametrize(
    "words",
    [
        "States",
        "Chinese woman",
        "many Chinese firms",
        "the China opposition leader",
        "exiled Chinese officials",
        "Chinese hackers",
        "Chinese nationals",
        "Chinese and Rwandan authorities",
    ],
)
def test_who_is_only_from_a_country_is_not_its_state(words: str) -> None:
    assert names.party(words, STATES) == ""


@pytest.mark.parametrize(
    "words", ["Chinese state-backed hackers", "Chinese spies", "CCP", "four Chinese intelligence officers"]
)
def test_who_acts_for_a_state_is_the_state(words: str) -> None:
    assert names.party(words, STATES) == "CN"
