"""The sample cases: fictional where they must be, whole, and made the same way every time."""

import csv
import io
import runpy
import tomllib
import zipfile
from pathlib import Path

import pytest

from longarm.documents.reader import Reader

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/case.toml"))
FORMATS = {".txt", ".html", ".pdf", ".docx"}


def documents(sample):
    return sorted(path for path in (sample / "documents").iterdir() if path.suffix != ".csv")


def manifest(sample):
    with (sample / "documents" / "documents.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def contents(data):
    """The parts of an archive, whichever library packed them; other bytes as they are."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def reader():
    with Reader() as reader:
        yield reader


def test_there_are_two_samples_of_enough_documents():
    sizes = {sample.name: len(documents(sample)) for sample in SAMPLES}
    assert sizes["overseas-stations"] >= 12 and sizes["notice-abuse"] >= 6


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_sample_has_all_formats_a_title_a_scope_and_an_answer_key(sample):
    assert {path.suffix for path in documents(sample)} == FORMATS
    settings = tomllib.loads((sample / "case.toml").read_text(encoding="utf-8"))
    assert settings["title"] and settings["scope"]
    assert "answer key" in (sample / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_the_manifest_names_files_that_are_there(sample):
    names = {path.name for path in documents(sample)}
    assert {row["path"] for row in manifest(sample)} <= names


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_every_publisher_is_marked_as_fictional(sample):
    assert all("(fictional " in row["publisher"] for row in manifest(sample))
    stated = {row["path"] for row in manifest(sample)}
    for path in documents(sample):
        if path.name not in stated:
            assert "(fictional " in path.read_text(encoding="utf-8"), path.name


@pytest.mark.parametrize("path", [path for sample in SAMPLES for path in documents(sample)], ids=lambda path: path.name)
def test_every_document_can_be_read(path, reader):
    assert len(reader.read(path.read_bytes(), path.name).text.split()) > 40


def test_the_made_files_are_those_of_their_sources():
    maker = runpy.run_path(str(ROOT / "tools" / "make_examples.py"))
    sources = sorted(maker["SOURCES"].glob("*/*.txt"))
    assert sources
    for source in sources:
        made = ROOT / "examples" / source.parent.name / "documents" / source.stem
        blocks = source.read_text(encoding="utf-8").strip().split("\n\n")
        assert contents(maker["WRITERS"][made.suffix](blocks)) == contents(made.read_bytes()), made.name
