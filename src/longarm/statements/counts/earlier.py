"""Earlier nouns: what a bare number counts where the text has counted or named it before ("Peru has three of them")."""

from collections.abc import Iterator

from longarm.languages import load
from longarm.languages.loader import Units
from longarm.model.statements import Quantity
from longarm.statements.candidates import Frame
from longarm.statements.counts import counting, measures
from longarm.statements.counts.countable import is_countable
from longarm.statements.parse import Parse
from longarm.statements.scenes.operators import facility_nouns
from longarm.statements.text import Part
from longarm.statements.topic import Topic

REACH = 3  # sentences before a bare number in which a facility or a thing with a measure is looked for
FEW = 4  # tokens between two numbers that share the noun of the second
NEAR = 1  # sentences before it in which any noun counted is looked for
_WHERE = frozenset({"in", "across", "throughout", "around", "within", "over", "from", "by"})


def noun(frame: Frame, index: int, quantity: Quantity) -> str:
    """Lemma of the noun that a bare number counts: the last one before it that was counted, is a facility or has a
    measure; empty where the text names none."""
    part = frame.text.parts[index]
    if (lands := _lands(part, quantity)) is not None:
        return lands
    for back, (at, first, last) in enumerate(_sentences_before(frame, index, quantity)):
        if back and quantity.relation == "ratio":
            return ""  # a share is of a whole in its own sentence
        part = frame.text.parts[at]
        here = _counted(frame, part, quantity, first, last)
        main = [one for one in here if not _is_where(part.parse, counting.counted(part, one))]
        start = (main or here)[-1].span.start if here else -1
        for token in range(last - 1, first - 1, -1):
            char = part.parse.starts[token]
            if char >= quantity.span.start or (char <= start and main):
                continue
            if (here and _is_where(part.parse, token)) or (char <= start and back == 0):
                continue
            if main and _is_within(part, main[-1], token):
                continue  # "14 probes into threats to exiles": the probes
            if _is_thing(part.parse, token, frame.topic, is_own=back == 0):
                return part.parse.lemmas[token]
        if here and back <= NEAR:
            return (main or here)[-1].unit_head
    return ""


def noun_behind(part: Part, quantity: Quantity) -> str:
    """Lemma of the noun of the count right behind a bare number, with no verb between: "Chad shut 11 and Peru nine of
    the offices"; empty where there is none."""
    parse, last = part.parse, part.tokens_of(quantity.span)[-1]
    behind = next((q for q in part.quantities if q.is_count and q.span.start > quantity.span.end), None)
    if (
        behind is None
        or behind.unit_span is None
        or parse.sentence_of(last) != parse.sentence_of(part.tokens_of(behind.span)[0])
    ):
        return ""
    between = range(last + 1, part.tokens_of(behind.span)[0])
    is_joined = any(parse.lowers[t] in ("and", "or") for t in between) and len(between) <= FEW
    return behind.unit_head if is_joined and not any(parse.pos[t] in ("VERB", "AUX") for t in between) else ""


def _lands(part: Part, quantity: Quantity) -> str | None:
    """The noun of the lands that a bare number counts right after another bare one: "54 offices in 30 countries; by
    May it was 102 in | 53"."""
    first, parse = part.tokens_of(quantity.span)[0], part.parse
    if first < 2 or parse.lowers[first - 1] not in ("in", "across") or parse.tags[first - 2] != "CD":
        return None
    known = [q for q in part.quantities if q.is_count and q.unit_span is not None and q.span.end <= quantity.span.start]
    lands = (q for q in reversed(known) if _is_where(parse, counting.counted(part, q)))
    return next((q.unit_head for q in lands), None)


def _is_within(part: Part, counted: Quantity, token: int) -> bool:
    """Whether a noun only says of what the things counted are, or to whom they are done."""
    parse, head = part.parse, counting.counted(part, counted)
    between = range(head + 1, token)
    return parse.deps[token] == "pobj" and not any(
        parse.words[t] in (",", ";") or parse.pos[t] in ("VERB", "AUX") for t in between
    )


def _counted(frame: Frame, part: Part, quantity: Quantity, first: int, last: int) -> list[Quantity]:
    """What is counted before a quantity in the tokens given, with a noun of its own."""
    units: Units = load("en").units
    return [
        other
        for other in part.quantities
        if (other.is_count or other.relation == "ratio")
        and other.unit_span is not None
        and other.span.start < quantity.span.start
        and other.unit_head not in units.pronouns
        and part.within(other.unit_span, first, last)
        and is_countable(part, other, frame.topic, units)
    ]


def _is_where(parse: Parse, token: int) -> bool:
    return parse.deps[token] == "pobj" and parse.lowers[parse.heads[token]] in _WHERE


def _sentences_before(frame: Frame, index: int, quantity: Quantity) -> Iterator[tuple[int, int, int]]:
    """Passage and tokens of the sentence of a quantity and of those before it, the nearest first, up to REACH."""
    parse = frame.text.parts[index].parse
    own = parse.sentence_of(frame.text.parts[index].tokens_of(quantity.span)[0])
    left = REACH + 1
    for at in range(index, -1, -1):
        sentences = frame.text.parts[at].parse.sentences
        for first, last in reversed(sentences[: own + 1] if at == index else sentences):
            yield at, first, last
            left -= not _has_bare(frame.text.parts[at], first, last)
            if not left:
                return


def _has_bare(part: Part, first: int, last: int) -> bool:
    """Whether a sentence goes on with a count in bare numbers, which uses up no reach: "two in Madrid, one in Oslo"."""
    return any(q.is_count and q.unit_span is None and part.within(q.span, first, last) for q in part.quantities)


def _is_thing(parse: Parse, token: int, topic: Topic, is_own: bool) -> bool:
    """Whether a noun in the plural is a facility, or a thing that the codebook counts without company; in the sentence
    of the number also such a thing in the singular after "a" ("opens a new case each week, and has 2,000")."""
    if parse.tags[token] not in ("NNS", "NNPS") and not (is_own and _is_indefinite(parse, token)):
        return False
    if parse.lemmas[token] in facility_nouns():
        return True
    measure = measures.measures_by_id().get(counting.by_noun(parse, token, parse.lemmas[token], topic, frozenset()))
    return parse.pos[token] == "NOUN" and measure is not None and not measure.beside


def _is_indefinite(parse: Parse, token: int) -> bool:
    return parse.deps[token] == "dobj" and any(parse.lowers[child] in ("a", "an") for child in parse.children[token])
