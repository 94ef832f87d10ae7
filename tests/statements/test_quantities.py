"""Quantities are read as the intervals that their words allow, with their unit, and nothing else is called a count."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.desk.reading import read_text
from longarm.languages import loader
from longarm.model.documents import Passage
from longarm.model.spans import Span
from longarm.statements import parser
from longarm.statements.quantities.finder import find

OFFSET = 7  # passages begin inside a text layer: offsets must not be the passage's own


def read(text):
    passage = Passage(Span("layer", OFFSET, OFFSET + len(text), text), "paragraph")
    return find(next(iter(parser.parse([passage]))))


def only(text):
    found = read(text)
    assert len(found) == 1, [q.span.words for q in found]
    return found[0]


TABLE = [
    ("The ministry kept 54 offices abroad.", "54", 54, 54, "exact"),
    ("A total of 54 offices stayed open.", "A total of 54", 54, 54, "exact"),
    ("The group knows of more than 50 offices.", "more than 50", 51, None, "more_than"),
    ("Lima handed over four men.", "four", 4, 4, "exact"),
    ("A good thirty judges left.", "A good thirty", 25, 35, "approx"),
    ("It sent a five-man squad.", "five", 5, 5, "exact"),
    ("It lists over 50 offices.", "over 50", 51, None, "more_than"),
    ("It lists 50+ offices.", "50+", 51, None, "more_than"),
    ("The number of offices exceeded 50.", "exceeded 50", 51, None, "more_than"),
    ("The number of offices has surpassed 50.", "surpassed 50", 51, None, "more_than"),
    ("Offices 20 through 30 were closed.", "20 through 30", 20, 30, "range"),
    ("At least 40 officers were charged.", "At least 40", 40, None, "at_least"),
    ("No fewer than 40 officers were charged.", "No fewer than 40", 40, None, "at_least"),
    ("Upwards of 40 officers were charged.", "Upwards of 40", 40, None, "at_least"),
    ("They opened several desks, including one in Lisbon.", "including one", 1, None, "at_least"),
    ("Up to 30 exiles were called.", "Up to 30", 0, 30, "at_most"),
    ("No more than 30 exiles were called.", "No more than 30", 0, 30, "at_most"),
    ("Fewer than 30 exiles were called.", "Fewer than 30", 0, 29, "less_than"),
    ("Some 30 exiles were called.", "Some 30", 25, 35, "approx"),
    ("They called about 30 exiles.", "about 30", 25, 35, "approx"),
    ("They called around 30 exiles.", "around 30", 25, 35, "approx"),
    ("They called roughly 30 exiles.", "roughly 30", 25, 35, "approx"),
    ("An estimated 30 exiles were called.", "An estimated 30", 25, 35, "approx"),
    ("An estimated 230,000 exiles were called.", "An estimated 230,000", 218_500, 241_500, "approx"),
    ("Nearly 60 exiles were called.", "Nearly 60", 54, 59, "nearly"),
    ("Almost 200 exiles were called.", "Almost 200", 180, 199, "nearly"),
    ("Between 20 and 30 exiles were called.", "Between 20 and 30", 20, 30, "range"),
    ("They called 20 to 30 exiles.", "20 to 30", 20, 30, "range"),
    ("They called 20-30 exiles.", "20-30", 20, 30, "range"),
    ("Dozens of exiles were called.", "Dozens", 24, None, "at_least"),
    ("Tens of exiles were called.", "Tens", 20, None, "at_least"),
    ("Scores of exiles were called.", "Scores", 40, None, "at_least"),
    ("Hundreds of exiles were called.", "Hundreds", 200, None, "at_least"),
    ("Several exiles were called.", "Several", 3, None, "at_least"),
    ("A handful of exiles were called.", "A handful", 3, None, "at_least"),
    ("Tens of thousands of exiles were called.", "Tens of thousands", 20_000, None, "at_least"),
    ("A dozen exiles were called.", "A dozen", 12, 12, "exact"),
    ("A hundred exiles were called.", "A hundred", 100, 100, "exact"),
    ("A few dozen exiles were called.", "A few dozen", 36, None, "at_least"),
    ("A couple of exiles were called.", "A couple", 2, 3, "approx"),
    ("It was at least the third raid there.", "at least the third", 3, None, "at_least"),
    ("There is one in Lisbon.", "one", 1, 1, "exact"),
    ("The hotline takes as many as 30 calls a day.", "as many as 30", 0, 30, "at_most"),
    ("Twenty-four exiles were called.", "Twenty-four", 24, 24, "exact"),
    ("Some 2.5 million exiles were called.", "Some 2.5 million", 2_375_000, 2_625_000, "approx"),
]


@pytest.mark.parametrize(("text", "words", "low", "high", "qualifier"), TABLE)
def test_the_words_of_the_table_give_its_interval(text, words, low, high, qualifier):
    quantity = next(q for q in read(text) if q.span.words == words)
    assert (quantity.interval.low, quantity.interval.high, quantity.qualifier) == (low, high, qualifier)
    assert quantity.is_count


def test_a_quarter_beside_a_share_is_one():
    assert [q.value for q in read("In all 62 per cent fled; a quarter had been held.")] == [62, 0.25]


def test_a_case_may_set_what_its_words_stand_for():
    text = "Dozens of offices; nearly 60 clerks; several hundred men."
    passage = Passage(Span("layer", 0, len(text), text), "paragraph")
    found = find(
        next(iter(parser.parse([passage]))), overrides=(("dozens", 12), ("nearly_share", 0.95), ("several", 4))
    )
    assert [(q.interval.low, q.interval.high) for q in found] == [(12, None), (57, 59), (400, None)]


def test_spans_count_in_the_text_layer():
    quantity = only("The ministry kept a total of 54 offices abroad.")
    assert quantity.span.start == OFFSET + len("The ministry kept ")
    assert quantity.unit_span is not None
    assert quantity.unit_span.start == quantity.span.end + 1


@pytest.mark.parametrize(
    ("text", "unit", "head"),
    [
        ("It runs 54 overseas police offices.", "overseas police offices", "office"),
        ("It runs 54 of these police offices.", "police offices", "office"),
        ("Dozens of police offices opened.", "police offices", "office"),
        ("Oslo has three.", "", ""),
        ("Three were women.", "", ""),
        ("Police named two alleged covert agents.", "alleged covert agents", "agent"),
        ("Ministry Opens 54 Police Stations In Europe", "Police Stations", "station"),
        ("Nine (9) offices closed.", "offices", "office"),
        ("The toll rose to 61 a monitor said.", "", ""),
        ("It found at least 100 including children.", "", ""),
        ("Only four of the 12 accused came.", "accused", "accused"),
        ("The toll rose to 70 as shops closed.", "", ""),
    ],
)
def test_the_unit_is_the_counted_noun_in_its_own_words(text, unit, head):
    quantity = read(text)[0]
    assert (quantity.unit, quantity.unit_head) == (unit, head)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Most of the offices are in Asia.", "the offices"),
        ("The vast majority of the offices are in Asia.", "the offices"),
        ("The offices are mostly in Asia.", "The offices"),
        ("Most offices stayed open.", "offices"),
    ],
)
def test_a_majority_is_strictly_more_than_half_of_its_whole(text, whole):
    quantity = only(text)
    assert (quantity.relation, quantity.qualifier, quantity.whole) == ("majority", "majority", whole)
    assert (quantity.interval.low, quantity.interval.high) == (0.5, 1)


@pytest.mark.parametrize(
    "text",
    [
        "This is the most active office.",
        "At most they wrote letters.",
        "He mostly wrote letters.",
        "His most loyal aide left.",
    ],
)
def test_other_uses_of_most_are_no_majority(text):
    assert not read(text)


@pytest.mark.parametrize(
    ("text", "low", "high", "whole"),
    [
        ("Half of the offices closed.", 0.5, 0.5, "the offices"),
        ("More than half of the offices closed.", 0.5, 1, "the offices"),
        ("Some 64% of the offices closed.", 0.608, 0.672, "the offices"),
        ("Exactly 64 per cent of the offices closed.", 0.64, 0.64, "the offices"),
        ("Less than 10 percent of notices are public.", 0, 0.1, "notices"),
        ("Two-thirds of the offices closed.", 2 / 3, 2 / 3, "the offices"),
        ("One in five exiles was called.", 0.2, 0.2, "exiles"),
        ("One in eight exiles was called.", 0.125, 0.125, "exiles"),
        ("Two out of three exiles were called.", 2 / 3, 2 / 3, "exiles"),
        ("Three in ten exiles were called.", 0.3, 0.3, "exiles"),
        ("Nearly three in four exiles were called.", 0.675, 0.75, "exiles"),
    ],
)
def test_a_ratio_is_a_share_of_its_whole_and_no_count(text, low, high, whole):
    quantity = only(text)
    assert (quantity.relation, quantity.whole, quantity.is_count) == ("ratio", whole, False)
    assert quantity.interval.low == pytest.approx(low)
    assert quantity.interval.high == pytest.approx(high)


@pytest.mark.parametrize("text", ["Sales rose 8%.", "Calls were up 8 per cent.", "It was an 8 percent drop."])
def test_a_percentage_of_change_is_no_share(text):
    quantity = only(text)
    assert (quantity.relation, quantity.reason) == ("", "percentage")


@pytest.mark.parametrize(
    "text",
    [
        "A further 24 offices opened.",
        "Another 24 offices opened.",
        "An additional 24 offices opened.",
        "Later 24 more offices opened.",
    ],
)
def test_an_addition_is_an_increment(text):
    quantity = only(text)
    assert (quantity.relation, quantity.qualifier, quantity.value) == ("increment", "increment", 24)


def test_more_than_after_a_number_is_no_increment():
    assert only("There were 24 more than before.").relation == ""


def test_the_others_of_a_whole_are_marked():
    one, three = read("Oslo is home to one, while the other three offices are in Bergen.")
    assert (one.value, one.is_count, one.unit) == (1, True, "")
    assert (three.value, three.flags, three.unit) == (3, ("other",), "offices")


@pytest.mark.parametrize(
    "text",
    [
        "No one was told.",
        "One must ask who paid.",
        "They help one another.",
        "They left one by one.",
        "For one thing, nobody asked.",
        "It ends one way or the other.",
        "The desk is one that nobody needs.",
        "This one is closed.",
        "The only one was closed.",
        "Each one was closed.",
    ],
)
def test_one_as_a_pronoun_is_no_quantity(text):
    assert not read(text)


def test_one_of_the_many_is_no_count_and_one_of_them_is():
    assert only("One of the reports was wrong.").reason == "pronoun"
    assert only("The city had offices, one of them in a shop.").is_count


@pytest.mark.parametrize(
    "text",
    [
        "Its report, 12 Knocks: How Agents Work, came out.",
        "The study is entitled “12 Knocks at Night.”",
        "Article 5 and Section 951 apply.",
        "The Group of 20 met.",
        "Resolutions 21 and 22 and Articles 5 to 7 apply.",
        "They met in Room 9.",
        "They took Highway 1.",
        "The COVID-19 rules of the G20 changed.",
        "They flew in a Boeing 737.",
        "It was the 3rd office and the 12th desk.",
        "It opened on 12 May 2021, on May 3, and in 2019.",
        "Call +44 20 7946 0958 or 212-555-0147.",
        "They met at 10:30 a.m. and at 9pm.",
        "See https://example.org/12/34 for more.",
        "He lives at 12 Elm Street.",
        "1. The first item is here.",
        "In 1962 it began.",
        "It closed in 2015 - its second year.",
        "The 9/11 attacks changed it.",
        "He left the Big Four and the Group of Seven.",
        "The server is 192.168.1.2 in that list.",
        "They flew in a Boeing 737 jet.",
        "It was banned under Law No. 34.",
        "The 2016 Presidential Candidates met.",
        "The reasons are 1) fear and 2) distance.",
        "A third complaint was filed, and every second office closed.",
        "Protocol 14 applies.",
        "The road is closed in 54-A District.",
        "The time is 11: 06 a.m. there.",
        "The stamp reads 1469635200 or so it seems.",
        "Its founder is GÃ1⁄4len, they say.",
        "Why choosing a mayor in '08 mattered more than in ‘16.",
        "The 2016 candidates and their 2019 pledges are listed.",
        "Call 555-0142, or 555-0199 after dark.",
        "Call the hotline at (555) DESK-NOW.",
        "It was seen in the 900 block of Lower Street.",
        "The hall is open from 1 to 2:30 p.m. on weekdays.",
        "The COVID -19 desk has closed.",
        "They were charged with a Class 1 offence.",
        "The Vega 9 Mini kit is sold out.",
        "On the bill were the choir, Ten Sisters and a band.",
        "It struck at 630 a.m. and again at 715 pm (1615 GMT).",
        "On 23-07-2016 the road was closed.",
        "Sleep was linked to lower weight (18), and hunger to stress [4, 5].",
        "The club has a 6-2-1 record and a 16:9 screen.",
        "She called 911.",
        "They flew in a 787-9 with an NBA 2K20 game on board.",
        "The council's resolutions 2118 2209 2235 and 2254 were cited.",
        "It was built in 1750 BC.",
        "A crewed 2031 mission is planned.",
    ],
)
def test_numbers_of_names_dates_and_addresses_are_no_quantities(text):
    assert not [q.span.words for q in read(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Its files list '54 offices' abroad.", "54"),
        ("There were 2,016 candidates.", "2,016"),
        ("Between 500-1000 exiles fled.", "500-1000"),
        ("They closed 900 blocks.", "900"),
        ("There is one.", "one"),
        ("There is one office in Oslo.", "one"),
        ("It fell to -19 degrees.", "-19"),
        ("The desk paid 9 Norwegian clerks.", "9"),
        ("She raised a now-12-year-old ward.", "12"),
        ("In May, seven Swedes were called.", "seven"),
        ("The toll is 45.", "45"),
        ("A patrol of 45 came.", "45"),
        ("She is 45 men short.", "45"),
    ],
)
def test_what_looks_like_a_name_or_a_date_and_is_none_stays(text, words):
    assert only(text).span.words == words


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("They paid $2.5 million.", "money"),
        ("They paid 300 euros.", "money"),
        ("A 45-year-old clerk left.", "age"),
        ("She was aged 33.", "age"),
        ("The boy is 5 years old.", "age"),
        ("Maria Example, 34, left.", "age"),
        ("She is 45.", "age"),
        ("He, 45, left.", "age"),
        ("A man of 45 was held.", "age"),
        ("She turned 45 in May.", "age"),
        ("Arrests fell by 12.", "decrease"),
        ("It lasted three years.", "duration"),
        ("It is 11 km away.", "measure"),
        ("They won 3-1.", "score"),
        ("They split 4 to 1.", "score"),
        ("They lost 0.5 points.", "measure"),
        ("They won by 3-to-1.", "score"),
    ],
)
def test_what_is_no_count_says_why(text, reason):
    quantity = only(text)
    assert (quantity.is_count, quantity.reason) == (False, reason)


@pytest.mark.parametrize("words", ["230,00", "1,2345", "12,3,456"])
def test_garbled_digits_are_flagged_and_not_guessed(words):
    quantity = only(f"They called {words} exiles.")
    assert (quantity.value, quantity.flags, quantity.is_count) == (None, ("garbled",), False)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1.2m", 1_200_000),
        ("15k", 15_000),
        ("2.5 million", 2_500_000),
        ("half a million", 500_000),
        ("two and a half million", 2_500_000),
        ("1,219", 1_219),
        ("230 000", 230_000),
        ("230\u2009415", 230_415),
        ("4 hundred thousand", 400_000),
        ("three dozen", 36),
        ("a quarter of a million", 250_000),
        ("three quarters of a million", 750_000),
        ("one hundred and three", 103),
    ],
)
def test_digits_words_and_scales_are_one_number(words, value):
    assert only(f"They called {words} people.").value == value


def test_a_change_from_one_count_to_another_is_two_counts():
    assert [q.value for q in read("The number of offices rose from 20 to 30.")] == [20, 30]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The wage fell from $90 a day in May to $80.", (90, 80)),
        ("Its weight rose from 20 kg to 35 kg.", (20, 35)),
        ("The levy was cut from 20 per cent to 15 per cent.", (20, 15)),
    ],
)
def test_a_change_of_a_measure_is_one_quantity_with_both_levels(text, value):
    quantity = only(text)
    assert (quantity.value, quantity.flags, quantity.is_count) == (value, ("change",), False)


@pytest.mark.parametrize(
    "text",
    [
        "The wage fell from $90 to the floor; others went to $80.",
        "Support went from 40 per cent of towns to 60 per cent of towns.",
        "The wage rose by $90 to $180.",
    ],
)
def test_two_levels_that_are_no_single_change_stay_two(text):
    found = read(text)
    assert [isinstance(quantity.value, tuple) for quantity in found] == [False, False]


def test_a_measure_said_again_in_another_unit_keeps_its_qualifier():
    feet, metres = read("The hall is just under 300 feet (91 metres) long.")
    assert (feet.qualifier, metres.qualifier) == ("less_than", "less_than")
    clerks, women = read("More than 40 clerks (25 women) left.")
    assert (clerks.qualifier, women.qualifier) == ("more_than", "exact")


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("The number of offices rose by 48 to 102.", [(48, "increment"), (102, "exact")]),
        ("The number of offices rose by 48.", [(48, "increment")]),
        ("The second list, in December, added 48.", [(48, "increment")]),
        ("The list has added 48 offices.", [(48, "increment")]),
        ("The clerk added that 48 offices were shut.", [(48, "exact")]),
        ("Arrests fell by 12 to 30.", [(12, "decrease"), (30, "exact")]),
        ("It found an additional 48, bringing the total to 102.", [(48, "increment"), (102, "exact")]),
        ("It grew by 20 to 30 offices a year.", [((20, 30), "range")]),
        ("The list was signed by 48.", [(48, "exact")]),
    ],
)
def test_a_step_is_no_total(text, read_as):
    assert [(quantity.value, quantity.qualifier) for quantity in read(text)] == read_as


@pytest.mark.parametrize(
    ("words", "low", "high"), [("thirty-odd", 25, 35), ("forty-plus", 41, None), ("a couple of dozen", 24, 36)]
)
def test_loose_words_tied_to_a_number_widen_it(words, low, high):
    quantity = only(f"They closed {words} desks.")
    assert (quantity.interval.low, quantity.interval.high) == (low, high)


def test_a_dash_between_two_clauses_joins_no_numbers():
    assert [q.value for q in read("They cut a staff of 18 — 14 clerks and four guards.")] == [18, 14, 4]


def test_the_year_in_a_row_of_a_table_is_no_count():
    assert [quantity.value for quantity in read("Norway 3 2019")] == [3]
    assert [quantity.value for quantity in read("Norway 3 2,019")] == [3, 2019]


@pytest.mark.parametrize("words", ["half a dozen", "a half-dozen", "a half dozen"])
def test_half_of_a_group_is_a_number(words):
    assert only(f"They closed {words} desks.").value == 6


def test_a_step_and_the_new_level_are_two_sums():
    assert [q.value for q in read("The bill rose by $3 million to $12 million.")] == [3_000_000, 12_000_000]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They paid $2000 in fees.", 2000),
        ("They paid EUR 125 in fees.", 125),
        ("They paid GBP 2000 in fees.", 2000),
        ("It cost a quarter million dollars.", 250_000),
    ],
)
def test_a_sum_is_no_year_and_its_currency_no_name(text, value):
    assert only(text).value == value


def test_in_between_two_counts_is_no_share():
    assert [q.value for q in read("They opened two in five cities.")] == [2, 5]
    assert [q.value for q in read("They opened one in six cities.")] == [1, 6]


def test_the_scale_of_a_range_holds_for_both_ends():
    assert only("They called 2 to 3 million people.").value == (2_000_000, 3_000_000)
    assert only("They called two to three dozen people.").value == (24, 36)
    assert only("They paid $750,000 to $1 million.").value == (750_000, 1_000_000)


@pytest.mark.parametrize(("words", "rounded"), [("300", True), ("320", False), ("2.5 million", True), ("1,219", False)])
def test_a_round_number_may_have_been_rounded(words, rounded):
    assert only(f"They called {words} people.").rounded is rounded


def test_a_people_or_a_comma_after_a_place_keeps_the_count():
    assert [q.value for q in read("It returned 300 Uyghurs and 12 Chinese nationals.")] == [300, 12]
    assert [q.value for q in read("Russia had 4,817 notices, Peru 4,457.")] == [4817, 4457]


SMALL = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen",
)
TENS = re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety")


def spelled(number):
    """The number in English words, the plain way round."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    for size, name in ((10**6, "million"), (10**3, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            joint = " and " if 0 < rest < 100 else " "
            return f"{spelled(number // size)} {name}" + (f"{joint}{spelled(rest)}" if rest else "")
    raise ValueError(number)


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 99_999_999))
def test_a_number_reads_the_same_in_words_and_in_digits(number):
    in_words, in_digits = only(f"They called {spelled(number)} people."), only(f"They called {number:,} people.")
    assert in_words.value == in_digits.value == number


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="0123456789 .,-/$%+~()'\"abmkKone§é\u2009\n", min_size=1, max_size=60))
def test_any_text_is_read_without_error_and_every_span_holds_its_words(text):
    passage = Passage(Span("layer", OFFSET, OFFSET + len(text), text), "paragraph")
    for parse in parser.parse([passage]):
        end = 0
        for quantity in find(parse):
            span = quantity.span
            assert text[span.start - OFFSET : span.end - OFFSET] == span.words
            assert span.start >= end
            end = span.end


def test_a_number_word_with_a_hyphen_at_its_end_breaks_no_reading():
    numbers = loader.load("en").numbers
    words = {*numbers.units, *numbers.tens, *numbers.scales, *numbers.groups, *numbers.indefinite, *numbers.fractions}
    for word in sorted(words):
        for text in (f"They counted {word}- offices.", f"A {word}- and a fifth-floor office.", f"Three {word}- posts."):
            assert all(found.span.words in text for found in read(text))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Norway (3) and Peru (4) have desks.", [3, 4]),
        ("Nine (9) offices closed.", [9]),
        ("Two million, three million people came.", [2_000_000, 3_000_000]),
        ("It met at 9 and closed 14 desks.", [9, 14]),
        ("They phoned 14 people.", [14]),
        ("The 2,016 candidates met.", [2016]),
    ],
)
def test_what_only_looks_like_a_note_a_call_or_a_year_stays(text, values):
    assert [q.value for q in read(text)] == values


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("Two clerks, 19 and 21, left.", ["", "", ""]),
        ("Two men, 19 and 21, left.", ["", "age", "age"]),
        ("The ministry spent 1.2 bn euros.", ["money"]),
        ("Windows 10 users were hit.", []),
        ("It costs 10 € or 115USD.", ["money", "money"]),
        ("She paid GBP 350 and 40 RMB.", ["money", "money"]),
        ("Three won seats.", [""]),
        ("He weighs 190 pounds and owes 40 pounds to nobody.", ["measure", "money"]),
    ],
)
def test_what_a_number_is_is_told_by_its_neighbours(text, reasons):
    assert [q.reason for q in read(text)] == reasons


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mrs Day led Mr Lane 47 percent to 39 percent.", [(47, "ratio"), (39, "ratio")]),
        ("The Handy 11's screen broke.", []),
        ("The mayor, for one, knew.", []),
        ("Three-in-five clerks agree.", [(0.6, "ratio")]),
        ("Two out of every four clerks agree.", [(0.5, "ratio")]),
        ("It films in 4K.", []),
        ("It is part 3 of 3.", []),
        ("Clerks 45 or older left.", [(45, "at_least")]),
        ("Clerks younger than 18 left.", [(18, "less_than")]),
        ("They made 911 calls.", []),
        ("The entry-level 13-inch screen broke.", [(13, "exact")]),
        ("The court split 4 to 4.", [((4, 4), "range")]),
        ("She owns a PS4.", []),
        ("There was only one desk.", [(1, "exact")]),
        ("She is the only one.", []),
        ("A third have left.", [(1 / 3, "ratio")]),
        ("A third has left.", []),
        ("It lost 3 million and a half, or one hundred and three quarters.", [(3_500_000, "exact"), (100.75, "exact")]),
        ("It rose five point two metres.", [(5.2, "exact")]),
        ("It has three dozen clerks and two dozens of desks.", [(36, "exact"), (24, "exact")]),
        ("It cost three lakh crore.", [(3_000_000_000_000, "exact")]),
        ("It has 1 414 021 clerks.", [(1_414_021, "exact")]),
        ("It is above 1000 and below 1500.", [(1000, "more_than"), (1500, "less_than")]),
        ("It sold 5k-20k desks.", [((5000, 20_000), "range")]),
        ("At one point two clerks left.", [(2, "exact")]),
        ("Police used 4x4s.", []),
        ("It lost 1,000s of clerks.", [(None, "at_least")]),
        ("It took 2 1/2 years and 3½ days.", [(2.5, "exact"), (3.5, "exact")]),
        ("The gap narrowed by a quarter to 12 metres.", [(0.25, "ratio"), (12, "exact")]),
    ],
)
def test_forms_of_numbers_in_news(text, expected):
    assert [(q.value, q.qualifier) for q in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost £71.6million, or $4million less.", [(71_600_000, "exact"), (4_000_000, "decrease")]),
        ("The bag weighs 20pounds and costs 5euros.", [(20, "exact"), (5, "exact")]),
        ("It films at 60fps with a 48MP camera at up to 2Gbps.", [(60, "exact"), (48, "exact"), (2, "at_most")]),
        ("A magnitude-6.3 quake struck.", [(6.3, "exact")]),
        ("It uses a 5300M or 5500M chip.", []),
        ("It takes about 1/4 cup and 1/2 tsp.", [(0.25, "approx"), (0.5, "ratio")]),
        ("She left on 9/11 at odds of 5/1.", []),
        ("It made a 2182 score.", [(2182, "exact")]),
        ("Three score clerks left.", [(60, "exact")]),
        ("It takes two-three years after a one-two punch.", [((2, 3), "range")]),
        ("They counted 5-6,000 wolves.", [((5000, 6000), "range")]),
        ("The FY2020-22 plan is doi 10.1007/978-3-319-09575-2_199-1.", []),
        ("He is on the 40 Under 40 list.", []),
        ("She is in her 30s and sang in the late '90s.", []),
        ("About one in 10 clerks and one in 45 children had it.", [(0.1, "approx"), (1 / 45, "ratio")]),
        ("They stay no longer than 72 hours, no smaller than 5 rooms.", [(72, "at_most"), (5, "at_least")]),
        ("It took min. 25 desks, ca. 30 clerks.", [(25, "at_least"), (30, "approx")]),
        ("Thirty and counting; 50-ish desks.", [(30, "at_least"), (50, "approx")]),
        ("It saw nearly a 20% drop.", [(20, "nearly")]),
        ("It brought more than a $100 saving.", [(100, "more_than")]),
        ("A film about a 30-year-old man opened.", [(30, "exact")]),
        ("He came in under six hours.", [(6, "less_than")]),
        ("It won by a nearly 3-to-1 margin.", [((3, 1), "nearly")]),
        ("His iPhone 7 and AirPods 2 broke.", []),
        ("Mr McDonald had 12 points.", [(12, "exact")]),
        ("It melts at −38.8 degrees and at -5 at night.", [(-38.8, "exact"), (-5, "exact")]),
        ("It took an hour and a half.", [(1.5, "exact")]),
        ("It took two hours and a half.", [(2, "exact")]),
        ("He has two-and-a-half years left.", [(2.5, "exact")]),
        ("Shares shed 2.5p to 108.5p.", [(2.5, "exact"), (108.5, "exact")]),
        ("Fares rose $1 to $2.", [((1, 2), "range")]),
        ("He hit 10-of-15 shots.", [(10, "exact"), (15, "exact")]),
        ("Lyon beat the Celtics 112-104.", [((112, 104), "range")]),
        ("It saw snow in places above 2,000 metres in 2:03:38.", [(2000, "more_than")]),
        ("Profits were up a third.", [(1 / 3, "ratio")]),
        ("He left at half past six with half of them.", [(0.5, "ratio")]),
        ("It supports USB 3.1, and costs 3.1 dollars.", [(3.1, "exact")]),
        ("Its 400 grounded 737 Max jets cost more.", [(400, "exact")]),
        ("The flaw CVE-2019-1234 hit 12 firms.", [(12, "exact")]),
        ("He likes 80s music.", []),
        ("They won by a score of 16-3, and a score of clerks left.", [((16, 3), "range"), (20, "exact")]),
        (
            "It neared 200, could top 300 and lasted a maximum 40 hours.",
            [(200, "nearly"), (300, "more_than"), (40, "at_most")],
        ),
        ("He left a couple hours later and sang a couple of songs.", [(2, "approx"), (2, "approx")]),
        ("A couple were held.", []),
        ("It is closer to 15 desks.", [(15, "approx")]),
        ("It was the final one of the season, in the top half of the table.", []),
        ("Killings fell from a high of 502.", [(502, "exact")]),
        ("Call 1-888-234-1294 for 3 desks.", [(3, "exact")]),
        ("There is a 1 in 500 chance.", [(0.002, "ratio")]),
        ("They lost the set 6-7 (4).", [((6, 7), "range")]),
        ("She climbed Half Dome after half of them left.", [(0.5, "ratio")]),
    ],
)
def test_forms_of_numbers_in_trade_science_and_sport(text, expected):
    assert [(q.value, q.qualifier) for q in read(text)] == [
        (pytest.approx(value) if isinstance(value, float) else value, qualifier) for value, qualifier in expected
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sales fell from 1.5 to 1 million units.", [1_500_000, 1_000_000]),
        ("Sales fell from 3.2 to 2.9 billion units.", [3_200_000_000, 2_900_000_000]),
        ("The club moved from 300 to 2 million members.", [300, 2_000_000]),
    ],
)
def test_a_fall_has_the_scale_of_its_second_number(text: str, values: list[int]) -> None:
    assert [q["value"] for q in read_text(text)["quantities"]] == values


def test_what_climbs_past_a_number_is_more_than_it() -> None:
    (toll,) = read_text("The toll climbed past 1,300 on Friday.")["quantities"]
    assert (toll["qualifier"], toll["low"], toll["high"]) == ("more_than", 1301, None)
