"""Times that a sentence counts from another time in it."""

import pytest

from longarm.desk.reading import read_text


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("In 2021 there were 31 cases, up from 12 a year earlier.", "a year earlier", "2020", "2020"),
        ("There were 31 cases in 2021, against 12 in the previous year.", "the previous year", "2020", "2020"),
        ("There were 31 cases in May 2021 and 40 a year later.", "a year later", "2022-05", "2022-05"),
        ("As of September 2022 it had 54 offices; by December it had 102.", "December", "2022-12", "2022-12"),
        ("As of September 2022 it had 54 offices; by February it had 102.", "February", "2023-02", "2023-02"),
        ("In 2022 it had 54 offices in May and 102 in December.", "May", "2022-05", "2022-05"),
        ("In 2022 it had 54 offices in May and 102 in December.", "December", "2022-12", "2022-12"),
        ("In the 15 months to July 2022, 12 were returned.", "15 months to July 2022", "2021-04", "2022-07"),
        ("Over the three years to 2023, 40 were returned.", "three years to 2023", "2020", "2023"),
        ("In the 12 months from April 2021 it had 12.", "12 months from April 2021", "2021-04", "2022-04"),
        ("Since 2019 he had lived there; on 3 May he was held.", "3 May", "2024-05-03", "2024-05-03"),
        ("In 2014 he fled; on 3 May he was held.", "3 May", "2024-05-03", "2024-05-03"),
        ("The group, founded in 2014, said on 3 May that he was held.", "3 May", "2024-05-03", "2024-05-03"),
        ("There were 12 cases in the previous year.", "the previous year", "2023", "2023"),
    ],
)
def test_a_time_is_set_against_the_one_that_its_sentence_counts_from(
    text: str, words: str, first: str, last: str
) -> None:
    found = {time["words"]: (time["from"], time["to"]) for time in read_text(text, "2024-06-03")["times"]}
    assert found[words] == (first, last)


def test_the_year_before_something_is_no_year_counted_from_another() -> None:
    found = read_text("In 2019, the year before the war, 12 exiles were held.", "2024-06-03")["times"]
    assert [time["words"] for time in found] == ["2019"]
