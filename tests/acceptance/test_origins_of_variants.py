"""Two made-up articles on one report, in twenty settings: one origin, and what the second lost on the way."""

import pytest
from tests.acceptance.variants import Setting, bare, declaring, settings, text_of

from longarm.core.hashing import sha256
from longarm.desk.reading import plain_layer, read_layers
from longarm.desk.weigh import weigh
from longarm.model.case import State, Weighed
from longarm.model.claims import Claim, Independence
from longarm.model.documents import Document, Stated, TextLayer

KEY = b"a key for tests"
SETTINGS = list(settings())


def item(name: str, paragraphs: dict[str, str]) -> tuple[TextLayer, Document]:
    text = text_of(paragraphs)
    title = Stated(next(iter(paragraphs.values())), "first line")
    document = Document(name, sha256(text.encode()), "text/plain", name, len(text), title)
    made = plain_layer(name, text)
    return TextLayer(made.id, name, made.reader, made.text, made.blocks), document


@pytest.fixture(scope="module")
def weighed() -> dict[str, Weighed]:
    items = [(s, [item(f"{n:02d}-a", declaring(s)), item(f"{n:02d}-b", bare(s))]) for n, s in enumerate(SETTINGS)]
    readings = iter(list(read_layers((pair for _, pairs in items for pair in pairs), KEY)))
    found = {}
    for s, pairs in items:
        layers, documents = zip(*pairs, strict=True)
        state = State(tuple(documents), tuple(layers), tuple(next(readings) for _ in pairs))
        found[s.title + s.state] = weigh(state, KEY)
    return found


def case_of(weighed: dict[str, Weighed], s: Setting) -> Weighed:
    return weighed[s.title + s.state]


def with_both(found: Weighed, kind: str, measure: str = "") -> list[Claim]:
    documents = {one.id: one.statement.document for one in found.resolved}
    return [
        claim
        for claim in found.claims
        if claim.kind == kind
        and (not measure or claim.measure == measure)
        and len({documents[one] for one in claim.statements}) == 2
    ]


def ties(claim: Claim) -> set[str]:
    return {tie for origin in claim.origins for tie in origin.ties}


@pytest.mark.parametrize("s", SETTINGS, ids=str)
def test_the_returns_rest_on_one_party_and_show_what_the_second_article_lost(
    weighed: dict[str, Weighed], s: Setting
) -> None:
    (claim,) = with_both(case_of(weighed, s), "figure", "returned")
    assert claim.independence == Independence(1, 1)
    assert ties(claim) == {"attributed", "presumed"}
    assert {drift.kind for drift in claim.drift} == {"attribution-lost", "period-lost", "meaning-widened"}
    assert all(drift.origin is None and drift.variant for drift in claim.drift)


@pytest.mark.parametrize("s", [s for s in SETTINGS if s.over < s.total], ids=str)
def test_the_station_total_has_one_origin_and_not_two(weighed: dict[str, Weighed], s: Setting) -> None:
    claims = [claim for claim in with_both(case_of(weighed, s), "figure", "station") if claim.places == ("m49:001",)]
    (claim,) = claims
    assert (claim.independence, claim.support) == (Independence(1, 1), "single")
    assert ties(claim) == {"attributed", "presumed"}


@pytest.mark.parametrize("s", SETTINGS, ids=str)
def test_the_long_quotation_is_one_and_its_changed_words_are_marked(weighed: dict[str, Weighed], s: Setting) -> None:
    drifts = [drift for claim in with_both(case_of(weighed, s), "quotation") for drift in claim.drift]
    (drift,) = [one for one in drifts if one.kind == "quote-altered"]
    assert {"bypass", "avoid"} <= {mark.words for mark in drift.marks}
