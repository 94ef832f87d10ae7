"""Copies of one sentence answer one question, however few telling words their clauses have."""

from longarm.desk.weigh import weigh
from longarm.model.claims import Claim
from longarm.testing.builders import KEY, Text, case

OSLO, LIMA = ("Oslo", "gn:3143244"), ("Lima", "gn:3936456")


def acts(*texts: Text, kind: str = "act") -> list[Claim]:
    return [one for one in weigh(case(*texts), KEY).claims if one.kind == kind]


def told(path: str, sentence: str, clause: str, kind: str = "act") -> Text:
    text = Text(path)
    text.say(sentence, kind, clause=clause)
    return text


SENTENCE = "The clerk left Harbour Lane on a ferry, but he was questioned by guards on the pier."


def test_the_same_clause_of_a_copied_sentence_is_one_question() -> None:
    found = acts(told("a", SENTENCE, "he was questioned"), told("b", SENTENCE, "he was questioned"))
    assert [len(one.statements) for one in found] == [2]
    assert "word for word" in found[0].judgements[0].reason


def test_the_same_few_words_of_two_sentences_are_two() -> None:
    other = "The bailiff of the fish market came home by train and then he was questioned over a missing crate."
    assert len(acts(told("a", SENTENCE, "he was questioned"), told("b", other, "he was questioned"))) == 2


def test_a_sentence_that_any_text_may_have_joins_nothing() -> None:
    plain = "He was arrested by police today."
    assert len(acts(told("a", plain, "He was arrested"), told("b", plain, "He was arrested"))) == 2


def test_what_only_arrests_share_makes_no_two_arrests_one() -> None:
    one, other = Text("a"), Text("b")
    one.say("Police arrested people.", "legal", stage="arrest", places=[OSLO])
    other.say("The people were arrested.", "legal", stage="arrest")
    assert len(acts(one, other, kind="legal")) == 2


def test_what_was_foiled_is_not_told_by_what_came_about() -> None:
    one, other = Text("a"), Text("b")
    one.say("The flautist foiled a removal over the harbour border this morning.", "act")
    other.say("The flautist met a removal over the harbour border this morning.", "act")
    assert len(acts(one, other)) == 2


def test_the_method_of_a_text_keeps_no_two_steps_apart() -> None:
    one, other = Text("a"), Text("b")
    said = "A magistrate heard the harbour clerk over lists of fishermen."
    one.say(said, "legal", method="abduction")
    other.say(said.replace("heard", "has heard"), "legal", method="threats-in-person")
    assert len(acts(one, other, kind="legal")) == 1
