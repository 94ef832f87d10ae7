"""What is said of an origin names others behind the claim; nobody masked is named so."""

from longarm.desk.weigh import weigh
from longarm.model.case import Case, CaseSettings
from longarm.protect.release import release
from longarm.testing.builders import KEY, Text, case, voice

WORLD = ("the world", "m49:001")


def told(path: str, person: str, number: int) -> Text:
    text = Text(path)
    text.name(person)
    words = f"{person} said there are {number} stations."
    said = voice(person, cue="said", mention=person)
    counted = {"number": str(number), "low": number, "high": number, "measure": "station"}
    text.say(words, method="overseas-station", places=[WORLD], voices=[said], **counted)  # type: ignore[arg-type]
    return text


def test_a_short_surname_of_another_text_is_masked_in_what_is_said_of_an_origin() -> None:
    state = case(told("a.txt", "Jenna Quorrel", 54), told("b.txt", "Ou", 60))
    weighed = weigh(state, KEY)
    said = [words for claim in weighed.claims for origin in claim.origins for words in (origin.note, *origin.why)]
    assert any("another number than that of Ou" in words for words in said)
    public = release(Case(CaseSettings("A case"), state, weighed), KEY)
    told_of = [words for claim in public.claims for origin in claim.origins for words in (origin.note, *origin.why)]
    assert any("another number than that of [person" in words for words in told_of)
    assert not any("Ou" in words or "Quorrel" in words for words in told_of)
