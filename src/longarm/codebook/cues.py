"""Finding the codebook's cues in a row of lemmas: one walk over the tokens for all cues of all entries."""

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from longarm.codebook.loader import methods, named_words, responses

LONGEST_GAP = 3  # words that a `*` may stand for
CACHED_WORDS = 20_000
_GAP = "*"
_PASSED_OVER = frozenset("\"'“”‘’«»()[]-–*") | {"``", "''"}  # no words: "harass 'wanted' nationals", "self-censorship"
# Adverbs that change no cue: "complaints were also filed".
_PASSED_OVER |= {"also", "already", "now", "later", "recently", "reportedly", "allegedly", "officially", "subsequently"}


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found.

    Attributes:
        entry: id of the method or response.
        cue: as the codebook writes it.
        first, last: index of its first token, and one past its last.
        weight: how many words of the cue matched; more is more specific.
        rank: place of the entry in its file; lower wins between equals.
    """

    entry: str
    cue: str
    first: int
    last: int
    weight: int
    rank: int


@dataclass(slots=True)
class _Node:
    """What cues that begin alike go on with, by word, and those that end here: entry, cue, rank."""

    after: dict[str, "_Node"] = field(default_factory=dict)
    ends: list[tuple[str, str, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Row:
    """The words of a row that are not passed over: their places in it, and the forms in which each may match."""

    words: list[int]
    forms: list[tuple[str, ...]]


class CueIndex:
    """Cues of many entries as one tree of words, so that the time to look grows with the text and not with the cues.

    Quotation marks, brackets and hyphens are passed over: they are no words.
    """

    def __init__(self, entries: Iterable[tuple[str, Sequence[str]]]) -> None:
        """Args: entries: (id, cues) in the order that decides between equals."""
        self._root = _Node()
        self._lasts: set[str] = set()
        for rank, (entry, cues) in enumerate(entries):
            for cue in cues:
                self._add(entry, cue, rank)

    def find(self, lemmas: Sequence[str], lowers: Sequence[str] = ()) -> tuple[Hit, ...]:
        """Every cue in the row, by first token, then from the most specific to the least.

        Args:
            lemmas: lower-case lemmas of one sentence or clause.
            lowers: the words themselves in lower case; a cue's word may match either ("Stations" in a title is its
                own lemma), and the plural in -s of what it names.
        """
        others, after = lowers or lemmas, self._root.after
        words = [at for at, lemma in enumerate(lemmas) if lemma not in _PASSED_OVER]
        row = _Row(words, [_forms(lemmas[at], others[at]) for at in words])
        firsts = [first for first, forms in enumerate(row.forms) if not after.keys().isdisjoint(forms)]
        if not firsts or all(self._lasts.isdisjoint(forms) for forms in row.forms):
            return ()
        found: set[Hit] = set()
        for first in firsts:
            self._follow(self._root, row, first, first, 0, found)
        return tuple(sorted(found, key=lambda hit: (hit.first, -hit.weight, hit.rank, hit.last, hit.cue)))

    def _add(self, entry: str, cue: str, rank: int) -> None:
        node = self._root
        words = [word for word in cue.split() if word == _GAP or word not in _PASSED_OVER]
        for word in words:
            node = node.after.setdefault(word, _Node())
        node.ends.append((entry, cue, rank))
        self._lasts.update(words[-1:])

    def _follow(self, node: _Node, row: _Row, start: int, at: int, weight: int, found: set[Hit]) -> None:
        """Add every cue that goes on from a node with the words from `at` on, and that began with the word `start`."""
        for entry, cue, rank in node.ends:
            found.add(Hit(entry, cue, row.words[start], row.words[at - 1] + 1, weight, rank))
        if at >= len(row.forms):
            return
        for form in row.forms[at]:
            if form in node.after:
                self._follow(node.after[form], row, start, at + 1, weight + 1, found)
        if gap := node.after.get(_GAP):
            for skipped in range(min(LONGEST_GAP, len(row.forms) - at - 1) + 1):
                for form in row.forms[at + skipped]:
                    if form in gap.after:
                        self._follow(gap.after[form], row, start, at + skipped + 1, weight + 1, found)


def best(hits: Iterable[Hit]) -> Hit | None:
    """The most specific hit; of equally specific ones that of the earlier entry, then the earlier in the text."""
    return min(hits, key=lambda hit: (-hit.weight, hit.rank, hit.first, hit.last), default=None)


@functools.cache
def method_index() -> CueIndex:
    """The cues of all methods."""
    return CueIndex((method.id, method.cues) for method in methods())


@functools.cache
def response_index() -> CueIndex:
    """The cues of all host-state responses."""
    return CueIndex((response.id, response.cues) for response in responses())


@functools.lru_cache(maxsize=CACHED_WORDS)
def _forms(lemma: str, lower: str) -> tuple[str, ...]:
    forms = (lemma, lower, lower[:-1]) if len(lower) > 3 and lower.endswith("s") else (lemma, lower)
    forms = (*forms, *(name for form in forms for name in named_words().get(form, ())))
    return tuple(form for form in dict.fromkeys(forms) if form != _GAP)
