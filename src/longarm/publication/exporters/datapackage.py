"""A Frictionless data package: the CSV tables with a schema each."""

import json
from collections.abc import Iterator
from typing import Any

from longarm.core.phrases import sentence
from longarm.publication.exporters import csv
from longarm.publication.exporters.rows import Data
from longarm.publication.exporters.tables import Column, Table

FILE = "datapackage.json"


def files(data: Data) -> Iterator[tuple[str, bytes]]:
    """`datapackage.json`, then the files of its tables. Source: the Data Package standard, version 1."""
    package = {
        "profile": "tabular-data-package",
        "name": "longarm-claims",
        "title": data["case"]["title"],
        "description": _described(data),
        "sources": [{"title": credit} for credit in data["credits"]],
        "resources": [_resource(table) for table, _ in csv.filled(data)],
    }
    yield FILE, (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()
    yield from csv.files(data)


def _described(data: Data) -> str:
    notice = str(data.get("notice", ""))
    told = sentence(notice) if notice else ""
    claim = "A claim is a question that statements answer; nothing here is stated as a fact."
    return " ".join(part for part in (told, data["case"]["scope"], claim) if part)


def _resource(table: Table) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.description,
        "path": csv.name(table),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {"lineTerminator": "\r\n"},
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column, table.key) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = [table.key]
    refers = [column for column in table.columns if column.refers]
    if refers:
        schema["foreignKeys"] = [
            {"fields": [column.name], "reference": {"resource": column.refers, "fields": ["id"]}} for column in refers
        ]
    return schema


def _field(column: Column, key: str) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.description}
    if column.name == key:
        field["constraints"] = {"required": True, "unique": True}
    return field
