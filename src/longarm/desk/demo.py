"""`longarm demo`: the sample case that comes with longarm, built and published as a draft."""

import importlib.resources
from pathlib import Path

from longarm.desk import case
from longarm.desk.building import build
from longarm.desk.leaving import publish
from longarm.desk.stations import Stations
from longarm.desk.tell import Tell
from longarm.errors import DataError, UsageError
from longarm.storage.files import write_durably

DEFAULT = "overseas-stations"


def samples() -> dict[str, Path]:
    """The sample cases by name: of the installed longarm, or of the checkout it runs from.

    Raises:
        DataError: there are none.
    """
    package = Path(str(importlib.resources.files("longarm")))
    for folder in (package / "examples", package.parents[1] / "examples"):
        found = {path.name: path for path in sorted(folder.glob("*")) if (path / "case.toml").is_file()}
        if found:
            return found
    raise DataError("the sample cases did not come with this longarm: install it again")


def demo(out: Path, stations: Stations, name: str = DEFAULT, tell: Tell | None = None) -> publish.Published:
    """Builds a sample into `out/case` and its draft dossier into `out/dossier`; again, only what is new is read.

    Raises:
        UsageError: there is no sample of that name, or the folder holds another case.
    """
    found = samples()
    if name not in found:
        raise UsageError(f"there is no sample {name}: write one of {', '.join(found)}")
    paths, sample = case.make_root(out / "case"), found[name] / "case.toml"
    if not paths.settings.exists():
        write_durably(paths.settings, sample.read_bytes())
    elif paths.settings.read_bytes() != sample.read_bytes():
        raise UsageError(f"{paths.root} is another case, or a sample that was changed: name a new folder")
    build.build(paths.root, [found[name] / "documents"], stations, tell=tell)
    return publish.publish(paths.root, out / "dossier", draft=True)
