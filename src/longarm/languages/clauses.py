"""Words by which the clauses of a language are told to be assertions, terms or background."""

import functools
from dataclasses import dataclass

from longarm.core.tables import Words
from longarm.languages.loader import read


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The lists of `clauses.yaml`; see its comments."""

    terms: Words
    background: Words
    standing_for: Words
    demanding: Words
    commenting: Words
    befalling: Words
    deeds: Words
    own_parts: Words
    changing: Words
    informing: Words
    titling: Words
    asking: Words
    placing: Words
    sourcing: Words
    describing: Words
    judging: Words
    expelling: Words
    charging: Words
    making: Words
    inducing: Words
    equating: Words
    undergoing: Words
    countering: Words
    halting: Words
    opposition: Words
    regarding: Words
    regard: Words
    culpable: Words
    residing: Words
    seizing: Words
    takings: Words
    seeking: Words
    prices: Words
    leads: Words
    offences: Words
    posing: Words
    committing: Words
    undertakings: Words
    by_means: Words
    trying: Words
    cases: Words
    triers: Words
    files: Words
    investigators: Words
    investigating: Words
    laws: Words
    laying_down: Words
    punishing: Words
    punishments: Words
    targets: Words
    companions: Words
    wrongs: Words
    hosting: Words
    spanning: Words
    seeing: Words
    tolerating: Words
    inquiries: Words
    looking_into: Words
    comprising: Words
    lands: Words
    receiving: Words
    screens: Words
    perceiving: Words
    lending: Words
    coming_out: Words
    aiming: Words
    ends: Words
    meaning: Words
    serving: Words
    rallying: Words
    ceasing: Words


@functools.cache
def load(language: str = "en") -> ClauseWords:
    """The words of clauses of a language.

    Raises:
        DataError: there are none, or the file is malformed.
    """
    return read(ClauseWords, language, "clauses")
