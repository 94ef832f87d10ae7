"""Lines are told clean only where looking at the whole text finds nobody."""

from hypothesis import given
from hypothesis import strategies as st

from longarm.protect.leaks import leaks
from longarm.protect.names import Names, Person
from longarm.protect.views import Lines, opened, plain, without_ids

PEOPLE = (
    Person("[person 1]", ("Mirelo Katun",), frozenset({"doc-1"})),
    Person("[person 2]", ("Ana Page",), frozenset({"doc-1"})),
    Person("", ("Osk Perrin",), frozenset({"doc-1"}), is_public=True),
)
OWN = frozenset({"page", "class"})
WORDS = "Mirelo Katun katun Kat un M. Ana ana page Page Osk Perrin the a k Katuns MireloKatun xmirelokatunx"
WORDS += " doc-0123456789abcdef"
ESCAPED = "%4Batun Kat&#117;n &lt;b&gt; \\u004batun &quot; &#10; %0A"
MARKUP = ["<b>", "</b>", "<b\n", "<i>", ">", "<", "<p>", '"', ' class="', ' name="', "<!--", "-->"]
JOINTS = [" ", " ", "\n", "\n", ".", ", ", "-", "_", "x", "\u200b"]
PARTS = st.sampled_from([*WORDS.split(), *ESCAPED.split(), *MARKUP, *JOINTS])
TEXTS = st.lists(PARTS, max_size=24).map("".join)


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_a_text_is_told_clean_only_if_nobody_is_found_in_the_whole_of_it(texts):
    names = Names(PEOPLE)
    lines = names.lines(OWN)
    for text in texts:  # lines that one text shares with another are known by then
        assert not (lines.are_clean(text) and _found(names, text))


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_files_that_share_lines_leak_what_each_leaks_alone(texts):
    files = [(f"{number}.html", text.encode()) for number, text in enumerate(texts)]
    together = list(leaks(files, Names(PEOPLE), OWN))
    assert together == [leak for file in files for leak in leaks([file], Names(PEOPLE), OWN)]


def test_a_line_is_looked_at_once():
    looked: list[str] = []

    def names(text: str) -> bool:
        looked.append(text)
        return False

    lines = Lines(names)
    assert lines.are_clean("one\ntwo")
    assert lines.are_clean("two\nthree\none")
    assert [view.split() for view in looked] == [["one", "two"], ["three"]]


def test_an_everyday_text_of_short_words_is_clean_beside_a_name_that_begins_like_them():
    names = Names([Person("[person 1]", ("Anna Isodt",), frozenset({"doc-1"}))])
    assert not names.may_name("a page is an index of it\nthe first in a series")
    assert names.may_name("it was told to an\n")


def test_letters_of_a_hash_are_no_name():
    names = Names([Person("[person 1]", ("Ada Beede",), frozenset({"doc-1"}))])
    digest = "4e33bb00877446ba0056a347f44d504bd5ada00e9fc8306e0af3a0973ccc0128"
    assert not list(leaks([("a.html", f"<code>{digest}</code>".encode())], names))
    assert list(leaks([("a.html", f"<code>{digest[:-1]}</code>".encode())], names))


def _found(names: Names, text: str) -> set[str]:
    text = without_ids(text)
    found = {
        hit.label
        for view in plain(text)
        for hit in names.find(view)
        if hit.label and view[hit.start : hit.end].lower() not in OWN
    }
    return found | {label for view in opened(text) for label in names.whole(view)}
