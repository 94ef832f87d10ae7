"""The sentences of a case as text reuse compares them: stems of words, names and numbers apart, quotations left out.

Two reporters who tell the same facts share names, numbers and quotations without having copied; what only copying
explains are the other words and their order.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from longarm.claims import topics, words
from longarm.core.shingles import Token, tokens
from longarm.model.documents import Passage
from longarm.model.spans import Span

LONG = 9  # words of a sentence that hardly repeats another in nearly the same order by chance
LEAST = 4  # telling words below which a sentence is too common to show anything
KINDS = frozenset({"paragraph", "quotation", "list-item", "caption", "update-note"})
_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z\d])")
_SHORT = re.compile(r"(?:^|[\s(])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|No|Gen|Sen|Rep|Lt|Col|Jr|Sr|vs|etc)\.$")
_QUOTED = re.compile(r"[\"“][^\"“”]{25,}(?:[\"”]|$)")


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence.

    Attributes:
        passage: 0-based index of its passage in the document.
        span: its words in the text layer.
        stems: of all words outside long quotations, in order.
        content: stems of the words that are neither grammar nor names nor numbers, in order.
        telling: stems of the words that are also no words of the subject, in order.
        facts: names and numbers.
    """

    document: str
    passage: int
    span: Span
    stems: tuple[str, ...]
    content: tuple[str, ...]
    telling: tuple[str, ...]
    facts: frozenset[str]


def pieces(passages: Mapping[str, tuple[Passage, ...]], order: Iterable[str]) -> Iterator[Piece]:
    """The sentences of documents in the order given; those with too few telling words are left out."""
    for document in order:
        for index, passage in enumerate(passages.get(document, ())):
            if passage.kind in KINDS:
                for start, end in sentences(passage.span.words):
                    made = _piece(document, index, passage.span, start, end)
                    if len(made.telling) >= LEAST or len(made.stems) >= LONG:
                        yield made


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a passage begin and end."""
    start = 0
    for match in _END.finditer(text):
        if _SHORT.search(text[start : match.start()]):
            continue
        yield start, match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def piece(text: str) -> Piece:
    """A text alone, as one piece."""
    return _piece("", 0, Span("", 0, len(text), text), 0, len(text))


def _piece(document: str, index: int, passage: Span, start: int, end: int) -> Piece:
    text = passage.words[start:end]
    span = Span(passage.text, passage.start + start, passage.start + end, text)
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    kept = [t for t in tokens(text) if not any(first <= t.start and t.end <= last for first, last in quoted)]
    stop = words.load().stop
    facts = frozenset(token.form for token in kept if _is_fact(token, text))
    content = tuple(words.stem(t.form) for t in kept if t.form not in stop | facts and len(t.form) > 1)
    telling = tuple(stem for stem in content if stem not in words.load().common and stem not in topics.stems())
    return Piece(document, index, span, tuple(words.stem(t.form) for t in kept), content, telling, facts)


def _is_fact(token: Token, text: str) -> bool:
    """A number, or a word with a capital that does not begin the sentence."""
    first = text[token.start]
    return any(char.isdigit() for char in token.form) or (first.isupper() and token.start > 2)
