"""Who says it: the source of a cue in a parse."""

from collections.abc import Container

from longarm.statements.attributions import extents
from longarm.statements.attributions.extents import Run
from longarm.statements.parse import Parse

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"))
CLIMBS = frozenset(("conj", "xcomp", "advcl", "pcomp", "ccomp", "dep", "acomp"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
MEANS = frozenset(("use",))  # "used the speech to say": the object says nothing itself
LONGEST_CLIMB = 4
APART = frozenset(("prep", "advmod", "npadvmod"))
FOCUS = frozenset(("even", "only", "also", "meanwhile"))
SETTING_OFF = frozenset((",", "(", "-", "–", "—", "--"))
CLOSING = {")": "(", "]": "[", "”": "“", "’": "‘", '"': '"', "*": "*", "_": "_", "»": "«"}


def of_verb(parse: Parse, verb: int) -> tuple[int | None, bool]:
    """The token of the source of a verb, and whether the verb is passive.

    A participle, an infinitive or a second verb takes the subject of the verb it hangs on; a participle on a
    noun takes that noun; a passive takes its agent.
    """
    deps, heads = parse.deps, parse.heads
    at = verb
    for _ in range(LONGEST_CLIMB):
        passive = extents.child(parse, at, "nsubjpass", "auxpass") is not None and parse.tags[at] not in FINITE
        if at != verb and passive:
            return extents.child(parse, at, "nsubjpass"), False
        is_asked = at == verb and parse.tags[at] == "VBN" and deps[at] == "advcl" and _opens(parse, at)
        if passive or is_asked or (parse.tags[at] == "VBN" and deps[at] == "acl"):
            return _agent(parse, at), True
        own = extents.subject(parse, at)
        if own is not None:
            return (None if _is_expletive(parse, own, at) else own), False
        dep, head = deps[at], heads[at]
        if dep in ("acl", "relcl") and parse.tags[at] in ("VBG", "VB"):
            return (head if parse.pos[head] in NOMINAL else None), False
        if dep not in CLIMBS or head == at:
            break
        if dep == "ccomp" and parse.tags[at] not in ("VBG", "VB"):
            break
        if dep == "xcomp":
            object_ = extents.child(parse, head, "dobj", "dative")
            is_heard = object_ is not None and object_ < at and parse.tags[at] == "VB"
            if is_heard and parse.lemmas[head] not in MEANS:
                return object_, False
        if dep == "pcomp" or (dep == "advcl" and parse.lowers[head] == "far" and deps[head] == "advmod"):
            head = heads[head]  # "went as far as to say"
        at = head
    return _inverted(parse, verb), False


def _opens(parse: Parse, verb: int) -> bool:
    """Whether a participle opens its sentence with no subject: "Asked whether ..., the airline said"."""
    first = parse.sentences[parse.sentence_of(verb)][0]
    own = any(parse.deps[c] in ("nsubj", "aux", "auxpass", "mark") for c in parse.children[verb])
    return verb == first and not own


def _inverted(parse: Parse, verb: int) -> int | None:
    """The name after a verb that the parse takes for something else than its subject ("..., added X.")."""
    agent = _agent(parse, verb)
    is_finite = parse.tags[verb] in ("VBD", "VBZ", "VBP") or parse.lowers[verb] == "read"  # whose past looks bare
    if agent is not None or not is_finite:
        return agent
    after = extents.child(parse, verb, "dobj", "npadvmod", "oprd", "attr", "dep", "dative")
    if after is None or after < verb or parse.pos[after] not in ("PROPN", "NOUN"):
        return None
    left = extents.child(parse, verb, "ccomp", "dep", "advcl")
    if parse.pos[after] == "NOUN":  # "..., warns a new report."
        said = None if left is None or left > verb else extents.subject(parse, left)
        return after if said is not None and parse.words[verb - 1] == "," else None
    return after if (left is not None and left < verb) or parse.pos[verb - 1] == "PUNCT" else None


def _agent(parse: Parse, verb: int) -> int | None:
    by = extents.child(parse, verb, "agent")
    return None if by is None else extents.child(parse, by, "pobj")


def _is_expletive(parse: Parse, token: int, verb: int) -> bool:
    return parse.deps[token] == "expl" or (parse.lowers[token] == "it" and parse.lemmas[verb] in ("seem", "appear"))


def reach(parse: Parse, token: int, verb: int, cued: Container[str] = ()) -> Run | None:
    """The whole noun phrase of a source, with appositions, without the cue that may stand inside it.

    Args:
        cued: lemmas of cue verbs; a relative clause with one is an attribution of its own, and no part of the source.
    """
    skip = {verb, *(at for at in parse.children[token] if _is_apart(parse, at, token, verb, cued))}
    for child in parse.children[token]:
        if parse.deps[child] in ("appos", "conj"):
            skip.update(at for at in parse.children[child] if _tells(parse, at, cued))
    for run in extents.runs(extents.under(parse, token, skip)):
        if run[0] <= token < run[1]:
            colon = next((t for t in range(token - 1, run[0] - 1, -1) if parse.words[t] == ":"), None)
            trimmed = extents.trim(parse, run if colon is None else (colon + 1, run[1]))  # after a dateline
            return None if trimmed is None else closed(parse, trimmed)
    return None


def _is_apart(parse: Parse, at: int, token: int, verb: int, cued: Container[str]) -> bool:
    """Whether a branch of the source's head is no part of the noun phrase."""
    dep = parse.deps[at]
    if dep == "conj":
        return _is_verb(parse, at)
    if dep == "cc":
        return not _joins(parse, token)
    if dep == "advmod" and at < token:
        return parse.lowers[at] in FOCUS
    if at < verb < token or (dep in APART and token < verb < at):
        return True
    if dep == "prep":
        return parse.lowers[at] == "about" or extents.is_when(parse, at)
    return (dep == "acl" and _is_loose(parse, at)) or _tells(parse, at, cued)


def _tells(parse: Parse, at: int, cued: Container[str]) -> bool:
    if parse.deps[at] != "relcl" or parse.lemmas[at] not in cued:
        return False
    own = extents.subject(parse, at)
    return own is None or parse.lowers[own] != "who" or _is_loose(parse, at)


def _is_loose(parse: Parse, at: int) -> bool:
    """Whether a clause on a noun is set off by a comma, a dash or a bracket."""
    first = parse.subtree(at)[0]
    return first > 0 and parse.words[first - 1] in SETTING_OFF


def closed(parse: Parse, run: Run) -> Run:
    """With the bracket, quotation mark or asterisk that closes what the run opens."""
    first, last = run
    if last >= len(parse) or parse.words[last] not in CLOSING:
        return run
    inside = parse.words[first:last]
    opening, closing = CLOSING[parse.words[last]], parse.words[last]
    opened = inside.count(opening) - (inside.count(closing) if opening != closing else 0)
    return (first, last + 1) if opened > 0 and (opening != closing or opened % 2) else run


def _is_verb(parse: Parse, token: int) -> bool:
    return parse.pos[token] in ("VERB", "AUX")


def _joins(parse: Parse, token: int) -> bool:
    return any(parse.deps[at] == "conj" and not _is_verb(parse, at) for at in parse.children[token])
