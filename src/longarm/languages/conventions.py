"""The numbers behind the intervals, by name, and a language with some of them as a case wants them."""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace

from longarm.core.intervals import Number
from longarm.errors import DataError
from longarm.languages.loader import Language, load

Overrides = tuple[tuple[str, Number], ...]  # (name, value), sorted by name
SHARES = frozenset(("approx_share", "nearly_share", "majority_share"))  # between 0 and 1


@dataclass(frozen=True, slots=True)
class Convention:
    """A convention that a case sets otherwise: its name, its value here, and the one that comes with longarm."""

    name: str
    value: Number
    shipped: Number


def shipped(code: str) -> Mapping[str, Number]:
    """Every convention that a case may override, with the value that comes with longarm.

    The names are those of `qualifiers.yaml` (`nearly_share`), and the words without a number of `numbers.yaml`
    ("dozens"), which stand for the least that they can mean.
    """
    language = load(code)
    return {**asdict(language.qualifiers.conventions), **language.numbers.indefinite}


@functools.cache
def adjusted(code: str, overrides: Overrides) -> Language:
    """The tables of a language with a case's own conventions in the place of the shipped ones."""
    language = load(code)
    if not overrides:
        return language
    given = dict(overrides)
    known = asdict(language.qualifiers.conventions)
    rules = replace(language.qualifiers.conventions, **{name: value for name, value in given.items() if name in known})
    least = {word: given.get(word, value) for word, value in language.numbers.indefinite.items()}
    return replace(
        language,
        numbers=replace(language.numbers, indefinite=least),
        qualifiers=replace(language.qualifiers, conventions=rules),
    )


def changes(code: str, overrides: Overrides) -> tuple[Convention, ...]:
    """The overrides of a case, each beside what is shipped."""
    known = shipped(code) if overrides else {}
    return tuple(Convention(name, value, known[name]) for name, value in overrides if name in known)


def checked(code: str, given: Iterable[tuple[str, object]]) -> Overrides:
    """Overrides as given by a person, sorted by name; one that says what is shipped anyway is left out.

    Raises:
        DataError: a name is none of `shipped`, or its value is no number that it can have.
    """
    known = shipped(code)
    found: dict[str, Number] = {}
    for name, value in given:
        if name not in known:
            raise DataError(f"{name} is no convention; take it out, or write one of {', '.join(known)}")
        number = _number(name, value)
        if number != known[name]:
            found[name] = number
    return tuple(sorted(found.items()))


def _number(name: str, value: object) -> Number:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise DataError(f"{name} is {value!r}; write a number without quotation marks")
    if name in SHARES and not 0 < value < 1:
        raise DataError(f"{name} is {value}; write a share between 0 and 1, such as 0.9")
    if name == "approx_unit" and not 0 <= value < float("inf"):
        raise DataError(f"{name} is {value}; write 0 or more")
    if name not in SHARES and name != "approx_unit" and (not isinstance(value, int) or value < 1):
        raise DataError(f"{name} is {value}; write a whole number of 1 or more")
    return value
