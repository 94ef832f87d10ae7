"""What is in web archives, whole and damaged."""

import gzip
import zlib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.documents.crawls import PAGE, Crawl, wacz

from longarm.core.hashing import sha256
from longarm.documents.confinement import Limits
from longarm.documents.records import Asked, Place
from longarm.documents.webarchive import LIMITS, Capture, Passed, captures, is_archive, told
from longarm.model.documents import ReadFailure

PART = Capture | ReadFailure | Passed


def parts(folder: Path, data: bytes, name: str = "crawl.warc.gz", limits: Limits = LIMITS) -> list[PART]:
    path = folder / name
    path.write_bytes(data)
    return list(captures(path, name, limits))


def pages(found: list[PART]) -> dict[str, bytes]:
    return {part.path: part.data for part in found if isinstance(part, Capture)}


def faults(found: list[PART]) -> list[str]:
    return [part.reason for part in found if isinstance(part, ReadFailure)]


def passed(found: list[PART]) -> Counter[str]:
    return next(part.counts for part in found if isinstance(part, Passed))


@pytest.mark.parametrize("is_packed", [True, False])
def test_a_page_has_its_bytes_its_address_and_the_time_of_its_capture(tmp_path: Path, is_packed: bool) -> None:
    crawl = Crawl(is_packed=is_packed).response("https://council.example/news/12")
    (capture, _) = parts(tmp_path, crawl.bytes)
    assert isinstance(capture, Capture)
    assert (capture.path, capture.data) == ("crawl.warc.gz/20230417100211/council.example/news/12.html", PAGE)
    assert capture.stated.url
    assert (capture.stated.url.value, capture.stated.url.origin) == ("https://council.example/news/12", "web archive")
    assert capture.stated.published is None


def test_what_is_no_document_is_counted_by_what_it_is(tmp_path: Path) -> None:
    crawl = (
        Crawl()
        .response("https://a.example/old", status="301 Moved Permanently")
        .response("https://a.example/none", status="404 Not Found")
        .response("https://a.example/seal.png", b"\x89PNG", media="image/png")
        .response("https://a.example/robots.txt", b"User-agent: *", media="text/plain")
        .response("https://a.example/again", record="revisit")
        .response("dns:a.example", b"a.example. 1 IN A 192.0.2.1", media="text/dns", record="resource")
        .response("https://a.example/letter.pdf", b"%PDF-1.7", media="application/pdf")
    )
    found = parts(tmp_path, crawl.bytes)
    assert list(pages(found)) == ["crawl.warc.gz/20230417100211/a.example/letter.pdf"]
    assert passed(found) == {
        "redirects": 1,
        "answers with an error": 1,
        "pictures, styles, programs and other files": 2,
        "pages that had not changed since an earlier capture": 1,
        "notes of the program that captured": 1,
    }


@pytest.mark.parametrize(
    ("packing", "data"),
    [
        (("Content-Encoding", "gzip"), gzip.compress(PAGE)),
        (("Content-Encoding", "deflate"), zlib.compress(PAGE)),
        (("Transfer-Encoding", "chunked"), b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)),
    ],
)
def test_pages_are_unpacked_as_a_browser_would(tmp_path: Path, packing: tuple[str, str], data: bytes) -> None:
    found = parts(tmp_path, Crawl().response("https://a.example/", data, headers=[packing]).bytes)
    assert list(pages(found).values()) == [PAGE]


def test_a_packing_that_is_not_read_is_said_with_the_page(tmp_path: Path) -> None:
    packed = Crawl().response("https://a.example/x", b"\x0b", headers=[("Content-Encoding", "br")]).bytes
    (fault,) = faults(parts(tmp_path, packed))
    assert fault.startswith("crawl.warc.gz/20230417100211/a.example/x.html is packed as br, which is not read")


def test_two_captures_of_one_address_are_two_documents(tmp_path: Path) -> None:
    crawl = Crawl().response("https://a.example/x").response("https://a.example/x", b"<html>Changed.</html>")
    crawl.response("https://a.example/x", at="2024-01-02T03:04:05Z")
    assert list(pages(parts(tmp_path, crawl.bytes))) == [
        "crawl.warc.gz/20230417100211/a.example/x.html",
        "crawl.warc.gz/20230417100211/a.example/x.html 2",
        "crawl.warc.gz/20240102030405/a.example/x.html",
    ]


def test_of_a_wacz_the_pages_are_taken_and_not_what_is_in_their_frames(tmp_path: Path) -> None:
    crawl = Crawl().response("https://a.example/x").response("https://ads.example/frame")
    crawl.response("https://a.example/letter.pdf", b"%PDF-1.7", media="application/pdf")
    found = parts(tmp_path, wacz({"data.warc.gz": crawl.bytes}, ["https://a.example/x#top"]), "desk.wacz")
    assert list(pages(found)) == [
        "desk.wacz/20230417100211/a.example/x.html",
        "desk.wacz/20230417100211/a.example/letter.pdf",
    ]
    assert passed(found) == {"pages inside of other pages": 1}


def test_a_zip_without_archives_is_refused(tmp_path: Path) -> None:
    assert faults(parts(tmp_path, wacz({}), "desk.wacz")) == [
        (
            "desk.wacz is a zip without web archives in it (unpack it, and give the files in it): "
            "what it has else was read; get another copy of it."
        )
    ]


@pytest.mark.parametrize("share", [0.05, 0.3, 0.5, 0.7, 0.95])
@pytest.mark.parametrize("is_packed", [True, False])
def test_what_follows_damage_is_read(tmp_path: Path, is_packed: bool, share: float) -> None:
    first, second, third = (
        Crawl(is_packed=is_packed).response(f"https://a.example/{name}", PAGE + name.encode() * 400).bytes
        for name in ("a", "b", "c")
    )
    found = parts(tmp_path, first + second[: int(len(second) * share)] + third)
    assert [path.rpartition("/")[2] for path in pages(found)] == ["a.html", "c.html"]
    assert len(faults(found)) >= 1


def test_bytes_that_are_not_those_captured_are_no_document(tmp_path: Path) -> None:
    crawl = Crawl(is_packed=False).response("https://a.example/x").response("https://a.example/y")
    altered = crawl.bytes.replace(b"three offices", b"seven offices", 1)
    found = parts(tmp_path, altered)
    assert [path.rpartition("/")[2] for path in pages(found)] == ["y.html"]
    assert ["its hash is another" in fault for fault in faults(found)] == [True]


def test_an_archive_packed_as_a_whole_is_said_to_be(tmp_path: Path) -> None:
    crawl = Crawl(is_packed=False).response("https://a.example/x").response("https://a.example/y")
    assert any("unpack it with gunzip" in fault for fault in faults(parts(tmp_path, gzip.compress(crawl.bytes))))


def test_a_page_that_unpacks_to_more_than_a_document_may_have_is_left_out(tmp_path: Path) -> None:
    bomb = gzip.compress(b"<html>" + b"a" * 3_000_000)
    crawl = Crawl().response("https://a.example/bomb", bomb, headers=[("Content-Encoding", "gzip")])
    crawl.response("https://a.example/x")
    found = parts(tmp_path, crawl.bytes, limits=Limits(size=1_000_000, cpu=20))
    assert [path.rpartition("/")[2] for path in pages(found)] == ["x.html"]
    assert len(faults(found)) == 1


def test_a_line_without_end_ends_what_reads_it_and_not_the_build(tmp_path: Path) -> None:
    packer = zlib.compressobj(level=1, wbits=31)
    endless = packer.compress(b"WARC/1.0\r\nWARC-Type: ")
    endless += b"".join(packer.compress(b"a" * 1_000_000) for _ in range(400)) + packer.flush()
    found = parts(tmp_path, endless, limits=Limits(memory=200 << 20, cpu=10, wall=20))
    assert len(faults(found)) >= 1
    assert not pages(found)


def numbered(count: int, *, is_packed: bool = True) -> Crawl:
    crawl = Crawl(is_packed=is_packed)
    for number in range(count):
        crawl.response(f"https://a.example/{number}", PAGE + bytes([65 + number]))
    return crawl


@pytest.mark.parametrize("is_packed", [True, False])
@pytest.mark.parametrize("is_wacz", [True, False])
def test_a_record_is_found_again_where_it_was_told_to_be(tmp_path: Path, is_packed: bool, is_wacz: bool) -> None:
    data = numbered(4, is_packed=is_packed).bytes
    name = "data.warc.gz" if is_packed else "data.warc"
    path = tmp_path / "crawl.wacz"
    path.write_bytes(wacz({name: data, "other.warc": Crawl(is_packed=False).bytes}) if is_wacz else data)
    places = {Place(one.member, one.at): sha256(page) for one, page in told(path)}
    assert len(places) == 4
    wanted = dict(list(places.items())[1:3])
    found = list(captures(path, "crawl", only=wanted))
    assert [sha256(part.data) for part in found if isinstance(part, Capture)] == list(wanted.values())
    since = next(iter(wanted))
    assert [Place(one.member, one.at) for one, _ in told(path, asked=Asked(since=since))] == list(places)[1:]
    past = told(path, asked=Asked(since=since, is_past=True))
    assert [Place(one.member, one.at) for one, _ in past] == list(places)[3:]


def test_a_record_that_is_another_than_listed_is_no_document(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(numbered(2).bytes)
    first, second = [Place(one.member, one.at) for one, _ in told(path)]
    only = {first: sha256(b"another page"), second: sha256(PAGE + b"B"), Place("", second.at + 7): sha256(PAGE)}
    found = list(captures(path, "crawl.warc.gz", only=only))
    assert [part.data for part in found if isinstance(part, Capture)] == [PAGE + b"B"]
    (fault,) = faults(found)
    assert f"has another record at byte {first.at:,} than the list says" in fault
    assert f"has no whole record at byte {second.at + 7:,}" in fault


@pytest.mark.parametrize("at", [0, 2])
def test_what_follows_a_record_that_breaks_its_reader_is_read(tmp_path: Path, at: int) -> None:
    pages = [Crawl().response(f"https://a.example/{number}").bytes for number in range(4)]
    packer = zlib.compressobj(level=1, wbits=31)
    endless = packer.compress(b"WARC/1.0\r\nWARC-Type: ")
    endless += b"".join(packer.compress(b"a" * 1_000_000) for _ in range(300)) + packer.flush()
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join([*pages[:at], endless, *pages[at:]]))
    found = [one for one, _ in told(path, Limits(cpu=1, memory=4 << 30))]
    assert [one.url[-1] for one in found if one.url] == ["0", "1", "2", "3"]
    assert any("broke down" in one.fault for one in found)


@given(cuts=st.lists(st.tuples(st.integers(0, 3000), st.binary(max_size=6)), min_size=1, max_size=4))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_damage_stops_the_reading(tmp_path: Path, cuts: list[tuple[int, bytes]]) -> None:
    crawl = Crawl()
    for number in range(4):
        crawl.response(f"https://a.example/{number}", PAGE + bytes([65 + number]))
    data = bytearray(crawl.bytes)
    for at, put in cuts:
        data[at : at + 3] = put
    found = parts(tmp_path, bytes(data))
    assert isinstance(found[-1], Passed)
    assert set(pages(found).values()) <= {PAGE + bytes([65 + number]) for number in range(4)}


def test_archives_are_told_by_their_names() -> None:
    assert [is_archive(name) for name in ("a.warc", "a.WARC.GZ", "b/a.wacz", "a.gz", "warc.html")] == [
        True,
        True,
        True,
        False,
        False,
    ]
