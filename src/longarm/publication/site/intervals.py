"""How words around a number are read, as the methods page tells it: from the same data as the reading itself."""

from dataclasses import asdict, dataclass
from functools import cache

from longarm.errors import DataError
from longarm.languages.conventions import Convention, Overrides, adjusted, changes
from longarm.languages.loader import Language
from longarm.publication.site.figures import number
from longarm.publication.site.wording import NumberReading, wording

READ = "en"  # the language in which statements are found


@dataclass(frozen=True, slots=True)
class Row:
    """Words around a number, what they make of it, and a note."""

    words: str
    reading: str
    note: str


@cache
def rows(overrides: Overrides = ()) -> tuple[Row, ...]:
    """Every convention with its words and figures of the language data (`qualifiers.yaml`, `numbers.yaml`).

    Args:
        overrides: conventions that the case sets otherwise.

    Raises:
        DataError: the wording of a convention names a figure that the language data do not have.
    """
    language = adjusted(READ, overrides)
    return tuple(_row(reading, language) for reading in wording().intervals) + _vague(language)


def own(overrides: Overrides) -> tuple[Convention, ...]:
    """The conventions that the case sets otherwise, each beside what is shipped."""
    return changes(READ, overrides)


def _row(reading: NumberReading, language: Language) -> Row:
    figures = asdict(language.qualifiers.conventions)
    try:
        return Row(_words(reading.of, language), reading.reading.format(**figures), reading.note.format(**figures))
    except (LookupError, ValueError) as error:
        raise DataError(f"The row {reading.of} of intervals in wording.yaml cannot be filled in: {error}.") from error


def _words(of: str, language: Language) -> str:
    qualifiers = language.qualifiers
    if of == "majority":
        majority = qualifiers.majority
        return ", ".join(sorted(majority.determiners | majority.nouns | majority.adverbs))
    if of == "range":
        between, words = language.numbers.between, sorted(language.numbers.range_words)
        return ", ".join(
            (f"{between['opener']} 20 {between['joiner']} 30", *(f"20 {word} 30" for word in words), "20-30")
        )
    before = (f"{phrase} n" for phrase in qualifiers.before.get(of, ()))
    after = (f"n {phrase}".replace(" - ", "-") for phrase in qualifiers.after.get(of, ()))
    return ", ".join((*before, *after))


def _vague(language: Language) -> tuple[Row, ...]:
    """Words without a number, by the least that they can mean."""
    least: dict[str, list[str]] = {}
    for word, value in sorted(language.numbers.indefinite.items(), key=lambda item: item[1]):
        least.setdefault(number(value), []).append(word)
    return tuple(Row(", ".join(words), f"{value} or more", "") for value, words in least.items())
