"""Pages fetched from their addresses, from a site on this machine."""

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import ClassVar

import pytest

from longarm.desk.building import fetching
from longarm.desk.building.build import Built, build
from longarm.desk.building.fetching import CODE, Online
from longarm.desk.case import open_case
from longarm.errors import UsageError

PAGE = "Offices\n\nThe council counted three offices in the harbour."


class Site(BaseHTTPRequestHandler):
    """A site with a few pages; it remembers what it was asked."""

    asked: ClassVar[list[tuple[str, dict[str, str]]]] = []
    text: ClassVar[str] = PAGE

    def do_GET(self) -> None:
        self.asked.append((self.path, dict(self.headers.items())))
        getattr(self, f"_{self.path.strip('/').partition('?')[0]}", self._lost)()

    def log_message(self, format: str, *args: object) -> None:
        pass

    def _send(self, status: int, headers: dict[str, str], body: bytes = b"", length: int | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body) if length is None else length), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _page(self) -> None:
        self._send(200, {"Content-Type": "text/plain; charset=utf-8", "Set-Cookie": "who=1"}, self.text.encode())

    def _packed(self) -> None:
        packed = gzip.compress(PAGE.encode())
        self._send(200, {"Content-Type": "text/plain; charset=utf-8", "Content-Encoding": "gzip"}, packed)

    def _moved(self) -> None:
        self._send(302, {"Location": "/page"})

    def _outside(self) -> None:
        self._send(302, {"Location": "file:///etc/hostname"})

    def _round(self) -> None:
        self._send(302, {"Location": "/round?again"})

    def _picture(self) -> None:
        self._send(200, {"Content-Type": "image/png"}, b"\x89PNG")

    def _short(self) -> None:
        self._send(200, {"Content-Type": "text/plain"}, b"The council", length=400)

    def _large(self) -> None:
        self._send(200, {"Content-Type": "text/plain"}, b"x" * 200_000)

    def _lost(self) -> None:
        self._send(404, {})


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    Site.asked.clear()
    Site.text = PAGE
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def run(quick: ModuleType, case: Path, *given: str, archive: Path | None = None) -> Built:
    return build(case, given, quick.stations(), online=Online(archive), now=lambda: "2026-04-17T10:02:11+00:00")


def reasons(built: Built) -> list[tuple[str, str]]:
    return [(failure.code, failure.reason) for failure in built.failures]


def test_a_fetched_page_becomes_a_document_with_its_address_and_time(
    quick: ModuleType, tmp_path: Path, site: str
) -> None:
    built = run(quick, tmp_path / "case", f"{site}/page")
    (document,) = open_case(tmp_path / "case").state.documents
    assert document.url and document.url.value == f"{site}/page"
    assert document.path.split("/")[:2] == ["web-20260417100211.warc.gz", "20260417100211"]
    assert (built.counts.received, built.readings, built.failures) == (1, 1, ())


def test_the_site_learns_neither_who_asks_nor_from_where_it_was_reached(
    quick: ModuleType, tmp_path: Path, site: str
) -> None:
    run(quick, tmp_path / "case", f"{site}/page", f"{site}/page?2")
    told = [{name.lower(): value for name, value in headers.items()} for _, headers in Site.asked]
    assert [sorted(headers) for headers in told] == [
        ["accept", "accept-encoding", "connection", "host", "user-agent"]
    ] * 2
    assert all("longarm" not in str(headers).lower() for headers in told)


def test_a_page_sent_packed_and_one_that_moved_are_read(quick: ModuleType, tmp_path: Path, site: str) -> None:
    built = run(quick, tmp_path / "case", f"{site}/packed")
    moved = run(quick, tmp_path / "other", f"{site}/moved")
    (document,) = open_case(tmp_path / "other").state.documents
    assert (built.readings, moved.readings) == (1, 1)
    assert document.url and document.url.value == f"{site}/page"


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("missing", "was answered with 404"),
        ("outside", "what is no page of the web"),
        ("round", "leads on without end"),
        ("picture", "but image/png"),
        ("short", "broke off before its end"),
    ],
)
def test_what_cannot_be_had_is_listed_with_the_reason_and_the_rest_is_read(
    quick: ModuleType, tmp_path: Path, site: str, page: str, why: str
) -> None:
    built = run(quick, tmp_path / "case", f"{site}/{page}", f"{site}/page")
    ((code, reason),) = reasons(built)
    assert code == CODE
    assert reason.startswith(f"{site}/{page} ")
    assert why in reason
    assert built.readings == 1


def test_nobody_at_the_address_is_a_failure_that_ends_when_somebody_is_there(
    quick: ModuleType, tmp_path: Path, site: str
) -> None:
    run(quick, tmp_path / "case", f"{site}/page2")
    Site._page2 = Site._page  # type: ignore[attr-defined]
    try:
        assert run(quick, tmp_path / "case", f"{site}/page2").failures == ()
    finally:
        del Site._page2  # type: ignore[attr-defined]


def test_a_page_without_end_is_given_up(
    quick: ModuleType, tmp_path: Path, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "SIZE_LIMIT", 100_000)
    ((_, reason),) = reasons(run(quick, tmp_path / "case", f"{site}/large"))
    assert "has more than" in reason


def test_a_page_fetched_again_is_read_again_only_where_it_changed(quick: ModuleType, tmp_path: Path, site: str) -> None:
    run(quick, tmp_path / "case", f"{site}/page")
    same = run(quick, tmp_path / "case", f"{site}/page")
    Site.text = PAGE.replace("three", "five")
    other = run(quick, tmp_path / "case", f"{site}/page")
    assert (same.counts.opened, same.documents, other.counts.opened, other.documents) == (0, 1, 1, 2)


def test_the_pages_are_kept_as_they_were_served_where_that_is_asked(
    quick: ModuleType, tmp_path: Path, site: str
) -> None:
    archive = tmp_path / "served.warc.gz"
    run(quick, tmp_path / "case", f"{site}/page", archive=archive)
    run(quick, tmp_path / "case", f"{site}/packed", archive=archive)
    again = build(tmp_path / "other", [archive], quick.stations())
    served = b"".join(gzip.decompress(archive.read_bytes()).split(b"\r\n"))
    assert (again.counts.received, again.documents) == (1, 1)  # one text, served twice
    assert b"WARC/1.1" in served
    assert b"who=1" not in served


def test_an_archive_that_is_none_by_its_name_is_refused(quick: ModuleType, tmp_path: Path, site: str) -> None:
    with pytest.raises(UsageError, match=r"ends in \.warc\.gz"):
        run(quick, tmp_path / "case", f"{site}/page", archive=tmp_path / "served.zip")
    assert not Site.asked


def test_what_is_no_address_of_the_web_is_refused(quick: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no address of the web"):
        run(quick, tmp_path / "case", "ftp://example.org/a.txt")
