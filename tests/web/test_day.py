"""A day at the desk, as two people spend it in their browsers: from the sample case to a dossier that is verified."""

import dataclasses
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from longarm.desk.building.build import build
from longarm.desk.case import open_case
from longarm.desk.sealing import keys
from longarm.desk.stations import real
from longarm.model.matters import Addition, Correction, Merge, Naming, Release, Review, Sealing
from longarm.storage import users
from longarm.storage.paths import CasePaths

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]

SAMPLE = Path(__file__).parents[2] / "examples" / "overseas-stations"
NAME = "Tamsin Oryeva"  # nobody: a person made up for this test
BULLETIN = f"""A baker is told to go home

{NAME}, who bakes bread in Rotterdam, said that two men came to her shop in May 2022 and told her to return.

"They called my brother at night," Ms Oryeva said. The men said they were from a service station in the city.

A court in Rotterdam heard the first man on 3 February 2023; prosecutors had charged him in January 2023.

The city received 12 complaints about such visits."""
PASSWORDS = {"Mara": "bread rises before dawn", "Ede": "gulls over the long quay"}


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """The sample case with one more document, two editors and two keys."""
    folder = tmp_path_factory.mktemp("day")
    shutil.copytree(SAMPLE / "documents", folder / "given")
    (folder / "given" / "17-bulletin.txt").write_text(BULLETIN, encoding="utf-8")
    with (folder / "given" / "documents.csv").open("a", encoding="utf-8") as table:
        table.write("17-bulletin.txt,A baker is told to go home,Quay Bulletin (fictional outlet),,2023-02-10,en\n")
    build(folder / "case", [folder / "given"], real(), title="A day")
    keys.make(folder / "case", [("Kim", folder / "kim.key")], recovery=True)
    for name, password in PASSWORDS.items():
        users.put(CasePaths(folder / "case"), name, ["editor"], password)
    return folder


@pytest.fixture
def address(day):
    """A running desk, as `longarm desk` opens it."""
    command = [sys.executable, "-m", "longarm", "desk", str(day / "case"), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        yield process.stdout.readline().strip()
        process.terminate()


@pytest.fixture
def people(browser, address):
    """Mara and Ede, each in a window of their own, signed in."""
    from tests_web import HERE, load

    tools = load("desk_chromium", HERE / "chromium.py")
    windows = [tools.Window(browser, address) for _ in PASSWORDS]
    for window, (name, password) in zip(windows, PASSWORDS.items(), strict=True):
        window.page.get_by_label("Name").fill(name)
        window.page.get_by_label("Password").fill(password)
        window.page.get_by_role("button", name="Sign in").click()
        window.page.wait_for_url("**/")
    yield windows
    assert [text for window in windows for text in window.complaints] == []
    assert [url for window in windows for url in window.outside] == []


def weighed(window):
    """Waits until the case is weighed after the last decision."""
    for _ in range(600):
        if not window.context.request.get(window.origin + "/status").json()["busy"]:
            return
        time.sleep(0.2)
    pytest.fail("the case is not weighed")


def opened(day):
    return open_case(day / "case")


def longarm(*words):
    return subprocess.run(
        [sys.executable, "-m", "longarm", *map(str, words)], capture_output=True, text=True, timeout=300
    )


def test_a_day_at_the_desk(day, people):
    mara, ede = people
    review_ten_by_keyboard(mara)
    add_what_the_machine_missed(mara, day)
    correct_a_figure(mara, day)
    merge_two_claims(mara, day)
    set_a_step(mara, day)
    seal_the_person(mara, day)
    name_with_two(mara, ede)
    release(ede, day)
    publish_and_verify(day)
    read_again(day)


def review_ten_by_keyboard(mara):
    page = mara.open("/review?kind=figure")
    mara.press(*"aaxaiaaaaa")
    assert page.locator('[data-verdict="accepted"]').count() == 8
    mara.open("/review")
    assert "10 statements reviewed, 8 accepted" in mara.open("/").inner_text("main")


def add_what_the_machine_missed(mara, day):
    document = next(one.id for one in opened(day).state.documents if one.path == "17-bulletin.txt")
    page = mara.open(f"/documents/{document}")
    page.locator("p.text", has_text="12 complaints").select_text()
    mara.press("s")
    form = page.locator("form[data-add]")
    form.locator("select[name=kind]").select_option("figure")
    form.locator("input[name=number]").fill("12")
    form.locator("input[name=low]").fill("12")
    form.locator("input[name=high]").fill("12")
    form.locator("input[name=measure]").fill("complaint")
    form.get_by_role("button", name="Add it").click()
    page.wait_for_url("**#s-*")


def correct_a_figure(mara, day):
    page = mara.open("/review?kind=figure")
    mara.press("c")
    page.wait_for_url("**/statements/**")
    low = page.get_by_role("textbox", name="At least")
    number = float(low.input_value())
    low.fill(f"{number + 1:.0f}")
    page.get_by_role("textbox", name="At most").fill(f"{number + 2:.0f}")
    page.get_by_label("Accept it as corrected").check()
    page.get_by_role("button", name="Save the correction").click()
    page.wait_for_load_state()
    assert page.locator('[data-verdict="accepted"]').count() == 1
    weighed(mara)
    (correction,) = [one for one in opened(day).settled.standing if isinstance(one.what, Correction)]
    now = {one.id: one.statement for one in opened(day).weighed.resolved}[correction.what.statement]
    assert now.quantity.interval.low == number + 1 and now.by == "Mara"


def merge_two_claims(mara, day):
    page = mara.open("/claims?kind=act")
    page.locator(".rows a").first.click()
    page.locator("a[href^='/beside']").first.click()
    page.wait_for_url("**/beside**")
    mara.press("m")
    page.wait_for_url("**/claims/**")
    weighed(mara)
    (merge,) = [one.what for one in opened(day).settled.standing if isinstance(one.what, Merge)]
    homes = [claim for claim in opened(day).weighed.claims if set(merge.statements) & set(claim.statements)]
    assert len(homes) == 1


def set_a_step(mara, day):
    """The step concerns a claim, and has words of a document that say so."""
    case = opened(day)
    document = next(one.id for one in case.state.documents if one.path == "17-bulletin.txt")
    about = next(one.id for one in case.weighed.resolved if one.statement.document == document)
    page = mara.open(f"/statements/{about}")
    page.locator(".where a[href^='/claims/']").first.click()
    page.get_by_text("A step of proceedings").click()
    page.locator(f"a[href*='about={about}']").click()
    page.get_by_label("Words", exact=True).first.fill("prosecutors had charged him in January 2023")
    form = page.locator("form[data-add]")
    form.locator("select[name=kind]").select_option("legal")
    form.locator("select[name=stage]").select_option("charge")
    form.locator("input[name=period_start]").fill("2023-01")
    form.get_by_role("button", name="Add it").click()
    page.wait_for_url("**#s-*")
    weighed(mara)
    added = [one.what for one in opened(day).settled.standing if isinstance(one.what, Addition)]
    step = next(one.statement.id for one in added if one.about == (about,))
    assert any(step in claim.proceedings for claim in opened(day).weighed.claims if about in claim.statements)


def seal_the_person(mara, day):
    page = mara.open("/sealed")
    page.get_by_label("Name in full").fill(NAME)
    page.get_by_label("Why").fill("she is a witness")
    page.get_by_role("button", name="Seal this person").click()
    page.wait_for_url("**/sealed")
    assert "[sealed person 1]" in page.inner_text("main")
    weighed(mara)
    case = day / "case"
    for path in case.rglob("*"):
        if path.is_file():
            assert b"Oryeva" not in path.read_bytes(), path.name
    assert mara.open("/search?q=Oryeva").locator(".rows a").count() == 0
    assert "[sealed person 1]" in mara.open("/search?q=bakes bread").inner_text("main")
    assert any(isinstance(one.what, Sealing) for one in opened(day).settled.standing)


def name_with_two(mara, ede):
    page = mara.open("/release")
    page.get_by_text("Name somebody").click()
    page.get_by_label("Name as the documents have it").fill("Idris Calloway")
    page.get_by_label("Public role").fill("spokesman of the ministry")
    page.locator("aside form.fields input[name=why]").fill("he speaks for it in public")
    page.get_by_role("button", name="Decide to name").click()
    page.wait_for_load_state()
    assert "not yet" in page.inner_text("aside")
    page = ede.open("/release")
    page.get_by_placeholder("Why").first.fill("agreed")
    page.get_by_role("button", name="Agree").click()
    page.wait_for_load_state()
    assert "may be named" in page.inner_text("aside")


def release(ede, day):
    page = ede.open("/release")
    boxes = page.locator("input[name=claims]")
    assert boxes.count() >= 3
    for number in range(boxes.count()):
        boxes.nth(number).check()
    page.get_by_role("button", name="Release the chosen claims").click()
    page.wait_for_load_state()
    assert "released by Ede" in page.inner_text("main")
    weighed(ede)
    told = opened(day).settled.standing
    assert {one.by for one in told if isinstance(one.what, Release)} == {"Ede"}
    assert {one.by for one in told if isinstance(one.what, Naming)} == {"Mara", "Ede"}


def publish_and_verify(day):
    out = day / "out"
    made = longarm("publish", day / "case", out, "--by", "Ede", "--identity", day / "kim.key")
    assert made.returncode == 0, made.stderr
    for path in out.rglob("*"):
        if path.is_file():
            assert b"Oryeva" not in path.read_bytes(), path.name
    for checked in (
        longarm("verify", day / "case", "--identity", day / "kim.key"),
        longarm("verify", out, "--case", day / "case", "--identity", day / "kim.key"),
    ):
        assert checked.returncode == 0, checked.stdout + checked.stderr


def read_again(day):
    """A newer reader reads every document: what was decided still stands."""
    before = opened(day).settled
    stations = real()
    newer = dataclasses.replace(stations, reader_version=lambda media: f"{stations.reader_version(media)}.1")
    built = build(day / "case", [], newer)
    assert built.counts.opened > 10
    after = opened(day).settled
    assert after.standing == before.standing and not after.disputes
    assert after.pending == ()
    assert after.reviews == before.reviews and after.released == before.released
    assert sum(isinstance(one.what, Review) for one in after.standing) >= 11
