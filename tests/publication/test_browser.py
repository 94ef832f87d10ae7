"""The dossier in headless Chromium, from files: with scripts on and off, on a phone and a desk, light and dark."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE, DESK = {"width": 375, "height": 740}, {"width": 1280, "height": 800}


@pytest.fixture(scope="module")
def browser(chromium):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


class Visit:
    """A browser window that counts what it asks for and what it complains of."""

    def __init__(self, browser, size, scheme="light", scripts=True) -> None:
        self.context = browser.new_context(
            viewport=size, color_scheme=scheme, java_script_enabled=scripts, offline=True
        )
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.complaints.append(dialog.message), dialog.dismiss()))


def _pages(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts on", "scripts off"])
@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "dark"), (DESK, "light")], ids=["phone", "desk"])
def test_pages_ask_for_nothing_outside_complain_of_nothing_and_fit(browser, folder, size, scheme, scripts):
    visit = Visit(browser, size, scheme, scripts)
    for path in _pages(folder):
        visit.page.goto(path.as_uri())
        widths = visit.page.evaluate("[document.documentElement.scrollWidth, innerWidth]") if scripts else (0, 0)
        assert widths[0] <= widths[1], f"{path.name} scrolls sideways at {size['width']}"
        assert visit.page.locator("main").bounding_box()["width"] <= size["width"]
    visit.context.close()
    assert len(_pages(folder)) > 10
    assert visit.complaints == []
    inside = folder.as_uri()
    assert [url for url in visit.requests if not url.startswith((inside, "data:"))] == []
    sheets = {f"/assets/{sheet.name}" for sheet in (folder / "assets").glob("*.css")}
    assert {url.partition(inside)[2] for url in visit.requests if url.endswith(".css")} == sheets


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
