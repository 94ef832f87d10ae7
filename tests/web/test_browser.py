"""The desk in headless Chromium: every screen in three widths, light and dark; the keyboard; two people at once."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from longarm.desk import overview
from longarm.model.matters import Correction, Review

pytestmark = pytest.mark.browser


@pytest.fixture
def window(browser):
    """Opens windows, and looks at the end that none of them complained or asked another host."""
    from tests_web import HERE, load

    tools = load("desk_chromium", HERE / "chromium.py")
    opened = []

    def make(place, **more):
        token = place.desk.sessions.token
        made = tools.Window(browser, f"http://127.0.0.1:{place.port}/start?token={token}", **more)
        opened.append(made)
        return made

    make.tools = tools  # type: ignore[attr-defined]
    yield make
    for one in opened:
        one.close()
    assert [text for one in opened for text in one.complaints] == []
    assert [url for one in opened for url in one.outside] == []


def screens(ids):
    statement, document = ids["statements"][54], ids["documents"]["a.txt"]
    source, claim = ids["sources"]["Lantern Wire"], ids["claim"]
    return [
        *("/", "/review", "/claims", "/documents", "/figures", "/places", "/sources", "/timeline", "/release"),
        *("/sealed", "/audit", "/help", "/search?q=offices", f"/claims/{claim}", f"/statements/{statement}"),
        *(f"/documents/{document}", f"/documents/{ids['documents']['c.txt']}", f"/sources/{source}"),
        f"/places?document={document}&words=Paris",
    ]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts on", "scripts off"])
@pytest.mark.parametrize(("size", "scheme"), [("PHONE", "dark"), ("TABLET", "light"), ("DESK", "dark")])
def test_every_screen_fits(window, shared, ids, size, scheme, scripts):
    width = getattr(window.tools, size)
    opened = window(shared, size=width, scheme=scheme, scripts=scripts)
    for path in screens(ids):
        page = opened.open(path)
        assert page.locator("main").bounding_box()["width"] <= width["width"], path
        if scripts:
            widths = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
            assert widths[0] <= widths[1], f"{path} scrolls sideways at {width['width']}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_screen_can_be_used_without_seeing_it(window, shared, ids, scheme):
    opened, axe = window(shared, scheme=scheme), Axe()
    for path in screens(ids):
        found = axe.run(opened.open(path)).response["violations"]
        assert [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found] == [], path


def test_a_reviewed_statement_takes_one_key(window, place, ids):
    opened = window(place)
    page = opened.open("/review")
    first = page.locator(".card.current").get_attribute("id")
    opened.press("a", "x", "i", "k", "u")
    reviews = _decided(place)
    assert [one.what.verdict for one in reviews.of_kind(Review)] == ["accepted", "rejected"]
    assert reviews.of_kind(Review)[0].what == Review(first, "accepted")
    assert page.locator(f'[id="{first}"] [data-verdict="accepted"]').count() == 1
    opened.press("j", "j", "j", "c")
    page.wait_for_url("**/statements/**")


def test_keys_search_and_help_and_do_nothing_while_one_types(window, place):
    opened = window(place)
    page = opened.open("/review")
    opened.press("/")
    page.keyboard.type("axi offices")
    assert page.locator("#q").input_value() == "axi offices"
    assert not _decided(place).told
    page.keyboard.press("Escape")
    opened.press("?")
    page.wait_for_url("**/help")


def test_words_that_are_selected_become_a_statement(window, place, ids):
    opened = window(place)
    page = opened.open(f"/documents/{ids['documents']['c.txt']}")
    page.locator("p.text").last.select_text()
    opened.press("s")
    assert page.locator("[data-words]").input_value() == "Dans les 12 villes, les bureaux sont ouverts."
    assert page.locator("form[data-add] input[data-start]").input_value() == "13"
    page.locator("form[data-add] select[name=kind]").select_option("presence")
    page.get_by_role("button", name="Add it").click()
    page.wait_for_url("**#s-*")
    added = _decided(place).told[0].what.statement
    assert (added.span.start, added.kind) == (13, "presence")
    assert page.locator(f'[id="{added.id}"].current').count() == 1


def test_a_figure_is_corrected_from_the_keyboard(window, place, ids):
    opened = window(place)
    page = opened.open(f"/statements/{ids['statements'][54]}")
    page.get_by_role("textbox", name="At least").fill("45")
    page.get_by_role("textbox", name="At most").fill("45")
    page.get_by_label("Accept it as corrected").check()
    page.get_by_role("button", name="Save the correction").press("Enter")
    page.wait_for_load_state()
    (correction,) = _decided(place).of_kind(Correction)
    assert correction.what.to.quantity.interval.low == 45
    assert page.locator('[data-verdict="accepted"]').count() == 1


def test_two_people_who_decide_at_once_see_each_other(window, place, ids):
    """Both have the claim open; the later one is told at once, on the card, and nothing is overwritten."""
    page = f"/claims/{ids['claim']}"
    mara, ede = window(place), window(place)
    ede.context.add_cookies([_cookie(place, "Ede")])
    first, second = mara.open(page), ede.open(page)
    mara.press("j", "a")
    ede.press("j", "x")
    card = second.locator(".card").first
    assert "Two people decided differently" in card.inner_text()
    statement = card.get_attribute("id")
    decided = _decided(place)
    assert decided.verdicts[statement] == "accepted" and len(decided.disputes) == 1
    assert "Two people decided differently" in mara.open("/").inner_text("main")
    ede.press("k", "x")
    assert _decided(place).verdicts[statement] == "rejected" and not _decided(place).disputes
    assert first.url.endswith("/")


def test_a_desk_that_died_is_told_and_nothing_is_taken_for_saved(window, case, ids):
    from tests_web import running

    with running(case) as place:
        opened = window(place)
        page = opened.open("/review")
    opened.page.keyboard.press("a")
    page.wait_for_selector("[data-said]")
    assert "not confirmed" in page.locator("[data-said]").inner_text()
    assert page.locator('[data-verdict="accepted"]').count() == 0
    opened.complaints.clear()  # the browser itself says that the connection is refused


def test_what_is_due_and_what_is_sealed_is_on_the_first_page(window, place, ids):
    overview.refresh(place.desk.paths.root)
    text = window(place).open("/").inner_text("main")
    assert "What to check first" in text and "Review 5 statements" in text


def _decided(place):
    with place.desk.read() as ledger:
        return place.desk.decided(ledger)


def _cookie(place, name):
    from longarm.web.roles import ROLES, Person

    secret = place.desk.sessions.open(Person(name, ROLES))
    return {"name": place.desk.cookie, "value": secret, "url": f"http://127.0.0.1:{place.port}"}
