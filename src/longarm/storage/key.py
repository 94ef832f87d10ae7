"""The secret key of a case: made once, never made again."""

import secrets

from longarm.errors import CaseDamaged
from longarm.storage.files import write_durably
from longarm.storage.paths import CasePaths

LENGTH = 32  # bytes


def make(paths: CasePaths) -> None:
    """Makes the key, readable by its owner alone, where there is none yet.

    Raises:
        CaseDamaged: the case has a ledger but its key is gone; a new one would change every id.
    """
    if paths.key.exists():
        return
    if paths.ledger.exists():
        raise CaseDamaged(
            f"{paths.key} is missing: put it back from a copy of the case, a new key would change every id"
        )
    write_durably(paths.key, secrets.token_bytes(LENGTH), mode=0o600)


def load(paths: CasePaths) -> bytes:
    """The key.

    Raises:
        CaseDamaged: it is missing or not whole.
    """
    try:
        key = paths.key.read_bytes()
    except OSError as error:
        raise CaseDamaged(f"{paths.key} cannot be read: put it back from a copy of the case") from error
    if len(key) != LENGTH:
        raise CaseDamaged(
            f"{paths.key} holds {len(key)} bytes instead of {LENGTH}: put it back from a copy of the case"
        )
    return key
