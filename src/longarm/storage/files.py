"""Files that are whole or not there, whatever moment the process or the machine dies at."""

import os
from pathlib import Path

from longarm.storage.paths import TEMPORARY


def write_durably(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Writes a file so that the path holds all of the data, or what it held before.

    The data goes to a temporary file in the same folder, which is synced, renamed and its folder synced.
    """
    temporary = path.parent / f"{TEMPORARY}{os.getpid()}-{path.name}"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        settle(file.fileno())
    put(temporary, path)


def put(temporary: Path, path: Path) -> None:
    """Renames a synced temporary file to its place and syncs the folder."""
    temporary.replace(path)
    sync_folder(path.parent)


def settle(descriptor: int) -> None:
    """Waits until the bytes of an open file are on the disk."""
    os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Waits until the names in a folder are on the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Makes a folder, durably, with the folders above it that are missing."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sweep(folder: Path) -> int:
    """Takes away temporary files that a killed process left, here and one folder below; returns how many."""
    left = [*folder.glob(f"{TEMPORARY}*"), *folder.glob(f"*/{TEMPORARY}*")]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)
