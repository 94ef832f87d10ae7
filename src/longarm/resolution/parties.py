"""The parties that one text names: its publisher, and who speaks in it, each by its name taken apart."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from longarm.core.reference import read_yaml
from longarm.errors import DataError
from longarm.model.documents import Document
from longarm.model.statements import Reading
from longarm.resolution import names, people, titles, voiced
from longarm.resolution.mentions import Mention
from longarm.resolution.names import Name
from longarm.resolution.people import Roster
from longarm.resolution.states import States, plain


def mentions(document: Document, reading: Reading | None, states: States) -> Iterator[Mention]:
    """The mentions of parties in a document, its publisher first, then in the order of the text; the same words again
    give the same mention again."""
    publisher = document.publisher.value.strip() if document.publisher else ""
    if publisher:
        yield Mention(document.id, publisher, names.read_title(publisher, states), as_author=True)
    if reading is None:
        return
    known = {titles.form(work.title) for work in reading.works if work.title}
    text = _Text.of(document, reading, states)
    found: dict[str, Mention | None] = {}
    joint = {one.name: one.parties for one in reading.joint}
    for words in _each(reading, joint):
        if words in joint and words not in found:
            found[words] = Mention(document.id, words, Name("collective", "", plain(words)), parties=joint[words])
        if words not in found:
            is_work = titles.form(words) in known or titles.is_description(words)
            is_party = not is_no_party(words) and not is_work and not text.begins_title(words)
            is_party = is_party or any(words in parties for parties in joint.values())
            found[words] = text.mention(words) if is_party else None
        if (mention := found[words]) is not None:
            yield mention


@dataclass(frozen=True, slots=True)
class _Text:
    """What the names of one text are read with.

    Attributes:
        people: every name of a person in it, the longest first.
        wholes, starting, titled, towns, countries: of its voices, see `voiced`.
    """

    document: Document
    states: States
    people: tuple[str, ...]
    roster: Roster
    wholes: dict[str, str]
    starting: set[str]
    titled: set[str]
    towns: set[str]
    countries: dict[str, str]

    @classmethod
    def of(cls, document: Document, reading: Reading, states: States) -> "_Text":
        """What a reading tells of the names in it."""
        found = {person.span.words for person in reading.people}
        return cls(
            document,
            states,
            tuple(sorted(found, key=lambda words: (-len(words), words))),
            Roster.of(reading),
            voiced.wholes(reading),
            voiced.starting(reading),
            voiced.titled(reading),
            voiced.towns(reading),
            voiced.countries(reading),
        )

    def mention(self, words: str) -> Mention:
        """The mention of a party by these words."""
        return self.author(words) or self.person(words) or self.party(words)

    def author(self, words: str) -> Mention | None:
        """The mention of the publisher by what it is ("the ministry"), where no other party of the text is named so."""
        publisher = self.document.publisher.value if self.document.publisher else ""
        is_bare = words.isalpha() and words.islower() and self.wholes.get(words, "").casefold() == f"the {words}"
        bearing = [name for name in (*self.wholes, publisher) if words in plain(name) and name != words]
        if not is_bare or bearing != [publisher]:
            return None
        name, reason = names.read_title(publisher, self.states), "The publisher, and no other party that is named so."
        return Mention(self.document.id, words, name, reason=reason)

    def person(self, words: str) -> Mention | None:
        """The mention of a person: by name, by a short name or by an office that the text gives only one of them."""
        named = people.named_in(words, self.people)
        if people.is_beside(words, named, self.people):
            return Mention(self.document.id, words, Name("collective", "", people.written(words)))
        told = named or words
        is_article = self.wholes.get(words, "").casefold().startswith(f"the {told.casefold()}")
        is_state = not named and bool(names.state(words, self.states))
        full = "" if is_article or is_state else self.roster.whole(told)  # "The Hill" and "Jordan" are not Ada Hill
        full = full or ("" if named else self.roster.holder(words, is_definite=is_article))
        if not full:
            return self._read(words, named) if named else None
        reason = "" if full in words else "The only person whom the text names in full by that name or office."
        name = names.read(full, self.states, is_person=True)
        return Mention(self.document.id, words, name, full, self.roster.offices.get(full, ""), reason=reason)

    def party(self, words: str) -> Mention:
        """The mention of any other party."""
        name = self._after_title(words)
        return self._read(words, voiced.uncapitalised(name) if words in self.starting else name, is_person=False)

    def _read(self, words: str, name: str, *, is_person: bool = True) -> Mention:
        read = names.read(name, self.states, is_person=is_person)
        if words in self.towns and read.kind != "government":
            read = Name("collective", "", read.core)
        read = voiced.of_state(read, self.wholes.get(words, ""), self.states)
        read = voiced.of_country(read, self.countries.get(words, ""))
        return Mention(self.document.id, words, read, has_article=words in self.titled)

    def _title(self) -> list[str]:
        title = self.document.title
        return [word.strip(",.:;!?") for word in title.value.split()] if title else []

    def _after_title(self, words: str) -> str:
        """A name without the whole headline that runs into it where a text lost its line break."""
        title, spoken = self._title(), words.split()
        size = len(title)
        is_led = size > 1 and [w.casefold() for w in spoken[:size]] == [w.casefold() for w in title]
        return " ".join(spoken[size:]) or words if is_led else words

    def begins_title(self, words: str) -> bool:
        """Whether words in capitals are the start of a headline, whose words its document's title writes small."""
        title, spoken = self._title(), words.split()
        if [word.casefold() for word in title[: len(spoken)]] != [word.casefold() for word in spoken]:
            return False
        return sum(one[0].islower() and other[0].isupper() for one, other in zip(title, spoken, strict=False)) > 1


def is_no_party(words: str) -> bool:
    """Whether words that stand where a party could are none: "Correction", "several incidents", "recent reports"."""
    known, told = _no_parties(), words.split()
    if not told or words.strip().casefold() in known["marks"] | known["calendar"]:
        return True
    if any(word != word.casefold() for word in told[1:]):
        return False
    if told[-1].casefold() in known["occurrences"]:
        return True
    is_vague = len(told) > 1 and told[-1].casefold() in known["works"]
    return is_vague and {word.casefold() for word in told[:-1]} <= known["vague"]


@functools.cache
def _no_parties() -> dict[str, frozenset[str]]:
    """Words that stand where a party could and are none, by heading.

    Raises:
        DataError: `data/no_parties.yaml` is malformed.
    """
    data: Any = read_yaml(__package__, "no_parties.yaml")
    try:
        return {name: frozenset(data[name]) for name in ("marks", "calendar", "occurrences", "vague", "works")}
    except (KeyError, TypeError) as error:
        raise DataError("resolution/data/no_parties.yaml is malformed: it maps headings to lists of words") from error


def _each(reading: Reading, joint: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Every name of a party in a reading but the author's, with each of those who speak together, in text order."""
    for words in spoken(reading):
        yield from joint.get(words, ())
        yield words


def spoken(reading: Reading) -> Iterator[str]:
    """Every name of a party in a reading but the author's, in text order."""
    if reading.declared is not None and reading.declared.name:
        yield reading.declared.name
    yield from (voice.name for voice in voiced.voices(reading) if voice.name)
    for work in reading.works:
        if work.party:
            yield work.party
