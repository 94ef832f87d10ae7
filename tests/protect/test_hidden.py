"""Withheld words leave in no text, and what a released statement says stays."""

from hypothesis import given
from hypothesis import strategies as st

from longarm.model.spans import Span
from longarm.protect.hidden import LABEL, Hidden, telling
from longarm.protect.masking import applied

TEXT = "Rovia runs 54 offices in Canada. A guard saw the ledger in a drawer. It was closed."
SECRET = "A guard saw the ledger in a drawer"


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span("text-1", start, start + len(words), words)


def leaves(withheld: Hidden, *shown: str, layer: str = "text-1", text: str = TEXT) -> str:
    spans = [span(words, text) for words in shown]
    return applied(text, withheld.edits_of_layer(layer, text, spans)).text


def test_a_withheld_sentence_leaves_as_a_label_beside_a_released_one() -> None:
    withheld = Hidden((span(SECRET),), (SECRET,))
    told = leaves(withheld, "Rovia runs 54 offices in Canada")
    assert told == f"Rovia runs 54 offices in Canada. {LABEL}. It was closed."


def test_what_a_released_statement_says_within_withheld_words_stays() -> None:
    withheld = Hidden((span("Rovia runs 54 offices in Canada"),), ("Rovia runs 54 offices in Canada",))
    assert leaves(withheld, "54 offices").startswith(f"{LABEL} 54 offices {LABEL}. A guard")
    assert leaves(withheld, "Rovia runs 54 offices in Canada") == TEXT


def test_another_text_that_repeats_the_words_does_not_tell_them_either() -> None:
    other = "Another paper: “a guard saw\n the ledger in a drawer”, it wrote."
    withheld = Hidden((span(SECRET),), (SECRET,))
    assert leaves(withheld, layer="text-2", text=other) == f"Another paper: “{LABEL}”, it wrote."


def test_short_words_and_those_that_a_released_statement_has_too_are_not_looked_for() -> None:
    assert telling(["54 offices", SECRET], []) == (SECRET,)
    assert telling([SECRET], [span(SECRET + ".")]) == ()


@given(st.integers(0, 80), st.integers(1, 40), st.lists(st.tuples(st.integers(0, 80), st.integers(1, 30)), max_size=4))
def test_a_released_word_is_never_hidden_and_a_withheld_one_never_shown(
    start: int, length: int, others: list[tuple[int, int]]
) -> None:
    def cut(at: int, size: int) -> Span:
        return Span("text-1", at, min(at + size, len(TEXT)), TEXT[at : at + size])

    own, shown = cut(start, length), [cut(*one) for one in others]
    edits = Hidden((own,)).edits_of_layer("text-1", TEXT, shown)
    covered = {at for edit in edits for at in range(edit.start, edit.end)}
    kept = {at for one in shown for at in range(one.start, one.end)}
    assert not covered & kept
    wanted = {at for at in range(own.start, own.end) if TEXT[at].isalnum()} - kept
    assert wanted <= covered
