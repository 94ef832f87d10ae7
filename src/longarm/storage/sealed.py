"""The age files of a case: one a sealed person, one a document that was sealed with them; names are random."""

import secrets

from longarm.errors import CaseDamaged
from longarm.storage.files import make_folder, write_durably
from longarm.storage.paths import CasePaths

SUFFIX = ".age"


def new_id() -> str:
    """A random id, which tells nothing of what it stands for."""
    return f"seal-{secrets.token_hex(8)}"


def write(paths: CasePaths, id_: str, encrypted: bytes) -> None:
    """Keeps an encrypted file, durably."""
    make_folder(paths.sealed)
    write_durably(paths.sealed / f"{id_}{SUFFIX}", encrypted, mode=0o600)


def read(paths: CasePaths, id_: str) -> bytes:
    """An encrypted file.

    Raises:
        CaseDamaged: it is gone.
    """
    try:
        return (paths.sealed / f"{id_}{SUFFIX}").read_bytes()
    except OSError as error:
        raise CaseDamaged(f"the sealed file {id_} cannot be read: bring it back from a copy of the case") from error


def sweep(paths: CasePaths, kept: frozenset[str]) -> None:
    """Takes away files of a sealing that was broken off: nothing names them, and all they hold is still in the case."""
    for path in sorted(paths.sealed.glob(f"*{SUFFIX}")) if paths.sealed.is_dir() else ():
        if path.name.removesuffix(SUFFIX) not in kept:
            path.unlink()
