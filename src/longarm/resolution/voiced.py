"""The names of voices as the text around them writes them."""

from collections.abc import Iterator

from longarm.model.statements import Reading, Voice
from longarm.resolution import names
from longarm.resolution.names import Name
from longarm.resolution.states import States

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
    for statement in reading.statements:
        if not 0 <= statement.passage < len(reading.passages):
            continue
        passage = reading.passages[statement.passage].span
        for voice in statement.voices[1:]:
            if voice.mention is not None and passage.contains(voice.mention):
                before = passage.words[: voice.mention.start - passage.start].rstrip()
                begins = voice.mention.words.startswith(voice.name) and (not before or before[-1] in _ENDS)
                is_place = voice.mention.start in places  # "Oslo harbour said" names a party
                found[voice.name] = begins and not is_place and found.get(voice.name, True)
    return {name for name, is_first in found.items() if is_first}


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
    if name.kind != "office" or name.state or not whole:
        return name
    fuller = names.read(whole, states)
    return fuller if fuller.kind == "office" and fuller.bag == name.bag else name
