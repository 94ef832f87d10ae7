"""A page of a PDF as a picture, drawn in a confined process of its own: for scans, which have no text.

`python -P -m longarm.documents.pictures PAGE` reads a PDF from its input and writes how many pages it has (four bytes,
the highest first) and, for a page from 1, the picture as PNG.
"""

import struct
import subprocess
import sys
import zlib
from typing import Any

import pypdfium2 as pdfium

from longarm.documents.confinement import Limits, confine, cut_network
from longarm.documents.failures import failure

WIDE = 1100  # pixels of a picture: small print can be read, and a page is some 100 kB
TALLEST = 4000  # pixels
LIMITS = Limits()
_HEAD = struct.Struct(">I")


def pages(data: bytes) -> int:
    """How many pages a PDF has.

    Raises:
        DocumentError: it cannot be opened.
    """
    return _drawn(data, 0)[0]


def picture(data: bytes, page: int) -> bytes:
    """A page, from 1, as PNG.

    Raises:
        DocumentError: it cannot be opened or drawn, or has no such page.
    """
    _, png = _drawn(data, page)
    if not png:
        raise failure("damaged", f"has no page {page}, or it cannot be drawn.")
    return png


def _drawn(data: bytes, page: int) -> tuple[int, bytes]:
    command = [sys.executable, "-P", "-m", "longarm.documents.pictures", str(page)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=LIMITS.wall)
    except subprocess.TimeoutExpired as error:
        raise failure("too-slow", "takes too long to draw: open it with another program.") from error
    if done.returncode or len(done.stdout) < _HEAD.size:
        raise failure("damaged", "cannot be drawn: open it with another program.")
    return int(_HEAD.unpack_from(done.stdout)[0]), done.stdout[_HEAD.size :]


def main(number: int) -> None:
    """Draws, in this process, which may do little else."""
    data = sys.stdin.buffer.read()
    cut_network()
    confine(LIMITS)
    document = pdfium.PdfDocument(data)
    count = len(document)
    drawn = _png(document[number - 1]) if 1 <= number <= count else b""
    sys.stdout.buffer.write(_HEAD.pack(count) + drawn)
    sys.stdout.buffer.flush()


def _png(page: Any) -> bytes:
    width, height = page.get_size()
    scale = min(WIDE / max(width, 1), TALLEST / max(height, 1))
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
    size, raw = bitmap.width * bitmap.n_channels, bytes(bitmap.buffer)
    lines = b"".join(b"\0" + raw[y * bitmap.stride : y * bitmap.stride + size] for y in range(bitmap.height))
    kind = {1: 0, 3: 2, 4: 6}[bitmap.n_channels]
    head = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, kind, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


if __name__ == "__main__":
    main(int(sys.argv[1]))
