"""The scripts of `bench/` in a pipe that nobody reads to its end."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import sys
from bench.running import run
def main():
    print("word " * {words})
    return 3
run(main)
"""


@pytest.mark.parametrize("words", [1, 200_000])
def test_a_closed_pipe_ends_a_script_without_a_traceback(words):
    command = [sys.executable, "-c", SCRIPT.format(words=words)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        told = process.stderr.read()
    assert (process.returncode, told) == (141, b"")


def test_a_script_exits_with_what_it_found():
    done = subprocess.run([sys.executable, "-c", SCRIPT.format(words=1)], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (3, b"word")


def test_every_script_is_run_so():
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "bench").rglob("*.py")]
    scripts = [text for text in texts if "__main__" in text]
    assert scripts
    assert all(text.endswith('if __name__ == "__main__":\n    run(main)\n') for text in scripts)
