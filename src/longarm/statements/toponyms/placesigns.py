"""The signs that a name of the gazetteer stands for a place where it stands, and their weights."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from math import log10

from longarm.core.capitals import SHORT, is_capitalised
from longarm.places import gazetteer
from longarm.places import words as vocabulary
from longarm.places.fold import is_exact
from longarm.places.gazetteer import Gazetteer, Listing
from longarm.places.words import Words
from longarm.statements.parse import Parse

PLACES = ("GPE", "LOC")  # entity labels of the parser
NAMED_THINGS = ("ORG", "FAC", "WORK_OF_ART", "EVENT", "LAW", "PRODUCT")
COUNTRY = 1  # kind of a listing: a region or country
POSSESSIVE = ("'s", "’s", "'", "’")
LARGE_TOWN = 100_000  # people
COMMON = 10.0  # against a common word, in log odds
# Log odds, rounded to halves. Their size was found by logistic regression on one half of two labelled sets of news; the
# other half, which set nothing, gave an F1 no lower. "people" is for a power of ten; "country" is set by hand, as those
# sets name few small countries, and "always" by hand for more recall.
WEIGHTS: dict[str, float] = {
    "PERSON begins": 0.5,
    "PERSON exactly": -1.0,
    "PERSON holds": -1.0,
    "PLACE begins": 1.0,
    "PLACE exactly": 1.0,
    "THING exactly": -1.0,
    "THING holds": -1.0,
    "after in": 1.0,
    "after name": -1.0,
    "after of": 0.5,
    "after other": -0.5,
    "after title": -1.5,
    "always": -1.5,
    "before kind": -0.5,
    "before name": -1.0,
    "before possessive": -1.0,
    "before says": -1.5,
    "before street": 2.0,
    "country": 1.5,
    "loud": -0.5,
    "no entity": -0.5,
    "no name": -1.5,
    "other entity": -0.5,
    "people": 0.7,
    "person elsewhere": -3.5,
    "weak word": -1.0,
    "words": 1.5,
}


@dataclass(slots=True)
class View:
    """A parse with what is asked of it again and again.

    Attributes:
        entity: the parser's entity that covers each token.
        ends: one past the last token of each token's sentence.
        loud, shouts: whether a token's sentence is a headline with capitals; whether all of it is in capitals.
        persons: words of the names of persons with more than one word, which are nowhere part of a place.
    """

    parse: Parse
    names: Gazetteer
    words: Words
    entity: list[tuple[int, int, str] | None]
    ends: list[int]
    loud: list[bool]
    shouts: list[bool]
    persons: set[str]

    @classmethod
    def of(cls, parse: Parse, surnames: Set[str] = frozenset()) -> "View":
        """The view of a parse, with the surnames of the text it is from."""
        size = len(parse.words)
        entity: list[tuple[int, int, str] | None] = [None] * size
        persons: set[str] = set()
        places: set[str] = set()
        for found in parse.entities:
            first, last, label = found
            entity[first:last] = [found] * (last - first)
            if label == "PERSON" and last > first + 1:
                persons.update(parse.words[first:last])
            elif label in PLACES:
                places.update(parse.words[first:last])
        ends, loud, shouts = [size] * size, [False] * size, [False] * size
        for first, last in parse.sentences:
            words = parse.words[first:last]
            ends[first:last] = [last] * (last - first)
            if is_capitalised(words):
                loud[first:last] = [True] * (last - first)
                is_shouted = all(word.isupper() for word in words if len(word) > SHORT and word.isalpha())
                shouts[first:last] = [is_shouted] * (last - first)
        known = (persons - places) | surnames
        return cls(parse, gazetteer.load(), vocabulary.load(), entity, ends, loud, shouts, known)

    def surface(self, first: int, last: int) -> str:
        """The characters from a token up to, not including, another."""
        parse = self.parse
        return parse.text[parse.starts[first] - parse.offset : parse.ends[last - 1] - parse.offset]

    def lower(self, token: int) -> str:
        """A token in lower case, empty outside the passage."""
        return self.parse.lowers[token] if 0 <= token < len(self.parse.lowers) else ""

    def is_start(self, token: int) -> bool:
        """Whether a sentence begins with the token."""
        return token == 0 or self.ends[token - 1] != self.ends[token]

    def is_wider(self, entity: tuple[int, int, str] | None, first: int, last: int) -> bool:
        """Whether an entity has more words than the name, article and possessive aside."""
        if entity is None:
            return False
        start, end, _ = entity
        if start < first and self.lower(start) == "the":
            start += 1
        if end > last and self.lower(end - 1) in POSSESSIVE:
            end -= 1
        return start < first or end > last

    def goes_on(self, last: int) -> bool:
        """Whether the next word makes another name of the one before ("New York Post")."""
        if last >= self.ends[last - 1] or not self.parse.words[last][0].isupper():
            return False
        lower = self.parse.lowers[last]
        if self.parse.pos[last] not in ("PROPN", "NOUN", "ADJ") or lower in self.words.kinds:
            return False
        return lower not in self.words.after_place and not self.names.demonym(self.parse.words[last])


def surnames(parses: Iterable[Parse]) -> frozenset[str]:
    """Last words of the full names of persons in a text, without those that stand after "in" or the like."""
    before = vocabulary.load().before
    found: set[str] = set()
    places: set[str] = set()
    for parse in parses:
        for first, last, label in parse.entities:
            end = last - 1 if parse.lowers[last - 1] in POSSESSIVE else last
            if label == "PERSON" and end > first + 1:
                found.add(parse.words[end - 1])
            elif first and parse.lowers[first - 1] in before:
                places.update(parse.words[first:last])
    return frozenset(found - places)


def weigh(view: View, first: int, last: int, listing: Listing, follows: bool) -> float:
    """How much speaks for a place, in log odds; above zero it is taken for one.

    Args:
        follows: the name stands right after a place, as in a list.
    """
    if is_common(view, first, last, listing.weight):
        return -COMMON
    return sum(WEIGHTS.get(sign, 0.0) * value for sign, value in signs(view, first, last, listing, follows))


def is_common(view: View, first: int, last: int, weight: int = 0) -> bool:
    """Whether the words are common ones, which are places only beside what holds them ("Reading, England").

    Args:
        weight: people of the best place of the name; a name of several common words may be a large town's.
    """
    never, lowers = view.words.never, view.parse.lowers[first:last]
    if last == first + 1:
        return lowers[0] in never and lowers[0] not in view.words.weak and not _is_letters(view, first)
    if view.surface(first, last).lower() in never:
        return True
    is_part = last == first + 2 and lowers[0] in view.words.before and lowers[1] in view.words.kinds
    return is_part or (weight < LARGE_TOWN and all(word in never or word in view.words.kinds for word in lowers))


def _is_letters(view: View, token: int) -> bool:
    """Whether a word is an abbreviation in capitals ("US"), where not all is in capitals."""
    return is_exact(view.parse.words[token]) and not view.shouts[token]


def signs(view: View, first: int, last: int, listing: Listing, follows: bool) -> list[tuple[str, float]]:
    """The signs of one name, each with how strong it is."""
    found = [("always", 1.0), ("people", log10(listing.weight + 1))]
    if listing.kind <= COUNTRY:
        found.append(("country", 1.0))
    if last > first + 1:
        found.append(("words", 1.0))
    elif view.lower(first) in view.words.weak:
        found.append(("weak word", 1.0))
    if view.surface(first, last) in view.persons:
        found.append(("person elsewhere", 1.0))
    if view.parse.pos[last - 1] != "PROPN":
        found.append(("no name", 1.0))
    if view.loud[first]:
        found.append(("loud", 1.0))
    found += [(sign, 1.0) for sign in (_entity(view, first, last), _before(view, first, follows), _after(view, last))]
    return found


def _entity(view: View, first: int, last: int) -> str:
    entity = view.entity[first] or view.entity[last - 1]
    if entity is None:
        return "no entity"
    label = "PLACE" if entity[2] in PLACES else "THING" if entity[2] in NAMED_THINGS else entity[2]
    if label not in ("PLACE", "THING", "PERSON"):
        return "other entity"
    if not view.is_wider(entity, first, last):
        return f"{label} exactly"
    begins = entity[0] == first or (entity[0] == first - 1 and view.lower(first - 1) == "the")
    return f"{label} begins" if begins else f"{label} holds"


def _before(view: View, first: int, follows: bool) -> str:
    if view.is_start(first):
        return "starts"
    before = view.lower(first - 1)
    if before in view.words.before:
        return "after in"
    if before in view.words.maybe_before:
        return "after of"
    if follows:
        return "after place"
    if before in view.words.titles and view.parse.words[first - 1][0].isupper():
        return "after title"
    return "after name" if view.parse.words[first - 1][0].isupper() and before != "the" else "after other"


def _after(view: View, last: int) -> str:
    if last >= view.ends[last - 1]:
        return "before end"
    after = view.lower(last)
    if after in view.words.kinds and view.parse.words[last][0].isupper():
        return "before kind"
    if after in view.words.streets and view.parse.words[last][0].isupper():
        return "before street"
    if view.goes_on(last):
        return "before name"
    if after in POSSESSIVE:
        return "before possessive"
    if after in view.words.says:
        return "before says"
    return "before comma" if after in (",", "(", ")") else "before other"


def is_place_unlisted(view: View, first: int, last: int) -> bool:
    """Whether a name that only the parser takes for a place is one."""
    if last > first + 1 and (view.lower(last - 1) in view.words.land or view.lower(first) in view.words.land_first):
        return True
    if view.lower(first) in view.words.never or view.parse.words[last - 1] in view.persons:
        return False
    return view.lower(first - 1) in view.words.before and view.lower(last) not in POSSESSIVE
