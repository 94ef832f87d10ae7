"""JSON in and out for every data type, versioned; validates on the way in."""

import dataclasses
import functools
import types
import typing
from typing import Any, TypeVar

from longarm.errors import CodecError

VERSION = 1
_PLAIN = (str, int, bool)
T = TypeVar("T")


def to_data(value: Any) -> Any:
    """The value as plain JSON data: dataclasses as objects without fields that hold their default."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            name: to_data(item)
            for name, default in _fields(type(value))
            if (item := getattr(value, name)) != default or default is dataclasses.MISSING
        }
    if isinstance(value, tuple | list):
        return [to_data(item) for item in value]
    if isinstance(value, dict):
        return {key: to_data(item) for key, item in value.items()}
    return value


def from_data(kind: type[T], data: Any) -> T:
    """The value of a type that `to_data` made the data of.

    Raises:
        CodecError: the data has not the type's shape; the message names the field.
    """
    try:
        return typing.cast(T, _reader(typing.cast(Any, kind))(data))
    except (TypeError, ValueError, KeyError) as error:
        raise CodecError(f"this is not a {kind.__name__}: {error}") from error


def pack(value: Any) -> dict[str, Any]:
    """The value with its type and the version of the codec, for storage."""
    return {"v": VERSION, "type": type(value).__name__, "data": to_data(value)}


def unpack(kind: type[T], data: dict[str, Any]) -> T:
    """The value that `pack` made the data of.

    Raises:
        CodecError: another type, or a version that this longarm cannot read.
    """
    if data.get("v") != VERSION:
        raise CodecError(f"version {data.get('v')} of the stored form cannot be read; this longarm reads {VERSION}")
    if data.get("type") != kind.__name__:
        raise CodecError(f"a {kind.__name__} was expected, a {data.get('type')} is stored")
    return from_data(kind, data.get("data"))


@functools.cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    found = []
    for field in dataclasses.fields(kind):
        default = field.default_factory() if field.default_factory is not dataclasses.MISSING else field.default
        found.append((field.name, default))
    return tuple(found)


@functools.cache
def _reader(kind: Any) -> typing.Callable[[Any], Any]:
    origin = typing.get_origin(kind)
    if dataclasses.is_dataclass(kind):
        return _dataclass_reader(typing.cast(type, kind))
    if origin is tuple:
        return _tuple_reader(typing.get_args(kind))
    if origin in (typing.Union, types.UnionType):
        return _union_reader(typing.get_args(kind))
    if origin is dict or kind in (Any, dict):
        return _same
    return functools.partial(_plain, kind)


def _same(data: Any) -> Any:
    return data


def _plain(kind: type, data: Any) -> Any:
    if kind is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if not isinstance(data, kind) or (isinstance(data, bool) and kind is not bool):
        raise TypeError(f"{data!r} is not {kind.__name__}")
    return data


def _dataclass_reader(kind: type) -> typing.Callable[[Any], Any]:
    hints = typing.get_type_hints(kind)
    plain = {name: hint for name, hint in hints.items() if hint in _PLAIN}
    readers: dict[str, typing.Callable[[Any], Any]] = {}

    def read(data: Any) -> Any:
        if not isinstance(data, dict):
            raise TypeError(f"{kind.__name__} is an object, not {type(data).__name__}")
        if not readers:
            readers.update({name: _reader(hints[name]) for name, _ in _fields(kind)})
        values = {}
        for name, item in data.items():
            if type(item) is plain.get(name):  # most fields of a case, which is read whole by most commands
                values[name] = item
            elif name in readers:
                values[name] = readers[name](item)
            else:
                raise ValueError(f"{kind.__name__} has no field {name}")
        return kind(**values)

    return read


def _tuple_reader(args: tuple[Any, ...]) -> typing.Callable[[Any], Any]:
    def check(data: Any) -> list[Any]:
        if not isinstance(data, list | tuple):
            raise TypeError(f"a list was expected, not {type(data).__name__}")
        return list(data)

    if len(args) == 2 and args[1] is Ellipsis:
        item = _reader(args[0])
        return lambda data: tuple(item(value) for value in check(data))
    items = [_reader(arg) for arg in args]

    def fixed(data: Any) -> Any:
        values = check(data)
        if len(values) != len(items):
            raise ValueError(f"{len(items)} values were expected, not {len(values)}")
        return tuple(read(value) for read, value in zip(items, values, strict=True))

    return fixed


def _union_reader(args: tuple[Any, ...]) -> typing.Callable[[Any], Any]:
    options = [_reader(arg) for arg in args if arg is not type(None)]
    optional = type(None) in args
    if optional and len(options) == 1:
        return lambda data: None if data is None else options[0](data)

    def read(data: Any) -> Any:
        if data is None and optional:
            return None
        problems = []
        for option in options:
            try:
                return option(data)
            except (TypeError, ValueError) as error:
                problems.append(str(error))
        raise TypeError("; ".join(problems))

    return read
