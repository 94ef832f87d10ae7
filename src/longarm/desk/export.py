"""`longarm export`: all of a case in a stable format, for the researcher's own use; nothing in it is masked."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from longarm.desk import case, reconcile
from longarm.errors import UsageError
from longarm.model.interchange.case import case_data
from longarm.storage.output import write_folder

Files = list[tuple[str, bytes]]
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the time of every file in a zip, so that equal cases give equal bytes


def export(root: Path, format: str) -> Files:
    """The files of one format, as (relative path, bytes); the first is the main one.

    Raises:
        UsageError: there is no such format.
    """
    from longarm.publication.exporters import EXPORTERS

    if format not in EXPORTERS:
        raise UsageError(f"there is no format {format}: write one of {', '.join(EXPORTERS)}")
    opened = case.open_case(root, texts=False)
    return list(EXPORTERS[format].files(case_data(opened, reconcile.of_case(opened.weighed, opened.state.documents))))


def save(files: Files, out: Path) -> int:
    """Writes exported files to a zip (a path that ends so), to a file (if there is one), or into a folder."""
    if out.suffix == ".zip":
        out.write_bytes(zipped(files))
        return len(files)
    if len(files) == 1 and not out.is_dir():
        out.write_bytes(files[0][1])
        return 1
    return write_folder(out, files)


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The files as a zip, the same bytes for the same files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
