"""How far something reaches in a parse: runs of tokens under a token, cut and trimmed."""

from collections.abc import Iterable

from longarm.model.spans import Span
from longarm.statements.parse import Parse

Run = tuple[int, int]  # first token, one past the last

OPENING = frozenset(["(", "[", "“", "‘", '"', "'", "``", "«", "„"])


def under(parse: Parse, token: int, without: Iterable[int] = ()) -> list[int]:
    """Sorted tokens that hang on a token, itself included, leaving out whole branches."""
    skip = set(without)
    found = []
    stack = [token]
    children = parse.children
    while stack:
        at = stack.pop()
        if at in skip:
            continue
        found.append(at)
        stack.extend(children[at])
    found.sort()
    return found


def runs(tokens: list[int]) -> list[Run]:
    """Runs of neighbouring tokens."""
    if not tokens:
        return []
    if tokens[-1] - tokens[0] + 1 == len(tokens):
        return [(tokens[0], tokens[-1] + 1)]
    found: list[Run] = []
    first = last = tokens[0]
    for token in tokens[1:]:
        if token != last + 1:
            found.append((first, last + 1))
            first = token
        last = token
    found.append((first, last + 1))
    return found


def trim(parse: Parse, run: Run) -> Run | None:
    """A run without punctuation at its edges, keeping opening marks; None if nothing stays."""
    first, last = run
    words, pos = parse.words, parse.pos
    while first < last and pos[first] == "PUNCT" and words[first] not in OPENING:
        first += 1
    while first < last and pos[last - 1] == "PUNCT" and words[last - 1] in ",.;:-–—":
        last -= 1
    if first >= last or all(pos[i] == "PUNCT" for i in range(first, last)):
        return None
    return first, last


def subject(parse: Parse, verb: int) -> int | None:
    """The token of a verb's own subject, or None; of two before it the nearer ("at the trial of a citizen, X said")."""
    own = [child for child in parse.children[verb] if parse.deps[child] in ("nsubj", "nsubjpass")]
    before = [child for child in own if child < verb]
    return before[-1] if before else next(iter(own), None)


def child(parse: Parse, token: int, *labels: str) -> int | None:
    """The first dependent with one of these labels."""
    deps = parse.deps
    for at in parse.children[token]:
        if deps[at] in labels:
            return at
    return None


def stretch(parse: Parse, token: int) -> Run:
    """The part of a sentence between semicolons that a token stands in."""
    first, last = parse.sentences[parse.sentence_of(token)]
    marks = [t for t in range(first, last) if parse.words[t] == ";"]
    low = max((t + 1 for t in marks if t < token), default=first)
    return low, min((t for t in marks if t > token), default=last)


def asides(parse: Parse) -> tuple[Span, ...]:
    """Relative clauses that a comma sets off: "the officer, who has left"."""
    return tuple(parse.span(*parse.subtree(token)) for token in range(len(parse)) if is_aside(parse, token))


def is_aside(parse: Parse, token: int) -> bool:
    """Whether a token heads a relative clause that a comma sets off."""
    first = parse.subtree(token)[0] if parse.deps[token] == "relcl" else 0
    return first > 0 and parse.words[first - 1] == "," and parse.tags[first] in ("WDT", "WP", "WP$", "WRB")


def is_when(parse: Parse, preposition: int) -> bool:
    """Whether a phrase tells a time ("the ministry on Monday")."""
    inner = child(parse, preposition, "pobj")
    return inner is not None and any(
        label in ("DATE", "TIME") and first <= inner < last for first, last, label in parse.entities
    )
