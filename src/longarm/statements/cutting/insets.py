"""Insets: tags that stand within a sentence ("X said", "according to X"), known by their words before it is parsed."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from longarm.languages import attributions
from longarm.languages.attributions import TagWords
from longarm.statements.cutting import speakers
from longarm.statements.cutting.line import DASHES, LONGEST_BESIDE, MARKS, QUOTES, Line

POSSESSIVE = frozenset({"his", "her", "its", "their", "our", "my", "own", "'s", "’s", "'", "’"})
ACCOUNTING = frozenset({"in", "by", "on", "under", "from"})
HELPING = frozenset({"has", "have", "had", "'s", "’s", "later", "also", "since", "'ve", "’ve"})
LONGEST_ACCOUNT = 9  # tokens from the mark to the noun of "in the opinion of"
LONGEST_BEHIND = 18  # tokens behind the verb of a tag
LONGEST_PART = 6  # tokens of "a redacted version of", before "which"
SHORTEST_ASIDE = 3  # tokens of "citing two officers"
MORE, ASIDE = -2, -3
ADVERBS = 3  # words before a verb among which one helps it


@dataclass(frozen=True, slots=True)
class Inset:
    """A tag within a sentence.

    Attributes:
        opening, closing: tokens of the marks around it.
        first, last: its own tokens between the marks, without marks of quotation.
        verb: the word of saying; -1 where there is none ("according to"); -2 for what tells more of a noun ("a copy of
            which was seen by X"); -3 for what its speaker does beside ("X, citing Y, said").
        keeps: whether the mark behind it also parts the words around it.
    """

    opening: int
    first: int
    last: int
    closing: int
    verb: int
    keeps: bool


def insets(words: Sequence[str]) -> tuple[Inset, ...]:
    """The insets of the words of a passage, in order, none within another."""
    if MARKS.isdisjoint(words):
        return ()
    lowers = [word.lower() for word in words]
    asked, line = _asked(), Line(words, lowers)
    found: list[Inset] = []
    for at in [at for at, word in enumerate(lowers) if word in asked and words[at] == word]:  # not "United States"
        inset = _Reader(line, attributions.load("en").tags, at).inset()
        if inset is not None and (not found or inset.opening >= found[-1].closing):
            found.append(inset)
    return tuple(found)


@functools.cache
def _asked() -> frozenset[str]:
    words = attributions.load("en")
    return words.tags.forms | words.accounts | words.tags.further | {"according", "which"}


@dataclass(frozen=True, slots=True)
class _Reader:
    """What stands around one word that may be the verb or the noun of an inset."""

    line: Line
    tags: TagWords
    at: int

    def inset(self) -> Inset | None:
        """The inset of the word."""
        if self.line.lowers[self.at] in self.tags.further and self.line.words[self.at - 1] not in MARKS:
            return None
        opening = self.line.mark_before(self.at)
        if opening is None:
            return None
        first = self.line.past_quotes(opening + 1)
        if self.line.lowers[self.at] == "which":
            return self._of_which(opening)
        if self.line.lowers[self.at] in self.tags.further:
            return self._aside(opening)
        if self.line.lowers[self.at] not in self.tags.forms:
            is_according = first == self.at and self.line.lowers[first + 1 : first + 2] == ["to"]
            return self._sourced(opening) if is_according or self._is_account(opening) else None
        first += self.line.lowers[first] == "as"
        if first == self.at:
            return self._inverted(opening) or self._described(opening)
        return self._told(opening) if speakers.is_speaker(self.line, first, self._helped(first)) else None

    def _sourced(self, opening: int) -> Inset | None:
        """ "According to X", "in X's telling" between two marks."""
        is_which = self.line.lowers[self.at + 2 : self.at + 3] == ["which"]
        return None if is_which else self._made(opening, self._beside(self.line.mark_after(self.at)), -1)

    def _of_which(self, opening: int) -> Inset | None:
        """ "A report, extracts from which were seen by X, says": more of the noun before it."""
        line, first = self.line, opening + 1
        is_part = line.lowers[self.at - 1] in ("of", "from") and 1 < self.at - first <= LONGEST_PART
        closing = line.mark_after(self.at)
        if not is_part or closing is None or line.has_any(self.tags.apart, first, self.at):
            return None
        return self._made(opening, closing, MORE)

    def _aside(self, opening: int) -> Inset | None:
        """ "X, citing what she had read, said that", "X, together with Y, said": right before the word of saying."""
        line = self.line
        closing = line.mark_after(self.at)
        before = line.mark_before(opening)
        begin = line.start(self.at) if before is None else before + 1
        if closing is None or closing - self.at < SHORTEST_ASIDE or closing + 2 >= len(line.words):
            return None
        is_saying = self._is_finite(closing + 1) and opening > begin
        if not is_saying or not speakers.is_speaker(line, begin, opening):
            return None
        return Inset(opening, self.at, closing, closing, ASIDE, keeps=False)

    def _is_finite(self, token: int) -> bool:
        """Whether a word may be the verb of the clause that an aside parts from its subject."""
        word = self.line.lowers[token]
        return word in self.tags.forms | self.tags.helping or word.endswith("ed")

    def _is_account(self, opening: int) -> bool:
        """Whether the word is of somebody's telling, and the words before it lead to it."""
        lowers = self.line.lowers
        if lowers[opening + 1] not in ACCOUNTING or not 1 < self.at - opening <= LONGEST_ACCOUNT:
            return False
        is_of = lowers[self.at + 1 : self.at + 2] == ["of"] and lowers[self.at - 1] in ("the", "own")
        return is_of or self.line.has_any(POSSESSIVE, opening + 2, self.at)

    def _told(self, opening: int) -> Inset | None:
        """With the speaker before the verb."""
        return self._made(opening, self._behind(), self.at)

    def _described(self, opening: int) -> Inset | None:
        """With what describes the speaker between the speaker and the verb: "X, who heads Y, said"."""
        start: int | None = opening
        while start is not None and self.at - start < LONGEST_BESIDE:
            last, start = start, self.line.mark_before(start)
            first = self.at if start is None else self.line.past_quotes(start + 1)
            if start is None or speakers.is_description(self.line, first):
                continue
            if speakers.is_speaker(self.line, first, last):
                wider = self.line.mark_before(start)
                is_office = wider is not None and speakers.is_name(self.line, start - 1, first)
                if wider is not None and is_office and speakers.is_speaker(self.line, wider + 1, start):
                    return self._told(wider)
                return self._told(start)
        return None

    def _inverted(self, opening: int) -> Inset | None:
        """With the verb first: "said X, a lawyer for Y,"."""
        first = self.at + 1
        closing = self.line.mark_after(first)
        if closing is None or self.line.lowers[self.at] in self.tags.heard | self.tags.taking:
            return None
        end = next((t for t in range(first + 1, closing) if self.line.lowers[t] in self.tags.behind), closing)
        is_plain = self.line.lowers[self.at] in self.tags.plain
        if not (is_plain or speakers.is_called(self.line, first, end)):
            return None
        if not speakers.is_speaker(self.line, first, end, LONGEST_BESIDE):
            return None
        return self._made(opening, self._beside(closing), self.at)

    def _helped(self, first: int) -> int:
        """Where the words of a speaker before the verb end: before what helps it ("has later", "also")."""
        last = self.at
        for at in range(self.at - 1, max(self.at - 1 - ADVERBS, first), -1):
            last = at if self.line.lowers[at] in HELPING else last
        return last

    def _behind(self) -> int | None:
        """The mark that closes what stands behind the verb: when, where, how and before whom it was said."""
        line, first = self.line, self.at + 1
        if line.lowers[self.at] in self.tags.put:
            first += 1
            if line.lowers[self.at + 1] != "it":
                return None
        closing = line.mark_after(first)
        if closing is None or closing - first > LONGEST_BEHIND:
            return None
        if closing > first and not self._is_aside(first, closing):
            return None
        return self._beside(closing)

    def _is_aside(self, first: int, closing: int) -> bool:
        word = self.line.lowers[first]
        if word == "of" and self.line.lowers[self.at] in self.tags.taking:
            return False  # "one, suspected of hiring them, fled"
        if self.line.has_any(frozenset({"that", "whether", "if"}), first + 1, closing):
            return False
        if word in self.tags.behind or (word.endswith("ly") and len(word) > len("only")):
            return True
        is_to = word == "to"
        is_heard = is_to or self.line.lowers[self.at] in self.tags.heard
        return is_heard and speakers.is_speaker(self.line, first + is_to, closing)

    def _beside(self, closing: int | None) -> int | None:
        """The mark behind what describes who was named last, or goes on with the tag."""
        line, opening = self.line, self.line.mark_before(self.at)
        is_helped = opening is not None and line.lowers[opening - 1] in self.tags.helping  # "has, say X, a seat"
        while closing is not None:
            first = line.past_quotes(closing + 1)
            if first >= len(line.words) or first > closing + 1:
                return closing
            is_further = line.lowers[first] in self.tags.further
            is_apart = not is_helped and speakers.is_description(line, first)
            is_named = speakers.is_name(line, closing - 1, first) or speakers.is_in_work(line, first)
            if not (is_further or is_apart or is_named):
                return closing
            after = line.mark_after(first)
            if after is None:
                return None if is_further else closing
            closing = after
        return None

    def _made(self, opening: int, closing: int | None, verb: int) -> Inset | None:
        """The inset between two marks, where the sentence goes on behind it."""
        line = self.line
        if closing is None or (line.words[opening] in DASHES) != (line.words[closing] in DASHES):
            return None
        begin, then = line.start(self.at), line.past_quotes(closing + 1)
        first = line.past_quotes(opening + 1)
        is_spoken = first > opening + 1 and then == closing + 1  # direct speech ends before the tag
        if opening <= begin or then >= len(line.words) or is_spoken or not self._goes_on(closing, then):
            return None
        is_open = line.words[then - 1] in QUOTES and not any(line.words[t] in QUOTES for t in range(begin, first))
        if is_open and (line.lowers[begin] in self.tags.fronting or line.lowers[begin].endswith("ed")):
            return None  # 'In Bonn, he said, "..."'
        near = {line.lowers[opening - 1], line.lowers[then] if verb <= first else ""}
        if near & self.tags.joining and not speakers.has_verb(line, then, line.end(then)):
            return None  # "the killing of A and, says X, the poisoning of B"; "according to X, and other scientists"
        keeps = self._parts(begin, then)
        if (verb <= first) and not (keeps or self._resumes(begin, opening, then)):
            return None
        return Inset(opening, first, closing, closing, verb, keeps)

    def _goes_on(self, closing: int, then: int) -> bool:
        """Whether the words behind an inset are of the sentence around it, not of the tag or of another's saying."""
        line, word = self.line, self.line.lowers[then]
        if word in self.tags.adding | self.tags.later | self.tags.relative and not self._is_cleft(then):
            return False
        after = line.mark_after(then)  # "said on Monday, hours later, that"
        if after is not None and line.lowers[after + 1 : after + 2] == ["that"]:
            return False
        is_against = word in self.tags.joining
        return not (is_against and line.has_any(self.tags.forms, then + 2, line.end(then)))

    def _is_cleft(self, then: int) -> bool:
        """Whether an inset parts "It was X, she said, who did it"."""
        return self.line.lowers[then] == "who" and self.line.lowers[self.line.start(self.at)] == "it"

    def _parts(self, begin: int, then: int) -> bool:
        """Whether a comma parts what stands before an inset from what stands behind it."""
        word = self.line.lowers[then]
        is_verb = word in self.tags.helping or word.endswith("ed")
        return word in self.tags.joining or (not is_verb and self.line.lowers[begin] in self.tags.fronting)

    def _resumes(self, begin: int, opening: int, then: int) -> bool:
        """Whether the words behind an inset that ends in a name go on with the sentence, and are not on the name."""
        line, word = self.line, self.line.lowers[then]
        is_helped = self.tags.helping & {word, line.lowers[opening - 1]}
        if is_helped or line.words[then - 1] in QUOTES or self._is_cleft(then):
            return True  # "has, say X, a seat": what helps has lost its verb
        if word.endswith("ed") and line.lowers[then + 1 : then + 2] not in (["by"], ["in"], ["on"], ["at"]):
            return True
        return not speakers.has_verb(line, begin, opening)
