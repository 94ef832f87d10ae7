from typing import Any

from longarm.desk.weigh import weigh
from longarm.model.case import Case, CaseSettings
from longarm.model.interchange.case import case_data
from longarm.testing.builders import KEY, Text, case, voice

QUOTED = "“These counters avoid the courts and may break the law of every state that is concerned by them,”"
ALTERED = QUOTED.replace(" may break", " break")


def exported(*texts: Text) -> dict[str, Any]:
    state = case(*texts)
    return case_data(Case(CaseSettings("Harbour"), state, weigh(state, KEY)))


def test_every_span_of_a_tie_and_of_a_drift_names_its_document_and_stands_there() -> None:
    a, b = Text("a"), Text("b")
    for text, words in ((a, QUOTED), (b, ALTERED)):
        text.say(f"{words} said Harbour Watch.", "quotation", clause=words, voices=[voice("Harbour Watch", cue="said")])
    data = exported(a, b)
    texts = {document.id: layer.text for document, layer, _ in (a.built(), b.built())}
    (claim,) = data["claims"]
    spans = [span for origin in claim["origins"] for proof in origin["proof"] for span in proof]
    marks = [mark for drift in claim["drift"] for mark in drift["marks"]]
    assert {span["document"] for span in spans} == set(texts)
    assert marks
    for span in (*spans, *marks):
        assert texts[span["document"]][span["start"] : span["end"]] == span["words"]


def test_a_step_of_proceedings_is_exported_with_date_authority_and_jurisdiction() -> None:
    a = Text("a")
    day = ("on 17 April 2023", "2023-04-17", "2023-04-17")
    said = [voice("Quay police", cue="said")]
    told = a.say("Two were arrested.", "legal", method="arrest", places=[("Kenya", "KE")], said_at=day, voices=said)
    (claim,) = exported(a)["claims"]
    (step,) = claim["steps"]
    assert (step["statement"], step["step"], step["jurisdiction"]) == (told, "arrest", ["KE"])
    assert (step["date"]["start"], step["authority"]) == ("2023-04-17", "Quay police")
    assert claim["proceedings"] == [told]


DAY = ("on 17 April 2023", "2023-04-17", "2023-04-17")
BROOKLYN = ("Brooklyn", "gn:5110302")


def told_twice(path: str, *, place: bool) -> Text:
    text = Text(path)
    text.say("China runs an office in Brooklyn.", "presence", method="overseas-station", operator="China",
             places=[BROOKLYN])  # fmt: skip
    text.say("Two men were arrested at the office.", "legal", method="arrest", said_at=DAY,
             places=[BROOKLYN] if place else ())  # fmt: skip
    return text


def test_a_step_told_by_two_documents_is_one_step_with_both_statements_and_the_reason() -> None:
    a, b = told_twice("a", place=True), told_twice("b", place=False)
    data = exported(a, b)
    steps = [text.built()[2].statements[1].id for text in (a, b)]
    (office,) = [claim for claim in data["claims"] if claim["kind"] == "presence"]
    (step,) = office["steps"]
    assert sorted(step["statements"]) == sorted(office["proceedings"]) == sorted(steps)
    assert "agree and nothing stated differs" in step["why"][0]
    assert (step["step"], step["jurisdiction"]) == ("arrest", ["US"])


def test_happenings_name_their_documents_and_documents_their_happenings() -> None:
    texts = [told_twice("a", place=True), told_twice("b", place=False), Text("c")]
    texts[2].say("Relatives were questioned in Kenya.", "act", method="coercion-by-proxy", places=[("Kenya", "KE")])
    data = exported(*texts)
    said = {one: happening["id"] for happening in data["happenings"] for one in happening["statements"]}
    assert len(data["happenings"]) == len({*said.values()}) == 2
    for document in data["documents"]:
        mine = [
            said[one["id"]] for one in data["statements"] if one["document"] == document["id"] and one["id"] in said
        ]
        assert document["happenings"] == mine != []
        held = [happening["id"] for happening in data["happenings"] if document["id"] in happening["documents"]]
        assert held == mine
