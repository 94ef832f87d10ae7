"""Names of persons under every form they take, and where a text or a file holds them."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from longarm.protect.contexts import is_name_there
from longarm.protect.folding import WORD, Token, fold, split, tokens
from longarm.protect.forms import forms, initials, parts
from longarm.protect.mentions import Spared
from longarm.protect.policy import lexicon
from longarm.protect.views import Lines

AMBIGUOUS = "[person]"
_LIGHT = re.compile(r"(?:[ \t\u00a0\u2009.·_/|+'’‐-―-]|,[ \t]|[ \t]?\n[ \t]?){0,3}")
_PARTED = re.compile(f"({WORD.pattern})")
_TIGHT = re.compile(r"[._+‐-―-]?")  # joints of file names and handles; spaces make running text
_SHORT_PART = 3  # letters; shorter parts are words in too many languages to be looked for everywhere
_LONGEST = 8  # words of the longest name that is looked for
_PLURAL = 5  # letters a surname needs to be looked for with an s: "the Vondraks"
_GLUED = 7  # letters a whole name needs to be looked for inside a longer word ("freejanedoe")


@dataclass(frozen=True, slots=True)
class Person:
    """A person whom the texts of a case name.

    Attributes:
        label: what leaves in place of the name.
        names: as written, sorted.
        documents: ids of the documents that give the name in full, or that give the only form there is.
        is_public: the name may leave.
        office: words of a text that give the person a public office, empty where none does.
    """

    label: str
    names: tuple[str, ...]
    documents: frozenset[str]
    is_public: bool = False
    office: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of a text that name somebody; `label` is what leaves instead, None where the name may leave."""

    start: int
    end: int
    label: str | None


class Names:
    """All persons of a case, found in any text.

    Args:
        people: whom the texts name.
        everyday: folded words that may stand in a text of the case without being a name.
        spared: words of the case that a parser took for names and that are none.
    """

    def __init__(
        self,
        people: Iterable[Person],
        everyday: frozenset[str] = frozenset(),
        spared: Spared | None = None,
    ) -> None:
        self.people = tuple(people)
        self.spared = spared or Spared()
        self._everyday = everyday | lexicon().everyday
        self._seen: dict[str, bool] = {}
        self._lines: dict[frozenset[str], Lines] = {}
        self._forms: dict[str, list[Person]] = defaultdict(list)
        self._initials: dict[str, list[Person]] = defaultdict(list)
        self._parts: dict[str, list[Person]] = defaultdict(list)
        for person in self.people:
            self._index(person)
        self._starts = {
            form[:n] for table in (self._forms, self._initials) for form in table for n in range(1, len(form) + 1)
        }
        told = (part if part in self._everyday else f"{part}s" for part in self._parts)
        self._part_starts = {part[:n] for part in told for n in range(1, len(part) + 1)}
        self._reach = (
            max(map(len, self._starts | self._part_starts), default=0) + 1
        )  # words after which no name goes on

    def _index(self, person: Person) -> None:
        tables = ((self._forms, forms), (self._initials, initials), (self._parts, parts))
        for table, make in tables:
            for form in sorted({form for name in person.names for form in make(name)}):
                table[form].append(person)

    def lines(self, own_words: frozenset[str]) -> Lines:
        """Lines of files in which nobody is named; own words as for `leaks`."""
        if own_words not in self._lines:
            self._lines[own_words] = Lines(partial(self.may_name, own_words=own_words))
        return self._lines[own_words]

    @cached_property
    def _private(self) -> frozenset[str]:
        """Whole names of private persons, joined, also with initials."""
        tables = (self._forms, self._initials)
        return frozenset(form for table in tables for form, people in table.items() if _private(people))

    @cached_property
    def _telling(self) -> frozenset[str]:
        """Parts that give a private person away in any text."""
        found = {part for part, people in self._parts.items() if self._is_telling(part, people)}
        return frozenset(found | {f"{part}s" for part in found if len(part) >= _PLURAL})

    @cached_property
    def _glued(self) -> re.Pattern[str] | None:
        long = sorted(form for form, people in self._forms.items() if len(form) >= _GLUED and _private(people))
        return re.compile("|".join(map(re.escape, long))) if long else None

    def find(self, text: str, document: str | None = None) -> list[Hit]:
        """Every name in a text, in order, not overlapping.

        Args:
            document: where the text stands: there a surname or given name alone is enough.
        """
        pieces = _PARTED.split(text)  # what stands between words, and words, in turns
        words = pieces[1::2]
        starting = {word for word in set(words) if self._may_start(word)}
        if not starting:
            return []  # as most texts do: this is what makes looking through a whole publication quick
        found: list[Hit] = []
        starts = list(itertools.accumulate(map(len, pieces)))[::2]
        end = 0
        for index, word in enumerate(words):
            if word not in starting or starts[index] < end:
                continue
            own = split(word, starts[index])
            near = range(index + 1, min(index + _LONGEST, len(words)))
            run = own + [part for after in near for part in split(words[after], starts[after])]
            for at in range(len(own)):
                hit = self._at(text, run, at, document) if run[at].start >= end else None
                if hit:
                    found.append(hit)
                    end = hit.end
        return found

    def whole(self, text: str, own_words: frozenset[str] = frozenset()) -> set[str]:
        """Labels of masked persons whose whole names stand in a text, also in comments, attributes, links, code.

        Args:
            own_words: as for `leaks`; a name that is one of them in this very writing ("font-size") is none.
        """
        told = ((hit.label, text[hit.start : hit.end]) for hit in self.find(text))
        return {
            label for label, words in told if label and fold(words) not in own_words and _joined(words) in self._forms
        }

    def may_name(self, lines: str, own_words: frozenset[str] = frozenset()) -> bool:
        """Whether a masked person may be named in lines of no document, each with whatever line after it.

        False only where `find` finds nobody who is masked but by own words (as for `leaks`); quicker than to find them.
        """
        pieces = _PARTED.split(lines)  # what stands between words, and words, in turns
        words = pieces[1::2]
        starting = {word for word in set(words) if self._may_start(word)}
        if not starting:
            return False
        starts = list(itertools.accumulate(map(len, pieces)))[::2]
        return any(
            word in starting and self._may_begin(lines, word, starts[at], own_words) for at, word in enumerate(words)
        )

    def _may_begin(self, lines: str, word: str, start: int, own_words: frozenset[str]) -> bool:
        own = split(word, start)
        for at, token in enumerate(own):
            is_told = token.folded in self._telling and token.folded not in own_words
            if is_told or self._inside(token) or self._may_go_on(lines, own[at : at + self._reach]):
                return True
        return False

    def _may_go_on(self, lines: str, run: list[Token]) -> bool:
        """Whether a run of words, with as many after it as may belong to it, is a name or may end in the next line."""
        joined, end, first = "", 0, run[0]
        while True:
            for token in run:
                joined += token.folded
                if joined in self._private or (token is not first and joined in self._telling):
                    return True
                if joined not in self._starts and joined not in self._part_starts:
                    return False
                end = token.end
            after = WORD.search(lines, end)
            between, cut, _ = lines[end : after.start() if after else None].partition("\n")
            if cut or after is None or not _LIGHT.fullmatch(between):
                return _LIGHT.fullmatch(between) is not None
            run = split(after.group(), after.start())

    def is_everyday(self, name: str) -> bool:
        """Whether a name is one word that may stand in a text of the case without being a name."""
        words = tokens(name)
        return len(words) == 1 and words[0].folded in self._everyday

    def label_of(self, name: str, document: str | None) -> str | None:
        """The label of the person whom a whole text names, None where it tells no one person."""
        folded = "".join(token.folded for token in tokens(name))
        people = self._forms.get(folded) or self._parts.get(folded) or []
        here = [person for person in people if document in person.documents]
        return _label(here) if here else None

    def _may_start(self, word: str) -> bool:
        """Whether any name can start in a word; most words are told at once."""
        known = self._seen.get(word)
        if known is None:
            parts_of = split(word, 0)
            known = any(part.folded in self._starts or part.folded in self._part_starts for part in parts_of) or any(
                self._inside(part) for part in parts_of
            )
            self._seen[word] = known
        return known

    def _at(self, text: str, words: list[Token], at: int, document: str | None) -> Hit | None:
        return (
            self._whole(text, words, at, document) or self._part(text, words, at, document) or self._inside(words[at])
        )

    def _whole(self, text: str, words: list[Token], at: int, document: str | None) -> Hit | None:
        best: tuple[int, list[Person]] | None = None
        for end, joined in _runs(text, words, at, self._starts):
            people = self._forms.get(joined) if self._is_form(text, words[at:end]) else None
            people = people or (self._initials.get(joined) if _has_initial(text, words[at:end]) else None)
            if people:
                best = (end, people)
        if not best:
            return None
        end, people = best
        here = [person for person in people if document in person.documents] or people
        return Hit(words[at].start, words[end - 1].end, _label(here))

    def _is_form(self, text: str, run: list[Token]) -> bool:
        """A name of everyday words ("may young", "was in") is one only with capitals, or where it is tied together."""
        if any(token.folded not in self._everyday for token in run) or all(token.is_capital for token in run):
            return True
        return len(run) > 1 and all(_TIGHT.fullmatch(text, a.end, b.start) for a, b in itertools.pairwise(run))

    def _part(self, text: str, words: list[Token], at: int, document: str | None) -> Hit | None:
        if not words[at].starts:
            return None
        for end, joined in reversed(list(_runs(text, words, at, self._part_starts))):
            people = self._parts.get(joined) or (self._bearers(joined) if end == at + 1 else None)
            is_there = people and words[end - 1].ends and self._is_form(text, words[at:end])
            if people and is_there and (hit := self._judge(text, words[at:end], joined, people, document)):
                return hit
        return None

    def _bearers(self, plural: str) -> list[Person] | None:
        """Whose surname a word is the plural of: "the Vondraks"."""
        one = plural.removesuffix("s")
        return self._parts.get(one) if _PLURAL <= len(one) < len(plural) and one not in self._everyday else None

    def _judge(self, text: str, run: list[Token], part: str, people: list[Person], document: str | None) -> Hit | None:
        start, end = run[0].start, run[-1].end
        here = [person for person in people if document in person.documents]
        if not here:
            return Hit(start, end, _elsewhere(people, document)) if self._is_telling(part, people) else None
        if part in self._everyday and not is_name_there(text, start, end, part):
            return None
        return Hit(start, end, _label(here))

    def _is_telling(self, part: str, people: list[Person]) -> bool:
        """Whether the part alone gives a private person away in any text."""
        is_private = not any(person.is_public for person in people)
        return is_private and len(part) >= _SHORT_PART and part not in self._everyday

    def _inside(self, token: Token) -> Hit | None:
        if not self._glued or len(token.folded) <= _GLUED:
            return None
        match = self._glued.search(token.folded)
        return Hit(token.start, token.end, _label(self._forms[match.group()])) if match else None


def _joined(text: str) -> str:
    return "".join(token.folded for token in tokens(text))


def _runs(text: str, words: list[Token], at: int, starts: set[str]) -> Iterator[tuple[int, str]]:
    """Runs of words from one word on that the table may hold: the end of each, and its letters joined."""
    joined = ""
    for end in range(at, len(words)):
        if end > at and not _LIGHT.fullmatch(text, words[end - 1].end, words[end].start):
            return
        joined += words[end].folded
        if joined not in starts:
            return
        yield end + 1, joined


def _has_initial(text: str, run: list[Token]) -> bool:
    """Whether a run of words is an initial and a surname: "J. Doe", "Doe, J."; capitals or a full stop tell."""
    singles = [token for token in run if token.end - token.start == 1]
    if not singles or len(singles) == len(run):
        return False
    dotted = all(text[token.end : token.end + 1] == "." for token in singles)
    return dotted or (all(token.is_capital for token in run) and all(token.folded not in "ai" for token in singles))


def _private(people: list[Person]) -> list[Person]:
    return [person for person in people if not person.is_public]


def _label(people: list[Person]) -> str | None:
    private = _private(people)
    if not private:
        return None
    return private[0].label if len(people) == 1 else AMBIGUOUS


def _elsewhere(people: list[Person], document: str | None) -> str:
    return people[0].label if document is None and len(people) == 1 else AMBIGUOUS
