"""`longarm verify`: every citation, hash and proof of a case; every page, figure and withheld word of a publication."""

import dataclasses
from pathlib import Path
from typing import Any

from longarm.desk import case
from longarm.desk.verifying.findings import Verified
from longarm.desk.verifying.integrity import of_case
from longarm.desk.verifying.outputs import of_output
from longarm.errors import UsageError
from longarm.storage.paths import CasePaths


def verify(path: Path, *, of: Path | None = None, identity: Path | None = None, is_export: bool = False) -> Verified:
    """What is wrong with a case, or with something that was made from one.

    Args:
        path: a case; or a dossier, an export or another file that left a case.
        of: the case that it was made from; without it, only what the files say of themselves is checked.
        identity: a keyholder's file: then sealed names are looked for, in memory.
        is_export: it is an export for the researcher's own use, in which masked names may stand.

    Raises:
        UsageError: there is nothing at the path, or no case at `of`.
        SealError: the identity opens nothing.
    """
    if not path.exists():
        raise UsageError(f"there is nothing at {path}: check the spelling")
    if path.is_dir() and case.is_case(CasePaths(path)):
        return of_case(path, identity)
    return of_output(path, of, identity, is_export)


def sentence(found: Verified) -> str:
    """What was found, in a sentence."""
    told = ", ".join(f"{count:,} {what}" for what, count in found.checked)
    return f"Checked: {told}. " + (f"{len(found.findings)} wrong." if found.findings else "Nothing is wrong.")


def as_data(found: Verified) -> dict[str, Any]:
    """What was found, as JSON data."""
    return {
        "ok": not found.findings,
        "checked": dict(found.checked),
        "findings": [dataclasses.asdict(one) for one in found.findings],
        "unchecked": list(found.unchecked),
    }
