"""Words by which the turns of a transcript are told, in a language."""

import functools
from dataclasses import dataclass

from longarm.core.tables import Words
from longarm.languages.loader import read


@dataclass(frozen=True, slots=True)
class TurnWords:
    """The lists of `turns.yaml`; see its comments."""

    parts: Words
    forms: Words
    unnamed: Words
    answering: Words
    interviews: Words
    answers: Words
    asks: Words
    questions: Words
    vocatives: Words


@functools.cache
def load(language: str = "en") -> TurnWords:
    """The words of turns of a language.

    Raises:
        DataError: there are none, or the file is malformed.
    """
    return read(TurnWords, language, "turns")
