"""How words around a number are read, as the methods page tells it: from the same data as the reading itself."""

from dataclasses import asdict, dataclass
from functools import cache

from longarm.languages import loader as languages
from longarm.languages.loader import Language
from longarm.publication.site.figures import number
from longarm.publication.site.wording import wording

READ = "en"  # the language in which statements are found


@dataclass(frozen=True, slots=True)
class Row:
    """Words around a number, what they make of it, and a note."""

    words: str
    reading: str
    note: str


@cache
def rows() -> tuple[Row, ...]:
    """Every convention with its words and figures from the language data (`qualifiers.yaml`, `numbers.yaml`)."""
    language = languages.load(READ)
    figures = {name: number(value) for name, value in asdict(language.qualifiers.conventions).items()}
    figures |= {name: number(value * 100) for name, value in asdict(language.qualifiers.conventions).items()}
    return tuple(
        Row(words, row.reading.format_map(figures), row.note.format_map(figures))
        for row in wording().intervals
        if (words := row.words or _words(row.qualifier, language))
    ) + _vague(language)
