"""What a manifest states."""

import pytest

from longarm.documents.manifest import merge, parse
from longarm.errors import UsageError
from longarm.model.documents import Metadata, Stated

CSV = """path,title,publisher,url,published,language
a.txt,Council closes office,The Example Herald,https://herald.example/a,2022-10-03,en
below/b.pdf,"Offices, and who runs them",,,2022-10,
"""
TOML = """
[[documents]]
file = "a.txt"
title = "Council closes office"
publisher = "The Example Herald"
url = "https://herald.example/a"
published = 2022-10-03
language = "en"

["below/b.pdf"]
title = "Offices, and who runs them"
published = "2022-10"
"""


@pytest.mark.parametrize(("name", "text"), [("documents.csv", CSV), ("documents.toml", TOML)])
def test_both_kinds_of_manifest_say_the_same(name: str, text: str) -> None:
    found = parse(name, text.encode())
    assert found == {
        "a.txt": Metadata(
            Stated("Council closes office", "manifest"),
            Stated("The Example Herald", "manifest"),
            Stated("https://herald.example/a", "manifest"),
            Stated("en", "manifest"),
            Stated("2022-10-03", "manifest"),
        ),
        "below/b.pdf": Metadata(
            title=Stated("Offices, and who runs them", "manifest"), published=Stated("2022-10", "manifest")
        ),
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_saved_by_any_program_is_read(encoding: str) -> None:
    text = "File;Title\r\na.txt;The café’s owner\r\n"
    assert parse("documents.csv", text.encode(encoding))["a.txt"].title == Stated("The café’s owner", "manifest")


@pytest.mark.parametrize("date", ["2022", "2022-10", "2022-10-03", "XXXX-04-17", "2022-21", "2021-04/2022-07"])
def test_dates_of_every_precision_are_taken(date: str) -> None:
    assert parse("documents.csv", f"path,published\na.txt,{date}\n".encode())["a.txt"].published == Stated(
        date, "manifest"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title\nA title\n", "row 1: there is no column path"),
        ("path,tilte\na.txt,A title\n", "row 1: longarm knows no column 'tilte': use path, title"),
        (
            "path,published\na.txt,2022\nb.txt,3 Oct 2022\n",
            "row 3, column published: '3 Oct 2022' is no EDTF date: write",
        ),
        ("path,published\na.txt,2022-13-01\n", "row 2, column published"),
        ("path,language\na.txt,English language\n", "row 2, column language: 'English language' is no language code"),
        ("path,url\na.txt,herald.example\n", "row 2, column url: 'herald.example' is no web address"),
        ("path,title\n,A title\n", "row 2, column path: it is empty"),
        ("path,title\n../a.txt,A title\n", "row 2, column path: ../a.txt leads out of the folder"),
        ("path,title\na.txt,One\n./a.txt,Two\n", "row 3, column path: a.txt is there twice"),
        ("path,title\na.txt,One, two\n", "row 2: there are 3 cells for 2 columns: put cells that hold a comma"),
        ('path,title\na.txt,"One\n', "this is not CSV"),
    ],
)
def test_a_bad_row_is_named_with_its_remedy(text: str, told: str) -> None:
    with pytest.raises(UsageError, match=r"documents\.csv, row") as caught:
        parse("documents.csv", text.encode())
    assert told in str(caught.value)


def test_all_bad_rows_are_named_at_once() -> None:
    rows = "path,published\na.txt,2022?\nb.txt,2022\nc.txt,May\n" + "".join(f"{n}.txt,June\n" for n in range(30))
    with pytest.raises(UsageError) as caught:
        parse("mine/documents.csv", rows.encode())
    first, second, *_, last = str(caught.value).splitlines()
    assert first == (
        "mine/documents.csv, row 2, column published: '2022?' has a mark of doubt, which is not read: write 2022, as "
        "far as you are sure of it."
    )
    assert second.startswith("mine/documents.csv, row 4, column published: 'May' is no EDTF date")
    assert last == "... and 12 more rows."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[documents]]\nfile = ", "this is not TOML"),
        ('title = "A title"\n', "outside of a table"),
        ('[[documents]]\nfile = "a.txt"\ntitle = ["a"]\n', "document 1, column title"),
        ('["a.txt"]\ndate = 2022\n', "longarm knows no column 'date'"),
    ],
)
def test_a_bad_table_is_named_with_its_remedy(text: str, told: str) -> None:
    with pytest.raises(UsageError, match=r"documents\.toml") as caught:
        parse("documents.toml", text.encode())
    assert told in str(caught.value)


def test_what_is_stated_goes_before_what_is_found() -> None:
    stated = Metadata(title=Stated("Stated", "manifest"))
    found = Metadata(title=Stated("Found", "html"), published=Stated("2022", "html"))
    assert merge(stated, found) == Metadata(title=Stated("Stated", "manifest"), published=Stated("2022", "html"))
    assert merge(Metadata(), found) == found
