"""What the routes take, as an OpenAPI description: made from the table, for tests and for tools of this machine."""

from collections.abc import Iterable
from typing import Any

from longarm import __version__
from longarm.web.declared import Declared, Field
from longarm.web.guard import CSRF


def description(table: Iterable[Declared]) -> dict[str, Any]:
    """The description of a table of routes, OpenAPI 3.1."""
    paths: dict[str, dict[str, Any]] = {}
    for declared in table:
        paths.setdefault(declared.path, {})[declared.method.lower()] = _operation(declared)
    return {"openapi": "3.1.0", "info": {"title": "longarm desk", "version": __version__}, "paths": paths}


def _operation(declared: Declared) -> dict[str, Any]:
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string", "minLength": 1, "maxLength": 100}}
        for name in declared.pattern.groupindex
    ]
    told: dict[str, Any] = {
        "summary": declared.does,
        "description": f"role: {declared.role or 'nobody in particular'}",
        "responses": {"default": {"description": "a page, or a redirection to one"}},
    }
    if declared.method == "GET":
        parameters += [
            {"name": one.name, "in": "query", "required": one.is_required, "schema": _schema(one)}
            for one in declared.fields
        ]
    else:
        fields = {CSRF: {"type": "string"}} | {one.name: _schema(one) for one in declared.fields if not one.is_file}
        required = [CSRF, *(one.name for one in declared.fields if one.is_required)]
        kind = "multipart/form-data" if any(one.is_file for one in declared.fields) else FORM
        schema = {"type": "object", "properties": fields, "required": required, "additionalProperties": False}
        told["requestBody"] = {"required": True, "content": {kind: {"schema": schema}}}
    return told | {"parameters": parameters}


FORM = "application/x-www-form-urlencoded"


def _schema(one: Field) -> dict[str, Any]:
    said: dict[str, Any] = {"type": "string", "maxLength": one.most}
    if one.choices:
        said = {"type": "string", "enum": [*one.choices, *(() if one.is_required else ("",))]}
    return {"type": "array", "items": said} if one.is_many else said
