# ruff: noqa: E501
"""Pairs of made-up articles about one made-up report, and what must be read in them, each with the cue it hangs on.

Twenty pairs: other states, watchdogs, places, numbers, orders of sentences, active and passive. A `Line` is one thing
that must be read; its `without` is the same text with the cue taken out, and there the line must not hold.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Answer = dict[str, Any]  # what `longarm read` gives for one text


@dataclass(frozen=True)
class Setting:
    """The names and numbers of one variant."""

    state: str
    adjective: str
    watchdog: str
    respelt: str
    title: str
    title_number: int
    home_city: str
    host_city: str
    host_country: str
    continent: str
    region: str
    third_city: str
    prosecutor: str
    over: int
    some: int
    total: int
    hosts: int
    returned: int
    charged: int
    start: tuple[str, str]
    end: tuple[str, str]
    day: tuple[str, str]
    is_passive: bool
    is_turned: bool


STATES = [("Turkey", "Turkish"), ("Iran", "Iranian"), ("Russia", "Russian"), ("Rwanda", "Rwandan"), ("Belarus", "Belarusian"),
          ("Vietnam", "Vietnamese"), ("Egypt", "Egyptian"), ("Tajikistan", "Tajik"), ("China", "Chinese"), ("Eritrea", "Eritrean")]  # fmt: skip
WATCHDOGS = [("Border Watch Initiative", "BorderWatch Initiative"), ("Open Shore Monitor", "Openshore Monitor"),
             ("Far Reach Observatory", "Farreach Observatory"), ("Lantern Rights Network", "Lanternrights Network"),
             ("Safe Harbour Alliance", "Safeharbour Alliance")]  # fmt: skip
TITLES = [("{} Doors: Policing Without Borders", 47), ("{} Long Shadows: Control at a Distance", 31), ("{} Rooms Abroad", 212), ("Knock at Dawn: {} Cities, One Police", 88)]  # fmt: skip
PLACES = [("Chicago", "Lyon", "France", "Europe", "South America", "Boston"), ("Sydney", "Porto", "Portugal", "Europe", "North America", "Melbourne"),
          ("Nairobi", "Osaka", "Japan", "Africa", "Asia", "Lagos"), ("Buenos Aires", "Munich", "Germany", "South America", "Europe", "Santiago"),
          ("Houston", "Vancouver", "Canada", "Asia", "North America", "Seattle")]  # fmt: skip
PROSECUTORS = [
    "Ministry of Justice",
    "Department of Justice",
    "Attorney General's Office",
    "Federal Prosecutor's Office",
    "Office of the Public Prosecutor",
]
MONTHS = [("May", "05"), ("October", "10"), ("January", "01"), ("June", "06"), ("March", "03")]
DAYS = [("March 9", "XXXX-03-09"), ("June 23", "XXXX-06-23"), ("November 4", "XXXX-11-04"), ("August 30", "XXXX-08-30")]


def settings() -> Iterator[Setting]:
    """Twenty settings, each another mixture."""
    for n in range(20):
        state, adjective = STATES[n % len(STATES)]
        watchdog, respelt = WATCHDOGS[n % len(WATCHDOGS)]
        title, number = TITLES[n % len(TITLES)]
        home, host, country, continent, region, third = PLACES[(n + n // 5) % len(PLACES)]
        (m1, d1), (m2, d2) = MONTHS[n % 5], MONTHS[(n + 2) % 5]
        yield Setting(
            state, adjective, watchdog, respelt, title.format(number), number, home, host, country, continent, region,
            third, PROSECUTORS[(n // 2) % len(PROSECUTORS)], 40 + 7 * n, 20 + 10 * (n % 4), 63 + 4 * n, 25 + n, 18_000 + 1_300 * n,
            12 + n, (f"{m1} {2015 + n % 5}", f"{2015 + n % 5}-{d1}"), (f"{m2} {2021 + n % 3}", f"{2021 + n % 3}-{d2}"), DAYS[n % 4], n % 2 == 1, n % 3 == 1,
        )  # fmt: skip


def declaring(s: Setting) -> dict[str, str]:
    """The article that declares the report as its source: paragraphs by name, in order."""
    declaration = (
        f"The findings were published by the rights group {s.watchdog} in a report."
        if not s.is_passive
        else f"The rights group {s.watchdog} published a report about them."
    )
    body = {
        "counts": (
            f"Dozens of police stations stand in many countries of the world. "
            f"{s.state} has three stations in {s.host_city} ({s.host_country}). "
            f"All in all, more than {s.over} police stations exist in some {s.some} countries."
        ),
        "title": f"The report, entitled {s.title}, says that the stations are used to keep {s.adjective} emigrants in line.",
        "returns": (
            f"The report notes that from {s.start[0]} to {s.end[0]}, {s.adjective} authorities claimed that "
            f"{s.returned:,} {s.adjective} citizens were persuaded to return home."
        ),
        "methods": "Among the ways to make them return are alleged human rights violations.",
        "fears": f"{s.watchdog} fears that these stations also serve as centres for spying on exiles.",
        "open-quote": (
            f'{s.watchdog} complained that "such practices bypass judicial cooperation, break international law, '
            f"and may violate the sovereignty of the states that host them."
        ),
        "quote": (
            '"While such practices spread and new posts open, governments must investigate them and protect everybody '
            'who is under threat," the report concludes.'
        ),
    }
    order = list(body)
    if s.is_turned:
        order = ["counts", "returns", "title", "quote", "methods", "open-quote", "fears"]
    return {
        "headline": f"{s.adjective} police abroad",
        "opening": (
            f"{s.state} has built up several overseas police service stations, including one in {s.home_city}. "
            f"{declaration}"
        ),
        **{name: body[name] for name in order},
        "marker": "*Update:",
        "late": f"Nine police stations operate in {s.host_country}.",
        "update": (
            f"On {s.day[0]}, the {s.prosecutor} announced the arrest and indictment of two {s.adjective} citizens. "
            f"The suspects are accused of operating a police station in {s.third_city}. "
            f"The {s.prosecutor} also announced charges against at least {s.charged} officials."
        ),
    }


def bare(s: Setting) -> dict[str, str]:
    """The article that tells the same and declares nothing."""
    total = (
        f"A total of {s.total} of these police stations are run by {s.state} in {s.hosts} countries around the world."
        if s.is_passive
        else f"{s.state} runs a total of {s.total} of these police stations in {s.hosts} countries around the world."
    )
    body = {
        "places": (
            f"The police stations are mostly in {s.continent}, but there are also four {s.adjective} police stations in "
            f"{s.region}. {s.home_city} is home to one; the other three are found in {s.host_country}."
        ),
        "total": total,
        "use": f"The {s.adjective} police stations are reportedly used to watch emigrants.",
        "estimate": f"An estimated {s.returned:,} {s.adjective} citizens have returned home through the stations.",
        "critics": "Critics of the stations say that their methods violate international law.",
        "quote": (
            f"“Such practices avoid judicial cooperation and break the rules of international law, and they may violate "
            f"the sovereignty of third states,” said {s.respelt} in a recent report."
        ),
        "title": f"The report is published as “{s.title}.”",
        "potential": f"The report describes the potential for harassment and threats against {s.adjective} exiles.",
        "reply": f"For its part, {s.state} describes the stations as a useful service for its citizens abroad.",
    }
    order = list(body)
    if s.is_turned:
        order = ["total", "places", "estimate", "use", "quote", "title", "potential", "critics", "reply"]
    return {
        "headline": f"{s.adjective} stations abroad",
        "opening": f"{s.state} has begun opening overseas police stations to monitor {s.adjective} emigrants.",
        **{name: body[name] for name in order},
    }


def text_of(paragraphs: dict[str, str]) -> str:
    """The paragraphs as one text."""
    return "\n\n".join(paragraphs.values())


# --- what must be read -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Line:
    """One thing that must be read in a text, and the cue it hangs on.

    Attributes:
        article: `declaring` or `bare`.
        without: (paragraph, words, instead): the cue, and what stands there when it is taken out.
        holds: whether the answer has it.
    """

    name: str
    article: str
    without: tuple[str, str, str]
    holds: Callable[[Answer, Setting], bool]


def _figures(answer: Answer, **wanted: Any) -> list[dict[str, Any]]:
    found = [x for x in answer["statements"] if x["kind"] == "figure"]
    if "measure" in wanted:
        found = [x for x in found if x["measure"] == wanted["measure"]]
    if "interval" in wanted:
        found = [x for x in found if (x["quantity"]["low"], x["quantity"]["high"]) == wanted["interval"]]
    if "place" in wanted:
        found = [x for x in found if any(p["role"] == "scope" and p["name"] == wanted["place"] for p in x["places"])]
    if "qualifier" in wanted:
        found = [x for x in found if x["quantity"]["qualifier"] == wanted["qualifier"]]
    return found


def _voices(statement: dict[str, Any]) -> list[str]:
    return [voice["name"] for voice in statement["voices"]][1:]


def _found(statement: dict[str, Any]) -> list[str]:
    return [voice["found"] for voice in statement["voices"]]


def _containing(answer: Answer, words: str, *kinds: str) -> list[dict[str, Any]]:
    return [x for x in answer["statements"] if words in x["span"]["words"] and (not kinds or x["kind"] in kinds)]


def _hedged(answer: Answer, words: str, kind: str) -> bool:
    found = _containing(answer, words)
    return bool(found) and all(any(h["kind"] == kind for h in x["hedges"]) for x in found if x["kind"] != "quotation")


def _returns(answer: Answer, s: Setting) -> list[dict[str, Any]]:
    return _figures(answer, measure="returned", interval=(s.returned, s.returned))


def _inherits(answer: Answer, s: Setting) -> bool:
    found = _figures(answer, measure="station", place=s.host_city)
    return bool(found) and all(_found(x) == ["author", "inherited"] and _voices(x) == [s.watchdog] for x in found)


def _about(n: int) -> tuple[int, int]:
    """The interval of "some n" and "an estimated n" for the numbers used here (conventions of the language data)."""
    digits = str(n).rstrip("0")
    half_unit = 10 ** (len(str(n)) - len(digits)) / 2
    slack = max(half_unit, n * 0.05)
    return int(n - slack // 1 - (slack % 1 > 0)), int(n + slack // 1 + (slack % 1 > 0))


LINES: tuple[Line, ...] = (
    Line("more than n is open upwards", "declaring", ("counts", "more than ", ""),
         lambda a, s: bool(_figures(a, measure="station", interval=(s.over + 1, None), place="World"))),
    Line("some n is an interval", "declaring", ("counts", "some ", ""),
         lambda a, s: bool(_figures(a, measure="host-country", interval=_about(s.some)))),
    Line("a figure counts in the place it stands in", "declaring", ("counts", " in {host_city} ({host_country})", ""),
         lambda a, s: bool(_figures(a, measure="station", interval=(3, 3), place=s.host_city))),
    Line("including one is at least one", "declaring", ("opening", "including one in", "in addition to those in"),
         lambda a, s: bool(_figures(a, measure="station", interval=(1, None), place=s.home_city))),
    Line("a bare sentence inherits the declared source", "declaring",
         ("opening", "{declaration}", "It is a large undertaking."), _inherits),
    Line("an update note inherits nothing", "declaring", ("marker", "*Update:", "Background:"),
         lambda a, s: any(_found(x) == ["author"] for x in _containing(a, "Nine police stations", "figure"))),
    Line("the returns have the chain of three", "declaring", ("returns", "The report notes that from", "From"),
         lambda a, s: any(_voices(x) == [s.watchdog, f"{s.adjective} authorities"] for x in _returns(a, s))),
    Line("the returns have their period", "declaring", ("returns", " from {start} to {end},", ""),
         lambda a, s: any((x["period"] or {}).get("start") == s.start[1] and x["period"]["end"] == s.end[1] for x in _returns(a, s))),
    Line("two arrested and two indicted", "declaring", ("update", "arrest and indictment", "indictment"),
         lambda a, s: bool(_figures(a, measure="arrested", interval=(2, 2))) and bool(_figures(a, measure="indicted", interval=(2, 2)))),
    Line("the announcement is the prosecutor's", "declaring",
         ("update", "the {prosecutor} announced the arrest and indictment of two {adjective} citizens", "two {adjective} citizens were arrested"),
         lambda a, s: any(s.prosecutor.split()[0] in " ".join(_voices(x)) for x in _figures(a, measure="arrested", interval=(2, 2)))),
    Line("a day without a year stays one", "declaring", ("update", "On {day}", "On {day}, 2019"),
         lambda a, s: any((x["said_at"] or x["period"] or {}).get("start") == s.day[1] for x in _figures(a, measure="arrested"))),
    Line("at least n charged", "declaring", ("update", "at least ", ""),
         lambda a, s: bool(_figures(a, measure="charged", interval=(s.charged, None)))),
    Line("accused of is alleged", "declaring", ("update", "are accused of operating", "operated"),
         lambda a, s: _hedged(a, f"a police station in {s.third_city}", "alleged")),
    Line("alleged violations are alleged", "declaring", ("methods", "alleged ", "grave "),
         lambda a, s: _hedged(a, "human rights violations", "alleged")),
    Line("a fear is no assertion", "declaring", ("fears", "fears", "says"),
         lambda a, s: _hedged(a, "serve as centres", "possible")),
    Line("may is no assertion", "declaring", ("open-quote", "may violate", "violate"),
         lambda a, s: _hedged(a, "violate the sovereignty", "possible")),
    Line("a quotation never closed ends with its paragraph", "declaring", ("open-quote", ' "such', " such"),
         lambda a, s: any(x["span"]["words"].startswith("such practices bypass") and x["span"]["words"].rstrip(".").endswith("host them") for x in _containing(a, "bypass", "quotation"))),
    Line("a long quotation has its speaker", "declaring", ("quote", '," the report concludes.', '."'),
         lambda a, s: any(_voices(x) == [s.watchdog] for x in _containing(a, "governments must investigate", "quotation"))),
    Line("the number of the title counts nothing", "declaring", ("title", "The report, entitled {title}, says that", "{title_number} doors were counted, and"),
         lambda a, s: not any(x["quantity"]["low"] == s.title_number for x in _figures(a))),
    Line("a total in the world", "bare", ("total", " in {hosts} countries around the world", " in {host_city}"),
         lambda a, s: bool(_figures(a, measure="station", interval=(s.total, s.total), place="World"))),
    Line("the host countries", "bare", ("total", "{hosts} countries", "many countries"),
         lambda a, s: bool(_figures(a, measure="host-country", interval=(s.hosts, s.hosts)))),
    Line("mostly is a majority", "bare", ("places", "mostly ", ""),
         lambda a, s: bool(_figures(a, qualifier="majority", place=s.continent))),
    Line("four in the region", "bare", ("places", "four ", ""),
         lambda a, s: bool(_figures(a, measure="station", interval=(4, 4), place=s.region))),
    Line("home to one", "bare", ("places", "is home to one;", "is a large city;"),
         lambda a, s: bool(_figures(a, measure="station", interval=(1, 1), place=s.home_city))),
    Line("the other three", "bare", ("places", " are found in {host_country}", " are open"),
         lambda a, s: bool(_figures(a, measure="station", interval=(3, 3), place=s.host_country))),
    Line("an estimate is an interval", "bare", ("estimate", "An estimated ", ""),
         lambda a, s: any(x["quantity"]["low"] < s.returned < x["quantity"]["high"] and x["period"] is None for x in _figures(a, measure="returned", qualifier="approx"))),
    Line("a bare sentence keeps the author alone", "bare", ("total", "{total_sentence}", "According to {respelt}, {total_sentence}"),
         lambda a, s: all(_found(x) == ["author"] for x in _figures(a, interval=(s.total, s.total))) and bool(_figures(a, interval=(s.total, s.total)))),
    Line("reportedly is reported", "bare", ("use", "reportedly ", ""), lambda a, s: _hedged(a, "used to watch", "reported")),
    Line("critics are a voice", "bare", ("critics", "Critics of the stations say that their", "Their"),
         lambda a, s: any(_voices(x) == ["Critics"] and x["kind"] == "legal" for x in _containing(a, "violate international law"))),
    Line("the speaker of a quotation comes after it", "bare", ("quote", ",” said {respelt} in a recent report.", ".”"),
         lambda a, s: any(_voices(x) == [s.respelt] for x in _containing(a, "avoid judicial cooperation", "quotation"))),
    Line("a potential is no assertion", "bare", ("potential", "the potential for ", ""),
         lambda a, s: _hedged(a, "harassment and threats", "possible")),
    Line("the accused state's defence is a response", "bare", ("reply", "For its part, {state} describes the stations as", "The stations are"),
         lambda a, s: any(s.state in _voices(x) for x in _containing(a, "useful service", "response"))),
)  # fmt: skip


def paragraphs(line: Line, s: Setting) -> dict[str, str]:
    """The article that a line is about."""
    return declaring(s) if line.article == "declaring" else bare(s)


def without_cue(line: Line, s: Setting) -> dict[str, str]:
    """The article with the line's cue taken out."""
    article = paragraphs(line, s)
    name, words, instead = line.without
    opening = article["opening"]
    values = {
        **{field: getattr(s, field) for field in s.__dataclass_fields__},
        "start": s.start[0],
        "end": s.end[0],
        "day": s.day[0],
        "declaration": opening[opening.index(". ") + 2 :] if ". " in opening else "",
        "total_sentence": article.get("total", ""),
    }
    cue = words.format(**values)
    if cue not in article[name]:
        raise AssertionError(f"the cue {cue!r} of {line.name!r} is not in {article[name]!r}")
    return {**article, name: article[name].replace(cue, instead.format(**values), 1)}
