"""Plain text to blocks."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longarm.documents.formats.txt import read
from longarm.errors import DocumentEmpty
from longarm.model.documents import Extract

LONG = (
    "The council closed an office on Monday that a watchdog group had named in its report, and it said that the "
    "people who worked there had not asked anybody for permission to open it. "
)


def blocks(text: str) -> list[str]:
    extract = read(text.encode(), "a.txt")
    return [extract.text[block.start : block.end] for block in extract.blocks]


def kinds(text: str) -> list[str]:
    return [block.kind for block in read(text.encode(), "a.txt").blocks]


def test_a_blank_line_parts_blocks() -> None:
    assert blocks("One sentence here.\n\nAnother one.\n \n\t\nA third.") == [
        "One sentence here.",
        "Another one.",
        "A third.",
    ]


def test_lines_of_any_system_end_lines() -> None:
    assert blocks("One.\r\n\r\nTwo.\r\rThree.") == ["One.", "Two.", "Three."]


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    assert blocks(f"{LONG}\n{LONG * 2}\nA short last line.") == [LONG.strip(), (LONG * 2).strip(), "A short last line."]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_lines_wrapped_at_a_width_are_joined(width: int) -> None:
    paragraphs = [(LONG * 3).strip(), (LONG * 2).strip()]
    assert blocks("\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)) == paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They counted the desks accord-\ning to their streets.",
            ["They counted the desks according to their streets."],
        ),
        (
            "They counted the desks accord-\ning to streets.\n\nA clerk wrote down every name that she was told\nof.",
            [
                "They counted the desks according to streets.",
                "A clerk wrote down every name that she was told of.",
            ],
        ),
        ("Roses are red\nViolets are blue", ["Roses are red\nViolets are blue"]),
    ],
)
def test_paragraphs_of_two_lines_are_joined_also_where_a_word_is_parted(text: str, expected: list[str]) -> None:
    assert blocks(text) == expected


def test_a_word_parted_at_the_end_of_a_wrapped_line_is_whole() -> None:
    text = (
        "The institute looked at offices that the ministry had opened abroad. Sixty-\n"
        "four offices were found in three years, the institute said, and the mini-\n"
        "stry denied that the people there had done any work of the police at all.\n"
    )
    (block,) = blocks(text)
    assert "Sixty-four offices" in block
    assert "the ministry denied" in block


def test_lines_between_pages_with_the_number_of_the_page_are_left_out() -> None:
    lines = textwrap.wrap(LONG * 3, 70)
    head = "Example Institute, Yearly Review            Page "
    text = "\n".join(lines[:2]) + f"\n\n{head}2\n\n" + "\n".join(lines[2:]) + f"\n\n{head}3\n\nNo answer came."
    assert blocks(text) == [(LONG * 3).strip(), "No answer came."]


def test_numbered_headings_and_figures_are_no_lines_between_pages() -> None:
    found = ["Chapter 1", "The first office opened.", "Chapter 2", "The second office opened.", "Offices closed: 3"]
    assert blocks("\n\n".join(found)) == found


def test_short_lines_that_stand_together_stay_lines_of_one_block() -> None:
    assert blocks(f"{LONG}\n\nMap of the offices\n(example.org)\n\n{LONG}")[1] == "Map of the offices\n(example.org)"


def test_items_of_a_list_are_blocks() -> None:
    text = "The group names three kinds:\n- calls to relatives\n- visits to flats\n  in the evening\n- letters\n"
    assert blocks(text) == [
        "The group names three kinds:",
        "- calls to relatives",
        "- visits to flats in the evening",
        "- letters",
    ]
    assert kinds(text) == ["paragraph", "list-item", "list-item", "list-item"]


@pytest.mark.parametrize(
    ("stamp", "is_stamp"),
    [
        ("Posted on May 18, 2031", True),
        ("Last updated: Tuesday 3rd December 2031, 9:41 am", True),
        ("https://post.example/harbour/1", True),
        ("December 2031", True),
        ("110 Harbours", False),
        ("Office closed in 2031", False),
        ("May 2031 march of the clerks", False),
    ],
)
def test_a_line_that_only_dates_the_text_is_no_title(stamp: str, is_stamp: bool) -> None:
    extract = read(f"{stamp}\n\nClerk is tried over lists\n\nA court heard the clerk on Monday.".encode(), "a.txt")
    assert extract.metadata.title is not None
    assert extract.metadata.title.value == ("Clerk is tried over lists" if is_stamp else stamp)


def test_a_first_line_that_looks_like_a_title_is_the_title() -> None:
    title = read(f"Council closes office\n\n{LONG}".encode(), "a.txt").metadata.title
    assert title and (title.value, title.origin) == ("Council closes office", "first line")


@pytest.mark.parametrize("first", ["The council closed an office.", LONG, "- an item of a list"])
def test_a_first_line_that_is_a_sentence_is_no_title(first: str) -> None:
    assert read(f"{first}\n\n{LONG}".encode(), "a.txt").metadata.title is None


def test_a_heading_in_markdown_is_a_heading() -> None:
    assert kinds(f"# Council closes office\n\n{LONG}\n\n## What it found\n\n{LONG}") == [
        "heading",
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_white_space_alone_is_no_text() -> None:
    with pytest.raises(DocumentEmpty):
        read(b" \n\n\t ", "a.txt")


def test_signs_without_a_shape_part_no_words() -> None:
    assert blocks("The sta\u00adtions\u200b of\u00a0the \ufeffgroup.\x00") == ["The stations of the group."]


@given(st.text(min_size=1, max_size=400))
def test_blocks_are_the_text_in_order_parted_by_one_blank_line(text: str) -> None:
    try:
        extract = read(text.encode("utf-8", "replace"), "a.txt")
    except DocumentEmpty:
        return
    check(extract)


def check(extract: Extract) -> None:
    texts = [extract.text[block.start : block.end] for block in extract.blocks]
    assert "\n\n".join(texts) == extract.text
    assert all(text.strip() == text and text and "\n\n" not in text for text in texts)
