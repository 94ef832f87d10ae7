"""As many texts as are asked for: those of the sample cases, varied so that no two are the same."""

import re
import sys
from pathlib import Path

from longarm.desk import reading
from longarm.documents.reader import Reader
from longarm.errors import DocumentError
from longarm.model.documents import Document, TextLayer

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
Item = tuple[TextLayer, Document]


def items(count: int) -> list[Item]:
    """About `count` texts: those of the sample cases, each varied until there are enough."""
    texts = sample_texts()
    copies = max(1, round(count / len(texts)))
    return [
        _item(f"{name}-{copy}", varied(text, copy))
        for copy in range(copies)
        for name, text in texts  # in turns, so that neighbours differ
    ]


def sample_texts() -> list[tuple[str, str]]:
    """Path and text of every document of the sample cases that can be read."""
    found = []
    with Reader() as reader:
        for path in sorted(EXAMPLES.glob("*/documents/*")):
            if path.suffix == ".csv":
                continue
            try:
                found.append((path.name, reader.read(path.read_bytes(), path.name).text))
            except DocumentError as error:
                print(f"{path.name} is left out: {error}", file=sys.stderr)
    return found


def varied(text: str, copy: int) -> str:
    """The text with its counts raised and its paragraphs turned by `copy`, so that no two texts are the same."""
    raised = re.sub(r"(?<![\d,.])\d{2,3}\b(?![,.]\d)", lambda found: str(int(found[0]) + copy), text)
    first, *rest = raised.split("\n\n")
    turn = copy % len(rest) if rest else 0
    return "\n\n".join([first, *rest[turn:], *rest[:turn]])


def _item(id: str, text: str) -> Item:
    layer = reading.plain_layer(id, text)
    return layer, Document(id, "", "text/plain", id, len(layer.text))
