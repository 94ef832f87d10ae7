"""Building a case: what is read, what is kept, what is read again."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from longarm.custody import log
from longarm.desk.building.build import Built, build
from longarm.desk.case import open_case
from longarm.errors import CaseDamaged, UsageError
from longarm.ledger.fold import fold
from longarm.model.case import State
from longarm.storage import custody, derived
from longarm.storage.ledger import Ledger
from longarm.storage.paths import CasePaths

Folder = Callable[..., Path]


def run(quick: ModuleType, case: Path, *given: Path, **versions: str) -> tuple[Built, list[str]]:
    """A build with the quick stations, and the sorted names of the documents that the reader opened."""
    reader = quick.PlainReader()
    return build(case, given, quick.stations(reader, **versions)), sorted(reader.names)


def state_of(case: Path) -> State:
    with Ledger(CasePaths(case)) as ledger:
        folded = fold(ledger.entries())
        assert derived.load_state(ledger) == folded
        return folded


def test_a_folder_becomes_a_case_with_documents_texts_readings_and_claims(
    quick: ModuleType, folder: Folder, tmp_path: Path
) -> None:
    given = folder(a_txt="First\n\nThere are 54 offices.", b_txt="Second\n\nThere are 51 offices.")
    built, read = run(quick, tmp_path / "case", given)
    case = open_case(tmp_path / "case")
    assert read == ["a.txt", "b.txt"]
    assert (built.documents, built.readings, built.statements, built.claims) == (2, 2, 2, 1)
    assert [layer.text for layer in case.state.layers]
    assert case.weighed.claims[0].statements == tuple(item.id for item in case.weighed.resolved)
    assert case.settings.title == "case"


def test_a_second_build_reads_nothing_and_changes_nothing(quick: ModuleType, folder: Folder, tmp_path: Path) -> None:
    given = folder(a_txt="First\n\n54 offices.", bad_txt=b"\xff\xfe\xfd", c_bin=b"\0\1", d_txt="Dans les 3 villes.")
    run(quick, tmp_path / "case", given)
    before = state_of(tmp_path / "case")
    last = Ledger(CasePaths(tmp_path / "case")).last_sequence()
    built, read = run(quick, tmp_path / "case", given)
    assert read == []
    assert (built.counts.opened, built.counts.extracted, built.counts.unchanged) == (0, 0, 4)
    assert not built.is_weighed
    assert state_of(tmp_path / "case") == before
    assert Ledger(CasePaths(tmp_path / "case")).last_sequence() == last


def test_what_cannot_be_read_is_kept_and_listed_with_its_reason(
    quick: ModuleType, folder: Folder, tmp_path: Path
) -> None:
    given = folder(
        bad_txt=b"\xff\xfe\xfd", c_bin=b"\0\1", d_txt="Dans les 3 villes.", e_txt=" \n", good_txt="9 offices"
    )
    run(quick, tmp_path / "case", given)
    state = state_of(tmp_path / "case")
    codes = {failure.path: failure.code for failure in state.failures}
    assert codes == {"bad.txt": "damaged", "c.bin": "unsupported", "d.txt": "other-language", "e.txt": "no-text"}
    assert len(state.documents) == 5
    assert all(CasePaths(tmp_path / "case").original(document.sha256).exists() for document in state.documents)
    assert [reading.document for reading in state.readings] == [
        document.id for document in state.documents if document.path == "good.txt"
    ]


def test_a_text_in_another_language_is_read_once_the_case_has_that_language(
    quick: ModuleType, folder: Folder, tmp_path: Path
) -> None:
    given = folder(d_txt="Dans les 3 villes.")
    run(quick, tmp_path / "case", given)
    settings = CasePaths(tmp_path / "case").settings
    settings.write_text(settings.read_text().replace('["en"]', '["en", "fr"]'))
    built, read = run(quick, tmp_path / "case", given)
    assert (read, built.counts.extracted, built.failures) == ([], 1, ())


def test_a_language_without_rules_is_refused_and_never_read_by_those_of_another(
    quick: ModuleType, folder: Folder, tmp_path: Path
) -> None:
    given = folder(a_txt="1 office")
    run(quick, tmp_path / "case", given)
    settings = CasePaths(tmp_path / "case").settings
    settings.write_text(settings.read_text().replace('["en"]', '["en", "nl"]'))
    with pytest.raises(UsageError, match="nl is read, for which longarm has no rules yet"):
        run(quick, tmp_path / "case", given)


def test_a_text_that_stops_the_extractors_stops_no_other(quick: ModuleType, folder: Folder, tmp_path: Path) -> None:
    given = folder(a_txt="1 office", b_txt="explode 2", c_txt="3 offices", d_txt="4 offices", e_txt="5 offices")
    built, _ = run(quick, tmp_path / "case", given)
    state = state_of(tmp_path / "case")
    assert [(failure.path, failure.code) for failure in state.failures] == [("b.txt", "crashed")]
    assert (len(state.readings), len(state.layers), built.counts.extracted) == (4, 5, 4)
    _, read = run(quick, tmp_path / "case", given)
    assert read == []


def test_a_fault_of_a_reader_is_put_down_and_stops_no_other(quick: ModuleType, folder: Folder, tmp_path: Path) -> None:
    class Faulty(quick.PlainReader):  # type: ignore[name-defined,misc]
        def read(self, data: bytes, name: str) -> object:
            if name == "b.txt":
                raise RuntimeError("a fault")
            return super().read(data, name)

    given = folder(a_txt="1 office", b_txt="2 offices", c_txt="3 offices")
    built = build(tmp_path / "case", [given], quick.stations(Faulty()))
    assert [(failure.path, failure.code) for failure in built.failures] == [("b.txt", "crashed")]
    assert built.readings == 2


def test_the_same_bytes_under_two_paths_are_one_document_with_both_paths(
    quick: ModuleType, folder: Folder, tmp_path: Path
) -> None:
    given = folder(a_txt="54 offices", copy__b_txt="54 offices")
    run(quick, tmp_path / "case", given)
    state = state_of(tmp_path / "case")
    assert [document.path for document in state.documents] == ["a.txt"]
    assert [given.path for given in state.given] == ["a.txt", "copy/b.txt"]


def test_a_changed_file_is_a_new_document_and_the_older_is_kept_but_not_counted(
    quick: ModuleType, folder: Folder, tmp_path: Path
) -> None:
    run(quick, tmp_path / "case", folder(a_txt="54 offices"))
    run(quick, tmp_path / "case", folder(a_txt="55 offices"))
    state, case = state_of(tmp_path / "case"), open_case(tmp_path / "case")
    assert len(state.documents) == len(state.readings) == 2
    assert [given.is_current for given in state.given] == [False, True]
    assert [item.statement.quantity.value for item in case.weighed.resolved if item.statement.quantity] == [55]
    assert [failure.code for failure in case.state.failures] == ["superseded"]


def test_files_of_one_name_in_two_folders_do_not_supersede_each_other(quick: ModuleType, tmp_path: Path) -> None:
    for name, text in (("one", "54 offices"), ("two", "55 offices")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.txt").write_text(text)
        run(quick, tmp_path / "case", tmp_path / name)
    assert all(given.is_current for given in state_of(tmp_path / "case").given)


def test_a_new_reader_version_reads_the_kept_originals_again(quick: ModuleType, folder: Folder, tmp_path: Path) -> None:
    given = folder(a_txt="54 offices", b_txt="55 offices", c_bin=b"\0")
    run(quick, tmp_path / "case", given)
    for path in given.iterdir():
        path.unlink()
    built, read = run(quick, tmp_path / "case", version="plain 2")
    assert read == ["a.txt", "b.txt"]
    assert {layer.reader for layer in state_of(tmp_path / "case").layers} == {"plain 2"}
    assert built.counts.extracted == 2


def test_a_new_extractor_version_opens_no_document(quick: ModuleType, folder: Folder, tmp_path: Path) -> None:
    given = folder(a_txt="54 offices", b_txt="55 offices")
    run(quick, tmp_path / "case", given)
    built, read = run(quick, tmp_path / "case", given, extractor="quick 2")
    assert (read, built.counts.extracted) == ([], 2)
    assert {reading.extractor for reading in state_of(tmp_path / "case").readings} == {"quick 2"}


def test_changed_conventions_read_the_stored_texts_again(quick: ModuleType, folder: Folder, tmp_path: Path) -> None:
    given = folder(a_txt="54 offices", b_txt="55 offices")
    run(quick, tmp_path / "case", given)
    with (tmp_path / "case" / "case.toml").open("a", encoding="utf-8") as settings:
        settings.write("[conventions]\ndozens = 12\n")
    built, read = run(quick, tmp_path / "case")
    again, _ = run(quick, tmp_path / "case")
    assert (read, built.counts.extracted, again.counts.extracted) == ([], 2, 0)
    assert open_case(tmp_path / "case").settings.conventions == (("dozens", 12),)


@pytest.mark.parametrize("line", ["lots = 9", 'dozens = "many"'])
def test_a_convention_that_is_none_stops_the_build_with_its_name(
    quick: ModuleType, folder: Folder, tmp_path: Path, line: str
) -> None:
    run(quick, tmp_path / "case", folder(a_txt="54 offices"))
    with (tmp_path / "case" / "case.toml").open("a", encoding="utf-8") as settings:
        settings.write(f"[conventions]\n{line}\n")
    with pytest.raises(CaseDamaged, match=rf"case\.toml: \[conventions\] {line.split()[0]} is"):
        run(quick, tmp_path / "case")


def test_a_changed_manifest_describes_the_document_anew(quick: ModuleType, folder: Folder, tmp_path: Path) -> None:
    given = folder(a_txt="54 offices", b_txt="55 offices")
    run(quick, tmp_path / "case", given)
    (given / "documents.csv").write_text("a.txt,The Harbour Post")
    _, read = run(quick, tmp_path / "case", given)
    publishers = [document.publisher and document.publisher.value for document in state_of(tmp_path / "case").documents]
    assert (read, publishers) == (["a.txt"], ["The Harbour Post", None])


def test_a_file_that_becomes_readable_leaves_the_list_of_failures(
    quick: ModuleType, folder: Folder, tmp_path: Path
) -> None:
    given = folder(b_txt="55 offices")
    path = given / "a.txt"
    stations = replace(quick.stations(), walk=lambda paths: [quick.Here(path, "a.txt", 10)])
    built = build(tmp_path / "case", [given], stations)
    assert [(failure.path, failure.code) for failure in built.failures] == [("a.txt", "unreadable")]
    path.write_text("54 offices")
    built = build(tmp_path / "case", [given], stations)
    assert (built.failures, built.readings) == ((), 1)
    assert state_of(tmp_path / "case").failures == ()


def test_what_failed_is_tried_once_more_only_where_asked(quick: ModuleType, folder: Folder, tmp_path: Path) -> None:
    given = folder(a_txt="54 offices", b_txt="explode 2", bad_txt=b"\xff", d_txt="Dans les 3 villes.")
    run(quick, tmp_path / "case", given)
    before = state_of(tmp_path / "case")
    reader = quick.PlainReader()
    built = build(tmp_path / "case", [given], quick.stations(reader), is_retry=True)
    assert (reader.names, built.counts.unread, built.counts.unchanged) == (["bad.txt"], 2, 2)
    assert state_of(tmp_path / "case") == before


def test_a_case_inside_the_folder_given_is_not_taken_for_documents(
    quick: ModuleType, folder: Folder, tmp_path: Path
) -> None:
    given = folder(a_txt="54 offices")
    run(quick, given / "case", given)
    built, _ = run(quick, given / "case", given)
    assert built.documents == 1


def test_a_folder_of_documents_is_not_made_a_case(quick: ModuleType, folder: Folder) -> None:
    given = folder(a_txt="54 offices")
    with pytest.raises(UsageError, match=r"no case and holds other files \(a.txt\)"):
        run(quick, given)


@pytest.mark.parametrize("path", ["https://example.org/report.html", "missing.txt"])
def test_addresses_and_missing_files_are_refused_before_anything_is_made(
    quick: ModuleType, tmp_path: Path, path: str
) -> None:
    with pytest.raises(UsageError):
        build(tmp_path / "case", [path], quick.stations())
    assert not (tmp_path / "case").exists()


def test_the_custody_log_tells_every_entry_and_fits_the_ledger(
    quick: ModuleType, folder: Folder, tmp_path: Path
) -> None:
    run(quick, tmp_path / "case", folder(a_txt="54 offices", bad_txt=b"\xff"))
    paths = CasePaths(tmp_path / "case")
    with Ledger(paths) as ledger:
        entries = list(ledger.entries())
    assert log.check(custody.load(paths), entries) == len(entries) > 4


def test_the_derived_tables_can_be_made_again_from_the_entries(
    quick: ModuleType, folder: Folder, tmp_path: Path
) -> None:
    run(quick, tmp_path / "case", folder(a_txt="54 offices", b_txt="Dans les 3", c_txt="54 offices"))
    paths = CasePaths(tmp_path / "case")
    with Ledger(paths, writable=True) as ledger:
        before = derived.load_state(ledger)
        ledger.rebuild()
        assert derived.load_state(ledger) == before
        assert ledger.connection.execute("SELECT count(*) FROM passages_search('offices')").fetchone() == (1,)
        rows = ledger.connection.execute("SELECT path, text FROM document_texts ORDER BY path").fetchall()
        assert rows == [("a.txt", "54 offices"), ("b.txt", "Dans les 3")]


@pytest.mark.parametrize("name", ["case.key", "case.toml"])
def test_a_case_that_has_lost_a_file_is_told_apart_from_a_folder_that_is_no_case(
    quick: ModuleType, tmp_path: Path, name: str
) -> None:
    (tmp_path / "a.txt").write_text("The group counted 54 offices.")
    build(tmp_path / "case", [tmp_path / "a.txt"], quick.stations())
    (tmp_path / "case" / name).unlink()
    for use in (lambda: build(tmp_path / "case", [], quick.stations()), lambda: open_case(tmp_path / "case")):
        with pytest.raises(CaseDamaged, match=f"{name} is gone"):
            use()
