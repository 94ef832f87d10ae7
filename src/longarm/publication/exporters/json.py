"""The JSON interface as one file."""

import json
from collections.abc import Iterator
from typing import Any

FILE = "claims.json"


def files(data: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """`claims.json`: the data as it is, UTF-8, indented by two."""
    yield FILE, (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
