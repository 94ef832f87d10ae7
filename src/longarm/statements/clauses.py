"""Clauses: the parts of a sentence that each carry one assertion."""

import itertools
from dataclasses import dataclass

from longarm.languages import attributions
from longarm.languages import clauses as words
from longarm.statements.parse import Parse
from longarm.statements.predicates import OBJECTS, heads_clause

_EDGES = frozenset({"mark", "cc", "punct"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with what belongs to it and to no clause below it.

    Attributes:
        head: token of the predicate.
        tokens: its own tokens in order, without what clauses below it own.
        parent: index (in the passage's list) of the clause above it, -1 for a main clause.
        sentence: index of the sentence.
        dep: how the head hangs on its own head.
    """

    head: int
    tokens: tuple[int, ...]
    parent: int
    sentence: int
    dep: str

    @property
    def first(self) -> int:
        """First own token."""
        return self.tokens[0]

    @property
    def last(self) -> int:
        """One past the last own token."""
        return self.tokens[-1] + 1


def clauses(parse: Parse) -> tuple[Clause, ...]:
    """The clauses of a passage in the order of their heads' clauses above, then of their place."""
    heads = {token for token in range(len(parse)) if heads_clause(parse, token)}
    owner = [_owner(parse, token, heads) for token in range(len(parse))]
    owned: dict[int, list[int]] = {}
    for token, head in enumerate(owner):
        owned.setdefault(head, []).append(token)
    order = sorted(owned, key=lambda head: owned[head][0])
    index = {head: number for number, head in enumerate(order)}
    found = []
    for head in order:
        above = -1 if parse.heads[head] == head else index[owner[parse.heads[head]]]
        tokens = _trim(parse, owned[head], head)
        found.append(Clause(head, tokens, above, parse.sentence_of(head), parse.deps[head]))
    return tuple(found)


def _owner(parse: Parse, token: int, heads: set[int]) -> int:
    if parse.lowers[token] == "then" and token + 1 in heads:
        return token + 1
    while token not in heads:
        token = parse.heads[token]
    return token


def _trim(parse: Parse, tokens: list[int], head: int) -> tuple[int, ...]:
    """The tokens without joining words and marks at their edges; never empty."""
    low, high = 0, len(tokens)
    while (
        low < high - 1
        and tokens[low] != head
        and (parse.deps[tokens[low]] in _EDGES or parse.pos[tokens[low]] == "PUNCT")
    ):
        low += 1
    while high > low + 1 and tokens[high - 1] != head and parse.pos[tokens[high - 1]] in ("PUNCT", "CCONJ"):
        high -= 1
    high = _without_told(parse, tokens, low, high, head)
    return tuple(tokens[low:high])


def _without_told(parse: Parse, tokens: list[int], low: int, high: int, head: int) -> int:
    """The end of a clause without "after learning" or "by saying" at its edge, whose content is a clause of its own."""
    last = tokens[high - 1]
    at = parse.heads[last]
    is_cue = parse.lemmas[last] in attributions.load("en").verbs and parse.tags[last] == "VBG"
    is_frame = is_cue and parse.deps[last] == "pcomp" and at in tokens[low:high] and at != head
    has_content = any(parse.deps[c] == "ccomp" and c > last for c in parse.children[last])
    return max(tokens.index(at), low + 1) if is_frame and has_content and tokens.index(at) > low else high


def core(parse: Parse, clause: Clause) -> tuple[int, int]:
    """First token and one past the last of a clause without an aside that stands after a clause inside it.

    "Three men were jailed in a trial that drew crowds, part of a long feud" ends at "trial".
    """
    after = [token for token in clause.tokens if token > clause.head]
    for before, token in itertools.pairwise([clause.head, *after]):
        is_set_off = parse.words[token] == "," or parse.words[token - 1] == ","
        tail = [t for t in after if t >= token]
        if token - before > LONGEST_GAP and (is_set_off or _is_loose(parse, clause, tail)):
            return clause.first, before + 1
    return clause.first, clause.last


LONGEST_GAP = 3  # tokens of a clause inside another that are passed over


def _is_loose(parse: Parse, clause: Clause, tail: list[int]) -> bool:
    """Whether nothing in the tail of a clause is an object, complement or phrase of its predicate."""
    return not any(parse.heads[t] == clause.head and parse.deps[t] in OBJECTS | {"agent"} for t in tail)


def subject(parse: Parse, head: int) -> int | None:
    """Head token of the predicate's subject: its own, or that of the predicate it is coordinated with or hangs on."""
    seen = 0
    while seen < 6:
        for child in parse.children[head]:
            if parse.deps[child] in ("nsubj", "nsubjpass"):
                return child
        if (doer := blamed(parse, head)) is not None:
            return doer
        if parse.deps[head] in ("conj", "xcomp", "pcomp", "advcl", "dep") and parse.heads[head] != head:
            is_within = parse.deps[head] == "pcomp" and parse.deps[parse.heads[head]] == "prep"
            head, seen = parse.heads[parse.heads[head]] if is_within else parse.heads[head], seen + 1
            continue
        if parse.deps[head] in ("relcl", "acl"):
            return parse.heads[head]
        return None
    return None


def blamed(parse: Parse, head: int) -> int | None:
    """Head token of who is said to have done what a gerund tells, under a verb that judges or seizes them for it:
    "charged two officers with harassing", "arrested two men for opening"; None elsewhere."""
    while parse.deps[head] == "conj":
        head = parse.heads[head]
    at = parse.heads[head]
    if parse.deps[head] != "pcomp" or parse.lowers[at] not in ("with", "for", "of", "over"):
        return None
    over = parse.heads[at]
    if parse.deps[over] == "pobj" or parse.lemmas[over] not in words.load("en").judging:
        return None
    return next((c for c in parse.children[over] if parse.deps[c] in ("dobj", "dative", "nsubjpass")), None)


def agent(parse: Parse, head: int) -> int | None:
    """Head token of the by-phrase of a passive predicate."""
    for child in parse.children[head]:
        if parse.deps[child] == "agent":
            for below in parse.children[child]:
                if parse.deps[below] == "pobj":
                    return below
    return None


def is_passive(parse: Parse, head: int) -> bool:
    """Whether the predicate is passive."""
    return any(parse.deps[child] in ("auxpass", "nsubjpass") for child in parse.children[head])


def is_aim(parse: Parse, head: int) -> bool:
    """Whether a predicate is what something is done for: "to make them return" beside the deed, "so that they go"."""
    if parse.deps[head] == "advcl" and {"so", "that"} <= {parse.lowers[c] for c in parse.children[head] if c < head}:
        return True
    if parse.deps[head] != "advcl" or parse.tags[head] != "VB":
        return False
    return any(parse.tags[child] == "TO" and parse.deps[child] == "aux" for child in parse.children[head])
