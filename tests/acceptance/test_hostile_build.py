"""A folder of documents that would harm, hang or fool a reader is built by the real command; nothing is lost."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests import hostile

TIME_LIMIT = 180.0  # seconds that a build of the folder may take
MEMORY_LIMIT = 1 << 30  # bytes that no process of the build may exceed
FEW = 20  # documents that can be read beside the others, each with a count of its own
AS_ROOT = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")  # root then needs permission as others do
FAILS = {
    "below/loop": "unreadable",
    "bomb.docx": "too-large",
    "empty.txt": "empty",
    "encrypted.pdf": "encrypted",
    "entity.docx": "damaged",
    "forbidden.txt": "unreadable",
    "inflating.pdf": "no-text",
    "itself": "unreadable",
    "outside.txt": "unreadable",
    "page-loop.pdf": "no-text",
    "picture.txt": "unsupported",
    "pipe.txt": "unreadable",
    "random.pdf": "damaged",
    "recursive.pdf": "too-large",
    "scan.pdf": "no-text",
    "truncated.pdf": "damaged",
}


@dataclass(frozen=True)
class Built:
    """What two builds of the folder told, one after the other, and what the first cost."""

    given: Path
    first: dict[str, Any]
    second: dict[str, Any]
    exported: dict[str, Any]
    report: str
    seconds: float
    peak: int


def sentence(number: int) -> str:
    """A sentence with a count."""
    return f"The Lantern Group said that it had found {100 + number} police stations in Portugal."


def write_good(folder: Path) -> None:
    """Documents that can be read, in the formats in turns; the last has its words two thousand elements deep."""
    for number in range(FEW):
        words = sentence(number)
        page = f"<html lang=en><head><title>Offices {number}</title></head><body><p>{words}</p></body></html>"
        written: tuple[str, bytes] = (
            ("txt", f"Offices {number}\n\n{words}\n".encode()),
            ("html", page.encode()),
            ("pdf", hostile.minimal_pdf([[words[:50], words[50:]]])),
            ("docx", hostile.docx(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")),
        )[number % 4]
        (folder / f"good-{number:02}.{written[0]}").write_bytes(written[1])
    deep = hostile.deep_html().replace(hostile.BOTTOM.encode(), sentence(FEW).encode())
    (folder / f"good-{FEW}.html").write_bytes(deep)


def longarm(*words: object) -> tuple[str, float, int]:
    """Stdout of `longarm`, the seconds it took, and bytes of memory of the largest of its processes."""
    command = [sys.executable, "-m", "longarm", *map(str, words)]
    if os.geteuid() == 0:
        assert shutil.which(AS_ROOT[0]), "as root this test needs setpriv (Debian: util-linux)"
        command = [*AS_ROOT, *command]
    started = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stderr
        told, talk = process.stdout.read(), process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, talk
    return told, time.monotonic() - started, usage.ru_maxrss * 1024


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The folder, built twice."""
    root = tmp_path_factory.mktemp("hostile")
    given, case = root / "given", root / "case"
    given.mkdir()
    hostile.write(given)
    write_good(given)
    first, seconds, peak = longarm("build", case, given, "--json")
    second, *_ = longarm("build", case, given, "--json")
    exported, *_ = longarm("export", case, "--format", "json")
    report, *_ = longarm("report", case)
    return Built(given, json.loads(first), json.loads(second), json.loads(exported), report, seconds, peak)


def reasons(told: Mapping[str, Any]) -> dict[str, str]:
    """Codes of what was not read, by path."""
    assert all(one["reason"].startswith(one["path"]) for one in told["not_read"])
    return {one["path"]: one["code"] for one in told["not_read"]}


@pytest.mark.slow
def test_the_build_ends_in_time_and_no_process_of_it_is_large(built: Built) -> None:
    assert built.seconds < TIME_LIMIT
    assert built.peak < MEMORY_LIMIT


@pytest.mark.slow
def test_every_file_is_read_or_listed_with_its_reason(built: Built) -> None:
    names = {str(path.relative_to(built.given)) for path in built.given.rglob("*") if not path.is_dir()}
    names |= {"below/loop"}
    read = {one["path"] for one in built.exported["documents"] if one["read"] == "yes"}
    assert read | set(FAILS) == names
    assert reasons(built.first) == FAILS
    assert not read & set(FAILS)
    listed = " ".join(built.report.split())
    assert [one["path"] for one in built.first["not_read"] if one["reason"] not in listed] == []


@pytest.mark.slow
def test_the_good_documents_beside_them_are_all_in_the_ledger(built: Built) -> None:
    paths = {one["id"]: one["path"] for one in built.exported["documents"]}
    counts = {(paths[one["document"]], (one["quantity"] or {}).get("low")) for one in built.exported["statements"]}
    names = sorted(path.name for path in built.given.glob("good-*"))
    assert len(names) == FEW + 1
    assert {(name, 100 + number) for number, name in enumerate(names)} - counts == set()


@pytest.mark.slow
def test_texts_of_any_encoding_size_and_depth_are_read(built: Built) -> None:
    read = {one["path"] for one in built.exported["documents"] if one["read"] == "yes"}
    assert {"deep.html", "attributes.html", "utf16.txt", "utf16-unmarked.txt", "windows.txt"} <= read


@pytest.mark.slow
def test_a_second_build_reads_nothing(built: Built) -> None:
    assert (built.second["did"]["opened"], built.second["did"]["extracted"]) == (0, 0)
    for name in ("documents", "read", "statements", "claims", "not_read"):
        assert built.second[name] == built.first[name], name
