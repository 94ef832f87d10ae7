"""Gives the place names of one text their places: by the words beside them, by one another, by their people.

A name has many bearers. What is named beside it decides first ("Paris, Texas"), and holds for the name in the whole
text: one sense a document. The other names vote: each shares one vote among its bearers, countries and divisions
collect the votes, and a bearer scores by its people and by the votes of what holds it. A few rounds settle it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import exp, log, log10

from longarm.model.places import Place
from longarm.model.statements import Toponym
from longarm.places import gazetteer
from longarm.places import words as vocabulary
from longarm.places.fold import fold
from longarm.places.gazetteer import Gazetteer

DEMONYM = "demonym"
MOST_BEARERS = 40  # of one name that are weighed
MOST_CONTEXT = 40  # words of the context that are read
ROUNDS = 3
# Weights of a bearer's score, in powers of ten of people; set on one half of two labelled sets of news.
ABOVE_CITIES = 1.0  # a region or country before other bearers
USUAL = 1.0  # the reading that readings.yaml lists first
IN_COUNTRY = 1.2  # log of the votes for its country
IN_DIVISION = 2.2  # log of the votes for its division
OTHER_NAME = 2.0  # against a place that bears the name only among its other names
ORDER = 0.05  # for each place further down the list
SHARPNESS = 2.0  # of a name's vote: shares go with ten to the score times this
UNKNOWN = "the gazetteer has no place of that name"
BESIDE = re.compile(r"\s*[,(]\s*")
LETTERS = re.compile(r",\s+([A-Z]{2})\b")
NAME = re.compile(r"[A-Z][\w'’.-]*")


@dataclass(slots=True)
class _Name:
    """One name of the text with what may bear it."""

    words: str
    bearers: tuple[Place, ...]
    readings: tuple[str, ...]
    others: frozenset[str]  # ids that bear the name only among their other names
    priors: list[float] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    holders: list[tuple[str, ...]] = field(default_factory=list)  # of each bearer
    holder: str = ""  # what is named beside it
    best: int = 0


def resolve(toponyms: Sequence[Toponym], text: str, context: str = "") -> tuple[Toponym, ...]:
    """The toponyms of one text, each with its place, its other readings and the reason; in the same order.

    Args:
        text: the characters that the toponyms' offsets count in.
        context: words that tell where the text comes from: publisher, dateline.
    """
    names = gazetteer.load()
    known: dict[str, _Name] = {}
    keys = [fold(toponym.span.words) for toponym in toponyms]
    for key, toponym in zip(keys, toponyms, strict=True):
        if toponym.role != DEMONYM and key not in known:
            known[key] = _name(names, toponym.span.words)
    _look_beside(names, toponyms, keys, known, text)
    peoples = [names.demonym(toponym.span.words)[:1] for toponym in toponyms if toponym.role == DEMONYM]
    fixed = [place for ids in peoples for place in ids] + [place.id for place in _of_context(names, context)]
    _settle(names, list(known.values()), fixed)
    return tuple(
        _demonym(names, toponym) if toponym.role == DEMONYM else _resolved(names, toponym, known[key])
        for key, toponym in zip(keys, toponyms, strict=True)
    )


def _name(names: Gazetteer, words: str) -> _Name:
    """The bearers of a name, or of the name without the word for its kind ("Nyanza Province")."""
    listing = names.listing(words)
    if listing is None and words.isupper():
        words = words.title()
        listing = names.listing(words)
    if listing is None:
        base, _, kind = words.rpartition(" ")
        listing = names.listing(base) if kind.casefold() in vocabulary.load().kinds else None
    readings = names.readings(words)
    ids = dict.fromkeys((*readings, *(listing.ids[:MOST_BEARERS] if listing else ())))
    places = tuple(place for place in map(names.place, ids) if place)
    return _Name(words, places, readings, listing.others if listing else frozenset())


def _look_beside(
    names: Gazetteer, toponyms: Sequence[Toponym], keys: list[str], known: dict[str, _Name], text: str
) -> None:
    """Keep of each name the bearers that lie in what is named right after it, if there are any."""
    for at, (key, toponym) in enumerate(zip(keys, toponyms, strict=True)):
        name = known.get(key)
        if name is None or name.holder or toponym.role == DEMONYM:
            continue
        for holder in _beside(names, toponyms, at, known, keys, text):
            inside = tuple(b for b in name.bearers if b.id != holder.id and names.is_within(b.id, holder.id))
            if inside:
                held = {bearer.id for bearer in inside}
                name.readings = tuple(reading for reading in name.readings if reading in held)
                name.bearers, name.holder = inside, holder.name
                break


def _beside(
    names: Gazetteer, toponyms: Sequence[Toponym], at: int, known: dict[str, _Name], keys: list[str], text: str
) -> Iterator[Place]:
    end = toponyms[at].span.end
    letters = LETTERS.match(text, end, end + 8)
    division = names.place(names.postal(letters.group(1))) if letters else None
    if division:
        yield division
    if at + 1 < len(toponyms) and toponyms[at + 1].role != DEMONYM:
        after = toponyms[at + 1].span.start
        if BESIDE.fullmatch(text, end, after) and keys[at + 1] in known:
            yield from (b for b in known[keys[at + 1]].bearers[:2] if b.level != "city")


def _of_context(names: Gazetteer, context: str) -> list[Place]:
    """The places that the words of the context name, best bearer each."""
    found = []
    words = NAME.findall(context)[:MOST_CONTEXT]
    at = 0
    while at < len(words):
        for size in (3, 2, 1):
            listing = names.listing(" ".join(words[at : at + size])) if at + size <= len(words) else None
            place = names.place(listing.ids[0]) if listing and listing.weight >= 100_000 else None
            if place:
                found.append(place)
                at += size - 1
                break
        at += 1
    return found


def _settle(names: Gazetteer, known: list[_Name], fixed: list[str]) -> None:
    """Score the bearers of all names by their people and the votes of the other names, in a few rounds."""
    many = [name for name in known if name.bearers]
    for name in many:
        name.priors = _priors(name, names.usual(name.words))
        name.scores = list(name.priors)
        name.holders = [_holders(names, bearer.id) for bearer in name.bearers]
        _share(name)
    certain = [dict.fromkeys(_holders(names, place), 1.0) for place in fixed]
    for _ in range(ROUNDS):
        cast = [_cast(name) for name in many]
        votes: dict[str, float] = defaultdict(float)
        for ballot in (*cast, *certain):
            for holder, vote in ballot.items():
                votes[holder] += vote
        for name, own in zip(many, cast, strict=True):
            if len(name.bearers) > 1:
                name.scores = [_score(name, at, votes, own) for at in range(len(name.bearers))]
                _share(name)


def _cast(name: _Name) -> dict[str, float]:
    """How one name's vote falls on divisions and countries."""
    votes: dict[str, float] = defaultdict(float)
    for holders, share in zip(name.holders, name.shares, strict=True):
        for holder in holders:
            votes[holder] += share
    return votes


def _holders(names: Gazetteer, place: str) -> tuple[str, ...]:
    """The place itself, if it is a division or country, with those that hold it, up to the country."""
    found = names.place(place)
    if found is None or not found.country:
        return ()
    if found.level == "country":
        return (place,)
    divisions = [place] if found.level == "adm1" else [p for p in found.parents if "." in p and ":" not in p]
    return (*divisions[:1], found.country)


def _priors(name: _Name, usual: str) -> list[float]:
    """What speaks for each bearer before the other names are heard; `usual` is the reading that is listed first."""
    priors = []
    for at, bearer in enumerate(name.bearers):
        prior = log10(bearer.population + 10) - ORDER * at
        if bearer.level not in ("city", "adm1"):
            prior += ABOVE_CITIES
        if bearer.id in name.others:
            prior -= OTHER_NAME
        priors.append(prior + USUAL if bearer.id == usual else prior)
    if len(name.readings) > 1 and not usual:  # a city and the division of its name that holds it
        ids = [bearer.id for bearer in name.bearers]
        first, second = ids.index(name.readings[0]), ids.index(name.readings[1])
        priors[first] = max(priors[first], priors[second] + ORDER)
    return priors


def _score(name: _Name, at: int, votes: dict[str, float], own: dict[str, float]) -> float:
    score = name.priors[at]
    for holder in name.holders[at]:
        others = max(0.0, votes[holder] - own[holder])
        score += (IN_DIVISION if "." in holder else IN_COUNTRY) * log(1 + others)
    return score


def _share(name: _Name) -> None:
    best = max(name.scores)
    shares = [exp(SHARPNESS * (score - best)) for score in name.scores]
    total = sum(shares)
    name.shares = [share / total for share in shares]
    name.best = name.scores.index(best)


def _resolved(names: Gazetteer, toponym: Toponym, name: _Name) -> Toponym:
    if not name.bearers:
        return replace(toponym, reason=UNKNOWN)
    best = name.bearers[name.best]
    readings = tuple(reading for reading in name.readings if reading != best.id)
    return replace(toponym, place=best.id, readings=readings, reason=_reason(names, name, best))


def _demonym(names: Gazetteer, toponym: Toponym) -> Toponym:
    ids = names.demonym(toponym.span.words)
    if not ids:
        return toponym
    return replace(toponym, place=ids[0], readings=ids[1:], reason="a word for its people or things")


def _reason(names: Gazetteer, name: _Name, best: Place) -> str:
    count = len(name.bearers)
    if name.holder:
        which = "the only place" if count == 1 else f"the likeliest of {count} places"
        return f"{name.holder} is named beside it; {which} of that name there"
    if count == 1:
        return "the only place of that name in the gazetteer"
    if best.id in name.readings and len(name.readings) > 1:
        which = "usual" if best.id == name.readings[0] else "one that fits the other places named"
        return f"of the {len(name.readings)} readings of the name the {which}"
    if best.level not in ("city", "adm1"):
        return f"a {best.level} comes before other places of that name"
    if best.population == max(bearer.population for bearer in name.bearers):
        return f"the most populous of {count} places of that name"
    country = names.place(best.country)
    where = f", in {country.name}" if country else ""
    return f"of {count} places of that name the one that fits the other places named{where}"
