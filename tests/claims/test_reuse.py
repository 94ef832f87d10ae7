import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from longarm.claims.reuse.find import ALONE, Reuse, find, in_order
from longarm.claims.reuse.likeness import likeness
from longarm.claims.reuse.pieces import Piece, pieces, sentences
from longarm.claims.reuse.retellings import Retellings
from longarm.testing.builders import Text

LONG = (
    "Investigators traced the rented rooms through faded notices and the patient recollections of former visitors. "
    "Neighbours remembered late meetings, whispered quarrels and a kettle that never stopped whistling."
)
FIRST, SECOND = LONG.split(". ")[0] + ".", LONG.split(". ")[1]


def reuse(*texts: Text) -> tuple[Reuse, ...]:
    built = [text.built() for text in texts]
    read = pieces({reading.document: reading.passages for _, _, reading in built})
    return find(read, [document for document, _, _ in built])


def text(path: str, words: str, published: str = "") -> Text:
    made = Text(path, published=published)
    made.paragraph(words)
    return made


def test_a_copied_passage_is_found_sentence_by_sentence_with_its_spans_and_direction() -> None:
    found = reuse(text("b", LONG, "2023-02-01"), text("a", LONG, "2023-03-01"))
    assert [link.copy_span.words for link in found] == [FIRST, SECOND]
    assert all(link.is_directed and link.likeness == 1 for link in found)
    assert [link.source_span.words for link in found] == [FIRST, SECOND]


def test_without_dates_the_direction_is_unknown() -> None:
    assert {link.is_directed for link in reuse(text("a", LONG), text("b", LONG, "2023-03-01"))} == {False}
    same_day = reuse(text("a", LONG, "2023-03-01"), text("b", LONG, "2023-03-01"))
    assert {link.is_directed for link in same_day} == {False}


def test_shortened_reordered_and_partial_copies_are_found() -> None:
    own = "The mayor opened the new swimming pool with a speech about public health and sunshine."
    assert reuse(text("a", LONG), text("b", f"{SECOND} {FIRST}"))
    assert reuse(text("a", LONG), text("b", f"{own} {SECOND}"))
    assert reuse(text("a", LONG), text("b", "Investigators traced the rented rooms through faded notices."))


def test_a_rewrite_is_found_and_another_telling_of_the_same_facts_is_not() -> None:
    rewrite = (
        "Through faded announcements and the patient memories of past visitors investigators tracked the rented rooms."
    )
    other = "Who used the flats became clear once old leaflets turned up and people who had been there talked."
    assert reuse(text("a", LONG), text("b", rewrite))
    assert not reuse(text("a", LONG), text("b", other))


def test_a_shared_quotation_or_common_subject_is_no_reuse() -> None:
    quoted = "“These operations avoid the courts of the country and break the law of every state concerned by them,”"
    first = text("a", f"{quoted} the group said on Monday.")
    second = text("b", f"{quoted} wrote its lawyers in a long letter to parliament.")
    assert not reuse(first, second)
    plain = text("c", "China runs 54 police stations in 30 countries.")
    assert not reuse(plain, text("d", "China operates a total of 54 police stations in other countries."))


def test_nothing_is_reused_within_one_document() -> None:
    made = text("a", LONG)
    made.paragraph(LONG)
    assert reuse(made) == ()


def test_a_hundred_copies_point_to_the_first() -> None:
    found = reuse(*(text(f"{number:03d}", LONG, f"2023-01-{1 + number // 5:02d}") for number in range(100)))
    assert len({link.source for link in found}) == 1
    assert len(found) == 198


def test_sentences_end_at_marks_and_not_at_initials() -> None:
    said = "Dr. J. Doe left. “Why?” she asked. It rained."
    assert [said[start:end] for start, end in sentences(said)] == [
        "Dr. J. Doe left.",
        "“Why?” she asked.",
        "It rained.",
    ]


def retellings(*texts: Text) -> tuple[Retellings, list[str]]:
    built = [made.built() for made in texts]
    passages = {reading.document: reading.passages for _, _, reading in built}
    documents = [document for document, _, _ in built]
    order = [document.id for document in in_order(documents)]
    read = pieces(passages)
    return Retellings(find(read, documents), read, order), [document.id for document in documents]


def test_a_copy_of_a_copy_retells_the_first() -> None:
    third = "The landlady counted eleven mattresses, two samovars and a broken switchboard in the cellar."
    found, (a, b, c) = retellings(
        text("a", f"{LONG} {third}"),
        text("b", f"{LONG} {third.replace('counted', 'found').replace('broken', 'ruined')}"),
        text("c", f"{LONG.replace('traced', 'tracked')} {third.replace('broken', 'smashed')}"),
    )
    assert [found.first(document) for document in (a, b, c)] == [a, a, a]


def test_one_copied_sentence_among_many_retells_no_whole() -> None:
    own = [
        "The mayor opened the new swimming pool with a speech about public health and sunshine.",
        "Two retired gardeners planted lime trees along the towpath while schoolchildren watched from the bridge.",
        "A brass band rehearsed the overture in the rain until the conductor lost her patience.",
    ]
    found, (_, b) = retellings(text("a", LONG), text("b", " ".join([FIRST, *own])))
    assert found.first(b) == b


TALES = (
    FIRST,
    SECOND,
    "The landlady counted eleven mattresses, two samovars and a broken switchboard in the cellar.",
    "Two retired gardeners planted lime trees along the towpath while schoolchildren watched from the bridge.",
    "A brass band rehearsed the overture in the rain until the conductor lost her patience.",
)


@given(st.lists(st.lists(st.tuples(st.sampled_from(TALES), st.integers(0, 12)), max_size=4), max_size=5))
def test_the_index_finds_what_comparing_every_sentence_with_every_earlier_one_finds(
    told: list[list[tuple[str, int]]],
) -> None:
    texts = [text(f"{at}", " ".join(_without(words, gone) for words, gone in one)) for at, one in enumerate(told)]
    built = [made.built() for made in texts]
    read = pieces({reading.document: reading.passages for _, _, reading in built})
    documents = [document for document, _, _ in built]
    found = {(link.copy, link.copy_span.start) for link in find(read, documents)}
    assert found == _plainly(read, [document.id for document in in_order(documents)])


def _without(words: str, gone: int) -> str:
    kept = words.split()
    return " ".join(kept[:2] + kept[3:] if gone == 2 else kept)


def _plainly(read: dict[str, tuple[Piece, ...]], order: list[str]) -> set[tuple[str, int]]:
    signs = [made for document in order for made in read[document] if made.is_sign]
    return {
        (made.document, made.span.start)
        for at, made in enumerate(signs)
        if any(likeness(one, made) >= ALONE for one in signs[:at] if one.document != made.document)
    }


def test_a_sentence_of_a_retelling_is_looked_up_where_its_statement_stands() -> None:
    source = Text("a", published="2023-02-01")
    source.say(FIRST, method="overseas-station")
    source.paragraph(SECOND)
    copy = Text("b", published="2023-03-01")
    copy.say(FIRST.replace("faded", "old"), method="overseas-station")
    copy.paragraph(SECOND)
    found, (a, _) = retellings(source, copy)
    statement = copy.built()[2].statements[0]
    assert found.retold(statement) == a
    assert found.retold(dataclasses.replace(statement, document="elsewhere")) == ""
