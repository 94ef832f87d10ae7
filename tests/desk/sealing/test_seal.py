"""Sealing: after it the case folder holds the name in no form, and everything else as it was."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from longarm.custody import log
from longarm.desk import stations
from longarm.desk.building.build import Built, build
from longarm.desk.case import open_case
from longarm.desk.deciding import decide
from longarm.desk.sealing import keys, seal, unseal
from longarm.desk.verifying.unpacking import texts_of
from longarm.errors import DecisionRefused, SealError
from longarm.model.decisions import touches
from longarm.model.matters import Merge, Release, Review, Withholding
from longarm.model.statements import Statement
from longarm.protect.search import Search
from longarm.storage import custody, originals
from longarm.storage.ledger import Ledger
from longarm.storage.paths import CasePaths

NAME = "Petra Vondrak"
FORMS = ("Vondrak", "vondrak", "VONDRAK", "Petra")
A = f"Bay report\n\nThe group counted 54 offices, Ms {NAME} said.\n\nVondrak named 9 towns to a court in Toronto."
B = "Second report\n\nThere are 54 offices.\n\nThe paper counted 12 ships, as Oskar Lindqvist wrote."
C = "Third report by P. Vondrak\n\nIt runs 30 offices."


@pytest.fixture
def given(folder: Callable[..., Path]) -> Path:
    return folder(vondrak__a_txt=A, b_txt=B, c_txt=C)


def real(quick: ModuleType) -> stations.Stations:
    """Quick stations that weigh as longarm does."""
    import dataclasses

    return dataclasses.replace(quick.stations(), weigh=stations._weigh)


@pytest.fixture
def made(tmp_path: Path, quick: ModuleType, given: Path) -> Path:
    root = tmp_path / "case"
    build(root, [given], real(quick))
    return root


@pytest.fixture
def holder(made: Path, tmp_path: Path) -> Path:
    """Two keyholders; the identity file of one."""
    keys.make(made, [("Ada", tmp_path / "ada.key"), ("Bo", tmp_path / "bo.key")])
    return tmp_path / "ada.key"


def do_seal(root: Path, *documents: str) -> seal.Sealed:
    return seal.seal(root, [NAME], by="Ada", why="A witness at risk.", documents=documents)


def statement(root: Path, words: str) -> Statement:
    return next(item.statement for item in open_case(root).weighed.resolved if words in item.statement.span.words)


def left(root: Path) -> list[str]:
    """Files of a folder in which the name stands, in any form or encoding."""
    search = Search([("x", (NAME,))])
    found = []
    for path in sorted(root.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            low = data.lower()
            is_plain = any(form.lower().encode() in low for form in FORMS)
            texts = () if path.suffix == ".age" else texts_of(str(path.relative_to(root)), data)
            if is_plain or any(search.labels(text) for _, text in texts):
                found.append(path.name)
    return found


def test_no_file_of_the_case_holds_the_name_after_sealing(made: Path, holder: Path) -> None:
    decide.decide(made, Review(statement(made, "54 offices, Ms").id, "accepted"), by="Ada", why=f"{NAME} is right.")
    assert left(made)
    told = do_seal(made)
    assert left(made) == []
    assert (told.label, told.documents) == ("[sealed person 1]", 2)
    assert sorted(path.stat().st_mode & 0o777 for path in CasePaths(made).sealed.iterdir()) == [0o600] * 4


def test_the_case_works_on_and_every_decision_stays_where_it_is(made: Path, holder: Path, quick: ModuleType) -> None:
    first, towns, plain = (statement(made, words) for words in ("54 offices, Ms", "9 towns", "There are 54"))
    claim = next(one for one in open_case(made).weighed.claims if towns.id in one.statements)
    decide.decide(made, Review(first.id, "accepted"), by="Ada")
    decide.decide(made, Review(towns.id, "rejected"), by="Ada")
    decide.decide(made, Merge("claim", (first.id, statement(made, "30 offices").id)), by="Ada")
    decide.decide(made, Withholding(claim.id), by="Ada", why="It tells too much.")
    decide.decide(made, Release(claim.id, claim.statements), by="Ada")
    before = open_case(made)
    do_seal(made)
    build(made, [], real(quick))
    case = open_case(made)
    new = statement(made, "54 offices, Ms")
    assert new.span.words == "The group counted 54 offices, Ms [sealed person 1] said."
    assert case.settled.reviews[new.id] == "accepted" and new.id != first.id
    assert sorted(case.settled.reviews.values()) == ["accepted", "rejected"] and not case.settled.pending
    assert statement(made, "There are 54").id == plain.id
    home = next(one for one in case.weighed.claims if new.id in one.statements)
    assert statement(made, "30 offices").id in home.statements
    assert len(case.settled.withheld) > 1 and len(case.state.decisions) == len(before.state.decisions) + 1
    for layer in case.state.layers:
        reading = next(one for one in case.state.readings if one.text == layer.id)
        for one in reading.statements:
            assert layer.text[one.span.start : one.span.end] == one.span.words


def test_a_withheld_claim_is_withheld_after_sealing(made: Path, holder: Path, quick: ModuleType) -> None:
    claim = next(one for one in open_case(made).weighed.claims if statement(made, "30 offices").id in one.statements)
    decide.decide(made, Withholding(claim.id), by="Ada", why="Not yet.")
    do_seal(made)
    build(made, [], real(quick))
    case = open_case(made)
    now = next(one for one in case.weighed.claims if statement(made, "30 offices").id in one.statements)
    assert now.id in case.settled.withheld


def test_custody_stays_verifiable_and_records_the_sealing(made: Path, holder: Path) -> None:
    before = log.last(custody.load(CasePaths(made)))
    do_seal(made)
    with Ledger(CasePaths(made)) as ledger:
        entries = list(ledger.entries())
    text = custody.load(CasePaths(made))
    assert log.check(text, entries) == len(entries) and log.last(text)[1] != before[1]
    assert [entry.action for entry in entries][-1] == "sealed"


def test_whoever_holds_a_key_gets_the_names_and_it_is_written_down(made: Path, holder: Path) -> None:
    record = do_seal(made).record
    opened = unseal.unseal(made, "[sealed person 1]", holder, by="Bo", why="The court asks.")
    assert (opened.names, opened.why) == ((NAME,), "A witness at risk.")
    last = open_case(made).state.decisions[-1]
    assert (last.kind, last.by, last.why, touches(last.what)) == (
        "Unsealing",
        "Bo",
        "The court asks.",
        ((record, "unsealed"),),
    )
    assert left(made) == []


def test_the_original_and_the_entries_are_in_the_age_file(made: Path, holder: Path) -> None:
    import base64

    from longarm.protect import age
    from longarm.storage import sealed

    do_seal(made)
    paths = CasePaths(made)
    documents = [one for one in open_case(made).state.documents if one.sealed]
    texts = set()
    for one in documents:
        data = json.loads(age.opened(sealed.read(paths, one.sealed), age.read_identities(holder)))
        texts.add(base64.b64decode(data["original"]).decode())
        assert any(entry["subject"] == "reading" for entry in data["entries"])
        assert not paths.original(one.sha256).exists()
    assert texts == {A, C}


def test_another_key_opens_nothing(made: Path, holder: Path, tmp_path: Path) -> None:
    from longarm.protect import age

    do_seal(made)
    other = tmp_path / "other.key"
    other.write_text(age.identity_file(*age.new_identity(), "Cy"))
    with pytest.raises(SealError, match="does not open"):
        unseal.unseal(made, "[sealed person 1]", other, by="Cy", why="Curious about it.")
    with pytest.raises(SealError, match="for a reason"):
        unseal.unseal(made, "[sealed person 1]", holder, by="Bo", why="")


def test_the_same_bytes_given_again_are_not_taken_in(made: Path, holder: Path, given: Path, quick: ModuleType) -> None:
    do_seal(made)
    (given / "elsewhere.txt").write_text(A)
    (given / "new.txt").write_text("Nobody is named here, and 3 rooms are.")
    told: Built = build(made, [given], real(quick))
    assert (told.counts.sealed, told.counts.received, told.documents) == (3, 1, 4)
    assert left(made) == []


def test_a_newer_reader_reads_the_text_without_the_name(made: Path, holder: Path, quick: ModuleType) -> None:
    import dataclasses

    do_seal(made)
    newer = dataclasses.replace(quick.stations(extractor="quick 2", version="plain 2"), weigh=stations._weigh)
    told = build(made, [], newer)
    assert told.readings == 3 and left(made) == []
    assert all(one.extractor == "quick 2" for one in open_case(made).state.readings)


def test_sealing_needs_two_who_can_open_it(made: Path, tmp_path: Path) -> None:
    with pytest.raises(SealError, match="two keyholders"):
        do_seal(made)
    with pytest.raises(SealError, match="--recovery"):
        keys.make(made, [("Ada", tmp_path / "a.key")])
    with pytest.raises(SealError, match="lies in the case"):
        keys.make(made, [("Ada", made / "a.key"), ("Bo", tmp_path / "b.key")])
    printed = keys.make(made, [("Ada", tmp_path / "a.key")], recovery=True)
    assert printed.recovery.startswith("AGE-SECRET-KEY-1")
    assert all(printed.recovery.encode() not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert (tmp_path / "a.key").stat().st_mode & 0o777 == 0o600
    do_seal(made)


def test_two_people_are_sealed_one_after_the_other(made: Path, holder: Path) -> None:
    do_seal(made)
    told = seal.seal(made, ["Oskar Lindqvist"], by="Ada", why="A second person, for the test.")
    assert told.label == "[sealed person 2]" and left(made) == []
    assert unseal.unseal(made, "[sealed person 1]", holder, by="Bo", why="To compare them.").names == (NAME,)
    sealed = [one for one in open_case(made).state.documents if one.sealed]
    assert len(sealed) == 3


def test_a_name_in_the_settings_is_to_be_taken_out_first(made: Path, holder: Path) -> None:
    settings = CasePaths(made).settings
    settings.write_text(settings.read_text() + f'\n[[public]]\nname = "{NAME}"\nreason = "a spokesperson"\n')
    with pytest.raises(SealError, match=r"case\.toml"):
        do_seal(made)


def test_a_document_with_the_name_in_a_picture_is_sealed_when_somebody_says_so(made: Path, holder: Path) -> None:
    document = statement(made, "There are 54").document
    assert do_seal(made, document).documents == 3


def test_a_decision_on_what_was_read_before_the_sealing_is_refused(made: Path, holder: Path) -> None:
    old = statement(made, "9 towns")
    do_seal(made)
    with pytest.raises(DecisionRefused, match="no statement"):
        decide.decide(made, Review(old.id, "accepted"), by="Ada")


DIES = "import os\nfrom longarm.storage import custody, derived, originals, rewrite, sealed\n"
LONGEST = 0.8  # seconds that sealing takes at most
KILL = """
import sys
from pathlib import Path
from longarm.desk.sealing import seal
from longarm.model.case import Weighed
print("go", flush=True)
seal.seal(Path(sys.argv[1]), ["Petra Vondrak"], by="Ada", why="At risk.", weigh=lambda *args: Weighed())
"""


@pytest.mark.parametrize("number", range(int(os.environ.get("LONGARM_KILLS", "4"))))
def test_killed_in_the_middle_the_case_is_as_before_or_sealed(
    made: Path, holder: Path, quick: ModuleType, number: int
) -> None:
    before = [path for path in CasePaths(made).documents.rglob("*") if path.is_file()]
    process = subprocess.Popen(
        [sys.executable, "-c", KILL, str(made)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout and process.stdout.readline() == b"go\n"
    time.sleep(random.uniform(0, LONGEST))
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    told = build(made, [], real(quick))
    sealed = unseal.sealings(made)
    if sealed:
        assert left(made) == []
    else:
        assert [path for path in CasePaths(made).documents.rglob("*") if path.is_file()] == before
        assert all(originals.load(CasePaths(made), one.sha256) for one in open_case(made).state.documents)
        assert not list(CasePaths(made).sealed.glob("*")) if CasePaths(made).sealed.exists() else True
    assert told.documents == 3
    with Ledger(CasePaths(made)) as ledger:
        log.check(custody.load(CasePaths(made)), list(ledger.entries()))
    if not sealed:
        do_seal(made)
        assert left(made) == []


@pytest.mark.parametrize(
    ("moment", "is_sealed"),
    [
        ("sealed.write", False),
        ("rewrite.rewrite", False),
        ("derived.store_weighed", True),
        ("originals.drop", True),
        ("custody.replace", True),
        ("rewrite.scrub", True),
    ],
)
def test_killed_before_a_step_it_is_as_before_or_the_next_build_ends_it(
    made: Path, holder: Path, quick: ModuleType, moment: str, is_sealed: bool
) -> None:
    dies = KILL.replace("print(", f"{DIES}{moment} = lambda *_, **__: os._exit(9)\nprint(")
    assert subprocess.run([sys.executable, "-c", dies, str(made)], capture_output=True).returncode == 9
    build(made, [], real(quick))
    assert bool(unseal.sealings(made)) == is_sealed
    if is_sealed:
        assert left(made) == [] and "[sealed person 1]" in statement(made, "54 offices, Ms").span.words
    else:
        assert len(open_case(made).weighed.resolved) == 5 and not list(CasePaths(made).sealed.glob("*"))


def test_the_next_decision_ends_a_sealing_that_was_broken_off(made: Path, holder: Path) -> None:
    dies = KILL.replace("print(", f"{DIES}rewrite.scrub = lambda *_, **__: os._exit(9)\nprint(")
    assert subprocess.run([sys.executable, "-c", dies, str(made)], capture_output=True).returncode == 9
    document = open_case(made).state.documents[0].id
    decide.decide(made, Withholding(document), by="Ada", why="Not yet.")
    assert left(made) == []
    with Ledger(CasePaths(made)) as ledger:
        log.check(custody.load(CasePaths(made)), list(ledger.entries()))


def test_the_database_is_whole_after_sealing(made: Path, holder: Path) -> None:
    do_seal(made)
    connection = sqlite3.connect(CasePaths(made).ledger)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("UPDATE entries SET why = 'x' WHERE sequence = 1")
    connection.close()


def test_a_given_and_a_middle_name_beside_the_whole_name_are_no_other_person(
    tmp_path: Path, quick: ModuleType, folder: Callable[..., Path]
) -> None:
    text = (
        "Bay report\n\nIt tried Anton Vasenich Kordulev in 3 sessions.\n\nAnton has 2 shops, Mr Anton Vasenich wrote."
    )
    text += "\n\nVasenich owns 9 boats."
    root = tmp_path / "case"
    build(root, [folder(a_txt=text)], real(quick))
    keys.make(root, [("Ada", tmp_path / "ada.key"), ("Bo", tmp_path / "bo.key")])
    seal.seal(root, ["Anton Vasenich Kordulev"], by="Ada", why="A witness at risk.")
    told = open_case(root).state.layers[0].text
    assert "Anton" not in told and "Vasenich" not in told


def test_a_surname_that_somebody_else_bears_is_left_where_it_stands_alone(made: Path) -> None:
    assert unseal.shared(made, ["Oskar Vondrak"]) == {"vondrak"}
