"""Reading documents in confined children."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from longarm.documents import sandbox
from longarm.documents.confinement import Limits
from longarm.documents.failures import ReaderCrashed, TextMissing, TooSlow, code_of
from longarm.documents.reader import Reader, _checked, reader_version
from longarm.errors import (
    DocumentDamaged,
    DocumentEmpty,
    DocumentEncrypted,
    DocumentError,
    DocumentTooLarge,
    DocumentUnsupported,
)
from longarm.model.codec import to_data
from longarm.model.documents import Block, Extract

READ = ("good.txt", "below/good.html", "attributes.html", "deep.html", "utf16.txt", "utf16-unmarked.txt", "windows.txt")
REFUSED: dict[str, tuple[type[DocumentError], str]] = {
    "empty.txt": (DocumentEmpty, "empty"),
    "random.pdf": (DocumentDamaged, "damaged"),
    "truncated.pdf": (DocumentDamaged, "damaged"),
    "encrypted.pdf": (DocumentEncrypted, "encrypted"),
    "scan.pdf": (DocumentEmpty, "no-text"),
    "entity.docx": (DocumentDamaged, "damaged"),
    "bomb.docx": (DocumentTooLarge, "too-large"),
    "picture.txt": (DocumentUnsupported, "unsupported"),
}


@pytest.fixture(scope="module")
def outcomes(hostile: ModuleType, reader: Reader) -> dict[str, Extract | DocumentError]:
    """What becomes of every hostile document."""
    files = hostile.files()
    items = ((data, name) for name, data in files.items())
    return dict(zip(files, reader.read_many(items), strict=True))


@pytest.mark.parametrize("name", READ)
def test_readable_documents_are_read_whatever_stands_beside_them(outcomes: dict[str, Any], name: str) -> None:
    assert isinstance(outcomes[name], Extract), outcomes[name]


@pytest.mark.parametrize("name", REFUSED)
def test_a_document_that_cannot_be_read_says_why_and_what_to_do(outcomes: dict[str, Any], name: str) -> None:
    kind, code = REFUSED[name]
    error = outcomes[name]
    assert isinstance(error, kind)
    assert getattr(error, "code", "") == code == code_of(error)
    assert str(error).startswith(name)
    assert str(error).endswith(".")
    assert ": " in str(error)


def test_no_hostile_document_is_left_without_an_answer(outcomes: dict[str, Any], hostile: ModuleType) -> None:
    assert set(outcomes) == set(hostile.files())
    assert all(isinstance(outcome, Extract | DocumentError) for outcome in outcomes.values())


def test_a_form_that_draws_itself_is_read_or_refused(outcomes: dict[str, Any]) -> None:
    for name in ("recursive.pdf", "page-loop.pdf", "inflating.pdf"):
        assert isinstance(outcomes[name], DocumentTooLarge | DocumentDamaged | DocumentEmpty), outcomes[name]


def test_words_below_two_thousand_elements_are_read(outcomes: dict[str, Any], hostile: ModuleType) -> None:
    assert hostile.BOTTOM in outcomes["deep.html"].text


def test_dropped_attributes_are_noted_and_the_words_are_read(outcomes: dict[str, Any]) -> None:
    assert "after its many attributes" in outcomes["attributes.html"].text
    assert outcomes["attributes.html"].notes[0].startswith("attributes-dropped: ")


def test_every_encoding_gives_the_same_words(outcomes: dict[str, Any]) -> None:
    assert outcomes["utf16.txt"].text == outcomes["utf16-unmarked.txt"].text == outcomes["windows.txt"].text
    assert "café’s owner said that “two men”" in outcomes["windows.txt"].text


def test_a_pdf_named_text_is_read_as_a_pdf(outcomes: dict[str, Any]) -> None:
    assert outcomes["a PDF named.txt"].text == "This PDF has the name of a text."
    assert outcomes["a PDF named.txt"].blocks[0].page == 1


def test_too_many_bytes_are_refused_before_anything_reads_them() -> None:
    with Reader(Limits(size=100)) as small, pytest.raises(DocumentTooLarge, match=r"long\.txt has 0 MB"):
        small.read(b"word " * 50, "long.txt")


def test_a_reader_goes_on_after_a_document_that_used_up_its_memory(hostile: ModuleType) -> None:
    with Reader(Limits(memory=64 << 20)) as small:
        with pytest.raises(DocumentTooLarge, match="memory"):
            small.read(hostile.recursive_pdf(), "recursive.pdf")
        assert small.read(b"A text is read after it.\n", "after.txt").text == "A text is read after it."


def test_a_reader_goes_on_after_a_document_that_used_up_its_time(hostile: ModuleType) -> None:
    with Reader(Limits(wall=0.3)) as hasty:
        with pytest.raises(TooSlow, match=r"deep\.html takes more than 0\.3 seconds") as caught:
            hasty.read(hostile.deep_html(), "deep.html")
        assert code_of(caught.value) == "too-slow"


def test_processor_time_is_limited() -> None:
    answer = _in_child("while True: pass", Limits(cpu=1, wall=20))
    assert answer["code"] == "too-slow"


@pytest.mark.parametrize(
    ("code", "allowed"),
    [
        ("import os; os.fork()", False),
        ("import subprocess; subprocess.run(['true'])", False),
        ("import socket; socket.socket()", False),
        ("import os; os.kill(os.getppid(), 0)", False),
        ("import resource; resource.setrlimit(resource.RLIMIT_AS, (-1, -1))", False),
        ("bytearray(600 << 20)", False),
        ("import os; [os.open('/dev/null', 0) for _ in range(100)]", False),
        ("bytearray(100 << 20)", True),
    ],
)
def test_a_child_may_neither_write_nor_start_processes_nor_use_much(code: str, allowed: bool) -> None:
    assert (_in_child(code, Limits())["code"] == "") is allowed


def test_a_child_may_not_make_or_change_files(tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("words")
    for code in (
        f"open({str(tmp_path / 'new')!r}, 'w')",
        f"open({str(kept)!r}, 'r+')",
        f"import os; os.remove({str(kept)!r})",
    ):
        assert _in_child(code, Limits())["code"] == "crashed"
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_a_child_that_breaks_down_is_a_document_that_broke_its_reader() -> None:
    assert _in_child("import ctypes; ctypes.string_at(0)", Limits())["code"] == "crashed"


@pytest.mark.parametrize(
    "answer",
    [
        [],
        {},
        {"extract": {"text": "two words"}},
        {"extract": {"text": "two words", "blocks": [{"start": 0, "end": 99}]}},
        {"extract": {"text": "two words", "blocks": [{"start": 0, "end": 9}, {"start": 4, "end": 9}]}},
        {"extract": {"text": "two words", "blocks": [{"start": 4, "end": 9}]}},
        {"extract": {"text": "\ud800", "blocks": [{"start": 0, "end": 1}]}},
        {"extract": {"text": 1, "blocks": []}},
        {"extract": {"text": "", "blocks": [], "metadata": {"title": {"value": "A\ntitle", "origin": "html"}}}},
        {"extract": {"text": "", "blocks": [], "metadata": {"url": {"value": "x" * 9999, "origin": "html"}}}},
    ],
)
def test_an_answer_that_is_no_text_layer_is_refused(answer: Any) -> None:
    with pytest.raises(ReaderCrashed, match=r"odd\.pdf could not be read"):
        _checked({"code": ""}, json.dumps(answer).encode(), "odd.pdf")


def test_a_text_layer_comes_through_unchanged() -> None:
    extract = Extract("One.\n\nTwo — three.", (Block(0, 4), Block(6, 18, "heading", 2, 1)), notes=("a: b",))
    answer = json.dumps({"extract": to_data(extract)}).encode()
    assert _checked({"code": ""}, answer, "whole.txt") == extract


def test_many_documents_come_back_in_their_order(reader: Reader) -> None:
    texts = [f"Text number {number}." for number in range(30)]
    found = reader.read_many((text.encode(), f"{number}.txt") for number, text in enumerate(texts))
    assert [extract.text for extract in found if isinstance(extract, Extract)] == texts


def test_the_server_ends_with_the_reader() -> None:
    reader = Reader()
    with reader:
        assert reader.read(b"Some words.", "a.txt").text == "Some words."
        (server,) = reader._servers
    assert server.poll() is not None


def test_the_server_ends_when_its_reader_is_killed() -> None:
    code = (
        "import os; from longarm.documents.reader import Reader\n"
        "reader = Reader(); reader._start(); reader.read(b'words', 'a.txt')\n"
        "print(reader._servers[0].pid, flush=True); os.kill(os.getpid(), 9)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    pid = int(told.stdout)
    for _ in range(100):
        if not _is_running(pid):
            return
        time.sleep(0.1)
    pytest.fail("the server still runs")


def test_reading_loads_nothing_heavy_into_the_parent() -> None:
    code = (
        "import sys; import longarm.documents.reader\n"
        "print(sorted({'lxml', 'spacy', 'numpy', 'docx'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert told.stdout.strip() == "[]"


def test_the_server_loads_no_language_model() -> None:
    code = (
        "import sys; from longarm.documents import sandbox; [known.load() for known in sandbox.FORMATS.values()]\n"
        "print(sorted({'spacy', 'numpy', 'thinc'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert told.stdout.strip() == "[]"


def test_versions_name_the_reader_of_a_media_type() -> None:
    assert reader_version("text/html").startswith("html ")
    assert reader_version("image/png") == "none 1"


def test_a_page_without_text_is_told_from_one_without_bytes() -> None:
    assert issubclass(TextMissing, DocumentEmpty)
    assert code_of(TextMissing("x")) == "no-text"
    assert code_of(DocumentEmpty("x")) == "empty"


def _in_child(code: str, limits: Limits) -> dict[str, Any]:
    """The verdict on a child that runs code in the place of a reader, asked for in a process of its own."""
    script = (
        "import json, sys\n"
        "from longarm.documents import sandbox\n"
        "from longarm.documents.confinement import Limits\n"
        "import subprocess, socket\n"
        "def answer_of(media, name, data):\n"
        "    try:\n"
        "        exec(name)\n"
        "    except OSError as error:\n"
        "        return {'failure': 'crashed'}\n"
        "    return {}\n"
        "sandbox.answer_of = answer_of\n"
        f"told, body = sandbox.attend('', {code!r}, b'', {limits!r}, ())\n"
        "told['code'] = told['code'] or json.loads(body).get('failure', '')\n"
        "print(json.dumps(told))"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, env=dict(os.environ)
    )
    assert told.returncode == 0, told.stderr
    answer: dict[str, Any] = json.loads(told.stdout)
    return answer


def _is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").split(") ")[1][0] != "Z"
    except OSError:
        return False


def test_the_sandbox_has_a_failure_for_every_way_a_child_can_end() -> None:
    limits = Limits()
    assert sandbox._verdict(9, False, b"", limits, False)["code"] == "too-large"
    assert sandbox._verdict(24, False, b"", limits, False)["code"] == "too-slow"
    assert sandbox._verdict(6, False, b"", limits, True)["code"] == "too-large"
    assert sandbox._verdict(6, False, b"", limits, False)["code"] == "crashed"
    assert sandbox._verdict(0, False, None, limits, False)["code"] == "too-large"
    assert sandbox._verdict(0, False, b"{}", limits, False)["code"] == ""
