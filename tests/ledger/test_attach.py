"""Finding the words of a decision in another reading of the text."""

from longarm.ledger.attach import context, find, same_words
from longarm.model.decisions import Anchor
from longarm.model.documents import TextLayer
from longarm.model.spans import Span
from longarm.model.statements import Statement, Voice

OLD = "The group counted 54 offices. It named nine towns.\n\nThe group counted 54 offices, an official said in March."
VOICES = (Voice("", "", None, None, "author"),)


def layer(text: str, id: str = "new") -> TextLayer:
    return TextLayer(id, "doc-1", "plain 2", text)


def anchor(words: str, text: str = OLD, nth: int = 0) -> Anchor:
    start = text.find(words)
    for _ in range(nth):
        start = text.find(words, start + 1)
    span = Span.of("old", text, start, start + len(words))
    return Anchor(Statement("s-1", "doc-1", span, "figure", "", VOICES), *context(text, span))


def test_the_same_words_are_found_where_their_surroundings_are() -> None:
    found = find(anchor("counted 54 offices", nth=1), layer("A new heading\n\n" + OLD))
    assert found.is_sure and found.span is not None
    assert found.span.start == len("A new heading\n\n") + OLD.rindex("counted 54 offices")


def test_words_over_a_line_end_are_the_same_words() -> None:
    found = find(anchor("named nine towns"), layer(OLD.replace("nine towns", "nine\ntowns")))
    assert found.is_sure and found.span is not None and found.span.words == "named nine\ntowns"


def test_another_spelling_is_found_by_likeness() -> None:
    text = "The Harbour organisation recognised forty colours of smoke over the bay, it said."
    found = find(anchor("recognised forty colours", text), layer(text.replace("recognised", "recognized")))
    assert found.is_sure and found.span is not None and found.span.words == "recognized forty colours"


def test_another_number_is_doubtful() -> None:
    found = find(anchor("named nine towns"), layer(OLD.replace("nine", "five")))
    assert not found.is_sure and found.span is not None
    found = find(anchor("counted 54 offices, an"), layer(OLD.replace("54 offices, an", "45 offices, an")))
    assert not found.is_sure


def test_a_word_more_or_less_is_doubtful() -> None:
    assert not same_words("it runs nine offices", "it never runs nine offices")
    assert not same_words("it is not run by the office", "it is run by the office")
    assert same_words("it runs nine offi- ces", "It runs nine offices")
    found = find(anchor("It named nine towns"), layer(OLD.replace("It named", "It never named")))
    assert not found.is_sure


def test_words_that_are_gone_are_nowhere() -> None:
    found = find(anchor("named nine towns"), layer("Nothing of this is left in the text at all; it is about ships."))
    assert (found.span, found.is_sure) == (None, False) and found.reason


def test_words_in_two_places_with_the_same_surroundings_are_doubtful() -> None:
    twice = "Nine offices.\n\n" * 6
    found = find(anchor("Nine offices", twice, nth=3), layer("Intro\n\n" + twice))
    assert not found.is_sure
