"""A case as it may leave, and the last gate before anything does: what `publish` and `brief` share."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from longarm.desk import case, reconcile
from longarm.errors import ReleaseRefused
from longarm.model.case import Case
from longarm.model.public import PublicCase
from longarm.storage import key


@dataclass(frozen=True, slots=True)
class Released:
    """What `protect.release` let out of a case, with the case it came from, for the gate."""

    public: PublicCase
    opened: Case

    def gated(self, files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
        """The files as they come, each looked through before it is handed on.

        Raises:
            ReleaseRefused: a file would show a masked name.
        """
        from longarm.protect.release import refuse_leaks
        from longarm.publication import build

        return refuse_leaks(files, self.opened, build.vocabulary())


def released(root: Path, *, draft: bool) -> Released:
    """The case as it may leave.

    Args:
        draft: everything that the machine read, to be marked so; else what people have accepted.

    Raises:
        ReleaseRefused: it is no draft, and nothing is reviewed.
    """
    from longarm.protect.release import release

    paths = case.at(root)
    if not draft:
        raise ReleaseRefused(
            f"nothing in {root} is reviewed, and only what a person has accepted leaves a case: "
            "--draft makes a working copy, marked as machine-read on every page"
        )
    opened = case.open_case(root)
    found = reconcile.of_case(opened.weighed)
    return Released(release(opened, key.load(paths), reconciliation=found), opened)
