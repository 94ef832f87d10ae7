"""What tells one document's story from another's: its rare words and names, ages of people, streets, and its date."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from longarm.claims import words

LEAD = 80  # words of the beginning, where a news text says what happened
_TOKEN = re.compile(r"[A-Za-z][A-Za-z'’-]+|\d+")
_NAME = re.compile(r"\b([A-Z][a-z'’]+(?:-[A-Z][a-z]+)?)\s+(?:[A-Z]\.\s+)?([A-Z][a-z'’]+(?:-[A-Z][a-z]+)?)")
_AGE = re.compile(r"\b(\d{1,2})(?:-year-old|,)")
_STREET = re.compile(
    r"\b((?:[A-Z][a-z]+|\d+(?:st|nd|rd|th))\s+"
    r"(?:Street|Avenue|Road|Drive|Lane|Boulevard|St|Ave|Rd|Dr|Blvd|Highway|Court|Place|Way|Park|Square|County))\b"
)
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october")
_CALENDAR = frozenset(
    [*_MONTHS, "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
)


@dataclass(frozen=True, slots=True)
class Story:
    """One document: its title, its text and the day it was published (proleptic number, None where unsaid)."""

    id: str
    title: str
    text: str
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """The counted signs of one story; vectors are of unit length, weighted by rarity in the case.

    Attributes:
        all, caps, lead: vectors of all words, of words only ever written with a capital, of title and beginning.
        names: pairs of capital words, with their rarity.
        lead_caps: capital words of title and beginning, with their rarity.
        ages, streets: as written.
    """

    story: Story
    all: Mapping[str, float]
    caps: Mapping[str, float]
    lead: Mapping[str, float]
    names: Mapping[str, float]
    lead_caps: Mapping[str, float]
    ages: frozenset[str]
    streets: frozenset[str]


def profiles(stories: Sequence[Story]) -> list[Profile]:
    """The profiles of stories; what is rare depends on all of them."""
    counted = [_Counted(story) for story in stories]
    rarity = [
        _rarity([c.all for c in counted]),
        _rarity([c.caps for c in counted]),
        _rarity([c.names for c in counted]),
    ]
    return [one.profile(*rarity) for one in counted]


class _Counted:
    def __init__(self, story: Story) -> None:
        stop = words.load().stop
        self.story = story
        text = f"{story.title} . {story.title} . {story.text}"
        found = _TOKEN.findall(text)
        small = {word for word in found if word[0].islower()}
        self.all = Counter(lower for word in found if (lower := word.lower()) not in stop)
        capital = (word.lower() for word in found if word[0].isupper())
        self.caps = Counter(lower for lower in capital if lower not in stop and lower not in small)
        self.names = Counter(f"{match[0]} {match[1]}".lower() for match in _NAME.findall(text))
        self.lead = _TOKEN.findall(f"{story.title} {' '.join(story.text.split()[:LEAD])}")
        self.ages = frozenset(_AGE.findall(text))
        self.streets = frozenset(street.lower() for street in _STREET.findall(story.text))

    def profile(self, all_: Mapping[str, float], caps: Mapping[str, float], names: Mapping[str, float]) -> Profile:
        stop = words.load().stop | _CALENDAR
        lead_caps = {word.lower() for word in self.lead if word[0].isupper()} - stop
        return Profile(
            self.story,
            _vector(self.all, all_),
            _vector(self.caps, caps),
            _vector(Counter(dict.fromkeys((w.lower() for w in self.lead), 1)), all_),
            {name: names[name] for name in self.names},
            {word: caps.get(word, 0.0) for word in lead_caps},
            self.ages,
            self.streets,
        )


def _rarity(counts: Sequence[Counter[str]]) -> dict[str, float]:
    """Inverse document frequency of every word."""
    spread = Counter(word for count in counts for word in count)
    return {word: math.log((len(counts) + 1) / (number + 0.5)) for word, number in spread.items()}


def _vector(count: Counter[str], rarity: Mapping[str, float]) -> dict[str, float]:
    made = {word: (1 + math.log(number)) * rarity[word] for word, number in count.items() if word in rarity}
    length = math.sqrt(sum(value * value for value in made.values())) or 1.0
    return {word: value / length for word, value in made.items()}


def cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """The cosine of two vectors of unit length."""
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    return sum(value * long[word] for word, value in short.items() if word in long)
