"""Saved mail (RFC 5322) and web pages saved as one file (MHTML, RFC 2557), which is mail that holds a page."""

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage, MIMEPart
from itertools import groupby

from longarm.documents.encoding import decode
from longarm.documents.failures import failure
from longarm.documents.formats import txt
from longarm.documents.layer import Piece, clean, compose, stated
from longarm.model.documents import Extract, Metadata

ORIGIN = "mail"
_TOLD = ("From", "To", "Cc", "Date", "Subject")  # headers that are part of what a reader of the mail sees
_QUOTED = re.compile(r"\s*>[> ]*")
_SIGNED = re.compile(r"^-- ?\n", re.MULTILINE)  # RFC 3676, 4.3: what follows is the signature


def read(data: bytes, name: str) -> Extract:
    """The words of a mail under who wrote it to whom and when, or the page that was saved in it.

    What it quotes of an earlier mail is a quotation. Who wrote it is in the text alone and is no publisher: publishers
    are named in what leaves a case. Its date is that of the mail.

    Raises:
        DocumentEmpty: there is no text in it.
        DocumentTooLarge: see `layer.compose`.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    if message.get_content_type() == "multipart/related" and (page := _page(message)) is not None:
        return _saved(message, page, name)
    body = message.get_body(("plain", "html"))
    if body is None:
        raise failure("no-text", "is a mail without a text: give what is attached to it as files of their own.")
    notes = _attached(message)
    metadata = Metadata(title=stated(_header(message, "Subject"), ORIGIN), published=stated(_day(message), ORIGIN))
    head = [Piece(f"{key}: {value}", "other") for key in _TOLD if (value := _header(message, key))]
    if body.get_content_type() == "text/html":
        from longarm.documents.formats import html

        page_text = html.read(_bytes(body), name)
        told = (page_text.text[block.start : block.end] for block in page_text.blocks)
        pieces = [Piece(words, block.kind) for words, block in zip(told, page_text.blocks, strict=True)]
        return compose([*head, *pieces], metadata, (*notes, *page_text.notes))
    decoded = decode(_bytes(body), body.get_content_charset("") or "")
    text, *signature = _SIGNED.split(clean(decoded.text), maxsplit=1)
    signed = [Piece(words, "other") for words in signature]
    return compose([*head, *_pieces(text), *signed], metadata, (*notes, *decoded.notes))


def _page(message: EmailMessage) -> EmailMessage | None:
    """The first page in a file that a browser saved."""
    parts = (part for part in message.walk() if isinstance(part, EmailMessage))
    return next((part for part in parts if part.get_content_type() == "text/html"), None)


def _saved(message: EmailMessage, page: EmailMessage, name: str) -> Extract:
    from longarm.documents.formats import html

    found = html.read(_bytes(page), name)
    url = stated(_header(message, "Snapshot-Content-Location") or _header(page, "Content-Location"), ORIGIN)
    return replace(found, metadata=replace(found.metadata, url=found.metadata.url or url))


def _bytes(part: MIMEPart) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _header(message: EmailMessage, key: str) -> str:
    """A header as a reader sees it; empty where there is none or it cannot be told."""
    try:
        return str(message.get(key, ""))
    except (
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        IndexError,
    ):  # what the parser of headers raises on noise
        return ""


def _day(message: EmailMessage) -> str:
    try:
        sent = getattr(message.get("Date"), "datetime", None)
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        return ""
    return sent.date().isoformat() if isinstance(sent, datetime) else ""


def _attached(message: EmailMessage) -> tuple[str, ...]:
    count = sum(1 for _ in message.iter_attachments())
    told = "1 attached file is" if count == 1 else f"{count} attached files are"
    return (f"attachments-left: {told} not read: save them and give them as files of their own",) if count else ()


def _pieces(text: str) -> Iterator[Piece]:
    """The blocks of a mail; what it quotes of an earlier one as quotations."""
    for is_quoted, lines in groupby(text.split("\n"), lambda line: bool(_QUOTED.match(line))):
        if is_quoted:
            quoted = "\n".join(_QUOTED.sub("", line) for line in lines)
            yield from (Piece(piece.text, "quotation") for piece in txt.pieces(quoted))
        else:
            yield from txt.pieces("\n".join(lines))
