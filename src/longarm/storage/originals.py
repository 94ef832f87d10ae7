"""The original bytes of documents, named by their hash."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from longarm.core.hashing import sha256
from longarm.errors import CaseDamaged
from longarm.storage.files import make_folder, put, settle, write_durably
from longarm.storage.paths import TEMPORARY, CasePaths

CHUNK = 1 << 20  # bytes


def keep(paths: CasePaths, data: bytes) -> str:
    """Keeps the bytes and returns their SHA-256; bytes that are there already are not written again."""
    digest = sha256(data)
    path = paths.original(digest)
    if not _is_kept(path, len(data)):
        make_folder(path.parent)
        write_durably(path, data)
    return digest


def keep_file(paths: CasePaths, source: Path) -> str:
    """Keeps the bytes of a file of any size without holding them in memory; returns their SHA-256.

    Raises:
        OSError: the file cannot be read.
    """
    make_folder(paths.documents)
    temporary = paths.documents / f"{TEMPORARY}{os.getpid()}"
    digest = hashlib.sha256()
    with source.open("rb") as given, temporary.open("wb") as copy:
        for chunk in _chunks(given):
            digest.update(chunk)
            copy.write(chunk)
        copy.flush()
        settle(copy.fileno())
    path = paths.original(digest.hexdigest())
    make_folder(path.parent)
    put(temporary, path)
    return digest.hexdigest()


def digest_of(source: Path) -> str:
    """The SHA-256 of a file that is not kept, whatever its size.

    Raises:
        OSError: the file cannot be read.
    """
    with source.open("rb") as given:
        return hashlib.file_digest(given, "sha256").hexdigest()


def load(paths: CasePaths, digest: str) -> bytes:
    """The original bytes with that hash.

    Raises:
        CaseDamaged: they are missing, or are not what they were.
    """
    path = paths.original(digest)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CaseDamaged(f"the original {path} cannot be read: put it back from a copy of the case") from error
    if sha256(data) != digest:
        raise CaseDamaged(f"the original {path} was changed after it was received: put it back from a copy of the case")
    return data


def drop(paths: CasePaths, digest: str) -> None:
    """Takes an original away: it is kept encrypted. What a disk keeps of deleted files is beyond us."""
    path = paths.original(digest)
    path.unlink(missing_ok=True)
    if path.parent.is_dir() and not any(path.parent.iterdir()):
        path.parent.rmdir()


def _is_kept(path: Path, size: int) -> bool:
    try:
        return path.stat().st_size == size
    except FileNotFoundError:
        return False


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    while chunk := file.read(CHUNK):
        yield chunk
