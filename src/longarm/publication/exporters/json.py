"""The JSON interface as one file."""

import io
import json
from collections.abc import Iterator
from typing import Any

FILE = "claims.json"


def files(data: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """`claims.json`: the data as it is, UTF-8, indented by two."""
    file = io.BytesIO()
    text = io.TextIOWrapper(file, encoding="utf-8", newline="\n")
    json.dump(data, text, ensure_ascii=False, indent=2)  # `dumps` holds every piece of a large case at once
    text.write("\n")
    text.flush()
    yield FILE, file.getvalue()
