"""Web pages to blocks."""

import pytest

from longarm.documents.formats.html import read
from longarm.documents.formats.markup import flatten, parse
from longarm.errors import DocumentEmpty

PAGE = """<!doctype html><html lang="en-GB"><head><title>Council closes office | The Example Herald</title>
<meta property="og:site_name" content="The Example Herald">
<meta property="article:published_time" content="2022-10-03T10:00:00Z">
<link rel="canonical" href="https://herald.example/a/1"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav><main><article>
<h1>Council closes office</h1><figure><img src="a.jpg"><figcaption>The building on Long Street</figcaption></figure>
<p>The council on Monday closed an office on Long Street that a watchdog group said was run by a foreign police.</p>
<p>Officials said that they had found <b>three</b> desks, a list of names and a sign, and that nobody was arrested.</p>
<h2>What the group says</h2>
<blockquote><p>These offices put pressure on people who live abroad, and go around every agreement.</p></blockquote>
<p>The group counted the following kinds of pressure in its last report on the matter:</p>
<ul><li>calls to relatives at home who were told to persuade them;</li><li>visits to flats in the evening;</li></ul>
<table><tr><th>Country</th><th>Offices</th></tr><tr><td>Atlantis</td><td>3</td></tr></table>
<p>The embassy rejected the report and said the office only renewed driving licences for citizens.</p>
</article></main><footer><p>Copyright The Example Herald. All rights reserved.</p></footer></body></html>"""


def test_a_page_gives_its_main_text_in_blocks_of_their_kinds() -> None:
    extract = read(PAGE.encode(), "a.html")
    found = [(block.kind, extract.text[block.start : block.end][:16]) for block in extract.blocks]
    assert found == [
        ("heading", "Council closes o"),
        ("caption", "The building on "),
        ("paragraph", "The council on M"),
        ("paragraph", "Officials said t"),
        ("heading", "What the group s"),
        ("quotation", "These offices pu"),
        ("paragraph", "The group counte"),
        ("list-item", "calls to relativ"),
        ("list-item", "visits to flats "),
        ("table", "Country | Office"),
        ("paragraph", "The embassy reje"),
    ]
    assert "found three desks" in extract.text
    assert "Copyright" not in extract.text
    assert extract.notes == ()


def test_a_page_says_what_it_is() -> None:
    found = read(PAGE.encode(), "a.html").metadata
    assert found.title and found.title.value == "Council closes office"
    assert found.publisher and found.publisher.value == "The Example Herald"
    assert found.published and (found.published.value, found.published.origin) == ("2022-10-03", "html")
    assert found.url and found.url.value == "https://herald.example/a/1"
    assert found.language and found.language.value == "en-GB"


def test_a_page_without_a_date_has_none() -> None:
    assert read(PAGE.replace("2022-10-03T10:00:00Z", "").encode(), "a.html").metadata.published is None


@pytest.mark.parametrize("depth", [100, 300, 1_500, 5_000])
def test_words_at_any_depth_are_read_or_their_loss_is_noted(depth: int) -> None:
    words = "These words stand at the bottom of many elements and are read all the same."
    page = f"<html><body><p>At the top.</p>{'<div>' * depth}<p>{words}</p>{'</div>' * depth}</body></html>"
    assert words in read(page.encode(), "a.html").text


def test_main_text_that_leaves_out_most_of_the_page_is_noted() -> None:
    aside = "".join(
        f'<div class="r{n}"><p>{"Other running text of the page is here. " * 6}</p></div>' for n in range(40)
    )
    page = PAGE.replace("</main>", f'</main><div class="comments">{aside}</div>')
    assert [note.split(":")[0] for note in read(page.encode(), "a.html").notes] == ["extraction-incomplete"]


def test_a_declared_encoding_is_heard() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace("The embassy", "Посольство")
    assert "Посольство rejected" in read(page.encode("cp1251"), "a.html").text


def test_a_page_without_words_is_empty() -> None:
    with pytest.raises(DocumentEmpty):
        read(b"<html><head><title>Words</title></head><body><script>draw()</script></body></html>", "a.html")


def test_scripts_styles_and_comments_are_no_words() -> None:
    assert flatten("<style>p{}</style><p>One<script>x<y</script> two</p><!-- no --><p>Three &amp; four</p>") == (
        "One two\n\nThree & four"
    )


def test_unclosed_markup_loses_no_words() -> None:
    page = parse("<div><p>One <b>two<p>three<li>four<table><tr><td>five")
    assert page.is_whole
    assert page.flat.split() == ["One", "two", "three", "four", "five"]


OLD = """<html><head><title>Harbour clerk is tried</title></head><body><table width="100%"><tr>
<td colspan="2"><div>HOME | NEWS | WEATHER</div></td></tr><tr>
<td><b>Most read</b><br>1. Atlantis shuts two schools<br>2. Rain until Friday</td><td><h2>Harbour clerk is tried</h2>
<div>A court in the harbour town opened the trial of a clerk who is said to have listed exiles for an embassy.</div>
<div>The permits of the exiles were valid until 2031.</div><div>Her lawyer told the court that she had kept
no list, that the register held the names of readers of a library, and that the library had closed years before.</div>
<div>The trial goes on in the spring, when two officers of the harbour police are to be heard.</div></td>
</tr></table></body></html>"""


def test_a_table_that_lays_out_a_page_is_read_as_text_without_its_menus() -> None:
    extract = read(OLD.encode(), "old.html")
    found = [(block.kind, extract.text[block.start : block.end][:24]) for block in extract.blocks]
    assert found == [
        ("heading", "Harbour clerk is tried"),
        ("paragraph", "A court in the harbour t"),
        ("paragraph", "The permits of the exile"),
        ("paragraph", "Her lawyer told the cour"),
        ("paragraph", "The trial goes on in the"),
    ]


def test_an_inner_list_is_read_once_and_its_items_do_not_run_together() -> None:
    inner = "<ul><li>Calls at night<ul><li>from the consulate</li><li>from a cousin</li></ul></li></ul>"
    text = read(PAGE.replace("</ul>", f"</ul>{inner}", 2).encode(), "a.html").text
    assert "Calls at night\n\nfrom the consulate\n\nfrom a cousin" in text
    assert text.count("from a cousin") == 1


def test_tables_in_tables_take_no_time_and_lose_no_words() -> None:
    cell = "The court heard the clerk. " * 20
    page = (
        f"<html><body><article><p>{cell}</p>{'<table><tr><td><p>One</p>' * 60}<p>{cell}</p>{'</td></tr></table>' * 60}"
    )
    assert read(page.encode(), "a.html").text.count("The court heard the clerk.") >= 20


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("Clerk is tried in N.Y.C. over lists - The Bay Post", "The Bay Post"),
        ("The Bay Post | Clerk is tried in N.Y.C. over lists", "The Bay Post"),
        ("Clerk is tried in N.Y.C. over lists - World - The Bay Post", "The Bay Post"),
        ("Clerk is tried in N.Y.C. over lists", None),
        ("Clerk is tried in N.Y.C. over lists | Latest", None),
    ],
)
def test_a_title_tells_headline_and_site_where_the_page_has_both(title: str, publisher: str | None) -> None:
    page = OLD.replace("Harbour clerk is tried</title>", f"{title}</title>").replace(
        "<h2>Harbour clerk is tried</h2>", "<h2>Clerk is tried in N.Y.C. over lists</h2>"
    )
    found = read(page.replace("</body>", "<div>Copyright The Bay Post</div></body>").encode(), "old.html").metadata
    assert found.title and found.title.value == "Clerk is tried in N.Y.C. over lists"
    assert (found.publisher.value if found.publisher else None) == publisher
