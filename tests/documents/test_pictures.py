"""Pages as pictures: drawn in a process of their own, and refused with a sentence where they cannot be."""

import struct
import zlib
from types import ModuleType

import pytest

from longarm.documents import pictures
from longarm.errors import DocumentError


def test_a_page_of_a_scan_is_a_picture(hostile: ModuleType) -> None:
    scan = hostile.minimal_pdf([[], [], []])
    assert pictures.pages(scan) == 3
    png = pictures.picture(scan, 2)
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height, depth, kind = struct.unpack(">IIBB", png[16:26])
    assert width == pictures.WIDE and 0 < height <= pictures.TALLEST and (depth, kind) == (8, 2)
    (size,) = struct.unpack(">I", png[33:37])
    assert len(zlib.decompress(png[41 : 41 + size])) == height * (width * 3 + 1)


@pytest.mark.parametrize("page", [0, 4, 10**9])
def test_a_page_that_is_not_there_is_refused(hostile: ModuleType, page: int) -> None:
    with pytest.raises(DocumentError):
        pictures.picture(hostile.minimal_pdf([[], [], []]), page)


def test_what_is_no_pdf_is_refused(hostile: ModuleType) -> None:
    for data in (b"", b"%PDF-1.7\nnothing", hostile.encrypted_pdf("secret"), b"\x89PNG" * 100):
        with pytest.raises(DocumentError):
            pictures.pages(data)
