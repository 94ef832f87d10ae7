"""Figures: how many, of what, where; and what is no figure."""

import pytest

from longarm.desk.reading import read_text

LEAD = "Freedonia runs overseas police stations and persuades exiles to return.\n\n"


def figures(text: str) -> list[tuple[str, int, int | None, str]]:
    """Measure, low, high and scope of every figure after the lead."""
    found = []
    for s in read_text(LEAD + text)["statements"]:
        if s["kind"] == "figure" and s["span"]["start"] >= len(LEAD):
            scope = next((p["name"] for p in s["places"] if p["role"] == "scope"), "")
            found.append((s["measure"], s["quantity"]["low"], s["quantity"]["high"], scope))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There are more than 50 police stations around the world.", [("station", 51, None, "World")]),
        ("Freedonia has three stations in Toronto (Canada).", [("station", 3, 3, "Toronto")]),
        ("In Portugal, Freedonia has 12 police stations.", [("station", 12, 12, "Portugal")]),
        ("London has two police stations.", [("station", 2, 2, "London")]),
        ("Police stations were found in 30 countries.", [("host-country", 30, 30, "World")]),
        (
            "Freedonia runs 41 police stations in 17 countries.",
            [("station", 41, 41, "World"), ("host-country", 17, 17, "World")],
        ),
        ("About 40 exiles were persuaded to return.", [("returned", 35, 45, "")]),
        ("Two officials were arrested in Lisbon.", [("arrested", 2, 2, "Lisbon")]),
        ("The arrest and indictment of three men followed.", [("arrested", 3, 3, ""), ("indicted", 3, 3, "")]),
        ("Prosecutors filed charges against at least 12 officials.", [("charged", 12, None, "")]),
        (
            "There are four stations in Asia. Osaka is home to one; the other three are found in India.",
            [("station", 4, 4, "Asia"), ("station", 1, 1, "Osaka"), ("station", 3, 3, "India")],
        ),
    ],
)
def test_a_figure_has_its_measure_interval_and_place(
    text: str, expected: list[tuple[str, int, int | None, str]]
) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The report, entitled 47 Doors: Policing at a Distance, is long.",
        "A man aged 44 was threatened.",
        "They met in 2019.",
        "The exile was threatened at 10 Downing Street.",
    ],
)
def test_what_is_no_count_is_no_figure(text: str) -> None:
    assert figures(text) == []


def test_a_part_named_as_an_example_does_not_give_the_whole_its_place() -> None:
    found = figures("Freedonia has opened several police stations, including one in Lyon.")
    assert found == [("station", 3, None, ""), ("station", 1, None, "Lyon")]


def test_a_place_named_as_an_example_is_not_the_scope() -> None:
    assert figures("There are nine police stations in the world, including some in Peru.")[0][3] == "World"


def test_two_figures_of_a_sentence_have_two_spans() -> None:
    answer = read_text(LEAD + "Freedonia runs 41 police stations in 17 countries.")
    spans = [s["span"] for s in answer["statements"] if s["kind"] == "figure"]
    assert spans[0]["end"] <= spans[1]["start"]


def test_a_count_is_of_the_day_that_it_is_told_of_and_not_said_then() -> None:
    (found,) = read_text("As of 1 May 2023, the group had counted 54 stations.")["statements"]
    assert (found["as_of"]["start"], found["said_at"]) == ("2023-05-01", None)


@pytest.mark.parametrize(
    ("text", "period", "said_at"),
    [
        ("From May 2019 to June 2021, 90 exiles were persuaded to return.", ("2019-05", "2021-06"), None),
        ("On March 3, the ministry announced the arrest of two men.", None, "XXXX-03-03"),
        ("The watchdog said that 90 exiles were persuaded to return in 2020.", ("2020", "2020"), None),
        (
            "Speaking on 3 March, she said that 90 exiles were persuaded to return in 2020.",
            ("2020", "2020"),
            "XXXX-03-03",
        ),
    ],
)
def test_times_of_the_act_and_of_the_saying_are_kept_apart(
    text: str, period: tuple[str, str] | None, said_at: str | None
) -> None:
    found = [s for s in read_text(LEAD + text)["statements"] if s["kind"] == "figure"]
    assert len(found) == 1
    given = found[0]["period"] and (found[0]["period"]["start"], found[0]["period"]["end"])
    assert (given, found[0]["said_at"] and found[0]["said_at"]["start"]) == (period, said_at)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In 2019 embassies handled around 900 such cases.", [900]),
        ("By 2016 officers had opened ten police stations.", [10]),
        ("In 2,000 cases the police did nothing.", [2000]),
        ("The survey of police stations covered 2014 to 2020.", []),
        ("More than 300 couples were threatened.", [300]),
        ('It looks at police stations under the "220 Abroad" programme.', []),
    ],
)
def test_years_are_no_figures_and_couples_are_counted_as_such(text: str, values: list[int]) -> None:
    found = [s["quantity"]["value"] for s in read_text(LEAD + text)["statements"] if s["kind"] == "figure"]
    assert found == values


def test_a_number_broken_at_the_end_of_a_line_is_one() -> None:
    text = "The institute looked for three years at the ministry's offices. Sixty-\nfour police stations were found."
    values = [s["quantity"]["value"] for s in read_text(LEAD + text)["statements"] if s["kind"] == "figure"]
    assert values == [64]


def test_a_figure_set_against_the_right_one_is_denied() -> None:
    statements = read_text(LEAD + "There are 14 police stations in Norway, not 40.")["statements"]
    found = {s["quantity"]["value"]: s["polarity"] for s in statements if s["kind"] == "figure"}
    assert found == {14: "affirmed", 40: "denied"}


def counts(text: str) -> list[tuple[str, int]]:
    """Measure and lowest number of every figure of a text."""
    return [(s["measure"], s["quantity"]["low"]) for s in read_text(text)["statements"] if s["kind"] == "figure"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fire at the market killed at least 58.", [("killed", 58)]),
        ("Fire kills 16 outside market.", [("killed", 16)]),
        ("Four guards killed in the fire.", [("killed", 4)]),
        ("The fire left around 50 people dead.", [("killed", 45)]),
        ("The fire claimed the lives of at least 32 people.", [("killed", 32)]),
        ("The fire claimed an estimated 40 lives.", [("killed", 35)]),
        ("The death toll rose to 12, the mayor said.", [("killed", 12)]),
        ("Most of those killed were in their homes.", [("killed", 0.5)]),
        ("Some 30 exiles are believed to have been abducted.", [("abducted", 25)]),
        ("The number of exiles in Lisbon rose to 54.", [("exile", 54)]),
    ],
)
def test_those_that_something_befell_are_counted_by_it(text: str, expected: list[tuple[str, float]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "At around 715 pm the doors were shut (1615 GMT).",
        "Slideshow (21 Images)",
        "They lived under the regime for 14 years (12).",
        "Writers looked at the 2016 elections.",
        "The team has a 6-2-1 record, and the screen is 16:9.",
        "The Council met at 9.",
        "A picture is worth a thousand words.",
        "Not one office replied.",
        "She needs one.",
    ],
)
def test_a_number_without_a_thing_that_can_be_counted_is_no_figure(text: str) -> None:
    assert counts(text) == []


def test_a_bare_number_counts_what_the_sentences_before_tell_of() -> None:
    found = figures("The watchdog found that Freedonia opened at least 58. Two are in Lima and one in Quito.")
    assert [(measure, low, place) for measure, low, _, place in found] == [
        ("station", 58, ""),
        ("station", 2, "Lima"),
        ("station", 1, "Quito"),
    ]


def test_each_number_of_a_sentence_has_the_words_of_its_own_phrase() -> None:
    text = "The institute lists 40 police stations run by 12 agencies in nine countries."
    words = [s["span"]["words"] for s in read_text(LEAD + text)["statements"] if s["kind"] == "figure"]
    assert words[-3:] == ["40 police stations run", "by 12 agencies", "in nine countries"]


def test_numbers_of_a_list_count_for_the_place_right_before_them() -> None:
    found = figures("Norway has nine police stations, Peru four and Malta two.")
    assert [(low, place) for _, low, _, place in found] == [(9, "Norway"), (4, "Peru"), (2, "Malta")]


def test_a_count_in_a_place_that_nobody_knows_is_not_taken_for_the_world() -> None:
    found = figures("The bureau opened 50 police stations on four continents, three of those in the QZA.")
    assert (3, "World") not in [(low, place) for _, low, _, place in found]


def test_numbers_in_brackets_count_for_the_place_before_them() -> None:
    found = figures("There are 14 police stations: Italy (11), Spain (2) and New Zealand (1).")
    assert [(low, place) for _, low, _, place in found] == [(14, ""), (11, "Italy"), (2, "Spain"), (1, "New Zealand")]


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("There are over 50 police stations globally, with three in the Lima area.", ["World", "Lima"]),
        ("Freedonia runs 41 police stations in Italy, Spain and Malta.", [""]),
        ("Freedonia runs two police stations on the outskirts of Lyon.", ["Lyon"]),
    ],
)
def test_a_figure_counts_in_its_own_place_and_in_no_single_one_of_several(text: str, scopes: list[str]) -> None:
    assert [place for _, _, _, place in figures(text)] == scopes


def test_over_after_a_penalty_says_why_and_not_how_many() -> None:
    answer = read_text("The exile was arrested over 14 posts.")
    assert [(q["value"], q["qualifier"]) for q in answer["quantities"]] == [(14, "exact")]


def test_those_who_only_back_a_thing_are_counted_and_those_who_speak_are_not() -> None:
    assert counts("31 other countries backed the appeal.") == [("country", 31)]
    assert counts("Seven officials said that the doors were shut.") == []
    assert counts("Officials from 12 countries said that the doors were shut.") == [("country", 12)]


def test_a_total_between_commas_is_a_figure_of_its_own() -> None:
    found = read_text("Scores of student unions, 61 in all, have signed the appeal.")["statements"]
    assert [s["span"]["words"] for s in found if s["kind"] == "figure"] == ["Scores of student unions", "61 in all"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three stations are in Peru and two in Norway.1", [("station", 3, 3, "Peru"), ("station", 2, 2, "Norway")]),
        ("1 Earlier tallies gave 40 police stations.", [("station", 40, 40, "")]),
        ("To tell of stations call +31 6 1234 5678 or +44 20 7946 0018.", []),
        ("Country | Stations\nSpain | 9\nItaly | 11", []),
        ("Spain 9", []),
    ],
)
def test_marks_of_notes_numbers_to_call_and_rows_of_tables_count_nothing(
    text: str, expected: list[tuple[str, int, int | None, str]]
) -> None:
    assert figures(text) == expected


def test_what_stands_before_is_what_was_counted_and_not_where() -> None:
    found = figures(
        "Watchers counted 54 police stations in 30 countries. Most of them are in Europe. Three are in Peru."
    )
    assert [measure for measure, *_ in found] == ["station", "host-country", "station", "station"]


@pytest.mark.parametrize(
    "text",
    [
        "Officials said that Spain has 3 police stations, not 40.",
        "Officials counted 3 police stations in Spain, not the 40 police stations reported.",
        "Spain has 3 police stations and not 40, officials said.",
    ],
)
def test_a_number_set_against_the_right_one_is_denied_alone(text: str) -> None:
    told = {s["quantity"]["value"]: s["polarity"] for s in read_text(text)["statements"] if s["kind"] == "figure"}
    assert told == {3: "affirmed", 40: "denied"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He paid $400 for it.", [("money", 400, "He paid $400 for it")]),
        ("Agents hired a guard, who talked, for 9,000 euros.", [("money", 9000, "for 9,000 euros")]),
        ("The jury saw a phone and $700.", [("money", 700, "$700")]),
        ("The bureau reported an 18% fall in complaints.", [("change", 18, "an 18% fall in complaints")]),
        ("The share stood at 11 percent.", [("share", 11, "The share stood at 11 percent")]),
        ("The ministry runs ten of them, or 31 percent.", [("station", 10, ""), ("share", 31, "31 percent")]),
    ],
)
def test_sums_of_money_changes_and_shares_are_figures(text: str, expected: list[tuple[str, int, str]]) -> None:
    found = [s for s in read_text(LEAD + text)["statements"] if s["kind"] == "figure"]
    assert [(s["measure"], s["quantity"]["value"]) for s in found] == [row[:2] for row in expected]
    assert all(words in ("", s["span"]["words"]) for s, (_, _, words) in zip(found, expected, strict=True))


def test_a_sum_in_a_clause_leaves_its_act_told() -> None:
    found = read_text(LEAD + "Agents threatened an exile in Lisbon for $400.")["statements"]
    assert [s["kind"] for s in found if s["span"]["start"] >= len(LEAD)] == ["act", "figure"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bureau opened desks in 2016, with offices in six countries.", "with offices in six countries"),
        ("A quarter of the ministries (48 of them) run police stations.", "48 of them"),
        ("It names Freedonia as the first among 12 governments.", "among 12 governments"),
        ("Freedonia runs 20 of the stations; Sylvania is said to copy it.", "Freedonia runs 20 of the stations"),
    ],
)
def test_a_figure_beside_other_assertions_has_the_words_of_its_own_phrase(text: str, words: str) -> None:
    found = [s["span"]["words"] for s in read_text(LEAD + text)["statements"] if s["kind"] == "figure"]
    assert words in found


@pytest.mark.parametrize(
    ("text", "measure", "value", "words"),
    [
        ("Sylvania sent back 90 Freedonians.", "deported", 90, "Sylvania sent back 90 Freedonians"),
        ("Another 12 remain in custody.", "detained", 12, "Another 12 remain in custody"),
        ("The hotline takes 30 calls a day.", "call", 30, "The hotline takes 30 calls a day"),
        ("Half of the guards said that they obey.", "guard", 0.5, "Half of the guards said that they obey"),
        ("Some 70 clerks had their pay cut.", "clerk", 70, "Some 70 clerks had their pay cut"),
        ("A network of 40 sites posted insults.", "station", 40, "A network of 40 sites posted insults"),
        ("No fewer than 14 reporters were attacked.", "assaulted", 14, "No fewer than 14 reporters were attacked"),
        ("Agents rang the clerk 40 times.", "times", 40, "Agents rang the clerk 40 times"),
        ("It was at least the fifth raid on it.", "raid", 5, "It was at least the fifth raid on it"),
        ("Ten of the 32 said they had left.", "people", 10, "Ten of the 32 said they had left"),
        ("Of the 40 clerks asked by mail, 9 said they had left.", "clerk", 9, "9 said they had left"),
        ("Nine said they had been robbed.", "people", 9, "Nine said they had been robbed"),
        ("At least 20 people protested outside.", "protester", 20, "At least 20 people protested outside"),
        ("Since 2016 the league has recorded 28 raids.", "raid", 28, "recorded 28 raids"),
        ("He will hold a talk on Monday for up to 80 people.", "people", 80, "for up to 80 people"),
        ("Ten aunts of four clerks were robbed.", "aunt", 10, "Ten aunts of four clerks were robbed"),
        ("All 70 maps were made by 26 mayors, among them that of Oslo.", "mayor", 26, "by 26 mayors"),
        ("It kept ten mills, one of them in Oslo.", "mill", 1, "one of them in Oslo"),
        ("Of the mills only one letter told.", "letter", 1, "Of the mills only one letter told"),
        ("The bureau would run one in Lima.", "station", 1, "The bureau would run one in Lima"),
        ("Only two of the dozen clerks left.", "clerk", 2, "Only two of the dozen clerks left"),
        ("Some 60 mills, including 12 in Oslo, shut.", "mill", 60, "Some 60 mills, including 12 in Oslo, shut"),
        ("Some 60 mills, including 12 in Oslo, shut.", "mill", 12, "including 12 in Oslo"),
        ("Of 90 clerks half moved; 4 per cent had called her.", "clerk", 4, "4 per cent had called her"),
        ("The plan was backed by 12 mayors.", "mayor", 12, "The plan was backed by 12 mayors"),
        ("The court refused 80 requests.", "request", 80, "The court refused 80 requests"),
        ("Thirty-three consulates renew no permits.", "consulate", 33, "Thirty-three consulates renew no permits"),
        ("The embassy refused to renew 42 permits.", "permit", 42, "The embassy refused to renew 42 permits"),
        ("Only 11 of the 27 clerks have a desk.", "clerk", 11, "Only 11 of the 27 clerks have a desk"),
    ],
)
def test_what_is_told_of_those_counted_belongs_to_the_figure(text: str, measure: str, value: float, words: str) -> None:
    found = [s for s in read_text(LEAD + text)["statements"] if s["kind"] == "figure"]
    assert (measure, value, words) in [(s["measure"], s["quantity"]["value"], s["span"]["words"]) for s in found]


def test_others_are_things_of_the_last_text_and_no_places() -> None:
    text = "Sylvania opened police stations in over 20 countries. It is proud. Two others in Africa are in Maseru."
    assert [row[:2] for row in figures(text)][-1] == ("station", 2)


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Four officials were convicted on Wednesday for deporting six teachers.", ["Wednesday", None]),
        ("On Friday three guards were fired for deporting five exiles in 2019.", ["Friday", "2019"]),
        ("The minister was jailed on 3 May over the abduction of two exiles in 2018.", ["2018"]),
        ("The ministry recorded 17 cases in 2021, 23 in 2022 and 41 in 2023.", ["2021", "2022", "2023"]),
        ("In 2020 nine exiles were threatened, in 2021 fourteen.", ["2020", "2021"]),
        ("Three men were arrested in Gera on Monday.", ["Monday"]),
    ],
)
def test_each_count_has_its_own_time_and_what_was_done_is_not_dated_by_what_is_done_about_it(
    text: str, periods: list[str | None]
) -> None:
    found = [s for s in read_text(text)["statements"] if s["kind"] == "figure"]
    assert [s["period"] and s["period"]["words"] for s in found] == periods


def test_each_of_two_counts_has_its_own_place_alone() -> None:
    found = read_text("Three men were arrested in Lyon and two others in Lille, and in Nice one more.")["statements"]
    places = [[(p["name"], p["role"]) for p in s["places"]] for s in found if s["kind"] == "figure"]
    assert [[name for name, role in row if role == "scope"] for row in places] == [["Lyon"], ["Lille"], ["Nice"]]
    assert not any(role == "site" for row in places for _, role in row)


@pytest.mark.parametrize(
    "text",
    [
        "The deportation harmed relations between the two governments.",
        "The exile was flown home early March 29 as a result.",
        "The former prosecutor, 62, a refugee since 2017, was followed.",
        "The exile, a father of two, was threatened.",
    ],
)
def test_parties_days_ages_and_children_are_no_counts(text: str) -> None:
    assert figures(text) == []


def spans(text: str) -> list[tuple[str, int]]:
    """The words and the low end of every figure after the lead."""
    return [
        (s["span"]["words"], s["quantity"]["low"])
        for s in read_text(LEAD + text)["statements"]
        if s["kind"] == "figure" and s["span"]["start"] >= len(LEAD)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "There are three offices in Spain: one in Madrid, another in Valencia and a third in Malaga.",
            [
                ("There are three offices in Spain", 3),
                ("one in Madrid", 1),
                ("another in Valencia", 1),
                ("a third in Malaga", 1),
            ],
        ),
        (
            "In Spain they are in Madrid (3), Vigo (2), the other in Cadiz.",
            [("In Spain they are in Madrid (3)", 3), ("Vigo (2)", 2), ("the other in Cadiz", 1)],
        ),
        (
            "In July they jailed 36 exiles, and last month four lawyers.",
            [("In July they jailed 36 exiles", 36), ("last month four lawyers", 4)],
        ),
        ("We aided 158 exiles, of whom 101 had fled.", [("We aided 158 exiles", 158), ("of whom 101 had fled", 101)]),
        ("The three in Peru are run by the police.", [("The three in Peru are run by the police", 3)]),
        ("The minister told the chamber about the alleged 11 stations.", [("the alleged 11 stations", 11)]),
        ("A study of seven states found that exiles are followed.", [("A study of seven states", 7)]),
        ("Two in Lyon and one in Nice were shut.", [("Two in Lyon", 2), ("one in Nice", 1)]),
    ],
)
def test_a_figure_has_its_own_words_in_a_list_and_beside_others(text: str, expected: list[tuple[str, int]]) -> None:
    assert spans(text) == expected


def test_none_at_one_place_of_a_list_negates_no_count_at_another() -> None:
    found = read_text(LEAD + "It opened no office in 2020, two in 2021 and five in 2022.")["statements"]
    assert {s["polarity"] for s in found if s["kind"] == "figure"} == {"affirmed"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France has four and Malta two.", [("France has four", 4), ("Malta two", 2)]),
        (
            "They made 68 requests in 2022, up from 41 a year earlier.",
            [("They made 68 requests in 2022", 68), ("from 41 a year earlier", 41)],
        ),
        (
            "Requests have risen from 2,343 in 2005 to 11,048 in 2016.",
            [("Requests have risen from 2,343 in 2005", 2343), ("to 11,048 in 2016", 11048)],
        ),
        (
            "The list, seen by 17 newspapers, holds 50,000 names.",
            [("The list, seen by 17 newspapers, holds 50,000 names", 50000), ("seen by 17 newspapers", 17)],
        ),
        ("She was sentenced to 11 years, and her brother to six.", []),
        ("Its stations are spread over 53 countries.", [("Its stations are spread over 53 countries", 53)]),
    ],
)
def test_the_words_of_a_figure_end_where_those_of_the_next_begin(text: str, expected: list[tuple[str, int]]) -> None:
    assert spans(text) == expected


def test_a_whole_and_the_kin_of_those_counted_have_not_what_befell_the_others() -> None:
    assert ("arrested", 4, 4, "") not in figures("Two of the four men were arrested.")
    assert ("detained", 3, 3, "") not in figures("Twenty-two cousins of three exiles were detained.")


def test_the_place_of_a_rank_is_that_of_its_count() -> None:
    found = figures("Italy has 11 stations; Spain comes next with nine.")
    assert found == [("station", 11, 11, "Italy"), ("station", 9, 9, "Spain")]


def test_as_many_as_told_before_are_not_counted_again() -> None:
    assert len(figures("Two offices in Lyon were raided. The two offices had no sign.")) == 1


def test_a_place_before_its_count_is_of_no_other_count() -> None:
    found = figures("In Italy alone there are 11 stations, in Spain nine and in France four.")
    assert [(low, scope) for _, low, _, scope in found] == [(11, "Italy"), (9, "Spain"), (4, "France")]


def test_a_reward_for_people_is_told_with_them() -> None:
    assert spans("The police have offered rewards for 19 exiles.") == [
        ("The police have offered rewards for 19 exiles", 19)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Relatives of 12 activists detained at sea hold a news conference.", [("detained", 12)]),
        ("The families of nine students arrested in Hungary wrote to the ministry.", [("arrested", 9)]),
        ("A lawyer for the families of six detained exiles spoke.", [("exile", 6)]),
        ("Twenty relatives of eight exiles were detained.", [("relatives-detained", 20), ("exile", 8)]),
        ("She was followed by two men to a gathering of activists.", [("man", 2)]),
        ("Two exiles were followed by three men in Geneva.", [("threatened", 2), ("man", 3)]),
        ("The exile was visited by three agents, who warned her.", [("agent", 3)]),
        ("The dossier held details on 300 informants recruited abroad.", [("informant", 300)]),
        ("An activist was beaten by six masked men outside the embassy.", [("man", 6)]),
        ("Three of the suspects were repatriated after Portugal accused them of spying.", [("expelled", 3)]),
        ("Three of the dissidents were repatriated from Thailand.", [("returned", 3)]),
        ("Hackers had infiltrated the database with information on 5,000 agents.", [("agent", 5000)]),
        ("Freedonia recruited 30 informants among students.", [("informant", 30)]),
    ],
)
def test_what_befell_some_is_no_figure_of_those_told_of_beside_them(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(measure, low) for measure, low, _, _ in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In one case earlier this year, the caller named her school.", []),
        ("Her story is only one example of how Freedonia silences exiles.", []),
        ("There is one case in Norway.", [("incident", 1)]),
        ("One case was documented in Norway.", [("incident", 1)]),
        ("The account has 1.9 million followers and was blocked.", []),
        ("The resolution passed with 512 votes in favour and 51 abstentions.", []),
        ("Some 40 followers of the movement were arrested in Poland.", [("arrested", 35)]),
    ],
)
def test_an_example_and_an_audience_are_no_figures(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(measure, low) for measure, low, _, _ in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Complaints received: 41. Closed: 29.", [("complaint", 41), ("complaint", 29)]),
        ("Requests: 210; granted: 16; refused: 88.", [("request", 210), ("request", 16), ("request", 88)]),
        ("The delegation numbered 24.", [("people", 24)]),
        ("Complaints totalled 70.", [("complaint", 70)]),
        ("The 15-member team landed that evening.", [("people", 15)]),
        ("It sent a network 40 strong to Utopia.", [("people", 40)]),
        ("He and four others were driven across the border.", [("people", 4)]),
        ("There were nine of us in the room.", [("people", 9)]),
        ("Staff levels at the mission were cut from 48 to 20.", [("staff", 48), ("staff", 20)]),
        ("Last year's figure was 1,050, the highest so far.", [("station", 1050)]),
    ],
)
def test_a_number_without_a_noun_counts_what_the_words_around_it_name(
    text: str, expected: list[tuple[str, int]]
) -> None:
    assert [(measure, low) for measure, low, _, _ in figures(text)] == expected


def test_a_figure_after_a_label_begins_with_it() -> None:
    spans = [s["span"]["words"] for s in read_text("Host countries: 91. Victims: 26.")["statements"]]
    assert spans == ["Host countries: 91", "Victims: 26"]


@pytest.mark.parametrize(
    "text",
    [
        "They were named as Ilyas, 41, and Rustam, 38.",
        "She lived at 19 Rue Verte.",
        "He died at 36.",
        "Comments: 12. Likes: 48. Hours: 9. Grade: 7.",
        "In the dock sat the owner and a cousin, 25.",
        "He spent 11 years in exile, four of them in Rome.",
    ],
)
def test_an_age_or_a_house_number_counts_nobody(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ten richest families had their farms seized.", [10]),
        ("Eight of the nine who fled are safe.", [8, 9]),
        ("The 47 scholars have left.", [47]),
        ("The two men have left.", []),
        ("Five ministries, one bank and two airlines were hit.", [5, 1, 2]),
        ("One of the women was released; the other two are held.", [1, 2]),
        ("Six men came; one was carrying a knife.", [6, 1]),
        ("Two neighbours were told to leave the country.", [2]),
        ("Not all of the 22 are safe.", [22]),
        ("Nine of the twelve jurors found him guilty.", [9, 12]),
        ("Nineteen others were hurt, four seriously.", [19, 4]),
        ("They sent ten officers back and kept one.", [10, 1]),
        ("How many were there? Five.", [5]),
        ("More people (134) were barred than were jailed (97).", [134, 97]),
        ("Forty-one states voted for the text.", [41]),
        ("She met one of the three envoys in a bar.", [1, 3]),
        ("The embassy lost 11 envoys, six this year alone.", [11, 6]),
        ("Eight activists reported being followed.", [8]),
        ("It wants more, on top of the 260 already posted abroad.", [260]),
        ("Exiled scholars number 1.2 million.", [1200000]),
        ("Last night twenty of the thirty were freed.", [20, 30]),
        ("It was double the 500 of 2014.", [500]),
        ("Four years ago there were fifteen.", [15]),
        ("The union put it at 170, the ministry at 163.", [170, 163]),
    ],
)
def test_one_and_the_definite_count_where_they_say_something_new(text: str, expected: list[int]) -> None:
    assert [low for _, low, _, _ in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (
            "Utopia has asked 27 ministers to hand over 774 exiles.",
            ["asked 27 ministers", "774 exiles"],
        ),
        (
            "They expelled six poets on 4 May and a family of five on 20 May.",
            ["They expelled six poets on 4 May", "a family of five on 20 May"],
        ),
    ],
)
def test_a_figure_ends_before_the_words_of_the_next(text: str, spans: list[str]) -> None:
    found = [s["span"]["words"] for s in read_text(LEAD + text)["statements"] if s["kind"] == "figure"]
    assert [words.removeprefix("over ") for words in found] == spans


def test_a_figure_holds_its_number_where_the_noun_alone_is_in_quotation_marks() -> None:
    spans = [s["span"]["words"] for s in read_text('She is on a list of 28 wanted "extremists" abroad.')["statements"]]
    assert any("28" in words for words in spans)
