"""The grammar of one passage as plain lists, so that rules are quick and know nothing of the parser."""

import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field

from longarm.model.spans import Span


@dataclass(frozen=True, slots=True)
class Parse:
    """A parsed passage: lists of equal length, one place a token; token offsets are those of the text layer.

    Attributes:
        text_id: id of the text layer.
        text: the passage's characters; character `offset + k` of the layer is `text[k]`.
        offset: where the passage starts in the layer.
        passage: index of the passage in the text.
        words, lowers, lemmas: surface, lower case, lower-case lemma.
        pos, tags, deps: coarse part of speech (UPOS), Penn tag, dependency label (CLEAR style).
        heads: index of the head token; a root is its own head.
        starts, ends: character offsets in the text layer.
        sentences: (first token, one past the last).
        entities: (first token, one past the last, label), labels as OntoNotes.
        children: token indices of each token's dependents, in order.
    """

    text_id: str
    text: str
    offset: int
    passage: int
    words: list[str]
    lowers: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]
    entities: list[tuple[int, int, str]]
    children: list[list[int]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """The span of the tokens from first up to, not including, last."""
        start, end = self.starts[first], self.ends[last - 1]
        return self.chars(start, end)

    def chars(self, start: int, end: int) -> Span:
        """The span between two character offsets of the text layer."""
        return Span(self.text_id, start, end, self.text[start - self.offset : end - self.offset])

    def subtree(self, token: int) -> tuple[int, int]:
        """First token and one past the last of all that hangs on a token (its projective extent)."""
        low = high = token
        stack = [token]
        while stack:
            at = stack.pop()
            if at < low:
                low = at
            elif at > high:
                high = at
            stack += self.children[at]
        return low, high + 1

    def hang(self, token: int, head: int) -> None:
        """Hang a token on another, where the parser hung it wrong; on itself to make it the root.

        What hangs on the token itself, at any depth, takes it not: every token leads up to a root, whatever is mended.
        """
        if head != token and token in self.above(head):
            return
        if self.heads[token] != token:
            self.children[self.heads[token]].remove(token)
        self.heads[token] = head
        if head != token:
            self.children[head].append(token)
            self.children[head].sort()

    def above(self, token: int) -> Iterator[int]:
        """The tokens that a token hangs on, itself the first, up to the root."""
        while True:
            yield token
            if self.heads[token] == token:
                return
            token = self.heads[token]

    def sentence_of(self, token: int) -> int:
        """Index of the sentence that a token stands in."""
        for index, (first, last) in enumerate(self.sentences):
            if first <= token < last:
                return index
        raise IndexError(token)

    def token_at(self, char: int) -> int | None:
        """Index of the token that covers a character offset of the layer, or None in white space."""
        index = bisect.bisect_right(self.starts, char) - 1
        return index if index >= 0 and char < self.ends[index] else None
