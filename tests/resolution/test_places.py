"""Names with many bearers are given the place that the text means, with a reason."""

import re

from longarm.model.spans import Span
from longarm.model.statements import Toponym
from longarm.resolution.places import resolve

NEW_YORK_CITY = "gn:5128581"


def mentions(text: str, *names: str, role: str = "place") -> list[Toponym]:
    at = sorted((match.start(), match.end()) for name in names for match in re.finditer(rf"\b{re.escape(name)}", text))
    return [Toponym(Span.of("t", text, start, end), role) for start, end in at]


def resolved(text: str, *names: str, context: str = "") -> dict[str, Toponym]:
    return {t.span.words: t for t in resolve(mentions(text, *names), text, context)}


def test_the_most_populous_place_is_meant_where_nothing_else_is_said() -> None:
    found = resolved("They met in Toronto.", "Toronto")["Toronto"]
    assert found.place == "gn:6167865"
    assert re.fullmatch(r"the most populous of \d+ places of that name", found.reason)


def test_a_country_named_in_brackets_decides() -> None:
    found = resolved("Three are in Cambridge (Canada).", "Cambridge", "Canada")["Cambridge"]
    assert found.place == "gn:5913695"
    assert found.reason.startswith("Canada is named beside it")


def test_a_state_named_after_a_comma_decides_for_the_whole_text() -> None:
    text = "He lives in Paris, Texas. The mayor of Paris was asked."
    assert {t.place for t in resolve(mentions(text, "Paris"), text)} == {"gn:2988507"}
    both = resolve(mentions(text, "Paris", "Texas"), text)
    assert [t.place for t in both] == ["gn:4717560", "US.TX", "gn:4717560"]


def test_letters_of_a_state_decide() -> None:
    assert resolved("It is in Springfield, IL, he said.", "Springfield")["Springfield"].place == "gn:4250542"


def test_other_places_of_the_text_decide() -> None:
    country = ("Georgia", "Tbilisi", "Batumi")
    assert resolved("Georgia moved police from Tbilisi to Batumi.", *country)["Georgia"].place == "GE"
    division = ("Georgia", "Atlanta", "Savannah", "Alabama")
    text = "Georgia sent police from Atlanta to Savannah and to Alabama."
    assert resolved(text, *division)["Georgia"].place == "US.GA"


def test_the_publisher_decides_where_the_text_says_nothing() -> None:
    text = "Police in Georgia closed an office."
    assert resolved(text, "Georgia", context="Atlanta Daily, Savannah")["Georgia"].place == "US.GA"


def test_a_name_with_two_readings_keeps_the_other() -> None:
    found = resolved("There are four in North America and one in New York.", "North America", "New York")
    assert (found["North America"].place, found["North America"].readings) == ("m49:003", ("m49:021",))
    assert (found["New York"].place, found["New York"].readings) == (NEW_YORK_CITY, ("US.NY",))


def test_a_word_for_the_kind_of_place_may_stand_behind() -> None:
    assert resolved("Police of Ontario Province came.", "Ontario Province")["Ontario Province"].place == "CA.08"


def test_a_demonym_is_given_its_country() -> None:
    text = "Two Rwandans came."
    (found,) = resolve(mentions(text, "Rwandans", role="demonym"), text)
    assert (found.place, found.role) == ("RW", "demonym")


def test_a_name_that_the_gazetteer_lacks_stays_without_a_place_and_says_so() -> None:
    found = resolved("It flows into the Qwertz Sea.", "Qwertz Sea")["Qwertz Sea"]
    assert (found.place, found.reason) == ("", "the gazetteer has no place of that name")


def test_words_and_order_are_kept() -> None:
    text = "From Oslo to Qwertz, to Lima and to Oslo."
    given = mentions(text, "Oslo", "Qwertz", "Lima")
    assert [t.span for t in resolve(given, text)] == [t.span for t in given]


def test_no_names_give_no_places() -> None:
    assert resolve([], "") == ()
