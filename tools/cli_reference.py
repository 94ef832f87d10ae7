"""Writes `docs/cli-reference.md` from the commands themselves: `python tools/cli_reference.py`."""

import sys
from pathlib import Path

import click

from longarm.cli.main import COMMANDS, main

TARGET = Path(__file__).resolve().parents[1] / "docs" / "cli-reference.md"
WIDTH = 100
_INTRODUCTION = """\
# Commands

Made from the commands by `tools/cli_reference.py`; do not edit it by hand.

Data goes to stdout, talk and progress to stderr; progress bars are silent where stderr is no terminal. Exit codes: 0
done, 1 a finding or a refusal, 2 misuse, 130 stopped with Ctrl-C. Every command may be run again safely.
`LONGARM_TRACE=1` shows where an unexpected error came from.
"""


def reference() -> str:
    """The whole page."""
    parent = click.Context(main, info_name="longarm", terminal_width=WIDTH, max_content_width=WIDTH)
    parts = [_INTRODUCTION, _block(main.get_help(parent))]
    for name in COMMANDS:
        command = main.get_command(parent, name)
        if command is None:
            raise SystemExit(f"there is no command {name}")
        context = click.Context(command, parent=parent, info_name=name, terminal_width=WIDTH, max_content_width=WIDTH)
        parts += [f"## longarm {name}\n", _block(command.get_help(context))]
    return "\n".join(parts)


def _block(text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return f"```text\n{lines}\n```\n"


if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8")
    sys.stderr.write(f"{TARGET}\n")
