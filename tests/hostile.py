"""A folder of documents that would harm, hang or fool a careless reader, made when it is needed: nothing is stored."""

import hashlib
import os
import random
import struct
import zipfile
import zlib
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

GOOD = {
    "good.txt": "Council closes office\n\nThe council closed an office on Monday.\n\nIt had found three desks in it.\n",
    "below/good.html": (
        "<!doctype html><html lang=en><head><title>Ministry answers</title></head><body><article>"
        "<h1>Ministry answers</h1><p>The ministry said on Tuesday that it had not known of the office, and that it "
        "would ask the embassy about it.</p><p>The embassy said that the office only helped citizens with their papers "
        "during the epidemic.</p>"
        "</article></body></html>"
    ),
}
PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")  # ISO 32000-1, 7.6.3.3
BOTTOM = "These words stand below two thousand elements and have to be read by somebody."


def write(folder: Path) -> None:
    """Fills a folder: the documents of `files`, and what only a file system can hold."""
    for name, data in files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (folder / "below" / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "itself").symlink_to(folder / "itself")
    (folder / "outside.txt").symlink_to("/etc/hostname")
    (folder / "forbidden.txt").write_text("No one may read this.")
    (folder / "forbidden.txt").chmod(0)
    os.mkfifo(folder / "pipe.txt")


def files() -> dict[str, bytes]:
    """The documents by path: the good ones, and one of every kind that is not."""
    text = (
        "The café’s owner said that “two men” had asked for the list — and that she gave them nothing.\n\nNobody paid."
    )
    pdf = minimal_pdf([["Only the first half of this file was ever sent."]] * 40)
    return {
        **{name: words.encode() for name, words in GOOD.items()},
        "empty.txt": b"",
        "random.pdf": random.Random(2).randbytes(60_000),
        "truncated.pdf": pdf[: len(pdf) // 3],
        "encrypted.pdf": encrypted_pdf("secret"),
        "recursive.pdf": recursive_pdf(),
        "page-loop.pdf": page_loop_pdf(),
        "inflating.pdf": inflating_pdf(),
        "scan.pdf": minimal_pdf([[]]),
        "entity.docx": docx(
            "<w:p><w:r><w:t>Name: &leak;</w:t></w:r></w:p>", '<!DOCTYPE d [<!ENTITY leak SYSTEM "file:///etc/passwd">]>'
        ),
        "bomb.docx": bomb_docx(),
        "attributes.html": attributes_html(),
        "deep.html": deep_html(),
        "utf16.txt": ("\ufeff" + text).encode("utf-16-le"),
        "utf16-unmarked.txt": text.encode("utf-16-be"),
        "windows.txt": text.encode("cp1252"),
        "a PDF named.txt": minimal_pdf([["This PDF has the name of a text."]]),
        "picture.txt": b"\x89PNG\r\n\x1a\n" + random.Random(3).randbytes(2_000),
    }


def attributes_html(count: int = 500_000) -> bytes:
    """A page of some 5 MB whose body has that many attributes."""
    attributes = " ".join(f"a{number}=x" for number in range(count))
    words = "There is one sentence in this page, after its many attributes."
    return f"<html><body {attributes}><p>{words}</p></body></html>".encode()


def deep_html(depth: int = 2_000) -> bytes:
    """A page whose last words stand that many elements deep."""
    nested = f"{'<div>' * depth}<p>{BOTTOM}</p>{'</div>' * depth}"
    return f"<html><body><p>The page begins at the top.</p>{nested}</body></html>".encode()


def minimal_pdf(pages: Sequence[Sequence[str]], info: str = "") -> bytes:
    """A PDF with lines of Helvetica of 12 points, 14 points apart; a line `(x, y) text` stands where it says."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        drawn = []
        for number, line in enumerate(lines):
            place, text = line[1:].split(") ", 1) if line.startswith("(") else (f"72, {760 - 14 * number}", line)
            x, y = place.split(", ")
            escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            drawn.append(f"BT /F1 12 Tf {x} {y} Td ({escaped}) Tj ET")
        objects.append(stream("\n".join(drawn).encode("cp1252")))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % len(objects)
        )
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    if info:
        objects.append(f"<< {info} >>".encode())
        return assemble(objects, b"/Info %d 0 R" % len(objects))
    return assemble(objects)


def stream(data: bytes, more: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), more, data)


def assemble(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """The file of numbered objects, the first of them the catalog."""
    out, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
    return out + end % (len(objects) + 1, table, len(objects) + 1, trailer, len(out))


def recursive_pdf() -> bytes:
    """A page whose form draws itself, twice each time."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R /Y 5 0 R >> >>"
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> /Contents 6 0 R >>"
    )
    return assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            page,
            stream(b"/X Do /Y Do /X Do /Y Do", form),
            stream(b"/X Do /Y Do /X Do /Y Do", form),
            stream(b"/X Do"),
        ]
    )


def page_loop_pdf() -> bytes:
    """A tree of pages that holds itself."""
    return assemble(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] /Parent 2 0 R >>"]
    )


def inflating_pdf(size: int = 96 << 20) -> bytes:
    """A page whose content is a few kilobytes that inflate to a hundred megabytes."""
    packer = zlib.compressobj(1)
    once = b"(A) Tj " * (1 << 17)
    packed = b"".join(packer.compress(once) for _ in range(size // len(once))) + packer.flush()
    again = zlib.compress(packed, 9)
    return assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            stream(again, b"/Filter [/FlateDecode /FlateDecode]"),
        ]
    )


def encrypted_pdf(password: str) -> bytes:
    """A PDF that opens only with its password (standard handler, revision 2: ISO 32000-1, 7.6.3)."""
    padded = (password.encode() + PADDING)[:32]
    owner = rc4(hashlib.md5(padded).digest()[:5], padded)
    key = hashlib.md5(padded + owner + struct.pack("<i", -4) + b"0123456789abcdef").digest()[:5]
    user = rc4(key, PADDING)
    content = rc4(
        hashlib.md5(key + b"\x04\x00\x00\x00\x00").digest()[:10],
        b"BT /F1 12 Tf 72 700 Td (Nobody may read this.) Tj ET",
    )
    return assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            stream(content),
            b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (owner.hex().encode(), user.hex().encode()),
        ],
        b"/Encrypt 5 0 R /ID [<%s> <%s>]" % ((b"0123456789abcdef".hex().encode(),) * 2),
    )


def rc4(key: bytes, data: bytes) -> bytes:
    """The RC4 cipher, as old PDFs use it."""
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def docx(body: str, doctype: str = "", encoding: str = "utf-8") -> bytes:
    """A Word file with that body in its document part, its parts in an encoding."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'{doctype}<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'
    parts = {"[Content_Types].xml": types, "_rels/.rels": relations, "word/document.xml": document}
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="{encoding}"?>{text}'.encode(encoding))
    return buffer.getvalue()


def bomb_docx(size: int = 120 << 20) -> bytes:
    """A Word file that unpacks to a thousand times its size."""
    buffer = BytesIO(docx("<w:p><w:r><w:t>Small</w:t></w:r></w:p>"))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("word/media.xml", "w") as part:
        for _ in range(size >> 20):
            part.write(bytes(1 << 20))
    return buffer.getvalue()
