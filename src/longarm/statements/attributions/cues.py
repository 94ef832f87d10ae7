"""The words that attribute: how far a cue reaches, and whether it is negated."""

from collections.abc import Container

from longarm.languages.attributions import AttributionWords
from longarm.statements.attributions import works
from longarm.statements.attributions.extents import Run
from longarm.statements.parse import Parse

LEFT = frozenset(("aux", "auxpass", "neg", "advmod"))
NEGATIONS = frozenset(("not", "n't", "n’t", "never", "neither", "nor", "no", "nobody", "none", "hardly"))

FAILING = frozenset(("fail", "neglect", "omit"))
LONGEST_TIME = 4  # tokens
LONGEST_LEAD = 3  # tokens of "went on to", "was quick to"
NEGATIVE_SOURCES = frozenset(("no", "not", "nobody", "none", "neither", "nothing"))


def reach(parse: Parse, verb: int, leads: Container[str]) -> Run:
    """The verb with its auxiliaries, negation, adverbs and particle, and the verb that leads to it ("went on to")."""
    deps, heads, tags = parse.deps, parse.heads, parse.tags
    first, last = verb, verb + 1
    while True:
        first = _left(parse, first, verb)
        head = _lead(parse, verb, first, leads)
        if head is None:
            break
        verb = first = head
    verb = last - 1
    size = len(parse)
    while last < size and heads[last] == verb:
        if deps[last] == "prt" or (
            deps[last] == "advmod"
            and tags[last] == "RB"
            and not parse.children[last]
            and parse.lowers[last] not in NEGATIONS
        ):
            last += 1
        else:
            break
    return first, _with_time(parse, verb, last)


def _lead(parse: Parse, verb: int, first: int, leads: Container[str]) -> int | None:
    """The verb, or the adjective after "be", that leads to an infinitive ("went on to say", "was quick to say")."""
    head = parse.heads[verb]
    if parse.deps[verb] == "pcomp" and parse.lowers[head] == "by" and first - head == 1:
        over = parse.heads[head]  # "began by saying"
        return over if over == head - 1 and parse.lemmas[over] in leads else None
    if head >= verb or first - head > LONGEST_LEAD or parse.deps[verb] not in ("xcomp", "advcl"):
        return None
    if parse.pos[head] == "ADJ":
        over = parse.heads[head]
        is_lead = parse.deps[verb] == "xcomp" and parse.deps[head] == "acomp" and head - LONGEST_LEAD < over < head
        return over if is_lead else None
    return head if parse.lemmas[head] in leads and parse.tags[verb] != "VBG" else None


def _with_time(parse: Parse, verb: int, last: int) -> int:
    """With a time that follows at once ("said Monday", "said late last month")."""
    for child in parse.children[verb]:
        if parse.deps[child] == "npadvmod" and child >= last:
            low, high = parse.subtree(child)
            if low == last and high - low <= LONGEST_TIME:
                return high
    return last


def with_place(parse: Parse, run: Run, verb: int, words: AttributionWords) -> Run:
    """With the work right after it, where the two read as one cue ("said in a statement")."""
    place = works.placed(parse, verb, words)
    if place is None or place[0] != run[1] or parse.lemmas[place[1]] in words.talks:
        return run
    noun = place[1]
    if noun - run[1] >= works.LONGEST_IN_CUE or any(c > noun for c in parse.children[noun]):
        return run
    return run[0], noun + 1


def _left(parse: Parse, first: int, verb: int) -> int:
    deps, heads, tags = parse.deps, parse.heads, parse.tags
    while first > 0:
        at = first - 1
        if (
            heads[at] != verb
            or deps[at] not in LEFT
            or tags[at] == "WRB"
            or (deps[at] == "advmod" and len(parse.children[at]) > 0)
        ):
            break
        first = at
    return first


def is_negated(parse: Parse, token: int, run: Run, source: Run | None) -> bool:
    """Whether the cue ("did not say", "neither confirmed nor denied") or the source ("no official") is negated."""
    lowers = parse.lowers
    if any(lowers[i] in NEGATIONS for i in range(run[0], run[1])):
        return True
    if parse.tags[token] == "VBG" and any(lowers[c] == "no" for c in parse.children[token]):
        return True  # "there is no denying that"
    if parse.deps[token] == "xcomp" and parse.lemmas[parse.heads[token]] in FAILING:
        return True  # "failed to deny"
    if any(lowers[i : i + 2] == ["yet", "to"] for i in range(run[0], run[1])):
        return True  # "has yet to confirm"
    if parse.deps[token] == "conj" and _is_joined_by_or(parse, token):
        return any(parse.deps[child] == "neg" for child in parse.children[parse.heads[token]])
    if lowers[max(run[0] - 2, 0) : run[0]] == ["no", "longer"]:
        return True  # "no longer denies"
    if source is not None and lowers[source[0]] in NEGATIVE_SOURCES:
        return True
    return any(
        lowers[child] == "neither" for at in _coordinated(parse, token) for child in parse.children[at] if child < at
    ) or (token > 0 and lowers[token - 1] == "nor")


def _is_joined_by_or(parse: Parse, token: int) -> bool:
    """Whether a verb shares the negation of the one before: "would not confirm or deny"."""
    between = range(parse.heads[token], token)
    return any(parse.lowers[t] == "or" for t in between) and not any(
        parse.deps[c] in ("nsubj", "nsubjpass") for c in parse.children[token]
    )


def _coordinated(parse: Parse, token: int) -> tuple[int, ...]:
    return (token, parse.heads[token]) if parse.deps[token] == "conj" else (token,)
