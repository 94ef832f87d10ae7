"""`case.toml`: what people say of a case."""

import json
import tomllib
from typing import Any

from longarm.errors import CaseDamaged, DataError
from longarm.languages import conventions
from longarm.model.case import CaseSettings
from longarm.storage.files import write_durably
from longarm.storage.paths import CasePaths

KNOWN = ("title", "scope", "languages", "texts", "public", "ownership", "conventions")
TEXTS = ("passages", "full")

_TEMPLATE = """\
# What this case is about. Change it freely; longarm reads it and never writes it again.
title = {title}
scope = {scope}  # one sentence: what is in the case, and what is not

# Languages that are machine-read: today "en" alone. Documents in others are kept and listed as not machine-read.
languages = ["en"]

# What a publication may show of the documents: short "passages" around statements, or the "full" texts.
texts = "passages"

# Persons who may be named in what leaves the case. Everybody else is masked.
# [[public]]
# name = "..."
# reason = "holds the office of ..."

# Parties and outlets that belong together: what they say is not counted as independent of each other.
# [[ownership]]
# owner = "..."
# owned = "..."

# How words around a number are read, where this case sets it otherwise than longarm does. The documents are read
# again after a change, and the dossier says what is set here.
# [conventions]
# dozens = 24
# nearly_share = 0.9
"""
READ = "en"  # the language in which quantities are found


def make(paths: CasePaths, title: str, scope: str = "") -> None:
    """Writes the settings of a new case where there are none yet."""
    if not paths.settings.exists():
        write_durably(paths.settings, _TEMPLATE.format(title=_quoted(title), scope=_quoted(scope)).encode())


def load(paths: CasePaths) -> CaseSettings:
    """The settings.

    Raises:
        CaseDamaged: the file cannot be read, or says something longarm does not understand.
    """
    try:
        data = tomllib.loads(paths.settings.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CaseDamaged(f"{paths.settings} cannot be read: {error}") from error
    try:
        return _settings(data)
    except ValueError as error:
        raise CaseDamaged(f"{paths.settings}: {error}") from error


def _settings(data: dict[str, Any]) -> CaseSettings:
    if unknown := sorted(data.keys() - set(KNOWN)):
        raise ValueError(f"{unknown[0]} is not a setting; take it out, or write one of {', '.join(KNOWN)}")
    texts = _text(data, "texts", "passages")
    if texts not in TEXTS:
        raise ValueError(f"texts is {texts!r}; write one of {', '.join(TEXTS)}")
    languages = data.get("languages", ["en"])
    if not isinstance(languages, list) or not all(isinstance(code, str) for code in languages):
        raise ValueError('languages is a list of codes, such as ["en"]')
    return CaseSettings(
        title=_text(data, "title", "Untitled case"),
        scope=_text(data, "scope", ""),
        languages=tuple(dict.fromkeys(languages)),
        public_people=_people(data.get("public", [])),
        texts=texts,
        ownership=_ownership(data.get("ownership", [])),
        conventions=_conventions(data.get("conventions", {})),
    )


def _text(data: dict[str, Any], name: str, default: str) -> str:
    value = data.get(name, default)
    if not isinstance(value, str):
        raise ValueError(f"{name} is a text in quotation marks")
    return value


def _people(rows: Any) -> tuple[tuple[str, str], ...]:
    found = []
    for row in rows if isinstance(rows, list) else [rows]:
        if not isinstance(row, dict):
            raise ValueError("each [[public]] has a name and a reason")
        name, reason = _text(row, "name", ""), _text(row, "reason", "")
        if not name or not reason:
            raise ValueError(
                f"[[public]] {name or 'without a name'}: a name leaves the case only with a recorded reason"
            )
        found.append((name, reason))
    return tuple(found)


def _ownership(rows: Any) -> tuple[tuple[str, str], ...]:
    found = []
    for row in rows if isinstance(rows, list) else [rows]:
        if not isinstance(row, dict):
            raise ValueError("each [[ownership]] has an owner and an owned")
        owner, owned = _text(row, "owner", "").strip(), _text(row, "owned", "").strip()
        if not owner or not owned:
            raise ValueError("each [[ownership]] names an owner and what is owned: fill in both, or take it out")
        found.append((owner, owned))
    return tuple(found)


def _conventions(table: Any) -> conventions.Overrides:
    if not isinstance(table, dict):
        raise ValueError("[conventions] is a table of names and numbers, such as dozens = 24")
    try:
        return conventions.checked(READ, table.items()) if table else ()
    except DataError as error:
        raise ValueError(f"[conventions] {error}") from error


def _quoted(text: str) -> str:
    return json.dumps(text.replace("\x7f", ""), ensure_ascii=False)
