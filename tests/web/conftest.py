"""What the tests of the desk in the browser share: a small case, a server on the loopback, people at it."""

import re
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest

from beside import load
from longarm.desk import overview
from longarm.desk.building.build import build
from longarm.storage import users
from longarm.storage.paths import CasePaths
from longarm.web.desk import Desk
from longarm.web.roles import ROLES, Person
from longarm.web.server import listen, server

HERE = Path(__file__).parent
sys.modules.setdefault("tests_web", sys.modules[__name__])
PASSWORD = "four words go together"
DOCUMENTS = {
    "a.txt": "Harbour offices\n\nThe group counted 54 offices in the harbour.\n\nIt named 30 towns and 12 villages.",
    "b.txt": "Second look\n\nThe paper counted 51 offices.\n\nNobody answered the 7 letters.",
    "c.txt": "Les bureaux\n\nDans les 12 villes, les bureaux sont ouverts.",
}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of quick stations that nobody changes."""
    quick = load("quick_for_web", HERE.parent / "desk" / "quick.py")
    root = tmp_path_factory.mktemp("web")
    given = root / "given"
    given.mkdir()
    for name, text in DOCUMENTS.items():
        (given / name).write_text(text)
    (given / "documents.csv").write_text("a.txt,The Harbour Post\nb.txt,Lantern Wire")
    build(root / "case", [given], quick.stations(), title="Harbour")
    overview.refresh(root / "case")
    return root / "case"


@pytest.fixture
def case(built: Path, tmp_path: Path) -> Path:
    """A copy of the case."""
    shutil.copytree(built, tmp_path / "case")
    return tmp_path / "case"


class Somebody:
    """A person with a browser that follows no redirections and runs no scripts."""

    def __init__(self, desk: Desk, port: int, person: Person | None = None, secret: str = "") -> None:
        self.desk, self.port = desk, port
        self.origin = f"http://127.0.0.1:{port}"
        secret = secret or (desk.sessions.open(person) if person else "")
        cookies = {desk.cookie: secret} if secret else {}
        self.client = httpx.Client(base_url=self.origin, cookies=cookies, timeout=60, verify=False, trust_env=False)
        self.secret = secret

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.client.get(path, **more)

    @property
    def csrf(self) -> str:
        session = self.desk.sessions.get(self.secret)
        return session.csrf if session else ""

    def send(self, path: str, data: dict[str, Any], **headers: str) -> httpx.Response:
        """A form, filled in as a page of the desk does."""
        return self.client.post(path, data={"csrf": self.csrf, **data}, headers={"origin": self.origin, **headers})

    def form(self, page: str, action: str) -> dict[str, str]:
        """The hidden fields of a form on a page."""
        found = re.search(rf'<form[^>]*action="{re.escape(action)}"[^>]*>(.*?)</form>', self.get(page).text, re.DOTALL)
        assert found, f"there is no form {action} on {page}"
        return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', found.group(1)))

    def decide(self, page: str, action: str, **values: Any) -> httpx.Response:
        """Loads a page, fills in one of its forms and sends it."""
        return self.send(action, {**self.form(page, action), **values})


class Place:
    """A running desk."""

    def __init__(self, desk: Desk, port: int) -> None:
        self.desk, self.port = desk, port

    def somebody(self, name: str = "Mara", *roles: str) -> Somebody:
        """Somebody who has signed in."""
        return Somebody(self.desk, self.port, Person(name, roles or ROLES))

    def stranger(self, secret: str = "") -> Somebody:
        """Somebody who has not."""
        return Somebody(self.desk, self.port, None, secret)


@contextmanager
def running(root: Path) -> Iterator[Place]:
    """A desk in a thread of this process."""
    quick_desk = load("quick_desk", HERE / "quick_desk.py").quick_desk
    opened = listen()
    port = opened.getsockname()[1]
    desk = quick_desk(root, port)
    made = server(desk)
    thread = threading.Thread(target=made.run, kwargs={"sockets": [opened]}, daemon=True)
    thread.start()
    while not made.started:
        time.sleep(0.01)
    try:
        yield Place(desk, port)
    finally:
        made.should_exit = True
        thread.join(10)
        desk.reweigher.close()


@pytest.fixture
def place(case: Path) -> Iterator[Place]:
    """A desk of one person."""
    with running(case) as place:
        yield place


@pytest.fixture(scope="module")
def shared(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A desk for tests that do not mind what others decided."""
    root = tmp_path_factory.mktemp("shared") / "case"
    shutil.copytree(built, root)
    with running(root) as place:
        yield place


@pytest.fixture(scope="session")
def with_users(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case with a user of every role; making passwords takes a while."""
    root = tmp_path_factory.mktemp("users") / "case"
    shutil.copytree(built, root)
    for role in ROLES:
        users.put(CasePaths(root), role.title(), [role], PASSWORD)
    return root


@pytest.fixture
def ids(built: Path) -> dict[str, Any]:
    """Ids of the case by what they are, statements by the number they count."""
    from longarm.desk.case import open_case

    opened = open_case(built)
    return {
        "statements": {
            int(one.statement.quantity.interval.low): one.id
            for one in opened.weighed.resolved
            if one.statement.quantity
        },
        "documents": {document.path: document.id for document in opened.state.documents},
        "claim": opened.weighed.claims[0].id,
        "sources": {source.name: source.id for source in opened.weighed.sources},
    }


@pytest.fixture
def parameters() -> Callable[[str], dict[str, str]]:
    """The query of an address."""
    return lambda address: dict(parse_qsl(urlsplit(address).query))
