"""Conflicts that say the same are one line, hard ones first, and each line can be printed."""

from pathlib import Path

from longarm.desk.reconcile import explained, of_table

HEAD = "id,measure,place,as_of,low,high,operator,source\n"


def table(folder: Path, *rows: str) -> Path:
    path = folder / "figures.csv"
    path.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_answers_to_one_question_are_one_line_however_many_give_them(tmp_path: Path) -> None:
    found, _ = of_table(
        table(
            tmp_path,
            "a,station,World,,54,54,,Harbour Post",
            "b,station,World,,54,54,,Lantern Weekly",
            "c,station,World,,102,102,,Quay Watch",
            "d,station,World,,60,60,,Ferry Times",
        )
    )
    (group,) = found.groups
    assert len(found.conflicts) == 5
    assert group.answers == (("a", "b"), ("d",), ("c",))
    assert "No two of them can hold for the same date" in group.sentence
    assert "Harbour Post (“a”) and Lantern Weekly (“b”) say 54" in group.sentence
    assert group.verdict.startswith("No two of them can hold") and "Harbour Post" not in group.verdict
    assert group.sentence.endswith(group.verdict)


def test_every_conflict_is_in_a_line_and_hard_lines_come_first(tmp_path: Path) -> None:
    found, _ = of_table(
        table(
            tmp_path,
            "a,station,World,2022-09,54,54,,Harbour Post",
            "b,station,World,2022-09,60,60,,Lantern Weekly",
            "c,station,World,,70,70,,Quay Watch",
        )
    )
    lines = [set().union(*group.answers) for group in found.groups]
    assert [group.kind for group in found.groups] == ["hard", "apparent"]
    assert all(any(set(c.statements) <= line for line in lines) for c in found.conflicts)


def test_a_code_of_a_state_is_told_by_its_name(tmp_path: Path) -> None:
    found, _ = of_table(
        table(tmp_path, "a,station,World,2022,54,54,CN,Harbour Post", "b,station,World,2022,60,60,CN,Quay Watch")
    )
    assert "operator China" in found.groups[0].sentence
    assert {bound.operator_name for bound in found.bounds} == {"China"}


def test_every_constraint_names_its_rule_and_its_figures(tmp_path: Path) -> None:
    made = explained(table(tmp_path, "a,station,Canada,2022,4,4,,X", "b,station,World,2022,3,,,Y"))
    assert [(one.rule, one.text, one.figures) for one in made] == [
        ("figure", "[station, Canada, 2022] >= 4", ("a",)),
        ("figure", "[station, Canada, 2022] <= 4", ("a",)),
        ("figure", "[station, World, 2022] >= 3", ("b",)),
        ("place", "[station, World, 2022] >= [station, Canada, 2022]", ()),
    ]


def test_a_sentence_says_days_as_a_reporter_writes_them(tmp_path: Path) -> None:
    found, _ = of_table(
        table(
            tmp_path,
            "a,station,World,2022-06-21,54,54,,Harbour Post",
            "b,station,World,2022-06-21,60,60,,Quay Watch",
            "c,station,World,,70,70,,Ferry Times",
        )
    )
    hard, apparent = (group.sentence for group in found.groups)
    assert hard.startswith("Overseas stations, World, as of 21 June 2022: ") and "World as of 21 June 2022." in hard
    assert "if what has no date is of 21 June 2022" in apparent
    assert not any("2022-06" in one.explanation for one in found.conflicts)
