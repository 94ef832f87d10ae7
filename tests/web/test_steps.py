"""The steps of proceedings on a claim's page at the desk."""

import dataclasses

import pytest

from longarm.storage import derived
from longarm.storage.ledger import Ledger
from longarm.storage.paths import CasePaths


@pytest.mark.parametrize(("happening", "steps"), [("hap-one", 1), ("", 2)])
def test_a_step_that_is_told_twice_is_listed_once_with_both_tellings(case, place, happening, steps) -> None:
    with Ledger(CasePaths(case), writable=True) as ledger:
        weighed = derived.load_weighed(ledger)
        claim = weighed.claims[0]
        tellings, page = claim.statements[:2], claim.id
        claim = dataclasses.replace(claim, happening=happening, proceedings=tellings)
        joined = (claim, *weighed.claims[1:])
        derived.store_weighed(ledger, dataclasses.replace(weighed, claims=joined), derived.weighed_from(ledger))
    text = place.somebody().get(f"/claims/{page}").text
    listed = text.partition("<h2>Proceedings</h2>")[2].partition("<h2>")[0]
    assert listed.count('<div class="reply">') == steps
    assert all(f"/statements/{one}" in listed for one in tellings)
