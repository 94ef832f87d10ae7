"""`longarm publish`: a dossier that a reader can check; only what `protect.release` lets out."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from longarm.desk import case
from longarm.desk.released import released
from longarm.errors import UsageError
from longarm.model.public import PublicCase
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
    if paths.root.resolve() in (out.resolve(), *out.resolve().parents):
        raise UsageError(f"{out} lies in the case: name a folder outside it, so that case and dossier stay apart")
    check_free(out)
    made = released(root, draft=draft)
    return Published(out, out / "index.html", write_folder(out, made.gated(_files(made.public, draft))))


def _files(public: PublicCase, draft: bool) -> Iterator[tuple[str, bytes]]:
    from longarm.publication import build

    return build.files(public, draft=draft)
