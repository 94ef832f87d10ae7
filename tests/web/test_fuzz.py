"""Calls that a machine makes up from the description of the routes: no answer is a crash, none shows a secret.

`LONGARM_CALLS=1000` makes as many; the default is fewer, so that `make test` stays quick.
"""

import os
import random
import re

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.core.result import Ok

from longarm.web.openapi import FORM, description
from longarm.web.routes import ROUTES

CALLS = int(os.environ.get("LONGARM_CALLS", "150"))
LEAKS = re.compile(r"Traceback|site-packages|sqlite3|File \"|scrypt\$|\.py\b")


@pytest.mark.timeout(3600)
def test_made_up_calls_end_in_a_page_or_a_refusal(place, ids):
    """Half of the forms bring the token of their session, so that they get behind the guard."""
    schema = schemathesis.openapi.from_dict(description(ROUTES))
    operations = [made for found in schema.get_all_operations() if isinstance(found, Ok) and (made := found.ok())]
    assert len(operations) == len(ROUTES)
    known = [*ids["statements"].values(), *ids["documents"].values(), ids["claim"], *ids["sources"].values()]
    person, chance = place.somebody(), random.Random(0)
    key = place.desk.paths.key.read_bytes()
    seen: dict[int, int] = {}

    @settings(
        max_examples=CALLS,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.one_of([operation.as_strategy() for operation in operations]))
    def call(made):
        operation = made.operation
        path = operation.path
        for name, value in (made.path_parameters or {}).items():
            told = chance.choice(known) if chance.random() < 0.7 else str(value)
            path = path.replace(f"{{{name}}}", told)
        if operation.method == "post":
            body = made.body if isinstance(made.body, dict) else {}
            fields = {name: value for name, value in body.items() if isinstance(value, str | list)}
            fields["csrf"] = person.csrf if chance.random() < 0.8 else "made up"
            if "base" in fields:
                fields["base"] = "0"
            answer = person.client.post(path, data=fields, headers={"origin": person.origin, "content-type": FORM})
        else:
            answer = person.client.get(path, params=made.query)
        seen[answer.status_code] = seen.get(answer.status_code, 0) + 1
        assert answer.status_code < 500, (operation.label, answer.status_code, answer.text[-2000:])
        assert not LEAKS.search(answer.text), (operation.label, LEAKS.search(answer.text))
        assert key not in answer.content
        if answer.status_code == 401:  # it had signed out
            person.secret = place.desk.sessions.open(person.desk.alone)
            person.client.cookies.set(place.desk.cookie, person.secret, domain="127.0.0.1")

    call()
    assert sum(seen.values()) >= CALLS
    assert seen.get(200, 0) + seen.get(303, 0) > CALLS / 10, seen
    assert set(seen) <= {200, 303, 400, 401, 403, 404, 409, 429}, seen


@pytest.mark.parametrize("role", ["reader", "keyholder"])
def test_made_up_forms_of_people_without_the_role_change_nothing(shared, role):
    person = shared.somebody("Ron", role)
    with shared.desk.read() as ledger:
        before = ledger.last_sequence()
    for declared in ROUTES:
        if declared.method == "POST" and not declared.path.startswith("/sign"):
            path = declared.path.replace("{id}", "s-1")
            fields = {one.name: (one.choices or ("x",))[0] for one in declared.fields}
            if declared.role != role:
                assert person.send(path, fields).status_code == 403
    with shared.desk.read() as ledger:
        assert ledger.last_sequence() == before
