"""Hashes of bytes and of canonical JSON, and keyed ids."""

import hashlib
import hmac
import json
from typing import Any

ID_LENGTH = 16  # hex digits: 64 bits, a chance of 3e-8 of one collision among a million ids


def sha256(data: bytes) -> str:
    """The SHA-256 of the bytes, as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def canonical_json(value: Any) -> str:
    """One spelling of a JSON value: sorted keys, no spaces, text as it is."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def keyed_id(key: bytes, prefix: str, *parts: Any) -> str:
    """The id of what the parts describe: the same on every rebuild, meaningless without the key.

    Args:
        key: the case's secret; empty for a text read outside a case.
        prefix: one short word that says what is named, kept readable in the id.
        parts: JSON values.
    """
    message = canonical_json([prefix, *parts]).encode()
    digest = hmac.new(key or b"longarm", message, hashlib.sha256).hexdigest()
    return f"{prefix}-{digest[:ID_LENGTH]}"
