"""How measures bind each other, by the rules of the codebook."""

from collections import defaultdict

from longarm.claims.counts.figures import Setting


def above(measure: str, setting: Setting) -> frozenset[str]:
    """The measures that a measure never exceeds, directly or by others."""
    found: set[str] = set()
    new = set(setting.rule(measure).at_most)
    while new:
        found |= new
        new = {above for one in new for above in setting.rule(one).at_most} - found
    return frozenset(found - {measure})


def clusters(setting: Setting) -> dict[str, str]:
    """Measures that bind each other, each with the first of them."""
    near: dict[str, set[str]] = defaultdict(set)
    for identity, rule in setting.measures.items():
        for other in (*rule.at_most, *(rule.hosts[:1] if rule.hosts else ())):
            near[identity].add(other)
            near[other].add(identity)
    found: dict[str, str] = {}
    for identity in sorted(near):
        stack = [identity] if identity not in found else []
        while stack:
            one = stack.pop()
            if one not in found:
                found[one] = identity
                stack.extend(near[one])
    return found
