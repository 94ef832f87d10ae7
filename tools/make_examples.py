"""Makes the PDF and DOCX files of the sample cases from their text sources: `python tools/make_examples.py`.

Sources are `tools/examples/CASE/NAME.pdf.txt` and `NAME.docx.txt`: the title, a blank line, a line with outlet and
date, then paragraphs parted by blank lines; lines that begin with `- ` are list items. The same sources give the same
bytes.
"""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import docx

SOURCES = Path(__file__).parent / "examples"
TARGETS = Path(__file__).parent.parent / "examples"
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)  # files carry no time of their making

PAGE_WIDTH, PAGE_HEIGHT = 595, 842  # points, A4
MARGIN, LEADING = 64, 15  # points
LINE_LENGTH = 84  # characters of 11-point Times that fit between the margins
LINES_A_PAGE = 28  # short pages, so that a sample has more than one


def main() -> None:
    """Write every sample file, and say which."""
    for source in sorted(SOURCES.glob("*/*.txt")):
        target = TARGETS / source.parent.name / "documents" / source.stem
        blocks = source.read_text(encoding="utf-8").strip().split("\n\n")
        target.write_bytes(WRITERS[target.suffix](blocks))
        print(target.relative_to(TARGETS.parent))


def pdf(blocks: list[str]) -> bytes:
    """A PDF 1.4 file of the blocks, in Times, the first block as title."""
    lines = [(size, line) for index, block in enumerate(blocks) for size, line in _set(block, index)]
    pages = [lines[at : at + LINES_A_PAGE] for at in range(0, len(lines), LINES_A_PAGE)]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(pages), b" ".join(b"%d 0 R" % (5 + 2 * number) for number in range(len(pages)))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
        b"<< /Title (%s) /CreationDate (D:20200101000000Z) >>" % _escaped(blocks[0]),
    ]
    for number, page in enumerate(pages):
        content = _content(page)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (PAGE_WIDTH, PAGE_HEIGHT, 6 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return _file(objects)


def word(blocks: list[str]) -> bytes:
    """A DOCX file of the blocks, the first block as its title."""
    document = docx.Document()
    document.core_properties.title = blocks[0]
    document.core_properties.author = ""
    document.core_properties.created = document.core_properties.modified = EPOCH
    document.add_heading(blocks[0], level=1)
    for block in blocks[1:]:
        if not block.startswith("- "):
            document.add_paragraph(block)
            continue
        for item in block.splitlines():
            document.add_paragraph(item.removeprefix("- "), style="List Bullet")
    saved = io.BytesIO()
    document.save(saved)
    return _undated(saved.getvalue())


WRITERS = {".pdf": pdf, ".docx": word}


def _set(block: str, index: int) -> list[tuple[int, str]]:
    size = 16 if index == 0 else 11
    width = LINE_LENGTH if index else LINE_LENGTH * 2 // 3
    lines: list[str] = [""]
    for word_ in block.replace("\n", " ").split(" "):
        if lines[-1] and len(lines[-1]) + len(word_) + 1 > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word_}".strip()
    return [*((size, line) for line in lines), (size, "")]


def _content(lines: list[tuple[int, str]]) -> bytes:
    parts = [b"BT %d %d Td %d TL" % (MARGIN, PAGE_HEIGHT - MARGIN, LEADING)]
    parts += [b"/F1 %d Tf (%s) Tj T*" % (size, _escaped(line)) for size, line in lines]
    return b"\n".join([*parts, b"ET"])


def _escaped(text: str) -> bytes:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")


def _file(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\n" % (len(objects) + 1)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def _undated(archive: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return out.getvalue()


if __name__ == "__main__":
    main()
