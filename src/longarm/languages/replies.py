"""Words by which replies are told from deeds, and from what others say, in a language."""

import functools
from dataclasses import dataclass

from longarm.core.tables import Words
from longarm.languages.loader import read


@dataclass(frozen=True, slots=True)
class ReplyWords:
    """The lists of `replies.yaml`; see its comments."""

    sellers: Words
    headed: Words
    vowing: Words
    press_officers: Words
    press: Words
    rulers: Words
    charging: Words
    outlets: Words
    services: Words
    laying: Words
    impugning: Words
    admitting: Words
    demanding: Words
    resolving: Words
    holding: Words
    keepers: Words
    runners: Words
    premises: Words
    clearing: Words
    bodies: Words
    denying: Words
    unboasted: Words
    ruling: Words
    governments: Words
    entitlements: Words
    staff: Words
    taking: Words
    refusing: Words
    retaliating: Words
    pleaders: Words
    investigators: Words
    pleading_nouns: Words
    answers: Words
    asking: Words
    recommending: Words
    counsel: Words
    releasing: Words
    insisting: Words
    conceding: Words
    releases: Words
    unaware: Words
    leading: Words
    faults: Words
    disgrace: Words


@functools.cache
def load(language: str = "en") -> ReplyWords:
    """The words of replies of a language.

    Raises:
        DataError: there are none, or the file is malformed.
    """
    return read(ReplyWords, language, "replies")
