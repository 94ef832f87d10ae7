"""What a route declares: its method and path, who may use it, what its form holds, what answers it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from starlette.responses import Response

from longarm.web.answers import Refused

if TYPE_CHECKING:
    from longarm.web.visit import Visit

BODY = 1 << 20  # bytes of a form
IMPORT = 8 << 20  # bytes of a file that is imported
LINE, TEXT = 300, 20_000  # characters of a short field and of a long one
SEGMENT = r"[A-Za-z0-9_.:-]{1,100}"  # what a part of a path may be: an id, never a path


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form or a query: how long it may be, what it may say, whether it must be there, or be a file."""

    name: str
    most: int = LINE
    choices: tuple[str, ...] = ()
    is_required: bool = False
    is_many: bool = False
    is_file: bool = False


@dataclass(frozen=True, slots=True)
class Declared:
    """One route: nothing that is not declared so can be reached.

    Attributes:
        method: GET (which answers HEAD) or POST.
        path: with `{name}` for an id.
        role: who may; `PUBLIC` is everybody who reaches the loopback.
        does: a few words for the description of the routes.
        endpoint: reads and writes the case, in a thread of its own.
        fields: everything that a form or query may hold.
        limit: bytes of a body.
    """

    method: str
    path: str
    role: str
    does: str
    endpoint: Callable[["Visit"], Response]
    fields: tuple[Field, ...] = ()
    limit: int = BODY
    pattern: re.Pattern[str] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        pattern = re.sub(r"\\{(\w+)\\}", rf"(?P<\1>{SEGMENT})", re.escape(self.path))
        object.__setattr__(self, "pattern", re.compile(pattern))

    @property
    def methods(self) -> tuple[str, ...]:
        """The methods it answers."""
        return ("GET", "HEAD") if self.method == "GET" else (self.method,)


def find(table: Sequence[Declared], method: str, path: str) -> Declared:
    """The declaration of a route.

    Raises:
        Refused: no path fits (404), or not with this method (405).
    """
    fitting = [declared for declared in table if declared.pattern.fullmatch(path)]
    for declared in fitting:
        if method in declared.methods:
            return declared
    if fitting:
        raise Refused(405, "This address does not take that kind of request.")
    raise Refused(404, "There is no such page: check the address, or start from the queue.")


def check(fields: Iterable[Field], pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """What was filled in, by name; fields that are not declared are refused.

    Raises:
        Refused: a field is missing, unknown, too long, or says something it cannot say.
    """
    known = {one.name: one for one in fields}
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if name not in known:
            raise Refused(400, f"There is no field {name[:40]!r} here.")
        given.setdefault(name, []).append(value.replace("\r\n", "\n"))
    for one in known.values():
        _check_one(one, given.get(one.name, []))
    return {name: tuple(values) for name, values in given.items()}


def _check_one(one: Field, values: list[str]) -> None:
    if one.is_required and not any(value.strip() for value in values):
        raise Refused(400, f"Fill in {_words(one.name)}.")
    if len(values) > 1 and not one.is_many:
        raise Refused(400, f"{_words(one.name).capitalize()} can be given once only.")
    for value in values:
        if len(value) > one.most:
            raise Refused(400, f"{_words(one.name).capitalize()} is longer than {one.most:,} characters.")
        if "\0" in value:
            raise Refused(400, f"{_words(one.name).capitalize()} holds a character that is no text.")
        if value and one.choices and value not in one.choices:
            raise Refused(400, f"{_words(one.name).capitalize()} is one of {', '.join(one.choices)}.")


def _words(name: str) -> str:
    return name.replace("_", " ")
