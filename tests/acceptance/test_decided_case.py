"""A case from documents to an edition, with the real stations, and then read again by newer readers."""

import dataclasses
from pathlib import Path

import pytest

from longarm.desk import stations
from longarm.desk.building.build import build
from longarm.desk.case import open_case
from longarm.desk.deciding import decide, drafts
from longarm.desk.leaving.publish import publish
from longarm.desk.sealing import keys, seal
from longarm.desk.verifying.verify import verify
from longarm.model.matters import Addition, Correction, Merge, Release, Review
from longarm.model.statements import Statement

NAME = "Petra Vondrak"
REPORT = f"""Harbour report

The Lantern Group said it found 24 police stations in Canada in 2021. Officials of Rovia denied it.

{NAME}, who fled Rovia, said that officers had visited her family twice. The stations are run by the ministry.
"""
PAPER = """The Daily Courier

More than 20 overseas police stations were counted in Canada in 2021, according to the Lantern Group.

Prosecutors in Toronto opened an investigation in May 2022 into a station that Rovia runs there.
"""


@pytest.mark.slow
def test_every_decision_stands_from_review_to_edition_and_over_newer_readers(tmp_path: Path) -> None:
    given, root, out = tmp_path / "given", tmp_path / "case", tmp_path / "out"
    given.mkdir()
    (given / "report.txt").write_text(REPORT)
    (given / "paper.txt").write_text(PAPER)
    build(root, [given], stations.real())
    case = open_case(root)
    said = [one.statement for one in case.weighed.resolved]
    for one in said:
        decide.decide(root, Review(one.id, "accepted"), by="Ada")
    figures = [one for one in said if one.quantity]
    _correct(root, figures[0])
    layer = next(one for one in case.state.layers if "ministry" in one.text)
    start = layer.text.index("The stations are run")
    words = drafts.Words(layer, start, start + len("The stations are run by the ministry"))
    added = decide.decide(root, Addition(drafts.statement(words, "presence")), by="Ada").what
    paper = next(one for one in case.state.layers if "Prosecutors" in one.text)
    start = paper.text.index("Prosecutors")
    words = drafts.Words(paper, start, start + len("Prosecutors in Toronto opened an investigation"))
    step = drafts.statement(words, "legal", stage="investigation")
    step_added = decide.decide(root, Addition(step, about=(figures[0].id,)), by="Ada").what
    assert isinstance(added, Addition) and isinstance(step_added, Addition)
    for id_ in (added.statement.id, step_added.statement.id):
        decide.decide(root, Review(id_, "accepted"), by="Bo")
    decide.decide(root, Merge("claim", (figures[0].id, added.statement.id)), by="Bo", why="One count.")
    build(root, [], stations.real())
    for claim in open_case(root).weighed.claims:
        decide.decide(root, Release(claim.id, claim.statements), by="Bo")
    keys.make(root, [("Ada", tmp_path / "ada.key")], recovery=True)
    assert seal.seal(root, [NAME], by="Ada", why="A witness at risk.").documents == 1
    publish(root, out, draft=False, by="Bo")
    for path, of in ((root, None), (out, root)):
        report = verify(path, of=of, identity=tmp_path / "ada.key")
        assert report.findings == () and report.unchecked == ()
    before = open_case(root)
    build(root, [given], _newer())
    after = open_case(root)
    assert after.settled.reviews == before.settled.reviews and after.settled.pending == ()
    assert [one.id for one in after.state.decisions] == [one.id for one in before.state.decisions]
    claim = next(one for one in after.weighed.claims if any("One count." in made.reason for made in one.judgements))
    assert step_added.statement.id in claim.proceedings and len(claim.statements) > 1
    assert not any(NAME.encode() in path.read_bytes() for path in root.rglob("*") if path.is_file())
    assert [one.kind for one in verify(root).findings] == ["unchecked"], "what a newer reader reads may name her"
    assert verify(root, identity=tmp_path / "ada.key").findings == ()


def _correct(root: Path, figure: Statement) -> None:
    assert figure.quantity
    interval = dataclasses.replace(figure.quantity.interval, low=25, high=25)
    to = dataclasses.replace(figure, quantity=dataclasses.replace(figure.quantity, value=25, interval=interval))
    decide.decide(root, Correction(figure.id, ("quantity",), to), by="Ada", why="As the table says.")
    decide.decide(root, Review(figure.id, "accepted"), by="Ada")


def _newer() -> stations.Stations:
    real = stations.real()
    return dataclasses.replace(
        real,
        reader_version=lambda media: f"{real.reader_version(media)} newer",
        extractor_version=lambda *given: f"{real.extractor_version(*given)} newer",
    )
