"""The crawls that are given: which archives there are, how each is known again, and their records from a place on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from longarm.core.hashing import sha256
from longarm.documents.captures import Told
from longarm.documents.records import Asked, Place
from longarm.documents.webarchive import SUFFIXES, is_archive, told
from longarm.errors import UsageError
from longarm.screen.journal import Crawl, Line

ENDS = 1 << 20  # bytes of each end of an archive by which it is known again


@dataclass(frozen=True, slots=True)
class Archive:
    """A file of a crawl, and what it is called: relative to the folder given, or by its name."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Record:
    """What an archive tells of one record, with the numbers of a `Line`."""

    told: Told
    data: bytes
    number: int
    nth: int


def archives(given: Sequence[Path]) -> list[Archive]:
    """The archives among the files and folders given, by name.

    Raises:
        UsageError: something is not there or is no archive, or two have one name.
    """
    found: dict[str, Path] = {}
    for path in given:
        for archive in _of(path):
            had = found.setdefault(archive.name, archive.path)
            if not had.samefile(archive.path):
                raise UsageError(
                    f"{had} and {archive.path} have one name: rename one, or give the folder that holds both"
                )
    return [Archive(path, name) for name, path in sorted(found.items())]


def _of(path: Path) -> Iterator[Archive]:
    if path.is_dir():
        held = sorted(file for file in path.rglob("*") if is_archive(file.name) and file.is_file())
        if not held:
            raise UsageError(f"{path} holds no web archive ({', '.join(SUFFIXES)}): give the folder of a crawl")
        yield from (Archive(file, file.relative_to(path).as_posix()) for file in held)
    elif not path.exists():
        raise UsageError(f"there is no file or folder {path}: check the spelling")
    elif not is_archive(path.name):
        raise UsageError(
            f"{path} is no web archive ({', '.join(SUFFIXES)}), and nothing else is screened: pages are found by what "
            "they tell, never by a list of names or words"
        )
    else:
        yield Archive(path, path.name)


def known(archive: Archive) -> Crawl:
    """What an archive is known again by.

    Raises:
        UsageError: it cannot be opened.
    """
    try:
        size = archive.path.stat().st_size
        with archive.path.open("rb") as file:
            first = file.read(ENDS)
            file.seek(max(0, size - ENDS))
            return Crawl(archive.name, size, sha256(first + file.read(ENDS))[:32])
    except OSError as error:
        raise UsageError(f"{archive.path} cannot be opened ({error.strerror}): give it read permission") from error


def records(archive: Archive, last: Line | None, *, is_damaged: bool) -> Iterator[Record]:
    """The records of an archive behind the last line of the journal on it.

    Args:
        last: None for all of the archive.
        is_damaged: whether the journal has a damaged place of it: then it is gone through from its beginning, since how
            many there were decides how far reading goes.
    """
    since = Place(last.member, last.at) if last and not is_damaged else None
    number = last.number - last.nth if last and since else 0
    nth, place = 0, None
    for one, data in told(archive.path, asked=Asked(since=since)):
        here = Place(one.member, one.at)
        nth = nth + 1 if here == place else 1
        number, place = number + 1, here
        if last is None or number > last.number:
            yield Record(one, data, number, nth)
