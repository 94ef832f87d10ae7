"""The command reference is what the commands say."""

from pathlib import Path

from beside import load

ROOT = Path(__file__).parents[2]


def test_the_reference_is_what_the_commands_say() -> None:
    tool = load("cli_reference", ROOT / "tools" / "cli_reference.py")
    said = (ROOT / "docs" / "cli-reference.md").read_text(encoding="utf-8")
    assert said == tool.reference(), "run `python tools/cli_reference.py`"
