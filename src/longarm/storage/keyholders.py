"""`keys.toml`: who can open sealed names; only recipients, which are no secret. Written by longarm."""

import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass

from longarm.errors import CaseDamaged
from longarm.storage.files import write_durably
from longarm.storage.paths import CasePaths

_HEAD = "# Who can open what is sealed in this case. Written by `longarm keys`; identities are kept elsewhere.\n"


@dataclass(frozen=True, slots=True)
class Keyholder:
    """Somebody who can open sealed names: a name and an age recipient."""

    name: str
    recipient: str


def load(paths: CasePaths) -> tuple[Keyholder, ...]:
    """The keyholders; none before `longarm keys`.

    Raises:
        CaseDamaged: the file cannot be read.
    """
    if not paths.keys.exists():
        return ()
    try:
        rows = tomllib.loads(paths.keys.read_text(encoding="utf-8")).get("keyholder", [])
        return tuple(Keyholder(str(row["name"]), str(row["recipient"])) for row in rows)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CaseDamaged(f"{paths.keys} cannot be read: bring it back from a copy of the case") from error


def save(paths: CasePaths, holders: Iterable[Keyholder]) -> None:
    """Writes the keyholders, durably."""
    rows = (
        f"\n[[keyholder]]\nname = {json.dumps(one.name, ensure_ascii=False)}\nrecipient = {json.dumps(one.recipient)}\n"
        for one in holders
    )
    write_durably(paths.keys, (_HEAD + "".join(rows)).encode())
