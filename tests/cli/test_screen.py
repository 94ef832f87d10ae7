"""`longarm screen` as a person runs it."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.documents.crawls import Crawl

TELLING = b"""<html lang=en><title>Report</title><article>
<p>Agents of the Ruritanian embassy threatened relatives of exiles in Norway and pressed them to return home, the
council said on Monday.</p>
<p>Police in Norway opened an investigation into the overseas police station in the harbour, which had been run without
consent since 2019.</p></article></html>"""


@pytest.mark.parametrize("option", ["--names", "--persons", "--people", "--keywords"])
def test_no_list_of_people_is_taken(run: Run, tmp_path: Path, option: str) -> None:
    (tmp_path / "crawl.warc.gz").write_bytes(Crawl().bytes)
    done = run("screen", tmp_path, "--out", tmp_path / "out", option, "people.txt")
    assert done.returncode == 2
    assert "never for who is in them" in done.stderr
    assert not (tmp_path / "out").exists()


def test_what_is_no_crawl_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("name\n")
    done = run("screen", tmp_path / "people.csv", "--out", tmp_path / "out")
    assert done.returncode == 2
    assert "is no web archive" in done.stderr
    assert "never by a list of names" in done.stderr


def test_a_crawl_is_screened_and_what_was_found_told_in_words_and_in_numbers(run: Run, tmp_path: Path) -> None:
    crawl = Crawl().response("https://a.example/dull").response("https://a.example/report", TELLING)
    crawl.response("https://a.example/moved", status="301 Moved Permanently")
    (tmp_path / "crawl.warc.gz").write_bytes(crawl.bytes)
    done = run("screen", tmp_path / "crawl.warc.gz", "--out", tmp_path / "found", "--workers", 1)
    assert done.returncode == 0, done.stderr
    assert "1. https://a.example/report" in done.stdout
    assert "overseas-station 1" in done.stdout
    again = run("screen", tmp_path / "crawl.warc.gz", "--out", tmp_path / "found", "--json")
    told = json.loads(again.stdout)
    assert (told["records"], told["pages"], told["candidates"]) == (3, 2, 1)
    assert told["by_method"]["overseas-station"] == 1
