"""What leaves without --draft: accepted statements of released claims, and names that enough people decided on."""

import dataclasses
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType

import pytest

from longarm.desk import stations
from longarm.desk.building.build import build
from longarm.desk.case import open_case
from longarm.desk.deciding import decide
from longarm.desk.leaving.publish import publish, unheard
from longarm.desk.leaving.released import released
from longarm.desk.show import show
from longarm.desk.verifying.verify import verify
from longarm.errors import ReleaseRefused, UsageError
from longarm.model.claims import Claim
from longarm.model.matters import Naming, Release, Review, Withholding
from longarm.model.statements import Statement
from longarm.storage import dump, users
from longarm.storage.ledger import Ledger
from longarm.storage.paths import CasePaths

A = "Bay report\n\nThe group counted 54 offices, Ms Petra Vondrak said.\n\nIt named 9 towns."
B = "Second report\n\nThere are 54 offices.\n\nThe paper counted 12 ships."


@pytest.fixture
def made(tmp_path: Path, quick: ModuleType, folder: Callable[..., Path]) -> Path:
    root = tmp_path / "case"
    build(root, [folder(a_txt=A, b_txt=B)], real(quick))
    return root


def real(quick: ModuleType) -> stations.Stations:
    """Quick stations that weigh as longarm does."""
    return dataclasses.replace(quick.stations(), weigh=stations._weigh)


def statement(root: Path, words: str) -> Statement:
    return next(item.statement for item in open_case(root).weighed.resolved if words in item.statement.span.words)


def claim(root: Path, words: str) -> Claim:
    id_ = statement(root, words).id
    return next(one for one in open_case(root).weighed.claims if id_ in one.statements)


def accept(root: Path, *words: str) -> None:
    for some in words:
        decide.decide(root, Review(statement(root, some).id, "accepted"), by="Ada")


def let_go(root: Path, words: str) -> Claim:
    found = claim(root, words)
    decide.decide(root, Release(found.id, found.statements), by="Bo")
    return found


def test_nothing_leaves_until_it_is_accepted_and_released(made: Path, tmp_path: Path) -> None:
    with pytest.raises(ReleaseRefused, match=r"nothing in .* is reviewed"):
        publish(made, tmp_path / "out", draft=False, by="Bo")
    accept(made, "54 offices, Ms")
    with pytest.raises(ReleaseRefused, match=r"no claim of .* is released"):
        publish(made, tmp_path / "out", draft=False, by="Bo")
    assert not (tmp_path / "out").exists()


def test_a_claim_that_leaves_as_unanswered_though_the_case_holds_a_reply_is_named(made: Path) -> None:
    accept(made, "54 offices, Ms")
    kept = let_go(made, "54 offices, Ms")
    found = released(made, draft=False)
    assert unheard(found) == ()
    claims = tuple(dataclasses.replace(one, replies=("s-reply",)) for one in found.whole.weighed.claims)
    weighed = dataclasses.replace(found.whole.weighed, claims=claims)
    held = dataclasses.replace(found, whole=dataclasses.replace(found.whole, weighed=weighed))
    assert unheard(held) == (kept.id,)


def test_whom_a_working_copy_masks_can_be_asked_by_the_label(made: Path) -> None:
    told = show(made, "[person 1]")
    assert (told["type"], told["names"]) == ("person", ["Petra Vondrak"])
    assert [document["title"] for document in told["documents"]] == ["Bay report"]
    with pytest.raises(UsageError, match="numbered to 1"):
        show(made, "person 2")


def test_an_edition_holds_accepted_statements_of_released_claims_alone(made: Path, tmp_path: Path) -> None:
    accept(made, "54 offices, Ms", "9 towns", "12 ships")
    kept = let_go(made, "54 offices, Ms")
    told = publish(made, tmp_path / "out", draft=False, by="Bo")
    data = json.loads((tmp_path / "out/data/claims.json").read_text())
    assert [one["id"] for one in data["claims"]] == [kept.id]
    assert len(data["statements"]) == 1 and told.edition == 1
    everything = "".join(path.read_text(errors="replace") for path in (tmp_path / "out").rglob("*.*") if path.is_file())
    for gone in ("9 towns", "12 ships", "There are 54 offices", "Vondrak", "not reviewed"):
        assert gone not in everything, gone


def everything_in(out: Path) -> str:
    """All that a dossier tells, the cells of its database too."""
    cells = [str(cell) for _, cell in dump.cells((out / "data/claims.sqlite").read_bytes())]
    files = [path for path in out.rglob("*") if path.is_file()]
    return "\n".join([*cells, *(f"{path.name} {path.read_text(errors='replace')}" for path in files)])


def test_of_a_document_of_which_nothing_is_released_only_the_number_leaves(
    tmp_path: Path, quick: ModuleType, folder: Callable[..., Path]
) -> None:
    letter = "A letter from the harbour\n\nThere were 7 threats, the Lantern Club said."
    root = tmp_path / "case"
    build(root, [folder(a_txt=A, b_txt=B, letter_txt=letter)], real(quick))
    accept(root, "54 offices, Ms", "12 ships")
    let_go(root, "54 offices, Ms")
    left = [one for one in open_case(root).state.documents if one.path != "a.txt"]
    publish(root, tmp_path / "out", draft=False, by="Bo")
    data = json.loads((tmp_path / "out/data/claims.json").read_text())
    assert [one["path"] for one in data["documents"]] == ["a.txt"] and data["not_read"] == []
    assert data["case"]["further_documents"] == 2
    told = everything_in(tmp_path / "out")
    for one in left:
        for gone in (one.id, one.sha256, one.path, "A letter from the harbour", "Second report", "Lantern"):
            assert gone not in told, gone
    assert "2 further documents of the case are not part of this edition" in told
    assert verify(tmp_path / "out", of=root).findings == ()
    publish(root, tmp_path / "draft", draft=True)
    assert "A letter from the harbour" in everything_in(tmp_path / "draft")


def test_an_edition_holds_the_places_works_and_parties_of_what_is_released_alone(made: Path) -> None:
    accept(made, "54 offices, Ms", "12 ships")
    let_go(made, "54 offices, Ms")
    public = released(made, draft=False).public
    used = {voice.source for one in public.statements for voice in one.voices}
    used |= {origin.source for one in public.claims for origin in one.origins} | {one.party for one in public.works}
    assert {one.id for one in public.sources} <= used
    held = {one.id for one in public.documents}
    assert all({*one.documents, *one.cited_by} <= held for one in public.works)
    assert {one.work for one in public.documents} <= {one.id for one in public.works} | {""}


def test_what_is_not_accepted_does_not_count_as_an_origin(made: Path) -> None:
    accept(made, "54 offices, Ms")
    whole = let_go(made, "54 offices, Ms")
    public = released(made, draft=False).public
    assert len(whole.statements) > len(public.claims[0].statements) == 1
    assert public.claims[0].independence.high <= 1


def test_every_edition_is_an_entry_with_a_digest_of_each_claim(made: Path, tmp_path: Path, quick: ModuleType) -> None:
    accept(made, "54 offices, Ms")
    kept = let_go(made, "54 offices, Ms")
    publish(made, tmp_path / "one", draft=False, by="Bo")
    publish(made, tmp_path / "two", draft=False, by="Bo")
    accept(made, "There are 54 offices")
    publish(made, tmp_path / "three", draft=False, by="Bo")
    first, second, third = open_case(made).state.editions
    assert [one.number for one in (first, second, third)] == [1, 2, 3]
    assert first.claims == second.claims and [id_ for id_, _ in first.claims] == [kept.id]
    assert third.claims[0][0] == kept.id and third.claims != first.claims
    with Ledger(CasePaths(made)) as ledger:
        assert [entry.action for entry in ledger.entries_on("edition")] == ["released"] * 3
    assert build(made, [], real(quick)).claims == len(open_case(made).weighed.claims)


def test_an_edition_has_somebody_who_published_it(made: Path, tmp_path: Path) -> None:
    accept(made, "54 offices, Ms")
    let_go(made, "54 offices, Ms")
    with pytest.raises(UsageError, match="--by"):
        publish(made, tmp_path / "out", draft=False)
    assert open_case(made).state.editions == () and not (tmp_path / "out").exists()


def test_a_withdrawn_claim_and_a_withheld_statement_stay(made: Path) -> None:
    accept(made, "54 offices, Ms", "There are 54 offices", "12 ships")
    let_go(made, "54 offices, Ms")
    ships = let_go(made, "12 ships")
    assert len(released(made, draft=False).public.claims) == 2
    decide.decide(made, Release(ships.id, ships.statements, holds=False), by="Bo", why="It was corrected.")
    decide.decide(made, Withholding(statement(made, "There are 54").id), by="Bo", why="Its source asked.")
    public = released(made, draft=False).public
    assert [len(one.statements) for one in public.claims] == [1]
    draft = released(made, draft=True).public
    assert not any("There are 54" in one.span.words for one in draft.statements)
    assert not any("There are 54" in document.text for document in draft.documents)


def test_a_withheld_claim_stays_when_it_has_another_id_later(made: Path, quick: ModuleType) -> None:
    found = claim(made, "There are 54")
    decide.decide(made, Withholding(found.id), by="Bo", why="Not yet.")
    decide.decide(made, Review(found.statements[0], "rejected"), by="Ada")
    build(made, [], real(quick))
    rest = list(found.statements[1:])
    assert rest and not {one.id for one in released(made, draft=True).public.statements} & set(rest)


def test_withheld_words_leave_in_no_title_either(
    tmp_path: Path, quick: ModuleType, folder: Callable[..., Path]
) -> None:
    title = "A clerk counted 77 boats by night"
    root = tmp_path / "case"
    build(root, [folder(a_txt=f"{title}\n\nIt named 9 towns.", b_txt=B)], real(quick))
    accept(root, "77 boats", "9 towns")
    for words in ("77 boats", "9 towns"):
        let_go(root, words)
    publish(root, tmp_path / "before", draft=False, by="Bo")
    assert b"77 boats" in (tmp_path / "before/documents.html").read_bytes()
    decide.decide(root, Withholding(statement(root, "77 boats").id), by="Bo", why="Its source asked.")
    for draft in (True, False):
        out = tmp_path / f"out-{draft}"
        publish(root, out, draft=draft, by="Bo")
        assert [path for path in out.rglob("*") if path.is_file() and b"77 boats" in path.read_bytes()] == []
        assert [one for one in verify(out, of=root).findings if one.kind == "leak"] == []


def test_a_withheld_document_leaves_as_a_number_only(made: Path) -> None:
    document = statement(made, "12 ships").document
    decide.decide(made, Withholding(document), by="Bo", why="Its source is at risk.")
    public = released(made, draft=True).public
    (found,) = [one for one in public.documents if one.id == document]
    assert (found.title, found.text, found.path, found.sha256) == ("", "", "", "")


def test_a_name_leaves_when_two_people_say_why_or_one_alone_waits_a_day(made: Path) -> None:
    accept(made, "54 offices, Ms")
    decide.decide(made, Release(claim(made, "54").id, claim(made, "54").statements), by="Ada")
    naming = Naming("Petra Vondrak", "speaks for the group in public")

    def shown(hours: float = 0) -> bool:
        later = datetime.now(UTC) + timedelta(hours=hours)
        return any("Vondrak" in one.text for one in released(made, draft=False, now=later).public.documents)

    assert not shown()
    told = decide.decide(made, naming, by="Ada", why="The claim is theirs.")
    assert not shown() and not shown(23) and shown(25)
    decide.decide(made, naming, by="Somebody else", why="A name that anybody can type.")
    assert not shown() and shown(25), "one who works alone is one, under whatever names"
    for name in ("Ada", "Bo"):
        users.put(CasePaths(made), name, ["editor"], "gulls over the long quay")
    assert not shown(25), "two people work on the case now"
    decide.decide(made, naming, by="Bo", why="Agreed: they speak in public.")
    assert shown()
    decide.undo(made, told.id, by="Ada")
    assert not shown()


def test_a_case_file_alone_names_nobody_in_an_edition(made: Path, tmp_path: Path) -> None:
    settings = CasePaths(made).settings
    settings.write_text(settings.read_text() + '\n[[public]]\nname = "Petra Vondrak"\nreason = "a spokesperson"\n')
    accept(made, "54 offices, Ms")
    let_go(made, "54 offices, Ms")
    made_public = released(made, draft=False)
    assert not any("Vondrak" in one.text for one in made_public.public.documents)
    assert made_public.masked == ("Petra Vondrak",)
