import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longarm.claims.quotations.compare import changes

SAID = "These posts may avoid the courts, and nobody in the organisation's centre has consented to 54 of them"


@pytest.mark.parametrize(
    "edited",
    [
        "“These posts may avoid the courts and nobody in the organization’s center has consented to 54 of them!”",
        "THESE POSTS MAY AVOID THE COURTS, AND NOBODY IN THE ORGANISATION'S CENTRE HAS CONSENTED TO 54 OF THEM",
        "These posts may avoid the courts ... nobody in the organisation's centre has consented to 54 of them",
        "These posts [...] and nobody in the organisation's centre has consented to 54 of them",
        "These [new] posts may avoid the courts, and nobody in the organisation's centre has consented to 54 of them",
        "[They] may avoid the courts, and nobody in the organisation's centre has consented to 54 of them",
        "may avoid the courts, and nobody in the organisation's centre",
        "These posts may avoid the courts … has consented to 54 of them.",
    ],
)
def test_permitted_editing_is_no_alteration(edited: str) -> None:
    assert changes(SAID, edited) == ()
    assert changes(edited, SAID) == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [("may avoid", "avoid"), ("54", "45"), ("nobody", "somebody"), ("avoid the", "the avoid"), ("has", "has not")],
)
def test_a_changed_word_is_found_with_its_place_in_both(left: str, right: str) -> None:
    altered = SAID.replace(left, right, 1)
    found = changes(SAID, altered)
    assert found
    for change in found:
        assert SAID[slice(*change.left_at)] == change.left
        assert altered[slice(*change.right_at)] == change.right


def test_a_modal_that_is_left_out_is_named() -> None:
    (change,) = changes(SAID, SAID.replace("may ", ""))
    assert (change.left, change.right) == ("may", "")


def test_words_left_out_inside_without_an_ellipsis_are_an_alteration() -> None:
    assert changes("We never wanted to close the office at all", "We wanted to close the office at all")


def test_an_ellipsis_does_not_excuse_words_put_in() -> None:
    assert changes("We may close the office next year", "We ... will certainly close the office next year")


@given(st.lists(st.sampled_from([*SAID.split(), "...", "[x]"]), max_size=12), st.integers(0, 99))
def test_a_quotation_never_differs_from_itself(words: list[str], seed: int) -> None:
    random.Random(seed).shuffle(words)
    assert changes(" ".join(words), " ".join(words)) == ()
