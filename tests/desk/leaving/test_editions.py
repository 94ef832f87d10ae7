"""Editions of one case, one after the other: what each changes, and that none touches another."""

import dataclasses
import json
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from longarm.desk import stations
from longarm.desk.building.build import build
from longarm.desk.case import open_case
from longarm.desk.deciding import decide
from longarm.desk.leaving.brief import brief
from longarm.desk.leaving.publish import Published, publish
from longarm.desk.report import report
from longarm.desk.show import Unknown, show
from longarm.desk.verifying import verify
from longarm.model.claims import Claim
from longarm.model.matters import Merge, Release, Review, Split, Withholding
from longarm.storage.ledger import Ledger
from longarm.storage.paths import CasePaths
from longarm.web.views.claims import claim_of

A = "Bay report\n\nThe group counted 54 offices in all.\n\nIt named 9 towns."
B = "Second report\n\nMr Petra Vondrak of the coast met 3 pilots.\n\nThe paper counted 12 ships."


@pytest.fixture
def made(tmp_path: Path, quick: ModuleType, folder: Callable[..., Path]) -> Path:
    root = tmp_path / "case"
    build(root, [folder(a_txt=A, b_txt=B)], dataclasses.replace(quick.stations(), weigh=stations._weigh))
    return root


def claim(root: Path, words: str) -> Claim:
    weighed = open_case(root).weighed
    (id_,) = [item.id for item in weighed.resolved if words in item.statement.span.words]
    return next(one for one in weighed.claims if id_ in one.statements)


def let_go(root: Path, *words: str) -> list[Claim]:
    found = [claim(root, some) for some in words]
    ids = [id_ for one in found for id_ in one.statements]
    decide.decide_all(root, [Review(id_, "accepted") for id_ in ids], by="Ada")
    decide.decide_all(root, [Release(one.id, one.statements) for one in found], by="Bo")
    return found


def edition(root: Path, out: Path) -> Published:
    return publish(root, out, draft=False, by="Bo")


def told(out: Path) -> dict[str, object]:
    return dict(json.loads((out / "data/changes.json").read_text()))


def everything(out: Path) -> str:
    return "".join(path.read_text(errors="replace") for path in sorted(out.rglob("*")) if path.is_file())


def test_an_edition_tells_what_is_new_and_withdrawn_since_the_last_one(made: Path, tmp_path: Path) -> None:
    offices, towns = let_go(made, "54 offices", "9 towns")
    edition(made, tmp_path / "one")
    decide.decide(made, Release(towns.id, towns.statements, holds=False), by="Bo", why="It was misread.")
    (ships,) = let_go(made, "12 ships")
    edition(made, tmp_path / "two")
    found = told(tmp_path / "two")
    assert found["new"] == [ships.id] and found["changed"] == []
    assert found["withdrawn"] == [{"claim": towns.id, "question": towns.question}]
    assert offices.id not in json.dumps(found)


def weigh_anew(root: Path, quick: ModuleType) -> None:
    build(root, [], dataclasses.replace(quick.stations(), weigh=stations._weigh))


def test_the_page_of_a_merged_claim_leads_on_in_every_later_edition(
    made: Path, tmp_path: Path, quick: ModuleType
) -> None:
    offices, ships = let_go(made, "54 offices", "12 ships")
    edition(made, tmp_path / "one")
    decide.decide(made, Merge("claim", (offices.statements[0], ships.statements[0])), by="Ada", why="One count.")
    weigh_anew(made, quick)
    into = claim(made, "12 ships")
    assert into.id == offices.id != ships.id
    edition(made, tmp_path / "two")
    found = told(tmp_path / "two")
    assert found["merged"] == [{"claim": ships.id, "into": into.id}] and found["withdrawn"] == []
    edition(made, tmp_path / "three")
    for name in ("two", "three"):
        page = (tmp_path / name / f"claims/{ships.id}.html").read_text()
        assert f'href="../claims/{into.id}.html"' in page and "part of another claim now" in page
        assert not verify.verify(tmp_path / name, of=made).findings


def test_the_id_of_a_merged_claim_leads_to_the_claim_it_was_merged_into(made: Path, quick: ModuleType) -> None:
    offices, ships = let_go(made, "54 offices", "12 ships")
    decide.decide(made, Merge("claim", (offices.statements[0], ships.statements[0])), by="Ada")
    weigh_anew(made, quick)
    assert show(made, ships.id) == show(made, offices.id)
    with Ledger(CasePaths(made)) as ledger:
        assert claim_of(ledger, ships.id).id == offices.id
    with pytest.raises(Unknown):
        show(made, f"{ships.id}0")


def test_a_split_keeps_the_address_with_the_first_statement(made: Path, tmp_path: Path, quick: ModuleType) -> None:
    offices, ships = let_go(made, "54 offices", "12 ships")
    decide.decide(made, Merge("claim", (offices.statements[0], ships.statements[0])), by="Ada")
    weigh_anew(made, quick)
    edition(made, tmp_path / "one")
    decide.decide(made, Split("claim", ships.statements, offices.statements), by="Ada")
    weigh_anew(made, quick)
    assert claim(made, "54 offices").id == offices.id
    assert claim(made, "12 ships").id == ships.id
    edition(made, tmp_path / "two")
    assert (tmp_path / f"two/claims/{offices.id}.html").is_file()


def test_the_page_of_a_withheld_claim_leads_nowhere(made: Path, tmp_path: Path, quick: ModuleType) -> None:
    offices, ships = let_go(made, "54 offices", "12 ships")
    edition(made, tmp_path / "one")
    decide.decide(made, Merge("claim", (offices.statements[0], ships.statements[0])), by="Ada")
    weigh_anew(made, quick)
    decide.decide(made, Withholding(ships.id), by="Bo", why="Its source asked.")
    edition(made, tmp_path / "two")
    assert not (tmp_path / f"two/claims/{ships.id}.html").exists()


def test_of_what_is_withheld_only_the_id_is_told(made: Path, tmp_path: Path) -> None:
    _, towns, ships = let_go(made, "54 offices", "9 towns", "12 ships")
    edition(made, tmp_path / "one")
    decide.decide(made, Withholding(towns.id), by="Bo", why="Its source asked.")
    decide.decide(made, Withholding(ships.statements[0]), by="Bo", why="Its source asked.")
    edition(made, tmp_path / "two")
    rows = told(tmp_path / "two")["withdrawn"]
    assert rows == [{"claim": one, "question": None} for one in sorted((towns.id, ships.id))]
    site = everything(tmp_path / "two")
    assert "9 towns" not in site and "12 ships" not in site


def test_no_masked_name_is_in_the_changes(made: Path, tmp_path: Path) -> None:
    _, pilots = let_go(made, "54 offices", "3 pilots")
    edition(made, tmp_path / "one")
    decide.decide(made, Release(pilots.id, pilots.statements, holds=False), by="Bo", why="It was misread.")
    edition(made, tmp_path / "two")
    assert pilots.id in everything(tmp_path / "two") and "Vondrak" not in everything(tmp_path / "two")
    with Ledger(CasePaths(made)) as ledger:
        assert not [one for one in ledger.entries_on("edition") if "Vondrak" in json.dumps(one.body)]


def test_publishing_again_with_nothing_changed_changes_nothing(made: Path, tmp_path: Path, quick: ModuleType) -> None:
    let_go(made, "54 offices", "3 pilots")
    edition(made, tmp_path / "one")
    build(made, [], dataclasses.replace(quick.stations(), weigh=stations._weigh))
    edition(made, tmp_path / "two")
    found = told(tmp_path / "two")
    assert [found[name] for name in ("new", "changed", "withdrawn", "bounds")] == [[], [], [], []]
    assert "nothing that is published has changed" in (tmp_path / "two/index.html").read_text()


def test_another_folder_stays_as_it_was_and_the_same_folder_is_replaced(made: Path, tmp_path: Path) -> None:
    let_go(made, "54 offices")
    edition(made, tmp_path / "one")
    before = everything(tmp_path / "one")
    let_go(made, "12 ships")
    assert edition(made, tmp_path / "two").edition == 2
    assert everything(tmp_path / "one") == before
    assert edition(made, tmp_path / "one").edition == 3
    replaced = everything(tmp_path / "one")
    assert "edition 3 of" in replaced and not re.search(r"Cite as:[^\n]*edition 1 of", replaced)


def test_a_draft_writes_nothing_to_the_ledger(made: Path, tmp_path: Path) -> None:
    with Ledger(CasePaths(made)) as ledger:
        last = ledger.last_sequence()
    publish(made, tmp_path / "draft", draft=True)
    with Ledger(CasePaths(made)) as ledger:
        assert ledger.last_sequence() == last
    assert open_case(made).state.editions == ()


def test_a_brief_of_released_claims_says_which_edition_was_the_last(made: Path, tmp_path: Path) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")

    def text() -> str:
        pages = pypdfium2.PdfDocument(brief(made, draft=False))
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())

    let_go(made, "54 offices")
    assert "No edition of the dossier has been published" in text()
    edition(made, tmp_path / "one")
    said = text()
    assert "Last published: edition 1 of" in said and "not reviewed" not in said
    assert "54 offices" in said and "12 ships" not in said
    assert len(open_case(made).state.editions) == 1


def numbers(out: Path) -> dict[str, int]:
    data = json.loads((out / "data/claims.json").read_text())
    return {document["title"]: document["number"] for document in data["documents"]}


def test_a_document_keeps_its_number_in_every_later_edition(
    made: Path, tmp_path: Path, quick: ModuleType, folder: Callable[..., Path]
) -> None:
    (_, ships) = let_go(made, "54 offices", "12 ships")
    edition(made, tmp_path / "one")
    first = numbers(tmp_path / "one")
    assert sorted(first.values()) == [1, 2]
    earlier = "Older report\n\nThe group counted 3 boats."
    manifest = "path,published\nc.txt,2019-05-04\n"
    given = folder(c_txt=earlier)
    (given / "documents.csv").write_text(manifest)
    build(made, [given], dataclasses.replace(quick.stations(), weigh=stations._weigh))
    let_go(made, "3 boats")
    edition(made, tmp_path / "two")
    assert numbers(tmp_path / "two") == {**first, "Older report": 3}
    decide.decide(made, Release(ships.id, ships.statements, holds=False), by="Bo", why="It was misread.")
    edition(made, tmp_path / "three")
    assert numbers(tmp_path / "three") == {"Bay report": first["Bay report"], "Older report": 3}
    assert [line.number for line in report(open_case(made)).documents] == ["D1", "D2", "D3"]
    assert not verify.verify(tmp_path / "one").findings
