"""Word files to blocks."""

from io import BytesIO
from types import ModuleType

import docx
import pytest

from longarm.documents.formats.docx import read
from longarm.errors import DocumentDamaged, DocumentEmpty, DocumentTooLarge
from longarm.model.documents import Extract


def found(extract: Extract) -> list[tuple[str, str]]:
    return [(block.kind, extract.text[block.start : block.end]) for block in extract.blocks]


def saved(document: "docx.document.Document") -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def paragraph(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def test_blocks_keep_their_kinds_and_order() -> None:
    document = docx.Document()
    document.add_heading("What the group found", 0)
    document.add_paragraph("It counted the offices in three cities.")
    document.add_heading("Numbers", 1)
    document.add_paragraph("calls to relatives", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, words in zip((*table.rows[0].cells, *table.rows[1].cells), ("City", "Offices", "Ys", "3"), strict=True):
        cell.text = words
    document.add_paragraph("Map of the offices", style="Caption")
    document.add_paragraph("Nobody asked us.", style="Quote")
    extract = read(saved(document), "a.docx")
    assert found(extract) == [
        ("heading", "What the group found"),
        ("paragraph", "It counted the offices in three cities."),
        ("heading", "Numbers"),
        ("list-item", "calls to relatives"),
        ("table", "City | Offices\nYs | 3"),
        ("caption", "Map of the offices"),
        ("quotation", "Nobody asked us."),
    ]
    title = extract.metadata.title
    assert title and (title.value, title.origin) == ("What the group found", "first line")
    assert extract.metadata.published is None


def test_properties_give_title_and_date() -> None:
    import datetime

    document = docx.Document()
    document.add_paragraph("Some words.")
    document.core_properties.title = "The report"
    document.core_properties.created = datetime.datetime(2022, 9, 13, 8, 0)
    metadata = read(saved(document), "a.docx").metadata
    assert metadata.title and metadata.title.value == "The report"
    assert metadata.published and (metadata.published.value, metadata.published.origin) == ("2022-09-13", "docx")


def test_inserted_words_are_read_and_deleted_ones_are_not(hostile: ModuleType) -> None:
    body = paragraph(
        run("There are ")
        + f"<w:ins>{run('fifty')}</w:ins><w:del><w:r><w:delText>forty</w:delText></w:r></w:del>"
        + f"<w:hyperlink>{run(' offices')}</w:hyperlink>{run('.')}"
    )
    assert read(hostile.docx(body), "a.docx").text == "There are fifty offices."


def test_a_file_that_declares_a_document_type_is_refused_unread(hostile: ModuleType) -> None:
    for encoding in ("utf-8", "utf-16"):
        doctype = '<!DOCTYPE d [<!ENTITY leak SYSTEM "file:///etc/passwd">]>'
        data = hostile.docx(paragraph(run("&leak;")), doctype, encoding=encoding)
        with pytest.raises(DocumentDamaged, match="document type"):
            read(data, "a.docx")


def test_a_file_that_unpacks_to_a_thousand_times_its_size_is_refused(hostile: ModuleType) -> None:
    with pytest.raises(DocumentTooLarge, match="unpacks to"):
        read(hostile.bomb_docx(), "a.docx")


def test_broken_and_empty_files_are_told_apart(hostile: ModuleType) -> None:
    whole = hostile.docx(paragraph(run("Some words in a file.")))
    for data in (whole[: len(whole) // 2], b"PK\x03\x04 word/", b"", whole.replace(b"word/document", b"word/documemt")):
        with pytest.raises(DocumentDamaged):
            read(data, "a.docx")
    with pytest.raises(DocumentEmpty):
        read(hostile.docx(paragraph("")), "a.docx")
