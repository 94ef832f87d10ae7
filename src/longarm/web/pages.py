"""Pages: the templates, the words in them, and what every page of a session has in common."""

import html
import secrets
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import jinja2
from starlette.responses import HTMLResponse, Response

from longarm.model.places import CREDIT
from longarm.places import boundaries
from longarm.publication.site import shell
from longarm.web import decided
from longarm.web.answers import Refused
from longarm.web.sessions import Session

if TYPE_CHECKING:
    from longarm.web.visit import Visit

_PACKAGE = "longarm.web"
STATIC = {"desk.css": "text/css", "desk.js": "text/javascript", "desk.svg": "image/svg+xml"}
MENU = (
    ("/", "Queue"),
    ("/review", "Review"),
    ("/claims", "Claims"),
    ("/documents", "Documents"),
    ("/figures", "Figures"),
    ("/places", "Places"),
    ("/sources", "Sources"),
    ("/timeline", "Timeline"),
    ("/release", "Release"),
    ("/audit", "Audit"),
)


def page(visit: "Visit", template: str, status: int = 200, **values: Any) -> Response:
    """One page of the desk for the person who asks; forms get a `base` (what was seen) and a name used once."""
    text = (
        _environment()
        .get_template(template)
        .render(
            visit=visit,
            person=visit.session and visit.session.person,
            csrf=visit.csrf,
            menu=MENU,
            once=lambda: secrets.token_hex(12),
            **values,
        )
    )
    return HTMLResponse(text, status)


def refusal(refused: Refused, session: Session | None) -> Response:
    """A page that says why not; it shows nothing of the case."""
    values = {"visit": None, "person": session and session.person, "csrf": "", "menu": MENU if session else ()}
    text = _environment().get_template("refusal.html").render(refused=refused, **values)
    return HTMLResponse(text, refused.status)


def broken() -> Response:
    """The page for what should not have happened; the reason goes to the terminal, never to the browser."""
    return refusal(Refused(500, "The desk met something it did not expect. Nothing that was saved is lost."), None)


@cache
def static(name: str) -> bytes:
    """A file of the desk's own: its style sheet or its script."""
    return resources.files(_PACKAGE).joinpath("static", name).read_bytes()


def when(at: str) -> str:
    """A time of an entry, to the minute, in UTC."""
    return html.escape(at[:16].replace("T", " "))


@cache
def _environment() -> jinja2.Environment:
    made = shell.environment(_PACKAGE)
    made.filters.update(when=when, decision=decided.told, subject=decided.link)
    made.globals.update(credit=f"{boundaries.CREDIT} {CREDIT}")
    return made
