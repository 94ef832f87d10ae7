"""Small texts in, shown result out: what ties them together, each with the words that say so and without them."""

from collections.abc import Sequence

import pytest

from longarm.core.hashing import sha256
from longarm.desk.reading import plain_layer, read_layers
from longarm.desk.weigh import weigh
from longarm.model.case import State, Weighed
from longarm.model.claims import Claim, Independence
from longarm.model.documents import Document, Stated, TextLayer
from longarm.model.interchange.claims import claim_data, happening_data
from longarm.model.interchange.steps import happenings_of, step_data

KEY = b"a key for tests"
COUNT = "China runs 54 overseas police stations worldwide"
AGAIN = "China operates 54 overseas police stations around the world"
Item = tuple[TextLayer, Document]


def item(publisher: str, *paragraphs: str) -> Item:
    title = f"What {publisher} heard"
    text = "\n\n".join([title, *paragraphs])
    name = publisher.casefold().replace(" ", "-")
    layer, told = plain_layer(name, text), Stated(title, "manifest")
    return layer, Document(
        name, sha256(text.encode()), "text/plain", name, len(text), told, Stated(publisher, "manifest")
    )


def weighed(*items: Item, ownership: Sequence[tuple[str, str]] = ()) -> Weighed:
    layers, documents = zip(*items, strict=True)
    return weigh(State(documents, layers, tuple(read_layers(items, KEY))), KEY, ownership)


def total(found: Weighed) -> Claim:
    (claim,) = [claim for claim in found.claims if claim.kind == "figure" and claim.measure == "station"]
    return claim


def reasons(claim: Claim) -> str:
    return "\n".join(said for origin in claim.origins for said in (*origin.why, origin.note))


def proofs(claim: Claim) -> set[str]:
    return {span.words for origin in claim.origins for spans in origin.proof for span in spans}


def test_papers_that_cite_each_other_in_a_circle_are_one_ring_with_the_words_that_close_it() -> None:
    claim = total(
        weighed(
            item("Ardent News", f"{COUNT}, Boreal News reported."),
            item("Boreal News", f"According to Coastal News, {AGAIN}."),
            item("Coastal News", f"Ardent News reported that {AGAIN}."),
        )
    )
    assert claim.independence == Independence(0, 1)
    assert reasons(claim).count("A ring: ") == 3
    assert {"Ardent News", "Boreal News", "Coastal News"} <= proofs(claim)


def test_a_chain_of_papers_that_ends_with_a_named_party_is_no_ring() -> None:
    claim = total(
        weighed(
            item("Ardent News", f"{COUNT}, Boreal News reported."),
            item("Boreal News", f"According to Harbour Watch, a rights group, {AGAIN}."),
        )
    )
    assert claim.independence == Independence(1, 1)
    assert "A ring: " not in reasons(claim)


WIRED = item("Meridian Wire", f"Harbour Watch, a rights group, says {COUNT}.")


@pytest.mark.parametrize("dateline", ["ROME (Meridian Wire) - ", "ROME /Meridian Wire/ - ", "Rome (Meridian Wire) – "])
def test_a_wire_credit_in_a_dateline_ties_a_story_to_the_wire_and_is_its_proof(dateline: str) -> None:
    claim = total(weighed(WIRED, item("The Lantern", f"{dateline}{AGAIN}.")))
    assert claim.independence == Independence(1, 1)
    assert "carries a story of Meridian Wire" in reasons(claim)
    assert "Meridian Wire" in proofs(claim)


@pytest.mark.parametrize("dateline", ["", "ROME - ", "ROME (Tuesday) - "])
def test_a_story_without_the_credit_is_a_strand_of_its_own(dateline: str) -> None:
    claim = total(weighed(WIRED, item("The Lantern", f"{dateline}{AGAIN}.")))
    assert claim.independence == Independence(1, 2)


@pytest.mark.parametrize(("note", "high"), [("Translated from The Quay Post", 1), ("Seen from The Quay", 2)])
def test_a_translation_marked_as_such_is_no_second_strand(note: str, high: int) -> None:
    found = weighed(item("The Quay Post", f"{COUNT}."), item("The Lantern", note, f"{AGAIN}."))
    assert total(found).independence == Independence(0, high)


@pytest.mark.parametrize(
    ("table", "low"),
    [
        ((), 2),
        ((("Quay Fund", "Harbour Watch"), ("Quay Fund", "Lantern Rights Network")), 1),
        ((("Quay Fund", "Harbour Watch"), ("Other Fund", "Lantern Rights Network")), 2),
    ],
)
def test_parties_of_one_owner_count_once(table: tuple[tuple[str, str], ...], low: int) -> None:
    one = item("The Quay Post", f"Harbour Watch says {COUNT}.")
    other = item("The Lantern", f"Lantern Rights Network says {AGAIN}.")
    claim = total(weighed(one, other, ownership=table))
    assert claim.independence == Independence(low, low)
    assert len(claim.origins) == 2
    assert ("It counts once with Lantern Rights Network" in reasons(claim)) == (low == 1)


REPORTED = item(
    "The Quay Post",
    f"The report “Long Shadows” by Harbour Watch says {COUNT}.",
    "The report “Long Shadows” says that officers threatened relatives of students in Norway.",
)


def test_one_retracted_work_marks_every_claim_that_rests_on_it() -> None:
    found = weighed(REPORTED, item("The Lantern", "Harbour Watch has retracted its report “Long Shadows”."))
    assert {claim.kind: claim.support for claim in found.claims} == {"figure": "retracted", "act": "retracted"}
    assert {origin.standing for claim in found.claims for origin in claim.origins} == {"retracted"}


def test_a_work_that_is_only_presented_marks_none() -> None:
    found = weighed(REPORTED, item("The Lantern", "Harbour Watch has presented its report “Long Shadows”."))
    assert {claim.kind: claim.support for claim in found.claims} == {"figure": "single", "act": "single"}


STATION = "China runs an overseas police station in Oslo."
STEPS = (
    "Police in Oslo opened an investigation into the station on 3 March 2023. "
    "A court in Oslo convicted two men over the station on 4 June 2024."
)


def presence(found: Weighed) -> Claim:
    return next(claim for claim in found.claims if claim.kind == "presence")


def test_proceedings_stand_beside_the_claim_the_latest_first_with_date_authority_and_place() -> None:
    found = weighed(item("The Quay Post", STATION, STEPS))
    told = {one.id: step_data(one) for one in found.resolved}
    texts = {one.id: one.statement.document for one in found.resolved}
    steps = claim_data(presence(found), told, texts, happenings_of(found.happenings))["steps"]
    dates = [step["date"]["start"] for step in steps]
    assert (dates, len(set(dates))) == (sorted(dates, reverse=True), 2)
    assert {place for step in steps for place in step["jurisdiction"]} == {"NO"}
    assert [step["authority"] for step in steps if "investigation" in step["step"]] == ["Police"]


def test_proceedings_elsewhere_do_not_stand_beside_it() -> None:
    found = weighed(item("The Quay Post", STATION, STEPS.replace("Oslo", "Nairobi")))
    assert presence(found).proceedings == ()


ARREST = "Police arrested two men over the station in Oslo on 4 June 2024."
TOLD_AGAIN = "Two men were arrested over the station in Oslo on 4 June 2024."


@pytest.mark.parametrize(("day", "shared"), [("4 June 2024", True), ("4 February 2021", False)])
def test_a_happening_lists_the_documents_that_tell_of_it(day: str, shared: bool) -> None:
    again = TOLD_AGAIN.replace("4 June 2024", day)
    found = weighed(item("The Quay Post", ARREST), item("The Lantern", again))
    document_of = {one.id: one.statement.document for one in found.resolved}
    told = [happening_data(happening, document_of)["documents"] for happening in found.happenings]
    assert (sorted(["the-quay-post", "the-lantern"]) in [sorted(one) for one in told]) == shared


MINISTER = "Norwegian foreign minister Ada Quill said China had closed two police stations in Oslo."


def closed(*items: Item) -> Claim:
    return max(weighed(*items).claims, key=lambda claim: len(claim.statements))


def headed(headline: str, *paragraphs: str) -> Item:
    text = "\n\n".join([headline, *paragraphs])
    layer = plain_layer("lantern", text)
    told = Stated(headline, "first line")
    return layer, Document("lantern", sha256(text.encode()), "text/plain", "lantern", len(text), told)


def test_who_speaks_in_a_headline_is_no_second_party_beside_who_speaks_in_its_text() -> None:
    claim = closed(headed("China has closed two police stations in Oslo, Quay Institute says", MINISTER))
    assert claim.independence.low == 1
    assert "It is a headline; its text has it so: " in reasons(claim)


def test_a_party_that_the_text_names_too_is_a_second_one() -> None:
    also = "Quay Institute said China had closed two police stations in Oslo."
    claim = closed(headed("China has closed two police stations in Oslo, Quay Institute says", MINISTER, also))
    assert claim.independence.low == 2
    assert "It is a headline" not in reasons(claim)
