"""The exports open in the tools that they are made for."""

import asyncio
import json
import os
import sqlite3

import frictionless
import geojson
import pytest
from datasette.app import Datasette

from longarm.model.interchange.case import case_data
from longarm.publication.exporters import EXPORTERS
from longarm.publication.exporters.released import public_data
from longarm.publication.exporters.tables import TABLES


@pytest.fixture
def released(public):
    return public_data(public, draft=True)


@pytest.fixture
def folder(released, tmp_path):
    def made(format):
        for path, content in EXPORTERS[format].files(released):
            (tmp_path / path).write_bytes(content)
        return tmp_path

    return made


def _texts(data):
    return [statement["span"]["words"] for statement in data["statements"]]


def test_the_data_package_is_valid_with_hostile_text_in_it(folder, released):
    report = frictionless.validate(str(folder("datapackage") / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note"])
    assert len(report.tasks) == sum(bool(list(table.cells(released))) for table in TABLES)


def test_a_damaged_table_of_the_data_package_is_found(folder):
    made = folder("datapackage")
    statements = made / "statements.csv"
    lines = statements.read_bytes().split(b"\r\n")
    statements.write_bytes(b"\r\n".join([*lines[:-1], lines[1], b""]))
    assert not frictionless.validate(str(made / "datapackage.json")).valid


def test_an_empty_case_is_a_valid_data_package(tmp_path):
    from longarm.model.public import PublicCase

    for path, content in EXPORTERS["datapackage"].files(public_data(PublicCase("Nothing yet"), draft=False)):
        (tmp_path / path).write_bytes(content)
    assert frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_places_are_valid_geojson(released):
    ((path, content),) = EXPORTERS["geojson"].files(released)
    collection = geojson.loads(content.decode())
    assert path == "places.geojson"
    assert collection.is_valid
    canada = next(feature for feature in collection.features if feature["id"] == "CA")
    assert [figure["words"] for figure in canada["properties"]["figures"]] == ["more than 50", "54"]
    assert [(figure["low"], figure["high"]) for figure in canada["properties"]["figures"]] == [(51, None), (54, 54)]
    longitude, latitude = canada["geometry"]["coordinates"]
    assert -180 <= longitude < 0 < latitude <= 90
    assert json.loads(content)["notice"] == "machine-read, not reviewed"


def test_the_database_keeps_the_exact_text_and_is_searched_by_words(folder, released):
    with sqlite3.connect(folder("sqlite") / "claims.sqlite") as connection:
        words = [row[0] for row in connection.execute("SELECT words FROM statements ORDER BY rowid")]
        assert words == _texts(released)
        (found,) = connection.execute(
            "SELECT count(*) FROM statements_search WHERE statements_search MATCH 'stations'"
        ).fetchone()
        assert found == sum("stations" in text for text in words)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_datasette_opens_the_database(folder):
    async def rows():
        datasette = Datasette([str(folder("sqlite") / "claims.sqlite")])
        await datasette.invoke_startup()
        response = await datasette.client.get("/claims/statements.json?_shape=array")
        page = await datasette.client.get("/claims/statements")
        return response.json(), page.status_code, page.text

    found, status, page = asyncio.run(rows())
    assert {row["quantity_words"] for row in found} == {"more than 50", "54", None}
    assert status == 200
    assert "<script>alert(1)" not in page


def test_followthemoney_reads_every_entity(released):
    if os.environ.get("LONGARM_INTEROP") != "required":
        pytest.importorskip(
            "followthemoney", reason="followthemoney is not installed: it needs libicu-dev and a compiler"
        )
    from followthemoney import model

    ((path, content),) = EXPORTERS["ftm"].files(released)
    assert path == "entities.ftm.json"
    lines = [json.loads(line) for line in content.decode().splitlines()]
    for line in lines:
        entity = model.get_proxy(line, cleaned=False)
        kept = {name: len(entity.get(name)) for name in line["properties"]}
        assert kept == {name: len(values) for name, values in line["properties"].items()}, line["id"]
    events = [line for line in lines if line["schema"] == "Event"]
    assert events
    assert all(any("not an established fact" in note for note in event["properties"]["notes"]) for event in events)
    documents = {line["id"] for line in lines if line["schema"] == "Document"}
    assert all(set(event["properties"]["proof"]) <= documents for event in events)


def test_no_person_becomes_an_entity(whole_case):
    data = case_data(whole_case)
    data["sources"].append({"id": "src-x", "name": "A Person", "kind": "person", "aliases": []})
    ((_, content),) = EXPORTERS["ftm"].files(data)
    assert b"A Person" not in content
