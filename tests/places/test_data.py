"""The tables that outsiders can edit name their mistakes."""

import pytest

from longarm.errors import DataError
from longarm.places import builder, data, words


def test_every_table_is_read() -> None:
    assert data.load("regions.yaml")["region:eu"]["name"] == "European Union"
    assert next(data.rows("points.tsv"))["country"] == "AD"


def test_norway_is_no_denial() -> None:
    assert data.load("demonyms.yaml")["countries"]["NO"] == ["Norwegian"]


def test_a_missing_table_is_named() -> None:
    with pytest.raises(DataError, match=r"no data file no-such\.yaml"):
        data.load("no-such.yaml")


def test_something_else_than_a_list_of_words_is_refused() -> None:
    with pytest.raises(DataError, match="aliases must be a list of words"):
        data.words({"aliases": "Burma"}, "aliases", "countries.yaml")


def test_a_member_that_is_no_country_is_named() -> None:
    table = {"region:x": {"members": ["FR", "QQ"]}}
    with pytest.raises(DataError, match="QQ in region:x is neither a country nor another region"):
        builder.members("region:x", table, {"FR": {}})


def test_a_region_within_itself_is_refused() -> None:
    table = {"region:x": {"members": ["region:y"]}, "region:y": {"members": ["region:x"]}}
    with pytest.raises(DataError, match="region:"):
        builder.members("region:x", table, {})


@pytest.mark.parametrize(
    ("name", "said"), [("Netherlands", "the Netherlands"), ("United States", "the United States"), ("Norway", "Norway")]
)
def test_a_name_that_takes_an_article_has_it_in_a_sentence(name: str, said: str) -> None:
    assert words.with_article(name) == said
