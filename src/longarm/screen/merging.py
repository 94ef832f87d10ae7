"""Joining the shards of a screening to what one run over all of it gives."""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from longarm.core.phrases import counted, listed
from longarm.errors import UsageError
from longarm.screen import journal, outcome, output
from longarm.screen.journal import DAMAGE, END, FAULT, MARK, Head, Line
from longarm.screen.outcome import Outcome
from longarm.screen.screening import OTHERS
from longarm.storage.files import make_folder

_OF_ALL = (FAULT, DAMAGE, END)  # lines that every shard has


def merge(folders: Sequence[Path], out: Path) -> Outcome:
    """Joins the outputs of all shards of a screening, in whatever order they are given.

    Raises:
        UsageError: they are no shards of one screening, one is missing, given twice or not done; the folder holds
            something else.
    """
    shards = _shards(folders)
    whole = replace(next(iter(shards.values())), shard=(1, 1))
    paths = [folder / journal.NAME for folder in shards]
    if not out.exists():
        make_folder(out.absolute())
        out.chmod(0o700)
    output.check(out)
    if (out / journal.NAME).exists():
        raise UsageError(f"{out} holds a screening of its own: name a new folder for what is joined")
    found = outcome.of(whole, _lines(paths))
    output.write(out, found, lambda: _lines(paths))
    return found


def _shards(folders: Sequence[Path]) -> dict[Path, Head]:
    """The heads of the shards, by folder, in their order."""
    heads = {folder: journal.read_head(folder / journal.NAME) for folder in folders}
    if not heads:
        raise UsageError("--merge needs the folders of the shards")
    first, *others = heads.items()
    for folder, head in others:
        if (head.crawls, head.rules, head.shard[1]) != (first[1].crawls, first[1].rules, first[1].shard[1]):
            raise UsageError(
                f"{folder} and {first[0]} are no shards of one screening: other crawls, another codebook, another "
                "longarm, or another number of shards"
            )
    had: dict[int, Path] = {}
    for folder, head in heads.items():
        if (other := had.setdefault(head.shard[0], folder)) != folder:
            raise UsageError(f"{other} and {folder} are the same shard ({head.shard[0]}): give each shard once")
    of = first[1].shard[1]
    if missing := [str(number) for number in range(1, of + 1) if number not in had]:
        what = f"{'shard' if len(missing) == 1 else 'shards'} {listed(missing, 10)}"
        raise UsageError(f"{what} of {of} {'is' if len(missing) == 1 else 'are'} missing: give the folders of all")
    for folder, head in heads.items():
        _check_done(folder, head)
    return {had[number]: heads[had[number]] for number in sorted(had)}


def _check_done(folder: Path, head: Head) -> None:
    done = sum(line.what == END for line in journal.lines(folder / journal.NAME))
    if done < len(head.crawls):
        left = counted(len(head.crawls) - done, "crawl")
        raise UsageError(f"{folder} is not done, {left} to go: run its shard again, then join")


def _lines(paths: Sequence[Path]) -> Iterator[Line]:
    """The lines of all shards in the order of the crawls, those that every shard has once."""
    last: tuple[int, int] | None = None
    streams = [_of_shard(path, is_first=number == 0) for number, path in enumerate(paths)]
    for line in heapq.merge(*streams, key=lambda line: (line.crawl, line.number)):
        if line.what in _OF_ALL and (line.crawl, line.number) == last and not line.passed:
            continue
        last = line.crawl, line.number
        yield line


def _of_shard(path: Path, *, is_first: bool) -> Iterator[Line]:
    """The lines of one shard; records that are no pages are told by the first alone, since every shard counts them."""
    for line in journal.lines(path):
        passed = tuple(one for one in line.passed if one[0] != OTHERS) if is_first else ()
        if line.what != MARK or passed:
            yield replace(line, passed=passed)
