"""Sealing and opening bytes with age (age-encryption.org/v1, X25519): to several keyholders, any of whom opens them."""

import io
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pyrage  # type: ignore[import-untyped]

from longarm.errors import SealError

SECRET = "AGE-SECRET-KEY-1"  # noqa: S105 (what every identity begins with)


def new_identity() -> tuple[str, str]:
    """A new identity, which is secret, and its recipient, which is not."""
    identity = pyrage.x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def check_recipient(recipient: str) -> str:
    """The recipient, as it is written.

    Raises:
        SealError: it is none.
    """
    try:
        pyrage.x25519.Recipient.from_str(recipient.strip())
    except pyrage.RecipientError as error:
        raise SealError(
            f"{recipient[:24]} is no age recipient: it begins with age1, and `longarm keys` makes one"
        ) from error
    return recipient.strip()


def seal(data: bytes, recipients: Sequence[str]) -> bytes:
    """The bytes, encrypted to every recipient."""
    return bytes(pyrage.encrypt(data, [pyrage.x25519.Recipient.from_str(one) for one in recipients]))


def opened(data: bytes, identities: Sequence[str]) -> bytes:
    """The bytes that were sealed.

    Raises:
        SealError: none of the identities opens them, or they are damaged.
    """
    try:
        return bytes(pyrage.decrypt(data, [pyrage.x25519.Identity.from_str(one) for one in identities]))
    except (pyrage.DecryptError, pyrage.IdentityError) as error:
        raise SealError(
            "the identity does not open this sealed file: give the file of a keyholder of this case"
        ) from error


def identities(text: str) -> tuple[str, ...]:
    """The identities in a file as `age-keygen` writes it.

    Raises:
        SealError: there is none.
    """
    found = tuple(line.strip() for line in io.StringIO(text) if line.strip().upper().startswith(SECRET))
    if not found:
        raise SealError("there is no identity in that file: it has a line that begins with AGE-SECRET-KEY-1")
    return found


def recipients(identities: Sequence[str]) -> tuple[str, ...]:
    """What is sealed to these identities is sealed to these recipients; those that are none are left out."""
    found = []
    for one in identities:
        with suppress(pyrage.IdentityError):
            found.append(str(pyrage.x25519.Identity.from_str(one).to_public()))
    return tuple(found)


def identity_file(identity: str, recipient: str, holder: str) -> str:
    """The text of an identity file."""
    return f"# longarm keyholder: {holder}\n# public key: {recipient}\n{identity}\n"


def read_identities(path: Path) -> tuple[str, ...]:
    """The identities of a file.

    Raises:
        SealError: it cannot be read, or holds none.
    """
    try:
        return identities(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise SealError(f"{path} cannot be read: give the identity file of a keyholder") from error
