"""Whom a speaker speaks for, as the words that name the speaker say: "Ada Holm, director of Harbour Watch"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from longarm.model.spans import Span
from longarm.model.statements import Reading, Statement
from longarm.resolution import names, titles
from longarm.resolution.mentions import Mention
from longarm.resolution.names import Name
from longarm.resolution.states import States
from longarm.resolution.vocabulary import load

_WORD = re.compile(r"[^\W_](?:[\w’'.&-]*[^\W_])?\.?")
_POSSESSIVE = re.compile(r"['’]s?$")
_FOLLOWING = re.compile(
    r"\s+(?:at|of|with|for)\s+(?:the\s+)?[A-Z][\w’'&-]*(?:\s+(?:(?:of|for|and)\s+)?(?:the\s+)?[A-Z][\w’'&-]*)*"
)
_BETWEEN = ("of", "for", "at", "with", "from")  # "director of", "a lawyer with"
_JOINED = frozenset({"and", "the", "lead", "principal", "senior"})
AFTER = 3  # words between a role and whose it is ("director in charge of")


@dataclass(frozen=True, slots=True)
class Affiliation:
    """Whom a speaker speaks for.

    Attributes:
        words: the group or office as written.
        is_official: the role is an office or that of a spokesperson, so that a state may be meant.
        is_open: the words may tell a place instead ("of Oslo", "a researcher from Oslo").
        is_title: a person's title, which others may bear too ("Minister").
        is_staff: unnamed, such people too bring what the group knows.
    """

    words: str
    is_official: bool = False
    is_open: bool = False
    is_staff: bool = False
    is_title: bool = False


def affiliations(
    readings: Iterable[Reading], mentions: dict[tuple[str, str], Mention], states: States
) -> dict[tuple[str, str], Affiliation]:
    """(document id, name) to whom it speaks for; the words for it are added to the mentions where they are new.

    Words that may tell a place count only where they are an office, or the case knows a party of that name.

    Args:
        readings: in the order of documents.
        mentions: by document id and words.
    """
    told = [
        (reading.document, voice.name, group, names.read(group.words, states))
        for reading in readings
        for statement in reading.statements
        for voice in statement.voices[1:]
        if voice.mention is not None and (known := mentions.get((reading.document, voice.name))) is not None
        if (group := _told(_goes_on(voice.mention, statement, reading), known)) is not None
        and group.words != voice.name
    ]
    unnamed = {key for key, mention in mentions.items() if mention.name.kind == "collective"}
    told = [one for one in told if _is_party(one[2], one[3]) and (one[2].is_staff or one[:2] not in unnamed)]
    told.sort(key=lambda one: one[2].is_open)
    parties = {mention.name.squashed for mention in mentions.values()} - {""}
    found: dict[tuple[str, str], Affiliation] = {}
    for document, speaker, group, name in told:
        if group.is_open and name.kind != "office" and name.squashed not in parties:
            continue
        parties.add(name.squashed)
        found.setdefault((document, speaker), group)
        mentions.setdefault((document, group.words), Mention(document, group.words, name))
    return found


def _told(said: str, speaker: Mention) -> Affiliation | None:
    """Whom the words that name a speaker, or else the office that the text gives a person, say that it speaks for."""
    names = (speaker.bare, *reversed(speaker.bare.split())) if speaker.bare else ()
    found = affiliation(said, next((name for name in names if name in said), speaker.words))
    if found is not None or not speaker.office:
        return found
    is_former = not load().former.isdisjoint(word.casefold() for word in _WORD.findall(speaker.office))
    return None if is_former else Affiliation(speaker.office, is_official=True, is_title=True)


def _goes_on(mention: Span, statement: Statement, reading: Reading) -> str:
    """The words of a mention, with the group that follows where they end before it: "researchers" at Harbour Watch."""
    if not 0 <= statement.passage < len(reading.passages):
        return mention.words
    passage = reading.passages[statement.passage].span
    if not passage.contains(mention):
        return mention.words
    rest = _FOLLOWING.match(passage.words, mention.end - passage.start)
    return f"{mention.words}{rest.group()}" if rest else mention.words


def _is_party(group: Affiliation, name: Name) -> bool:
    """Whether words tell a party: a state speaks through its officials alone."""
    if group.is_title:
        return name.kind in ("office", "government")
    return name.kind in ("organisation", "office") or (name.kind == "government" and group.is_official)


def affiliation(mention: str, name: str) -> Affiliation | None:
    """The group or office that the words which name a speaker say the speaker speaks for, or None.

    Who has left an office, and who is only told of beside it ("wanted by", "a critic of"), does not speak for it.

    Args:
        mention: all words that name the speaker.
        name: the speaker's name in them.
    """
    known = load()
    words = [word.casefold() for word in _WORD.findall(mention)]
    if known.former.intersection(words):
        return None
    is_title = known.roles.isdisjoint(word.casefold() for word in _WORD.findall(name))
    rest = mention.replace(name, ",", 1) if is_title and name.strip() else mention
    parts = [spoken for part in rest.split(",") if (spoken := _WORD.findall(part))]
    return next((found for part in parts if (found := _in_part(part))), None)


def _in_part(words: list[str]) -> Affiliation | None:
    """Whose a role is in one part of a mention between commas and the name."""
    known = load()
    plain = [word.casefold() for word in words]
    at = next((number for number, word in enumerate(plain) if word in known.roles), None)
    if at is None:
        if len(plain) > 2 and plain[0] == "who" and plain[1] in known.heading:
            return _named(words[2:], Affiliation(""))
        return _named(words[1:], Affiliation("", is_open=True)) if plain[0] in ("of", "from") else None
    is_official = plain[at] in known.offices | known.spokespeople
    if plain[at] in known.offices and not (plain[at] in known.shared_titles and "of" in plain[at:]):
        return _named(words, Affiliation("", is_official=True, is_title=True), is_whole=True)
    role = Affiliation("", is_official, is_staff=plain[at] in known.staff)
    last = at
    while last + 1 < len(plain) and plain[last + 1] in known.roles | _JOINED:
        last += 1
    after = next((n for n in range(last + 1, min(last + 1 + AFTER, len(plain))) if plain[n] in _BETWEEN), None)
    if after is not None:
        return _named(words[after + 1 :], replace(role, is_open=plain[after] == "from"))
    while at > 1 and plain[at - 1] in known.ranks:
        at -= 1  # "FBI acting assistant director"
    if at and all(word[:1].isupper() for word in words[last + 1 :]):
        return _named([*words[: at - 1], _POSSESSIVE.sub("", words[at - 1])], role)
    return None


def _named(words: list[str], role: Affiliation, *, is_whole: bool = False) -> Affiliation | None:
    """The name alone: "the rights group Harbour Watch" is "Harbour Watch"; `is_whole` keeps what follows it."""
    known = load()
    plain = [word.casefold() for word in words]
    stop = next((n for n, word in enumerate(plain) if n and word in known.joints and word not in _BETWEEN), len(words))
    lower = known.articles | {"who", "our"}
    capital = [n for n in range(stop) if words[n][:1].isupper() and plain[n] not in lower]
    if not capital or any(titles.kind(word) for word in words[: capital[0]]):
        return None
    last = max([capital[-1], *(n for n in range(stop) if plain[n] in known.offices)])
    after = plain[last + 1] if last + 1 < stop else ""
    if is_whole:
        last = len(words) - 1
    elif after and not titles.kind(after) and after not in known.roles:  # "the Riverside community"
        return None
    return replace(role, words=" ".join(words[capital[0] : last + 1]))
