"""Statements in their surroundings: cut between sentences, and never within a label."""

from longarm.publication.site.marks import excerpt

FILL = "The harbour was shut and the lanterns were out that night. " * 10


def test_long_surroundings_are_cut_between_sentences():
    passage = f"{FILL}A clerk was taken. {FILL}"
    start = passage.index("A clerk")
    found = excerpt(passage, start, start + len("A clerk was taken"))
    assert (found.is_cut_before, found.is_cut_after) == (True, True)
    assert found.before.startswith("The harbour") and found.before.endswith("night. ")
    assert found.after.endswith("night.")


def test_a_label_is_shown_whole_or_not_at_all():
    for size in range(20, 60):
        lead = "and the clerk " * size
        passage = (
            f"{lead}[person 12] and the boats {'of the bay ' * 24}went out {'with a lantern ' * 19}[person 7] {lead}"
        )
        start = passage.index("went out")
        found = excerpt(passage, start, start + len("went out"))
        assert found.before.count("[") == found.before.count("]")
        assert found.after.count("[") == found.after.count("]")


def test_a_short_passage_is_shown_whole():
    assert excerpt("A clerk was taken at night.", 2, 7).before == "A "
