"""`longarm publish`: a dossier that a reader can check; only what `protect.release` lets out."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from longarm.desk import case, reconcile
from longarm.errors import ReleaseRefused, UsageError
from longarm.storage import key
from longarm.storage.output import check_free, write_folder


@dataclass(frozen=True, slots=True)
class Published:
    """A dossier on disk: its folder, its front page, how many files it has."""

    folder: Path
    front: Path
    files: int


def publish(root: Path, out: Path, *, draft: bool) -> Published:
    """Writes the dossier of a case into a folder; an earlier dossier there is replaced.

    Args:
        root: the case.
        out: a new folder, outside the case.
        draft: a working copy of what the machine read, marked so on every page.

    Raises:
        ReleaseRefused: it is no draft and nothing is reviewed, or something would show what must stay.
        UsageError: the folder holds other files, or lies in the case.
    """
    paths = case.at(root)
    if not draft:
        raise ReleaseRefused(
            f"nothing in {root} is reviewed, and only what a person has accepted leaves a case: "
            f"`longarm publish {root} {out} --draft` makes a working copy, marked as machine-read on every page"
        )
    if paths.root.resolve() in (out.resolve(), *out.resolve().parents):
        raise UsageError(f"{out} lies in the case: name a folder outside it, so that case and dossier stay apart")
    check_free(out)
    return Published(out, out / "index.html", write_folder(out, _files(root)))


def _files(root: Path) -> Iterator[tuple[str, bytes]]:
    from longarm.protect.release import refuse_leaks, release
    from longarm.publication import build

    opened = case.open_case(root)
    found = reconcile.of_case(opened.weighed)
    public = release(opened, key.load(case.at(root)), reconciliation=found)
    return refuse_leaks(build.files(public, draft=True), opened, build.vocabulary())
