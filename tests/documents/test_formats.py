"""Telling formats apart."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longarm.documents.formats import (
    CSV,
    DOCX,
    FORMATS,
    HTML,
    MAIL,
    MARKDOWN,
    OPEN_DOCUMENT,
    PDF,
    RECORDING,
    SPREADSHEET,
    TEXT,
    UNKNOWN,
    Format,
    detect,
)
from longarm.documents.reader import UNSUPPORTED


@pytest.mark.parametrize(
    ("data", "name", "media"),
    [
        (b"Some words.\n", "a.txt", TEXT),
        (b"Some words.\n", "README", TEXT),
        (b"# Some words\n", "a.md", MARKDOWN),
        (b"%PDF-1.4\n", "a.txt", PDF),
        (b"\n\n%PDF-1.4\n", "a", PDF),
        (bytes(range(256)) * 9, "a.pdf", PDF),
        (bytes(range(256)) * 9, "a.docx", DOCX),
        (bytes(range(256)) * 9, "a.txt", UNKNOWN),
        (b"<!DOCTYPE html><p>Words", "a.txt", HTML),
        (b"\xef\xbb\xbf  <!-- saved -->\n<html>", "a", HTML),
        ("<html><body>Words".encode("utf-16"), "a", HTML),
        (b"<span>Words</span>", "a.html", HTML),
        (b"Words alone.", "a.html", TEXT),
        (b"<?xml version='1.0'?><rss>", "a.xml", "application/xml"),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html>", "a", HTML),
        (b"From: a\r\nSubject: b\r\nMIME-Version: 1.0\r\n\r\n<html>", "a.mht", MAIL),
        (b"Received: from a\r\nSubject: b\r\n\r\nWords.", "a.eml", MAIL),
        (b"PK\x03\x04 ... word/document.xml", "a.docx", DOCX),
        (b"PK\x03\x04 ... mimetype", "a.epub", "application/zip"),
        (b"PK\x03\x04 ... xl/workbook.xml", "a.xlsx", SPREADSHEET),
        (b"date,what\n2022,A visit\n", "incidents.CSV", CSV),
        (b"\0\0\0\x18ftypheic", "photo.jpg", "image/heic"),
        (b"\0\0\0\x18ftypisom", "call.mp4", RECORDING),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a.webp", "image/webp"),
        (b"{\\rtf1 Words}", "a.txt", "application/rtf"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n", "crawl.warc", "application/warc"),
        (b"", "a.txt", UNKNOWN),
    ],
)
def test_a_format_is_told_from_bytes_before_the_name(data: bytes, name: str, media: str) -> None:
    assert detect(data, name) == media


def test_an_open_document_is_told_from_the_type_that_it_begins_with() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", f"{OPEN_DOCUMENT}.text")
        archive.writestr("content.xml", "<x/>")
    assert detect(buffer.getvalue(), "a.odt") == OPEN_DOCUMENT


def test_what_is_known_and_not_read_has_a_remedy_of_its_own() -> None:
    assert "Import at the desk" in UNSUPPORTED[SPREADSHEET] == UNSUPPORTED[CSV]
    assert "transcript" in UNSUPPORTED[RECORDING]


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.pdf", "a.html", "a.docx", "a", ""]))
def test_any_bytes_have_some_format(data: bytes, name: str) -> None:
    assert detect(data, name)


def test_every_format_has_a_reader_with_a_version() -> None:
    for known in FORMATS.values():
        assert callable(known.load())
        assert known.version >= 1


def test_a_text_format_that_is_added_is_told_by_its_suffix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FORMATS, "text/x-captions", Format("captions", 1, "none", (".cap",), is_text=True))
    assert detect(b"Some words.\n", "a.cap") == "text/x-captions"
    assert detect(b"<!DOCTYPE html><p>Words", "a.cap") == HTML
    assert detect(bytes(range(256)) * 9, "a.cap") == UNKNOWN
    assert detect(b"Some words.\n", "a.pdf") == TEXT
