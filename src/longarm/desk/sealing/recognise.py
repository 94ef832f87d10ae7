"""Recognising the bytes of sealed documents when they are given again, by a salted hash that is slow to try.

It is a hash of all bytes of a document, never of a name. Whoever has the case folder and knows every other byte of the
document could try names against it; scrypt makes each try cost about a tenth of a second and 32 MB.
"""

import hashlib
import secrets
from collections.abc import Iterable

COST, BLOCK, LANES = 2**15, 8, 1  # RFC 7914
_MEMORY = 64 << 20  # bytes that one try may take


def mark(sha256: str, known: Iterable[str] = ()) -> str:
    """What recognises bytes by their SHA-256: `salt:hash`, both hex; one salt for a case, that of the known marks."""
    salt = next((one.partition(":")[0] for one in known), "") or secrets.token_hex(16)
    return f"{salt}:{_stretched(sha256, salt)}"


def is_known(sha256: str, known: Iterable[str]) -> bool:
    """Whether bytes with that hash are among the marks."""
    marks = set(known)
    salts = sorted({one.partition(":")[0] for one in marks})
    return any(f"{salt}:{_stretched(sha256, salt)}" in marks for salt in salts)


def _stretched(sha256: str, salt: str) -> str:
    made = hashlib.scrypt(sha256.encode(), salt=bytes.fromhex(salt), n=COST, r=BLOCK, p=LANES, maxmem=_MEMORY, dklen=32)
    return made.hex()
