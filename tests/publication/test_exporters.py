"""Data files: one shape for all of a case and for what is released, exact text in JSON, no formula in a table."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longarm.desk.reconcile import of_case
from longarm.model import interchange
from longarm.model.claims import Asked
from longarm.model.interchange.case import case_data
from longarm.model.interchange.steps import authority
from longarm.protect.release import release
from longarm.publication.brief import pdf
from longarm.publication.brief.content import Scope
from longarm.publication.build import files
from longarm.publication.exporters import EXPORTERS
from longarm.publication.exporters.csv import safe
from longarm.publication.exporters.released import public_data
from longarm.publication.exporters.tables import TABLES


def _keys(value, prefix=""):
    if isinstance(value, dict):
        for key, item in value.items():
            yield f"{prefix}.{key}"
            yield from _keys(item, f"{prefix}.{key}")
    elif isinstance(value, list):
        for item in value:
            yield from _keys(item, prefix)


def test_released_data_has_every_field_of_the_json_interface(whole_case, public):
    whole, released = set(_keys(case_data(whole_case))), set(_keys(public_data(public, draft=False)))
    not_read = {key for key in whole if key.startswith(".not_read.")}
    assert whole - not_read <= released


def test_released_spans_stand_at_their_words(public):
    data = public_data(public, draft=True)
    texts = {document["id"]: document["text"] for document in data["documents"]}
    for statement in data["statements"]:
        text = texts[statement["document"]]
        assert text[statement["span"]["start"] : statement["span"]["end"]] == statement["span"]["words"]


def test_json_keeps_the_exact_text(public):
    ((path, content),) = EXPORTERS["json"].files(public_data(public, draft=True))
    data = json.loads(content)
    assert path == "claims.json"
    assert list(data)[:2] == ["longarm", "notice"]
    assert any("</script>" in document["title"] for document in data["documents"] if document["title"])


@pytest.mark.parametrize("format", EXPORTERS)
def test_a_draft_says_in_every_file_that_nobody_has_reviewed_it(public, format):
    for path, content in EXPORTERS[format].files(public_data(public, draft=True)):
        assert b"machine-read, not reviewed" in content.lower(), path


def test_tables_hold_every_statement_with_the_notice_first(public):
    tables = dict(EXPORTERS["csv"].files(public_data(public, draft=True)))
    rows = list(csv.DictReader(io.StringIO(tables["statements.csv"].decode("utf-8-sig"))))
    assert len(rows) == len(public.statements)
    assert {row["notice"] for row in rows} == {"machine-read, not reviewed"}
    assert rows[0]["voices"] == "The Daily Lantern > Border Watch"
    assert (rows[0]["low"], rows[0]["high"]) == ("51", "")
    data = public_data(public, draft=True)
    assert set(tables) == {f"{table.name}.csv" for table in TABLES if list(table.cells(data))}
    assert {"claims.csv", "statements.csv", "origins.csv", "documents.csv", "sources.csv"} <= set(tables)


@pytest.fixture(scope="module")
def worked_on(whole_case):
    """The case after people worked on it: a corrected statement, a step, a party that was asked for a reply."""
    first, *rest = whole_case.weighed.resolved
    corrected = replace(first, statement=replace(first.statement, by="Ada Reviewer", stage="investigation"))
    claim, *others = whole_case.weighed.claims
    asked = (Asked("The Embassy", "none", "2024-06-01"),)
    claim = replace(claim, asked=asked, proceedings=(first.id,))
    weighed = replace(whole_case.weighed, resolved=(corrected, *rest), claims=(claim, *others))
    return release(replace(whole_case, weighed=weighed), b"key")


def test_data_say_what_a_person_read_and_of_which_country_and_never_who_reviewed(worked_on):
    data = public_data(worked_on, draft=False)
    first, *others = data["statements"]
    assert (first["read_by"], first["countries"]) == ("person", ["CA"])
    assert {one["read_by"] for one in others} == {"machine"}
    assert not any(b"Reviewer" in content for _, content in files(worked_on, draft=False))
    page = dict(files(worked_on, draft=True))["claims/claim-stations.html"].decode()
    assert page.count("Added or corrected by a person") == 1


def test_tables_and_pages_tell_steps_replies_and_who_was_asked(worked_on):
    tables = dict(EXPORTERS["csv"].files(public_data(worked_on, draft=False)))
    steps, replies = (
        list(csv.DictReader(io.StringIO(tables[name].decode("utf-8-sig")))) for name in ("steps.csv", "replies.csv")
    )
    assert [(one["step"], one["jurisdiction"], one["date"]) for one in steps] == [("investigation", "CA", "2022-09")]
    assert [(one["party"], one["status"], one["on"]) for one in replies] == [
        ("", "told", ""),
        ("The Embassy", "none", "2024-06-01"),
    ]
    told = "was asked and gave no reply"
    made = dict(files(worked_on, draft=False))
    assert told in made["claims/claim-stations.html"].decode()
    assert told in pdf.page(worked_on, Scope(), draft=False)


def test_the_researchers_own_data_can_be_exported_in_every_format(whole_case):
    for exporter in EXPORTERS.values():
        assert all(content for _, content in exporter.files(case_data(whole_case)))


@given(st.text(max_size=20), st.sampled_from(["=", "+", "-", "@", "\t=", " =", "\ufeff=", "\r="]))
def test_no_cell_starts_a_formula(text, start):
    cell = safe(start + text)
    assert not cell.lstrip(" \u00a0\u200b\ufeff").startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell.endswith(text.replace("\0", ""))


def test_numbers_and_plain_text_stay_as_they_are():
    assert (safe(-5), safe(1.5), safe(None), safe("Border Watch"), safe("“more than 50”")) == (
        -5,
        1.5,
        "",
        "Border Watch",
        "“more than 50”",
    )


def test_the_gazetteer_is_credited_on_every_page_and_with_the_data(public):
    made = dict(files(public, draft=True))
    for path, content in made.items():
        if path.endswith((".html", ".txt", "claims.json", "places.csv")):
            assert b"GeoNames (geonames.org), CC BY 4.0" in content, path


@pytest.mark.parametrize(
    ("actor", "speakers", "named"),
    [
        ("Royal Canadian Mounted Police", ["Ferry Times"], "Royal Canadian Mounted Police"),
        ("men", ["complaint", "Department of Justice"], "Department of Justice"),
        ("the second man", [], ""),
    ],
)
def test_people_whom_a_step_is_taken_against_are_no_authority(actor, speakers, named):
    assert authority(actor, speakers) == named


def _documented():
    """Every field that `docs/json.md` names, as `_keys` writes it."""
    section = ""
    for line in (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            section = "" if line == "## Top" else f".{line[3:].strip('` ')}"
        elif line.startswith("| `"):
            for name in re.findall(r"`([\w.]+)`", line.split("|")[1]):
                yield f"{section}.{name}"


def test_every_field_of_the_json_interface_is_documented_and_each_documented_one_is_there(whole_case, worked_on):
    found = of_case(whole_case.weighed, whole_case.state.documents)
    steps = [
        {"steps": claim["steps"], "asked": claim["asked"]} for claim in public_data(worked_on, draft=False)["claims"]
    ]
    data = {**case_data(whole_case, found), "claims": [*case_data(whole_case)["claims"], *steps]}
    documented = set(_documented())
    undocumented = {key for key in _keys(data) if key not in documented}
    assert {key for key in undocumented if not any(one.startswith(f"{key}.") for one in documented)} == set()
    code = "".join(path.read_text(encoding="utf-8") for path in Path(interchange.__file__).parent.glob("*.py"))
    assert {key for key in documented if f'"{key.rpartition(".")[2]}"' not in code} == set()
