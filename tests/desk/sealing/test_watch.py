"""What comes after a sealing: a sealed name in it is found with a key, and nothing leaves before somebody looked."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from longarm.desk import stations
from longarm.desk.building.build import build
from longarm.desk.case import open_case
from longarm.desk.deciding import decide
from longarm.desk.leaving.brief import brief
from longarm.desk.leaving.publish import publish
from longarm.desk.leaving.released import released
from longarm.desk.sealing import keys, seal, unseal, watch
from longarm.desk.verifying.verify import verify
from longarm.errors import ReleaseRefused, SealError
from longarm.model.case import Weighed
from longarm.model.matters import Inspection, Naming, Review
from longarm.protect import age

NAME = "Petra Vondrak"
EARLIER = f"Bay report\n\nThe group counted 54 offices, Ms {NAME} said."
LATER = f"Second report\n\nThe paper counted 12 ships. {NAME} saw 9 towns.\n\nMs Vondrak was a witness."
PLAIN = "Third report\n\nIt runs 30 offices."


@pytest.fixture
def real(quick: ModuleType) -> stations.Stations:
    """Quick stations that weigh as longarm does."""
    import dataclasses

    return dataclasses.replace(quick.stations(), weigh=stations._weigh)


@pytest.fixture
def made(tmp_path: Path, real: stations.Stations, folder: Callable[..., Path]) -> Path:
    """A case in which somebody is sealed."""
    root = tmp_path / "case"
    build(root, [folder(a_txt=EARLIER)], real)
    keys.make(root, [("Ada", tmp_path / "ada.key"), ("Bo", tmp_path / "bo.key")])
    seal.seal(root, [NAME], by="Ada", why="A witness at risk.")
    return root


@pytest.fixture
def add(made: Path, tmp_path: Path, real: stations.Stations) -> Callable[[str, str], None]:
    """Adds a document to the case."""

    def added(name: str, text: str) -> None:
        (tmp_path / name).write_text(text)
        build(made, [tmp_path / name], real)

    return added


def named_in(root: Path) -> list[str]:
    """Files of a folder that hold the surname."""
    return [path.name for path in root.rglob("*") if path.is_file() and b"vondrak" in path.read_bytes().lower()]


def test_a_later_document_with_the_name_is_encrypted_under_the_same_label(
    made: Path, tmp_path: Path, add: Callable[[str, str], None]
) -> None:
    add("later.txt", LATER)
    assert named_in(made)
    looked = watch.look(made, tmp_path / "bo.key")
    assert [(one.label, one.documents) for one in looked.sealed] == [("[sealed person 1]", 1)]
    assert named_in(made) == [] and not watch.since(made)
    opened = unseal.unseal(made, "[sealed person 1]", tmp_path / "ada.key", by="Ada", why=f"{NAME} asked for it.")
    assert opened.names == (NAME,) and len(opened.documents) == 2 and opened.why == "A witness at risk."
    assert named_in(made) == []
    last = [one for one in open_case(made).state.decisions if isinstance(one.what, Inspection)]
    assert [(one.by, one.what) for one in last] == [("Bo", Inspection(1))]


def test_nothing_leaves_before_a_key_looked_through_what_came(
    made: Path, tmp_path: Path, add: Callable[[str, str], None]
) -> None:
    publish(made, tmp_path / "before", draft=True)
    add("plain.txt", PLAIN)
    for leave in (
        lambda: publish(made, tmp_path / "out", draft=True),
        lambda: publish(made, tmp_path / "out", draft=False, by="Bo"),
        lambda: brief(made, draft=True),
    ):
        with pytest.raises(ReleaseRefused, match=r"1 document came .* needs a key: .* build .* --identity FILE"):
            leave()
    assert not (tmp_path / "out").exists()
    publish(made, tmp_path / "with", draft=True, identity=tmp_path / "ada.key")
    assert watch.look(made, tmp_path / "ada.key").sealed == ()
    publish(made, tmp_path / "out", draft=True)
    assert brief(made, draft=True).startswith(b"%PDF")


def test_a_publication_that_would_name_a_sealed_person_is_refused_with_the_remedy(
    made: Path, tmp_path: Path, add: Callable[[str, str], None]
) -> None:
    add("later.txt", LATER)
    with pytest.raises(ReleaseRefused, match=r"names \[sealed person 1\]: run `longarm build") as refused:
        publish(made, tmp_path / "out", draft=True, identity=tmp_path / "ada.key")
    assert "Vondrak" not in str(refused.value) and not (tmp_path / "out").exists()


def test_a_sealed_name_in_the_settings_reaches_no_file(made: Path, tmp_path: Path) -> None:
    settings = made / "case.toml"
    settings.write_text(settings.read_text().replace('title = "', f'title = "What {NAME} saw, or '))
    with pytest.raises(ReleaseRefused, match=r"would name \[sealed person 1\]"):
        publish(made, tmp_path / "out", draft=True, identity=tmp_path / "ada.key")
    assert not (tmp_path / "out" / "index.html").exists()


def test_what_people_type_is_looked_through_and_a_verdict_is_not(made: Path, tmp_path: Path) -> None:
    statement = open_case(made).weighed.resolved[0].id
    decide.decide(made, Review(statement, "accepted"), by="Ada")
    assert not watch.since(made)
    decide.decide(made, Review(statement, "rejected"), by="Ada", why=f"{NAME} took it back.")
    decide.decide(made, Naming("Oskar Lindqvist", "a mayor"), by="Ada", why="He signed it.")
    assert watch.since(made).words == "2 decisions"
    looked = watch.look(made, tmp_path / "ada.key", weigh=lambda *_: Weighed())
    assert [(one.label, one.documents) for one in looked.sealed] == [("[sealed person 1]", 0)]
    assert named_in(made) == [] and not watch.since(made)
    assert any(one.why == "[sealed person 1] took it back." for one in open_case(made).state.decisions)


def test_each_person_is_looked_for_since_their_own_sealing(
    made: Path, tmp_path: Path, add: Callable[[str, str], None]
) -> None:
    add("later.txt", LATER)
    seal.seal(made, ["Oskar Lindqvist"], by="Ada", why="A second person.")
    assert watch.since(made).words == "1 document"
    assert [one.label for one in watch.look(made, tmp_path / "ada.key").sealed] == ["[sealed person 1]"]
    told = seal.seal(made, ["Ilse Torvald"], by="Ada", why="A third person.")
    assert told.label == "[sealed person 3]"


def test_verify_says_what_it_cannot_check_without_a_key(
    made: Path, tmp_path: Path, add: Callable[[str, str], None]
) -> None:
    assert verify(made).findings == ()
    add("plain.txt", PLAIN)
    (found,) = verify(made).findings
    assert found.kind == "unchecked" and "1 document came" in found.sentence
    publish(made, tmp_path / "out", draft=True, identity=tmp_path / "ada.key")
    assert [one.kind for one in verify(tmp_path / "out", of=made).findings] == ["unchecked"]
    assert verify(tmp_path / "out", of=made, identity=tmp_path / "ada.key").findings == ()


def test_a_key_that_opens_nothing_looks_for_nothing(
    made: Path, tmp_path: Path, add: Callable[[str, str], None]
) -> None:
    add("later.txt", LATER)
    (tmp_path / "cy.key").write_text(age.identity_file(*age.new_identity(), "Cy"))
    with pytest.raises(SealError, match="does not open"):
        watch.look(made, tmp_path / "cy.key")
    assert watch.since(made)


def test_the_hash_of_a_sealed_document_leaves_only_as_a_commitment(made: Path) -> None:
    (document,) = released(made, draft=True).public.documents
    (kept,) = open_case(made).state.documents
    assert document.sha256 == "" and document.commitment and kept.sha256 not in document.commitment


def test_a_dossier_says_how_many_persons_are_sealed(made: Path, tmp_path: Path) -> None:
    publish(made, tmp_path / "out", draft=True)
    page = (tmp_path / "out/people.html").read_text()
    assert released(made, draft=True).public.withheld.sealed == 1 and "Persons whose names are sealed" in page


def test_a_scan_is_listed_before_a_sealing_and_sealed_by_its_file_name(
    tmp_path: Path, real: stations.Stations, folder: Callable[..., Path]
) -> None:
    root = tmp_path / "case"
    build(root, [folder(a_txt=EARLIER, scan_png=b"\x89PNG scan of a letter")], real)
    keys.make(root, [("Ada", tmp_path / "ada.key")], recovery=True)
    assert [path for _, path in seal.unread(root)] == ["scan.png"]
    with pytest.raises(SealError, match=r"no document nothing\.png"):
        seal.seal(root, [NAME], by="Ada", why="At risk.", documents=["nothing.png"])
    assert seal.seal(root, [NAME], by="Ada", why="At risk.", documents=["scan.png"]).documents == 2
    assert seal.unread(root) == ()
