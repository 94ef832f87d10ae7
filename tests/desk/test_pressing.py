"""What a person reviews first: what would harm most if it left unread."""

from longarm.desk.checks import Check
from longarm.desk.pressing import pressing
from longarm.desk.weigh import weigh
from longarm.model.case import Case, CaseSettings
from longarm.model.reconciliation import Conflict, Reconciliation
from longarm.testing.builders import KEY, Text, case, voice

NOTHING = Reconciliation()


def made(*texts: Text) -> Case:
    state = case(*texts)
    return Case(CaseSettings("A case"), state, weigh(state, KEY))


def charge(path: str, doer: str = "Norway") -> Text:
    text = Text(path)
    text.say("The market opened at nine.", "act")
    text.say(f"{doer} took a clerk from the harbour at night.", "act", method="abduction", actor=doer)
    return text


def ids(text: Text) -> list[str]:
    return [one.id for one in text.built()[2].statements]


def test_an_accusation_without_a_reply_stands_before_what_stands_before_it_in_the_text() -> None:
    text = charge("a")
    (first,) = pressing(made(text), NOTHING, ())
    assert first.statement == ids(text)[1]
    assert first.reason == "It accuses Norway: no reply is in the case, and no origin is proved."


def test_a_deed_that_is_laid_to_nobody_by_name_does_not_press() -> None:
    assert pressing(made(charge("a", "masked men")), NOTHING, ()) == ()


def test_what_is_denied_is_read_beside_its_denial() -> None:
    text = charge("a")
    text.say("Norway took no clerk from the harbour.", "response", method="abduction", polarity="denied",
             voices=[voice("the Norwegian government", cue="denies", attitude="denies")])  # fmt: skip
    (first,) = pressing(made(text), NOTHING, ())
    assert first.reason == "It is denied specifically: read it beside 1 reply."


def test_figures_that_cannot_all_hold_come_first_and_a_statement_once() -> None:
    text = charge("a")
    hard = Reconciliation(conflicts=(Conflict(tuple(ids(text)), "hard", "", "They clash."),))
    found = pressing(made(text), hard, ())
    assert [one.statement for one in found] == ids(text)
    assert all(
        one.reason == "It cannot hold together with 1 other figure: see the conflict under Figures." for one in found
    )


def test_words_with_a_name_that_may_be_of_somebody_public_press_in_their_documents() -> None:
    text = Text("a")
    text.say("Ada Dee spoke at the harbour.", "act")
    document = text.built()[2].statements[0].document
    asked = Check("same-person", "Is it?", (document,), 1, ("Ada Dee", "President Dee"))
    (first,) = pressing(made(text), NOTHING, (asked,))
    assert first.reason == "“Ada Dee” and “President Dee” may be one person: say which."
