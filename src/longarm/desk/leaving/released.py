"""A case as it may leave, and the last gate before anything does: what `publish` and `brief` share."""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shlex import quote

from longarm.core import clock
from longarm.desk import case, reconcile
from longarm.errors import ReleaseRefused
from longarm.ledger.current import counted
from longarm.model.case import Case
from longarm.model.claims import Claim
from longarm.model.public import PublicCase
from longarm.protect.names import Person
from longarm.protect.policy import Policy
from longarm.storage import dump, key, users
from longarm.storage.paths import CasePaths


@dataclass(frozen=True, slots=True)
class Released:
    """What `protect.release` let out of a case, with the case it came from, for the gate.

    Attributes:
        whole: all of that case, with the names that may be shown.
        masked: names that the case lists or that were decided to be shown, and that are masked all the same.
    """

    public: PublicCase
    opened: Case
    whole: Case
    masked: tuple[str, ...] = ()

    def gated(self, files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
        """The files as they come, each looked through before it is handed on.

        Raises:
            ReleaseRefused: a file would show a masked name.
        """
        from longarm.protect.gate import refuse_leaks
        from longarm.publication import build

        return refuse_leaks(files, self.opened, build.vocabulary(), told=_told)

    def questions(self, claims: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """(Claim id, question) of claims that are not released any more but may still be named.

        That is a claim which the case still holds, of which nothing is withheld, and whose question has nothing in it
        that is masked. Of any other only the id is told.
        """
        wanted = set(claims)
        found = [claim for claim in self.whole.weighed.claims if claim.id in wanted and not self._is_hidden(claim)]
        return _shown(found, self.whole) if found else ()

    def merged(self, claims: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """(Claim id, id of the released claim that holds its statements now) of claims that were joined with others.

        So are claims whose question is put otherwise now, and which therefore have another id.
        """
        home = {one: claim.id for claim in self.public.claims for one in claim.statements}
        had, withheld = self.whole.settled.released, self.whole.settled.withheld
        known = (id_ for id_ in claims if id_ not in withheld)
        led = ((id_, next((home[one] for one in had.get(id_, ()) if one in home), "")) for id_ in known)
        return tuple((id_, now) for id_, now in led if now)

    def _is_hidden(self, claim: Claim) -> bool:
        said = {item.id: item.statement.document for item in self.whole.weighed.resolved}
        stands_on = {claim.id, *claim.statements, *(said[one] for one in claim.statements if one in said)}
        return bool(stands_on & self.whole.settled.withheld)


def _told(path: str, data: bytes) -> bytes:
    """What a file says; a database cell by cell: values that lie side by side in its bytes are not one text, and the
    blobs of its search index hold the words of its cells in pieces."""
    if not path.endswith(".sqlite"):
        return data
    return b"\n\0\n".join(cell.encode() for _, cell in dump.cells(data) if isinstance(cell, str))


def _shown(claims: Iterable[Claim], case: Case) -> tuple[tuple[str, str], ...]:
    from longarm.claims.telling import without_blanks
    from longarm.protect.masking import mask
    from longarm.protect.people import names_of

    names = names_of(case, Policy())
    plain = ((one.id, one.question) for one in claims if "[" not in without_blanks(one.question))
    return tuple((id_, question) for id_, question in plain if not mask(question, names).edits)


def released(root: Path, *, draft: bool, now: datetime | None = None) -> Released:
    """The case as it may leave.

    Args:
        draft: everything that the machine read, to be marked so; else the released claims, with the statements that
            people have accepted.
        now: aware; for the delay of one person who names somebody alone.

    Raises:
        ReleaseRefused: it is no draft, and nothing is accepted, or no claim is released.
    """
    from longarm.protect.hidden import hidden
    from longarm.protect.release import release

    paths = case.at(root)
    opened = case.open_case(root)
    secret = key.load(paths)
    if draft:
        limited, policy = _working_copy(paths, opened, now), Policy()
    else:
        allowed = dataclasses.replace(opened.settings, public_people=_allowed(paths, opened, now))
        limited, policy = dataclasses.replace(_edition(root, paths, opened), settings=allowed), Policy(is_edition=True)
    settings, public_people = limited.settings, limited.settings.public_people
    found = reconcile.of_case(limited.weighed, limited.state.documents)
    wanted = {name for name, _ in opened.settings.public_people} | opened.settled.namings.keys()
    masked = tuple(sorted(wanted - {name for name, _ in public_people}))
    whole = dataclasses.replace(opened, settings=settings)
    public = release(limited, secret, policy, found, hidden(whole, limited))
    return Released(public, limited, whole, masked)


def people(root: Path) -> tuple[Person, ...]:
    """Everybody whom the documents of a case name, with what a working copy calls them."""
    from longarm.protect.people import names_of

    return names_of(_working_copy(case.at(root), case.open_case(root), None)).people


def _allowed(paths: CasePaths, opened: Case, now: datetime | None) -> tuple[tuple[str, str], ...]:
    """Names that people decided to show, with the reason."""
    from longarm.protect import naming

    return naming.named(opened.settled.namings, people=users.names(paths), now=now or clock.now())


def _working_copy(paths: CasePaths, opened: Case, now: datetime | None) -> Case:
    from longarm.protect import reviewed

    named = tuple(dict((*opened.settings.public_people, *_allowed(paths, opened, now))).items())
    return dataclasses.replace(
        reviewed.shown(opened), settings=dataclasses.replace(opened.settings, public_people=named)
    )


def _edition(root: Path, paths: CasePaths, opened: Case) -> Case:
    """The released claims over the accepted statements alone: what is not accepted counts for nothing."""
    from longarm.desk import weigh
    from longarm.protect import reviewed

    state = reviewed.accepted(opened.state, opened.settled)
    desk = f"`longarm desk {quote(str(root))}`"
    if not any(reading.statements for reading in state.readings):
        raise ReleaseRefused(
            f"nothing in {root} is reviewed, and only what a person has accepted leaves a case: review it with "
            f"{desk}, or make a working copy with --draft, marked as machine-read on every page"
        )
    weighed = weigh.weigh(counted(state), key.load(paths), opened.settings.ownership)
    limited = reviewed.released(opened, reviewed.under_ids_of(weighed, opened.weighed))
    if not limited.weighed.claims:
        raise ReleaseRefused(
            f"no claim of {root} is released: release those that may leave with {desk}, or make a working copy with "
            "--draft"
        )
    return limited
