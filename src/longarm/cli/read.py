"""`longarm read`."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import click

from longarm.cli import output
from longarm.cli.options import JSON
from longarm.errors import UsageError


@click.command("read", short_help="What the machine reads in one text, or in many.")
@click.argument("file", default="-", type=click.Path(path_type=str))
@click.option("--jsonl", is_flag=True, help='Many texts: lines of {"id", "text", "published"?} in, a line each out.')
@click.option("--published", metavar="DATE", help="Date of the text (2024-05-31, 2024-05, 2024), for relative dates.")
@JSON
def command(file: str, jsonl: bool, published: str | None, as_json: bool) -> None:
    """What the machine reads in one text, or in many, without a case.

    FILE is text, Markdown, HTML, PDF, DOCX or mail, or - for text on stdin. Offsets count characters of the text,
    from 0.

    \b
    Examples:
      longarm read article.html
      echo "The group counted 54 police stations in 30 countries." | longarm read -
      longarm read --jsonl < texts.jsonl > readings.jsonl
    """
    if jsonl:
        _many(file)
        return
    from longarm.documents.manifest import is_date

    if published is not None and not is_date(published):
        raise UsageError(f"--published {published} is no date: write 2024-05-31, 2024-05 or 2024")
    text = _stdin() if file == "-" else _file_text(Path(file))
    from longarm.desk.reading import read_text

    found = read_text(text, published)
    if as_json:
        output.data(found)
    else:
        _print(found)


def _many(file: str) -> None:
    from longarm.desk.reading import read_texts

    with sys.stdin.buffer if file == "-" else _opened(Path(file)) as lines:
        for found in read_texts(_rows(lines)):
            output.write(json.dumps(found, ensure_ascii=False, separators=(",", ":")))


def _rows(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8", errors="replace"))
        except ValueError as error:
            raise UsageError(f"line {number} is no JSON ({error}): give one object a line") from error
        if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
            raise UsageError(f'line {number} has no "id" and "text": give one object with both a line')
        whole = row["text"].encode("utf-8", errors="replace").decode("utf-8")  # JSON may escape half a character
        yield {**row, "text": whole}


def _stdin() -> str:
    return sys.stdin.buffer.read().decode("utf-8", errors="replace")


def _opened(path: Path) -> BinaryIO:
    if path.is_dir():
        raise UsageError(
            f"{path} is a folder, and one file is read at a time: `longarm build CASE {path}` reads them all"
        )
    try:
        return path.open("rb")
    except OSError as error:
        raise UsageError(
            f"{path} cannot be opened ({error.strerror}): check the spelling and the permission"
        ) from error


def _file_text(path: Path) -> str:
    """The text of a file; plain text as it is, so that offsets count its own characters."""
    with _opened(path) as file:
        data = file.read()
    from longarm.documents.formats import TEXT, detect
    from longarm.documents.reader import Reader

    if detect(data, path.name) == TEXT:
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass
    with Reader() as reader:
        return reader.read(data, path.name).text


def _print(found: dict[str, Any]) -> None:
    statements = found["statements"]
    output.say(f"{len(statements)} statements. Machine-read; nothing here is a fact.")
    for statement in statements:
        kind = " ".join(part for part in (statement["kind"], statement["method"], statement["measure"]) if part)
        output.head(kind)
        output.say(f"\u201c{statement['span']['words']}\u201d", 2)
        output.say("said by: " + " -> ".join(_voice(voice) for voice in statement["voices"]), 2, 2)
        for line in _details(statement):
            output.say(line, 2, 2)


def _details(statement: dict[str, Any]) -> Iterator[str]:
    hedges = [f"{hedge['kind']} (\u201c{hedge['words']}\u201d)" for hedge in statement["hedges"]]
    if statement["polarity"] != "affirmed" or hedges:
        yield f"stance: {', '.join([statement['polarity'], *hedges])}"
    if quantity := statement["quantity"]:
        yield f"figure: {output.interval(quantity['low'], quantity['high'])} (\u201c{quantity['words']}\u201d)"
    for place in statement["places"]:
        yield f"place: {place['name'] or place['words']} ({place['role']})"
    for name in ("period", "as_of", "said_at"):
        if period := statement[name]:
            yield f"{name.replace('_', ' ')}: {period['start'] or '..'} to {period['end'] or '..'}"


def _voice(voice: dict[str, Any]) -> str:
    return f"{voice['name'] or 'the author'} ({voice['found']}, {voice['attitude']})"
