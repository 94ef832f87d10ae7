"""The lines of the first acceptance test hold on twenty made-up pairs of articles, and fall with their cues."""

import functools

import pytest
from tests.acceptance import variants
from tests.acceptance.variants import LINES, Answer, Line

from longarm.desk.reading import read_texts

SETTINGS = tuple(variants.settings())


@functools.cache
def answers() -> dict[str, Answer]:
    """The readings of all texts, read in one go."""
    rows = []
    for number, setting in enumerate(SETTINGS):
        rows.append({"id": f"{number} declaring", "text": variants.text_of(variants.declaring(setting))})
        rows.append({"id": f"{number} bare", "text": variants.text_of(variants.bare(setting))})
        rows.extend(
            {"id": f"{number} {line.name}", "text": variants.text_of(variants.without_cue(line, setting))}
            for line in LINES
        )
    return {answer["id"]: answer for answer in read_texts(rows)}


@pytest.mark.slow
@pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)
def test_a_line_holds_with_its_cue_and_falls_without_it(line: Line) -> None:
    missing = [n for n, s in enumerate(SETTINGS) if not line.holds(answers()[f"{n} {line.article}"], s)]
    standing = [n for n, s in enumerate(SETTINGS) if line.holds(answers()[f"{n} {line.name}"], s)]
    assert (missing, standing) == ([], [])


def test_the_variants_differ() -> None:
    assert len({variants.text_of(variants.declaring(setting)) for setting in SETTINGS}) == 20
    names = {(s.state, s.watchdog, s.host_city) for s in SETTINGS}
    assert len(names) >= 10


def test_every_cue_stands_in_its_text() -> None:
    for setting in SETTINGS:
        for line in LINES:
            assert variants.without_cue(line, setting) != variants.paragraphs(line, setting)
