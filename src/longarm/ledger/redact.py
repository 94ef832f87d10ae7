"""Entries without given names: in every string of them, with every span where its words stand afterwards.

Ids of what holds a name are replaced as well, since they are hashes of what they name. What is left is a ledger where
everything but the names is as it was: the same numbers, times and people, and spans that hold the words they say.
"""

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from longarm.ledger.attach import around
from longarm.model.entries import Entry

ID = re.compile(r"(?:doc|text|s|st|at|src|so|work|claim|cl|hap)-[0-9a-f]{16}")
# Fields whose values are words of longarm, never of a text.
FIXED = frozenset(
    (
        *(
            "action",
            "attitude",
            "basis",
            "code",
            "extractor",
            "field",
            "found",
            "kind",
            "language",
            "marker",
            "media",
            "of",
        ),
        *(
            "polarity",
            "precision",
            "qualifier",
            "reader",
            "relation",
            "role",
            "sealed",
            "sha256",
            "stage",
            "status",
            "type",
        ),
        *("verdict", "known"),
    )
)
_SPAN = {"text", "start", "end", "words"}
_PLACE = {"text", "start", "end"}
_ANCHOR = {"statement", "before", "after"}


class Redacted(Protocol):
    """A text with labels in place of names, and where its words went."""

    @property
    def text(self) -> str: ...
    def span(self, start: int, end: int) -> tuple[int, int]: ...


@dataclass(frozen=True, slots=True)
class Redaction:
    """What is replaced.

    Attributes:
        redact: a string, as it stands in a document (its id) or for itself.
        texts: text layers that hold a name, by id.
        ids: old ids to new ones.
    """

    redact: Callable[[str, str | None], str]
    texts: Mapping[str, Redacted]
    ids: Mapping[str, str]

    def entries(self, entries: Iterable[Entry]) -> list[Entry]:
        """The entries that change, changed."""
        return [new for entry in entries if (new := self.entry(entry)) != entry]

    def entry(self, entry: Entry) -> Entry:
        """One entry without the names."""
        document = document_of(entry)
        return dataclasses.replace(
            entry,
            key=self._string(entry.key, document),
            body=self._value(entry.body, document),
            by=self._string(entry.by, document),
            why=self._string(entry.why, document),
        )

    def _value(self, value: Any, document: str | None) -> Any:
        if isinstance(value, str):
            return self._string(value, document)
        if isinstance(value, list):
            return [self._value(item, document) for item in value]
        if not isinstance(value, dict):
            return value
        document = _within(value) or document
        if value.keys() >= _ANCHOR:
            value = self._anchor(value)
        if "reader" in value and "blocks" in value and value.get("id") in self.texts:
            return self._layer(value, document)
        if value.keys() >= _PLACE and value["text"] in self.texts:
            value = self._span(value)
        changed = {
            name: item if name in FIXED and isinstance(item, str) else self._value(item, document)
            for name, item in value.items()
        }
        if isinstance(changed.get("people"), list):
            pairs = zip(changed["people"], value["people"], strict=True)
            changed["people"] = [new for new, old in pairs if new["span"]["words"] == old["span"]["words"]]
        return changed

    def _span(self, value: dict[str, Any]) -> dict[str, Any]:
        """A span, or two offsets, where they stand in the redacted text."""
        made = self.texts[value["text"]]
        start, end = made.span(value["start"], value["end"])
        moved = {**value, "start": start, "end": end}
        return moved | {"words": made.text[start:end]} if value.keys() >= _SPAN else moved

    def _anchor(self, value: dict[str, Any]) -> dict[str, Any]:
        """An anchor, with what stands around its words taken from the redacted text: its own may have cut a name."""
        span = value["statement"].get("span")
        if not span or span["text"] not in self.texts:
            return value
        made = self.texts[span["text"]]
        start, end = made.span(span["start"], span["end"])
        before, after = around(made.text, start, end)
        return {**value, "before": before, "after": after}

    def _layer(self, value: dict[str, Any], document: str | None) -> dict[str, Any]:
        made = self.texts[value["id"]]
        blocks = []
        for block in value["blocks"]:
            start, end = made.span(block["start"], block["end"])
            blocks.append({**block, "start": start, "end": end})
        rest = {name: self._value(item, document) for name, item in value.items() if name not in ("text", "blocks")}
        return rest | {"text": made.text, "blocks": blocks}

    def _string(self, value: str, document: str | None) -> str:
        renamed = ID.sub(lambda match: self.ids.get(match[0], match[0]), value)
        return self.redact(renamed, document)


def _within(value: dict[str, Any]) -> str | None:
    """The document that a value stands in, by itself or, of what stands around a statement, by the statement."""
    said = value.get("statement")
    document = said.get("document") if isinstance(said, dict) else value.get("document")
    return document if isinstance(document, str) else None


def strings(value: Any) -> Iterator[str]:
    """Every string in JSON data, names of fields left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)


def document_of(entry: Entry) -> str | None:
    """Id of the document that an entry is about, or None."""
    body = entry.body
    if entry.subject == "document":
        return entry.key
    if entry.subject in ("text", "reading"):
        return str(body[entry.subject]["data"]["document"])
    if entry.subject in ("given", "failure"):
        return body.get("document") or None
    return None
