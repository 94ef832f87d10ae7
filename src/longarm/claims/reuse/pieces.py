"""The sentences of a case as text reuse compares them: stems of words, names and numbers apart, quotations left out.

Two reporters who tell the same facts share names, numbers and quotations without having copied; what only copying
explains are the other words and their order.
"""

import re
from collections.abc import Iterator, Mapping
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
        kind: of its passage.
        span: its words in the text layer.
        stems: of all words outside long quotations, in order.
        content: stems of the words that are neither grammar nor names nor numbers, in order.
        telling: stems of the words that are also no words of the subject, in order.
        facts: names and numbers.
    """

    document: str
    passage: int
    kind: str
    span: Span
    stems: tuple[str, ...]
    content: tuple[str, ...]
    telling: tuple[str, ...]
    facts: frozenset[str]

    @property
    def is_running(self) -> bool:
        """Whether it stands in running text, not in a heading or beside the text."""
        return self.kind in KINDS

    @property
    def is_sign(self) -> bool:
        """Whether it stands in running text and has words enough for its repetition to show anything."""
        return self.is_running and (len(self.telling) >= LEAST or len(self.stems) >= LONG)


def pieces(passages: Mapping[str, tuple[Passage, ...]]) -> dict[str, tuple[Piece, ...]]:
    """All sentences of a case by document id, each read once."""
    return {document: tuple(_of_document(document, held)) for document, held in passages.items()}


def _of_document(document: str, passages: tuple[Passage, ...]) -> Iterator[Piece]:
    for index, passage in enumerate(passages):
        for start, end in sentences(passage.span.words):
            yield _piece(document, index, passage, start, end)


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
    return _piece("", 0, Passage(Span("", 0, len(text), text), "paragraph"), 0, len(text))


def _piece(document: str, index: int, passage: Passage, start: int, end: int) -> Piece:
    text, at = passage.span.words[start:end], passage.span.start
    span = Span(passage.span.text, at + start, at + end, text)
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    kept = [t for t in tokens(text) if not any(first <= t.start and t.end <= last for first, last in quoted)]
    lists, subject = words.load(), topics.stems()
    facts = frozenset(token.form for token in kept if _is_fact(token, text))
    own = (t.form for t in kept if t.form not in lists.stop and t.form not in facts and len(t.form) > 1)
    content = tuple(words.stem(form) for form in own)
    telling = tuple(stem for stem in content if stem not in lists.common and stem not in subject)
    return Piece(document, index, passage.kind, span, tuple(words.stem(t.form) for t in kept), content, telling, facts)


def _is_fact(token: Token, text: str) -> bool:
    """A number, or a word with a capital that does not begin the sentence."""
    if text[token.start].isupper() and token.start > 2:
        return True
    return not token.form.isalpha() and any(char.isdigit() for char in token.form)
