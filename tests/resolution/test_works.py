from longarm.desk.weigh import weigh
from longarm.model.documents import Work
from longarm.resolution import sources, works
from longarm.resolution.sources import SourceIndex
from longarm.resolution.states import States
from longarm.resolution.works import WorkIndex
from longarm.testing.builders import KEY, Text, case, voice

STATES = States.of({}, {"CN": "China"})
TITLE = "Long Shadows: How a State Follows Its Exiles"


def resolved(*texts: Text) -> tuple[WorkIndex, SourceIndex, list[str]]:
    built = [made.built() for made in texts]
    documents, readings = [b[0] for b in built], [b[2] for b in built]
    found = sources.resolve(documents, readings, STATES, KEY)
    return works.resolve(documents, readings, found, KEY), found, [document.id for document in documents]


def cited(index: WorkIndex) -> list[Work]:
    return [work for work in index.works if work.cited_by]


def test_a_report_that_two_documents_cite_is_one_work_that_is_not_in_the_case() -> None:
    a = Text("a", declares=("Harbour Watch", "a report", ""))
    a.cite(f"The report, entitled {TITLE}", title=TITLE, kind="report")
    b = Text("b")
    b.say("It said so.", "act", voices=[voice("Harbour Watch", "a recent report", cue="said")])
    b.cite("The report is published as Long Shadows", title="Long Shadows", kind="report")
    index, found, ids = resolved(a, b)
    (work,) = cited(index)
    assert (work.title, work.kind, work.documents, work.cited_by) == (TITLE, "report", (), tuple(ids))
    assert work.party == found.of(ids[0], "Harbour Watch")


def test_a_document_is_the_cited_work_only_where_its_publisher_is_the_party() -> None:
    a = Text("a")
    a.cite(f"Harbour Watch published {TITLE}", title=TITLE, kind="report", party="Harbour Watch")
    own = Text("b", publisher="Harbour Watch", title="Long Shadows: How a State Follows its Exiles")
    other = Text("c", publisher="Daily Lantern", title="Long Shadows")
    index, _, ids = resolved(a, own, other)
    (work,) = cited(index)
    assert work.documents == (ids[1],)
    assert index.documents[ids[2]] != work.id


def test_its_report_is_the_only_report_that_the_case_knows_of_the_party() -> None:
    a = Text("a")
    a.cite(f"{TITLE}", title=TITLE, kind="report", party="Harbour Watch")
    b = Text("b")
    b.say("It said so.", "act", voices=[voice("Harbour Watch", "its report", cue="said")])
    index, found, ids = resolved(a, b)
    assert len(cited(index)) == 1
    assert index.of(ids[1], found.of(ids[1], "Harbour Watch"), "its report") == cited(index)[0].id
    assert "only work" in index.reason(ids[1], found.of(ids[1], "Harbour Watch"), "its report")


def test_reports_of_one_party_that_two_titles_name_are_two_works() -> None:
    a = Text("a")
    a.cite("Long Shadows", title="Long Shadows", kind="report", party="Harbour Watch")
    a.cite("Short Leashes", title="Short Leashes", kind="report", party="Harbour Watch")
    b = Text("b")
    b.say("It said so.", "act", voices=[voice("Harbour Watch", "a report", cue="said")])
    index, _, _ = resolved(a, b)
    assert sorted(work.title for work in cited(index)) == ["Long Shadows", "Short Leashes", "a report"]


def test_two_parties_with_one_title_have_two_works() -> None:
    a, b = Text("a"), Text("b")
    a.cite("Annual Review of Exile", title="Annual Review of Exile", kind="report", party="Harbour Watch")
    b.cite("Annual Review of Exile", title="Annual Review of Exile", kind="report", party="Lantern Fund")
    index, _, _ = resolved(a, b)
    assert len(cited(index)) == 2


def test_works_of_which_neither_title_nor_party_is_said_stay_in_their_documents() -> None:
    a, b = Text("a"), Text("b")
    a.cite("a report", kind="report")
    b.cite("a report", kind="report")
    index, _, _ = resolved(a, b)
    assert len(cited(index)) == 2


def test_every_document_is_a_work_of_its_publisher() -> None:
    index, found, ids = resolved(Text("a", publisher="Daily Lantern", title="A piece"))
    (work,) = index.works
    assert (work.kind, work.documents, work.party) == ("article", (ids[0],), found.authors[ids[0]])


def test_a_sentence_that_says_a_named_work_was_withdrawn_marks_it() -> None:
    a = Text("a")
    a.cite("Long Shadows was retracted in May.", title="Long Shadows", kind="report", party="Harbour Watch")
    a.cite("Short Leashes stands. Others were retracted.", title="Short Leashes", kind="report", party="Harbour Watch")
    index, _, _ = resolved(a)
    assert {work.title for work in index.works if work.id in index.retracted} == {"Long Shadows"}


def test_several_works_spoken_of_together_are_no_single_work() -> None:
    from longarm.resolution import titles

    assert [titles.is_plural(words) for words in ("its two reports", "the report", "data")] == [True, False, False]


def test_a_title_cut_at_its_comma_is_the_longer_title_of_the_same_party() -> None:
    from longarm.desk.weigh import weigh

    a, b, c = Text("a"), Text("b"), Text("c")
    a.cite("Rooms at Dawn: 88 Cities", title="Rooms at Dawn: 88 Cities", kind="report", party="Harbour Watch")
    b.cite("Rooms at Dawn: 88 Cities, One Police", title="Rooms at Dawn: 88 Cities, One Police", kind="report",
           party="Harbour Watch")  # fmt: skip
    c.cite("Rooms at Dawn: 88 Cities", title="Rooms at Dawn: 88 Cities", kind="report", party="Lantern Fund")
    found = [work for work in weigh(case(a, b, c), KEY).works if not work.documents]
    assert sorted(len(work.cited_by) for work in found) == [1, 2]


def test_whom_a_complaint_is_against_does_not_answer_for_it() -> None:
    a = Text("a", publisher="Harbour Prosecution Office")
    a.name("Bo Lind")
    accused = "As the complaint tells, Bo Lind is charged with following five people."
    told = a.say(accused, "legal", voices=[voice("Bo Lind", "complaint", cue="tells")])
    a.cite("The complaint was filed in May.", kind="complaint", party="Bo Lind")
    index, found, ids = resolved(a)
    lind = found.of(ids[0], "Bo Lind")
    assert all(work.party != lind for work in index.works)
    (statement,) = [one for one in weigh(case(a), KEY).resolved if one.id == told]
    assert statement.statement.voices[-1].source != lind


def test_whoever_files_a_complaint_answers_for_it() -> None:
    a = Text("a")
    a.name("Bo Lind")
    a.say("A complaint by Bo Lind says so.", "legal", voices=[voice("Bo Lind", "complaint", cue="says")])
    a.cite("The complaint was filed in May.", kind="complaint", party="Bo Lind")
    index, found, ids = resolved(a)
    assert found.of(ids[0], "Bo Lind") in {work.party for work in index.works}
