"""Every text in the bytes of a file, however it is packed: encodings, escapes, archives, databases, PDFs, pictures."""

import base64
import binascii
import bz2
import gzip
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator

DEPTH = 4  # archives within archives
ROOM = 64 << 20  # bytes that one packed part may unpack to
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{8,}")
_WORDS = re.compile(
    rb"[a-z0-9/_-]*|[A-Z]?[a-z]*|[A-Z_]*"
)  # runs that a page has thousands of, and base64 hardly ever is
_HEX = re.compile(rb"(?:[0-9A-Fa-f]{2}){6,}")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_CHUNK = re.compile(rb"(tEXt|zTXt|iTXt)")
Texts = Iterator[tuple[str, str]]


def texts_of(path: str, data: bytes, *, is_trusted: bool = True, depth: int = 0) -> Texts:
    """Every text of a file with how it was found: (`file name`, `text`, `utf-16`, `base64`, `pdf`, `zip`, ...).

    Args:
        path: its name, which is a text too.
        is_trusted: whether longarm made it; the bytes of strangers are not given to readers of PDF and SQLite, and
            nothing in them is decoded that may be a word.
        depth: how many archives it lies in.
    """
    yield "file name", path
    yield from _encoded(data)
    if is_trusted:
        yield from _runs(data)
    if depth > DEPTH:
        return
    for opener in (_archive, _compressed, _pdf_streams, _picture, *((_pdf, _database) if is_trusted else ())):
        try:
            for kind, inner in opener(data):
                if isinstance(inner, str):
                    yield kind, inner
                else:
                    name, content = inner
                    for how, text in texts_of(name, content, is_trusted=is_trusted, depth=depth + 1):
                        yield (kind if how == "text" else f"{kind}, {how}"), text
        except (ValueError, OSError, EOFError, zlib.error, zipfile.BadZipFile, lzma.LZMAError, RuntimeError):
            continue  # it only looked like one


Opened = Iterator[tuple[str, str | tuple[str, bytes]]]


def _encoded(data: bytes) -> Texts:
    text = data.decode("utf-8", "replace")
    yield "text", text
    if b"\0" in data:
        for start in (0, 1):
            even = data[start : len(data) - (len(data) - start) % 2]
            yield "utf-16", even.decode("utf-16-le", "replace")
            yield "utf-16", even.decode("utf-16-be", "replace")
    if "\ufffd" in text:
        yield "latin-1", data.decode("latin-1")


def _runs(data: bytes) -> Texts:
    """What runs of letters and digits come to as base64, at each of its alignments, and as hexadecimal digits."""
    for match in _BASE64.finditer(data):
        if _WORDS.fullmatch(match.group()):
            continue
        run = match.group().translate(bytes.maketrans(b"-_", b"+/"))
        for start in range(4):
            whole = run[start : len(run) - (len(run) - start) % 4] or b""
            for cut in (whole, run[start:] + b"=" * (-(len(run) - start) % 4)):
                try:
                    decoded = base64.b64decode(cut)
                except (binascii.Error, ValueError):
                    continue
                yield from (("base64", text) for text in _decodings(decoded))
    for match in _HEX.finditer(data):
        yield from (("hexadecimal", text) for text in _decodings(bytes.fromhex(match.group().decode())))


def _decodings(data: bytes) -> Iterator[str]:
    yield data.decode("utf-8", "replace")
    if b"\0" in data:
        yield data.decode("utf-16-le", "replace")
        yield data.decode("utf-16-be", "replace")


def _archive(data: bytes) -> Opened:
    if not data.startswith(b"PK") and b"PK\x05\x06" not in data[-(1 << 16) :]:
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield "zip comment", archive.comment.decode("utf-8", "replace")
        for member in archive.infolist():
            yield "zip comment", member.comment.decode("utf-8", "replace")
            with archive.open(member) as file:
                yield "zip", (member.filename, file.read(ROOM))


def _compressed(data: bytes) -> Opened:
    raw = io.BytesIO(data)
    if data.startswith(b"\x1f\x8b"):
        with gzip.GzipFile(fileobj=raw) as unzipped:
            yield "compressed", ("", unzipped.read(ROOM))
    elif data.startswith(b"BZh"):
        with bz2.BZ2File(raw) as unzipped2:
            yield "compressed", ("", unzipped2.read(ROOM))
    elif data.startswith(b"\xfd7zXZ\0"):
        with lzma.LZMAFile(raw) as unzipped3:
            yield "compressed", ("", unzipped3.read(ROOM))


def _pdf_streams(data: bytes) -> Opened:
    """The streams of a PDF as they are, and inflated: metadata, attachments, forms."""
    if not data.startswith(b"%PDF"):
        return
    for match in _STREAM.finditer(data):
        try:
            yield "pdf stream", ("", zlib.decompressobj().decompress(match[1].strip(b"\r\n"), ROOM))
        except zlib.error:
            continue
    for match in re.finditer(rb"<((?:[0-9A-Fa-f]{2}\s*){4,})>", data):
        raw = bytes.fromhex(re.sub(rb"\s", b"", match[1]).decode())
        for encoding in ("utf-16", "latin-1"):
            yield "pdf metadata", raw.decode(encoding, "replace")
    for match in re.finditer(rb"\((\xfe\xff(?:\\.|[^\\)])*)\)", data, re.DOTALL):
        yield "pdf metadata", re.sub(rb"\\([()\\])", rb"\1", match[1]).decode("utf-16", "replace")


def _pdf(data: bytes) -> Opened:
    if not data.startswith(b"%PDF"):
        return
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        for name, value in document.get_metadata_dict().items():
            yield "pdf metadata", f"{name} {value}"
        for item in document.get_toc():
            yield "pdf outline", item.get_title() or ""
        for page in document:
            yield "pdf text", page.get_textpage().get_text_bounded()
    finally:
        document.close()


def _picture(data: bytes) -> Opened:
    """The text chunks of a PNG; other pictures have theirs as plain bytes."""
    if not data.startswith(b"\x89PNG"):
        return
    for match in _CHUNK.finditer(data):
        length = int.from_bytes(data[match.start() - 4 : match.start()], "big")
        body = data[match.end() : match.end() + min(length, ROOM)]
        yield "picture", body.decode("utf-8", "replace")
        packed = body.partition(b"\0")[2].lstrip(b"\0\x01")
        try:
            yield "picture", zlib.decompressobj().decompress(packed, ROOM).decode("utf-8", "replace")
        except zlib.error:
            continue


def _database(data: bytes) -> Opened:
    if not data.startswith(b"SQLite format 3\0"):
        return
    from longarm.storage import dump

    for kind, content in dump.cells(data):
        yield ("sqlite", content) if isinstance(content, str) else ("sqlite", (kind, content))
