"""How weighing grows with a case, counted in calls of functions, which no other program on the machine moves."""

import cProfile
import math
import pstats

from longarm.desk.weigh import weigh
from longarm.testing.synthetic import state

SMALL, LARGE = 300, 2_400  # statements, of which ten are in a document


def calls(statements: int) -> float:
    """Calls of functions for one statement."""
    made = state(statements // 10, statements)
    profile = cProfile.Profile()
    profile.runcall(weigh, made, b"key")
    return int(vars(pstats.Stats(profile))["total_calls"]) / statements


def test_weighing_grows_no_faster_than_n_log_n() -> None:
    weigh(state(2, 4), b"key")  # what is loaded once is no part of it
    assert calls(LARGE) / calls(SMALL) <= math.log(LARGE) / math.log(SMALL)
