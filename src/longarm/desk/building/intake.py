"""Which files a build takes in: the given files and folders, walked once, each real file once."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from longarm.desk import case
from longarm.documents import manifest
from longarm.errors import UsageError
from longarm.model.documents import Metadata, ReadFailure
from longarm.storage.output import LIST
from longarm.storage.paths import CasePaths

MADE = "made-by-longarm"  # code of what is left out since longarm made it: a case, a dossier

_LEFT = ("thumbs.db", "desktop.ini", "__macosx")
_NO_FILES = {
    stat.S_ISFIFO: "a named pipe",
    stat.S_ISSOCK: "a socket",
    stat.S_ISCHR: "a device",
    stat.S_ISBLK: "a device",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A file to take in.

    Attributes:
        path: where it is.
        relative: to the folder given, with `/`; its name where it was given itself.
        size: bytes.
    """

    path: Path
    relative: str
    size: int


@dataclass(slots=True)
class _Walk:
    """One walk: the folder given, and the real files and folders that were met before (device, inode)."""

    root: Path
    seen: set[tuple[int, int]] = field(default_factory=set)

    def entries(self, folder: Path) -> Iterator[Found | ReadFailure]:
        if _is_made(folder):
            relative = self._relative(folder)
            yield ReadFailure(relative, MADE, f"{relative} is a case or a dossier of longarm: it is no document.")
            return
        try:
            names = sorted(entry.name for entry in os.scandir(folder))
        except OSError as error:
            yield self._failure(folder, f"cannot be listed ({error.strerror}): give it read permission")
            return
        for name in names:
            if not is_hidden(name):
                yield from self.entry(folder / name)

    def entry(self, path: Path) -> Iterator[Found | ReadFailure]:
        try:
            if path.is_symlink() and not path.resolve(strict=True).is_relative_to(self.root.resolve()):
                yield self._failure(path, "is a link to outside of the folder: give what it leads to by itself")
                return
            status = path.stat()
        except (OSError, RuntimeError) as error:
            why = getattr(error, "strerror", None) or "the links go round in a circle"
            yield self._failure(path, f"cannot be followed or opened ({why}): put the file itself there")
            return
        if (status.st_dev, status.st_ino) in self.seen:
            if path.is_symlink() and path.parent.resolve().is_relative_to(path.resolve()):
                yield self._failure(path, "is a link back to a folder that holds it: remove the link")
            return
        self.seen.add((status.st_dev, status.st_ino))
        if stat.S_ISDIR(status.st_mode):
            yield from self.entries(path)
        elif path.name not in manifest.NAMES:
            yield self._file(path, status)

    def _file(self, path: Path, status: os.stat_result) -> Found | ReadFailure:
        if not stat.S_ISREG(status.st_mode):
            what = next((name for test, name in _NO_FILES.items() if test(status.st_mode)), "no regular file")
            return self._failure(path, f"is {what}: give a file")
        if not os.access(path, os.R_OK):
            return self._failure(path, "may not be read: give it read permission")
        return Found(path, self._relative(path), status.st_size)

    def _failure(self, path: Path, why: str) -> ReadFailure:
        relative = self._relative(path)
        return ReadFailure(relative, "unreadable", f"{relative} {why}, and build again.")

    def _relative(self, path: Path) -> str:
        relative = path.relative_to(self.root) if path != self.root else Path(path.name)
        # Names that are no UTF-8 come as lone surrogates, which nothing can store.
        return relative.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def walk(paths: Sequence[Path]) -> Iterator[Found | ReadFailure]:
    """The files of the files and folders given, folders in sorted order, each real file once.

    Hidden files, what desktops and office programs leave, and manifests are left out. A link that leads out of its
    folder, a pipe, a device, a socket, and what may not be read are failures; nothing is opened. A link back to a
    folder above is a failure and not gone into.
    Cases and dossiers are not gone into, so that no key is taken in and nothing is evidence of itself: each is a
    failure with the code MADE.

    Raises:
        UsageError: a path given is not there.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if not path.exists():
            raise UsageError(f"there is no file or folder {path}: correct the path.")
        if path.is_dir():
            status = path.stat()
            if (status.st_dev, status.st_ino) not in seen:
                seen.add((status.st_dev, status.st_ino))
                yield from _Walk(path, seen).entries(path)
        else:
            yield from _Walk(path.parent, seen).entry(path)


def is_hidden(name: str) -> bool:
    """Whether a file or folder is none that a person put there: hidden, or left by a desktop or an office program."""
    return name.startswith((".", "~$")) or name.casefold() in _LEFT


def _is_made(folder: Path) -> bool:
    return (folder / LIST).is_file() or case.is_case(CasePaths(folder))


def manifests(paths: Sequence[Path]) -> dict[str, Metadata]:
    """What the manifests in and beside the paths state, by the relative path that `walk` gives to the document.

    A manifest speaks for the files of its own folder and below; one nearer to a file goes before one farther.

    Raises:
        UsageError: a manifest cannot be read; names the row, the column and the remedy.
    """
    found: dict[str, Metadata] = {}
    for path in paths:
        root = path if path.is_dir() else path.parent
        for file in _manifest_files(path):
            prefix = file.parent.relative_to(root).as_posix()
            for name, metadata in _read(file).items():
                relative = name if prefix == "." else f"{prefix}/{name}"
                found[relative] = manifest.merge(metadata, found.get(relative, Metadata()))
    return found


def _manifest_files(path: Path) -> list[Path]:
    """Manifests beside a file, or in a folder and below, those farther up first."""
    if not path.is_dir():
        return [file for name in manifest.NAMES if (file := path.parent / name).is_file()]
    found = []
    for folder, below, names in os.walk(path):  # does not follow links
        if _is_made(Path(folder)):
            below.clear()
            continue
        below[:] = sorted(name for name in below if not is_hidden(name))
        found += [Path(folder, name) for name in manifest.NAMES if name in names]
    return sorted((file for file in found if file.is_file()), key=lambda file: (len(file.parts), file.as_posix()))


def _read(file: Path) -> dict[str, Metadata]:
    try:
        return manifest.parse(str(file), file.read_bytes())
    except OSError as error:
        raise UsageError(f"{file} cannot be opened ({error.strerror}): give it read permission.") from error
