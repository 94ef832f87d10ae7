"""The way in and out: start token, sign-in, sign-out, and the desk's own files."""

from starlette.responses import Response

from longarm.core.phrases import counted
from longarm.storage import users
from longarm.web import pages
from longarm.web.answers import Refused, see_other
from longarm.web.roles import Person
from longarm.web.visit import Visit


def start(visit: Visit) -> Response:
    """The printed address: lets in the one person of a case, or leads to the sign-in.

    Raises:
        Refused: the token is not the one that was printed.
    """
    if not visit.desk.sessions.is_token(visit.one("token")):
        raise Refused(403, "This is not the address that longarm desk printed: each start has a new one.")
    person = visit.desk.alone
    return _with_cookie(visit, see_other("/" if person else "/sign-in"), visit.desk.sessions.open(person))


def sign_in_page(visit: Visit) -> Response:
    """The form for name and password.

    Raises:
        Refused: the printed address was not opened before.
    """
    if not visit.session:
        raise Refused(401, "Open the address that longarm desk printed.")
    return pages.page(visit, "sign-in.html", problem="")


def sign_in(visit: Visit) -> Response:
    """Checks name and password; a session gets a new secret with its person."""
    name, desk = visit.one("name"), visit.desk
    if wait := desk.attempts.wait(name):
        problem = f"Too many tries. Wait {counted(wait, 'second')}, then try again."
        return pages.page(visit, "sign-in.html", 429, problem=problem)
    user = next((user for user in desk.users if user.name == name), None)
    given = visit.asked.get("password", ("",))[0]
    if not users.is_password(user, given) or not user:
        desk.attempts.fail(name)
        return pages.page(visit, "sign-in.html", 401, problem="Name and password do not go together.")
    desk.attempts.succeed(name)
    desk.sessions.close(visit.secret)
    return _with_cookie(visit, see_other("/"), desk.sessions.open(Person(user.name, user.roles)))


def sign_out(visit: Visit) -> Response:
    """Ends the session."""
    visit.desk.sessions.close(visit.secret)
    response = see_other("/goodbye")
    response.delete_cookie(visit.desk.cookie, path="/", httponly=True, samesite="strict")
    return response


def goodbye(visit: Visit) -> Response:
    """What is left after signing out."""
    return pages.page(visit, "goodbye.html")


def static(visit: Visit) -> Response:
    """One of the desk's own files, by name from a fixed list.

    Raises:
        Refused: there is no such file.
    """
    name = visit.path["name"]
    if name not in pages.STATIC:
        raise Refused(404, "There is no such file.")
    return Response(pages.static(name), media_type=pages.STATIC[name])


def _with_cookie(visit: Visit, response: Response, secret: str) -> Response:
    response.set_cookie(visit.desk.cookie, secret, path="/", httponly=True, samesite="strict")
    return response
