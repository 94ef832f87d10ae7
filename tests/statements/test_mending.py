"""Mending: the parser's usual mistakes are set right, and nothing else is touched."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.model.documents import Passage
from longarm.model.spans import Span
from longarm.statements.mending import mend
from longarm.statements.parse import Parse
from longarm.statements.parser import parse


def parsed(text: str) -> Parse:
    return next(iter(parse([Passage(Span("t", 0, len(text), text), "paragraph")])))


def edges(text: str) -> set[tuple[str, str, str]]:
    """(word, label, head) of every token."""
    found = parsed(text)
    return {(found.words[t], found.deps[t], found.words[found.heads[t]]) for t in range(len(found))}


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ('The minister said that Iran had closed reported "police stations" in Porto.', ("stations", "dobj", "closed")),
        ("Iran denies that it hacked the exiles and says that they have no proof.", ("says", "conj", "denies")),
        ("She says that it hacked the exiles and followed them.", ("followed", "conj", "hacked")),
        ("He could confirm that the police had not, to date, found evidence of spying.", ("police", "nsubj", "found")),
        ("The government had no comment; the prince has denied involvement.", ("had", "parataxis", "denied")),
        ("China respects the law, and the foreign centers asked about do not exist.", ("exist", "conj", "respects")),
        ("40 suspected Example supporters have been flown to Minsk.", ("supporters", "nsubjpass", "flown")),
        ("Update (3 May): The embassy says that it was closed.", ("Update", "dep", "says")),
        ("Phones infected with spyware", ("Phones", "nsubjpass", "infected")),
        ("Relatives of exiled editor questioned in Hanoi", ("Relatives", "nsubjpass", "questioned")),
        ("Police charged the uncle of a singer, a man of 60, with spying.", ("with", "prep", "charged")),
        ("Police have charged the uncle of an exiled singer with spying on refugees.", ("with", "prep", "charged")),
        ("A memo leaked to Harbour Radio says that agents came.", ("Radio", "pobj", "to")),
        ("The aim, said one professor, is to intimidate critics.", ("aim", "nsubj", "is")),
        ("Exiles were seen, a lawyer for two of them claimed on Friday.", ("lawyer", "nsubj", "claimed")),
        ("Asked by Senator Rau, the head of the agency said two had been shut.", ("head", "nsubj", "said")),
        ("About a third said relatives at home had been threatened.", ("third", "nsubj", "said")),
    ],
)
def test_a_usual_mistake_is_set_right(text: str, edge: tuple[str, str, str]) -> None:
    assert edge in edges(text)


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("A new report revealed on Tuesday that agents had come.", ("report", "nsubj", "revealed")),
        ("A Harbour Watch study names Belarus as the worst of 48 states.", ("study", "nsubj", "names")),
        ("A Far Shore study names Belarus as the worst of 48 states.", ("study", "nsubj", "names")),
    ],
)
def test_a_report_that_reveals_is_the_subject(text: str, edge: tuple[str, str, str]) -> None:
    assert edge in edges(text)
    found = parsed(text)
    for token, head in enumerate(found.heads):
        assert head == token or token in found.children[head]


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("The minister reported three thefts in Porto.", ("thefts", "dobj", "reported")),
        ("The guards have found traces of it.", ("guards", "nsubj", "found")),
        ("The prince said it was over; nobody came.", ("was", "ccomp", "said")),
    ],
)
def test_what_is_right_stays(text: str, edge: tuple[str, str, str]) -> None:
    assert edge in edges(text)


def test_heads_and_children_agree_after_mending() -> None:
    found = parsed("40 suspected Example supporters have been flown to Minsk; the prince has denied involvement.")
    for token, head in enumerate(found.heads):
        assert head == token or token in found.children[head]
        assert all(found.heads[child] == token for child in found.children[token])


def test_a_lie_that_nobody_believed_stays_described() -> None:
    assert ("believed", "relcl", "lie") in edges("The minister told a lie that nobody believed.")


PIECES = (
    "alleged",
    "that",
    "Human Rights Watch",
    "Reporters Without Borders",
    "30 calls",
    "said",
    "by",
    "has",
    ",",
    "report",
)
TAGS = ("VBN", "VBD", "VBZ", "NNS", "NN", "NNP", "CD", "IN", "JJ")
DEPS = (
    "aux",
    "agent",
    "pobj",
    "relcl",
    "xcomp",
    "ccomp",
    "acl",
    "advcl",
    "nsubj",
    "nummod",
    "mark",
    "dobj",
    "conj",
    "punct",
)


@st.composite
def trees(draw: st.DrawFn) -> Parse:
    """Any tree over words, tags and labels that mending looks for, however little it is English."""
    words = " ".join(draw(st.lists(st.sampled_from(PIECES), min_size=2, max_size=6))).split()
    order = draw(st.permutations(range(len(words))))
    heads = [0] * len(words)
    for place, token in enumerate(order):
        heads[token] = order[draw(st.integers(0, place - 1))] if place else token
    tags = [draw(st.sampled_from(TAGS)) for _ in words]
    deps = ["ROOT" if heads[t] == t else draw(st.sampled_from(DEPS)) for t in range(len(words))]
    pos = ["VERB" if tag[0] == "V" else "PROPN" if tag == "NNP" else "NOUN" for tag in tags]
    text, lowers = " ".join(words), [word.lower() for word in words]
    starts = [len(" ".join(words[:t])) + bool(t) for t in range(len(words))]
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    children = [[t for t in range(len(words)) if heads[t] == over != t] for over in range(len(words))]
    sentences = [(0, len(words))]
    return Parse("t", text, 0, 0, words, lowers, lowers, pos, tags, deps, heads, starts, ends, sentences, [], children)


@settings(max_examples=400)
@given(trees())
def test_whatever_is_mended_every_token_leads_up_to_a_root(tree: Parse) -> None:
    mended = mend(tree)
    for token in range(len(mended)):
        seen = {token}
        while mended.heads[token] != token:
            assert token in mended.children[mended.heads[token]]
            token = mended.heads[token]
            assert token not in seen
            seen.add(token)
