"""The commands with the real stations."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
TEXT = "The Lantern Group said in a report that it had found more than 20 police stations in Portugal in 2021."


@pytest.fixture(scope="module")
def found(run: Run) -> list[dict[str, Any]]:
    """What is read in four rows, the last of which holds half a character."""
    rows = [{"id": "b", "text": TEXT}, {"id": "a", "text": ""}, {"id": 3, "text": "Nothing was said."}]
    rows.append({"id": "half", "text": f"\ud83d {TEXT}"})
    shown = run("read", "--jsonl", stdin="".join(json.dumps(row) + "\n" for row in rows))
    assert shown.returncode == 0
    return [json.loads(line) for line in shown.stdout.splitlines()]


def test_lines_of_texts_are_read_in_order(found: list[dict[str, Any]]) -> None:
    assert [one["id"] for one in found] == ["b", "a", "3", "half"]
    quantity = found[0]["quantities"][0]
    assert TEXT[quantity["start"] : quantity["end"]] == quantity["words"]
    assert (quantity["low"], quantity["high"]) == (21, None)


def test_one_text_is_read_from_stdin_or_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "text.html").write_text(f"<html><head><title>T</title></head><body><p>{TEXT}</p></body></html>")
    assert "21 or more" in run("read", tmp_path / "text.html").stdout
    found = json.loads(run("read", "-", "--json", stdin=TEXT).stdout)
    assert [one["quantity"]["low"] for one in found["statements"] if one["quantity"]] == [21]


def test_a_real_build_reads_reports_and_reads_nothing_again(run: Run, tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    (given / "one.txt").write_text(f"Offices abroad\n\n{TEXT}\n")
    (given / "two.html").write_text(f"<html><head><title>Offices</title></head><body><p>{TEXT}</p></body></html>")
    attached = "Content-Disposition: attachment; filename=a.csv\n\na,b\n--x--\n"
    (given / "mail.eml").write_text(
        'MIME-Version: 1.0\nSubject: The list\nContent-Type: multipart/mixed; boundary="x"\n\n--x\n'
        f"Content-Type: text/plain\n\n{TEXT}\n--x\n{attached}"
    )
    (given / "empty.pdf").write_bytes(b"")
    (given / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 50)
    first = json.loads(run("build", tmp_path / "case", given, "--json").stdout)
    assert (first["documents"], first["read"]) == (5, 3)
    assert sorted(one["code"] for one in first["not_read"]) == ["empty", "unsupported"]
    again = json.loads(run("build", tmp_path / "case", given, "--json").stdout)
    assert (again["did"]["opened"], again["did"]["extracted"]) == (0, 0)
    assert "Nothing new" in run("build", tmp_path / "case", given).stdout
    shown = run("report", tmp_path / "case").stdout
    assert "21 or more" in shown
    assert "mail.eml: 1 attached file is not read" in " ".join(shown.split())
    assert "remark: attachments-left: 1 attached file" in run("show", tmp_path / "case", "mail.eml").stdout


def _hear_interrupts() -> None:
    """A shell starts what runs in the background deaf to Ctrl-C; the tests may run so, longarm is not to."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupted_build_ends_with_130_and_goes_on_later(run: Run, tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    for number in range(12):
        (given / f"{number:02}.txt").write_text(f"Offices {number}\n\n" + f"{TEXT}\n\n" * 8 + str(number))
    command = [sys.executable, "-m", "longarm", "build", str(tmp_path / "case"), str(given)]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=_hear_interrupts
    ) as process:
        while not any((tmp_path / "case").glob("documents/*/*")):
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in told
    assert json.loads(run("build", tmp_path / "case", given, "--json").stdout)["read"] == 12


def test_half_a_character_does_not_stop_a_row(found: list[dict[str, Any]]) -> None:
    assert [one["low"] for one in found[3]["quantities"]] == [21]
    assert found[3]["quantities"][0]["start"] == TEXT.index("more than") + 2
