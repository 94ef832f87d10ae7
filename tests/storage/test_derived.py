"""What was weighed is stored whole, and only what differs is written."""

import dataclasses
import re
from pathlib import Path

import pytest

from longarm.desk.weigh import weigh
from longarm.storage import derived
from longarm.storage.ledger import Ledger
from longarm.storage.paths import CasePaths
from longarm.testing import synthetic


@pytest.fixture
def paths(tmp_path: Path) -> CasePaths:
    return CasePaths(tmp_path)


def test_weighings_follow_one_another_and_the_last_is_there(paths: CasePaths) -> None:
    first, second = (weigh(synthetic.state(4, 30, seed), b"key") for seed in (1, 2))
    fewer = dataclasses.replace(second, resolved=second.resolved[3:9], claims=second.claims[::-1][:4])
    with Ledger(paths, writable=True) as ledger:
        for number, weighed in enumerate((first, second, fewer, first, fewer)):
            derived.store_weighed(ledger, weighed, str(number))
            assert derived.load_weighed(ledger) == weighed
            assert derived.weighed_from(ledger) == str(number)
            sql = "SELECT COUNT(*) FROM statements_search WHERE statements_search MATCH 'agents OR counted'"
            (found,) = ledger.connection.execute(sql).fetchone()
            words = [set(re.findall(r"\w+", one.statement.span.words.lower())) for one in weighed.resolved]
            assert found == sum(bool(one & {"agents", "counted"}) for one in words)


def test_what_is_as_it_was_is_not_written_again(paths: CasePaths) -> None:
    weighed = weigh(synthetic.state(4, 40, 3), b"key")
    other = dataclasses.replace(weighed.resolved[7], reasons=("looked at again",))
    changed = dataclasses.replace(weighed, resolved=(*weighed.resolved[:7], other, *weighed.resolved[8:]))
    with Ledger(paths, writable=True) as ledger:
        derived.store_weighed(ledger, weighed, "1")
        ledger.connection.execute("CREATE TEMP TABLE written (position)")
        ledger.connection.execute(
            "CREATE TEMP TRIGGER seen AFTER INSERT ON main.statements"
            " BEGIN INSERT INTO written VALUES (NEW.position); END"
        )
        derived.store_weighed(ledger, changed, "2")
        assert ledger.connection.execute("SELECT position FROM written").fetchall() == [(7,)]
        assert derived.load_weighed(ledger) == changed
