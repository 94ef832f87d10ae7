"""`longarm unseal`: what is sealed in a case, opened or looked for with a keyholder's identity."""

import json
import secrets
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from longarm.core import clock
from longarm.desk import case
from longarm.desk.deciding.decide import log as bring_up
from longarm.desk.sealing import scrubbing
from longarm.errors import SealError
from longarm.model.decisions import Decision, decision_entry
from longarm.model.matters import Unsealing
from longarm.protect import age
from longarm.protect.folding import tokens
from longarm.protect.forms import parts
from longarm.protect.names import Names, Person
from longarm.protect.people import names_of
from longarm.protect.search import Search
from longarm.storage import sealed
from longarm.storage.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Opened:
    """What a sealed record holds."""

    label: str
    names: tuple[str, ...]
    why: str
    documents: tuple[str, ...]


def unseal(
    root: Path,
    record: str,
    identity: Path,
    *,
    by: str,
    why: str,
    now: Callable[[], str] = lambda: clock.now().isoformat(),
) -> Opened:
    """Opens a sealed record; that it was opened, by whom and why, is in the ledger before anything is shown.

    Args:
        record: id of the record, or the label that stands in the texts.
        identity: a keyholder's file.

    Raises:
        SealError: there is no such record, the identity does not open it, or no reason is given.
    """
    if not by.strip() or len(why.strip()) < 3:
        raise SealError("a sealed name is opened by somebody, for a reason: give both with --by and --why")
    paths = case.at(root)
    identities = age.read_identities(identity)
    with Ledger(paths, writable=True) as ledger:
        sealed_ = scrubbing.of(ledger)
        label = next((one.label for one in sealed_ if record in (one.record, one.label)), None)
        if label is None:
            raise SealError(f"nothing called {record} is sealed in this case: `longarm unseal {root}` lists what is")
        found = [one for one in sealed_ if one.label == label]
        told = [json.loads(age.opened(sealed.read(paths, one.record), identities)) for one in found]
        names = tuple(dict.fromkeys(name for data in told for name in data["names"]))
        plain = Search([(label, names)])  # what is written down of it holds no name either
        by, why = (plain.redact(text.strip()).text for text in (by, why))
        opened = [Decision(f"dec-{secrets.token_hex(8)}", Unsealing(one.record), by, now(), why) for one in found]
        ledger.append(decision_entry(one) for one in opened)
        bring_up(paths, ledger)
    documents = tuple(dict.fromkeys(document for one in found for document in one.documents))
    return Opened(label, names, str(told[0]["why"]), documents)


def sealings(root: Path) -> tuple[Decision, ...]:
    """What is sealed in a case, in order."""
    with Ledger(case.at(root)) as ledger:
        return tuple(scrubbing.decisions(ledger))


def names_of_records(root: Path, identity: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(label, names) of every sealed person, for a check in memory; nothing is shown or kept.

    Raises:
        SealError: the identity does not open them.
    """
    paths = case.at(root)
    identities = age.read_identities(identity)
    with Ledger(paths) as ledger:
        found = scrubbing.of(ledger)
    names: dict[str, dict[str, None]] = {}
    for one in found:
        data = json.loads(age.opened(sealed.read(paths, one.record), identities))
        names.setdefault(one.label, {}).update(dict.fromkeys(data["names"]))
    return tuple((label, tuple(own)) for label, own in names.items())


def search(root: Path, identity: Path) -> Search:
    """Looks for everybody who is sealed, in memory; words that others of the case bear too give nobody away alone.

    Raises:
        SealError: the identity does not open what is sealed.
    """
    people = names_of_records(root, identity)
    own = [name for _, names in people for name in names]
    return Search(people, shared(root, own))


def shared(root: Path, names: Sequence[str]) -> frozenset[str]:
    """Words of names that other people of the case bear too.

    Who is called by such words and initials alone, where the whole name stands too, is nobody else: "A. P. Vondrak" and
    "Anton Petrovich" beside "Anton Petrovich Vondrak".
    """
    own = {part for name in names for part in parts(name)}
    opened = case.open_case(root)
    mine = Names([Person("[sealed]", tuple(names), frozenset())])
    theirs = {layer.document for layer in opened.state.layers if mine.whole(layer.text)}
    others = (
        {part for name in one.names for part in parts(name)}
        for one in names_of(opened).people
        if not any(mine.whole(name) for name in one.names)
        and not (one.documents and one.documents <= theirs and _bear_only(one.names, own))
    )
    return frozenset(own & set().union(*others))


def _bear_only(names: Iterable[str], own: Collection[str]) -> bool:
    """Whether names have no words but given ones and initials."""
    return all(len(token.folded) == 1 or token.folded in own for name in names for token in tokens(name))
