"""What the desk lets nobody do: other hosts, other sites, forged sessions, forms of strangers, large bodies."""

import asyncio
import http.client

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from longarm.web.answers import HEADERS
from longarm.web.app import application
from longarm.web.routes import ROUTES

REVIEW = "/statements/s-0/review"


def raw(place, method, path, body=b"", **headers):
    """A request exactly as given: clients tidy paths up, attackers do not."""
    connection = http.client.HTTPConnection("127.0.0.1", place.port, timeout=30)
    connection.putrequest(method, path, skip_host="host" in headers, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    if body:
        connection.putheader("content-length", str(len(body)))
    connection.endheaders(body or None)
    answer = connection.getresponse()
    return answer.status, answer.read()


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example", ""]
)
def test_a_name_that_was_bound_to_the_loopback_reaches_nothing(shared, host):
    person = shared.somebody()
    status, body = raw(shared, "GET", "/", host=host, cookie=f"{shared.desk.cookie}={person.secret}")
    assert status == 421
    assert b"Harbour" not in body


def test_every_answer_has_the_headers_that_keep_it_to_itself(shared):
    person = shared.somebody()
    asked = [person.get("/"), person.get("/no-such-page"), shared.stranger().get("/"), person.get("/static/desk.css")]
    asked.append(person.client.post("/", headers={"origin": person.origin}))
    for answer in asked:
        for name, value in HEADERS.items():
            assert answer.headers[name] == value
        assert "server" not in answer.headers
    assert "'unsafe-inline'" not in HEADERS["content-security-policy"]


def test_pages_hold_no_script_and_no_style_of_their_own(shared, ids):
    person = shared.somebody()
    pages = ["/", "/review", f"/claims/{ids['claim']}", f"/documents/{ids['documents']['a.txt']}", "/release", "/help"]
    for page in pages:
        text = person.get(page).text
        assert "<style" not in text and " style=" not in text and "onclick" not in text
        assert text.count("<script") == text.count('<script src="/static/desk.js" defer></script>') == 1


def test_the_start_token_is_asked_for_and_goes_away_with_the_address(shared):
    stranger = shared.stranger()
    assert stranger.get("/").status_code == 401
    assert stranger.get("/start", params={"token": "guessed"}).status_code == 403
    answer = stranger.get("/start", params={"token": shared.desk.sessions.token})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie and "path=/" in cookie
    assert stranger.get("/").status_code == 200


def test_a_forged_or_ended_session_is_none(shared):
    assert shared.stranger("forged").get("/").status_code == 401
    assert shared.stranger('"; DROP TABLE').get("/").status_code == 401
    person = shared.somebody()
    assert person.send("/sign-out", {}).status_code == 303
    assert person.get("/").status_code == 401


def test_a_session_that_was_idle_for_a_working_day_has_ended(case):
    from longarm.web.desk import Desk
    from longarm.web.roles import Person
    from longarm.web.sessions import IDLE

    now = [0.0]
    desk = Desk(case, 1, "Mara", ticks=lambda: now[0])
    secret = desk.sessions.open(Person("Mara", ("reader",)))
    now[0] = IDLE
    assert desk.sessions.get(secret) is not None
    now[0] = 2 * IDLE + 1
    assert desk.sessions.get(secret) is None


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
    ],
)
def test_a_form_of_another_site_is_refused(shared, ids, headers):
    person = shared.somebody()
    path = f"/statements/{ids['statements'][54]}/review"
    data = {"csrf": person.csrf, "base": "0", "verdict": "accepted"}
    assert person.client.post(path, data=data, headers=headers).status_code == 403


def test_another_site_cannot_load_a_page_as_part_of_its_own(shared):
    person = shared.somebody()
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
    assert person.get("/", headers=headers).status_code == 403


@pytest.mark.parametrize("token", [None, "", "guessed", "another session's"])
def test_a_form_without_the_token_of_its_session_is_refused(shared, ids, token):
    person = shared.somebody()
    data = {"base": "0", "verdict": "accepted"}
    if token is not None:
        data["csrf"] = shared.somebody("Ede").csrf if token.startswith("another") else token
    path = f"/statements/{ids['statements'][54]}/review"
    answer = person.client.post(path, data=data, headers={"origin": person.origin})
    assert answer.status_code == 403
    assert shared.desk.decided(shared.desk.read()).verdict(ids["statements"][54]) is None


def test_large_bodies_are_refused_before_they_are_read_whole(shared):
    person = shared.somebody()
    headers = {"origin": person.origin, "content-type": "application/x-www-form-urlencoded"}
    told = person.client.post("/judge", content=b"a=" + b"x" * (10 << 20), headers=headers)
    assert told.status_code == 413

    def chunks():
        for _ in range(160):
            yield b"x" * 65536

    try:
        untold = person.client.post("/judge", content=chunks(), headers=headers)
        assert untold.status_code == 413
    except httpx.WriteError:
        pass  # the desk answered and hung up while the rest was still coming
    assert person.get("/help").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/static/../../../case.key",
        "/static/..%2f..%2fcase.key",
        "/static/%2e%2e/%2e%2e/case.key",
        "/static/desk.css%00.txt",
        "/documents/..%2F..%2Fcase.key/original",
        "/documents/../case.key",
        "//etc/passwd",
        "/static//etc/passwd",
        "/statements/..%5c..%5ccase.key",
    ],
)
def test_no_path_leads_out_of_the_desk(shared, path):
    person = shared.somebody()
    status, body = raw(shared, "GET", path, cookie=f"{shared.desk.cookie}={person.secret}")
    assert status in (404, 405)
    assert shared.desk.paths.key.read_bytes() not in body and b"root:" not in body


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b"{}"),
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=x", b"--x\r\ncontent-disposition: form-data\r\n\r\nno name\r\n--x--\r\n"),
        ("application/x-www-form-urlencoded", b"csrf=%ff%fe&base=\xff"),
        ("application/x-www-form-urlencoded", b"&".join(b"a=1" for _ in range(1000))),
        ("text/plain", b"csrf=1"),
    ],
)
def test_bodies_that_are_no_forms_are_refused_with_a_sentence(shared, kind, body):
    person = shared.somebody()
    headers = {"origin": person.origin, "content-type": kind}
    answer = person.client.post("/judge", content=body, headers=headers)
    assert answer.status_code in (400, 403, 415)
    assert 'class="lede"' in answer.text


def test_a_route_that_nobody_declared_cannot_be_reached(shared):
    app = application(shared.desk)
    app.routes.append(Route("/secret", lambda request: PlainTextResponse("the case")))
    host = next(iter(shared.desk.hosts))

    async def ask():
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=f"http://{host}") as client:
            return await client.get("/secret")

    answer = asyncio.run(ask())
    assert answer.status_code == 404 and "the case" not in answer.text


def test_an_address_that_nothing_has_leads_back_to_the_queue(shared):
    status, body = raw(shared, "GET", "/nothing-here", host=next(iter(shared.desk.hosts)))
    assert status == 404 and b'<a href="/">' in body


def test_what_was_found_goes_into_a_page_as_text(shared):
    answer = shared.somebody().get("/search", params={"q": '<script>alert(1)</script> " onfocus=alert(2)'})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text and '" onfocus' not in answer.text


def test_originals_are_saved_and_never_shown(shared, ids):
    answer = shared.somebody().get(f"/documents/{ids['documents']['a.txt']}/original")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.text.startswith("Harbour offices")


def test_the_table_has_each_route_once():
    told = [(declared.method, declared.path) for declared in ROUTES]
    assert len(told) == len(set(told))
