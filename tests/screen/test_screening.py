"""Crawls become lists of candidates: what is found, what is told of the rest, and that nothing stops it."""

import csv
import gzip
import json
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.documents.crawls import PAGE, Crawl, wacz
from tests.screen.conftest import Screens
from tests.screen.quick import EXILE, mixed, page, telling

from longarm.errors import UsageError
from longarm.screen.engines.shards import Shard
from longarm.screen.merging import merge
from longarm.screen.output import FILES

ROOT = Path(__file__).parents[2]
CRAWL = mixed().bytes


def rows(out: Path, name: str = "candidates.csv") -> list[dict[str, str]]:
    with (out / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def files(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in FILES}


def test_candidates_are_the_pages_that_tell_of_it_with_their_place_in_the_crawl(
    screens: Screens, tmp_path: Path
) -> None:
    found = screens(tmp_path / "out", crawl=CRAWL)
    listed = rows(tmp_path / "out")
    assert sorted(row["url"] for row in listed) == [f"https://a.example/telling/{number}" for number in range(4)]
    assert [row["rank"] for row in listed] == ["1", "2", "3", "4"]
    assert all("words for what crosses borders: abroad" in row["why"] for row in listed)
    assert {(row["crawl"], row["methods"], row["kinds"]) for row in listed} == {
        ("crawl.warc.gz", "threats-in-person 2", "act 2")
    }
    for row in listed:
        assert CRAWL[int(row["offset"]) :].startswith(b"\x1f\x8b")
    assert found.has_findings


def test_the_numbers_of_the_funnel_add_up(screens: Screens, tmp_path: Path) -> None:
    funnel = screens(tmp_path / "out", crawl=CRAWL).funnel
    assert (funnel.records, funnel.pages, funnel.looked, funnel.read, funnel.signed) == (17, 14, 13, 11, 7)
    assert (funnel.faults, funnel.again, funnel.silent) == (1, 1, 4)
    assert (funnel.copies, funnel.nothing, funnel.candidates) == (2, 1, 4)
    assert funnel.passed == {"redirects": 1, "pictures, styles, programs and other files": 1}
    assert dict(funnel.languages) == {"de": 1}
    assert dict(funnel.unread) == {"no-text": 1}


def test_pages_of_a_wacz_have_their_place_in_it(screens: Screens, tmp_path: Path) -> None:
    (tmp_path / "crawls").mkdir()
    pages = [f"https://a.example/telling/{number}" for number in range(2)]
    (tmp_path / "crawls" / "desk.wacz").write_bytes(wacz({"data.warc.gz": CRAWL}, pages))
    found = screens(tmp_path / "out")
    listed = rows(tmp_path / "out")
    assert [(row["crawl"], row["member"], row["url"]) for row in listed] == [
        ("desk.wacz", "archive/data.warc.gz", page) for page in pages
    ]
    assert found.funnel.passed["pages inside of other pages"] == 13


def test_copies_are_told_with_how_they_are_copies(screens: Screens, tmp_path: Path) -> None:
    screens(tmp_path / "out", crawl=CRAWL)
    assert Counter((row["how"], row["url"]) for row in rows(tmp_path / "out", "copies.csv")) == {
        ("same bytes", "https://b.example/copy"): 1,
        ("same words", "https://b.example/retold"): 1,
        ("nearly the same", "https://b.example/nearly"): 1,
    }


def test_what_is_not_read_is_listed_with_the_reason(screens: Screens, tmp_path: Path) -> None:
    screens(tmp_path / "out", crawl=CRAWL)
    assert [(row["language"], row["url"]) for row in rows(tmp_path / "out", "other-languages.csv")] == [
        ("de", "https://de.example/eins")
    ]
    refused = {row["url"]: (row["code"], row["reason"]) for row in rows(tmp_path / "out", "not-read.csv")}
    assert refused["https://a.example/packed"][1].startswith("is packed as br, which is not read")
    assert refused["https://a.example/empty"][0] == "no-text"


def test_nothing_that_is_written_holds_words_of_a_page(screens: Screens, tmp_path: Path) -> None:
    secret = page(
        EXILE, "Ada Zephyrine told of it, at ada@zephyrine.example, in Quillwort Lane.", title="Zephyrine speaks"
    )
    crawl = Crawl().response("https://reader:pass@a.example/x?mail=ada@zephyrine.example", secret)
    crawl.response("https://a.example/empty", b"<html><title>Zephyrine</title></html>")
    screens(tmp_path / "out", crawl=crawl.bytes)
    assert len(rows(tmp_path / "out")) == 1
    for path in (tmp_path / "out").iterdir():
        text = path.read_text(encoding="utf-8").lower()
        assert not any(word in text for word in ("quillwort", "zephyrine", "pass@")), path
        assert path.stat().st_mode & 0o077 == 0 or path.name == ".lock"


def test_a_second_run_reads_nothing_and_gives_the_same(screens: Screens, tmp_path: Path) -> None:
    screens(tmp_path / "out", crawl=CRAWL)
    before, journal = files(tmp_path / "out"), (tmp_path / "out" / "journal.jsonl").read_bytes()
    screens(tmp_path / "out")
    assert files(tmp_path / "out") == before
    assert (tmp_path / "out" / "journal.jsonl").read_bytes() == journal


def damaged() -> bytes:
    """A crawl with a damaged place, an altered page and a cut end."""
    one, two = mixed().bytes, Crawl(is_packed=True).response("https://c.example/late", telling(9)).bytes
    return one[: len(one) - 40] + two + two[: len(two) // 2]


@given(share=st.floats(0, 1))
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_run_that_was_killed_anywhere_goes_on_to_the_same_result(
    screens: Screens, tmp_path: Path, share: float
) -> None:
    full, cut = tmp_path / "full", tmp_path / "cut"
    if not full.exists():
        screens(full, a=damaged(), b=Crawl().response("https://d.example/", telling(1)).bytes)
    journal = (full / "journal.jsonl").read_bytes()
    cut.mkdir(exist_ok=True)
    for path in cut.iterdir():
        path.unlink()
    (cut / "journal.jsonl").write_bytes(journal[: int(len(journal) * share)])
    screens(cut)
    assert files(cut) == files(full)
    assert (cut / "journal.jsonl").read_bytes() == journal


def test_shards_join_to_what_one_run_gives(screens: Screens, tmp_path: Path) -> None:
    screens(tmp_path / "one", a=CRAWL, b=damaged())
    shards = [tmp_path / f"part-{number}" for number in (1, 2, 3)]
    for number, out in enumerate(shards, start=1):
        screens(out, Shard(number, 3))
    shards.reverse()
    merge(shards, tmp_path / "joined")
    assert files(tmp_path / "joined") == files(tmp_path / "one")
    merge(shards, tmp_path / "joined")


def test_shards_that_are_not_all_there_are_not_joined(screens: Screens, tmp_path: Path) -> None:
    screens(tmp_path / "a", Shard(1, 3), crawl=CRAWL)
    screens(tmp_path / "b", Shard(3, 3))
    with pytest.raises(UsageError, match="shard 2 of 3 is missing"):
        merge([tmp_path / "a", tmp_path / "b"], tmp_path / "joined")
    with pytest.raises(UsageError, match="are the same shard"):
        (tmp_path / "c").mkdir()
        (tmp_path / "c" / "journal.jsonl").write_bytes((tmp_path / "a" / "journal.jsonl").read_bytes())
        merge([tmp_path / "a", tmp_path / "c"], tmp_path / "joined")
    journal = tmp_path / "b" / "journal.jsonl"
    journal.write_bytes(b"".join(journal.read_bytes().splitlines(keepends=True)[:-1]))
    screens(tmp_path / "d", Shard(2, 3))
    with pytest.raises(UsageError, match="is not done, 1 crawl to go"):
        merge([tmp_path / "a", tmp_path / "b", tmp_path / "d"], tmp_path / "joined")


def test_a_folder_of_another_screening_is_left_alone(screens: Screens, tmp_path: Path) -> None:
    screens(tmp_path / "out", crawl=CRAWL)
    with pytest.raises(UsageError, match="holds shard 1/1"):
        screens(tmp_path / "out", Shard(1, 2))
    with pytest.raises(UsageError, match="other crawls, or they changed since"):
        screens(tmp_path / "out", crawl=CRAWL + Crawl().response("https://f.example/").bytes)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    with pytest.raises(UsageError, match=r"holds what no screening wrote \(notes.txt\)"):
        screens(tmp_path / "mine")


def test_a_page_that_breaks_its_worker_is_told_and_the_rest_is_read(screens: Screens, tmp_path: Path) -> None:
    crawl = Crawl()
    for number in range(6):
        crawl.response(f"https://a.example/{number}", telling(number))
        if number == 2:
            crawl.response("https://a.example/bad", page(EXILE, "It was told to explode."))
            crawl.response("https://a.example/bug", page(EXILE, "It was told to stumble."))
    screens(tmp_path / "out", crawl=crawl.bytes)
    assert len(rows(tmp_path / "out")) == 6
    bad, bug = rows(tmp_path / "out", "not-read.csv")
    assert [(one["code"], one["url"][-3:]) for one in (bad, bug)] == [("crashed", "bad"), ("crashed", "bug")]
    assert "broke down what reads it (ValueError): please report it" in bug["reason"]


def test_a_hostile_crawl_is_gone_through_to_its_end(screens: Screens, tmp_path: Path) -> None:
    bomb = gzip.compress(b"<html>" + b"a" * 60_000_000)
    deep = b"<html><body>" + b"<div>" * 300 + EXILE.encode() + b" They told." + b"</div>" * 300
    crawl = Crawl(is_packed=False)
    crawl.response("https://a.example/bomb", bomb, headers=[("Content-Encoding", "gzip")])
    crawl.response("https://a.example/line", b"word" * 2_500_000, media="text/plain")
    crawl.response("https://a.example/deep", deep)
    crawl.response("https://a.example/lying", PAGE, headers=[("Content-Length", "999999")])
    crawl.response("https://a.example/same", telling(1)).response("https://a.example/same", telling(2))
    crawl.response("https://a.example/\x1b[2J=1+1", telling(3))
    crawl.response("https://a.example/robots.txt", b"User-agent: *", media="text/plain")
    crawl.response("https://a.example/not.pdf", b"%PDF-1.7 no more", media="application/pdf")
    crawl.response("https://a.example/zero", b"")
    one = Crawl(is_packed=False).response("https://a.example/cut", telling(4)).bytes
    longer = one.replace(b"Content-Length: ", b"Content-Length: 9", 1)
    last = Crawl(is_packed=False).response("https://a.example/last", telling(5)).bytes
    found = screens(tmp_path / "out", crawl=crawl.bytes + one[: len(one) // 2] + last, longer=longer + last)
    urls = [row["url"] for row in rows(tmp_path / "out")]
    assert "https://a.example/last" in urls
    assert urls.count("https://a.example/same") == 2
    assert not any("\x1b" in url for url in urls)
    codes = {row["url"]: row["code"] for row in rows(tmp_path / "out", "not-read.csv")}
    assert {"https://a.example/bomb", "https://a.example/zero", "https://a.example/not.pdf"} <= codes.keys()
    assert found.funnel.damage >= 1


def test_a_process_that_is_killed_loses_nothing(screens: Screens, tmp_path: Path) -> None:
    crawl = Crawl()
    for number in range(40):
        crawl.response(f"https://a.example/{number}", telling(number))
    screens(tmp_path / "full", crawl=crawl.bytes)
    program = (
        "import sys; from pathlib import Path\n"
        "from tests.screen import quick; from tests.screen.conftest import Silent\n"
        "from longarm.screen.engines.local import Local; from longarm.screen.screening import screen\n"
        "if __name__ == '__main__':\n"
        "    with Local(quick.reads, 'quick', 2) as engine:\n"
        "        screen([Path(sys.argv[1])], Path(sys.argv[2]), engine, Silent())\n"
    )
    (tmp_path / "run.py").write_text(program)
    command = [sys.executable, str(tmp_path / "run.py"), str(tmp_path / "crawls"), str(tmp_path / "out")]
    paths = f"{ROOT / 'src'}:{ROOT}"
    process = subprocess.Popen(command, env={"PYTHONPATH": paths, "PATH": "/usr/bin"}, stderr=subprocess.DEVNULL)
    journal = tmp_path / "out" / "journal.jsonl"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (journal.exists() and journal.read_bytes().count(b"\n") > 4):
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert 4 < journal.read_bytes().count(b"\n") < 42
    screens(tmp_path / "out")
    assert files(tmp_path / "out") == files(tmp_path / "full")


def test_details_hold_ids_places_and_counts(screens: Screens, tmp_path: Path) -> None:
    screens(tmp_path / "out", crawl=CRAWL)
    first: dict[str, Any] = json.loads((tmp_path / "out" / "candidates.jsonl").read_text().splitlines()[0])
    assert first["points"] == pytest.approx(sum(part["points"] for part in first["because"]))
    assert first["methods"] == {"threats-in-person": 2}
    assert {cue["id"] for cue in first["cues"]} >= {"threats-in-person", "persuasion-to-return"}
    assert [set(one) for one in first["statements"]] == [{"passage", "start", "end", "kind", "method"}] * 2
