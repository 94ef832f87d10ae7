"""Nested: attributions that stand in what another says: which of them add a voice, and which go."""

from longarm.languages.attributions import load
from longarm.statements.attributions import extents, works
from longarm.statements.attributions.drafts import Draft
from longarm.statements.attributions.extents import Run

FIRST_PERSONS = frozenset(("i", "we", "you", "me", "us", "my", "our", "your"))
CONCEDING = frozenset({"although", "though", "while", "whereas", "even"})


def is_nested(draft: Draft, own: list[Draft]) -> bool:
    """Whether an attribution that another holds is of somebody who is named or described and judges something."""
    within = any(_inside(draft, other) for other in own if not other.is_direct)
    if draft.source is None:
        return within and draft.frame == "bare-clause" and draft.cue.hedge == "alleged"  # "said that claims that ..."
    if within and (_concedes(draft) or _is_before_tags(draft, own)):
        return True
    if within and not draft.quoted and draft.cue.kind == "speech" and draft.frame in ("be-clause", "ing"):
        return draft.parse.pos[draft.source[1] - 1] in ("NOUN", "PROPN")  # "said that X had been told by Y that ..."
    if draft.quoted or draft.is_passive or draft.frame not in ("object", "clause", "to"):
        return False
    if draft.cue.lemma not in load("en").judging or any(_is_longer(other.cue_run, draft.cue_run) for other in own):
        return False
    if draft.cue.lemma == "call" and _is_rung(draft):
        return False
    parse, last = draft.parse, draft.source[1] - 1
    return (parse.pos[last] in ("NOUN", "PROPN") or parse.lowers[last] == "who") and within


def _is_rung(draft: Draft) -> bool:
    """Whether somebody is called by telephone, and not something by a name: "had called him by video"."""
    called = extents.child(draft.parse, draft.token, "dobj")
    is_named = extents.child(draft.parse, draft.token, "oprd", "ccomp") is not None
    return not is_named and called is not None and draft.parse.tags[called] == "PRP"


def distinct(drafts: list[Draft]) -> list[Draft]:
    """Drop a cue that only leads to another ("seems to feel"), and nested ones that name nobody else."""
    first = {draft.cue_run: draft for draft in reversed(drafts)}
    drafts = [draft for draft in drafts if first[draft.cue_run] is draft]
    whole = [draft for draft in drafts if not any(_is_longer(other.cue_run, draft.cue_run) for other in drafts)]
    return [
        draft
        for draft in whole
        if _is_own_voice(draft)
        or not (draft.quoted or any(other is not draft and _inside(draft, other) for other in whole))
    ]


def _is_longer(outer: Run, inner: Run) -> bool:
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]


def _inside(draft: Draft, other: Draft) -> bool:
    if other.is_direct and not draft.quoted and draft.cue.kind == "speech":
        return False  # its own words stand before the quotation
    at = draft.parse.starts[draft.token]
    return any(start <= at < end for start, end in other.content)


def _is_own_voice(draft: Draft) -> bool:
    """Whether an attribution inside another adds a voice: words said by a named or described party."""
    is_noun = draft.parse.pos[draft.token] == "NOUN" and draft.cue.lemma in load("en").positions
    is_held = is_noun or draft.cue.lemma in load("en").believing
    if draft.source is None or not (is_held or draft.cue.kind in ("speech", "finding")):
        return False
    if draft.frame not in ("clause", "quote"):
        return False
    root = works.root(draft.parse, draft.source)
    is_pronoun = draft.parse.pos[root] == "PRON" and draft.parse.tags[root] != "WP" and not draft.is_direct
    return not is_pronoun and draft.parse.lowers[draft.source[0]] not in FIRST_PERSONS


def _concedes(draft: Draft) -> bool:
    """Whether it is a denial that the author sets against what another says: "..., although the city denies this"."""
    parse = draft.parse
    first = parse.subtree(draft.token)[0]
    is_against = parse.deps[draft.token] == "advcl" and parse.lowers[first] in CONCEDING
    return is_against and draft.cue.attitude == "denies" and first < draft.source[0] if draft.source else False


def _is_before_tags(draft: Draft, own: list[Draft]) -> bool:
    """Whether a pronoun says something before others who only trail what they tell, and whom it hardly stands for: "it
    says in a reply, reports the agency"."""
    if draft.source is None or draft.quoted or draft.frame != "clause" or draft.cue.kind != "speech":
        return False
    if draft.parse.lowers[draft.source[0]] in FIRST_PERSONS:
        return False
    around = [other for other in own if _inside(draft, other)]
    return all(other.parse.starts[other.cue_run[0]] >= max(end for _, end in other.content) for other in around)
