"""Who may do what: every route of the application, for every role and method."""

import re
from typing import Any

import pytest
from starlette.routing import Route

from longarm.storage import users
from longarm.storage.paths import CasePaths
from longarm.web.app import application
from longarm.web.attempts import FOR_ONE, Attempts
from longarm.web.guard import Gate
from longarm.web.roles import HOLDS, PUBLIC, ROLES
from longarm.web.routes import ROUTES

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
PEOPLE = ("", *ROLES)
PASSWORD = "four words go together"


def test_every_route_of_the_application_is_declared(shared):
    routes = application(shared.desk).routes
    gates = [route.endpoint for route in routes if isinstance(route, Route) and isinstance(route.endpoint, Gate)]
    assert len(gates) == len(routes)
    assert [gate.declared for gate in gates] == list(ROUTES)
    assert {declared.role for declared in ROUTES} <= {PUBLIC, *ROLES}


def test_what_needs_no_session_is_the_door_alone():
    assert {declared.path for declared in ROUTES if declared.role == PUBLIC} == {
        "/start",
        "/sign-in",
        "/sign-out",
        "/goodbye",
        "/static/{name}",
    }


def test_every_form_that_changes_something_asks_for_more_than_a_reader():
    for declared in ROUTES:
        if declared.method == "POST" and declared.role != PUBLIC:
            assert "reader" not in HOLDS or declared.role not in HOLDS["reader"], declared.path


@pytest.mark.parametrize("role", PEOPLE, ids=[role or "nobody" for role in PEOPLE])
def test_routes_times_methods_for_a_role(shared, role):
    by_path: dict[str, list[Any]] = {}
    for route in application(shared.desk).routes:
        assert isinstance(route, Route) and isinstance(route.endpoint, Gate)
        by_path.setdefault(route.path, []).append(route.endpoint.declared)
    for path, declared in by_path.items():
        address = re.sub(r"\{\w+\}", "none-0", path)
        for method in METHODS:
            person = shared.somebody("Somebody", role) if role else shared.stranger()
            answer = person.client.request(
                method, address, headers={"origin": person.origin}, data={"csrf": person.csrf}
            )
            told = next((one for one in declared if method in one.methods), None)
            if told is None:
                assert answer.status_code == 405, (method, path)
            elif told.role == PUBLIC:
                assert answer.status_code not in (405, 500), (method, path)
            elif not role:
                assert answer.status_code == 401, (method, path)
            elif told.role not in HOLDS[role]:
                assert answer.status_code == 403, (method, path)
            else:
                assert answer.status_code not in (401, 403, 405, 500), (method, path, answer.status_code)


def test_a_case_with_users_asks_for_name_and_password_after_the_start_token(with_users):
    from tests_web import running

    with running(with_users) as place:
        stranger = place.stranger()
        answer = stranger.get("/start", params={"token": place.desk.sessions.token})
        assert answer.headers["location"] == "/sign-in"
        first = stranger.client.cookies[place.desk.cookie]
        stranger.secret = first
        assert stranger.get("/").status_code == 401
        wrong = stranger.send("/sign-in", {"name": "Editor", "password": "not this one, no"})
        assert wrong.status_code == 401 and "do not go together" in wrong.text
        right = stranger.send("/sign-in", {"name": "Editor", "password": PASSWORD})
        assert right.status_code == 303
        assert stranger.client.cookies[place.desk.cookie] != first
        assert place.stranger(first).get("/sign-in").status_code == 401
        page = stranger.get("/")
        assert page.status_code == 200 and "Editor" in page.text


def test_passwords_cannot_be_tried_without_end():
    now = [0.0]
    attempts = Attempts(lambda: now[0])
    for _ in range(FOR_ONE):
        assert attempts.wait("Mara") == 0
        attempts.fail("Mara")
    assert attempts.wait("Mara") > 0 and attempts.wait("Ede") == 0
    for number in range(20):
        attempts.fail(f"name {number}")
    assert attempts.wait("Ede") > 0
    now[0] = 1000.0
    assert attempts.wait("Mara") == 0


def test_a_login_that_is_tried_too_often_waits(with_users):
    from tests_web import running

    with running(with_users) as place:
        stranger = place.stranger(place.desk.sessions.open(None))
        for _ in range(FOR_ONE):
            place.desk.attempts.fail("Editor")
        answer = stranger.send("/sign-in", {"name": "Editor", "password": PASSWORD})
        assert answer.status_code == 429 and "Wait" in answer.text


def test_passwords_are_kept_as_salted_hashes_that_only_the_owner_can_read(with_users):
    path = CasePaths(with_users).users
    text = path.read_text()
    assert PASSWORD not in text and text.count("scrypt$") == len(ROLES)
    assert path.stat().st_mode & 0o077 == 0
    known = {user.name: user for user in users.load(CasePaths(with_users))}
    assert len({user.password for user in known.values()}) == len(ROLES)
    assert users.is_password(known["Editor"], PASSWORD)
    assert not users.is_password(known["Editor"], PASSWORD + " ")
    assert not users.is_password(None, PASSWORD)
