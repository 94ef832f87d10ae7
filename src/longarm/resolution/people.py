"""Names of people: which person of a text a short name stands for, and which people of a case may be one."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from longarm.core.groups import Groups
from longarm.languages.people import load as people_words
from longarm.model.claims import Source
from longarm.model.statements import Reading
from longarm.places.fold import fold
from longarm.resolution.states import plain
from longarm.resolution.vocabulary import load

PersonName = tuple[str, ...]  # the words of a name in one writing
_OF = "of|for|to|with|by|against|about|from"  # before a person whom somebody else is told by
LONG_WORD = 5  # letters from which two words that differ in vowels alone are two spellings ("Yusuf", "Youssef")
_BESIDE = re.compile(rf"\b(?:{_OF})\s+(?:(?:the|a|an|[a-z]+)\s+)*$")  # "friends of the jailed ..."
_PAIRED = re.compile(r",|\band\b")  # two of whom neither is in apposition to the other
_INITIALS = re.compile(r"[A-Z]{2,5}")  # of a body, also where a name was read beside it ("GBI Raid")
_POSSESSIVE = re.compile(r"['’]s?(?=\W|$)")
_OFFICE = re.compile(r"^(.+?)['’]s?\s+(?:[a-z]+\s+)?(\w+)$")
_DOUBLE = re.compile(r"(.)\1+")
_ALIKE = re.compile(r"[aeiouy]+|(?<=[^aeiouy])h")  # what spellings of one sound differ in


@functools.lru_cache(maxsize=65_536)
def written(name: str) -> PersonName:
    """The words of a name in one writing: no accents, hyphens, possessive or form of address."""
    words = fold(_POSSESSIVE.sub("", name)).split()
    titles = people_words("en").titles
    while len(words) > 1 and words[0] in titles:
        words = words[1:]
    return tuple(words)


def fits(short: PersonName, full: PersonName) -> bool:
    """Whether a name may be a shorter form of a fuller one: its words in order, or their first letters, and one whole.

    "Hardin", "R. Hardin" and "Ramo Hardin" fit "Ramo Iven Hardin".
    """
    if len(short) > len(full) or not any(len(word) > 1 and word in full for word in short):
        return False
    rest = iter(full)
    return all(any(_meets(word, other) for other in rest) for word in short)


def _meets(word: str, other: str) -> bool:
    return word == other or (len(word) == 1 and other.startswith(word))


def turned(name: PersonName) -> str:
    """The letters of a name in whatever order its words stand: "Park Ji-won" and "Jiwon Park"."""
    return min("".join(name[at:] + name[:at]) for at in range(max(1, len(name))))


@functools.lru_cache(maxsize=65_536)
def sounded(name: PersonName) -> str:
    """What spellings of one name share: "Yusuf Demir" and "Youssef Demir"; its letters where its words are short."""
    if len(name) < 2 or min(map(len, name)) < LONG_WORD:
        return turned(name)
    return turned(tuple(_sounded(word) for word in name))


def _sounded(word: str) -> str:
    sounds = _ALIKE.sub("", word.replace("x", "ks")).removeprefix(word[:1])
    return word[:1] + _DOUBLE.sub(r"\1", sounds)


# --- in one text ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Roster:
    """The people whom one text names in full, as it writes them; names that fit are one person.

    Attributes:
        names: the fullest first.
        offices: name to the first public office that the text gives the person.
        others: pen names and the like, in one writing, to the name.
    """

    names: tuple[str, ...]
    offices: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[PersonName, str] = field(default_factory=dict)

    @classmethod
    def of(cls, reading: Reading) -> "Roster":
        """The people of a reading."""
        found = dict.fromkeys(person.span.words for person in reading.people)
        whole = [name for name in found if len(written(name)) > 1 and not is_in_name(name, name)]
        roster = cls(tuple(sorted(whole, key=lambda name: -len("".join(written(name))))))
        offices: dict[str, str] = {}
        for person in reading.people:
            if person.office is not None and (full := roster.whole(person.span.words)):
                offices.setdefault(full, person.office.words)
        return cls(roster.names, offices, dict(roster._others(reading)))

    def _others(self, reading: Reading) -> Iterator[tuple[PersonName, str]]:
        """Other names that the text says people have: "Ada Holm, known as Reef"."""
        for passage in reading.passages:
            for match in _also_known().finditer(passage.span.words):
                before = passage.span.words[: match.start()].rstrip(" ,(")
                if full := next((name for name in self.names if before.endswith(name)), ""):
                    yield written(match.group(1)), self.whole(full)

    def whole(self, words: str) -> str:
        """The full name of the only person whom words can stand for: a surname, "her" office, a spokesman for her.

        Empty where the text names nobody so, or several people.
        """
        if _INITIALS.fullmatch(words):
            return ""
        name = written(_whose(words))
        fuller = [one for one in self.names if _is_form(name, written(one))]
        if not fuller:
            return self.others.get(name, "")
        return fuller[0] if all(_is_form(written(one), written(fuller[0])) for one in fuller) else ""

    def holder(self, words: str, *, is_definite: bool) -> str:
        """The only person of the text who holds the office that words without a name tell: "the mayor"; else empty.

        Args:
            is_definite: of one word, only "the minister" tells which.
        """
        told = plain(words)
        if not told or (len(told) == 1 and not is_definite):
            return ""
        holding = [name for name, office in self.offices.items() if _is_office(told, plain(office))]
        return holding[0] if len(holding) == 1 else ""


def _is_office(told: PersonName, office: PersonName) -> bool:
    """Whether words are an office or the end of it, with no rank left out: "minister" of an interior minister."""
    of = next((at for at, word in enumerate(office) if word in load().joints), len(office))
    rest, end = office[: of - len(told)] if of > len(told) else (), office[max(0, of - len(told)) : of]
    return told in (office, end) and load().ranks.isdisjoint(rest)


@functools.cache
def _also_known() -> re.Pattern[str]:
    cues = "|".join(re.escape(cue) for cue in sorted(load().also_known, key=len, reverse=True))
    return re.compile(rf"(?:,\s+who\s+\w+)?[,(]?\s*\b(?:{cues})\s+[\"“‘']?([A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)?)")


def _is_form(name: PersonName, full: PersonName) -> bool:
    return fits(name, full) or (len(name) > 1 and turned(name) == turned(full))


def is_in_name(person: str, words: str) -> bool:
    """Whether what reads as a person is part of the name of a body: "Ada Holm Foundation", "Spanish Civil Guard"."""
    bodies = people_words("en").organisations | load().offices
    following = words.partition(person)[2].split()
    spoken = words.removeprefix("the ").removeprefix("The ").split()
    if len(spoken) > 1 and spoken[0].casefold() in bodies:
        return True  # "Alliance for Exile Safety"
    is_named_after = bool(following) and following[0].casefold() in bodies and following[0][:1].isupper()
    return is_named_after or person.split()[-1].casefold() in load().shared_offices


def is_beside(words: str, named: str, people: Iterable[str]) -> bool:
    """Whether words tell of somebody beside a person: "the wife of Ada Holm", "Holm's lawyer", "Holm supporters".

    Args:
        named: the name of a person that stands in them, or empty.
        people: the names of the text.
    """
    if _whose(words) != words:
        return False
    if not named:
        whose, mark, of = words.replace("’", "'").partition("'s ")
        return bool(mark) and whose in people and of == of.lower()
    before, _, after = words.replace("’", "'").partition(named.replace("’", "'"))
    if _BESIDE.search(before):
        return True
    following = after.removeprefix("'s").removeprefix("'").split()
    is_told_of = after[:1] in (" ", "'") and bool(following) and following[0].isalpha() and following[0].islower()
    return is_told_of and following[0] not in load().joints | load().spokespeople | load().nameless


def named_in(words: str, people: Iterable[str]) -> str:
    """Of the people named in words the one they are about: who ends them as a name in apposition ("Holm ally Bo Roe"),
    else the first; empty where they name nobody."""
    inside = [name for name in people if f" {name} " in f" {words} " and not is_in_name(name, words)]
    first = min(inside, key=lambda name: f" {words} ".index(f" {name} "), default="")
    for name in inside:
        before = words.removesuffix(name) if words.endswith(f" {name}") else ""
        is_apposed = bool(before.strip()) and not _BESIDE.search(before) and not _PAIRED.search(before)
        if is_apposed and first not in name and name not in first:
            return name
    return first


def _whose(words: str) -> str:
    """Whose office or spokesperson words name ("Pearce's office", "a spokesman for Pearce"); else the words."""
    known = load()
    if (match := _OFFICE.match(words)) and match.group(2).casefold() in known.own_offices | known.spokespeople:
        return match.group(1)
    spoken = words.split()
    if spoken[:1] and spoken[0].casefold() in known.own_offices and spoken[1:2] == ["of"]:
        return " ".join(spoken[2:])
    at = next((n for n, word in enumerate(spoken) if word.casefold() in known.spokespeople), None)
    if at is not None and spoken[at + 1 : at + 2] in (["for"], ["of"]):
        return " ".join(spoken[at + 2 :])
    return words


# --- in a case -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Doubles:
    """People of a case who may be one; nothing but a person's decision joins them.

    Attributes:
        groups: ids of sources that may be one, the fullest name first.
        doubts: first id of a group to those of the several others that it may be.
    """

    groups: tuple[tuple[str, ...], ...] = ()
    doubts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def doubles(sources: Iterable[Source], apart: Iterable[Sequence[str]] = ()) -> Doubles:
    """Which people of a case may be one by their names: a surname alone, initials, another order or spelling.

    Args:
        apart: names that a person decided are not of one party.
    """
    sources = tuple(sources)
    named = {source.id: written(source.name) for source in sources if _may_be_person(source)}
    parted = [{written(name) for name in names} for names in apart]
    in_order = sorted(named, key=lambda one: -len("".join(named[one])))
    groups: Groups[str] = Groups(in_order)
    first: dict[str, str] = {}
    for one in in_order:
        groups.join(first.setdefault(sounded(named[one]), one), one)
    for source in sources:
        if source.kind == "organisation" and (twin := first.get(sounded(written(source.name)))):
            groups.join(twin, source.id)  # a name in another order may not be read as a person's
    by_word: dict[str, list[str]] = defaultdict(list)
    doubts: dict[str, tuple[str, ...]] = {}
    for one in in_order:
        name, root = named[one], groups.root(one)
        near = (other for word in dict.fromkeys(name) for other in by_word[word] if fits(name, named[other]))
        fuller = {groups.root(other) for other in near if not any({name, named[other]} <= names for names in parted)}
        fuller = (fuller - doubts.keys() or fuller) - {root}
        if len(fuller) == 1:
            groups.join(fuller.pop(), root)
        elif fuller:
            doubts[root] = tuple(sorted(fuller))
        for word in dict.fromkeys(name):
            by_word[word].append(one)
    return Doubles(tuple(tuple(group) for group in groups.members() if len(group) > 1), doubts)


def _may_be_person(source: Source) -> bool:
    """Whether a source is a person, or one capitalised word that may be a surname."""
    is_word = source.kind == "organisation" and source.name.istitle() and source.name.isalpha()
    return source.kind == "person" or is_word
