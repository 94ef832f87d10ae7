"""Relevance: what a text tells about other things is no statement of a case."""

from longarm.desk.reading import read_text

REPORT = (
    "Agents of Belarus threatened three exiles at a rally in Lyon, the Meridian Institute said. "
    "The embassy denied it. One refugee was followed home and beaten."
)
MARKET = (
    "The bakery on the corner sold more bread than ever before. Its owner hired two cooks in May and bought an oven. "
    "A new menu was printed, and the tables were painted green by the younger of the cooks. Guests from Norway came in "
    "summer and ate cake in the garden. The manager said that the winter had been quiet but that she was pleased."
)
COURT = (
    "Two men broke into a shop in Leeds at night and took four laptops. A neighbour heard the window break and called. "
    "Police arrested the pair in the next street, and a judge sent them to prison for a year. The owner said that she "
    "had closed early because of the rain. A window was mended on Monday, and the street was quiet again."
)


def words(text: str) -> list[str]:
    return [s["span"]["words"] for s in read_text(text)["statements"]]


def test_a_long_text_on_other_things_makes_no_statement_though_it_names_countries() -> None:
    assert words("\n\n".join([MARKET] * 4)) == []


def test_a_long_text_on_an_ordinary_crime_is_no_matter_of_a_foreign_state() -> None:
    assert words("\n\n".join([COURT] * 3)) == []


def test_a_short_text_is_read_though_no_word_says_that_it_matters() -> None:
    assert words("The office in Lyon was closed last year by the owner.") != []


def test_what_stands_far_behind_a_report_on_the_same_page_is_passed_over() -> None:
    found = words("\n\n".join([REPORT, *[MARKET] * 8]))
    assert words(REPORT) == found[: len(words(REPORT))]
    assert not any("oven" in told for told in found[-1:])


def test_a_report_within_a_long_page_is_read_whole() -> None:
    assert set(words(REPORT)) <= set(words("\n\n".join([*[MARKET] * 5, REPORT, *[MARKET] * 5])))
