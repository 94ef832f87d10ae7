"""What is said: the frames in which a cue may have its content, found in a parse."""

from collections.abc import Iterator

from longarm.languages.attributions import load
from longarm.languages.discourse import load as load_discourse
from longarm.statements.attributions import extents
from longarm.statements.attributions.extents import Run
from longarm.statements.parse import Parse

Frame = tuple[str, list[Run], int | None]  # name, content, last token of the cue where a preposition belongs to it

OBJECT_TAIL = frozenset(["as", "of", "for", "against", "to", "with", "over", "about", "from"])
NEAR_TAIL = frozenset(("in", "by"))  # these only right after the object
CLAUSES = frozenset(("ccomp", "parataxis"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))  # tags that no passive participle has, whatever the parse calls its subject
TELLING = frozenset(("tell", "inform", "assure", "remind", "advise"))  # their object hears, and is not what is said
OCCASIONS = frozenset(("after", "before", "when", "while", "as", "since", "until", "once"))
RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))


def of_verb(parse: Parse, verb: int, source: Run | None) -> Iterator[Frame]:
    """The frames that a verb stands in, the surest first.

    Names: `clause`, `to`, `ing`, `object`, a preposition, and for a passive `be-` with one of these.
    """
    deps, tags = parse.deps, parse.tags
    children = parse.children[verb]
    passive = None
    subject = None
    for at in children:
        if deps[at] == "nsubjpass" and tags[verb] not in FINITE:
            passive = at
        elif deps[at] in ("nsubj", "nsubjpass"):
            subject = at
    is_passive = passive is not None or (
        tags[verb] == "VBN" and deps[verb] in ("acl", "advcl") and extents.child(parse, verb, "aux") is None
    )
    if is_passive:
        yield from _passive(parse, verb, passive)
        return
    best = clause_of(parse, verb)
    if best is not None:
        runs = _runs(parse, best, verb, source)
        if best > verb and (rest := _rest(parse, verb, best)) is not None:
            runs = [(runs[0][0], parse.subtree(rest)[1])]
        for other in children if best > verb else ():
            if deps[other] in ("ccomp", "conj") and verb < other != best and is_that(parse, other):
                runs = sorted({*runs, *_runs(parse, other, verb, source)})  # "told them that A, that B"
        yield "clause", _in_stretch(parse, runs, verb), None
    elif deps[verb] in ("parataxis", "advcl") or _is_misplaced_tag(parse, verb):
        yield from _around(parse, verb, source)
    object_ = infinitive = gerund = None
    for at in children:
        dep = deps[at]
        if dep == "dobj":
            object_ = at
        elif dep == "xcomp" and _has_to(parse, at):
            infinitive = at
        elif dep == "xcomp" and (
            tags[at] == "VBG" or any(parse.lowers[c] in ("being", "having") for c in parse.children[at])
        ):
            gerund = at
    if object_ is not None:
        if object_ > verb:
            yield from _carried(parse, object_)
        is_held = deps[verb] == "csubj" and parse.lowers[object_] == "what"  # "what X says is that ..."
        if parse.pos[object_] != "X" and not is_held:
            yield "object", _object(parse, verb, object_, infinitive, source), None
        return
    if (called := extents.child(parse, verb, "oprd")) is not None and called > verb:
        yield "object", _runs(parse, called, verb, source), None  # "calls the total partial", parsed as one phrase
    if infinitive is not None and verb + 1 in children and deps[verb + 1] == "prep":
        yield from _prepositions(parse, verb, "")
    if infinitive is not None:
        yield "to", _runs(parse, infinitive, verb, source), None
    if gerund is not None:
        yield "ing", _runs(parse, gerund, verb, source), None
    yield from _prepositions(parse, verb, "")
    if subject is not None and infinitive is not None:
        yield "seem", _joined(parse, subject, infinitive, verb), None  # the subject is no source here


def clause_of(parse: Parse, verb: int) -> int | None:
    """The head of the clause that a verb takes; the longest, as a stray word may bear the same label."""
    deps = parse.deps
    clauses = [
        at
        for at in parse.children[verb]
        if deps[at] == "ccomp" or (deps[at] in ("advcl", "intj", "acl") and at > verb and is_that(parse, at))
    ]
    if not clauses:
        return _misplaced(parse, verb)
    if any(at > verb and (is_that(parse, at) or parse.subtree(at)[0] == verb + 1) for at in clauses):
        # what stands before it is no clause of it
        clauses = [at for at in clauses if at > verb]
    low, high = extents.stretch(parse, verb)
    near = [at for at in clauses if low <= at < high] if any(at < verb for at in clauses) else clauses
    chosen = max(near or clauses, key=lambda at: len(extents.under(parse, at)))
    first = clauses[0]
    return first if first > verb and _rest(parse, verb, first) == chosen else chosen


def _rest(parse: Parse, verb: int, clause: int) -> int | None:
    """The second half of a clause that the parse has cut: "says he saw officers | carry boxes"."""
    end = parse.subtree(clause)[1]
    later = (c for c in parse.children[verb] if c > clause and parse.deps[c] == "ccomp")
    return next((c for c in later if parse.subtree(c)[0] == end and parse.pos[end - 1] != "PUNCT"), None)


def _is_misplaced_tag(parse: Parse, verb: int) -> bool:
    """Whether "..., X said" is parsed as the clause of what it tells; what another cue takes as clause is no tag."""
    head = parse.heads[verb]
    return parse.deps[verb] == "ccomp" and head < verb and parse.lemmas[head] not in load("en").verbs


def _misplaced(parse: Parse, verb: int) -> int | None:
    """The clause of "said in a statement that ...", which the parse may hang on the statement."""
    for at in parse.children[verb]:
        noun = extents.child(parse, at, "pobj") if parse.deps[at] == "prep" and at > verb else None
        for clause in () if noun is None else parse.children[noun]:
            if parse.deps[clause] in ("acl", "ccomp", "relcl") and _opens_with_that(parse, clause):
                return clause
    return _parted(parse, verb)


def _parted(parse: Parse, verb: int) -> int | None:
    """The clause with "that" which the parse has hung on a noun between: "told police, and later the court, that"."""
    stop = extents.stretch(parse, verb)[1]
    that = next((t for t in range(verb + 2, stop) if parse.lowers[t] == "that" and parse.deps[t] == "mark"), None)
    if that is None:
        return None
    clause, words = parse.heads[that], load("en")
    noun = parse.heads[clause]
    if parse.pos[noun] == "VERB":  # "said in its report, presented on Monday, that"
        is_between = parse.lemmas[noun] not in words.verbs and parse.words[that - 1] == ","
    else:
        is_between = parse.lemmas[noun] not in words.nouns and parse.lemmas[noun] not in words.abstracts
    if not is_between or parse.deps[clause] not in ("acl", "relcl", "ccomp") or not verb < noun < that:
        return None
    if parse.tags[verb] not in FINITE:
        return None
    return clause if extents.subject(parse, clause) is not None and verb in parse.above(noun) else None


def _opens_with_that(parse: Parse, at: int) -> bool:
    own = [
        c
        for c in parse.children[at]
        if parse.lowers[c] == "that" and (parse.tags[c] == "IN" or parse.deps[c] == "mark")
    ]
    return bool(own) and extents.subject(parse, at) not in (None, *own)


def _carried(parse: Parse, noun: int) -> Iterator[Frame]:
    """ "rejected the notion that ...": the clause on an abstract object is the content, the object part of the cue."""
    if parse.lemmas[parse.heads[noun]] in load("en").carrying:
        for at in parse.children[noun]:
            inner = extents.child(parse, at, "pobj", "pcomp") if parse.deps[at] == "prep" and at > noun else None
            if inner is not None:
                yield "object", _runs(parse, inner, at, None), at
    if parse.lemmas[noun] not in load("en").abstracts or _has_owner(parse, noun):
        return
    for at in parse.children[noun]:
        if at > noun and parse.deps[at] in ("acl", "ccomp", "relcl") and is_that(parse, at):
            yield "object", _runs(parse, at, noun, None), noun


def _has_owner(parse: Parse, noun: int) -> bool:
    """Whether it is somebody's ("X's claim", "the claim of the government"), who is a source of its own."""
    words = load_discourse("en")
    bodies = words.organisations | words.persons | words.callings | words.governing | words.tellers | {"state"}
    for child in parse.children[noun]:
        who = extents.child(parse, child, "pobj") if parse.lowers[child] in ("of", "by") else None
        if parse.deps[child] == "poss" or (
            who is not None and (parse.pos[who] == "PROPN" or parse.lemmas[who] in bodies)
        ):
            return True
    return False


def is_that(parse: Parse, at: int) -> bool:
    """Whether "that" opens a clause."""
    return any(parse.deps[c] == "mark" and parse.lowers[c] == "that" for c in parse.children[at])


def _has_to(parse: Parse, at: int) -> bool:
    return any(parse.tags[c] == "TO" for c in parse.children[at])


def _runs(parse: Parse, at: int, verb: int, source: Run | None) -> list[Run]:
    tokens = extents.under(parse, at, (verb,))
    if source is not None:
        tokens = [t for t in tokens if not source[0] <= t < source[1]]
    return [r for run in extents.runs(tokens) if (r := extents.trim(parse, run))]


def _around(parse: Parse, verb: int, source: Run | None) -> Iterator[Frame]:
    """ "A, as X said, B": the content is the clause that the verb stands in."""
    own = extents.under(parse, verb)
    object_ = extents.child(parse, verb, "dobj", "xcomp")
    if object_ is not None and parse.words[parse.subtree(object_)[0] - 1] == ",":
        object_ = None  # "A, X said, often to make them return": no object of the saying
    if object_ is not None and not _is_hearer(parse, verb, object_):
        return
    head = parse.heads[verb]
    if parse.deps[verb] == "advcl" and parse.lowers[own[0]] != "as":
        return
    runs = [run for run in _runs(parse, head, verb, source) if not _is_occasion(parse, run, verb)]
    yield "clause", _in_stretch(parse, runs, verb), None


def _is_hearer(parse: Parse, verb: int, object_: int) -> bool:
    """Whether the object of a tag hears what is told, and is not what is told: "A, her lawyer told the court, B"."""
    if parse.lemmas[verb] not in TELLING or parse.lemmas[object_] in load_discourse("en").tales:
        return False
    head = parse.heads[verb]
    return parse.pos[object_] == "PROPN" or extents.stretch(parse, head) == extents.stretch(parse, verb)


def _in_stretch(parse: Parse, runs: list[Run], verb: int) -> list[Run]:
    """What stands before a cue only from the last semicolon on: "A; B, X said" has X say B."""
    low, _ = extents.stretch(parse, verb)
    cut = [(max(first, low), last) if first < verb else (first, last) for first, last in runs]
    return [r for run in cut if run[0] < run[1] and (r := extents.trim(parse, run))]


def _is_occasion(parse: Parse, run: Run, verb: int) -> bool:
    """Whether words after the cue tell when it was said, as the author does: "it said, after its talks had ended"."""
    return run[0] > verb and parse.lowers[run[0]] in OCCASIONS and parse.deps[run[0]] == "mark"


def _object(parse: Parse, verb: int, object_: int, infinitive: int | None, source: Run | None) -> list[Run]:
    tokens = extents.under(parse, object_, (verb,))
    for at in parse.children[verb]:
        if at > object_ and (_is_tail(parse, at, tokens[-1]) or at == infinitive):
            tokens += extents.under(parse, at)
    tokens.sort()
    if source is not None:
        tokens = [t for t in tokens if not source[0] <= t < source[1]]
    return [r for run in extents.runs(tokens) if (r := extents.trim(parse, run))]


def _is_tail(parse: Parse, at: int, last: int) -> bool:
    """Whether a branch of the verb after its object goes on with it ("blamed X for", "cited talks to free them")."""
    dep = parse.deps[at]
    if dep in ("oprd", "xcomp"):
        return True
    if dep == "advcl":
        low = parse.subtree(at)[0]
        return low == last + 1 and (parse.tags[low] == "TO" or low == at)
    if dep != "prep":
        return False
    if parse.lowers[at] in OBJECT_TAIL:
        return True
    return parse.lowers[at] in NEAR_TAIL and at == last + 1 and not extents.is_when(parse, at)


def _prepositions(parse: Parse, verb: int, prefix: str) -> Iterator[Frame]:
    deps = parse.deps
    for at in parse.children[verb]:
        if deps[at] != "prep" or at < verb:
            continue
        inner = extents.child(parse, at, "pobj", "pcomp", "amod", "prep")
        if inner is not None and inner > at:
            _, stop = extents.stretch(parse, verb)
            tokens = [t for t in extents.under(parse, at) if t != at and t < stop]
            for other in parse.children[verb]:
                is_more = deps[other] == "prep" and parse.lowers[other] in ("as", parse.lowers[at])  # "of A, of B"
                if other > at and (is_more or (deps[other] == "xcomp" and _has_to(parse, other))):
                    tokens += extents.under(parse, other)
            content = [r for run in extents.runs(tokens) if (r := extents.trim(parse, run))]
            yield prefix + parse.lowers[at], content, at


def _passive(parse: Parse, verb: int, subject: int | None) -> Iterator[Frame]:
    deps = parse.deps
    by = extents.child(parse, verb, "agent")
    if by is not None and by > verb and subject is not None:
        yield "felt", [r for run in [(by + 1, parse.subtree(by)[1])] if (r := extents.trim(parse, run))], by
    head: list[Run] = []
    if subject is not None:
        head = [run for run in _runs(parse, subject, verb, None) if run[1] <= verb]  # without "..., a charge he denies"
    elif deps[verb] == "acl":
        at = parse.heads[verb]
        head = _runs(parse, at, verb, None)
    for at in parse.children[verb]:
        if head and (deps[at] == "xcomp" or (deps[at] == "advcl" and parse.tags[at] == "VB")):
            yield "be-to", head + _runs(parse, at, verb, None), None
        elif deps[at] == "ccomp":
            rest = _runs(parse, at, verb, None)
            is_hearer = parse.lemmas[verb] in load("en").hearers or (head and parse.lowers[head[0][0]] == "it")
            yield "be-clause", rest if is_hearer else head + rest, None
        elif head and deps[at] == "oprd":
            yield "be-as", head + _runs(parse, at, verb, None), None
    for name, content, last in _prepositions(parse, verb, "be-"):
        if name == "be-as":
            yield name, [*head, (content[0][0] - 1, content[-1][1])] if content else head, last
        else:
            yield name, head + content, last
    if head and parse.lemmas[verb] not in load("en").hearers:
        if by is None or by < verb:
            yield "be", head, None
        elif subject is not None:
            yield "be-by", head, None


def _joined(parse: Parse, subject: int, other: int, verb: int) -> list[Run]:
    return _runs(parse, subject, verb, None) + _runs(parse, other, verb, None)


def of_noun(parse: Parse, noun: int) -> Iterator[Frame]:
    """The frames of a noun that attributes: `clause` ("the claim that"), `to` ("his refusal to"), or a preposition."""
    deps, tags, lowers = parse.deps, parse.tags, parse.lowers
    for at in parse.children[noun]:
        if at < noun or deps[at] not in ("acl", "ccomp", "relcl", "xcomp"):
            continue
        if _has_to(parse, at):
            yield "to", _runs(parse, at, noun, None), None
            continue
        is_told = is_that(parse, at) and not any(tags[c] in RELATIVE and deps[c] != "mark" for c in parse.children[at])
        if is_told or at == lone_clause(parse, noun):
            yield "clause", _runs(parse, at, noun, None), None
    beside = noun + 1  # "refers to X's confession that he ...", whose clause the parse hangs on the verb
    if lowers[beside : beside + 1] == ["that"] and deps[beside] == "mark" and parse.heads[beside] > beside:
        told = parse.heads[beside]
        if parse.heads[told] < noun and parse.subtree(told)[0] == beside and deps[noun] in ("pobj", "dobj"):
            yield "clause", _runs(parse, told, noun, None), None
    for at in parse.children[noun]:
        if deps[at] != "prep" or at < noun or lowers[at] in ("from", "by", "among", "in"):
            continue
        inner = extents.child(parse, at, "pobj", "pcomp")
        if inner is not None and inner > at:
            skip = [c for c in parse.children[noun] if deps[c] == "prep" and c != at]
            tokens = [t for t in extents.under(parse, at, skip) if t != at]
            frame = "clause" if lowers[at : at + 2] == ["of", "how"] else lowers[at]  # "an account of how"
            yield frame, [r for run in extents.runs(tokens) if (r := extents.trim(parse, run))], at


def lone_clause(parse: Parse, noun: int) -> int | None:
    """The clause with "that" and a subject of its own which hangs on a noun: "the evidence of X that he ..."."""
    for at in parse.children[noun]:
        if at > noun and parse.deps[at] in ("relcl", "acl", "ccomp"):
            that = next((c for c in parse.children[at] if parse.lowers[c] == "that" and c < at), None)
            is_object = that is not None and parse.deps[that] == "dobj"
            is_done = any(parse.deps[c] == "auxpass" for c in parse.children[at])  # which has no object
            is_mark = not is_object or is_done or parse.tags[that or 0] == "IN"
            if that is not None and extents.subject(parse, at) not in (None, that) and is_mark:
                return at
    return None


def of_adjective(parse: Parse, adjective: int) -> Iterator[Frame]:
    """The frames of an adjective after "be" ("is confident that", "was open to"): `clause`, `to`, or a preposition."""
    verb = parse.heads[adjective]
    places = [adjective, verb]
    for place in places:
        for at in parse.children[place]:
            if at < adjective:
                continue
            if parse.deps[at] == "ccomp" or (parse.deps[at] in ("advcl", "acl") and is_that(parse, at)):
                yield "clause", _runs(parse, at, verb, None), None
            elif parse.deps[at] == "xcomp" and _has_to(parse, at):
                yield "to", _runs(parse, at, verb, None), None
    yield from _prepositions(parse, adjective, "")
