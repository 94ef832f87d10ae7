"""Signs of transnational repression in a text, and the points that they are given."""

import json
import re
from pathlib import Path

import pytest
import yaml

from longarm.core.reference import read_text
from longarm.errors import DataError
from longarm.screen import rules
from longarm.screen.journal import Heard, Line, Seen, Told
from longarm.screen.rules import FILE, parse
from longarm.screen.scoring import score
from longarm.screen.signs import Signs, find

ROOT = Path(__file__).parents[2]
TELLING = "Agents of the Norwegian embassy threatened relatives of exiles abroad and pressed dissidents to return home."
FILLER = "The bakery on the corner sells bread from six in the morning and the queue is long on most Saturdays. " * 8


def entries(found: Signs) -> set[tuple[str, str]]:
    return {(sign.sort, sign.what) for sign in found.best}


def test_cues_of_methods_are_found_in_whatever_form_their_words_have() -> None:
    assert ("method", "coercion-by-proxy") in entries(find("They were threatening the families of exiles."))
    assert ("method", "persuasion-to-return") in entries(find("Officers pressed them to return home."))
    assert ("country", "NO") in entries(find(TELLING))


def test_no_cue_runs_over_the_end_of_a_sentence() -> None:
    assert ("method", "overseas-station") in entries(find("They ran an overseas police station."))
    assert ("method", "overseas-station") not in entries(find("They went overseas. Police station hours are short."))


def test_the_best_stretch_counts_and_not_the_length_of_the_text() -> None:
    alone, within = find(TELLING), find(f"{FILLER}\n\n{TELLING}\n\n{FILLER}")
    assert within.points == alone.points
    assert within.start > len(FILLER) - 3
    thin = find(" ".join(f"{word} {FILLER}" for word in TELLING.split()))
    assert thin.points < alone.points


def test_every_text_of_the_sample_cases_has_signs_enough() -> None:
    texts = sorted(ROOT.glob("examples/*/documents/*.txt"))
    found = {path.name: find(path.read_text(encoding="utf-8")).points for path in texts}
    assert len(found) > 6
    assert [name for name, points in found.items() if points < rules.load().least] == ["16-polderblad.txt"]  # Dutch


def test_most_labelled_sentences_on_a_method_have_signs_enough_and_no_near_miss_has() -> None:
    files = [ROOT / "bench" / "labelled" / f"{name}.jsonl" for name in ("methods", "near-misses")]
    rows = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    enough = {row["id"]: find(row["text"]).points >= rules.load().least for row in rows}
    on = [enough[row["id"]] for row in rows if row["expect"].get("methods")]
    off = [row["id"] for row in rows if row["tier"] == "near-miss" and not row["expect"].get("methods")]
    assert sum(on) >= 0.7 * len(on)
    assert [id for id in off if enough[id]] == []


def test_a_text_without_signs_has_no_points() -> None:
    assert find(FILLER).points < rules.load().least
    assert find("") == Signs(0, 0.0)


def test_cues_are_told_as_the_codebook_has_them_and_never_as_the_text_has() -> None:
    found = find("Agents threatened the sister of Ada Quillwort, an exile.")
    assert found.cues
    assert not any("quillwort" in cue.lower() for one in found.cues for cue in one.cues)
    assert all("<" in cue or re.fullmatch(r"[a-z* -]+", cue) for one in found.cues for cue in one.cues)


def test_points_of_a_page_are_the_sum_of_their_reasons() -> None:
    told = tuple(Told("act", 0, 9, 0, "abduction") for _ in range(3))
    points, because = score(Line("page", 0, 1, seen=Seen(signs=find(TELLING)), heard=Heard(1, told)))
    assert points == pytest.approx(sum(one.points for one in because))
    assert any(one.why == "3 statements on abduction" for one in because)
    assert all(one.points > 0 for one in because)


def test_the_file_of_points_has_no_place_for_anything_else() -> None:
    data = yaml.safe_load(read_text("longarm.screen", FILE))
    for where in (data, data["signs"], data["told"], data["signs"]["method"]):
        where["names"] = ["somebody"]
        with pytest.raises(DataError, match=r"points\.yaml.* and no others"):
            parse(data)
        del where["names"]
    data["least"] = "much"
    with pytest.raises(DataError, match=r"points\.yaml, least: a number from 0 on is needed"):
        parse(data)
