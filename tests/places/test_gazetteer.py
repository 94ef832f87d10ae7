"""Places by id, by name and by what holds them."""

import os
import sqlite3
from pathlib import Path

import pytest

from longarm.errors import DataError
from longarm.model.places import WORLD
from longarm.places import gazetteer
from longarm.places.gazetteer import Gazetteer

TORONTO, NEW_YORK_CITY, MANHATTAN = "gn:6167865", "gn:5128581", "gn:5125771"


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return gazetteer.load()


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Canada", "CA"),
        ("US", "US"),
        ("us", "US"),
        ("U.S.", "US"),
        ("the United States of America", "US"),
        ("Burma", "MM"),
        ("Holland", "NL"),
        ("UAE", "AE"),
        ("People's Republic of China", "CN"),
        ("DR Congo", "CD"),
        ("Toronto", TORONTO),
        ("New York City", NEW_YORK_CITY),
        ("Kiev", "gn:703448"),
        ("IRAN", "IR"),
        ("North America", "m49:003"),
        ("Southeast Asia", "m49:035"),
        ("EU", "region:eu"),
        ("Bavaria", "DE.02"),
    ],
)
def test_a_name_finds_its_place_first(places: Gazetteer, name: str, place: str) -> None:
    assert places.named(name)[0].id == place


def test_a_country_comes_before_a_more_populous_division(places: Gazetteer) -> None:
    found = [place.id for place in places.named("Georgia")]
    assert found[:2] == ["GE", "US.GA"]


def test_the_more_populous_city_comes_first(places: Gazetteer) -> None:
    found = [place.country for place in places.named("London") if place.level == "city"]
    assert found[:2] == ["GB", "CA"]


def test_a_name_among_the_other_names_of_a_large_city_does_not_hide_a_small_one(places: Gazetteer) -> None:
    assert "PS" in [place.country for place in places.named("Bethlehem")[:4]]


def test_a_name_that_nothing_bears_finds_nothing(places: Gazetteer) -> None:
    assert places.named("Qwertzuiop") == ()
    assert places.named("") == ()
    assert places.place("gn:0") is None


def test_a_city_lies_in_its_division_country_regions_and_the_world(places: Gazetteer) -> None:
    assert places.parents(TORONTO) == ("CA.08", "CA", "m49:021", "m49:003", "m49:019", WORLD)
    assert places.is_within(TORONTO, "m49:003") and places.is_within(TORONTO, TORONTO)
    assert not places.is_within("CA", TORONTO) and not places.is_within(TORONTO, "m49:150")


def test_regions_overlap_as_sets_of_countries(places: Gazetteer) -> None:
    assert places.countries("m49:021") == ("BM", "CA", "GL", "PM", "US")
    assert set(places.countries("m49:021")) < set(places.countries("m49:003"))
    assert "CY" in places.countries("region:eu") and not places.is_within("region:eu", "m49:150")
    assert places.countries("CA") == ("CA",) and places.countries(TORONTO) == ()


def test_every_country_lies_in_one_continent_and_the_world(places: Gazetteer) -> None:
    continents = {"m49:002", "m49:019", "m49:142", "m49:150", "m49:009", "m49:010"}
    assert len(places.countries(WORLD)) == 250
    for country in places.countries(WORLD):
        assert len(continents & set(places.parents(country))) == 1, country


def test_every_country_and_region_has_a_point(places: Gazetteer) -> None:
    for place in (*places.countries(WORLD), "m49:003", "region:middle-east"):
        found = places.place(place)
        assert found is not None
        if place not in ("AQ", "BV", "HM", "TF", "UM"):  # too small for the map, and nobody lives there
            assert found.lat is not None and found.lon is not None, place
            assert -90 <= found.lat <= 90 and -180 <= found.lon <= 180


def test_names_with_two_readings_keep_both(places: Gazetteer) -> None:
    assert places.readings("North America") == ("m49:003", "m49:021")
    assert places.readings("New York") == (NEW_YORK_CITY, "US.NY")
    assert places.readings("Toronto") == ()


def test_a_city_and_the_division_of_its_name_are_readings_of_each_other(places: Gazetteer) -> None:
    assert set(places.readings("Quebec")) == {"CA.10", "gn:6325494"}


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Paris, Texas", "gn:4717560"),
        ("Cambridge, Canada", "gn:5913695"),
        ("Washington, D.C.", "gn:4140963"),
        (TORONTO, TORONTO),
        ("Atlanta, Georgia", "gn:4180439"),
    ],
)
def test_a_person_may_choose_a_place_by_what_holds_it(places: Gazetteer, words: str, place: str) -> None:
    found = places.chosen(words)
    assert found is not None and found.id == place


def test_nothing_finer_than_a_city_is_left(places: Gazetteer) -> None:
    assert places.coarsen(MANHATTAN) == NEW_YORK_CITY
    assert places.coarsen(TORONTO) == TORONTO and places.coarsen("CA") == "CA"
    with pytest.raises(DataError, match="no place gn:0"):
        places.coarsen("gn:0")


def test_demonyms_name_the_place_of_the_people(places: Gazetteer) -> None:
    assert places.demonym("Rwandans") == ("RW",)
    assert places.demonym("South African") == ("ZA",)
    assert places.demonym("Philippines") == ()


def test_disputed_places_have_neutral_short_names(places: Gazetteer) -> None:
    names = [place.name for code in ("TW", "PS", "XK", "EH", "FK") if (place := places.place(code))]
    assert names == ["Taiwan", "Palestinian Territories", "Kosovo", "Western Sahara", "Falkland Islands"]


def test_a_forked_child_reads_the_same(places: Gazetteer) -> None:
    child = os.fork()
    if child == 0:
        os._exit(0 if places.named("Lusaka")[0].country == "ZM" else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def small(path: Path) -> None:
    """A file as a build leaves it, with nothing in it."""
    sqlite3.connect(path).close()


def test_the_file_is_built_once(tmp_path: Path) -> None:
    first = gazetteer.kept("g.sqlite", [tmp_path / "cache"], small)
    first.write_text("built")
    assert gazetteer.kept("g.sqlite", [tmp_path / "cache"], small).read_text() == "built"


def test_the_file_goes_elsewhere_where_the_cache_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    found = gazetteer.kept("g.sqlite", [tmp_path / "file" / "longarm", tmp_path / "other"], small)
    assert found == tmp_path / "other" / "g.sqlite"
    assert [path.name for path in found.parent.iterdir()] == ["g.sqlite"]


def test_no_folder_that_can_be_written_is_said_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DataError, match="set XDG_CACHE_HOME"):
        gazetteer.kept("g.sqlite", [tmp_path / "file" / "longarm"], small)


def test_a_build_that_fails_leaves_no_file(tmp_path: Path) -> None:
    def fail(path: Path) -> None:
        raise DataError("a table is damaged")

    with pytest.raises(DataError, match="damaged"):
        gazetteer.kept("g.sqlite", [tmp_path], fail)
    assert list(tmp_path.iterdir()) == []
