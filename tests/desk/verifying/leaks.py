"""Twenty-four ways for a name to stand in a file; for tests that nothing of it is missed."""

import base64
import gzip
import io
import json
import sqlite3
import struct
import urllib.parse
import zipfile
import zlib
from collections.abc import Callable

FILLER = "The group counted some offices by the harbour in the spring of that year, and nobody spoke of it again. "


def _page(body: str, head: str = "") -> bytes:
    top = f"<!doctype html><html><head><title>A page</title>{head}</head>"
    return f"{top}<body><p>{FILLER}</p>{body}</body></html>".encode()


def _pdf(html: str, **metadata: str) -> bytes:
    import plutoprint

    book = plutoprint.Book()
    book.load_html(html)
    for name, value in metadata.items():
        book.set_metadata(getattr(plutoprint, f"PDF_METADATA_{name.upper()}"), value)
    buffer = io.BytesIO()
    book.write_to_pdf_stream(buffer)
    return buffer.getvalue()


def _png(name: str, kind: bytes = b"tEXt") -> bytes:
    def chunk(what: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + what + data + struct.pack(">I", zlib.crc32(what + data))

    text = b"Author\0" + name.encode() if kind == b"tEXt" else b"Author\0\0" + zlib.compress(name.encode())
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(kind, text) + pixels + chunk(b"IEND", b"")


def _zip(inner: bytes, name: str = "inside.txt", comment: bytes = b"") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, inner)
        archive.comment = comment
    return buffer.getvalue()


def _sqlite(name: str) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE notes (id INTEGER, words TEXT)")
    connection.execute("INSERT INTO notes VALUES (1, ?)", (f"{FILLER}{name}",))
    connection.commit()
    return connection.serialize()


def _escaped(name: str) -> str:
    return "".join(f"&#{ord(letter)};" for letter in name)


def _json(name: str) -> str:
    return "".join(f"\\u{ord(letter):04x}" for letter in name)


def _base64(name: str, before: str) -> bytes:
    return b'{"blob": "' + base64.b64encode(f"{before}{name} said so".encode()) + b'"}'


LEAKS: dict[str, Callable[[str], tuple[str, bytes]]] = {
    "text": lambda name: ("notes.txt", f"{FILLER}{name} said so.".encode()),
    "upper case": lambda name: ("notes.txt", f"{FILLER}{name.upper()} said so.".encode()),
    "last name first": lambda name: ("notes.txt", f"{FILLER}{', '.join(reversed(name.split()))}".encode()),
    "alt text": lambda name: ("page.html", _page(f'<img src="x.png" alt="Portrait of {name}">')),
    "comment in HTML": lambda name: ("page.html", _page(f"<!-- checked with {name} -->")),
    "attribute": lambda name: ("page.html", _page(f'<p data-who="{name}">A person said so.</p>')),
    "meta tag": lambda name: ("page.html", _page("", f'<meta name="author" content="{name}">')),
    "HTML escapes": lambda name: ("page.html", _page(f"<p>{_escaped(name)}</p>")),
    "file name": lambda name: (f"{name.lower().replace(' ', '-')}.html", _page("")),
    "JSON": lambda name: ("data/more.json", json.dumps({"claims": [{"who": name}]}).encode()),
    "JSON escapes": lambda name: ("search.json", f'{{"index": ["{_json(name)}"]}}'.encode()),
    "search index": lambda name: (
        "search.js",
        f'window.index = {{"{"".join(name.lower().split())}": [1, 4]}};'.encode(),
    ),
    "CSV": lambda name: ("data/people.csv", f"id,name\n1,{name}\n".encode()),
    "URL": lambda name: (
        "page.html",
        _page(f'<a href="https://site.example/?q={urllib.parse.quote(name)}">a link</a>'),
    ),
    "base64": lambda name: ("data.json", _base64(name, "")),
    "base64 one on": lambda name: ("data.json", _base64(name, "x")),
    "base64 two on": lambda name: ("data.json", _base64(name, "xy")),
    "UTF-16": lambda name: ("notes.txt", f"{FILLER}{name}".encode("utf-16")),
    "text of a PDF": lambda name: ("brief.pdf", _pdf(f"<p>{FILLER}</p><p>{name} said so.</p>")),
    "metadata of a PDF": lambda name: ("brief.pdf", _pdf(f"<p>{FILLER}</p>", author=name)),
    "zip": lambda name: ("data.zip", _zip(f"{FILLER}{name}".encode())),
    "zip in zip": lambda name: ("data.zip", _zip(_zip(f"{FILLER}{name}".encode()), "inner.zip")),
    "comment of a zip": lambda name: ("data.zip", _zip(FILLER.encode(), comment=name.encode())),
    "SQLite": lambda name: ("claims.sqlite", _sqlite(name)),
    "picture": lambda name: ("map.png", _png(name)),
    "packed text of a picture": lambda name: ("map.png", _png(name, b"zTXt")),
    "gzip": lambda name: ("map.svgz", gzip.compress(f"<svg><title>{name}</title></svg>".encode())),
}
