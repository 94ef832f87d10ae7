"""Clauses: each token belongs to one clause, and a clause asserts one thing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.model.documents import Passage
from longarm.model.spans import Span
from longarm.statements.clauses import clauses
from longarm.statements.parser import parse


def clause_words(text: str) -> list[str]:
    (parsed,) = parse([Passage(Span.of("t", text, 0, len(text)), "paragraph")])
    return [" ".join(parsed.words[token] for token in clause.tokens) for clause in clauses(parsed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The group said that agents follow exiles.", ["The group said", "agents follow exiles"]),
        ("Agents follow and threaten exiles.", ["Agents follow and threaten exiles"]),
        (
            "The stations break the law, and may harm the country.",
            ["The stations break the law", "may harm the country"],
        ),
        ("Spain has nine of them and Italy has four.", ["Spain has nine of them", "Italy has four"]),
        ("Officers questioned the brother and the sister.", ["Officers questioned the brother and the sister"]),
        ("They wanted her to give up her post.", ["They wanted her to give up her post"]),
        ("The judge did not let her speak.", ["The judge did not let her speak"]),
        ("Exiles had their accounts closed.", ["Exiles had their accounts closed"]),
        ("They watched the house and stepped in.", ["They watched the house", "stepped in"]),
        (
            "The office is run by the police of Minsk and is the only one in the country.",
            ["The office is run by the police of Minsk", "is the only one in the country"],
        ),
    ],
)
def test_a_sentence_falls_into_its_clauses(text: str, expected: list[str]) -> None:
    assert clause_words(text) == expected


WORDS = st.sampled_from(
    [
        "agents",
        "follow",
        "exiles",
        "who",
        "said",
        "that",
        "because",
        ",",
        "and",
        "if",
        "it",
        "was",
        "(",
        ")",
        '"',
        "home",
        "in",
        "Lyon",
        "they",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=25))
def test_no_token_belongs_to_two_clauses_and_no_clause_is_empty(words: list[str]) -> None:
    text = " ".join(words)
    (parsed,) = parse([Passage(Span.of("t", text, 0, len(text)), "paragraph")])
    found = clauses(parsed)
    owned = [token for clause in found for token in clause.tokens]
    assert len(owned) == len(set(owned))
    assert all(clause.tokens and clause.head in range(len(parsed)) for clause in found)
    assert all(clause.parent < len(found) for clause in found)
