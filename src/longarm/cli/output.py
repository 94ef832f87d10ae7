"""What the commands print: data on stdout, talk on stderr, nothing that could steer a terminal."""

import json
import os
import shlex
import shutil
import sys
import textwrap
import unicodedata
from pathlib import Path
from typing import Any

import click

NARROWEST, WIDEST = 30, 110  # columns of text


def data(value: Any) -> None:
    """Prints JSON, indented."""
    write(json.dumps(value, ensure_ascii=False, indent=2))


def write(text: str = "") -> None:
    """Prints to stdout; ends quietly where nobody reads on."""
    try:
        sys.stdout.write(text + "\n")
    except BrokenPipeError:
        _hang_up()
    except UnicodeEncodeError:
        sys.stdout.buffer.write((text + "\n").encode("utf-8", errors="replace"))


def write_bytes(content: bytes) -> None:
    """Prints bytes to stdout as they are."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
    except BrokenPipeError:
        _hang_up()


def flush() -> None:
    """Sees to it that all of stdout is out."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _hang_up()


def talk(text: str) -> None:
    """Prints to stderr; filled to the width of a terminal, as it is elsewhere."""
    lines = clean(text).split("\n")
    if sys.stderr.isatty():
        lines = [textwrap.fill(line, width(), break_long_words=False, break_on_hyphens=False) for line in lines]
    click.echo("\n".join(lines), err=True)


def clean(text: str) -> str:
    """The text without characters that steer a terminal or turn its direction; documents are written by strangers."""
    return "".join(c if c == "\n" or not _steers(c) else " " if c in "\t\r" else "\ufffd" for c in text)


def sentence(text: str) -> str:
    """The text with a full stop, where it has no end of its own."""
    return text if text.endswith((".", "!", "?", "\n")) or "\n" in text else text + "."


def typed(path: Path) -> str:
    """A path as it is typed in a shell."""
    return shlex.quote(str(path))


def origin(name: str, work: str) -> str:
    """What a claim rests on, in words."""
    from longarm.model.claims import UNKNOWN

    if name == UNKNOWN:
        return "origin not known"
    return f"rests on {name}, {work}" if work else f"rests on {name}"


def interval(low: float, high: float | None) -> str:
    """An interval in words that a person reads at once: `54`, `51 or more`, `25 to 35`."""
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def width() -> int:
    """Columns to fill."""
    return max(NARROWEST, min(shutil.get_terminal_size().columns - 1, WIDEST))


def say(text: str, indent: int = 0, hang: int = 0) -> None:
    """Prints a paragraph, cleaned and wrapped to the terminal; `hang` more columns from the second line on."""
    room = max(width(), indent + hang + 20)
    first, rest = " " * indent, " " * (indent + hang)
    line = " ".join(clean(text).split())
    filled = textwrap.fill(line, room, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
    write(filled if line else "")


def head(text: str) -> None:
    """Prints a heading."""
    write()
    write(click.style(clean(text), bold=True) if sys.stdout.isatty() and is_styled() else clean(text))


def is_styled() -> bool:
    """Whether a terminal wants more than plain text (https://no-color.org)."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _steers(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character != "\u00ad"


def drop() -> None:
    """Lets go of what stdout still holds, where it cannot be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _hang_up() -> None:
    drop()
    raise SystemExit(0)
