"""The day that a text's first lines give it."""

import pytest

from longarm.documents import dateline
from longarm.documents.formats import html, txt
from longarm.model.documents import Extract, Metadata, Stated


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("19 June 2023", "2023-06-19"),
        ("The Bay Post, 3 May 2023", "2023-05-03"),
        ("HAMBURG – March 4, 2021", "2021-03-04"),
        ("Published on Monday, 2nd Sept. 2019, 9:41 am", "2019-09-02"),
        ("Bay Society | 2022-11-30", "2022-11-30"),
        ("Interview of 3 April 2023, Hamburg", ""),
        ("She was held on 3 April 2023", ""),
        ("Updated 3 May 2023", ""),
        ("31 June 2023", ""),
        ("May 2023", ""),
        ("Three men were held in Cologne. Bay Post, 3 May 2023", ""),
    ],
)
def test_a_line_dates_a_text_where_it_is_nothing_but_a_day(line: str, day: str) -> None:
    assert dateline.day_of(line) == day


def test_a_date_line_goes_before_the_day_a_file_was_made_and_after_what_is_stated() -> None:
    text = "Answer to a question\n\n19 June 2023\n\nTwo offices were closed."
    for known, wanted in (
        (None, "2023-06-19"),
        (Stated("2026-01-02", "pdf"), "2023-06-19"),
        (Stated("2023-06-20", "html"), "2023-06-20"),
    ):
        published = dateline.dated(Extract(text, (), Metadata(published=known), ())).metadata.published
        assert published and published.value == wanted


def test_a_day_far_down_dates_nothing() -> None:
    text = "\n\n".join(["A title", *["He said so again."] * 9, "19 June 2023"])
    assert dateline.dated(Extract(text, (), Metadata(), ())).metadata.published is None


def test_a_line_under_the_title_is_no_part_of_it() -> None:
    read = txt.read(
        b"Offices under scrutiny in Hamburg\nThe Bay Post, 16 March 2023\n\nPolice look into it.\n", "a.txt"
    )
    assert read.metadata.title and read.metadata.title.value == "Offices under scrutiny in Hamburg"
    assert [block.kind for block in read.blocks] == ["heading", "paragraph", "paragraph"]


def test_a_short_page_whose_title_stands_in_no_head_is_read_whole() -> None:
    page = b"<html lang=en><title>A court hears of a list</title><body><article><h1>A court hears of a list</h1>"
    page += b"<p>A court heard on Monday that he passed on the names of 17 people.</p></article></body></html>"
    read = html.read(page, "a.html")
    assert read.metadata.title and read.metadata.title.value == "A court hears of a list"
    assert not [note for note in read.notes if note.startswith("markup-too-deep")]
