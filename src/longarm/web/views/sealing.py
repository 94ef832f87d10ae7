"""Sealing: a person's name leaves the case; who sealed whom is a label here, never a name."""

from pathlib import Path

from starlette.responses import Response

from longarm.desk.sealing import keys, seal, watch
from longarm.desk.sealing import unseal as unsealing
from longarm.model.decisions import Decision
from longarm.web import pages
from longarm.web.answers import see_other
from longarm.web.declared import Field
from longarm.web.visit import Visit

SEAL = (
    Field("name", 200, is_required=True, is_many=True),
    Field("documents", 2000),
    Field("why", 2000, is_required=True),
)
OPEN = (Field("identity", 1000, is_required=True), Field("why", 2000, is_required=True))


def sealed(visit: Visit) -> Response:
    """Who is sealed, by label, and the forms to seal and to open."""
    return _page(visit)


def close(visit: Visit) -> Response:
    """Seals a person, under all the names given."""
    documents = tuple(one for one in visit.one("documents").replace(",", " ").split() if one)
    visit.desk.seal(visit.many("name"), visit.person.name, visit.one("why"), documents)
    return see_other("/sealed")


def unseal(visit: Visit) -> Response:
    """Opens a sealed record with an identity that lies on this machine; that it was opened is written before."""
    opened = unsealing.unseal(
        visit.desk.paths.root,
        visit.path["id"],
        Path(visit.one("identity")).expanduser(),
        by=visit.person.name,
        why=visit.one("why"),
        now=visit.desk.now,
    )
    return _page(visit, opened)


def _page(visit: Visit, opened: unsealing.Opened | None = None) -> Response:
    root = visit.desk.paths.root
    told: tuple[Decision, ...] = unsealing.sealings(root)
    return pages.page(
        visit,
        "sealed.html",
        title="Sealed persons",
        sealings=told,
        holders=keys.holders(root),
        opened=opened,
        unread=seal.unread(root),
        later=watch.since(root),
    )
