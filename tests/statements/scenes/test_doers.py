"""Doers: a state that acts against a deed, or against those suspected of it, is not who did it."""

import pytest

from longarm.desk.reading import read_text

LEAD = "Belarus runs overseas police stations and threatens exiles abroad.\n\n"


def deeds(text: str) -> list[tuple[str, str, str, str]]:
    """Kind, method, actor and operator of the acts and purposes after the lead."""
    told = [s for s in read_text(LEAD + text)["statements"] if s["span"]["start"] >= len(LEAD)]
    asserted = [s for s in told if s["kind"] in ("act", "purpose")]
    return [(s["kind"], s["method"], s["roles"]["actor"], s["roles"]["operator"]) for s in asserted]


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian authorities order expulsion of Belarusian agents responsible for spying on dissidents",
        "Norwegian authorities ordered out eight Belarusian nationals suspected of spying on dissidents.",
        "Norway announced the removal of two Belarusian officers accused of harassing exiles.",
        "Norway opposes the surveillance of exiles by Belarus.",
        "A Norwegian ministry documented forty cases of harassment of exiles.",
        "Norway raised concern over the intimidation of exiles.",
    ],
)
def test_who_acts_against_a_deed_or_tells_of_it_did_not_do_it(text: str) -> None:
    assert not [deed for deed in deeds(text) if deed[1] and "Norw" in deed[2]]


def test_agents_said_to_have_spied_are_the_actors_and_not_the_state_that_expels_them() -> None:
    text = "Norwegian authorities named Belarusian agents responsible for spying on dissidents"
    assert [actor for _, method, actor, _ in deeds(text) if method] == ["Belarusian agents"]


@pytest.mark.parametrize("verb", ["combat", "counter", "prevent", "tackle", "deter"])
def test_acting_against_a_method_is_no_purpose_of_using_it(verb: str) -> None:
    found = deeds(f"Norway set up a task force to {verb} the intimidation of exiles.")
    assert ("purpose", "", "Norway", "") in found
    assert not [method for _, method, _, _ in found if method]


def test_opposition_to_a_method_is_no_act_of_it() -> None:
    found = deeds("Norway expressed strong opposition to intimidating and silencing exiles.")
    assert not [method for _, method, _, _ in found if method]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Belarus stepped up its surveillance of exiles.", "Belarus"),
        ("Belarusian agents fought dissent by harassing exiles in Norway.", "Belarusian agents"),
        ("Belarusian agents infected the phones of dissidents with spyware.", "Belarusian agents"),
    ],
)
def test_who_does_the_deed_stays_its_actor(text: str, actor: str) -> None:
    assert actor in [who for _, method, who, _ in deeds(text) if method]


@pytest.mark.parametrize(
    "text",
    [
        "The relatives of 12 activists detained at sea gave a press conference.",
        "Relatives of an activist held a press conference in Oslo.",
    ],
)
def test_relatives_of_the_detained_who_speak_out_suffer_nothing_by_it(text: str) -> None:
    assert "coercion-by-proxy" not in {method for _, method, _, _ in deeds(text)}


def test_relatives_detained_themselves_are_coerced() -> None:
    assert "coercion-by-proxy" in {m for _, m, _, _ in deeds("Agents detained the parents of the exile.")}


def test_who_foils_a_plot_did_not_have_its_aim() -> None:
    found = deeds("Norwegian police foiled a plot to kidnap an exile.")
    assert [actor for kind, _, actor, _ in found if kind == "purpose"] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Norway tipped off Sweden about a Belarusian plan to attack exiles.",
        "Norwegian police received word of a threat to the lives of exiles.",
        "A Norwegian laboratory flagged a phishing campaign against exiles.",
        "A Norwegian court sentenced the founder of a firm for his role in the use of spyware.",
        "A Norwegian envoy was questioned by agents and threatened in Oslo.",
        "Norwegian envoy questioned by agents and threatened with abduction after being snatched off streets",
        "The Norwegian treasury took three men off a list who are tied to the firm behind a spyware.",
    ],
)
def test_only_a_verb_of_doing_makes_its_subject_who_did_the_deed(text: str) -> None:
    assert not [deed for deed in deeds(text) if deed[1] and "Norw" in deed[2]]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Belarus was behind the poisoning of the exile.", "Belarus"),
        ("Belarus has been accused of poisoning the exile.", "Belarus"),
        ("The journalist was followed and threatened by Belarusian agents.", "Belarusian agents"),
        ("Belarus defended its surveillance of exiles.", "Belarus"),
        ("Belarus ran a campaign of harassment against exiles.", "Belarus"),
    ],
)
def test_a_deed_told_in_a_noun_or_undergone_keeps_who_did_it(text: str, actor: str) -> None:
    assert actor in [who for _, method, who, _ in deeds(text) if method]


def test_an_aim_of_others_is_no_aim_of_the_state_that_runs_the_offices() -> None:
    found = deeds("Norwegian prosecutors stepped in, as part of an effort to disrupt the search for exiles.")
    assert not [operator for _, _, _, operator in found if operator]


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian ministry denounced a campaign aimed at mobilising spyware against exiles.",
        "Men threw dye used as a disinfectant at an exile outside his office.",
    ],
)
def test_the_aim_of_what_somebody_speaks_of_is_not_his(text: str) -> None:
    assert not [deed for deed in deeds(text) if deed[0] == "purpose" and ("Norw" in deed[2] or deed[3])]


@pytest.mark.parametrize(
    "text",
    [
        "A Norwegian court sentenced the clerk to serve eight years, in a bid to deter the harassment of exiles.",
        "Sweden wants Norway to release the exiles held under surveillance.",
    ],
)
def test_what_is_imposed_or_demanded_is_nobodys_aim(text: str) -> None:
    assert not [deed for deed in deeds(text) if deed[0] == "purpose" and deed[1] and "Norw" in deed[2]]
