"""The entries of a file of the codebook: their fields, checked; their cues, written out."""

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from longarm.errors import DataError

Data = Mapping[str, Any]
Words = Mapping[str, tuple[str, ...]]

_PART = re.compile(r"\([^()]*\)|[^\s()]+")  # of a cue: alternatives in brackets, or a word


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file, whose fields are taken with a check that names file, entry and field."""

    file: str
    id: str
    data: Data

    def refuse(self, field: str, why: str) -> DataError:
        """The error for a field; `why` is the rest of the sentence."""
        return DataError(f"{self.file}, entry {self.id}, field {field}: {why}")

    def string(self, field: str, among: tuple[str, ...] | None = None) -> str:
        """A text that is not empty, and one of `among` where that is given."""
        value = self.data.get(field)
        if not isinstance(value, str) or not value.strip():
            raise self.refuse(field, "a text is needed")
        if among is not None and value not in among:
            raise self.refuse(field, f"{value!r} is none of {', '.join(among)}")
        return value.strip()

    def strings(self, field: str, among: tuple[str, ...] | None = None, needed: bool = True) -> tuple[str, ...]:
        """A list of texts; at least one where it is needed, each one of `among` where that is given."""
        value = self.data.get(field, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.refuse(field, "a list of texts is needed")
        if needed and not value:
            raise self.refuse(field, "at least one is needed")
        for item in value:
            if among is not None and item not in among:
                raise self.refuse(field, f"{item!r} is none of {', '.join(among)}")
        return tuple(item.strip() for item in value)

    def cues(self, field: str, words: Words, needed: bool = True, by_name: bool = False) -> tuple[str, ...]:
        """The patterns of a field, written out, each once, in their order.

        Args:
            by_name: whether the single words of a list stay together under its name ("threaten * <kin>"), which
                `loader.named_words` knows; what has several words is written out.
        """
        found: dict[str, None] = {}
        for pattern in self.strings(field, needed=needed):
            found.update(dict.fromkeys(self._written_out(field, pattern, words, by_name)))
        return tuple(found)

    def _written_out(self, field: str, pattern: str, words: Words, by_name: bool) -> list[str]:
        if pattern != pattern.lower():
            raise self.refuse(field, f"{pattern!r} must be in lower case, as lemmas are")
        parts = _PART.findall(pattern)
        self._check(field, pattern, parts)
        choices = [self._choices(field, part, words, by_name) for part in parts]
        rows = (" ".join(part for part in row if part) for row in itertools.product(*choices))
        return [row for row in rows if row and not row.startswith("*") and not row.endswith("*") and "* *" not in row]

    def _check(self, field: str, pattern: str, parts: list[str]) -> None:
        """Alternatives beside another word say by brackets how far each goes: "travel ban|visa ban" could mean two."""
        if " ".join(parts) != " ".join(pattern.split()) or any("(" in part.strip("()") for part in parts):
            raise self.refuse(field, f"{pattern!r} has a bracket that is not closed, or one within another")
        for at, part in enumerate(parts):
            beside = [parts[i] for i in (at - 1, at + 1) if 0 <= i < len(parts)]
            if "|" in part and not part.startswith("(") and any(word != "*" for word in beside):
                raise self.refuse(
                    field,
                    f"{pattern!r} does not tell how far the alternatives {part!r} go: put them in brackets, "
                    f"as in ({part}), with any blanks inside",
                )

    def _choices(self, field: str, part: str, words: Words, by_name: bool) -> list[str]:
        found: list[str] = []
        for choice in part.removeprefix("(").removesuffix(")").split("|"):
            if not choice.startswith("<"):
                found.append(choice)
                continue
            if choice.strip("<>") not in words:
                raise self.refuse(field, f"{choice} names no list under `words`")
            listed = words[choice.strip("<>")]
            found.extend([choice, *(word for word in listed if " " in word)] if by_name else listed)
        return found


def word_lists(data: Any, file: str) -> Words:
    """The named lists under `words` of a file."""
    lists = data.get("words", {}) if isinstance(data, dict) else {}
    entry = Entry(file, "words", lists)
    return {name: entry.strings(name) for name in lists}


def listed(data: Any, key: str, file: str) -> tuple[Entry, ...]:
    """The entries under a key of a file, each with an id of its own.

    Raises:
        DataError: there is no such list, an id is not lower-case words parted by hyphens, or two entries have it.
    """
    if not isinstance(data, dict) or not isinstance(data.get(key), list):
        raise DataError(f"{file}: a list under `{key}` is needed")
    found = tuple(_entry(file, index, item) for index, item in enumerate(data[key], 1))
    seen: set[str] = set()
    for entry in found:
        if entry.id in seen:
            raise entry.refuse("id", "two entries have it; rename one")
        seen.add(entry.id)
    return found


def _entry(file: str, index: int, item: Any) -> Entry:
    id = item.get("id") if isinstance(item, dict) else None
    if not isinstance(id, str) or not id.replace("-", "").isalnum() or id != id.lower():
        raise DataError(f"{file}, entry {index}, field id: lower-case words parted by hyphens are needed")
    return Entry(file, id, item)
