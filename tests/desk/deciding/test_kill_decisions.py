"""A decision that was acknowledged is there after a kill, whole; nothing is there by halves.

`LONGARM_KILLS=50` kills as many processes while each takes 200 decisions; the default is a few.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from longarm.custody import log
from longarm.desk.building.build import build
from longarm.desk.case import open_case
from longarm.ledger.fold import fold
from longarm.storage import custody, derived
from longarm.storage.ledger import Ledger
from longarm.storage.paths import CasePaths

KILLS = int(os.environ.get("LONGARM_KILLS", "3"))
DECIDER = """
import random, sys
from pathlib import Path
from longarm.desk.deciding import decide
from longarm.desk.case import open_case
from longarm.model.matters import (Correction, Description, Merge, Review, Undo, Withholding)
root, chance = Path(sys.argv[1]), random.Random(int(sys.argv[2]))
case = open_case(root)
statements = [one.statement for one in case.weighed.resolved]
documents = [one.id for one in case.state.documents]
made = []
for number in range(200):
    one, other = chance.sample(statements, 2)
    what = chance.choice([
        Review(one.id, chance.choice(["accepted", "rejected", "irrelevant"])),
        Correction(one.id, ("basis",), one),
        Merge("claim", (one.id, other.id)),
        Description(chance.choice(documents), (("title", f"Title {number}"),)),
        Withholding(one.id, chance.random() < 0.5),
        Undo(chance.choice(made)) if made else Review(one.id, "accepted"),
    ])
    told = decide.decide(root, what, by=chance.choice(["Ada", "Bo"]), why="At random.")
    made.append(told.id)
    print(told.id, told.sequence, flush=True)
"""


@pytest.mark.timeout(1800)
def test_no_acknowledged_decision_is_lost_and_none_is_half_written(
    tmp_path: Path, quick: ModuleType, folder: Callable[..., Path]
) -> None:
    root = tmp_path / "case"
    texts = {f"d{number}_txt": f"Note {number}\n\nIt counted {number + 20} offices." for number in range(8)}
    build(root, [folder(**texts)], quick.stations())
    chance = random.Random(time.time_ns())
    acknowledged: dict[str, int] = {}
    for number in range(KILLS):
        program = [sys.executable, "-c", DECIDER, str(root), str(number)]
        with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            last = chance.randrange(1, 60)
            for count, line in enumerate(process.stdout):
                id_, sequence = line.split()
                acknowledged[id_] = int(sequence)
                if count == last:
                    time.sleep(chance.uniform(0, 0.01))
                    process.send_signal(signal.SIGKILL)
        assert process.returncode == -signal.SIGKILL
        with Ledger(CasePaths(root)) as ledger:
            state = derived.load_state(ledger)
            assert fold(ledger.entries()) == state
        there = {one.id: one.sequence for one in state.decisions}
        assert acknowledged.items() <= there.items()
        assert len(there) - len(acknowledged) <= number + 1, "at most one was written and not told, a kill"
        acknowledged = there
    build(root, [], quick.stations())
    with Ledger(CasePaths(root)) as ledger:
        assert log.check(custody.load(CasePaths(root)), entries := list(ledger.entries())) == len(entries)
    assert open_case(root).settled.standing
