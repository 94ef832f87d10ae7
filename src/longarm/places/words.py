"""The words of `stopwords.yaml` and `mentions.yaml`, read once."""

import functools
from dataclasses import dataclass

from longarm.places import data


@dataclass(frozen=True, slots=True)
class Words:
    """Words that tell place names from others, in lower case; see the comments of the two tables."""

    never: frozenset[str]
    weak: frozenset[str]
    before: frozenset[str]
    maybe_before: frozenset[str]
    heads: frozenset[str]
    place_heads: frozenset[str]
    kinds: frozenset[str]
    after_place: frozenset[str]
    land: frozenset[str]
    land_first: frozenset[str]
    streets: frozenset[str]
    says: frozenset[str]
    things: frozenset[str]
    namesakes: frozenset[str]
    titles: frozenset[str]
    joins: frozenset[str]
    articled: frozenset[str]


@functools.cache
def load() -> Words:
    """The words.

    Raises:
        DataError: a table is malformed.
    """
    stop, mention = data.load("stopwords.yaml"), data.load("mentions.yaml")
    return Words(
        **{key: frozenset(data.words(stop, key, "stopwords.yaml")) for key in ("never", "weak")},
        **{
            key: frozenset(data.words(mention, key, "mentions.yaml"))
            for key in Words.__dataclass_fields__
            if key not in ("never", "weak")
        },
    )


def with_article(name: str) -> str:
    """The name of a place as it stands within a sentence: "the United States", "the Netherlands", "Norway"."""
    return f"the {name}" if name in load().articled else name
