"""Time expressions become EDTF or a code of the documented table, no sharper than the words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.model.documents import Passage
from longarm.model.spans import Span
from longarm.statements import parser
from longarm.statements.times import chained, finder
from longarm.statements.times.finder import covered, find
from longarm.statements.times.timewords import patterns

OFFSET = 5


def parsed(text):
    return next(iter(parser.parse([Passage(Span("layer", OFFSET, OFFSET + len(text), text), "paragraph")])))


def only(text):
    found = find(parsed(text))
    assert len(found) == 1, [mention.span.words for mention in found]
    return found[0]


DATES = [
    ("It opened on 12 May 2021.", "12 May 2021", "2021-05-12", "day"),
    ("It opened on May 12, 2021.", "May 12, 2021", "2021-05-12", "day"),
    ("It opened on the 12th of May 2021.", "the 12th of May 2021", "2021-05-12", "day"),
    ("It opened on Wednesday, 12 May 2021.", "Wednesday, 12 May 2021", "2021-05-12", "day"),
    ("It opened on 2021-05-12.", "2021-05-12", "2021-05-12", "day"),
    ("It opened on 13/05/2021.", "13/05/2021", "2021-05-13", "day"),
    ("It opened on April 17.", "April 17", "XXXX-04-17", "day"),
    ("It opened on 17 April.", "17 April", "XXXX-04-17", "day"),
    ("It opened in Sept. 2021.", "Sept. 2021", "2021-09", "month"),
    ("It opened in April.", "April", "XXXX-04", "month"),
    ("It opened in May.", "May", "XXXX-05", "month"),
    ("It opened in the spring of 2020.", "the spring of 2020", "2020-21", "season"),
    ("It opened in 2018.", "2018", "2018", "year"),
    ("The 2018 report says so.", "2018", "2018", "year"),
]


@pytest.mark.parametrize(("text", "words", "start", "precision"), DATES)
def test_a_date_is_edtf_with_x_for_what_is_unsaid(text, words, start, precision):
    mention = only(text)
    assert (mention.span.words, mention.kind, mention.start, mention.end) == (words, "date", start, start)
    assert mention.precision == precision


RANGES = [
    ("It ran from April 2021 to July 2022.", "2021-04", "2022-07", "from"),
    ("It ran from April to July 2022.", "2022-04", "2022-07", "from"),
    ("It ran from October to March 2022.", "2021-10", "2022-03", "from"),
    ("It ran between 2014 and 2020.", "2014", "2020", "during"),
    ("It ran in 2016-2019.", "2016", "2019", "in"),
    ("It ran from at least 2018 through in or about May 2022.", "2018", "2022-05", "from"),
    ("It has grown since at least 2018.", "2018", None, "since"),
    ("It ran in 2016-19.", "2016", "2019", "in"),
    ("It met on 3-5 May 2020.", "2020-05-03", "2020-05-05", "on"),
    ("It met on March 3 to 5, 2020.", "2020-03-03", "2020-03-05", "on"),
    ("It has grown since 2018.", "2018", None, "since"),
    ("It ran until 2020.", None, "2020", "until"),
    ("It ran before 2020.", None, "2020", "before"),
    ("It grew in the third quarter of 2021.", "2021-07", "2021-09", "in"),
]


@pytest.mark.parametrize(("text", "start", "end", "marker"), RANGES)
def test_a_range_has_two_ends_and_an_open_one_is_none(text, start, end, marker):
    mention = only(text)
    assert (mention.kind, mention.start, mention.end, mention.marker) == ("range", start, end, marker)


PARTS = [
    ("It opened in the 1990s.", "1990", "1999", "decade"),
    ("It opened in the '80s.", "1980", "1989", "decade"),
    ("It opened in early 2022.", "2022-01", "2022-04", "period"),
    ("It opened in mid-2019.", "2019-05", "2019-08", "period"),
    ("It opened in late May 2020.", "2020-05-21", "2020-05-31", "period"),
    ("It opened on 4/5/2020.", "2020-04-05", "2020-05-04", "period"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), PARTS)
def test_a_blurred_date_holds_all_that_it_can_mean(text, start, end, precision):
    mention = only(text)
    assert (mention.kind, mention.start, mention.end, mention.precision) == ("date", start, end, precision)


RELATIVE = [
    ("He left yesterday.", "P-1D", "P-1D"),
    ("He left on Monday.", "W0-1", "W0-1"),
    ("He left last Tuesday.", "W-1-2", "W-1-2"),
    ("He will leave on Monday.", "W+1-1", "W+1-1"),
    ("He left last month.", "last-M", "last-M"),
    ("He left two weeks ago.", "P-2W", "P-2W"),
    ("He left a year ago.", "P-1Y", "P-1Y"),
    ("He left this year.", "this-Y", "this-Y"),
    ("He left earlier this month.", "this-M", "P0D"),
    ("He left over the past three years.", "P-3Y", "P0D"),
    ("He left last April.", "last-XXXX-04", "last-XXXX-04"),
    ("He left last summer.", "last-XXXX-22", "last-XXXX-22"),
    ("He left in April last year.", "last-Y-04", "last-Y-04"),
    ("He left late last year.", "last-Y-09", "last-Y-12"),
    ("He left on Wednesday last week.", "last-W-3", "last-W-3"),
    ("The trial will be held on April 17.", "next-XXXX-04-17", "next-XXXX-04-17"),
    ("He is due to leave on April 17.", "next-XXXX-04-17", "next-XXXX-04-17"),
]


@pytest.mark.parametrize(("text", "start", "end"), RELATIVE)
def test_a_relative_time_is_a_code_of_the_table(text, start, end):
    mention = only(text)
    assert (mention.kind, mention.start, mention.end) == ("relative", start, end)


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("As of 12 December 2022 it had ten.", "as of"),
        ("By June 2022 it had ten.", "by"),
        ("During 2022 it had ten.", "during"),
        ("After 2022 it had ten.", "after"),
    ],
)
def test_the_word_before_a_time_gives_its_role(text, marker):
    assert only(text).marker == marker


def test_from_after_a_noun_dates_the_thing_and_opens_nothing():
    mention = only("Data from 2019 show it.")
    assert (mention.start, mention.end) == ("2019", "2019")


def test_a_duration_is_iso_8601_and_an_age_is_none():
    mention = only("He was held for three years.")
    assert (mention.kind, mention.start, mention.end) == ("duration", "P3Y", "P3Y")
    assert not find(parsed("He is three years old."))


def test_a_recurring_time_has_no_ends():
    mention = only("They met every Tuesday.")
    assert (mention.kind, mention.start, mention.end) == ("recurring", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "It may open and they march on.",
        "They called 2016 people.",
        "It happened recently.",
        "They paid $2018.",
        "The sun sat low.",
        "He wed in secret.",
        "The panel cited A/HRC/WGXX/2020/47.",
        "It rests on Opinion No. 47/2020.",
        "Opinions 12/2019, 13/2019 and 14/2020 concern them.",
        "The file (UA/FRE/12/2022) is closed.",
        "Letter AL FRE 5/2020 was sent.",
        "Regulation 60/2021 applies.",
        "See https://example.org/2020/05/12/title.",
    ],
)
def test_vague_words_counts_and_common_words_are_no_times(text):
    assert not find(parsed(text))


@pytest.mark.parametrize(
    ("text", "start"),
    [("They met in 12/2019.", "2019-12"), ("The 2019/20 report is out.", "2019"), ("They met in May/June.", "XXXX-05")],
)
def test_digits_with_a_slash_that_are_no_number_of_a_document_are_a_date(text, start):
    assert find(parsed(text))[0].start == start


def test_the_digits_of_dates_are_covered_and_those_of_durations_are_not():
    text = "In 2018 it lasted 3 weeks."
    words = [text[start - OFFSET : end - OFFSET] for start, end in covered(parsed(text))]
    assert words == ["2018"]


def test_a_date_far_behind_another_trigger_is_read_whole():
    text = "The 11 officers of the ministry left Oslo Friday 15 Jul 2016 for good."
    assert [mention.span.words for mention in find(parsed(text))] == ["Friday 15 Jul 2016"]


@pytest.mark.parametrize("text", ["It met on 30 February 2021.", "See 2021-13-45 there.", "It cost 31/31/2021."])
def test_a_day_that_does_not_exist_is_no_day(text):
    assert not [mention for mention in find(parsed(text)) if mention.precision == "day"]


PIECES = [
    "May",
    "3",
    "17",
    "2018",
    "from",
    "to",
    "last",
    "week",
    "the",
    "-",
    "/",
    "1990s",
    "Q3",
    "ago",
    "two",
    "early",
    "31",
]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map(" ".join))
def test_any_order_of_time_words_is_read_without_error(text):
    end = 0
    for mention in find(parsed(text)):
        assert text[mention.span.start - OFFSET : mention.span.end - OFFSET] == mention.span.words
        assert mention.span.start - OFFSET >= end
        end = mention.span.end - OFFSET


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It ran in January and February 2020.", [("2020-01", "2020-01"), ("2020-02", "2020-02")]),
        ("In late April and early May 2021 it shut.", [("2021-04-21", "2021-04-30"), ("2021-05-01", "2021-05-10")]),
        ("It ran from 3 May 2021 to 4 June.", [("2021-05-03", "2021-06-04")]),
        ("It ran from December 2020 to January.", [("2020-12", "2021-01")]),
        ("It shut in the week of 3 May.", [("XXXX-05-03", "XXXX-05-09")]),
        ("It shut in the week starting 27 December 2021.", [("2021-12-27", "2022-01-02")]),
        ("It shut by mid-May.", [("XXXX-05-11", "XXXX-05-20")]),
        ("It shut the following day.", []),
        ("It will shut the following week.", [("next-W", "next-W")]),
    ],
)
def test_dates_beside_one_another_share_what_is_said_once(text, ends):
    assert [(mention.start, mention.end) for mention in find(parsed(text))] == ends


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("It opened in 2014 and shut a year later.", "2015", "2015"),
        ("It opened in June 2019. Eight months later it shut.", "2020-02", "2020-02"),
        ("It opened on 31 December. The next day it shut.", "XXXX-01-01", "XXXX-01-01"),
        ("It opened in October 2022. That same month it shut.", "2022-10", "2022-10"),
        ("It opened in 2020; two years earlier another had shut.", "2018", "2018"),
        ("It opened on 3 May 2021. Two weeks later it shut.", "2021-05-14", "2021-05-20"),
    ],
)
def test_a_time_told_from_the_date_before_it_is_counted_from_there(text, start, end):
    found = find(parsed(text))
    assert (found[-1].start, found[-1].end) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "It shut a year later.",
        "It opened in 2014 and shut two days later.",
        "It opened in March and shut a year later.",
    ],
)
def test_a_time_that_can_be_counted_from_no_date_is_not_told(text):
    assert all(mention.start in ("2014", "XXXX-03") or mention.kind == "duration" for mention in find(parsed(text)))


@given(st.sampled_from(["2014", "2014-02", "2014-02-28", "XXXX-12-31"]), st.integers(1, 99), st.sampled_from("DWMY"))
def test_what_is_counted_on_and_back_again_is_the_date_itself_or_its_unit(told, steps, letter):
    on = chained._moved(told, steps, letter)
    back = None if on is None or on.low is None or on.low != on.high else chained._moved(on.low, -steps, letter)
    assert back is None or told.startswith(("XXXX", str(back.low)))


EXPRESSIONS = (
    *(text for text, *_ in DATES),
    "Early this year, by mid-June and midsummer 2020, in Q1 2021, the first quarter of 2019, in the late 1990s.",
    "Wed 05 Apr 2017; every other Monday; two weeks ago; over the past decade; the day before yesterday; tonight.",
    "Twenty-two months later, at the end of March, next-to-last week, half an hour, 3/2021, in the nineties.",
)


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_the_pattern_is_tried_wherever_it_can_match(text):
    parse, found = parsed(text), patterns("en")
    tried = [match.span() for match in finder._matches(parse, found)]
    starts = [
        (parse.starts[first] - OFFSET, parse.ends[last - 1] - OFFSET)
        for first, last in finder._windows(parse, found.trigger)
    ]
    assert tried == [match.span() for window in starts for match in found.point.finditer(parse.text, *window)]
