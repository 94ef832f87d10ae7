"""What holds between the two made-up articles of a setting: one source, one work, one reply; and falls with its cue."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from tests.acceptance.variants import Setting, bare, declaring, settings, text_of

from longarm.core.hashing import sha256
from longarm.desk.reading import plain_layer, read_layers
from longarm.desk.weigh import weigh
from longarm.model.case import State, Weighed
from longarm.model.documents import Document, TextLayer

KEY = b"a key for tests"
SETTINGS = tuple(settings())


@dataclass(frozen=True)
class Line:
    """One thing that must hold between the two articles.

    Attributes:
        without: (paragraph of the second article, words, instead): its cue, taken out.
        holds: whether the weighed case has it.
    """

    name: str
    without: tuple[str, str, str]
    holds: Callable[[Weighed, Setting], bool]


def is_one_source(found: Weighed, s: Setting) -> bool:
    """Both spellings of the watchdog are forms of one source, and each of no other."""
    bearing = [source for source in found.sources if {s.watchdog, s.respelt} & {source.name, *source.aliases}]
    return len(bearing) == 1 and {s.watchdog, s.respelt} <= {bearing[0].name, *bearing[0].aliases}


def is_one_work(found: Weighed, s: Setting) -> bool:
    """The report is one work of that party, cited by both articles and not in the case."""
    works = [work for work in found.works if work.title == s.title]
    return len(works) == 1 and not works[0].documents and len(works[0].cited_by) == 2


def is_reply_to_purpose(found: Weighed, s: Setting) -> bool:
    """The accused state's defence stands beside a claim on what the stations are for."""
    replies = {
        one.id
        for one in found.resolved
        if one.statement.kind == "response" and "useful service" in one.statement.span.words
    }
    return any(claim.kind == "purpose" and replies & set(claim.replies) for claim in found.claims)


LINES = (
    Line("two spellings are one source", ("quote", "said {respelt} in", "said Winter Harvest Forum in"), is_one_source),
    Line("the report is one work that is not in the case", ("title", "{title}", "A Winter Harvest"), is_one_work),
    Line(
        "the defence stands beside the purpose",
        ("reply", "For its part, {state} describes the stations as", "Visitors found the cafes near by"),
        is_reply_to_purpose,
    ),
)


def without_cue(line: Line, s: Setting) -> dict[str, str]:
    """The second article with the line's cue taken out."""
    article = bare(s)
    name, words, instead = line.without
    cue = words.format(respelt=s.respelt, title=s.title, state=s.state)
    assert cue in article[name]
    return {**article, name: article[name].replace(cue, instead, 1)}


def item(name: str, paragraphs: dict[str, str]) -> tuple[TextLayer, Document]:
    """One article as a document of a case."""
    text = text_of(paragraphs)
    return plain_layer(name, text), Document(name, sha256(text.encode()), "text/plain", name, len(text))


@pytest.fixture(scope="module")
def cases() -> dict[tuple[int, str], Weighed]:
    """Every pair as it is ("") and without the cue of each line, read in one go."""
    wanted = {
        (number, name): [item(f"{number} {name} a", declaring(s)), item(f"{number} {name} b", second)]
        for number, s in enumerate(SETTINGS)
        for name, second in (("", bare(s)), *((line.name, without_cue(line, s)) for line in LINES))
    }
    readings = iter(list(read_layers((pair for pairs in wanted.values() for pair in pairs), KEY)))
    found = {}
    for key, pairs in wanted.items():
        layers, documents = zip(*pairs, strict=True)
        found[key] = weigh(State(tuple(documents), tuple(layers), tuple(next(readings) for _ in pairs)), KEY)
    return found


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)
def test_a_line_holds_with_its_cue_and_falls_without_it(cases: dict[tuple[int, str], Weighed], line: Line) -> None:
    missing = [n for n, s in enumerate(SETTINGS) if not line.holds(cases[n, ""], s)]
    standing = [n for n, s in enumerate(SETTINGS) if line.holds(cases[n, line.name], s)]
    assert (missing, standing) == ([], [])
