from longarm.claims.proceedings import LISTED
from longarm.desk.weigh import weigh
from longarm.testing.builders import KEY, Text, case

OSLO, TORONTO = ("Oslo", "gn:3143244"), ("Toronto", "gn:6167865")


def told(path: str, year: int) -> Text:
    """A station in Oslo with an arrest there told in the next paragraph."""
    text = Text(path)
    text.say("China runs an office.", "presence", method="overseas-station", operator="China", places=[OSLO])
    text.say("A man was arrested.", "legal", method="arrest", places=[OSLO],
             period=(f"in {year}", str(year), str(year)))  # fmt: skip
    return text


def test_claims_at_one_place_share_the_latest_steps_and_none_loses_those_of_its_own_documents() -> None:
    texts = [told(f"{year}", year) for year in range(1900, 1900 + LISTED + 10)]
    lone = Text("z")
    lone.say("Agents watched families at night there.", "act", method="overseas-station", actor="China",
             places=[OSLO])  # fmt: skip
    found = weigh(case(*texts, lone), KEY)
    steps = [text.built()[2].statements[1].id for text in texts]
    (office,) = [claim for claim in found.claims if claim.kind == "presence"]
    (watched,) = [claim for claim in found.claims if claim.kind == "act"]
    assert list(office.proceedings) == steps[::-1]
    assert list(watched.proceedings) == steps[: -LISTED - 1 : -1]


def test_a_step_of_another_case_told_next_to_a_claim_does_not_stand_beside_it() -> None:
    office = Text("a")
    office.say("China runs an office.", "presence", method="overseas-station", operator="China", places=[OSLO])
    other = office.say("A clerk was charged with fraud.", "legal", method="charge")
    office.say("It runs one there too.", "presence", method="overseas-station", operator="China", places=[TORONTO])
    claims = [one for one in weigh(case(office), KEY).claims if one.kind == "presence"]
    assert len(claims) == 2 and not any(other in one.proceedings for one in claims)


def test_a_step_that_names_no_place_stands_beside_what_its_party_is_said_to_do() -> None:
    office = Text("a")
    office.say("China runs an office.", "presence", method="overseas-station", operator="China", places=[OSLO])
    step = office.say("A clerk was charged with acting for China.", "legal", method="charge", actor="China")
    (claim,) = [one for one in weigh(case(office), KEY).claims if one.kind == "presence"]
    assert claim.proceedings == (step,)
