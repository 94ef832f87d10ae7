"""The application: the table of routes behind the guard."""

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from longarm.web.desk import Desk
from longarm.web.guard import Gate, Guard
from longarm.web.routes import ROUTES


def application(desk: Desk) -> Starlette:
    """The web application of a desk; every route of it is declared in `ROUTES`."""
    return Starlette(
        routes=[Route(one.path, Gate(desk, one), methods=list(one.methods), name=one.does) for one in ROUTES],
        middleware=[Middleware(Guard, desk=desk, table=ROUTES)],
    )
