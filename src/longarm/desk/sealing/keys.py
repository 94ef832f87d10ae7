"""`longarm keys`: who can open what is sealed; two keyholders, or one with a recovery key on paper."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from longarm.desk import case
from longarm.desk.sealing import seal, unseal
from longarm.errors import SealError
from longarm.protect import age
from longarm.storage import keyholders
from longarm.storage.keyholders import Keyholder
from longarm.storage.lock import locked

RECOVERY = "recovery key on paper"


@dataclass(frozen=True, slots=True)
class Made:
    """The keyholders of a case, and the recovery identity, which is to be printed and is kept nowhere."""

    holders: tuple[Keyholder, ...]
    recovery: str = ""


def holders(root: Path) -> tuple[Keyholder, ...]:
    """Who can open what is sealed in a case."""
    return keyholders.load(case.at(root))


def make(
    root: Path,
    new: Sequence[tuple[str, Path]] = (),
    known: Sequence[tuple[str, str]] = (),
    *,
    recovery: bool = False,
) -> Made:
    """Adds keyholders to a case; identities go to files outside of it, and are never stored in it.

    Args:
        root: the case.
        new: (name, file): an identity is made and written to the file, which only its owner can read.
        known: (name, recipient) of people who have an identity already.
        recovery: whether an identity is made that is only returned, to be printed.

    Raises:
        SealError: fewer than two in the end, a name is taken, a file lies in the case or is there already, or something
            is sealed already: a new keyholder could not open that.
    """
    paths = case.at(root)
    with locked(paths):
        found = list(keyholders.load(paths))
        if unseal.sealings(root):
            raise SealError("something is sealed already, to the keyholders there are: new ones could not open it")
        taken = [one.name for one in found] + [name for name, _ in (*new, *known)] + [RECOVERY] * recovery
        _check(root, new, taken)
        identities = [(name, file, *age.new_identity()) for name, file in new]
        found += [Keyholder(name, recipient) for name, _, _, recipient in identities]
        found += [Keyholder(name, age.check_recipient(recipient)) for name, recipient in known]
        printed = ""
        if recovery:
            printed, recipient = age.new_identity()
            found.append(Keyholder(RECOVERY, recipient))
        if len({one.recipient for one in found}) < len(found):
            raise SealError("two keyholders have one recipient: each needs an identity of their own")
        for name, file, identity, recipient in identities:
            _write(file, age.identity_file(identity, recipient, name))
        keyholders.save(paths, found)
    return Made(tuple(found), printed)


def _check(root: Path, new: Sequence[tuple[str, Path]], names: Sequence[str]) -> None:
    if len(names) < seal.HOLDERS:
        raise SealError(
            "one keyholder can lose a key: name two, or one with --recovery, which makes a key to print on paper"
        )
    if len(set(names)) < len(names) or not all(name.strip() for name in names):
        raise SealError("every keyholder has a name of their own: choose others")
    for _, file in new:
        if root.resolve() in file.resolve().parents:
            raise SealError(f"{file} lies in the case, where it would open everything: write it to another place")
        if file.exists():
            raise SealError(f"{file} is there already: name a new file, so that no identity is written over")


def _write(file: Path, text: str) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
        opened.write(text)
        opened.flush()
        os.fsync(opened.fileno())
