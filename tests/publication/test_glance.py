"""What the row of a claim shows: who says so, with which reserve, and who answers."""

from dataclasses import replace

from longarm.model.public import PublicHedge
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.glance import glance


def held(public, hedged: int):
    """The dossier in which the first so many statements of its most told claim are alleged, and that claim."""
    claim = max(public.claims, key=lambda one: len(one.statements))
    ids = claim.statements[:hedged]
    hedge = (PublicHedge("alleged", "allegedly", 0),)
    said = tuple(
        replace(one, hedges=hedge if one.id in ids else (), polarity="affirmed") if one.id in claim.statements else one
        for one in public.statements
    )
    return Dossier(replace(public, statements=said)), claim


def test_who_says_it_and_who_answers_are_told(public):
    dossier = Dossier(public)
    claim = next(one for one in public.claims if one.replies)
    found = glance(dossier, claim)
    assert found.parties and found.reply is not None and found.reply.id in claim.replies


def test_a_claim_that_all_allege_is_told_as_alleged_and_one_that_some_do_in_part(public):
    dossier, claim = held(public, 99)
    assert glance(dossier, claim).reserve == "as alleged"
    assert len(claim.statements) > 1
    assert glance(*held(public, 1)).reserve == "in part as alleged"
    assert glance(*held(public, 0)).reserve == ""


def test_who_denies_beside_a_claim_that_this_does_not_contest_replied_with_a_denial(public):
    claim = next(one for one in public.claims if one.replies)
    reply = next(one for one in public.statements if one.id == claim.replies[0])
    denial = replace(reply, polarity="denied", stage="reply")
    said = tuple(denial if one.id == reply.id else one for one in public.statements)
    dossier = Dossier(replace(public, statements=said))
    told = {level: glance(dossier, replace(claim, contest=level)).answer for level in ("answered", "denied-in-general")}
    assert told == {"answered": "replied with a denial", "denied-in-general": "denied"}
