"""What a release withholds, and the words that masking goes by."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from longarm.core.reference import read_yaml
from longarm.errors import DataError


@dataclass(frozen=True, slots=True)
class Policy:
    """What may leave a case.

    Attributes:
        texts: `passages` (only those that carry a statement) or `full`; None is as the case's settings say.
        is_edition: only what people accepted leaves; else it is a working copy, marked so.
        name_offices: whether a person to whom the text itself gives a public office keeps the name.
    """

    texts: str | None = None
    name_offices: bool = True
    is_edition: bool = False


DEFAULT = Policy()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words of `data/words.yaml`.

    Attributes:
        function: words that are names only after a title or where a reader found a person.
        modal: words that are names too, but not in a headline in title case.
        common: names that are also everyday words or places.
        particles: parts of names that name nobody by themselves.
        titles: words before a name.
        listed: plurals of people before a list of names.
        naming: what a name follows, whoever bears it.
        kin: words for people close to somebody, before a name between commas.
        namesakes: what has somebody's name, beside streets and the like.
        nobody: what parsers take for people again and again, as written: outlets, peoples, programs.
        imprints: words of picture credits that name an agency.
        calendar: words around a month or a day.
        sayings: words after a name that opens a sentence.
        street_after, street_weak, street_before, street_endings, street_last: words of street addresses.
        papers: papers, files and cars, whose numbers tell a person.
    """

    function: frozenset[str]
    modal: frozenset[str]
    common: frozenset[str]
    particles: frozenset[str]
    titles: frozenset[str]
    listed: frozenset[str]
    naming: frozenset[str]
    kin: frozenset[str]
    namesakes: frozenset[str]
    nobody: frozenset[str]
    imprints: frozenset[str]
    calendar: frozenset[str]
    sayings: frozenset[str]
    street_after: tuple[str, ...]
    street_weak: tuple[str, ...]
    street_before: tuple[str, ...]
    street_endings: tuple[str, ...]
    street_last: tuple[str, ...]
    papers: frozenset[str]

    @property
    def everyday(self) -> frozenset[str]:
        """Every word that may stand in a text without being a name."""
        return self.function | self.modal | self.common


@cache
def lexicon() -> Lexicon:
    """The words that come with longarm.

    Raises:
        DataError: the file is not a table of lists of words.
    """
    return parse(read_yaml("longarm.protect", "words.yaml"))


def parse(data: Any) -> Lexicon:
    """The lexicon of the data.

    Raises:
        DataError: a list is missing, unknown, or holds something other than words.
    """
    fields = Lexicon.__slots__
    if not isinstance(data, dict) or set(data) != set(fields):
        raise DataError(f"protect/data/words.yaml must hold exactly the lists {', '.join(fields)}.")
    for name, words in data.items():
        if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
            raise DataError(f"The list {name} in protect/data/words.yaml must hold words; quote yes, no, on and off.")
    lists: dict[str, Any] = {
        name: tuple(words) if name.startswith("street_") else frozenset(words) for name, words in data.items()
    }
    return Lexicon(**lists)
