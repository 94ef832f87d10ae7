"""Naming: the names of known bodies, which the parser parts where small words stand in them, read as one name each."""

from longarm.languages import bodies
from longarm.statements.parse import Parse


def mend(parse: Parse) -> None:
    """Every name of a known body becomes one name in place: its last word heads it, and hangs where the name hung."""
    names = bodies.load().names
    for first, lower in enumerate(parse.lowers):
        if lower not in names or not parse.words[first][0].isupper():
            continue
        for name in names[lower]:
            last = first + len(name)
            if tuple(parse.words[first:last]) == name:
                _join(parse, first, last)
                break


def _join(parse: Parse, first: int, last: int) -> None:
    head = last - 1
    _part_from_noun(parse, first, last)
    outer = next((t for t in range(first, last) if not first <= parse.heads[t] < last or parse.heads[t] == t), head)
    over, dep = parse.heads[outer], parse.deps[outer]
    was_root = over == outer
    for child in [c for t in range(first, head) for c in parse.children[t] if not first <= c < last]:
        parse.hang(child, head)
    if outer != head:
        parse.hang(head, head if was_root else over)
        parse.deps[head] = dep
    for token in range(first, head):
        parse.hang(token, head)
        parse.deps[token] = "compound"
    for token in range(first, last):
        parse.pos[token], parse.tags[token] = "PROPN", "NNP"
    parse.entities[:] = sorted(
        [(a, b, label) for a, b, label in parse.entities if b <= first or last <= a] + [(first, last, "ORG")]
    )


def _part_from_noun(parse: Parse, first: int, last: int) -> None:
    """ "A Reporters Without Borders report says": the noun after the name, hung inside it by the parser, takes over."""
    noun = parse.heads[last - 1]
    if noun != last or not first <= parse.heads[noun] < last:
        return
    outer = next((t for t in range(first, last) if not first <= parse.heads[t] < last), None)
    if outer is None:
        return
    parse.hang(noun, parse.heads[outer])
    parse.deps[noun] = parse.deps[outer]
    for child in [c for t in range(first, last - 1) for c in parse.children[t] if not first <= c < last and c != noun]:
        parse.hang(child, noun)
    parse.hang(outer, last - 1)
