"""The custody log on disk: brought up to the ledger, a torn last line mended."""

from collections.abc import Iterable

from longarm.storage.files import make_folder, settle, sync_folder, write_durably
from longarm.storage.paths import CasePaths

TAIL = 1 << 14  # bytes in which the last line is looked for first


def load(paths: CasePaths) -> str:
    """The whole lines of the log; a last line that a dying machine left half written is taken off the file."""
    if not paths.custody.exists():
        return ""
    data = paths.custody.read_bytes()
    whole = data[: data.rfind(b"\n") + 1]
    if whole != data:
        write_durably(paths.custody, whole)
    return whole.decode("utf-8")


def last_line(paths: CasePaths) -> str:
    """The last whole line, without reading the rest; a half-written one after it is taken off the file."""
    if not paths.custody.exists():
        return ""
    size, step = paths.custody.stat().st_size, TAIL
    with paths.custody.open("rb") as file:
        while True:
            file.seek(max(0, size - step))
            tail = file.read()
            if not tail.endswith(b"\n"):
                break
            lines = tail[:-1].rpartition(b"\n")
            if lines[1] or step >= size:
                return (lines[2] + b"\n").decode("utf-8") if tail.strip() else ""
            step *= 4
    return load(paths)


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
