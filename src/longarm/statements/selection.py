"""Selection: which of the candidates that the extractors find become statements."""

from collections.abc import Sequence

from longarm.codebook.assessments import assessments
from longarm.codebook.loader import people_nouns
from longarm.languages import clauses as clause_words
from longarm.statements import extractors
from longarm.statements.candidates import Candidate, Frame
from longarm.statements.counts.measures import measures_by_id
from longarm.statements.counts.sums import MEASURES
from longarm.statements.ranking import RANKING, Evidence, rank
from longarm.statements.scenes.operators import facility_nouns
from longarm.statements.text import Part


def selected(frame: Frame) -> list[Candidate]:
    """The candidates of all extractors that are told: in each clause those of the strongest evidence (`ranking`), and
    what stands beside anything."""
    found: list[Candidate] = []
    taken: dict[tuple[int, int], str] = {}
    beside: dict[tuple[int, int], list[Candidate]] = {}
    rows: dict[tuple[int, int], list[Candidate]] = {}
    for evidence, family, candidate in _ranked(frame):
        part = frame.text.parts[candidate.part]
        place = (candidate.part, candidate.clause)
        if evidence.is_alone and taken.get(place, family) != family:
            continue
        if _is_told_already(part, candidate, evidence.takes_quoted, beside.get(place, ())):
            continue
        if candidate.kind == "act" and any(r.first <= candidate.anchor < r.last for r in rows.get(place, ())):
            continue  # told by itself, as one of several
        if any(_is_same(part, candidate, other) for other in found):
            continue  # told by two cues of one source
        if evidence.is_alone:
            taken[place] = family
        is_in_passing = candidate.kind == "quotation" and candidate.chars is None  # 'in what he called "a raid"'
        if evidence.is_row:
            rows.setdefault(place, []).append(candidate)
        elif candidate.kind in ("figure", "quotation") and not is_in_passing and candidate.measure not in MEASURES:
            beside.setdefault(place, []).append(candidate)
        found.append(candidate)
    return found


def _ranked(frame: Frame) -> list[tuple[Evidence, str, Candidate]]:
    """Each candidate that asserts something, with its evidence and extractor, the strongest evidence first."""
    seen = [
        (candidate.evidence or extractor.evidence, extractor.name, candidate)
        for extractor in extractors.EXTRACTORS
        for index, part in enumerate(frame.text.parts)
        if len(part.parse)
        for candidate in extractor.extract(frame, index)
        if not _is_asked(part, candidate) and not _is_untold(frame, candidate)
    ]
    seen.sort(key=lambda one: rank(one[0]))
    return [(RANKING[rank(name)], family, candidate) for name, family, candidate in seen]


def _is_same(part: Part, one: Candidate, other: Candidate) -> bool:
    """Whether two candidates tell one thing in the same words."""
    if one.part != other.part or one.kind != other.kind:
        return False
    told = [(c.part, c.kind, c.stage, c.measure, c.quantity, c.chars) for c in (one, other)]
    if told[0] != told[1]:
        return False
    spans = [c.span(part) for c in (one, other)]
    is_within = one.anchor == other.anchor and one.last == other.last and one.chars is None
    return is_within or spans[0] == spans[1]


def _is_told_already(part: Part, candidate: Candidate, takes_quoted: bool, beside: Sequence[Candidate]) -> bool:
    """Whether the figures and quotations of the same clause tell what a presence or an act would tell again."""
    if candidate.kind not in ("presence", "act") or not beside:
        return False
    if not takes_quoted and any(c.kind == "quotation" for c in beside):
        return True
    if candidate.evidence == "site":
        return any(c.kind == "quotation" or _counts_sites(part, c) for c in beside)
    if not candidate.method and any(_counts_it(part, candidate, c) for c in beside):
        return True
    return bool(candidate.method) and any(candidate.method in _tells_of(c) and not _is_few(c) for c in beside)


def _counts_sites(part: Part, figure: Candidate) -> bool:
    """Whether a figure counts what stands somewhere, and so tells that it stands there."""
    counted = figure.quantity.unit_head if figure.quantity else ""
    return bool(_tells_of(figure)) or counted in facility_nouns() | assessments().sites


def _counts_it(part: Part, candidate: Candidate, figure: Candidate) -> bool:
    """Whether a figure says in the same words what an act without a method would say again ("published 14 reports",
    "interviewed 26 people"); what was done to people, or done besides, is told of by itself."""
    parse, counted = part.parse, figure.quantity
    if counted is None or not counted.is_count or counted.value is None or (counted.interval.low or 0) <= FEW:
        return False
    if (figure.first, figure.last) != (candidate.first, candidate.last) or figure.scope_head < 0:
        return False
    head = part.clauses[candidate.clause].head
    is_object = parse.heads[figure.scope_head] == head and parse.deps[figure.scope_head] in ("dobj", "nsubjpass")
    is_people = counted.unit_head in people_nouns() or parse.pos[figure.scope_head] == "PROPN"
    return is_object and (not is_people or parse.lemmas[head] in clause_words.load("en").asking)


FEW = 3  # so many are told of one by one


def _is_few(figure: Candidate) -> bool:
    counted = figure.quantity
    if counted is None or not counted.is_count or counted.relation:
        return False
    return counted.interval.high is not None and counted.interval.high <= FEW


def _tells_of(candidate: Candidate) -> tuple[str, ...]:
    """The methods that a figure counts the acts or facilities of, or that a quotation is on."""
    if candidate.kind != "figure":
        return (candidate.method,)
    known = measures_by_id().get(candidate.measure)
    return known.methods if known else ()


def _is_asked(part: Part, candidate: Candidate) -> bool:
    """Whether a candidate stands in a question, which asserts nothing; in a quotation it is somebody's words."""
    first, last = part.parse.sentences[part.parse.sentence_of(candidate.anchor)]
    return candidate.kind != "quotation" and "?" in part.parse.words[max(first, last - 2) : last]


def _is_untold(frame: Frame, candidate: Candidate) -> bool:
    """Whether a candidate is what somebody would not say, which nobody asserts; that they would not is a response."""
    if candidate.kind == "response":
        return False
    char = frame.text.parts[candidate.part].parse.starts[candidate.anchor]
    return any(s.name and s.attribution.attitude == "declines" for s in frame.chains.covering(char))
