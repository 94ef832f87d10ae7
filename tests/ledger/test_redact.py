"""Entries without names: also in what stands around the statement that a decision was made on."""

from longarm.ledger.redact import Redaction, strings
from longarm.model.entries import Entry
from longarm.protect.masking import mask
from longarm.protect.names import Names, Person

DOCUMENT = "doc-00000000000000aa"


def _redact(text: str, document: str | None) -> str:
    """A surname alone gives somebody away only in the documents that give the name in full."""
    return text.replace("Quandt", "[sealed person 1]") if document == DOCUMENT else text


def test_the_words_around_an_anchor_are_those_of_its_document() -> None:
    statement = {"id": "s-00000000000000aa", "document": DOCUMENT, "kind": "act"}
    other = {"id": "s-00000000000000bb", "document": "doc-00000000000000bb", "kind": "act"}
    anchors = [
        {"statement": other, "before": "said Quandt", "after": ""},
        {"statement": statement, "before": "Ms Quandt said: ", "after": ", Ms Quandt said."},
    ]
    entry = Entry("judged", "decision", "dec-1", {"anchors": anchors}, "Mara", "2026-01-01", "", 7)
    made = Redaction(_redact, {}, {}).entry(entry)
    assert "said Quandt" in list(strings(made.body["anchors"][0]))
    assert not any("Quandt" in text for text in strings(made.body["anchors"][1]))


def test_a_name_that_the_words_around_an_anchor_cut_is_not_left_in_part() -> None:
    text = "The letter went to someone called Annika Quandtenberg, then 9 offices closed."
    masked = mask(text, Names([Person("[sealed person 1]", ("Annika Quandtenberg",), frozenset({DOCUMENT}))]), DOCUMENT)
    start = text.index("9 offices")
    span = {"text": "text-1", "start": start, "end": start + 9, "words": "9 offices"}
    anchor = {
        "statement": {"document": DOCUMENT, "span": span},
        "before": text[start - 19 : start],
        "after": " closed.",
    }
    entry = Entry("judged", "decision", "dec-1", {"anchors": [anchor]}, "Mara", "2026-01-01", "", 7)
    made = Redaction(lambda words, _: words, {"text-1": masked}, {}).entry(entry).body["anchors"][0]
    assert "uandt" in anchor["before"] and "uandt" not in str(made)
    assert made["after"] == " closed."
