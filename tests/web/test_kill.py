"""A desk that is killed while people decide: what was confirmed is there, whole; nothing else is half there.

`LONGARM_DECISIONS=200` makes so many; the default is fewer, so that `make test` stays quick.
"""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx

from longarm.desk.case import open_case
from longarm.ledger.fold import fold
from longarm.model.decisions import decision_of, touches
from longarm.model.matters import Review
from longarm.storage import derived
from longarm.storage.ledger import Ledger
from longarm.storage.paths import CasePaths

DECISIONS = int(os.environ.get("LONGARM_DECISIONS", "40"))
KILLS = max(3, DECISIONS // 20)
PROGRAM = Path(__file__).parent / "quick_desk.py"


def started(root, name):
    """A desk in a process of its own, and somebody at it."""
    process = subprocess.Popen(
        [sys.executable, str(PROGRAM), str(root), name], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout
    address = process.stdout.readline().strip()
    origin = address.partition("/start")[0]
    client = httpx.Client(base_url=origin, headers={"origin": origin}, timeout=10, verify=False, trust_env=False)
    client.get(address)
    token = client.get("/help").text.partition('name="csrf" value="')[2].partition('"')[0]
    return process, client, token


def test_no_confirmed_decision_is_lost_and_none_is_half_written(case, ids):
    chance = random.Random(5)
    statements = list(ids["statements"].values())
    confirmed: dict[str, tuple[str, str]] = {}
    sent: dict[str, tuple[str, str]] = {}
    per_run = -(-DECISIONS // KILLS)
    while len(confirmed) < DECISIONS:
        process, client, token = started(case, "Mara")
        killer = threading.Timer(chance.uniform(0.02, 0.08) * per_run, process.send_signal, [signal.SIGKILL])
        killer.start()
        try:
            while True:
                number = len(sent)
                statement, verdict = chance.choice(statements), chance.choice(["accepted", "rejected", "irrelevant"])
                once = f"dec-{number:016x}"
                sent[once] = (statement, verdict)
                data = {"csrf": token, "base": "999999", "once": once, "verdict": verdict, "why": f"reason {number}"}
                answer = client.post(f"/statements/{statement}/review", data=data)
                assert answer.status_code == 303
                confirmed[once] = sent[once]
                if len(confirmed) >= DECISIONS and number % 7 == 0:
                    break
        except httpx.TransportError:
            pass
        killer.cancel()
        process.kill()
        process.wait()
    with Ledger(CasePaths(case)) as ledger:
        entries = list(ledger.entries())
        written = {one.key: decision_of(one) for one in entries if one.subject == "decision"}
        assert derived.load_state(ledger) == fold(entries)
    assert [one.sequence for one in entries] == list(range(1, len(entries) + 1))
    assert confirmed.keys() <= written.keys() <= sent.keys()
    for once, decision in written.items():
        assert decision.what == Review(*sent[once])
        assert decision.anchors and decision.why == f"reason {int(once[4:], 16)}"
    assert open_case(case).settled.reviews.keys() <= set(statements)


def test_two_desks_on_one_case_lose_nothing(case, ids):
    """As where two people open the desk each, on one folder that they share."""
    statements = list(ids["statements"].values())
    desks = [started(case, name) for name in ("Mara", "Ede")]
    errors = []

    def work(number):
        _, client, token = desks[number]
        chance = random.Random(number)
        for turn in range(15):
            data = {"csrf": token, "base": "0", "once": f"dec-{number}{turn:015x}", "verdict": "accepted"}
            path = f"/statements/{chance.choice(statements[1:])}/review"
            answer = client.post(path, data={**data, "verdict": chance.choice(["accepted", "rejected"])})
            if answer.status_code != 303:
                errors.append(answer.text)

    threads = [threading.Thread(target=work, args=[number]) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for number, verdict in enumerate(("accepted", "rejected")):  # neither has seen what the other decided
        _, client, token = desks[number]
        data = {"csrf": token, "base": "0", "once": f"dec-{number}{15:015x}", "verdict": verdict}
        assert client.post(f"/statements/{statements[0]}/review", data=data).status_code == 303
    for process, _, _ in desks:
        process.terminate()
        process.wait()
    assert not errors
    with Ledger(CasePaths(case)) as ledger:
        assert len(list(ledger.entries_on("decision"))) == 32
    disputed = {touches(one.decision.what)[0][0]: one.decision.by for one in open_case(case).settled.disputes}
    assert disputed[statements[0]] == "Ede"
    assert set(disputed.values()) <= {"Mara", "Ede"}


def test_decisions_do_not_wait_for_a_weighing(case, ids):
    """A weighing is under way, in a process of its own, while decisions are confirmed."""
    process, client, token = started(case, "Mara")
    times = []
    for number, statement in enumerate(list(ids["statements"].values()) * 4):
        data = {"csrf": token, "base": "999999", "verdict": ("accepted", "rejected")[number % 2]}
        begin = time.monotonic()
        assert client.post(f"/statements/{statement}/review", data=data).status_code == 303
        times.append(time.monotonic() - begin)
    assert client.get("/status").json()["busy"]
    for _ in range(200):
        if not client.get("/status").json()["busy"]:
            break
        time.sleep(0.1)
    assert client.get("/status").json() == {"busy": False, "failed": False}
    process.terminate()
    process.wait()
    assert sorted(times)[len(times) // 2] < 2


def test_a_desk_that_is_ended_leaves_no_weighing_behind(case, tmp_path):
    """Its process beside it ends with it: else the case would be locked."""
    mark = tmp_path / "mark"
    program = f"import pathlib, time; pathlib.Path({str(mark)!r}).touch(); time.sleep(60)"
    code = (
        "import sys, pathlib\nfrom longarm.web.desk import Desk\nfrom longarm.web.refresh import Reweigher\n"
        "from longarm.web.server import listen, serve\nroot, opened = pathlib.Path(sys.argv[1]), listen()\n"
        f"beside = Reweigher(root, (sys.executable, '-c', {program!r}))\n"
        "desk = Desk(root, opened.getsockname()[1], 'Mara', reweigher=beside)\n"
        "serve(desk, opened, lambda: print('open', flush=True))"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(case)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stdout.readline() == "open\n"
        while not mark.exists():
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    told = [path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if _is_there(path)]
    assert not any(str(mark).encode() in words and b"serve(" not in words for words in told)


def _is_there(path):
    try:
        path.read_bytes()
    except OSError:
        return False
    return True
