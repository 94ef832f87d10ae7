"""`verify`: a good case and a good dossier pass, and whatever is wrong is found, without telling the name."""

import dataclasses
import io
import json
import os
import re
import shutil
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from beside import load
from longarm.desk import stations
from longarm.desk.building.build import build
from longarm.desk.case import open_case
from longarm.desk.deciding import decide
from longarm.desk.export import export, save
from longarm.desk.leaving.publish import publish
from longarm.desk.sealing import keys, seal
from longarm.desk.verifying.findings import Finding
from longarm.desk.verifying.verify import verify
from longarm.model.case import Weighed
from longarm.model.matters import Release, Review, Withholding
from longarm.publication.exporters import EXPORTERS
from longarm.storage.output import LIST
from longarm.storage.paths import CasePaths

NAME = "Petra Vondrak"
A = f"Bay report\n\nThe group counted 54 offices, Ms {NAME} said.\n\nIt named 9 towns along the northern shore."
B = "Second report\n\nThere are 54 offices.\n\nThe paper counted 12 ships, Mr Oskar Lindqvist said."


BESIDE = load("leaks", Path(__file__).parent / "leaks.py")
LEAKS: dict[str, Callable[[str], tuple[str, bytes]]] = BESIDE.LEAKS


@pytest.fixture
def made(tmp_path: Path, quick: ModuleType, folder: Callable[..., Path]) -> Path:
    root = tmp_path / "case"
    build(root, [folder(a_txt=A, b_txt=B)], dataclasses.replace(quick.stations(), weigh=stations._weigh))
    return root


@pytest.fixture
def holder(made: Path, tmp_path: Path) -> Path:
    keys.make(made, [("Ada", tmp_path / "ada.key"), ("Bo", tmp_path / "bo.key")])
    return tmp_path / "ada.key"


def put(out: Path, name: str, data: bytes) -> None:
    """A file that pretends to be one of the dossier."""
    path = out / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    with (out / LIST).open("a") as listed:
        listed.write(f"{name}\n")


def kinds(findings: tuple[Finding, ...]) -> set[str]:
    return {one.kind for one in findings}


def test_the_letters_of_an_id_in_the_bytes_of_a_database_are_no_name(
    tmp_path: Path, quick: ModuleType, folder: Callable[..., Path]
) -> None:
    made, out = tmp_path / "case", tmp_path / "out"
    text = "Third report\n\nThe group counted 54 offices, Ms Ada Dee said."
    build(made, [folder(a_txt=text)], dataclasses.replace(quick.stations(), weigh=stations._weigh))
    publish(made, out, draft=True)
    put(out, "data/rows.bin", b"\0reviewedclaim-4b5doc-946dee1a7a1e30e9of the office")
    assert verify(out, of=made).findings == ()
    put(out, "data/names.bin", b"\0reviewed Ada Dee of the office")
    assert kinds(verify(out, of=made).findings) == {"leak"}


def database(content: bytes) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE pieces (block BLOB)")
    connection.execute("INSERT INTO pieces VALUES (?)", (content,))
    connection.commit()
    data = connection.serialize()
    connection.close()
    return data


def test_pieces_of_words_in_a_search_index_are_no_name_and_a_whole_name_there_is(
    tmp_path: Path, quick: ModuleType, folder: Callable[..., Path]
) -> None:
    made, out = tmp_path / "case", tmp_path / "out"
    text = "Third report\n\nThe group counted 54 offices, Ms Ada Dee said."
    build(made, [folder(a_txt=text)], dataclasses.replace(quick.stations(), weigh=stations._weigh))
    publish(made, out, draft=True)
    put(out, "data/index.sqlite", database(b"\x13\x02dee\x05\x04per\x03\x02ada\x04ge"))
    assert verify(out, of=made).findings == ()
    put(out, "data/names.sqlite", database(b"\x13\x02Ada Dee\x05\x04per"))
    assert kinds(verify(out, of=made).findings) == {"leak"}


def test_a_case_as_it_was_built_and_decided_on_has_nothing_wrong(made: Path) -> None:
    decide.decide(made, Review(open_case(made).weighed.resolved[0].id, "accepted"), by="Ada")
    report = verify(made)
    assert report.findings == () and dict(report.checked)["citations"] > 10 and dict(report.checked)["originals"] == 2


def test_a_changed_original_is_found(made: Path) -> None:
    paths = CasePaths(made)
    path = paths.original(open_case(made).state.documents[0].sha256)
    path.write_bytes(path.read_bytes() + b" ")
    assert kinds(verify(made).findings) == {"original"}


def test_a_changed_entry_is_found(made: Path) -> None:
    connection = sqlite3.connect(CasePaths(made).ledger)
    connection.execute("DROP TRIGGER entries_are_never_changed")
    connection.execute("UPDATE entries SET body = replace(body, '54 offices', '45 offices') WHERE subject = 'text'")
    connection.commit()
    connection.close()
    assert {"custody", "citation"} <= kinds(verify(made).findings)


def test_a_draft_as_it_was_published_has_nothing_wrong(made: Path, tmp_path: Path) -> None:
    publish(made, tmp_path / "out", draft=True)
    assert verify(tmp_path / "out", of=made).findings == ()
    assert verify(tmp_path / "out").unchecked


def test_a_changed_page_and_a_changed_figure_are_found(made: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(made, out, draft=True)
    front = out / "index.html"
    front.write_text(front.read_text().replace("</h1>", ", altered</h1>"))
    assert ("page", "index.html") in {(one.kind, one.where) for one in verify(out, of=made).findings}
    data = out / "data/claims.json"
    told = json.loads(data.read_text())
    told["statements"][0]["quantity"]["low"] = 5
    data.write_text(json.dumps(told))
    assert "ledger" in kinds(verify(out, of=made).findings)
    (out / "added.txt").write_text("x")
    assert "file" in kinds(verify(out, of=made).findings)


def test_an_edition_is_held_against_its_entry_also_when_the_case_has_changed(made: Path, tmp_path: Path) -> None:
    case = open_case(made)
    claim = case.weighed.claims[0]
    for one in claim.statements:
        decide.decide(made, Review(one, "accepted"), by="Ada")
    decide.decide(made, Release(claim.id, claim.statements), by="Bo")
    out = tmp_path / "out"
    publish(made, out, draft=False, by="Bo")
    assert verify(out, of=made).findings == ()
    decide.decide(made, Review(claim.statements[0], "rejected"), by="Ada")
    report = verify(out, of=made)
    assert report.findings == () and any("made again" in one for one in report.unchecked)
    told = (out / "data/claims.json").read_text()
    (out / "data/claims.json").write_text(told.replace('"low": 54', '"low": 55'))
    assert "ledger" in kinds(verify(out, of=made).findings)


@pytest.mark.parametrize("leak", list(LEAKS))
def test_every_planted_leak_of_a_sealed_name_is_found_and_not_repeated(
    made: Path, holder: Path, tmp_path: Path, leak: str
) -> None:
    out = tmp_path / "out"
    seal.seal(made, [NAME], by="Ada", why="At risk.", weigh=lambda *_: Weighed())
    out.mkdir()
    put(out, *LEAKS[leak](NAME))
    found = [one for one in verify(out, of=made, identity=holder).findings if one.kind == "leak"]
    assert found, leak
    told = repr(found).lower()
    assert "vondrak" not in told and "[sealed person 1]" in told
    (unchecked,) = [one for one in verify(out, of=made).findings if one.kind == "unchecked"]
    assert "--identity FILE" in unchecked.sentence
    clean = tmp_path / "clean"
    clean.mkdir()
    put(clean, *LEAKS[leak]("Nobody Inparticular"))
    assert [one for one in verify(clean, of=made, identity=holder).findings if one.kind == "leak"] == []


@pytest.mark.parametrize("leak", list(LEAKS))
def test_every_planted_leak_of_a_masked_name_is_found(made: Path, tmp_path: Path, leak: str) -> None:
    out = tmp_path / "out"
    publish(made, out, draft=True)
    put(out, *LEAKS[leak](NAME))
    found = [one for one in verify(out, of=made).findings if one.kind == "leak"]
    assert found and "vondrak" not in repr(found).lower()


def test_what_the_gate_lets_out_is_no_leak_in_packed_bytes(made: Path, tmp_path: Path, folder, quick) -> None:
    told = "Ms Borrin said so. A borrin sails. Mr Pela Rask came."
    root = tmp_path / "other"
    build(root, [folder(c_txt=told)], dataclasses.replace(quick.stations(), weigh=stations._weigh))
    packed = zlib.compress(b"a borrin sails in the morning")
    (tmp_path / "x.pdf").write_bytes(b"%PDF stream\n" + packed + b"\nendstream")
    assert not [one for one in verify(tmp_path / "x.pdf", of=root).findings if one.kind == "leak"]
    named = zlib.compress(b"a note by Pela Rask on sails")
    (tmp_path / "y.pdf").write_bytes(b"%PDF stream\n" + named + b"\nendstream")
    assert [one for one in verify(tmp_path / "y.pdf", of=root).findings if one.kind == "leak"]


def test_a_masked_name_in_the_name_of_a_folder_is_found_and_findings_tell_the_whole_path(
    made: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    publish(made, out, draft=True)
    put(out, f"notes/{NAME}/list.txt", b"nothing")
    put(out, "data/more/index.html", NAME.encode())
    found = {one.where for one in verify(out, of=made).findings if one.kind == "leak"}
    assert "data/more/index.html" in found and "Vondrak" not in repr(found)
    assert any(re.fullmatch(r"notes/\[person \d+\]/list\.txt", one) for one in found)


def test_withheld_words_are_found(made: Path, tmp_path: Path) -> None:
    publish(made, tmp_path / "out", draft=True)
    one = next(one for one in open_case(made).weighed.resolved if "9 towns" in one.statement.span.words)
    decide.decide(made, Withholding(one.id), by="Ada", why="Its source asked.")
    assert any("withheld words" in found.sentence for found in verify(tmp_path / "out", of=made).findings)
    publish(made, tmp_path / "again", draft=True)
    assert verify(tmp_path / "again", of=made).findings == ()


# --- fifty people in documents of all formats ------------------------------------------------------------------------

FIRST = ("Alva", "Boris", "Celia", "Davor", "Elif", "Farid", "Greta", "Hamid", "Ilse", "Jorun")
LAST = ("Torvaldsen", "Mirkovic", "Haddadian", "Olufemi", "Castellan")
ALL = tuple(f"{first} {last}{'aeiou'[number]}ra" for number, last in enumerate(LAST) for first in FIRST)
# `LONGARM_CANARIES=50` plants all fifty, which takes a minute; the default is a few of every format.
PEOPLE = ALL[: int(os.environ.get("LONGARM_CANARIES", "8"))]


def documents(folder: Path) -> None:
    """Up to fifty people in texts, pages, PDFs and Word files, in words, metadata, comments and names of files."""
    import docx

    folder.mkdir()
    for number, name in enumerate(PEOPLE):
        said = f"Harbour note {number}. The Lantern Group found {number + 20} police stations in Canada, {name} said."
        stem = name.lower().replace(" ", "-") if number % 5 == 0 else f"note-{number}"
        match number % 4:
            case 0:
                (folder / f"{stem}.txt").write_text(f"Harbour note\n\n{said}\n\nPhoto by {name}\n")
            case 1:
                page = f'<html lang="en"><head><title>Note {number}</title><meta name="author" content="{name}"></head>'
                (folder / f"{stem}.html").write_text(
                    f"{page}<body><!-- {name} --><article><p>{said}</p></article></body>"
                )
            case 2:
                (folder / f"{stem}.pdf").write_bytes(BESIDE._pdf(f"<p>{said}</p>", author=name))
            case 3:
                document = docx.Document()
                document.core_properties.author = name
                document.add_paragraph(said)
                buffer = io.BytesIO()
                document.save(buffer)
                (folder / f"{stem}.docx").write_bytes(buffer.getvalue())


@pytest.mark.slow
def test_of_many_sealed_people_nothing_is_left_in_the_case_a_dossier_or_any_export(tmp_path: Path) -> None:
    root, given = tmp_path / "case", tmp_path / "given"
    documents(given)
    build(root, [given], stations.real())
    keys.make(root, [("Ada", tmp_path / "ada.key"), ("Bo", tmp_path / "bo.key")])
    holder = tmp_path / "ada.key"
    for name in PEOPLE:
        seal.seal(root, [name], by="Ada", why="A witness at risk.", weigh=lambda *_: Weighed())
    built = build(root, [given], stations.real())
    assert built.counts.sealed == len(PEOPLE) and built.statements >= 0.8 * len(PEOPLE)
    report = verify(root, identity=holder)
    assert report.findings == ()
    publish(root, tmp_path / "out", draft=True)
    assert verify(tmp_path / "out", of=root, identity=holder).findings == ()
    for format in EXPORTERS:
        save(export(root, format), tmp_path / f"{format}.zip")
        found = verify(tmp_path / f"{format}.zip", of=root, identity=holder, is_export=True).findings
        assert found == (), format
    shutil.copytree(given, tmp_path / "out" / "given")
    plain = verify(tmp_path / "out", of=root, identity=holder).findings
    labels = {one.sentence.partition(" is named")[0] for one in plain if one.kind == "leak"}
    assert {f"[sealed person {number}]" for number in range(1, len(PEOPLE) + 1)} <= labels
