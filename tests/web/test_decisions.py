"""Decisions by form, without scripts: each is an entry, comes back on the page, and can be taken back."""

import dataclasses
import re

import pytest

from longarm.core.hashing import canonical_json
from longarm.desk import overview
from longarm.desk.case import open_case
from longarm.desk.pressing import Pressing
from longarm.model.codec import to_data
from longarm.model.decisions import touches
from longarm.model.matters import (
    Addition,
    Anonymity,
    Correction,
    Description,
    Merge,
    Naming,
    Ownership,
    Release,
    Reply,
    Review,
    Revisit,
    Split,
    Transcript,
    Undo,
    Variants,
    Withholding,
)
from longarm.storage import derived, users
from longarm.storage.ledger import Ledger


def last(place):
    """The last decision of the case."""
    with place.desk.read() as ledger:
        return place.desk.decided(ledger).told[-1]


def decided(place):
    with place.desk.read() as ledger:
        return place.desk.decided(ledger)


@pytest.mark.parametrize("verdict", ["accepted", "rejected", "irrelevant"])
def test_a_verdict_is_one_button(place, ids, verdict):
    mara, statement = place.somebody(), ids["statements"][54]
    answer = mara.decide("/review", f"/statements/{statement}/review", verdict=verdict)
    assert answer.status_code == 303 and answer.headers["location"].endswith(f"#{statement}")
    assert last(place).what == Review(statement, verdict) and last(place).by == "Mara"
    assert f'data-verdict="{verdict}"' in mara.get(f"/statements/{statement}").text
    assert f'id="{statement}"' not in mara.get("/review").text


def test_the_script_gets_the_card_alone(place, ids):
    mara, statement = place.somebody(), ids["statements"][54]
    form = mara.form("/review", f"/statements/{statement}/review")
    answer = mara.send(f"/statements/{statement}/review", {**form, "verdict": "accepted"}, **{"x-longarm-part": "card"})
    assert answer.status_code == 200
    assert answer.text.count("<article") == 1 and "<html" not in answer.text


def test_a_form_that_is_sent_twice_is_one_decision(place, ids):
    mara, statement = place.somebody(), ids["statements"][54]
    form = mara.form("/review", f"/statements/{statement}/review")
    for _ in range(3):
        assert mara.send(f"/statements/{statement}/review", {**form, "verdict": "accepted"}).status_code == 303
    assert len(decided(place).told) == 1


def test_undo_is_another_entry(place, ids):
    mara, statement = place.somebody(), ids["statements"][54]
    mara.decide("/review", f"/statements/{statement}/review", verdict="rejected")
    page = f"/statements/{statement}"
    undo = f"/decisions/{last(place).id}/undo"
    assert mara.decide(page, undo).status_code == 303
    assert isinstance(last(place).what, Undo) and len(decided(place).told) == 2
    assert decided(place).verdict(statement) is None
    assert "Not reviewed" in mara.get(page).text and "does not stand" in mara.get(page).text


def test_two_people_on_one_statement_are_both_shown_and_neither_is_lost(place, ids):
    mara, ede, statement = place.somebody(), place.somebody("Ede"), ids["statements"][54]
    path = f"/statements/{statement}/review"
    hers, his = mara.form("/review", path), ede.form("/review", path)
    mara.send(path, {**hers, "verdict": "accepted"})
    ede.send(path, {**his, "verdict": "rejected"})
    page = ede.get(f"/statements/{statement}").text
    assert "Two people decided differently" in page and "Mara" in page and "Ede" in page
    assert "Two people decided differently" in mara.get("/").text
    assert decided(place).verdicts[statement] == "accepted"
    again = ede.decide(f"/statements/{statement}", path, verdict="rejected")
    assert again.status_code == 303
    assert decided(place).verdicts[statement] == "rejected" and not decided(place).disputes


def test_a_figure_is_corrected_in_its_words(place, ids):
    mara, statement = place.somebody(), ids["statements"][54]
    page = mara.get(f"/statements/{statement}").text
    assert 'name="low" inputmode="numeric" value="54"' in page
    values = filled(page)
    action = f"/statements/{statement}/correct"
    form = mara.form(f"/statements/{statement}", action)
    answer = mara.send(action, {**values, **form, "low": "45", "high": "45", "why": "a slip", "accept": "yes"})
    assert answer.status_code == 303
    correction, review = decided(place).told
    assert isinstance(correction.what, Correction) and correction.what.fields == ("quantity",)
    assert correction.what.to.quantity and correction.what.to.quantity.interval.low == 45 and correction.why == "a slip"
    assert review.what == Review(statement, "accepted")
    assert 'name="low" inputmode="numeric" value="45"' in mara.get(f"/statements/{statement}").text


def filled(page):
    """What the correction form of a page says before anybody changes it."""
    form = page[page.index('id="correct"') :]
    values = dict(re.findall(r'<input name="(\w+)"[^>]*value="([^"]*)"', form))
    values["words"] = re.findall(r"<textarea[^>]*>(.*?)</textarea>", form, re.DOTALL)[0]
    for name, options in re.findall(r'<select name="(\w+)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', options)
        values[name] = chosen.group(1) if chosen else ""
    return values


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("words", "words that stand nowhere", "does not stand in this text"),
        ("low", "many", "number in digits"),
        ("low", "90", "cannot run from"),
        ("place", "Nowhere at all", "no place"),
        ("period_start", "in spring", "no date"),
        ("kind", "gossip", "is one of"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(place, ids, field, value, sentence):
    mara, statement = place.somebody(), ids["statements"][54]
    values = filled(mara.get(f"/statements/{statement}").text)
    action = f"/statements/{statement}/correct"
    extra = {"place_words": "offices", "place_role": "site"} if field == "place" else {}
    form = {**mara.form(f"/statements/{statement}", action), **extra, field: value}
    answer = mara.send(action, {**values, **form})
    assert answer.status_code == 400 and sentence in answer.text
    assert not decided(place).told


def test_a_statement_is_added_by_its_words_alone(place, ids):
    mara, document = place.somebody(), ids["documents"]["a.txt"]
    values = {
        "words": "named 30  towns\nand 12 villages",
        "kind": "figure",
        "number": "12",
        "low": "12",
        "high": "12",
        "measure": "village",
        "voice": "The group",
        "voice_work": "",
        "voice_attitude": "asserts",
        "voice_found": "explicit",
        "place_words": "",
    }
    answer = mara.decide(f"/documents/{document}", f"/documents/{document}/add", **values)
    assert answer.status_code == 303
    added, review = decided(place).told
    assert isinstance(added.what, Addition) and review.what.verdict == "accepted"
    said = added.what.statement
    assert said.span.words == "named 30 towns and 12 villages" and said.quantity and said.quantity.span.words == "12"
    assert [voice.name for voice in said.voices] == ["The Harbour Post", "The group"] and said.by == "Mara"
    page = mara.get(answer.headers["location"]).text
    assert f'id="{said.id}"' in page and "Added or corrected by" in page
    ambiguous = mara.decide(f"/documents/{document}", f"/documents/{document}/add", words="12", kind="act")
    assert ambiguous.status_code == 303 or "stands" in ambiguous.text


def test_a_document_that_no_machine_reads_is_shown_and_takes_statements(place, ids):
    mara, document = place.somebody(), ids["documents"]["c.txt"]
    page = mara.get(f"/documents/{document}").text
    assert "les bureaux sont ouverts" in page and "not machine-read" in page
    values = {"words": "les bureaux sont ouverts", "kind": "presence", "method": "overseas-station"}
    assert mara.decide(f"/documents/{document}", f"/documents/{document}/add", **values).status_code == 303
    assert last(place).what.verdict == "accepted"
    assert "les bureaux sont ouverts" in mara.get(f"/documents/{document}").text


def test_a_document_is_described(place, ids):
    mara, document = place.somebody(), ids["documents"]["b.txt"]
    page, action = f"/documents/{document}", f"/documents/{document}/describe"
    values = {"title": "Second look", "publisher": "Lantern Wire Agency", "published": "2023-05", "language": "en"}
    assert mara.decide(page, action, **values).status_code == 303
    assert last(place).what == Description(document, (("publisher", "Lantern Wire Agency"), ("published", "2023-05")))
    assert "Lantern Wire Agency</bdi>, May 2023" in mara.get(page).text
    assert mara.decide(page, action, published="last May").status_code == 400


def test_a_claim_is_split_and_two_are_merged(place, ids):
    mara, claim = place.somebody(), ids["claim"]
    page, action = f"/claims/{claim}", f"/claims/{claim}/split"
    chosen = [ids["statements"][30], ids["statements"][12]]
    assert mara.decide(page, action, statements=chosen, why="towns are no offices").status_code == 303
    what = last(place).what
    assert isinstance(what, Split) and set(what.statements) == set(chosen) and ids["statements"][54] in what.rest
    everything = list(ids["statements"].values())
    assert mara.decide(page, action, statements=everything).status_code == 400
    answer = mara.send("/judge", {"base": "0", "left": claim, "right": claim, "verdict": "same"})
    assert answer.status_code == 400


def test_replies_days_and_withholding_are_noted(place, ids):
    mara, claim, statement = place.somebody(), ids["claim"], ids["statements"][54]
    page = f"/claims/{claim}"
    values = {"party": "The harbour board", "status": "requested", "on": "2026-01-15"}
    assert mara.decide(page, f"{page}/reply", **values).status_code == 303
    assert isinstance(last(place).what, Reply) and "The harbour board" in mara.get(page).text
    assert mara.decide(page, f"/subjects/{claim}/revisit", on="2020-01-01").status_code == 303
    assert last(place).what == Revisit(claim, "2020-01-01") and "To be looked at again" in mara.get("/").text
    page = f"/statements/{statement}"
    assert mara.decide(page, f"/subjects/{statement}/withhold", why="her address").status_code == 303
    assert last(place).what == Withholding(statement) and "Withheld" in mara.get(page).text
    assert mara.decide(page, f"/subjects/{statement}/withhold", why="it is public").status_code == 303
    assert last(place).what == Withholding(statement, False)


def test_names_of_sources_are_joined_owned_and_made_nobody(place, ids):
    mara, source = place.somebody(), ids["sources"]["Lantern Wire"]
    page = f"/sources/{source}"
    mara.decide(page, f"{page}/variants", name="The Lantern", verdict="same")
    assert last(place).what == Variants(("Lantern Wire", "The Lantern"), "same")
    mara.decide(page, f"{page}/own", owner="Lantern Holding", holds="yes")
    assert last(place).what == Ownership("Lantern Holding", "Lantern Wire")
    mara.decide(page, f"{page}/anonymous", holds="yes")
    assert last(place).what == Anonymity("Lantern Wire")
    assert mara.get(page).text.count("/undo") == 3


def test_an_editor_releases_and_two_people_name(place, ids):
    mara, ede = place.somebody("Mara", "editor"), place.somebody("Ede", "editor")
    statement = ids["statements"][54]
    mara.decide("/review", f"/statements/{statement}/review", verdict="accepted")
    assert ede.decide("/release", "/release/claims", claims=ids["claim"]).status_code == 303
    what = last(place).what
    assert isinstance(what, Release) and what.claim == ids["claim"] and what.holds
    assert "released by <bdi>Ede</bdi>" in ede.get("/release").text
    withdrawn = ede.decide("/release", "/release/claims", claims=ids["claim"], why="a slip")
    assert withdrawn.status_code == 303 and not last(place).what.holds
    assert "you are the only user of this case" in ede.get("/release").text
    for name in ("Mara", "Ede"):
        users.put(place.desk.paths, name, ["editor"], "gulls over the long quay")
    naming = {"base": "0", "name": "Ada Berg", "basis": "mayor", "holds": "yes", "why": "she signed it"}
    assert mara.send("/release/names", naming).status_code == 303
    page = ede.get("/release").text
    assert "not yet" in page and "two different users of this case" in page
    assert ede.decide("/release", "/release/names", why="agreed", holds="yes").status_code == 303
    assert isinstance(last(place).what, Naming) and "may be named" in ede.get("/release").text
    assert mara.send("/release/names", {**naming, "why": ""}).status_code == 400


def test_everything_that_was_decided_stands_in_the_audit(place, ids):
    mara, statement = place.somebody(), ids["statements"][54]
    mara.decide("/review", f"/statements/{statement}/review", verdict="accepted")
    page = mara.get("/audit", params={"subject": "decision"}).text
    assert "accepted a statement" in page and "<bdi>Mara</bdi>" in page
    assert mara.get("/audit").text.count("<tr>") > 5


def test_what_was_decided_is_in_the_case_that_the_commands_open(place, ids):
    mara, statement = place.somebody(), ids["statements"][51]
    mara.decide("/review", f"/statements/{statement}/review", verdict="accepted")
    assert open_case(place.desk.paths.root).settled.reviews == {statement: "accepted"}


def test_a_case_that_is_not_there_any_more_is_told_in_a_sentence(place, ids):
    mara = place.somebody()
    answer = mara.send("/statements/s-gone/review", {"base": "0", "verdict": "accepted"})
    assert answer.status_code == 400 and "there is no statement s-gone" in answer.text.replace("There", "there")
    for path in ("/statements/s-gone", "/claims/c-gone", "/documents/d-gone", "/sources/x-gone", "/works/w-gone"):
        assert mara.get(path).status_code == 404
    assert mara.get("/find/nothing").status_code == 404


def test_a_typed_page_becomes_the_text_of_a_scan(place, tmp_path):
    from tests_web import HERE, load

    from longarm.desk.building.build import build

    (tmp_path / "scan.bin").write_bytes(b"\0\1\2")
    quick = load("quick_again", HERE.parent / "desk" / "quick.py")
    build(place.desk.paths.root, [tmp_path / "scan.bin"], quick.stations())
    mara = place.somebody()
    listed = mara.get("/documents", params={"read": "not"}).text
    document = re.findall(r'/documents/([\w-]+)"><bdi>scan.bin', listed)[0]
    page, action = f"/documents/{document}", f"/documents/{document}/transcribe"
    assert mara.decide(page, action, text="There were 9 offices.", number="1").status_code == 303
    assert isinstance(last(place).what, Transcript)
    assert "There were 9 offices." in mara.get(page).text
    add = mara.decide(page, f"/documents/{document}/add", words="There were 9 offices", kind="presence")
    assert add.status_code == 303


def test_the_words_of_forms_reach_the_ledger_as_they_are(place, ids):
    mara, source = place.somebody(), ids["sources"]["Lantern Wire"]
    name = "Łódź \u202e «Büro» & <b> 'x' 漢字"
    mara.decide(f"/sources/{source}", f"/sources/{source}/variants", name=name, verdict="not-same")
    assert last(place).what.names == ("Lantern Wire", name)
    assert "<b>" not in re.sub(r"</?bdi>", "", mara.get("/audit").text).replace("<body>", "")


def test_a_merge_names_a_statement_of_each_claim():
    assert touches(Merge("claim", ("s-1", "s-2"))) == (("s-1", "claim s-2"),)


def test_a_spreadsheet_is_looked_at_before_its_rows_become_statements(place):
    mara = place.somebody()
    table = (
        b"Date,Place,Description\n2022-05,Rotterdam,Two men told a baker to go home\nsoon,Rotterdam,A call at night\n"
    )
    files = {"table": ("x.csv", table, "text/csv")}
    headers = {"origin": mara.origin}
    shown = mara.client.post("/import", data={"csrf": mara.csrf, "name": "visits.csv"}, files=files, headers=headers)
    assert shown.status_code == 200, shown.text
    assert "1 row can be taken, 1 row cannot" in shown.text and "Two men told a baker" in shown.text
    assert not decided(place).told
    assert mara.send("/import/take", {"name": "other.csv"}).status_code == 400
    assert mara.send("/import/take", {"name": "visits.csv"}).status_code == 400
    taken = mara.send("/import/take", {"name": "visits.csv", "without_bad": "yes"})
    assert taken.status_code == 303 and taken.headers["location"].startswith("/documents/")
    assert isinstance(last(place).what, Addition)
    assert "Two men told a baker" in mara.get(taken.headers["location"]).text
    for name in ("../case.key", "x/y.csv", ".hidden.csv", "case.toml"):
        assert (
            mara.client.post(
                "/import", data={"csrf": mara.csrf, "name": name}, files=files, headers=headers
            ).status_code
            == 400
        )


def test_a_scan_is_shown_as_pictures_beside_what_is_typed(place, tmp_path):
    from tests_web import HERE, load

    from longarm.desk.building.build import build
    from longarm.desk.stations import real

    hostile = load("hostile_for_web", HERE.parent / "hostile.py")
    (tmp_path / "scan.pdf").write_bytes(hostile.minimal_pdf([[], []]))
    build(place.desk.paths.root, [tmp_path / "scan.pdf"], real())
    mara = place.somebody()
    listed = mara.get("/documents", params={"read": "no-text"}).text
    document = re.findall(r'/documents/([\w-]+)"><bdi>scan', listed)[0]
    page = f"/documents/{document}"
    assert mara.get(page).text.count("<img") == 2
    picture = mara.get(f"{page}/pages/2")
    assert picture.headers["content-type"] == "image/png" and picture.content.startswith(b"\x89PNG")
    assert mara.get(f"{page}/pages/3").status_code == mara.get(f"{page}/pages/x").status_code == 404
    mara.decide(page, f"{page}/transcribe", text="Nine offices were shut.", number="1")
    mara.decide(page, f"{page}/transcribe", text="The second page.", number="2")
    text = mara.get(page).text
    assert "Nine offices were shut." in text and "The second page." in text and text.count("<img") == 2


def test_review_begins_with_what_presses_and_tells_why(place, ids):
    mara = place.somebody()
    last_one = ids["statements"][7]
    row = Pressing(last_one, "It accuses the harbour: no reply is in the case, and no origin is proved.")
    with Ledger(place.desk.paths, writable=True) as ledger:
        told = dataclasses.replace(overview.load(ledger), pressing=(row,))
        derived.store_fact(ledger, overview.FACT, canonical_json(to_data(told)))
    page = mara.get("/review").text
    assert "It accuses the harbour" in page and f'id="{last_one}"' in page
    assert "It accuses the harbour" not in mara.get("/review?order=text").text
    mara.decide("/review", f"/statements/{last_one}/review", verdict="accepted")
    assert "It accuses the harbour" not in mara.get("/review").text
