"""The drawn pages: what a drawing shows stands beside it in words, and is no sharper than what is told."""

import itertools
import math
import posixpath
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from longarm.core.intervals import Interval
from longarm.model.claims import Happening, Independence, Origin, ResolvedPlace, Source
from longarm.model.periods import Period
from longarm.model.places import Place
from longarm.model.public import (
    PublicCase,
    PublicClaim,
    PublicDocument,
    PublicHedge,
    PublicPassage,
    PublicQuantity,
    PublicSpan,
    PublicStatement,
    PublicVoice,
    Withheld,
)
from longarm.model.reconciliation import Bound, Conflict, ConflictGroup, Reconciliation, Revision
from longarm.places import boundaries
from longarm.places.nations import countries_of
from longarm.publication.brief import pdf
from longarm.publication.brief.content import Scope
from longarm.publication.site import build
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.hosts import Hosts
from longarm.publication.site.maps import Maps
from longarm.publication.site.outlines import Outlines, fitted
from longarm.publication.site.projections import MIDDLE, azimuthal, equal_earth
from longarm.publication.site.scales import scale
from longarm.publication.site.timeline import Timeline, when

HOSTILE = (
    "</text><script>alert(1)</script> \u202egnol\u202c \u05e9\u05dc\u05d5\u05dd "
    "\u6d77\u5916 \u041c\u043e\u0441\u043a\u0432\u0430 " + "Wort" * 60
)
WORLD = "m49:001"
PLACES = (
    Place("CA", "Canada", "country", "CA", ("m49:021", "m49:003", "m49:019", WORLD), 57.93, -102.37),
    Place("MT", "Malta", "country", "MT", ("m49:039", "m49:150", WORLD), 35.89, 14.44),
    Place("NL", "Netherlands", "country", "NL", ("m49:155", "m49:150", WORLD), 52.3, 5.5),
    Place("gn:1", "Amsterdam", "city", "NL", ("NL", "m49:155", "m49:150", WORLD), 52.37, 4.9),
    Place("m49:150", "Europe", "continent", "", (WORLD,), 48.7, 9.1),
    Place(WORLD, "World", "world", "", (), None, None),
)


class Told:
    """A released case in the making: one statement a paragraph, one claim a statement unless joined."""

    def __init__(self) -> None:
        self.statements: list[PublicStatement] = []
        self.claims: list[PublicClaim] = []
        self.happenings: list[Happening] = []
        self.texts: dict[str, list[str]] = {}
        self.dates: dict[str, Period | None] = {}

    def document(self, name: str, published: str | None) -> None:
        precision = {4: "year", 7: "month", 10: "day"}.get(len(published or ""), "unknown")
        self.texts[name] = []
        self.dates[name] = Period(published, published, precision) if published else None

    def say(
        self, words: str, kind: str = "figure", place: str = "", claim: str = "", document: str = "a", **more
    ) -> str:
        start = sum(len(part) + 2 for part in self.texts[document])
        self.texts[document].append(words)
        id = f"s{len(self.statements) + 1}"
        places = {one.id: one for one in PLACES}
        known = places.get(place)
        at = (ResolvedPlace(place, known.name, known.country, known.name, more.pop("role", "scope")),) if known else ()
        low, high = more.pop("low", None), more.pop("high", None)
        quantity = (
            PublicQuantity(Interval(low, high), low, more.pop("number", "some"), more.pop("qualifier", "exact"))
            if low is not None
            else None
        )
        said = PublicStatement(
            id,
            document,
            f"p{len(self.texts[document])}",
            PublicSpan(start, start + len(words), words),
            kind,
            more.pop("method", ""),
            (PublicVoice("The Lantern", "src-1", "", "", "author", "asserts"), *more.pop("voices", ())),
            quantity=quantity,
            places=at,
            claim=claim or f"c{len(self.claims) + 1}",
            **more,
        )
        self.statements.append(said)
        if not claim:
            question = f"Is it so: {words}?"
            origins = (Origin("src-1", "", "seen", (id,), ("it says so",)),)
            self.claims.append(
                PublicClaim(
                    said.claim,
                    kind,
                    said.method,
                    said.measure,
                    question,
                    (id,),
                    (place,) * bool(place),
                    origins,
                    Independence(1, 1),
                )
            )
        return id

    def public(self, found: Reconciliation | None = None) -> PublicCase:
        documents = []
        for number, (name, parts) in enumerate(self.texts.items(), start=1):
            passages, at = [], 0
            for index, part in enumerate(parts, start=1):
                passages.append(PublicPassage(f"p{index}", PublicSpan(at, at + len(part), part), "paragraph"))
                at += len(part) + 2
            documents.append(
                PublicDocument(
                    name,
                    number,
                    f"Text {name}",
                    "The Lantern",
                    published=self.dates[name],
                    reader="r 1",
                    text="\n\n".join(parts),
                    passages=tuple(passages),
                )
            )
        return PublicCase(
            "A case",
            documents=tuple(documents),
            sources=(Source("src-1", "The Lantern", "outlet"),),
            statements=tuple(self.statements),
            claims=tuple(self.claims),
            places=PLACES,
            happenings=tuple(self.happenings),
            reconciliation=found,
        )


@pytest.fixture(scope="module")
def told() -> Told:
    """Figures for four places, steps of two states, a reply, and hostile words in all of them."""
    case = Told()
    case.document("a", "2022-09-14")
    case.document("b", "2022-11")
    case.document("c", None)
    station = {"measure": "station"}
    case.say("three stations in Canada", place="CA", low=3, high=3, number="three", **station)
    case.say("more than one in Malta", place="MT", low=2, high=None, number="more than one", **station)
    case.say("one to four in Amsterdam", place="gn:1", low=1, high=4, number="one to four", **station)
    case.say(f"two in Amsterdam {HOSTILE}", place="gn:1", low=2, high=2, number="two", claim="c3", **station)
    case.say("54 in the world", place=WORLD, low=54, high=54, number="54", **station)
    case.say("never 60 in the world", place=WORLD, low=60, high=60, number="60", polarity="denied", **station)
    case.say(
        f"an office opened {HOSTILE}",
        "presence",
        "NL",
        method="overseas-station",
        period=Period("2018", "2018", "year"),
    )
    act = case.say("a relative was threatened", "act", "CA", method="coercion-by-proxy")
    case.happenings.append(Happening("happening-1", "coercion-by-proxy", (act,), ("CA",)))
    case.say("police opened an inquiry", "legal", "NL", stage="investigation", method="investigation", role="site")
    case.say(
        "the office was closed",
        "response",
        "NL",
        stage="closure-order",
        method="closure-order",
        role="site",
        document="b",
        period=Period("2022-10-30", "2022-10-30", "day"),
    )
    case.say(
        "it may impose sanctions",
        "response",
        "MT",
        stage="sanction",
        method="sanction",
        document="b",
        hedges=(PublicHedge("possible", "may", 0),),
    )
    case.say("there are no such offices", "response", stage="reply", document="b")
    case.say("somebody was charged", "legal", stage="charge", method="charge", document="c")
    return case


def _found(told: Told) -> Reconciliation:
    first, second = told.statements[4].id, told.statements[0].id
    return Reconciliation(
        "no",
        (
            Bound("station", "World", WORLD, "", "all", 54, 54, True, False, (first,)),
            Bound("station", "Europe", "m49:150", "", "all", 3, None, True, False, (second,)),
        ),
        (Conflict((first, second), "hard", "", "explained"),),
        ((first,),),
        (Revision((first, second), 2),),
        groups=(ConflictGroup("hard", "", f"54 and three cannot both hold {HOSTILE}", ((first,), (second,))),),
    )


@pytest.fixture(scope="module")
def public(told) -> PublicCase:
    return told.public(_found(told))


@pytest.fixture(scope="module")
def pages(public) -> dict[str, html.HtmlElement]:
    return {path: html.fromstring(data) for path, data in build.pages(public, True) if path.endswith(".html")}


def text(page) -> str:
    return " ".join(page.text_content().split())


# --- maps -------------------------------------------------------------------------------------------------------------


def test_a_place_is_drawn_inside_its_country():
    edges = [equal_earth(MIDDLE + lon, lat) for lon in (-179.9, 179.9) for lat in (-56, 83)]
    for frame in (
        fitted(equal_earth, edges, 1300, 600),
        fitted(azimuthal(10, 50), [(-0.3, -0.3), (0.3, 0.3)], 800, 600),
    ):
        path = Outlines(boundaries.load(), frame).country("DE")
        x, y = frame.at(10.4, 51.1)
        assert _is_inside(path, x, y) and not _is_inside(path, *frame.at(2.3, 48.8))


def test_nothing_is_drawn_across_the_map_where_the_globe_is_cut():
    edges = [equal_earth(MIDDLE + lon, lat) for lon in (-179.9, 179.9) for lat in (-56, 83)]
    outlines = Outlines(boundaries.load(), fitted(equal_earth, edges, 1300, 600))
    for code in ("RU", "US", "FJ", "NZ"):
        for ring in _rings(outlines.country(code)):
            assert max(abs(b[0] - a[0]) for a, b in itertools.pairwise(ring)) < 200, code


@given(st.floats(-179, 179), st.floats(-80, 80))
def test_projections_keep_areas(lon, lat):
    for project in (equal_earth, azimuthal(0, 0)):
        if project is not equal_earth and abs(lon) + abs(lat) > 120:
            continue
        (x0, y0), (x1, y1), (x2, y2) = project(lon, lat), project(lon + 0.01, lat), project(lon, lat + 0.01)
        area = abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0))
        true = math.radians(0.01) ** 2 * math.cos(math.radians(lat))
        assert area == pytest.approx(true, rel=0.02)


def test_a_small_state_has_a_mark_and_every_mark_has_its_words_in_the_list(pages):
    page = pages["map.html"]
    assert "Malta" in [title.split(":")[0] for title in page.xpath("//svg//a/title/text()")]
    marks, listed = page.xpath("//svg//a/@href"), page.xpath("//ul[@class='placed']//a/@href")
    assert marks and set(marks) <= set(listed)
    assert "Malta 2 or more" in text(page) and "Amsterdam 1 to 4" in text(page) and "Canada 3" in text(page)


def test_sizes_of_marks_are_intervals(public):
    marks = {mark.spot.place.id: mark for picture in Maps(Dossier(public)).parts for mark in picture.marks}
    rows = {row.mark.spot.place.id: row.mark for picture in Maps(Dossier(public)).parts for row in picture.rows}
    amsterdam, malta = rows["gn:1"], rows["MT"]
    assert amsterdam.is_sized and amsterdam.high is not None and amsterdam.low < amsterdam.high
    assert malta.high is None and malta.is_sized
    assert not rows["NL"].is_sized
    assert set(marks) <= set(rows)


def test_who_acts_from_afar_is_not_marked(told):
    operator = replace(told.statements[0], places=(ResolvedPlace("NL", "Netherlands", "NL", "Dutch", "mentioned"),))
    public = told.public()
    shown = Maps(Dossier(replace(public, statements=(operator,), claims=(replace(public.claims[0], places=()),))))
    assert shown.world is None


def test_many_places_go_to_pages_of_their_own(public, monkeypatch):
    monkeypatch.setattr("longarm.publication.site.maps.MANY", 2)
    paths = dict(build.pages(public, True))
    assert "map/elsewhere.html" in paths
    assert b'href="map/elsewhere.html"' in paths["map.html"]
    page = html.fromstring(paths["map.html"])
    assert set(page.xpath("//svg//a/@href")) <= set(page.xpath("//ul[contains(@class, 'placed')]//a/@href"))


# --- number lines -----------------------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=9))
def test_a_scale_keeps_order_and_holds_every_count(values):
    on = scale(tuple(values))
    places = [on.at(value) for value in sorted(values)]
    assert places == sorted(places) and places[0] >= 0 and places[-1] <= 100
    assert on.at(0) == 0 and on.ticks[0].value == 0
    assert [on.at(tick.value) for tick in on.ticks] == [tick.at for tick in on.ticks]


def test_bars_stand_where_their_numbers_are(pages):
    page = pages["figures/station.html"]
    (row,) = page.xpath("//li[contains(@class, 'nl') and contains(., 'one to four')]")
    bar = row.xpath(".//rect[@class='bar']")[0]
    ticks = {int(t.text): float(t.get("x")[:-1]) for t in row.xpath("ancestor::div[@class='line']//text")}
    assert float(bar.get("x")[:-1]) == pytest.approx(ticks[1])
    assert float(bar.get("x")[:-1]) + float(bar.get("width")[:-1]) == pytest.approx(ticks[4])


def test_a_figure_without_an_upper_end_ends_in_an_arrow(pages):
    (row,) = pages["figures/station.html"].xpath("//li[contains(., 'more than one')]")
    assert row.xpath(".//svg[@x='100%']/path") and "2 or more" in text(row)


def test_every_figure_of_the_drawing_has_its_words_origin_and_link(pages, told):
    page = pages["figures/station.html"]
    rows = [row for row in page.xpath("//li[contains(@class, 'nl')]") if "possible" not in row.get("class")]
    assert len(rows) == 6
    for row in rows:
        assert row.xpath(".//bdi[@class='said']") and row.xpath(".//span[@class='who']") and row.xpath(".//a/@href")
    (denied,) = page.xpath("//li[contains(@class, 'denied')]")
    assert "said not to be so" in text(denied)
    assert not page.xpath("//svg[not(ancestor-or-self::*[@aria-hidden])]"), (
        "the words carry it; the drawing is for the eye"
    )


def test_bounds_stand_on_the_line_and_in_words(pages):
    page = pages["figures/station.html"]
    assert "54 is what the figures leave possible" in text(page)
    assert page.xpath("//li[contains(., 'The Lantern')]//rect[@class='band']")
    assert "Europe : 3 or more" in text(page).replace("Europe:", "Europe :")


def test_a_bound_of_a_moment_without_a_date_says_who_tells_of_it(public):
    found = public.reconciliation
    told = next(one for one in public.statements if one.measure == "station")
    bounds = tuple(replace(one, as_of="", undated=(told.id,)) for one in found.bounds)
    again = replace(public, reconciliation=replace(found, bounds=bounds))
    page = dict(build.pages(again, True))["figures/station.html"].decode()
    document = next(one for one in public.documents if one.id == told.document)
    assert f"at the undated time of {document.publisher}" in page


def test_conflicts_stand_first_with_the_words_of_their_figures(pages):
    page = pages["figures.html"]
    assert text(page).index("that no reading removes") < text(page).index("What is counted")
    links = page.xpath("//article//a/@href")
    assert {"documents/a.html#s5", "documents/a.html#s1"} <= set(links)
    assert "Revisions" in text(page) and "set aside" in text(page)


def test_many_conflicts_and_many_steps_go_to_pages_of_their_own(told, monkeypatch):
    monkeypatch.setattr("longarm.publication.site.hosts.MANY", 2)
    found = _found(told)
    many = tuple(replace(found.groups[0], sentence=f"{number}. {'words ' * 500}") for number in range(80))
    made = dict(build.pages(told.public(replace(found, groups=many)), True))
    listed = [html.fromstring(made[path]) for path in sorted(made) if path.startswith("figures/conflicts")]
    assert len(listed) > 1 and sum(len(page.xpath("//article")) for page in listed) == 80
    assert all(len(data) < 150_000 for data in made.values())
    (first,) = html.fromstring(made["responses.html"]).xpath("//table//a[contains(., 'Netherlands')]/@href")
    assert "the office was closed" in made[first].decode()


def test_too_many_marks_are_drawn_as_counts(public, monkeypatch):
    monkeypatch.setattr("longarm.publication.site.timeline.MOST", 1)
    monkeypatch.setattr("longarm.publication.site.timeline._FULL", 1)
    page = html.fromstring(dict(build.pages(public, True))["timeline.html"])
    assert "September 2022: 1" in page.xpath("//div[@class='time']//title/text()")
    assert all(page.xpath(f"//li[@id='{href[1:]}']") for href in page.xpath("//div[@class='time']//a[title]/@href"))


@pytest.mark.parametrize(
    ("consistent", "words"),
    [("yes", "All of them can be true"), ("unknown", "It is not known"), ("under-readings", "They can, but only if")],
)
def test_the_verdict_is_the_first_thing_said(told, consistent, words):
    made = dict(build.pages(told.public(Reconciliation(consistent)), True))
    assert words in text(html.fromstring(made["figures.html"]))


def test_a_case_that_was_not_reconciled_says_so(told):
    made = dict(build.pages(told.public(), True))
    assert "was not worked out" in made["figures.html"].decode()


# --- timeline ---------------------------------------------------------------------------------------------------------


def _marks(public):
    return {mark.event.id: (lane.id, mark) for lane in Timeline(Dossier(public)).lanes for mark in lane.marks}


def test_events_are_drawn_no_sharper_than_they_are_told(public):
    marks = _marks(public)
    assert marks["event-s7"][1].shape == "within" and marks["event-s7"][0] == "acts"
    assert marks["event-s10"][1].shape == "day" and marks["event-s10"][0] == "states"
    assert marks["event-s9"][1].shape == "by" and when(marks["event-s9"][1].event) == "by 14 September 2022"
    assert marks["event-s12"][1].shape == "within" and when(marks["event-s12"][1].event) == "November 2022"
    assert marks["text-b"][1].shape == "within" and marks["text-a"][1].shape == "day"


def test_what_has_no_date_stands_in_a_list_of_its_own(public, pages):
    undated = {event.id: lane.id for lane in Timeline(Dossier(public)).lanes for event in lane.undated}
    assert undated == {"event-happening-1": "acts", "event-s13": "law", "text-c": "texts"}
    lists = pages["timeline.html"].xpath("//ul[contains(@class, 'plain')]/li/@id")
    assert set(lists) == set(undated)


def test_acts_that_are_told_in_general_are_counted(told):
    case = Told()
    case.document("a", "2022")
    case.say("relatives are often threatened", "act", method="coercion-by-proxy")
    assert "1 statement tells of acts in general" in text(
        html.fromstring(dict(build.pages(case.public(), True))["timeline.html"])
    )


@pytest.mark.parametrize(
    ("days", "first", "fewest"),
    [(("2022-05-02",), "May", 1), (("2021-11-05", "2022-08-01"), "Nov", 9), (("2019", "2024"), "2019", 5)],
)
def test_there_is_always_a_date_under_the_axis(days, first, fewest):
    case = Told()
    for number, day in enumerate(days):
        case.document(f"d{number}", day)
    ticks = Timeline(Dossier(case.public())).ticks
    assert ticks[0].words == first and len(ticks) >= fewest
    assert all(0 <= tick.at <= 100 for tick in ticks)


def test_marks_in_a_row_do_not_cover_one_another(public):
    for lane in Timeline(Dossier(public)).lanes:
        rows: dict[int, float] = {}
        for mark in lane.marks:
            assert 0 <= mark.start <= mark.end <= 100
            assert mark.end - (2.6 if mark.shape == "by" else mark.length) >= rows.get(mark.row, 0) - 0.01
            rows[mark.row] = max(mark.end, mark.start + (0 if mark.shape == "by" else 2.6))


def test_every_mark_of_the_timeline_leads_to_its_words(pages):
    page = pages["timeline.html"]
    hrefs = page.xpath("//div[@class='time']//a[title]/@href")
    assert len(hrefs) == len(set(hrefs)) > 6
    assert all(page.xpath(f"//li[@id='{href[1:]}']//a") for href in hrefs)


def test_long_timelines_are_listed_on_pages_of_their_own(public, monkeypatch):
    monkeypatch.setattr("longarm.publication.site.timeline.MANY", 2)
    made = dict(build.pages(public, True))
    page = html.fromstring(made["timeline.html"])
    hrefs = page.xpath("//div[@class='time']//a[title]/@href")
    assert len({href.partition("#")[0] for href in hrefs}) > 1
    for href in hrefs:
        path, _, anchor = href.partition("#")
        assert html.fromstring(made[posixpath.normpath(path)]).xpath(f"//li[@id='{anchor}']")


# --- responses --------------------------------------------------------------------------------------------------------


def test_steps_stand_by_country_the_latest_first(public, pages):
    hosts = {host.place.id if host.place else "": host for host in Hosts(Dossier(public)).told}
    assert [step.event.stage for step in hosts["NL"].steps] == ["closure-order", "investigation"]
    assert hosts["NL"].count("measure") == 1 and hosts["NL"].count("outcome") == 0
    assert [step.event.stage for step in hosts[""].steps] == ["charge"]
    assert "Closure order, 30 October 2022" in text(
        pages["responses.html"].xpath("//tr[contains(., 'Netherlands')]")[0]
    )


def test_a_step_that_is_only_possible_is_not_one_that_was_taken(public, pages):
    (malta,) = (host for host in Hosts(Dossier(public)).told if host.place and host.place.id == "MT")
    assert malta.steps == () and len(malta.spoken) == 1 and malta.count("measure") == 0
    assert "none said to have been taken" in text(pages["responses.html"].xpath("//tr[contains(., 'Malta')]")[0])


def test_the_steps_of_a_claim_stand_on_its_page_the_latest_first_and_never_as_ids(public):
    steps = tuple(one.id for one in public.statements if one.stage in ("investigation", "closure-order", "sanction"))
    claim = replace(public.claims[0], proceedings=(*steps, "s-of-a-statement-that-is-not-released"))
    made = dict(build.pages(replace(public, claims=(claim, *public.claims[1:])), True))
    page = html.fromstring(made[f"claims/{claim.id}.html"])
    shown = [text(one) for one in page.xpath("//article[starts-with(@id, 'step-')]")]
    assert shown[0].startswith("Closure order latest told of 30 October 2022") and "Netherlands" in shown[0]
    assert shown[1].startswith("Investigation") and "police opened an inquiry" in shown[1]
    assert "only possible" in shown[2] and "Spoken of, not said to have been done" in text(page)
    assert not any(one in page.text_content() for one in claim.proceedings)
    links = page.xpath("//article[starts-with(@id, 'step-')]//a/@href")
    assert all(posixpath.normpath(f"claims/{link.partition('#')[0]}") in made for link in links)


def test_proceedings_beside_a_claim_are_told_in_words_each_step_once_with_its_country():
    case = Told()
    case.document("a", "2022-09-14")
    case.document("b", "2022-11")
    case.say("it runs an office", "presence", "NL", method="overseas-station")
    steps = [
        case.say("two men were arrested", "legal", stage="arrest", method="arrest", document=name, claim="c9")
        for name in ("a", "b")
    ]
    case.happenings.append(Happening("happening-1", "arrest", tuple(steps), countries=("NL",)))
    case.claims[0] = replace(case.claims[0], proceedings=tuple(steps))
    page = html.fromstring(dict(build.pages(case.public(), True))["claims/c1.html"])
    (step,) = page.xpath("//article[starts-with(@id, 'step-')]")
    assert "Arrest" in text(step) and "Netherlands" in text(step) and "two men were arrested" in text(step)
    assert "told 2 times" in text(step)
    assert not [one for one in steps if f">{one}<" in html.tostring(page, encoding="unicode")]


def test_a_country_without_a_response_is_said_to_have_none(public, pages):
    assert [place.id for place in Hosts(Dossier(public)).silent] == ["CA"]
    assert text(pages["responses.html"].xpath("//ul[@class='silent']")[0]) == "Canada"


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("the Dutch ministry", ("NL",)),
        ("United States Department of Justice", ("US",)),
        ("police", ()),
        ("Royal Canadian Mounted Police", ("CA",)),
        ("a turkey farm", ()),
    ],
)
def test_the_country_of_an_organ_is_read_from_its_name(words, codes):
    assert countries_of(words) == codes


# --- names ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def named_case():
    """An allegation against somebody who is named by decision; later a charge, and that it was dropped."""
    case = Told()
    case.document("a", "2022-09-14")
    case.document("b", "2023-06-01")
    case.say("Oskar Lindqvist threatened a baker", "act", "NL", method="coercion-by-proxy")
    case.say("prosecutors charged Lindqvist", "legal", "NL", stage="charge", method="charge", document="a")
    dropped = Period("2023-05-30", "2023-05-30", "day")
    case.say(
        "the charge against Lindqvist was dropped",
        "legal",
        "NL",
        stage="charge-dropped",
        method="charge-dropped",
        document="b",
        period=dropped,
    )
    case.say("somebody else was convicted", "legal", "CA", stage="conviction", method="conviction", document="b")
    listed = (("Oskar Lindqvist", "speaks for the office"), ("Ilse Torvald", "a mayor"))
    return replace(case.public(), withheld=Withheld(listed=listed))


def test_the_latest_outcome_stands_beside_a_name_wherever_it_is_alleged_of(named_case):
    made = {path: html.fromstring(data) for path, data in build.pages(named_case, True) if path.endswith(".html")}
    for claim in ("c1", "c2"):
        (fact,) = made[f"claims/{claim}.html"].xpath("//li[contains(., 'in the matter of')]")
        assert "Oskar Lindqvist: Charge dropped, 30 May 2023" in text(fact)
        assert fact.xpath(".//a/@href") == ["../documents/b.html#s3"]
    assert "in the matter of" not in text(made["claims/c3.html"]), "it tells of that outcome itself"
    assert "in the matter of" not in text(made["claims/c4.html"])
    rows = [text(row) for row in made["people.html"].xpath("//table[2]//tbody/tr")]
    assert "Charge dropped, 30 May 2023" in rows[0] and rows[1].endswith("none")


def test_a_brief_tells_the_latest_outcome_beside_a_name(named_case):
    told = " ".join(html.fromstring(pdf.page(named_case, Scope(), draft=True)).text_content().split())
    assert "[Latest told of in the matter of Oskar Lindqvist: charge dropped, 30 May 2023]" in told


# --- all --------------------------------------------------------------------------------------------------------------


def test_hostile_words_stay_words(pages):
    drawn = [page for path, page in pages.items() if path.startswith(("map", "timeline", "figures", "responses"))]
    assert len(drawn) > 4
    for page in drawn:
        assert not page.xpath("//script[not(@src)]")
        titles = [title for title in page.xpath("//svg//title") if len(title)]
        assert not titles


def test_measures_whose_names_look_alike_keep_apart():
    case = Told()
    case.document("a", "2022")
    for noun in ("\u7ad9", "\u5c40", "Post", "post"):
        case.say(f"three {noun}", low=3, high=3, number="three", measure=noun)
    page = html.fromstring(dict(build.pages(case.public(), True))["figures/other.html"])
    assert len(page.xpath("//h2[bdi]")) == 4
    assert len(set(page.xpath("//@id"))) == len(page.xpath("//@id"))


def test_the_same_case_gives_the_same_pages(told):
    assert list(build.pages(told.public(_found(told)), True)) == list(build.pages(told.public(_found(told)), True))


def test_a_case_without_anything_has_pages_that_say_so():
    made = dict(build.pages(PublicCase("Empty"), True))
    assert b"No place" in made["map.html"] and b"No event" in made["timeline.html"]
    assert b"No figure" in made["figures.html"] and b"No response" in made["responses.html"]


def test_drawn_pages_stay_light(public):
    for path, data in build.pages(public, True):
        assert len(data) < 150_000, path


def _rings(path: str) -> list[list[tuple[float, float]]]:
    rings = []
    for part in filter(None, path.split("M")):
        head, _, steps = part.rstrip("z").partition("l")
        x, y = (float(number) for number in head.split(","))
        ring, numbers = [(x, y)], [float(number) for number in re.findall(r"-?\d+", steps)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        rings.append(ring)
    return rings


def _is_inside(path: str, x: float, y: float) -> bool:
    inside = False
    for ring in _rings(path):
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                inside = not inside
    return inside
