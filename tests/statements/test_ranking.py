"""Which of several assertions in one clause is told."""

import pytest

from longarm.statements.extractors import EXTRACTORS
from longarm.statements.ranking import RANKING, rank


def test_every_extractor_finds_by_an_evidence_of_the_table() -> None:
    assert {extractor.evidence for extractor in EXTRACTORS} <= {evidence.name for evidence in RANKING}


def test_no_evidence_stands_in_the_table_twice() -> None:
    names = [evidence.name for evidence in RANKING]
    assert len(names) == len(set(names))


def test_an_unknown_evidence_is_an_error() -> None:
    with pytest.raises(KeyError):
        rank("rumour")
