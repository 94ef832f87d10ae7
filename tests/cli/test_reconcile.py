"""`longarm reconcile` from outside: what is printed, and with which exit code."""

import json
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "reconcile"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from longarm.cli.main import run; run()", "reconcile", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_hard_conflict_is_exit_code_1_and_the_object_of_the_export() -> None:
    done = run(str(EXAMPLES / "two-counts-of-hosts.csv"), "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 1
    assert found["consistent"] == "no"
    assert [conflict["statements"] for conflict in found["conflicts"]] == [["a2", "b2"]]
    assert "They cannot both hold for the same date" in found["conflicts"][0]["explanation"]
    assert set(found) >= {"bounds", "set_aside", "revisions", "more", "proved"}


def test_an_apparent_conflict_is_exit_code_0_and_printed_with_its_reading() -> None:
    done = run(str(EXAMPLES / "an-open-date.csv"))
    assert done.returncode == 0
    assert "apparent (as_of)" in done.stdout


def test_bad_rows_are_exit_code_2_with_nothing_on_stdout(tmp_path: Path) -> None:
    table = tmp_path / "bad.csv"
    table.write_text("id,measure,place,low,high\na,station,Canada,3,2\nb,station,Nowhereville-on-Sea,1,1\n")
    done = run(str(table), "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "row 1 (id “a”), column low" in done.stderr
    assert "row 2 (id “b”), column place" in done.stderr


def test_a_file_that_is_not_there_is_exit_code_2(tmp_path: Path) -> None:
    assert run(str(tmp_path / "none.csv")).returncode == 2


def test_a_folder_is_not_a_table_and_the_way_to_a_case_is_told(tmp_path: Path) -> None:
    done = run(str(tmp_path))
    assert done.returncode == 2
    assert "is a folder: name a CSV file" in done.stderr and "longarm report" in done.stderr
