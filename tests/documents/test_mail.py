"""Mail is read under its headers, and a page saved as one file as the page."""

import contextlib
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longarm.documents.formats.mail import read
from longarm.errors import DocumentError


def mail(text: str, **headers: str) -> EmailMessage:
    made = EmailMessage()
    told = {
        "From": "Lena Quorrel <lena@relay.example>",
        "Subject": "The pier",
        "Date": "Tue, 22 Oct 2024 18:20:00 +0300",
    }
    for key, value in {**told, **headers}.items():
        made[key] = value
    made.set_content(text)
    return made


def blocks(data: bytes) -> list[tuple[str, str]]:
    found = read(data, "a.eml")
    return [(block.kind, found.text[block.start : block.end]) for block in found.blocks]


def test_a_mail_is_read_under_who_wrote_it_and_when() -> None:
    data = bytes(
        mail("My brother was taken in Oslo.\n\nOn Monday, Bo wrote:\n> Where was he?\n> And when?\n\n-- \nLena\n")
    )
    assert blocks(data) == [
        ("other", "From: Lena Quorrel <lena@relay.example>"),
        ("other", "Date: Tue, 22 Oct 2024 18:20:00 +0300"),
        ("other", "Subject: The pier"),
        ("paragraph", "My brother was taken in Oslo."),
        ("paragraph", "On Monday, Bo wrote:"),
        ("quotation", "Where was he?"),
        ("quotation", "And when?"),
        ("other", "Lena"),
    ]


def test_a_mail_has_a_subject_and_a_date_and_its_writer_is_no_publisher() -> None:
    told = read(bytes(mail("Words.")), "a.eml").metadata
    assert told.title is not None and told.title.value == "The pier"
    assert told.published is not None and told.published.value == "2024-10-22"
    assert told.publisher is None


def test_what_is_attached_is_told_of() -> None:
    made = mail("See the list.")
    made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="list.pdf")
    found = read(bytes(made), "a.eml")
    assert "See the list." in found.text
    assert [note.partition(":")[0] for note in found.notes] == ["attachments-left"]


def test_a_mail_of_markup_alone_is_read_as_a_page() -> None:
    made = EmailMessage()
    made["Subject"] = "The pier"
    made.set_content("<html><body><p>The pier <b>closed</b> in May, the harbour office said.</p></body></html>", "html")
    assert ("paragraph", "The pier closed in May, the harbour office said.") in blocks(bytes(made))


SAVED = b"""From: <Saved by a browser>\r
Snapshot-Content-Location: https://lamp.example/pier\r
Subject: The pier\r
MIME-Version: 1.0\r
Content-Type: multipart/related; type="text/html"; boundary="----x"\r
\r
------x\r
Content-Type: text/html; charset=utf-8\r
Content-Transfer-Encoding: quoted-printable\r
Content-Location: https://lamp.example/pier\r
\r
<html><head><title>The pier</title></head><body><h1>The pier</h1><p>It closed in =\r
May, the harbour=E2=80=99s office said.</p></body></html>\r
------x--\r
"""


def test_a_page_saved_as_one_file_is_read_as_the_page_with_its_address() -> None:
    found = read(SAVED, "a.mht")
    assert found.text.endswith("It closed in May, the harbour’s office said.")
    assert found.metadata.url is not None and found.metadata.url.value == "https://lamp.example/pier"


def test_a_mail_without_a_text_says_what_to_give() -> None:
    with pytest.raises(DocumentError, match="without a text"):
        read(b"Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nxx", "a.eml")


@given(st.binary(max_size=200))
def test_damaged_mail_is_read_or_refused(noise: bytes) -> None:
    data = bytes(mail("Words."))
    for damaged in (data[:40] + noise + data[40:], b"Date: " + noise + b"\r\n" + data, SAVED[:-60] + noise):
        with contextlib.suppress(DocumentError):
            read(damaged, "a.eml")
