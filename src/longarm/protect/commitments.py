"""Salted commitments: a hash that can be opened later, document by document, and tells nothing until then."""

import hashlib
import hmac


def salt(key: bytes, document: str) -> bytes:
    """The salt of one document; giving it out with the document's bytes opens that document's commitment alone."""
    return hmac.new(key, b"commitment\0" + document.encode(), hashlib.sha256).digest()


def commitment(key: bytes, document: str, sha256: str) -> str:
    """HMAC-SHA-256 of a document's hash (64 hex digits, as ASCII) under its salt, as 64 hex digits."""
    return hmac.new(salt(key, document), sha256.encode(), hashlib.sha256).hexdigest()


def opens(committed: str, document_salt: bytes, data: bytes) -> bool:
    """Whether the bytes, with the document's salt, are what was committed to."""
    digest = hashlib.sha256(data).hexdigest()
    return hmac.compare_digest(committed, hmac.new(document_salt, digest.encode(), hashlib.sha256).hexdigest())
