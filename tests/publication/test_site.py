"""The dossier as files: marked, linked, escaped, and never stating a claim as a fact."""

import itertools
import json
import posixpath
import re
from dataclasses import replace

import pytest
from lxml import html

from longarm.codebook import loader as codebook
from longarm.core.intervals import Interval
from longarm.errors import DataError
from longarm.model.public import PublicCase
from longarm.publication.build import files, vocabulary
from longarm.publication.site import shell
from longarm.publication.site.dossier import Dossier


@pytest.fixture(scope="session")
def pages(site):
    return {path: html.fromstring(text) for path, text in site.items() if path.endswith(".html")}


def test_every_page_and_every_data_file_of_a_draft_says_so(site):
    for path, text in site.items():
        if not path.startswith("assets/"):
            assert "machine-read, not reviewed" in text.lower(), path


def test_an_edition_is_not_marked_as_a_draft(public):
    for path, data in files(public, draft=False):
        assert b"not reviewed" not in data, path


def test_every_link_leads_to_a_place_in_the_folder(site, pages):
    ids = {path: set(page.xpath("//@id")) for path, page in pages.items()}
    for path, page in pages.items():
        for href in page.xpath("//@href"):
            if href == "data:,":
                continue
            target, _, anchor = href.partition("#")
            assert ":" not in target and not target.startswith("/"), href
            found = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            assert found in site, f"{path} links to {href}"
            assert not anchor or anchor in ids[found], f"{path} links to {href}"


def test_pages_hold_no_inline_script_or_style_and_a_strict_policy(pages):
    for path, page in pages.items():
        assert not page.xpath("//style | //@style | //iframe"), path
        assert not [name for name in page.xpath("//@*/..") for name in name.attrib if name.startswith("on")], path
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        scripts = page.xpath("//script[not(@type='application/ld+json')]")
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert ("script-src" in policy) == bool(scripts) == (path == "claims.html")
        assert [script.get("src") for script in scripts] == ["assets/search.js"] * len(scripts)
        assert all(script.text is None for script in scripts)
        assert bool(page.xpath("//form")) == (path == "claims.html")


def test_pages_are_built_for_readers_who_listen(pages):
    for path, page in pages.items():
        assert page.xpath("/html/@lang") == ["en"]
        assert len(page.xpath("//h1")) == 1 and len(page.xpath("//main")) == 1, path
        assert page.xpath("//body/a[1]/@href") == ["#content"], path
        levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4")]
        assert all(below <= above + 1 for above, below in itertools.pairwise(levels)), (path, levels)
        assert len(set(page.xpath("//@id"))) == len(page.xpath("//@id")), path
        for table in page.xpath("//table"):
            assert (
                table.xpath("caption")
                and table.xpath("thead//th[@scope='col']")
                and table.xpath("tbody//th[@scope='row']")
            )
        for nav in page.xpath("//nav"):
            assert nav.get("aria-label")
        named = set(page.xpath("//@aria-labelledby"))
        assert named <= set(page.xpath("//@id")), path


def test_a_claim_page_shows_words_voices_status_origins_and_the_reply(pages):
    page = pages["claims/claim-stations.html"]
    text = " ".join(page.text_content().split())
    assert page.xpath("string(//h1)").strip().endswith("?")
    assert [mark.text_content() for mark in page.xpath("//article[@class='statement']//mark")] == [
        "Rovia runs more than 50 police stations abroad",
        "A total of 54 are open.",
    ]
    chain = page.xpath("(//section//ol[@class='chain'])[1]//bdi/text()")
    assert chain == ["The Daily Lantern", "Border Watch", "The Long Reach"]
    assert "“more than 50” police stations, read as 51 or more" in text
    assert "1 known origin, up to 2" in text and "Denied in general" in text and "Not corroborated" in text
    assert "Origin not known" in text and "no source is named" in text
    aside = page.xpath("string(//aside)")
    assert "there are stations" in aside and "Denies it" in aside
    assert page.xpath("//aside/following::section"), "the reply stands before the statements in reading order"


def test_each_statement_says_on_what_it_rests_down_to_the_words(pages):
    first, second = pages["claims/claim-stations.html"].xpath("//article[@class='statement']")
    (tie,) = first.xpath(".//details[@class='tie']")
    assert "Rests on Border Watch, The Long Reach attributed corrected" in " ".join(
        tie.xpath("string(summary)").split()
    )
    (proof,) = tie.xpath(".//li/a")
    assert proof.text_content() == "“says”" and "/documents/" in proof.get("href") and "#p" in proof.get("href")
    assert "Not known on whose knowledge it rests" in second.xpath("string(.//details[@class='tie'])")


def test_two_tellings_stand_side_by_side_with_the_words_that_differ_marked(pages):
    for path in ("drift.html", "claims/claim-stations.html"):
        changed = pages[path].xpath("//mark[contains(@class, 'differs')]")
        assert [mark.text_content() for mark in changed] == ["more than 50", "54"], path


def test_a_corrected_work_is_listed_with_the_claims_that_rest_on_it(pages):
    text = pages["corrections.html"].xpath("string(//main)")
    assert "The Long Reach" in text and "corrected" in text and "How many stations does Rovia run in Canada?" in text


def test_every_page_says_where_it_is_and_how_to_cite_it(pages):
    for path, page in pages.items():
        cited = page.xpath("string(//section[@class='citation'])")
        assert "Stations abroad" in cited and "not an edition" in cited and "up to 2023" in cited
        assert page.xpath("string(//section[@class='citation']//code)") == path
        crumbs = page.xpath("//nav[@aria-label='You are here']//li")
        assert bool(crumbs) == (path != "index.html"), path
        assert not crumbs or crumbs[-1].get("aria-current") == "page"
    links = pages["claims/claim-stations.html"].xpath("//nav[@aria-label='You are here']//a/@href")
    assert links == ["../index.html", "../claims.html"]
    assert "claim claim-stations" in pages["claims/claim-stations.html"].xpath("string(//section[@class='citation'])")


def test_a_claim_that_does_not_list_every_general_reply_says_where_the_others_stand(public):
    claims = tuple(replace(one, unlisted=7) for one in public.claims)
    many = replace(public, claims=claims)
    path = "claims/claim-stations.html"
    draft, edition = (dict(files(many, draft=draft))[path].decode() for draft in (True, False))
    assert "At least 7 more general replies of other documents stand among" in draft
    assert "only the first are listed here" in edition and "7 more" not in edition
    assert "more general" not in dict(files(public, draft=True))[path].decode()


def test_a_claim_whose_answers_have_no_number_in_common_says_so_beside_its_support(public):
    told = "No number is in all the answers"
    assert told not in dict(files(public, draft=True))["claims/claim-stations.html"].decode()
    (first, *rest) = public.statements
    apart = replace(first, quantity=replace(first.quantity, interval=Interval(60, None)))
    claims = tuple(replace(one, support="corroborated") for one in public.claims)
    made = dict(files(replace(public, statements=(apart, *rest), claims=claims), draft=True))
    assert told in made["claims/claim-stations.html"].decode()
    assert "Answers differ" in made["index.html"].decode()


def test_a_date_that_only_the_file_bears_is_told_so_wherever_it_stands(public):
    first = public.documents[0]
    made = dict(
        files(replace(public, documents=(replace(first, is_file_date=True), *public.documents[1:])), draft=True)
    )
    for path in ("documents.html", f"documents/{first.id}.html", "claims/claim-stations.html"):
        assert "the day its file was made" in made[path].decode(), path


def test_a_paper_that_tells_of_a_denial_or_of_silence_is_not_said_to_deny(public):
    sources = tuple(replace(one, kind="outlet") if one.id == "src-state" else one for one in public.sources)
    made = dict(files(replace(public, sources=sources), draft=True))
    answered = html.fromstring(made["index.html"].decode()).xpath("string(//p[@class='answered'])")
    assert answered.startswith("Rovian Foreign Ministry told of a denial or of silence:")


def test_whoever_met_with_silence_does_not_reply_and_silence_has_its_badge(public):
    replies = {id_ for claim in public.claims for id_ in claim.replies}
    silent = tuple(
        replace(one, stage="silence", voices=(replace(one.voices[0], attitude="asserts"),))
        if one.id in replies
        else one
        for one in public.statements
    )
    made = dict(files(replace(public, statements=silent), draft=True))
    answered = html.fromstring(made["index.html"].decode()).xpath("string(//p[@class='answered'])")
    assert " told that nobody answered: " in answered
    page = html.fromstring(made["claims/claim-stations.html"].decode())
    assert "No answer told of" in page.xpath("//article[@class='reply']//*[@class='badge']/text()")
    assert "Told as not so" not in page.xpath("//article[@class='reply']//*[@class='badge contest']/text()")


def test_the_front_page_holds_the_claim_with_its_reply_the_map_and_what_is_withheld(pages):
    page = pages["index.html"]
    (figure,) = page.xpath("//ul[@class='answers']/li")
    assert "1 known origin, up to 2" in figure.text_content()
    (reply,) = figure.xpath(".//p[@class='answered']//a")
    assert reply.text_content() == "there are stations"
    assert figure.xpath("string(.//p[@class='answered'])").startswith("Rovian Foreign Ministry denied:")
    assert page.xpath("//section[@aria-labelledby='where']//*[local-name()='svg']")
    assert "only a number is shown" in page.xpath("string(//section[@aria-labelledby='withheld'])")


def test_the_methods_page_defines_only_what_the_dossier_uses(pages):
    page = pages["methods.html"]
    terms = page.xpath("//dl[@class='key']/dt/text()")
    assert any("urveillance" in term for term in terms)
    assert not any("Bount" in term for term in terms)


def test_a_statement_links_to_its_words_in_the_document(pages):
    (href,) = set(pages["claims/claim-stations.html"].xpath("//section//p[@class='where']/a/@href")[:1])
    path, anchor = posixpath.normpath(posixpath.join("claims", href.partition("#")[0])), href.partition("#")[2]
    (target,) = pages[path].xpath(f"//*[@id='{anchor}']")
    assert target.getnext().tag == "mark"
    assert target.getnext().text == "Rovia runs more than 50 police stations abroad"


def test_a_document_page_marks_statements_and_says_what_is_left_out(pages, public):
    document = next(document for document in public.documents if document.title.startswith("Group"))
    page = pages[f"documents/{document.id}.html"]
    assert "1 passage without a statement is left out" in page.text_content()
    assert "A passage that carries no statement" not in page.text_content()
    assert page.xpath("string((//div[@class='notes'])[1]//a)") == "How many stations does Rovia run in Canada?"
    assert "Not corroborated · denied in general" in page.xpath("string((//div[@class='notes'])[1])")


def test_a_document_that_was_not_read_is_a_number_and_a_reason(site):
    assert "document 4, not machine-read: it is a scan or picture without text" in site["documents.html"]
    assert not [path for path, text in site.items() if "private-name" in text]


def test_the_places_page_gives_the_figures_of_a_place(pages):
    row = " ".join(pages["places.html"].xpath("string(//tr[@id='CA'])").split())
    assert "“54” stations — The Daily Lantern" in row
    assert "How many stations does Rovia run in Canada?" in row


def test_hostile_text_stays_text(pages):
    for path, page in pages.items():
        assert not page.xpath("//img"), path
        assert not any("alert" in (script.get("src") or "") for script in page.xpath("//script")), path
        for data in page.xpath("//script[@type='application/ld+json']/text()"):
            assert not set(data) & set("<>&"), path
            assert json.loads(data)["@type"] == "Claim"
    text = pages["claims/claim-hostile.html"].text_content()
    assert "<script>alert(1)</script>" in text and "<b>reportedly</b>" in text


def test_the_same_release_gives_the_same_bytes(public):
    assert list(files(public, draft=True)) == list(files(public, draft=True))


def test_the_methods_page_shows_what_the_case_sets_otherwise(public):
    made = dict(files(replace(public, conventions=(("dozens", 12), ("nearly_share", 0.95))), draft=True))
    page = html.fromstring(made["methods.html"])
    (table,) = page.xpath("//table[contains(caption, 'sets otherwise')]")
    assert [[cell.text_content() for cell in row] for row in table.xpath(".//tbody/tr")] == [
        ["dozens", "12", "24"],
        ["nearly_share", "0.95", "0.9"],
    ]
    assert "0.95 n, rounded up" in page.text_content()
    (row,) = page.xpath("//tr[td[contains(., 'dozens')] and not(.//code)]")
    assert row.xpath("string(th)") == "12 or more"
    assert "sets otherwise" not in dict(files(public, draft=True))["methods.html"].decode()


def test_an_empty_case_still_has_a_dossier():
    made = dict(files(PublicCase("Nothing yet"), draft=True))
    assert b"No claim was found" in made["claims.html"]


def test_an_id_that_would_leave_the_folder_is_refused(public):
    bad = replace(public, claims=(replace(public.claims[0], id="../../etc"),))
    with pytest.raises(DataError):
        list(files(bad, draft=True))


def test_the_vocabulary_holds_the_words_that_every_dossier_has(site):
    static = re.findall(r"[a-z]+", shell.style().decode().lower())
    assert {"claims", "independent", "question", "corroborated", "statement", "sources"} <= vocabulary()
    assert static


def test_the_vocabulary_holds_the_definitions_of_all_methods_and_responses():
    told = " ".join(entry.definition for entry in (*codebook.methods(), *codebook.responses()))
    assert set(re.findall(r"[a-z]+", told.lower())) <= vocabulary()


def test_the_replies_to_a_claim_stand_in_its_own_order_without_what_is_not_released(public):
    first, second = public.statements[1].id, public.statements[0].id
    claim = replace(public.claims[0], replies=("s-withheld", first, second))
    assert [one.id for one in Dossier(public).replies_to(claim)] == [first, second]


@pytest.mark.parametrize(("people", "told"), [(0, "No person is masked"), (1, "1 person is masked by a number")])
def test_the_front_page_tells_how_many_are_masked(public, people, told):
    made = dict(files(replace(public, withheld=replace(public.withheld, people=people)), draft=True))
    assert told in html.fromstring(made["index.html"].decode()).xpath("string(//section[@aria-labelledby='withheld'])")


def test_the_vocabulary_holds_the_titles_that_the_methods_page_cites_as_a_whole():
    assert "out of sight" in vocabulary()
