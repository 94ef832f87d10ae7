"""What an edition changes against the last one: told on a page and in the data, in codes, numbers and ids."""

import json
import random
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longarm.desk.leaving.editions import edition
from longarm.model.claims import Independence
from longarm.model.codec import to_data
from longarm.model.editions import Edition, Issue, edition_entry, edition_of
from longarm.model.public import PublicCase
from longarm.model.reconciliation import Bound, Reconciliation
from longarm.publication.build import files
from longarm.publication.changes import Changes, changes
from longarm.publication.site.changes import Issued
from longarm.publication.site.dossier import Dossier

FIRST_DAY, DAY = "2026-05-03T08:00:00+00:00", "2026-06-01T08:00:00+00:00"


@pytest.fixture
def counted(public) -> PublicCase:
    because = public.claims[0].statements[:1]
    bounds = (
        Bound("station", "Canada", "CA", "2022-09", "all", 51, None, True, False, because),
        Bound("station", "World", "m49:001", "", "all", 54, 54, True, False, because),
    )
    return replace(public, reconciliation=Reconciliation(bounds=bounds))


def issue(was: PublicCase, now: PublicCase, questions: tuple[tuple[str, str], ...] = ()) -> Issue:
    return Issue(edition(now, 2, "Bo", DAY), (edition(was, 1, "Ada", FIRST_DAY),), questions)


def between(was: PublicCase, now: PublicCase) -> Changes:
    return changes(issue(was, now))


def with_claim(case: PublicCase, **values: Any) -> PublicCase:
    return replace(case, claims=(replace(case.claims[0], **values), *case.claims[1:]))


def aspects(was: PublicCase, now: PublicCase) -> list[tuple[str, str | int, str | int]]:
    (changed,) = between(was, now).changed
    assert changed.claim == was.claims[0].id
    return [(one.id, one.before, one.after) for one in changed.aspects]


def pages(made: Issue, case: PublicCase) -> dict[str, str]:
    return {path: data.decode("utf-8-sig", "replace") for path, data in files(case, draft=False, issue=made)}


def test_nothing_changed_is_an_empty_list(counted):
    made = between(counted, counted)
    assert not made and made.new == made.withdrawn == () and made.changed == () and made.recounts == ()


def test_the_order_of_claims_statements_and_bounds_is_no_change(counted):
    turned = replace(
        counted,
        claims=tuple(replace(one, statements=one.statements[::-1]) for one in reversed(counted.claims)),
        statements=counted.statements[::-1],
        reconciliation=replace(counted.reconciliation, bounds=counted.reconciliation.bounds[::-1]),
    )
    assert not between(counted, turned)


def test_what_stands_elsewhere_in_the_release_is_no_change_of_a_claim(counted):
    """Offsets move when a passage before is released too, and masked persons are numbered over the whole release."""
    moved = tuple(replace(one, span=replace(one.span, start=900, end=999)) for one in counted.statements)
    named = with_claim(counted, question="Did [person 3] speak?")
    assert not between(counted, replace(counted, statements=moved))
    assert not between(named, with_claim(counted, question="Did [person 4] speak?"))


def test_new_and_withdrawn_claims_are_told_by_id(counted):
    fewer = replace(counted, claims=counted.claims[1:])
    gone = counted.claims[0].id
    assert between(fewer, counted).new == (gone,)
    assert between(counted, fewer).withdrawn == (gone,)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"support": "corroborated"}, ("support", "single", "corroborated")),
        ({"contest": "unanswered"}, ("contest", "denied-in-general", "unanswered")),
        ({"independence": Independence(2, 2)}, ("independence", "1-2", "2")),
        ({"proceedings": ("step-1",)}, ("proceedings", 0, 1)),
        ({"replies": ()}, ("replies", 1, 0)),
        ({"question": "How many are there?"}, ("question", "", "")),
    ],
)
def test_each_change_of_a_claim_is_told_by_its_name(counted, values, told):
    assert aspects(counted, with_claim(counted, **values)) == [told]


def test_a_corrected_figure_is_told_at_its_claim(counted):
    first = counted.statements[0]
    quantity = replace(first.quantity, interval=replace(first.quantity.interval, low=52))
    corrected = replace(counted, statements=(replace(first, quantity=quantity), *counted.statements[1:]))
    assert aspects(counted, corrected) == [("told", "", "")]


def test_bounds_that_changed_came_or_went_are_told(counted):
    canada, _ = counted.reconciliation.bounds
    other = replace(canada, place="Toronto", place_id="gn:6167865")
    now = replace(counted, reconciliation=Reconciliation(bounds=(replace(canada, high=60), other)))
    told = {
        (one.before and (one.before.place, one.before.high), one.after and (one.after.low, one.after.high))
        for one in between(counted, now).recounts
    }
    assert told == {(("CA", None), (51, 60)), (("m49:001", 54), None), (None, (51, None))}
    assert not between(counted, counted).recounts


def test_an_edition_holds_ids_codes_and_numbers_and_no_words(counted):
    bounds = (replace(counted.reconciliation.bounds[0], counted_set="those of Petra Vondrak", measure="secret rooms"),)
    named = replace(counted, reconciliation=Reconciliation(bounds=bounds))
    body = json.dumps(edition_entry(edition(named, 1, "Bo", DAY)).body)
    words = ("Vondrak", "secret", "Rovia", "Border Watch", "How many")
    assert not [word for word in words if word in body]


def test_an_edition_comes_back_from_its_entry_as_it_was(counted):
    made = edition(counted, 3, "Bo", DAY)
    assert edition_of(edition_entry(made)) == made
    assert {field.name for field in fields(Edition)} - {"by", "at", "sequence"} == set(to_data(made)) - {"by", "at"}


@given(seed=st.integers())
def test_editions_are_compared_by_what_they_hold_and_not_by_its_order(seed):
    claims = [(f"claim-{n}", str(n)) for n in range(6)]
    shuffled = random.Random(seed).sample(claims, len(claims))
    assert not changes(Issue(Edition(2, tuple(shuffled)), (Edition(1, tuple(claims)),)))


def test_the_first_edition_says_so(counted):
    made = Issue(edition(counted, 1, "Bo", DAY))
    site = pages(made, counted)
    assert "first edition" in site["changes.html"] and "first edition" in site["index.html"]
    assert json.loads(site["data/changes.json"])["since"] is None
    assert "data/changes.csv" not in site


def test_the_front_page_the_page_of_changes_and_the_data_tell_the_same(counted):
    was = replace(counted, claims=counted.claims[1:])
    now = with_claim(counted, support="corroborated")
    now = replace(now, claims=(now.claims[0], now.claims[2]))
    gone = counted.claims[1].id
    site = pages(issue(was, now, ((gone, "Was this done to the sailors?"),)), now)
    sentence = "Since edition 1 of 3 May 2026: 1 claim new, 1 withdrawn."
    assert sentence in site["index.html"] and sentence in site["changes.html"]
    assert "Was this done to the sailors?" in site["changes.html"] and gone in site["changes.html"]
    told = json.loads(site["data/changes.json"])
    assert told["edition"] == {"number": 2, "date": "2026-06-01"}
    assert told["withdrawn"] == [{"claim": gone, "question": "Was this done to the sailors?"}]
    assert told["new"] == [now.claims[0].id]
    claims = json.loads(site["data/claims.json"])
    assert claims["edition"] == told["edition"] and claims["changes"] == told
    rows = site["data/changes.csv"].splitlines()
    assert [row.split(",")[0] for row in rows] == ["change", "new", "withdrawn"]
    assert "Edition 2, 2026-06-01" in site["data/README.txt"]


def test_every_page_is_cited_with_its_edition(counted):
    site = pages(issue(counted, counted), counted)
    assert all("edition 2 of 1 June 2026" in text for path, text in site.items() if path.endswith(".html"))


def test_who_published_an_edition_stays_in_the_case(counted):
    made = Issue(edition(counted, 2, "Xenia Quill", DAY), (edition(counted, 1, "Ottoline Bray", FIRST_DAY),))
    assert not [path for path, text in pages(made, counted).items() if "Quill" in text or "Bray" in text]


def test_a_draft_is_no_edition_and_compares_nothing(site):
    assert "no edition: nothing is compared" in site["changes.html"]
    assert "data/changes.json" not in site
    assert "edition" not in json.loads(site["data/claims.json"])


@pytest.mark.parametrize(
    ("new", "changed", "withdrawn", "said"),
    [
        (4, 1, 1, "4 claims new, 1 changed, 1 withdrawn"),
        (0, 1, 0, "1 claim changed"),
        (0, 0, 2, "2 claims withdrawn"),
        (0, 0, 0, ""),
    ],
)
def test_the_changes_are_one_sentence(public, new, changed, withdrawn, said):
    kept = [(f"kept-{n}", "1") for n in range(changed)]
    last = Edition(1, (*kept, *((f"old-{n}", "1") for n in range(withdrawn))))
    now = Edition(2, (*((id_, "2") for id_, _ in kept), *((f"new-{n}", "1") for n in range(new))))
    assert Issued(Dossier(public), Issue(now, (last,))).summary == said


def test_a_claim_says_how_it_stood_in_every_edition(counted):
    now = with_claim(counted, support="corroborated", contest="answered", independence=Independence(2, 3))
    id_ = counted.claims[0].id
    page = pages(issue(counted, now), now)[f"claims/{id_}.html"]
    told = page[page.index("How it stood") : page.index("</table>", page.index("How it stood"))]
    assert told.index("edition 2 of 1 June 2026") < told.index("edition 1 of 3 May 2026")
    assert "corroborated" in told and "not corroborated" in told and "2, up to 3" in told and "answered" in told
    alone = Issue(edition(now, 1, "Ada", FIRST_DAY))
    assert "How it stood" not in pages(alone, now)[f"claims/{id_}.html"]
