"""Tables of words: reference data as frozen types, checked once when it is read.

The type says what a file holds: a key of the file is a field of the type, and the type of the field its shape. What is
written in another shape than it is used in has a `Form`: `Phrases`, `ByWord`, `AnyOf` and the like.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from longarm.core.intervals import Number
from longarm.core.reference import read_yaml
from longarm.errors import DataError

T = TypeVar("T")
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Form:
    """How a value is written, where it is used in another form.

    Attributes:
        written: its type in the file.
        make: the value of what is written; a ValueError says what is wrong with it.
    """

    written: Any
    make: Callable[[Any], Any]


def _phrases(written: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in written)


def _by_word(written: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {word: kind for kind, words in written.items() for word in words}


def _any_of(written: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, written)) + r")\b", re.I)


def _any_match(written: tuple[str, ...]) -> re.Pattern[str]:
    try:
        return re.compile("|".join(written), re.I)
    except re.error as error:
        raise ValueError(f"is no list of patterns: {error}") from error


def _lower(written: Words) -> Words:
    if loud := sorted(word for word in written if word != word.lower()):
        raise ValueError(f"needs words in lower case, not {loud[0]!r}")
    return written


Phrases = Annotated[frozenset[tuple[str, ...]], Form(tuple[str, ...], _phrases)]  # "in line with", as its words
ByWord = Annotated[Mapping[str, str], Form(Mapping[str, tuple[str, ...]], _by_word)]  # written by kind: its words
AnyOf = Annotated[re.Pattern[str], Form(tuple[str, ...], _any_of)]  # any of these words, in whatever letters
AnyMatch = Annotated[re.Pattern[str], Form(tuple[str, ...], _any_match)]  # any of these patterns
Lower = Annotated[Words, Form(Words, _lower)]  # words in lower case
Parted = Annotated[Words, Form(str, lambda written: _lower(frozenset(written.split())))]  # the same, parted by blanks


def read(kind: type[T], package: str, name: str) -> T:
    """The file `data/<name>` of a package as its type.

    Raises:
        DataError: the file is missing or malformed; the message names file and key.
    """
    return build(kind, read_yaml(package, name), f"{package.partition('.')[2].replace('.', '/')}/data/{name}")


def build(kind: type[T], data: Any, where: str) -> T:
    """YAML data as a frozen type.

    Args:
        where: file and keys so far, for messages.

    Raises:
        DataError: a key is missing, unknown or of another shape.
    """
    if not isinstance(data, dict):
        raise DataError(f"{where} must be a table of keys, not {type(data).__name__}")
    hints = get_type_hints(kind, include_extras=True)
    names = {field.name: field.name.rstrip("_") for field in fields(kind)}  # type: ignore[arg-type]
    if missing := sorted(set(names.values()) - data.keys()):
        raise DataError(f"{where} has no key {missing[0]!r}: add it, empty if need be")
    if unknown := sorted(map(str, data.keys() - set(names.values()))):
        raise DataError(f"{where} has the unknown key {unknown[0]!r}: remove it or correct its spelling")
    return kind(**{name: _value(hints[name], data[key], f"{where}: {key}") for name, key in names.items()})


def _value(kind: Any, data: Any, where: str) -> Any:
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _made(args[1], data, where)
    if origin is frozenset:
        return frozenset(_items(data, args[0], where))
    if origin is tuple:
        return tuple(_items(data, args[0], where))
    if origin is Mapping:
        if not isinstance(data, dict):
            raise DataError(f"{where} must be a table, not {type(data).__name__}")
        return {_value(str, key, where): _value(args[1], value, f"{where}: {key}") for key, value in data.items()}
    if isinstance(kind, type) and hasattr(kind, "__dataclass_fields__"):
        return build(kind, data, where)
    allowed: Any = (int, float) if kind == Number else object if kind is Any else kind
    if not isinstance(data, allowed) or (isinstance(data, bool) and kind is not bool):
        raise DataError(f"{where} holds {data!r}: write it in quotation marks or correct it")
    return data


def _made(form: Form, data: Any, where: str) -> Any:
    try:
        return form.make(_value(form.written, data, where))
    except ValueError as error:
        raise DataError(f"{where} {error}") from error


def _items(data: Any, kind: Any, where: str) -> list[Any]:
    if not isinstance(data, list):
        raise DataError(f"{where} must be a list, not {type(data).__name__}")
    if kind is str and all(type(item) is str for item in data):
        return data
    return [_value(kind, item, where) for item in data]
