"""A made-up case of any size, the same for the same numbers: for measuring how weighing grows."""

import random
from collections.abc import Iterator

from longarm.model.case import State
from longarm.model.places import WORLD
from longarm.testing.builders import Text, case, voice

# Real places and invented parties: names of places must be on the gazetteer, nobody else needs to exist.
PLACES = (
    ("Toronto", "gn:6167865"),
    ("Canada", "CA"),
    ("Ireland", "IE"),
    ("Japan", "JP"),
    ("Brazil", "BR"),
    ("Kenya", "KE"),
    ("Norway", "NO"),
    ("Chile", "CL"),
    ("Germany", "DE"),
    ("the world", WORLD),
)
STATES = ("China", "Iran", "Rwanda", "Tajikistan", "Belarus")
METHODS = ("overseas-station", "coercion-by-proxy", "online-threats", "physical-surveillance", "exit-ban")
MEASURES = ("station", "host-country", "returned", "arrested", "charged", "threatened")
TARGETS = ("relatives", "students", "journalists", "exiles", "protesters")
VERBS = ("threaten", "follow", "film", "visit", "summon", "question", "call", "photograph", "detain", "warn")
OBJECTS = ("families", "meetings", "shops", "homes", "schools", "marches", "accounts", "visas", "jobs", "phones")
ENDINGS = ("at night", "before elections", "after rallies", "through agents", "by message", "with letters", "for years")


def state(documents: int, statements: int, seed: int = 0) -> State:
    """A case of so many documents that hold so many statements together."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, protects nothing
    return case(*_texts(documents, statements, chance))


def _texts(documents: int, statements: int, chance: random.Random) -> Iterator[Text]:
    share, more = divmod(statements, documents)
    for number in range(documents):
        group = f"Watch Group {chance.randrange(max(2, documents // 20)):05d}"
        text = Text(
            f"{number:06d}.txt", publisher=f"Paper {number % 97}", title=f"Piece {number}", published="2023-05-02"
        )
        for _ in range(share + (number < more)):
            _say(text, group, chance)
        yield text


def _say(text: Text, group: str, chance: random.Random) -> None:
    voices = chance.choice(
        [
            (),
            (voice(group, "a report", cue="says"),),
            (voice("Critics", cue="say"),),
            (voice(group, "its report", cue="notes"), voice(f"the {chance.choice(STATES)} government", cue="claims")),
        ]
    )
    place, operator = chance.choice(PLACES), chance.choice(STATES)
    if chance.random() < 0.4:
        number = chance.randrange(1, 500)
        text.say(
            f"There were {number} of them counted.",
            measure=chance.choice(MEASURES),
            number=str(number),
            low=number,
            high=number,
            voices=voices,
            operator=operator,
            places=[place],
        )
        return
    if chance.random() < 0.2:
        text.say("It runs an office.", "presence", method=METHODS[0], voices=voices, operator=operator, places=[place])
        return
    words = (
        f"agents {chance.choice(VERBS)} {chance.choice(OBJECTS)} and {chance.choice(OBJECTS)} {chance.choice(ENDINGS)}"
    )
    kind = chance.choice(("act", "act", "purpose", "legal", "remedy", "response", "quotation"))
    text.say(
        words,
        kind,
        method=chance.choice(METHODS),
        voices=voices,
        actor=operator,
        target=chance.choice(TARGETS),
        places=[place] if chance.random() < 0.5 else (),
    )
