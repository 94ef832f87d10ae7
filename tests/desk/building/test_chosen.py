"""Building from crawls with a list of the pages that are taken."""

from pathlib import Path
from types import ModuleType

import pytest
from tests.documents.crawls import Crawl

from longarm.core.hashing import sha256
from longarm.desk.building import chosen
from longarm.desk.building.build import build
from longarm.documents.webarchive import told
from longarm.errors import UsageError


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    made = Crawl()
    for number in range(4):
        made.response(
            f"https://a.example/{number}.txt",
            f"Office {number}\n\nThey counted {number + 3}.".encode(),
            media="text/plain",
        )
    folder = tmp_path / "crawls"
    folder.mkdir()
    (folder / "one.warc.gz").write_bytes(made.bytes)
    (folder / "notes.txt").write_text("Not asked for\n\nThere are 7.")
    return folder


def listing(folder: Path, keep: range, *, head: str = "url,crawl,member,offset,sha256,why") -> Path:
    rows = [f"u,one.warc.gz,,{one.at},{sha256(data)},x" for one, data in told(folder / "one.warc.gz")]
    path = folder.parent / "list.csv"
    path.write_text("\n".join([head, *(rows[at] for at in keep)]) + "\n")
    return path


def test_only_the_pages_of_the_list_are_taken(quick: ModuleType, crawl: Path, tmp_path: Path) -> None:
    built = build(tmp_path / "case", [crawl], quick.stations(), only=chosen.load(listing(crawl, range(1, 3))))
    assert (built.documents, built.failures) == (2, ())
    more = build(tmp_path / "case", [crawl], quick.stations(), only=chosen.load(listing(crawl, range(1, 4))))
    assert (more.documents, more.counts.received) == (3, 1)


def test_a_spreadsheet_may_have_written_the_list(crawl: Path) -> None:
    path = listing(crawl, range(2))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b",", b";").replace(b"\n", b"\r\n"))
    assert len(chosen.load(path).pages["one.warc.gz"]) == 2


def test_a_page_that_changed_since_is_not_taken(quick: ModuleType, crawl: Path, tmp_path: Path) -> None:
    path = listing(crawl, range(2))
    path.write_text(path.read_text().replace(sha256(b"Office 1\n\nThey counted 4."), "0" * 64))
    built = build(tmp_path / "case", [crawl], quick.stations(), only=chosen.load(path))
    assert built.documents == 1
    assert ["than the list says" in failure.reason for failure in built.failures] == [True]


def test_what_a_list_lacks_is_said(quick: ModuleType, crawl: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="has no column offset"):
        chosen.load(listing(crawl, range(1), head="url,crawl,member,place,sha256,why"))
    with pytest.raises(UsageError, match="names no page"):
        chosen.load(listing(crawl, range(0)))
    path = listing(crawl, range(1))
    path.write_text(path.read_text().replace("one.warc.gz", "two.warc.gz"))
    with pytest.raises(UsageError, match=r"names two.warc.gz, which is not among what is given"):
        build(tmp_path / "case", [crawl], quick.stations(), only=chosen.load(path))
