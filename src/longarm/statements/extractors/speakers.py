"""Speakers: numbers that only count who speaks ("seven said that ..."), which tell nothing of what is said."""

from longarm.languages import clauses as clause_words
from longarm.languages import discourse
from longarm.model.spans import Span
from longarm.model.statements import Quantity
from longarm.statements.candidates import Frame
from longarm.statements.counts import counting
from longarm.statements.counts.inherited import Counted
from longarm.statements.discourse.names import head_of
from longarm.statements.extractors import endings, portion
from longarm.statements.text import Part


def speaks(frame: Frame, part: Part, counted: Counted) -> bool:
    """Whether a number only counts those who speak: "seven said that ..."; not "12 states backed the appeal", nor a
    number inside the name of the source ("papers given to a group with nine branches")."""
    if _is_surveyed(part, counted) or _is_rallying(part, counted) or part.parse.deps[counted.head] == "dobj":
        return False  # "holds four letters saying that"
    if _is_told(part, counted.head) or _is_whole(part, counted.quantity):
        return False
    for speech in frame.chains.speeches:
        attribution = speech.attribution
        if not any(span.contains(counted.quantity.span) for span in attribution.source):
            continue
        cues = {token for span in attribution.cue for token in part.tokens_of(span)}
        is_done = attribution.attitude != "denies" and not attribution.is_direct  # "all three deny it" counts nobody
        if is_done and _acting(part, counted.head) in cues and _has_noun_for_content(part, cues):
            continue
        if any(counted.head in _speakers(part, span) for span in attribution.source):
            return True
    return False


def _is_whole(part: Part, quantity: Quantity) -> bool:
    """Whether a number is that of all of whom another part speaks: "nine of the | twelve jurors found him guilty"."""
    first, parse = part.tokens_of(quantity.span)[0], part.parse
    return first > 2 and parse.lowers[first - 2 : first] == ["of", "the"] and parse.tags[first - 3] == "CD"


def _is_told(part: Part, head: int) -> bool:
    """Whether those counted are the ones who are told or ordered something: "two neighbours were told to leave"."""
    parse, top = part.parse, counting.top(part.parse, head)
    verb = parse.heads[top]
    is_passive = parse.deps[top] == "nsubjpass" and parse.tags[verb] == "VBN"
    return is_passive and any(parse.deps[child] in ("xcomp", "ccomp", "prep") for child in parse.children[verb])


def said_of(frame: Frame, part: Part, counted: Counted, anchor: int) -> int:
    """The token that decides who tells of a count; where those counted are a share of all who were asked, and tell of
    themselves, the first token of what they say: "half of the guards said that ..."."""
    if not _is_surveyed(part, counted):
        return anchor
    for speech in frame.chains.speeches:
        attribution = speech.attribution
        if not speech.name or not any(counted.head in _speakers(part, span) for span in attribution.source):
            continue
        start = attribution.content[0].start if attribution.content else -1
        token = part.parse.token_at(start) if part.parse.starts[0] <= start < part.parse.ends[-1] else None
        return anchor if token is None else token
    return anchor


def _is_surveyed(part: Part, counted: Counted) -> bool:
    """Whether those who speak are a share of all who were asked, which is what is told: "half of the guards said so",
    "of 60 guards, 12 said so"."""
    quantity = counted.quantity
    parse, head, after = part.parse, counted.head, part.tokens_of(quantity.span)[-1] + 1
    if quantity.relation == "ratio" or (parse.lowers[after : after + 1] == ["of"] and _is_number_of(part, after + 1)):
        return True
    if not quantity.unit and _is_of_themselves(part, parse.heads[head]):
        return True
    if _is_of_what_befell(part, parse.heads[head]):
        return True
    first = parse.sentences[parse.sentence_of(head)][0]
    if parse.lowers[first] not in ("of", "among", "out") or parse.deps[head] not in ("nsubj", "nsubjpass"):
        return False
    return any(parse.starts[first] < q.span.start < counted.quantity.span.start for q in part.quantities if q.is_count)


def _is_of_themselves(part: Part, verb: int) -> bool:
    """Whether those who speak tell of themselves: "71 said they had been harassed"."""
    parse = part.parse
    told = [child for child in parse.children[verb] if parse.deps[child] == "ccomp" and child > verb]
    subjects = (c for clause in told for c in parse.children[clause] if parse.deps[c] in ("nsubj", "nsubjpass", "poss"))
    return any(parse.lowers[subject] == "they" for subject in subjects)


def _is_of_what_befell(part: Part, verb: int) -> bool:
    """Whether those who speak tell what befell them: "eight activists reported being followed"."""
    parse = part.parse
    told = (c for c in parse.children[verb] if parse.tags[c] == "VBN" and parse.deps[c] in ("xcomp", "ccomp", "pcomp"))
    return any(parse.lowers[helping] == "being" for clause in told for helping in parse.children[clause])


def _is_rallying(part: Part, counted: Counted) -> bool:
    """Whether those counted are told of for what they do and not for what they say: "20 people protested outside"."""
    parse = part.parse
    verb = _acting(part, counted.head)
    is_said = any(parse.deps[child] in ("ccomp", "xcomp", "dobj", "parataxis") for child in parse.children[verb])
    return parse.lemmas[verb] in clause_words.load("en").rallying and not is_said


def _is_number_of(part: Part, token: int) -> bool:
    """Whether a definite number stands there: "(ten of) the 32"."""
    parse = part.parse
    return parse.lowers[token : token + 1] in (["the"], ["those"], ["these"]) and parse.tags[token + 1 : token + 2] == [
        "CD"
    ]


def within_source(frame: Frame, part: Part, counted: Counted) -> tuple[int, int] | None:
    """The tokens of a figure that stands in the name of who speaks, but does not count them: its own phrase."""
    quantity = counted.quantity
    spans = (span for speech in frame.chains.speeches for span in speech.attribution.source)
    source = next((span for span in spans if span.contains(quantity.span)), None)
    if source is None:
        return None
    tokens = part.tokens_of(quantity.span)
    if _acting(part, counted.head) in _cues(frame, part, source):
        of_work = part.parse.lowers[tokens[0] - 1] == "of" and counted.head not in _speakers(part, source)
        return (part.tokens_of(source)[0], counted.head + 1) if of_work else None
    first = portion.start(part, quantity)
    if part.parse.deps[first] == "prep":
        return first, endings.phrase_end(part, first, tokens[-1] + 1)
    unit = part.tokens_of(quantity.unit_span)[-1] if quantity.unit_span else tokens[-1]
    return first, max(unit, tokens[-1]) + 1


def _cues(frame: Frame, part: Part, source: Span) -> set[int]:
    """The tokens of the cues that a source speaks with."""
    speeches = [speech.attribution for speech in frame.chains.speeches if source in speech.attribution.source]
    return {token for attribution in speeches for span in attribution.cue for token in part.tokens_of(span)}


def _speakers(part: Part, source: Span) -> set[int]:
    """The tokens of a source that stand for who speaks: its head, what that is a number of, what is joined to it."""
    parse, head = part.parse, head_of(part.parse, source.start, source.end)
    found = {head} if head is not None else set()
    for token in part.tokens_of(source):
        above = parse.heads[token]
        if parse.deps[token] == "pobj" and parse.lowers[above] == "of":
            above = parse.heads[above]
            if parse.lemmas[above] in discourse.load("en").works:
                continue  # "a study of seven states found that"
        elif parse.deps[token] not in ("conj", "nummod"):
            continue
        if above in found:
            found.add(token)
    return found


def _has_noun_for_content(part: Part, cues: set[int]) -> bool:
    """Whether what hangs on a verb of saying is a thing and no clause: "backed the appeal", "raised the concern"."""
    parse = part.parse
    deps = {parse.deps[child] for cue in cues for child in parse.children[cue]}
    after = {parse.deps[child] for cue in cues for child in parse.children[cue] if child > cue}
    is_thing = "dobj" in after or ("nsubjpass" in deps and "agent" in deps)
    return is_thing and not after & {"ccomp", "xcomp", "advcl"}


def _acting(part: Part, head: int) -> int:
    """The verb that those counted are the subject or agent of: "backed" in "was backed by 12 states"."""
    parse, top = part.parse, counting.top(part.parse, head)
    above = parse.heads[top]
    return parse.heads[above] if parse.deps[above] == "agent" else above
