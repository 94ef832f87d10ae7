"""What the language model is given: no word without end, and no batch that needs more memory than there is."""

import pytest

from longarm.model.documents import Passage
from longarm.model.spans import Span
from longarm.statements import parser


@pytest.mark.parametrize("sign", ["[", "&", "x"])
def test_a_run_of_signs_without_a_blank_is_one_word_and_what_follows_is_read(sign: str) -> None:
    text = f"{sign * 20_000} The embassy threatened 12 exiles."
    (parse,) = parser.parse([Passage(Span("t", 0, len(text), text), "paragraph", "en")])
    assert parse.starts[:2] == parse.starts[:1] + type(parse.starts)([20_001])
    assert "threatened" in parse.words


def test_batches_are_cut_by_the_number_of_words() -> None:
    fed = [("w" * parser.BATCH_WORDS, 1), ("w", 2), ("w", 3)] + [("", n) for n in range(parser.BATCH_SIZE)]
    made = list(parser._batches(fed))
    assert [one for batch in made for one in batch] == fed
    assert [len(batch) for batch in made] == [1, parser.BATCH_SIZE, 2]
