"""The custody log on disk: brought up to the ledger, a torn last line mended."""

from collections.abc import Iterable

from longarm.storage.files import make_folder, settle, sync_folder, write_durably
from longarm.storage.paths import CasePaths


def load(paths: CasePaths) -> str:
    """The whole lines of the log; a last line that a dying machine left half written is taken off the file."""
    if not paths.custody.exists():
        return ""
    data = paths.custody.read_bytes()
    whole = data[: data.rfind(b"\n") + 1]
    if whole != data:
        write_durably(paths.custody, whole)
    return whole.decode("utf-8")


def replace(paths: CasePaths, lines: Iterable[str]) -> None:
    """Writes the whole log anew, durably: after a sealing, whose entry says where the old one is kept."""
    make_folder(paths.log)
    write_durably(paths.custody, "".join(lines).encode("utf-8"))


def append(paths: CasePaths, lines: Iterable[str]) -> None:
    """Adds lines, durably."""
    text = "".join(lines)
    if not text:
        return
    make_folder(paths.log)
    is_new = not paths.custody.exists()
    with paths.custody.open("ab") as file:
        file.write(text.encode("utf-8"))
        file.flush()
        settle(file.fileno())
    if is_new:
        sync_folder(paths.log)
