"""PDF pages to blocks."""

import textwrap
from types import ModuleType

import pytest

from longarm.documents.formats.pages import Line, join, paragraphs
from longarm.documents.formats.pdf import edtf, read
from longarm.errors import DocumentDamaged, DocumentEmpty, DocumentEncrypted
from longarm.model.documents import Extract

FIRST = (
    "The council closed an office on Monday that a watchdog group had named in its report, and it said that the people "
    "who worked there had not asked anybody for permission to open it or to run it."
)
SECOND = "Officials said that they had found three desks and a list of names, and that nobody had been arrested in it."


THIRD = (
    "The embassy rejected the report on Tuesday. It said that the office had only renewed the papers of citizens there."
)


def found(extract: Extract) -> list[tuple[int | None, str]]:
    return [(block.page, extract.text[block.start : block.end]) for block in extract.blocks]


def test_lines_are_joined_to_paragraphs_with_their_page(hostile: ModuleType) -> None:
    pages = [[*textwrap.wrap(FIRST, 70), "", *textwrap.wrap(SECOND, 70)], textwrap.wrap(SECOND, 70)]
    assert found(read(hostile.minimal_pdf(pages), "a.pdf")) == [(1, FIRST), (1, SECOND), (2, SECOND)]


def test_running_headers_footers_and_page_numbers_are_left_out(hostile: ModuleType) -> None:
    pages = [
        [f"(72, 800) Report of the group, part {number}", *textwrap.wrap(text, 70), f"(290, 30) {number}"]
        for number, text in enumerate((FIRST, SECOND, THIRD), start=1)
    ]
    assert found(read(hostile.minimal_pdf(pages), "a.pdf")) == [(1, FIRST), (2, SECOND), (3, THIRD)]


def test_a_paragraph_goes_on_over_the_end_of_a_page(hostile: ModuleType) -> None:
    lines = textwrap.wrap(FIRST, 70)
    pages = [[*lines[:2], "(290, 30) - 1 -"], [*lines[2:], "(290, 30) - 2 -"]]
    assert found(read(hostile.minimal_pdf(pages), "a.pdf")) == [(1, FIRST)]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("the sta-", "tions were", "the stations were"),
        ("a well-", "known man", "a well-known man"),
        ("the police-", "backed group", "the police-backed group"),
        ("the Anglo-", "French treaty", "the Anglo-French treaty"),
        ("a 15-", "year term", "a 15-year term"),
        ("the minis\u00ad", "try", "the ministry"),
        ("the minis\x02", "try", "the ministry"),
        ("some fifty-", "four offices", "some fifty-four offices"),
        ("all Twenty\x02", "one desks", "all Twenty-one desks"),
        ("it said -", "and left", "it said - and left"),
        ("it left.", "Then it", "it left. Then it"),
    ],
)
def test_words_parted_at_a_line_end_are_made_whole_with_care(before: str, after: str, joined: str) -> None:
    assert join(before, after, frozenset({"stations", "well-known"})) == joined


def test_each_row_of_a_table_is_a_block(hostile: ModuleType) -> None:
    cells = [
        "(72, 700) Norway",
        "(200, 700) 3",
        "(72, 685) Sweden",
        "(200, 685) 11",
        "(72, 670) Total",
        "(200, 670) 1,219",
    ]
    extract = read(hostile.minimal_pdf([[*textwrap.wrap(FIRST, 70), *cells]]), "a.pdf")
    assert found(extract) == [(1, FIRST), (1, "Norway 3"), (1, "Sweden 11"), (1, "Total 1,219")]


def test_a_number_word_parted_at_a_line_end_is_whole(hostile: ModuleType) -> None:
    lines = [
        "The council said on Monday that it had found in all of them some twenty-",
        "four desks and 12 lists of names.",
    ]
    (block,) = found(read(hostile.minimal_pdf([lines]), "a.pdf"))
    assert block == (1, f"{lines[0]}{lines[1]}")


def test_items_of_a_list_are_blocks(hostile: ModuleType) -> None:
    lines = [*textwrap.wrap(FIRST, 70), "1. calls to relatives", "2. visits to flats in the evening"]
    extract = read(hostile.minimal_pdf([lines]), "a.pdf")
    assert [block.kind for block in extract.blocks] == ["paragraph", "list-item", "list-item"]


def test_a_headline_of_several_large_lines_is_one(hostile: ModuleType) -> None:
    large = ("Clerk of the harbour", "office is tried for", "lists of exiles")
    lines = [Line(text, 1, 70, 70 + 14 * len(text), 760 - 40 * at, 28, is_bold=True) for at, text in enumerate(large)]
    body = [f"Line {'abcdefgh'[at]} of the report goes on and on over the width" for at in range(8)]
    lines += [Line(text, 1, 70, 500, 620 - 19 * at, 14) for at, text in enumerate(body)]
    assert [(piece.kind, piece.text[:22]) for piece in paragraphs([lines])] == [
        ("heading", "Clerk of the harbour o"),
        ("paragraph", "Line a of the report g"),
    ]


def test_properties_give_title_and_date(hostile: ModuleType) -> None:
    data = hostile.minimal_pdf([[FIRST]], "/Title (What the group found) /CreationDate (D:20220913101500+02'00')")
    metadata = read(data, "a.pdf").metadata
    assert metadata.title and (metadata.title.value, metadata.title.origin) == ("What the group found", "pdf")
    assert metadata.published and metadata.published.value == "2022-09-13"


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("D:20220913101500+02'00'", "2022-09-13"),
        ("20220913", "2022-09-13"),
        ("D:202209", "2022-09"),
        ("D:2022", "2022"),
        ("D:20229913", "2022"),
        ("D:20220999", "2022-09"),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_dates_are_taken_as_far_as_they_are_in_the_calendar(date: str, day: str) -> None:
    assert edtf(date) == day


@pytest.mark.parametrize("title", ["Microsoft Word - draft 3.docx", "untitled", "report.pdf"])
def test_a_title_that_a_program_made_is_none(hostile: ModuleType, title: str) -> None:
    assert read(hostile.minimal_pdf([[FIRST]], f"/Title ({title})"), "a.pdf").metadata.title is None


def test_pages_without_text_are_noted(hostile: ModuleType) -> None:
    assert read(hostile.minimal_pdf([[SECOND], []]), "a.pdf").notes[0].startswith("pages-without-text: 1 of 2")


def test_a_scan_an_encrypted_and_a_broken_file_are_told_apart(hostile: ModuleType) -> None:
    with pytest.raises(DocumentEmpty):
        read(hostile.minimal_pdf([[], []]), "a.pdf")
    with pytest.raises(DocumentEncrypted):
        read(hostile.encrypted_pdf("secret"), "a.pdf")
    with pytest.raises(DocumentDamaged):
        read(b"%PDF-1.7\nnothing", "a.pdf")


def test_a_file_with_an_empty_password_opens(hostile: ModuleType) -> None:
    with pytest.raises(DocumentEncrypted):
        read(hostile.encrypted_pdf("x"), "a.pdf")
    assert found(read(hostile.encrypted_pdf(""), "a.pdf")) == [(1, "Nobody may read this.")]
