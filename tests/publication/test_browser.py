"""The dossier in headless Chromium, from files: with scripts on and off, on a phone and a desk, light and dark."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

PHONE, TABLET, DESK = {"width": 375, "height": 740}, {"width": 768, "height": 1024}, {"width": 1440, "height": 900}
KINDS = (
    "index.html",
    "claims.html",
    "claims/claim-stations.html",
    "claims/claim-hostile.html",
    "corrections.html",
    "drift.html",
    "figures.html",
    "lists/kind-figure.html",
    "map.html",
    "methods.html",
    "people.html",
    "places.html",
    "responses.html",
    "sources.html",
    "sources/src-watch.html",
    "timeline.html",
    "documents.html",
)


# Makes every drawing of elements that no browser knows, and tells which of its words take room.
UNDRAWN = """() => {
    const made = []
    const copied = one => {
        if (one.nodeType !== Node.ELEMENT_NODE) return one.cloneNode()
        const name = one.localName === "title" ? "desc" : one.localName
        const copy = document.createElementNS("http://www.w3.org/1999/xhtml", name)
        for (const { name, value } of one.attributes) copy.setAttribute(name, value)
        copy.append(...[...one.childNodes].map(copied))
        made.push(copy)
        return copy
    }
    for (const svg of document.querySelectorAll("svg")) svg.parentElement.closest("svg") || svg.replaceWith(copied(svg))
    const takes = one => one.getBoundingClientRect().width * one.getBoundingClientRect().height > 0
    return made.filter(one => !one.children.length && one.textContent.trim() && takes(one)).map(one => one.textContent)
}"""


class Visit:
    """A browser window that counts what it asks for and what it complains of."""

    def __init__(self, browser, size, scheme="light", scripts=True) -> None:
        self.context = browser.new_context(
            viewport=size, color_scheme=scheme, java_script_enabled=scripts, offline=True, reduced_motion="reduce"
        )
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._dismissed)

    def _dismissed(self, dialog: Any) -> None:
        self.complaints.append(dialog.message)
        dialog.dismiss()


def _pages(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts on", "scripts off"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_ask_for_nothing_outside_complain_of_nothing_and_fit(browser, folder, scheme, scripts):
    visit = Visit(browser, DESK, scheme, scripts)
    for path in _pages(folder):
        visit.page.goto(path.as_uri())
        for size in (DESK, TABLET, PHONE):
            visit.page.set_viewport_size(size)
            width = visit.page.evaluate("document.documentElement.scrollWidth")
            assert width <= size["width"], f"{path.name} scrolls sideways at {size['width']}"
    visit.context.close()
    assert len(_pages(folder)) > 10
    assert visit.complaints == []
    inside = folder.as_uri()
    assert [url for url in visit.requests if not url.startswith((inside, "data:"))] == []
    sheets = {f"/assets/{sheet.name}" for sheet in (folder / "assets").glob("*.css")}
    assert {url.partition(inside)[2] for url in visit.requests if url.endswith(".css")} == sheets


def test_pages_of_a_later_edition_fit_a_phone(browser, second_edition):
    visit = Visit(browser, PHONE)
    for path in _pages(second_edition):
        visit.page.goto(path.as_uri())
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path.name
    visit.context.close()
    assert visit.complaints == []


@pytest.mark.parametrize("name", ["index.html", "map.html", "timeline.html", "sources.html", "figures.html"])
def test_where_a_browser_shows_no_drawings_their_words_do_not_run_through_the_page(browser, folder, name):
    """As Tor Browser at its safest does: what is in a drawing is unknown elements, which style sheets still match."""
    visit = Visit(browser, DESK)
    visit.page.goto((folder / name).as_uri())
    drawn = visit.page.locator(".undrawn")
    assert not any(one.is_visible() for one in drawn.all())
    seen = visit.page.evaluate(UNDRAWN)
    visit.context.close()
    assert set(seen) <= {"This browser shows no drawings. The lists tell the same."}
    assert bool(seen) == (name in ("map.html", "timeline.html", "sources.html"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_on_any_kind_of_page(browser, folder, scheme):
    visit = Visit(browser, DESK, scheme)
    document = next((folder / "documents").glob("*.html"))
    for path in (*KINDS, f"documents/{document.name}"):
        visit.page.goto((folder / path).as_uri())
        visit.page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true; })")
        found = Axe().run(visit.page).response["violations"]
        told = [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found]
        assert told == [], path
    visit.context.close()


@pytest.mark.parametrize(
    "name", ["index.html", "claims.html", "claims/claim-stations.html", "map.html", "sources.html"]
)
def test_the_keyboard_alone_reaches_everything_and_shows_where_it_is(browser, folder, name):
    visit = Visit(browser, DESK)
    visit.page.goto((folder / name).as_uri())
    wanted = visit.page.evaluate(TABBABLE)
    reached: list[dict[str, Any]] = []
    for _ in range(wanted + 2):
        visit.page.keyboard.press("Tab")
        at = visit.page.evaluate(FOCUSED)
        if at is None or at["number"] in [one["number"] for one in reached]:
            break
        reached.append(at)
    visit.context.close()
    assert [one for one in reached if not one["shown"]] == []
    assert len(reached) == wanted
    assert [one["number"] for one in reached] == sorted(one["number"] for one in reached)


def test_search_and_filters_work_by_keyboard(browser, folder):
    visit = Visit(browser, PHONE)
    visit.page.goto((folder / "claims.html").as_uri())
    visit.page.focus("#words")
    visit.page.keyboard.type("POLICE stations")
    visit.page.get_by_text("1 claim", exact=True).wait_for()
    assert visit.page.locator("#found a").inner_text() == "How many stations does Rovia run in Canada?"
    hit, row = (
        visit.page.locator(f"{where} .row", has_text="does Rovia run in Canada?") for where in ("#found", "#lists")
    )
    told = [" ".join(str(one.locator(".told").first.text_content()).split()) for one in (hit, row.first)]
    assert told[0] == told[1] and "Rovia" in told[0].split("·")[1]  # who says it, and who replies
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.id") == "by-kind"
    visit.page.select_option("#by-kind", "act")
    visit.page.get_by_text("0 claims", exact=True).wait_for()
    visit.page.select_option("#by-kind", "")
    visit.page.fill("#words", "ESREVER")
    visit.page.get_by_text("1 claim", exact=True).wait_for()
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    visit.page.focus("#search button")
    visit.page.keyboard.press("Enter")
    visit.page.locator("#lists").wait_for()
    visit.context.close()
    assert visit.complaints == []


def test_without_scripts_the_lists_stand_and_no_dead_form_is_shown(browser, folder):
    visit = Visit(browser, PHONE, scripts=False)
    visit.page.goto((folder / "claims.html").as_uri())
    assert not visit.page.locator("#search").is_visible()
    visit.page.locator("#lists .facets a").first.click()
    assert visit.page.locator(".row .question").first.is_visible()
    visit.context.close()


def test_every_statement_and_every_proof_links_to_its_words(browser, folder):
    visit = Visit(browser, DESK)
    for path in sorted((folder / "claims").glob("*.html")):
        visit.page.goto(path.as_uri())
        said = visit.page.evaluate(SAID)
        for one in said:
            visit.page.goto(one["href"])
            landed = visit.page.evaluate(LANDED)
            assert landed["marked"].startswith(one["words"][:40]), path.name
            assert 0 <= landed["top"] <= DESK["height"]
        visit.page.goto(path.as_uri())
        proofs = visit.page.eval_on_selector_all(
            ".tie li a", "all => all.map(one => [one.href, one.textContent.slice(1, -1)])"
        )
        for href, words in proofs:
            visit.page.goto(href)
            assert words[:40] in visit.page.locator(".passage:target").inner_text()
    visit.context.close()


def test_the_style_sheet_is_applied_under_the_policy(browser, folder):
    visit = Visit(browser, DESK)
    visit.page.goto((folder / "claims/claim-stations.html").as_uri())
    columns = visit.page.evaluate(
        "getComputedStyle(document.querySelector('.beside')).gridTemplateColumns.split(' ').length"
    )
    visit.context.close()
    assert columns == 2


def test_the_reply_is_on_the_first_screen_beside_the_claim(browser, folder):
    visit = Visit(browser, DESK)
    visit.page.goto((folder / "claims/claim-stations.html").as_uri())
    reply = visit.page.locator("aside .reply").bounding_box()
    said = visit.page.locator(".statement").first.bounding_box()
    visit.context.close()
    assert reply["y"] < DESK["height"] and reply["x"] > said["x"] + said["width"] - 1


def test_a_passage_link_lands_on_its_highlighted_words(browser, folder):
    visit = Visit(browser, DESK)
    visit.page.goto((folder / "claims/claim-stations.html").as_uri())
    visit.page.locator(".statement .where a").first.click()
    visit.page.wait_for_url("**/documents/**")
    mark = visit.page.locator(".target:target + mark")
    assert mark.inner_text() == "Rovia runs more than 50 police stations abroad"
    box = mark.bounding_box()
    visit.context.close()
    assert 0 <= box["y"] <= DESK["height"]


def test_the_keyboard_reaches_the_content_first_and_then_the_menu(browser, folder):
    visit = Visit(browser, DESK)
    visit.page.goto((folder / "index.html").as_uri())
    visit.page.keyboard.press("Tab")
    first = visit.page.evaluate("document.activeElement.className")
    visible = visit.page.locator(".skip").bounding_box()["y"]
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Tab")
    third = visit.page.evaluate("document.activeElement.textContent")
    visit.context.close()
    assert (first, third) == ("skip", "Claims") and visible >= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_the_contrast_that_readers_need(browser, folder, scheme):
    visit = Visit(browser, DESK, scheme)
    for name in ("index.html", "claims/claim-stations.html", "people.html"):
        visit.page.goto((folder / name).as_uri())
        assert visit.page.evaluate(CONTRAST) == [], name
    visit.context.close()


# Elements with text of their own whose contrast against the background is under 4.5 to 1 (WCAG 2.2, 1.4.3).
CONTRAST = """() => {
  const rgb = value => (value.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
    .reduce((sum, c, at) => sum + c * [.2126, .7152, .0722][at], 0);
  const behind = node => {
    for (let at = node; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const bad = [];
  for (const node of document.querySelectorAll('body *')) {
    if (![...node.childNodes].some(child => child.nodeType === 3 && child.textContent.trim())) continue;
    const [a, b] = [light(rgb(getComputedStyle(node).color)), light(behind(node))];
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) bad.push(`${node.tagName}.${node.className} ${ratio.toFixed(2)}`);
  }
  return bad;
}"""

# How many elements a keyboard must reach: links, controls and summaries that can be seen.
TABBABLE = """() => {
  const all = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')];
  const seen = all.filter(one => one.checkVisibility() && !one.disabled);
  seen.forEach((one, at) => { one.dataset.at = at; });
  return seen.length;
}"""

# Which of them has the focus, and whether that can be seen.
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one.dataset.at === undefined) return null;
  const style = getComputedStyle(one), inner = one.querySelector('rect, .mark > *');
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const drawn = inner && parseFloat(getComputedStyle(inner).strokeWidth) >= 3;
  const shown = Boolean(ring || drawn || one.className === 'skip');
  return {number: Number(one.dataset.at), shown, text: one.outerHTML.slice(0, 80)};
}"""

# The statements of a claim page: their words and where they link to.
SAID = """() => [...document.querySelectorAll('.statement, .reply')].map(one => ({
  words: one.querySelector('mark').textContent, href: one.querySelector('.where a').href}))"""

# The marked words at which a link landed.
LANDED = """() => {
  const target = document.querySelector('.target:target'), text = target.closest('.text');
  const marks = [...text.querySelectorAll('mark')].filter(one => target.compareDocumentPosition(one) & 4);
  return {marked: marks.map(one => one.textContent).join(''), top: marks[0].getBoundingClientRect().top};
}"""
