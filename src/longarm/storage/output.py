"""Folders of files that leave a case: made whole, and remade only over what was made before."""

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from longarm.errors import UsageError
from longarm.storage.files import make_folder
from longarm.storage.paths import TEMPORARY

LIST = ".longarm-files"  # names the files that longarm wrote in a folder, one a line


def write_folder(out: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Writes files into a folder, or nothing of them if one cannot be made; returns how many.

    A folder that an earlier call wrote is replaced; one with anything else in it is left alone.

    Raises:
        UsageError: the folder holds other files, or is a file.
    """
    out = out.absolute()
    check_free(out)
    make_folder(out.parent)
    fresh = out.parent / f"{TEMPORARY}{os.getpid()}-{out.name}"
    try:
        count = _fill(fresh, files)
        _swap(fresh, out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return count


def check_free(out: Path) -> None:
    """Whether a folder may be written, or written again.

    Raises:
        UsageError: it holds files that longarm did not write.
    """
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out} is a file: name a new folder")
    if not out.exists():
        return
    mark = out / LIST
    made = set(mark.read_text(encoding="utf-8").splitlines()) if mark.is_file() else set()
    strange = sorted(path for path in _within(out) if path not in made and path != LIST)
    if strange:
        raise UsageError(
            f"{out} holds files that longarm did not write ({strange[0]}): name a new folder, or move them"
        )


def _fill(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    folder.mkdir()
    names = []
    for name, data in files:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts:
            raise ValueError(f"{name} leads out of the folder")
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        names.append(name)
    (folder / LIST).write_text("".join(f"{name}\n" for name in sorted(names)), encoding="utf-8")
    return len(names)


def _swap(fresh: Path, out: Path) -> None:
    old = out.parent / f"{fresh.name}-old"
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def _within(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if not path.is_dir():
            yield path.relative_to(folder).as_posix()
