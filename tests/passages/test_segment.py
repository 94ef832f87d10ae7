"""Text layers to passages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longarm.errors import DataError
from longarm.model.documents import Block, Passage, TextLayer
from longarm.passages import cues
from longarm.passages.segment import LONGEST, segment

BODY = "The council closed an office on Monday, and nobody was arrested in it."


def layer(*blocks: str | tuple[str, str]) -> TextLayer:
    """A layer of texts, each alone or with its kind."""
    pairs = [(block, "paragraph") if isinstance(block, str) else block for block in blocks]
    made, at = [], 0
    for index, (text, kind) in enumerate(pairs):
        made.append(Block(at, at + len(text), kind, None, index))
        at += len(text) + 2
    return TextLayer("text-1", "doc-1", "txt 1", "\n\n".join(text for text, _ in pairs), tuple(made))


def kinds(*blocks: str | tuple[str, str]) -> list[str]:
    return [passage.kind for passage in segment(layer(*blocks))]


def sections(*blocks: str | tuple[str, str]) -> list[int]:
    return [passage.section for passage in segment(layer(*blocks))]


def test_a_first_line_without_a_stop_is_the_headline() -> None:
    assert kinds("Council closes office in the old town", BODY) == ["headline", "paragraph"]
    assert kinds("Who closed the office?", BODY) == ["headline", "paragraph"]
    assert kinds(BODY, BODY) == ["paragraph", "paragraph"]


def test_a_short_line_within_the_text_is_a_sub_heading() -> None:
    assert kinds(BODY, "What the council found", BODY) == ["paragraph", "headline", "paragraph"]


@pytest.mark.parametrize(
    "line", ["It found nothing.", "three kinds of pressure:", "and so it was", "What it found" * 9]
)
def test_a_line_with_a_stop_or_without_a_capital_is_none(line: str) -> None:
    assert kinds(BODY, line, BODY) == ["paragraph", "paragraph", "paragraph"]


def test_a_last_line_is_no_heading() -> None:
    assert kinds(BODY, "Nobody was arrested") == ["paragraph", "paragraph"]


def test_kinds_of_the_original_are_kept() -> None:
    marked = ("heading", "caption", "list-item", "table", "quotation")
    assert kinds(BODY, *((BODY, kind) for kind in marked), BODY)[1:-1] == [
        "headline",
        "caption",
        "list-item",
        "table",
        "quotation",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“We were told to go home, and my brother's friends went.",
        "“We were told to go home, and we went.”",
        '"We were told to go home, and the police knew of it."',
        "‘We weren’t told to go home.’",
    ],
)
def test_a_block_of_one_persons_words_alone_is_a_quotation(text: str) -> None:
    assert kinds(BODY, text, BODY)[1] == "quotation"


@pytest.mark.parametrize(
    "text",
    [
        "“We were told to go home,” she said.",
        "“We were told to go home,” the woman's words were, “and we went.",
        '"Service stations" were opened in three cities, the report says.',
        "The report says: “We were told to go home.”",
        "“Overseas”",
    ],
)
def test_a_block_that_also_says_who_speaks_is_none(text: str) -> None:
    assert kinds(BODY, text, BODY)[1] in ("paragraph", "headline")


@pytest.mark.parametrize(
    "text",
    [
        "Map of the offices in the north",
        "Photo: the building on Long Street",
        "File photo of the minister at a meeting.",
        "Figure 3. Offices by year",
        "The building on Long Street (Photo: a passer-by)",
        "The offices on a map\n(example.org)",
        "What they found, by The Group on YouTube",
    ],
)
def test_a_line_about_a_picture_is_a_caption(text: str) -> None:
    assert kinds(BODY, text, BODY)[1] == "caption"


@pytest.mark.parametrize(
    "text",
    ["Mapping the offices took two years, the group said.", "Picture the scene: an office, three desks and a flag."],
)
def test_a_sentence_that_only_starts_like_a_caption_is_none(text: str) -> None:
    assert kinds(BODY, text, BODY)[1] == "paragraph"


@pytest.mark.parametrize(
    "text",
    [
        "Update: the embassy has answered.",
        "UPDATE (5 October): the embassy has answered.",
        "*Update 2 May 2023: the embassy has answered.",
        "[Correction: the office had three desks, not four.]",
        "Editor’s note: the office had three desks.",
        "Clarification – the office had three desks.",
        "This article has been updated to add the answer of the embassy.",
        "This story was corrected on Monday.",
        "An earlier version of this article said that the office had four desks.",
    ],
)
def test_a_note_of_a_change_starts_a_section(text: str) -> None:
    assert kinds(BODY, text, BODY) == ["paragraph", "update-note", "paragraph"]
    assert sections(BODY, text, BODY) == [0, 1, 1]


@pytest.mark.parametrize(
    "text",
    [
        "Updates of the list were sent to the police every week.",
        "The correction of the list took the group a year.",
        "Update the list, the man was told, and send it to us.",
        "Updated: 5 October 2022",
    ],
)
def test_text_that_only_starts_with_such_a_word_is_no_note(text: str) -> None:
    assert sections(BODY, text, BODY) == [0, 0, 0]


def test_a_bare_marker_takes_the_next_paragraph_with_it() -> None:
    assert kinds("Title of the text", BODY, "*Update:", BODY, BODY)[2:] == ["update-note", "update-note", "paragraph"]
    assert sections("Title of the text", BODY, "*Update:", BODY, BODY) == [0, 0, 1, 1, 1]


def test_each_note_has_a_section_of_its_own() -> None:
    assert sections(BODY, "Update: one more office.", BODY, "Correction: one less.") == [0, 1, 1, 2]


def test_a_note_before_the_text_covers_only_itself() -> None:
    assert sections("Title of the text", "Update: one more office.", BODY, BODY) == [0, 1, 0, 0]
    assert sections("Title of the text", "Update:", BODY, BODY, "Correction: one less.") == [0, 1, 1, 0, 2]


def test_the_mark_of_a_list_item_is_no_part_of_it() -> None:
    passages = segment(
        layer(BODY, ("- calls to relatives", "list-item"), ("2. visits", "list-item"), ("## Then", "heading"))
    )
    assert [passage.span.words for passage in passages[1:]] == ["calls to relatives", "visits", "Then"]


def test_a_passage_longer_than_the_limit_is_parted_after_sentences() -> None:
    passages = segment(layer((BODY + " ") * 900 + BODY))
    assert len(passages) > 2
    assert all(len(passage.span.words) <= LONGEST for passage in passages)
    assert all(passage.span.words.startswith("The") and passage.span.words.endswith("it.") for passage in passages)
    assert " ".join(passage.span.words for passage in passages) == (BODY + " ") * 900 + BODY


def test_a_word_longer_than_the_limit_is_parted_all_the_same() -> None:
    passages = segment(layer("x" * (2 * LONGEST + 5)))
    assert [len(passage.span.words) for passage in passages] == [LONGEST, LONGEST, 5]


@given(
    st.lists(
        st.tuples(st.text(min_size=1, max_size=80), st.sampled_from(["paragraph", "heading", "list-item", "other"]))
    )
)
def test_every_passage_is_the_exact_words_at_its_place(blocks: list[tuple[str, str]]) -> None:
    made = layer(*blocks)
    passages = segment(made)
    at = 0
    for passage in passages:
        span = passage.span
        assert made.text[span.start : span.end] == span.words
        assert span.text == made.id
        assert span.start >= at
        assert span.words.strip() == span.words != ""
        at = span.end


def test_every_word_of_a_layer_is_in_some_passage() -> None:
    made = layer("Title of the text", BODY, "Update: one.", ("Some | cells", "table"))
    assert [passage.span.words for passage in segment(made)] == made.text.split("\n\n")


def test_a_language_without_cues_is_read_with_those_of_english() -> None:
    passages: tuple[Passage, ...] = segment(layer("Ein Titel", BODY), "de")
    assert [passage.language for passage in passages] == ["de", "de"]
    assert cues.load("../secret") == cues.load("en")


@pytest.mark.parametrize(
    "text", ["- list", "captions: []", "captions: [", "\n".join(f"{field}: ['(']" for field in cues.FIELDS)]
)
def test_malformed_cues_are_refused_by_name(text: str) -> None:
    with pytest.raises(DataError, match=r"xx\.yaml"):
        cues.parse(text, "xx.yaml")


@pytest.mark.parametrize(
    "line",
    [
        "READ MORE: Harbour orders 70 arrests over lists",
        "Also Read: Town feels left alone",
        "Related stories",
        "More on this story | The clerk",
        "Leave a Comment",
        "Sign up for our newsletter",
    ],
)
def test_a_line_that_leads_on_to_another_page_is_in_no_passage(line: str) -> None:
    assert [passage.span.words for passage in segment(layer("Office closed", BODY, line, BODY))] == [
        "Office closed",
        BODY,
        BODY,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Related offices were closed in two more towns, the council said.",
        "More from the harbour were arrested on Monday, it said.",
        "Read the statement: the clerk denies it.",
    ],
)
def test_a_sentence_that_begins_like_such_a_line_stays(line: str) -> None:
    assert len(segment(layer("Office closed", BODY, line, BODY))) == 4


def test_a_link_in_brackets_at_the_end_of_a_paragraph_is_no_part_of_it() -> None:
    found = segment(layer("Office closed", f"{BODY} (RELATED: Minister shuts 3 offices)", BODY))
    assert found[1].span.words == BODY


@pytest.mark.parametrize(
    "dateline",
    [
        "THE HAGUE (Example Wire) - ",
        "THE HAGUE, 26 October 2022 (Example Wire) - ",
        "GENEVA, May 3 — ",
        "NEW YORK, United States – ",
        "LYON - ",
    ],
)
def test_a_dateline_is_no_part_of_what_is_said(dateline: str) -> None:
    text = f"{dateline}The ministry closed two offices."
    layer = TextLayer("t", "d", "plain 1", text, (Block(0, len(text)),))
    assert [passage.span.words for passage in segment(layer)] == ["The ministry closed two offices."]


@pytest.mark.parametrize("opening", ["UN experts - three of them - spoke.", "NATO - the alliance - spoke."])
def test_capitals_and_a_dash_are_not_yet_a_dateline(opening: str) -> None:
    layer = TextLayer("t", "d", "plain 1", opening, (Block(0, len(opening)),))
    assert segment(layer)[0].span.words.startswith(opening.split()[0])


def test_each_row_of_a_table_is_read_by_itself():
    rows = "City | Told\nOslo | The pier closed\nBergen | It opened"
    made = layer("Title of the text", (rows, "table"), BODY)
    assert [one.span.words for one in segment(made) if one.kind == "table"] == rows.split("\n")
