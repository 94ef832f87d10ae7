"""Lists of claims, the search index and the data of a claim."""

import json
from dataclasses import replace

import pytest

from longarm.model.places import Place
from longarm.publication.site import search
from longarm.publication.site.claimdata import claim_data
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.lists import FACETS, Lists


@pytest.fixture
def dossier(public):
    return Dossier(public)


def _rows(content: bytes) -> list[list[object]]:
    text = content.decode()
    assert text.startswith("longarmSearch(") and text.endswith(");\n")
    return json.loads(text.removeprefix("longarmSearch(").removesuffix(");\n"))


def test_each_claim_stands_in_one_list_of_its_kind_its_support_and_its_contest(dossier, public):
    lists = Lists(dossier)
    for facet in ("kind", "support", "contest"):
        listed = [claim.id for one in lists.by_facet[facet] for claim in one.claims]
        assert sorted(listed) == sorted(claim.id for claim in public.claims), facet


def test_lists_are_found_by_facet_and_value_and_have_paths_of_their_own(dossier):
    lists = Lists(dossier)
    canada = lists.of("place", "CA")
    assert canada is not None
    assert [claim.id for claim in canada.claims] == ["claim-stations"]
    assert lists.of("place", "FR") is None
    paths = [sheet.path for one in lists.all() for sheet in one.sheets]
    assert len(set(paths)) == len(paths)
    assert {one.facet for one in lists.all()} == set(FACETS)


def test_a_country_lists_the_claims_about_its_cities_too(public):
    canada = next(place for place in public.places if place.id == "CA")
    town = Place("gn:1", "Rivermouth", "city", "CA", ("CA", *canada.parents), None, None)
    about = replace(public.claims[0], id="claim-town", places=("gn:1",))
    found = Dossier(replace(public, claims=(*public.claims, about), places=(*public.places, town)))
    listed = Lists(found).of("place", "CA")
    assert listed is not None and "claim-town" in {claim.id for claim in listed.claims}
    assert "within it" in listed.about
    world = Lists(found).of("place", "m49:001")
    assert world is None or "claim-town" not in {claim.id for claim in world.claims}


def test_the_index_holds_every_claim_once_and_its_statements_words(dossier, public):
    rows = [row for _, content in search.files(dossier) for row in _rows(content)]
    assert sorted(str(row[0]) for row in rows) == sorted(claim.id for claim in public.claims)
    (stations,) = [row for row in rows if row[0] == "claim-stations"]
    assert "Rovia runs more than 50 police stations abroad" in str(stations[-1])
    assert "Border Watch" in str(stations[-1])
    assert len(list(search.files(dossier))) == search.count(dossier)


def test_a_large_index_is_split_into_light_files(public):
    many = tuple(replace(public.claims[0], id=f"claim-{n}", question="Word " * 40) for n in range(1_000))
    found = list(search.files(Dossier(replace(public, claims=many))))
    assert len(found) > 3
    assert all(len(content) < 150_000 for _, content in found)


def test_hostile_words_close_neither_a_script_nor_a_line_of_the_index(dossier):
    for _, content in search.files(dossier):
        assert b"<" not in content
        assert "\u2028" not in content.decode()


def test_the_data_of_a_claim_keep_the_exact_words_and_judge_nothing(dossier, public):
    for claim in public.claims:
        text = str(claim_data(dossier, claim))
        assert not set(text) & set("<>&")
        data = json.loads(text)
        assert (data["@type"], data["name"]) == ("Claim", claim.question)
        assert [one["text"] for one in data["appearance"]] == [one.span.words for one in dossier.said(claim.statements)]
        assert not {"review", "reviewRating", "claimReviewed", "aggregateRating"} & data.keys()
