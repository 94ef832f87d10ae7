"""The names of voices as the text around them writes them."""

import dataclasses
from collections.abc import Iterator

from longarm.languages import missions
from longarm.model.spans import Span
from longarm.model.statements import Reading, Voice
from longarm.places import gazetteer
from longarm.resolution import names
from longarm.resolution.names import Name
from longarm.resolution.states import States
from longarm.resolution.vocabulary import load

SHORT = 3  # words of an office that is named by its place alone ("Munich police", "prosecutors in Munich")
_ENDS = '.!?:;"”“—–'  # what may stand before the first word of a sentence


def voices(reading: Reading) -> Iterator[Voice]:
    """The voices of all statements but their authors, in text order."""
    return (voice for statement in reading.statements for voice in statement.voices[1:])


def wholes(reading: Reading) -> dict[str, str]:
    """Each name of a voice to all the words that first name it."""
    found: dict[str, str] = {}
    for voice in voices(reading):
        if voice.name and voice.mention is not None:
            found.setdefault(voice.name, voice.mention.words)
    return found


def starting(reading: Reading) -> set[str]:
    """The names of voices that stand only where a sentence begins, with a capital that says nothing."""
    found: dict[str, bool] = {}
    places = {toponym.span.start for toponym in reading.toponyms}
    for name, mention, begins in _placed(reading):
        begins = begins and mention.words.startswith(name)
        is_place = mention.start in places  # "Oslo harbour said" names a party
        found[name] = begins and not is_place and found.get(name, True)
    return {name for name, is_first in found.items() if is_first}


def titled(reading: Reading) -> set[str]:
    """The names of voices that have a "The" with a capital: "according to The Hill".

    Where a sentence begins with it, it is that of a name of one word, which is written without article else.
    """
    with_article = ((name, begins) for name, mention, begins in _placed(reading) if mention.words == f"The {name}")
    return {name for name, begins in with_article if not begins or (name.isalpha() and name.istitle())}


def _placed(reading: Reading) -> Iterator[tuple[str, Span, bool]]:
    """The name and mention of each voice, and whether a sentence begins with it."""
    for statement in reading.statements:
        if not 0 <= statement.passage < len(reading.passages):
            continue
        passage = reading.passages[statement.passage].span
        for voice in statement.voices[1:]:
            if voice.mention is not None and passage.contains(voice.mention):
                before = passage.words[: voice.mention.start - passage.start].rstrip()
                yield voice.name, voice.mention, not before or before[-1] in _ENDS


def towns(reading: Reading) -> set[str]:
    """The names of voices that are nothing but a place on the map: "Glasgow" says nothing, somebody there does."""
    places = {toponym.span for toponym in reading.toponyms if toponym.place and toponym.role == "place"}
    return {voice.name for voice in voices(reading) if voice.mention and voice.mention in places}


def uncapitalised(name: str) -> str:
    """Words of which only the first has a capital, as they stand within a sentence: "Two former cooks"."""
    first, *rest = name.split() or [""]
    return name if not rest or any(word != word.lower() for word in rest) else f"{first.lower()} {' '.join(rest)}"


def of_state(name: Name, whole: str, states: States) -> Name:
    """An office with the state that only the words around its name give it: "China's Ministry of Public Security"."""
    if name.kind not in ("office", "organisation") or name.state or not whole:
        return name
    fuller = names.read(whole, states)
    return fuller if fuller.kind == "office" and fuller.bag == name.bag else name


def countries(reading: Reading) -> dict[str, str]:
    """Names of voices to the code of the only country whose places the words for the voice name."""
    found: dict[str, set[str]] = {}
    placed = [toponym for toponym in reading.toponyms if toponym.place]
    for voice in voices(reading):
        inside = [t for t in placed if voice.mention is not None and voice.mention.contains(t.span)]
        places = [gazetteer.load().place(toponym.place) for toponym in inside]
        found.setdefault(voice.name, set()).update(place.country for place in places if place is not None)
    return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}


def of_country(name: Name, country: str) -> Name:
    """An office or officials with the country of the place that they are of: "Munich prosecutors", but no embassy."""
    known = load()
    is_official = name.kind in ("office", "collective") and not (known.offices | known.government).isdisjoint(name.core)
    if not country or not is_official or name.state or not (missions.abroad() | missions.named()).isdisjoint(name.core):
        return name
    is_office = len(name.core) <= SHORT and len(known.offices.intersection(name.core)) == 1
    return dataclasses.replace(name, state=country, kind="office" if is_office else name.kind)
