"""Building a case from web archives."""

from pathlib import Path
from types import ModuleType

from tests.documents.crawls import Crawl

from longarm.desk.building.build import build
from longarm.desk.case import open_case
from longarm.storage.ledger import Ledger
from longarm.storage.paths import CasePaths

FIRST, SECOND = "First\n\nThere are 54 offices.", "Second\n\nThere are 51 offices."
ADDRESSES = ("https://a.example/1.txt", "https://a.example/2.txt")


def crawl() -> Crawl:
    made = Crawl()
    for address, text in zip(ADDRESSES, (FIRST, SECOND), strict=True):
        made.response(address, text.encode(), media="text/plain")
    return made.response("https://a.example/seal.png", b"\x89PNG", media="image/png")


def given(folder: Path, data: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "crawl.warc.gz").write_bytes(data)
    return folder


def last(case: Path) -> int:
    with Ledger(CasePaths(case)) as ledger:
        return ledger.last_sequence()


def test_each_captured_page_becomes_a_document_with_its_address(quick: ModuleType, tmp_path: Path) -> None:
    built = build(tmp_path / "case", [given(tmp_path / "in", crawl().bytes)], quick.stations())
    documents = open_case(tmp_path / "case").state.documents
    assert [one.path for one in documents] == [
        f"crawl.warc.gz/20230417100211/{address.partition('://')[2]}" for address in ADDRESSES
    ]
    assert [one.url.value for one in documents if one.url] == list(ADDRESSES)
    assert (built.counts.files, built.readings) == (1, 2)
    assert built.counts.passed == {"pictures, styles, programs and other files": 1}


def test_the_same_archive_again_reads_nothing_and_writes_nothing(quick: ModuleType, tmp_path: Path) -> None:
    folder = given(tmp_path / "in", crawl().bytes)
    build(tmp_path / "case", [folder], quick.stations())
    before = last(tmp_path / "case")
    built = build(tmp_path / "case", [folder], quick.stations())
    assert (built.counts.opened, built.counts.unchanged, last(tmp_path / "case")) == (0, 2, before)


def test_an_archive_that_grew_adds_what_is_new(quick: ModuleType, tmp_path: Path) -> None:
    made = crawl()
    build(tmp_path / "case", [given(tmp_path / "in", made.bytes)], quick.stations())
    made.response("https://a.example/3.txt", b"Third\n\nThere are 12 offices.", media="text/plain")
    built = build(tmp_path / "case", [given(tmp_path / "in", made.bytes)], quick.stations())
    assert (built.counts.received, built.counts.unchanged, built.documents) == (1, 2, 3)


def test_a_page_given_as_a_file_too_is_one_document(quick: ModuleType, tmp_path: Path) -> None:
    folder = given(tmp_path / "in", crawl().bytes)
    (folder / "saved.txt").write_text(FIRST)
    assert build(tmp_path / "case", [folder], quick.stations()).documents == 2


def test_damage_is_on_record_until_a_whole_copy_is_given(quick: ModuleType, tmp_path: Path) -> None:
    whole = crawl().bytes
    half = build(tmp_path / "case", [given(tmp_path / "in", whole[: len(whole) // 2])], quick.stations())
    assert [failure.path for failure in half.failures] == ["crawl.warc.gz"]
    before = last(tmp_path / "case")
    again = build(tmp_path / "case", [tmp_path / "in"], quick.stations())
    assert (again.failures, last(tmp_path / "case")) == (half.failures, before)
    mended = build(tmp_path / "case", [given(tmp_path / "in", whole)], quick.stations())
    assert (mended.failures, mended.documents) == ((), 2)
