"""`longarm evaluate`: how far what the machine reads agrees with labelled rows."""

from collections.abc import Sequence
from pathlib import Path

from longarm.desk.measuring import labelled, scoring
from longarm.desk.tell import Silence, Tell
from longarm.errors import UsageError


def evaluate(gold: Sequence[Path], tell: Tell | None = None) -> dict[str, scoring.Tally]:
    """Scores by aspect over labelled files, or over folders of `*.jsonl`; the format is in `bench/README.md`.

    Raises:
        UsageError: there is no such file.
        DataError: a row is not as the format says.
    """
    from longarm.desk.reading import read_texts

    tell = tell or Silence()
    rows = [row for path in _files(gold) for row in labelled.parse_rows(_lines(path), path.name)]
    tell.start("reading labelled texts", len(rows))
    reads = {}
    asked = ({"id": str(n), "text": row.text, "published": row.published} for n, row in enumerate(rows))
    for row, read in zip(rows, read_texts(asked), strict=True):
        reads[row.id] = read
        tell.step()
    return scoring.score(rows, reads)


def _files(gold: Sequence[Path]) -> list[Path]:
    found = [file for path in gold for file in (sorted(path.glob("*.jsonl")) if path.is_dir() else [path])]
    if not found or not all(path.is_file() for path in found):
        raise UsageError(
            f"there are no labelled rows at {', '.join(map(str, gold))}: name .jsonl files or their folder"
        )
    return found


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is no file of labelled rows ({error}): give JSON lines in UTF-8") from error
