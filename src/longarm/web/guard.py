"""What stands before every route: host, declaration, origin, session, role, size and form token, in this order."""

import logging
import os
from collections.abc import AsyncGenerator, Sequence
from urllib.parse import parse_qsl, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from longarm.core.phrases import sentence
from longarm.errors import CaseLocked, DecisionRefused, LongarmError, UsageError
from longarm.web import pages
from longarm.web.answers import HEADERS, Refused
from longarm.web.declared import Declared, check, find
from longarm.web.desk import Desk
from longarm.web.roles import PUBLIC
from longarm.web.sessions import Session, is_same
from longarm.web.visit import Visit

log = logging.getLogger(__name__)

CSRF = "csrf"  # the field of every form
PART = "x-longarm-part"  # header of the desk's own script: answer with the changed part alone
FIELDS = 400  # fields that a form may have
Pairs = list[tuple[str, str]]


class Guard:
    """ASGI middleware: lets nothing through that is not addressed to this desk and declared in its table."""

    def __init__(self, app: ASGIApp, desk: Desk, table: Sequence[Declared]) -> None:
        self._app, self._desk, self._table = app, desk, table

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, with the security headers."""
        if scope["type"] != "http":
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        try:
            headers = Headers(scope=scope)
            check_host(headers, self._desk.hosts)
            find(self._table, scope["method"], scope["path"])
            check_origin(headers, scope["method"], self._desk.hosts)
        except Refused as refused:
            await pages.refusal(refused, None)(scope, receive, guarded)
            return
        await self._app(scope, receive, guarded)


def check_host(headers: Headers, hosts: frozenset[str]) -> None:
    """Against DNS rebinding: a name of another site that points to the loopback is not this desk.

    Raises:
        Refused: another host.
    """
    if headers.getlist("host") not in ([host] for host in hosts):
        raise Refused(421, "This desk answers only to the address it printed.")


def check_origin(headers: Headers, method: str, hosts: frozenset[str]) -> None:
    """Only the desk's own pages send forms, or ask for parts of pages.

    Raises:
        Refused: another site asks, or nothing tells who does.
    """
    site, origin = headers.get("sec-fetch-site", ""), headers.get("origin", "")
    if method in ("GET", "HEAD"):
        if site in ("cross-site", "same-site") and headers.get("sec-fetch-mode") != "navigate":
            raise Refused(403, "Another site asked for this.")
        return
    if not site and not origin:
        raise Refused(403, "The request does not say which page it comes from.")
    if site and site != "same-origin":
        raise Refused(403, "Another site asked for this.")
    if origin and origin not in {f"http://{host}" for host in hosts}:
        raise Refused(403, "Another site asked for this.")


class Gate:
    """The application behind one route: checks who asks and what, then calls the endpoint in a thread."""

    def __init__(self, desk: Desk, declared: Declared) -> None:
        self._desk, self.declared = desk, declared

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers; whatever goes wrong, the browser is told nothing of the case."""
        headers = Headers(scope=scope)
        secret = cookie_parser(headers.get("cookie", "")).get(self._desk.cookie, "")
        session = self._desk.sessions.get(secret) if secret else None
        try:
            check_role(self.declared, session)
            visit = await _visit(self._desk, self.declared, session, secret, scope, receive)
            response = await run_in_threadpool(self.declared.endpoint, visit)
        except Refused as refused:
            response = pages.refusal(refused, session)
        except LongarmError as error:
            response = pages.refusal(Refused(_status(error), sentence(str(error))), session)
        except Exception as error:  # the last one who can answer
            log.error("%s %s was not answered: %s", self.declared.method, self.declared.path, type(error).__name__)
            if os.environ.get("LONGARM_TRACE"):
                log.exception("why")
            response = pages.broken()
        await response(scope, receive, send)


def check_role(declared: Declared, session: Session | None) -> None:
    """Whether this session may use the route.

    Raises:
        Refused: nobody has signed in (401), or the person lacks the role (403).
    """
    if declared.role == PUBLIC:
        return
    if not session or not session.person:
        raise Refused(401, "Open the address that longarm desk printed, and sign in if it asks you to.")
    if not session.person.may(declared.role):
        raise Refused(403, f"This is for the role {declared.role}; {session.person.name} does not have it.")


async def _visit(
    desk: Desk, declared: Declared, session: Session | None, secret: str, scope: Scope, receive: Receive
) -> Visit:
    headers = Headers(scope=scope)
    found = declared.pattern.fullmatch(scope["path"])
    path = found.groupdict() if found else {}
    is_part, file = PART in headers, b""
    if declared.method == "GET":
        pairs = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True, max_num_fields=FIELDS)
        return Visit(desk, session, secret, path, check(declared.fields, pairs), is_part=is_part)
    body = await _body(headers, receive, declared.limit)
    pairs, file = await _form(headers, body, declared.limit)
    tokens = [value for name, value in pairs if name == CSRF]
    if not session or len(tokens) != 1 or not is_same(tokens[0], session.csrf):
        raise Refused(403, "This form was not made for your session: load the page again, then send it.")
    asked = check(declared.fields, [pair for pair in pairs if pair[0] != CSRF])
    return Visit(desk, session, secret, path, asked, file, _back(headers), is_part)


async def _body(headers: Headers, receive: Receive, limit: int) -> bytes:
    too_large = Refused(413, f"That is more than {limit >> 20} MB, which is the most that is taken here.")
    told = headers.get("content-length", "0")
    if not told.isdigit() or int(told) > limit:
        raise too_large
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Refused(400, "The request ended before it was whole.")
        body += message.get("body", b"")
        if len(body) > limit:
            raise too_large
        if not message.get("more_body"):
            return bytes(body)


async def _form(headers: Headers, body: bytes, limit: int) -> tuple[Pairs, bytes]:
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        if kind == "multipart/form-data":
            return await _parts(headers, body, limit)
        if kind in ("application/x-www-form-urlencoded", ""):
            return parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=FIELDS, errors="strict"), b""
    except (ValueError, MultiPartException, KeyError) as error:
        raise Refused(400, "The form cannot be read.") from error
    raise Refused(415, "Only forms are taken here.")


async def _parts(headers: Headers, body: bytes, limit: int) -> tuple[Pairs, bytes]:
    async def stream() -> AsyncGenerator[bytes, None]:
        yield body

    parser = MultiPartParser(headers, stream(), max_files=1, max_fields=FIELDS, max_part_size=limit)
    parser.spool_max_size = limit + 1  # never a temporary file: what is sent may hold a name that is to be sealed
    pairs: Pairs = []
    file = b""
    for name, value in (await parser.parse()).multi_items():
        if isinstance(value, UploadFile):
            file = await value.read()
            await value.close()
        else:
            pairs.append((name, value))
    return pairs, file


def _back(headers: Headers) -> str:
    """Path and query of the page that a form was sent from; its origin was checked."""
    parts = urlsplit(headers.get("referer", ""))
    path = parts.path if parts.path.startswith("/") and not parts.path.startswith("//") else ""
    return f"{path}?{parts.query}" if path and parts.query else path


def _status(error: LongarmError) -> int:
    if isinstance(error, DecisionRefused | UsageError):
        return 400
    return 503 if isinstance(error, CaseLocked) else 409
