"""The brief: a few pages, in the words of the statements, that fetch nothing."""

import http.server
import io
import threading
from dataclasses import replace

import pypdfium2
import pytest

from longarm.errors import UsageError
from longarm.model.public import PublicCase
from longarm.model.reconciliation import Bound, Conflict, Reconciliation
from longarm.publication.brief import pdf
from longarm.publication.brief.content import Brief, Limits, Scope
from longarm.publication.site.dossier import Dossier


def _text(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def _pages(data: bytes) -> int:
    return len(pypdfium2.PdfDocument(data))


@pytest.fixture
def counted(public):
    ids = public.claims[0].statements[:2]
    bounds = tuple(
        Bound("station", "Canada", "CA", "2022-09", "all", 54, high, True, False, ids) for high in (None, 54, 54)
    )
    elsewhere = Bound("station", "World", "m49:001", "", "all", 54, None, True, False, ids)
    conflict = Conflict(ids, "hard", "", "The one says 51 or more, the other 54.")
    return replace(public, reconciliation=Reconciliation("no", (*bounds, elsewhere), (conflict,)))


def test_a_brief_quotes_the_words_with_who_says_them_and_the_number_of_the_document(counted):
    text = " ".join(_text(pdf.brief(counted, Scope(), draft=True)).split())
    assert "Border Watch" in text
    assert "more than 50 police stations" in text
    assert "Machine-read, not reviewed" in text
    assert "The one says 51 or more, the other 54." in text
    assert "[1]" in text


def test_an_edition_of_the_brief_is_not_marked_as_a_draft(counted):
    assert "not reviewed" not in pdf.page(counted, Scope(), draft=False)


def test_a_brief_of_a_place_holds_the_claims_and_bounds_of_that_place_alone(counted):
    brief = Brief(Dossier(counted), Scope(place="CA"), Limits())
    assert brief.subject == "Canada"
    assert brief.all_claims
    assert all(
        any(place.id == "CA" for one in brief._d.said(claim.statements) for place in one.places)
        for claim in brief.all_claims
    )
    assert [(bound.place, bound.high) for bound in brief.bounds] == [("Canada", None), ("Canada", 54)]


def test_a_brief_of_a_method_holds_its_claims_alone(public):
    methods = {claim.method for claim in public.claims if claim.method}
    for method in sorted(methods):
        assert {claim.method for claim in Brief(Dossier(public), Scope(method=method), Limits()).all_claims} == {method}


@pytest.mark.parametrize("scope", [Scope(place="JP"), Scope(method="passport-denial")])
def test_a_brief_on_nothing_is_refused_with_what_to_write(public, scope):
    with pytest.raises(UsageError, match=r"no claim that this brief may hold is about (Japan|Passport)"):
        Brief(Dossier(public), scope, Limits())


def test_an_empty_case_has_no_brief():
    with pytest.raises(UsageError):
        pdf.brief(PublicCase("Nothing yet"), Scope(), draft=True)


def test_a_long_case_fits_six_pages_and_says_what_is_left_out(counted):
    claim = counted.claims[0]
    many = tuple(
        replace(claim, id=f"claim-{n}", question=f"How many of kind {n} are there in Canada, and who says so?")
        for n in range(400)
    )
    conflicts = tuple(
        replace(counted.reconciliation.conflicts[0], explanation=f"{n}: " + "word " * 400) for n in range(9)
    )
    long = replace(counted, claims=many, reconciliation=replace(counted.reconciliation, conflicts=conflicts))
    data = pdf.brief(long, Scope(), draft=True)
    assert 2 <= _pages(data) <= pdf.MOST_PAGES
    assert "more claims on this subject" in _text(data)


def test_hostile_text_is_text_and_nothing_is_fetched(public):
    hostile = replace(public, title='</style><img src="https://example.org/x.png"><script>1</script>')
    html = pdf.page(hostile, Scope(), draft=True)
    assert "<img" not in html
    assert "<script" not in html
    assert "<img src" in _text(pdf.brief(hostile, Scope(), draft=True))


def test_equal_cases_give_equal_bytes(counted):
    assert pdf.brief(counted, Scope(), draft=True) == pdf.brief(counted, Scope(), draft=True)


def test_an_address_in_a_page_is_never_asked_for():
    asked = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)

    with http.server.HTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        page = f'<link rel="stylesheet" href="{address}/x.css"><img src="{address}/x.png">'
        pdf._book(page, "x", "2022-01-01T00:00:00").write_to_pdf_stream(io.BytesIO())
        server.shutdown()
    assert asked == []


def test_a_bound_of_a_moment_without_a_date_names_the_documents_that_tell_of_it(counted):
    told = list({one.document: one.id for one in counted.statements}.values())
    (bound,) = [one for one in counted.reconciliation.bounds if not one.as_of]
    alike = tuple(replace(bound, low=low, undated=(one,)) for low, one in zip((54, 60), told[:2], strict=True))
    alike = tuple(replace(one, because=(*one.because, *one.undated)) for one in alike)
    brief = Brief(Dossier(replace(counted, reconciliation=Reconciliation("yes", alike))), Scope(), Limits())
    words = [brief.when(one) for one in alike]
    numbers = {one.number for one in brief.documents}
    assert len(set(words)) == 2 and all(int(one.removeprefix("not said in ")) in numbers for one in words)
