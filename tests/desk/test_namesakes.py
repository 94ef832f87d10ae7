"""Whether a masked name is somebody public is asked, and never decided by the name."""

import dataclasses

import pytest

from longarm.desk.namesakes import namesakes
from longarm.desk.weigh import weigh
from longarm.model.case import Case, CaseSettings
from longarm.model.settled import Settled
from longarm.testing.builders import KEY, Text, case


def made(public: str, *others: str) -> Case:
    texts = []
    for number, name in enumerate((public, *others)):
        text = Text(f"{number}.txt")
        text.say("A president spoke of the office.", "act")
        text.name(name)
        texts.append(text)
    state = case(*texts)
    return Case(CaseSettings("A case", public_people=((public, "head of state"),)), state, weigh(state, KEY))


@pytest.mark.parametrize(
    ("public", "other", "is_asked"),
    [
        ("President Dee", "Ada Dee", True),
        ("Ada Dee", "A. Dee", True),
        ("Ada Dee", "Ada M. Dee", False),
        ("Ada Dee", "Bo Dee", False),
        ("Ada Dee", "Ada Roe", False),
    ],
)
def test_a_masked_name_with_the_last_name_of_somebody_public_is_asked_about(public, other, is_asked) -> None:
    found = list(namesakes(made(public, other)))
    assert bool(found) is is_asked
    if found:
        assert f"“{other}” is masked" in found[0].sentence and found[0].kind == "same-person"


def test_what_was_decided_is_not_asked_again() -> None:
    opened = made("President Dee", "Ada Dee")
    settled = dataclasses.replace(Settled(), namings={"Ada Dee": ()})
    assert list(namesakes(dataclasses.replace(opened, settled=settled))) == []
