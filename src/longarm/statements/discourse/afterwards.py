"""Afterwards: a sentence that names whose words the one before was: "This was announced by his editor", "So says X"."""

from collections.abc import Iterator, Sequence

from longarm.languages import attributions as cues
from longarm.languages import discourse as language
from longarm.languages.attributions import Cue
from longarm.model.statements import Attribution
from longarm.statements.attributions import extents
from longarm.statements.clauses import agent, is_passive
from longarm.statements.parse import Parse

_POINTING = frozenset({"this", "that"})
_FROM = frozenset({"from"})
_IN = frozenset({"in"})
_OF = frozenset({"of", "by", "from", "in"})
_KINDS = frozenset({"speech", "finding"})


def afterwards(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution for every sentence that only says whose words, finding or claim the sentence before it was, where
    that has no source of its own."""
    before: tuple[Parse, int, int] | None = None
    for parse in parses:
        for first, last in parse.sentences:
            told, before = before, (parse, first, last)
            found = _named(parse, first, last) if told and _may_name(parse, first, last) else None
            if told is None or found is None or _is_taken(*told, known):
                continue
            cue, token = found
            said = extents.trim(told[0], told[1:])
            source = extents.trim(parse, extents.runs(extents.under(parse, token, _relatives(parse, token)))[0])
            if said is not None and source is not None:
                lemma = parse.lemmas[cue]
                yield Attribution(
                    (parse.span(*source),), (parse.span(cue, cue + 1),), (told[0].span(*said),), cue_lemma=lemma
                )


def _may_name(parse: Parse, first: int, last: int) -> bool:
    """Whether a sentence opens as such a one does, or has a claim as its subject; asked first, since it is quick."""
    opening = parse.lowers[first]
    return (
        opening in _POINTING or opening == "so" or (opening == "the" and last - first > 1 and _is_claim(parse, first))
    )


def _is_claim(parse: Parse, first: int) -> bool:
    return parse.lemmas[first + 1] in language.load("en").claimed


def _is_taken(parse: Parse, start: int, stop: int, known: Sequence[Attribution]) -> bool:
    low, high = parse.starts[start], parse.ends[stop - 1]
    deeds = language.load("en").deeds
    return any(a.source and a.cue_lemma not in deeds and any(low <= s.start < high for s in a.cue) for a in known)


def _relatives(parse: Parse, token: int) -> list[int]:
    """What is told of a source behind its name, which is no part of it."""
    return [c for c in parse.children[token] if parse.deps[c] == "relcl"]


def _named(parse: Parse, first: int, last: int) -> tuple[int, int] | None:
    """(the word that tells it, the noun of who it is) of such a sentence."""
    verb = next((t for t in range(first, last) if parse.deps[t] == "ROOT"), None)
    if verb is None:
        return None
    if parse.lowers[first] == "so":
        who = extents.subject(parse, verb)
        return (verb, who) if who is not None and verb == first + 1 and _cue(parse, verb) is not None else None
    subject = extents.subject(parse, verb)
    if subject is None or not (subject == first or (subject == first + 1 and _is_claim(parse, first))):
        return None
    if parse.lemmas[verb] == "be":
        return _predicate(parse, verb)
    if is_passive(parse, verb) and (
        _cue(parse, verb) is not None or parse.lemmas[verb] in language.load("en").claiming_verbs
    ):
        by = agent(parse, verb)
        return None if by is None else (verb, by)
    return _origin(parse, verb) if parse.lemmas[verb] in language.load("en").emerging_verbs else None


def _predicate(parse: Parse, verb: int) -> tuple[int, int] | None:
    """ "This is what X told us", "that is the conclusion of a survey by X", "that is clear from papers of X"."""
    words = language.load("en")
    for child in parse.children[verb]:
        if child <= verb:
            continue
        if parse.deps[child] in ("ccomp", "attr", "advcl") and _cue(parse, child) is not None:
            is_what = any(parse.tags[c] in ("WP", "WRB") for c in parse.children[child])
            who = extents.subject(parse, child)
            if is_what and who is not None and parse.tags[who] != "WP":
                return child, who
        if parse.deps[child] == "attr" and parse.lemmas[child] in words.claimed | words.declaring_nouns | {"what"}:
            owner = next((c for c in parse.children[child] if parse.deps[c] == "poss"), None)
            owner = _under(parse, child, _OF) if owner is None else owner
            if owner is not None:
                return child, owner
    return None


def _origin(parse: Parse, verb: int) -> tuple[int, int] | None:
    """ "The figure comes from X", "this emerges from a report by X", "the number appears in a report by X"."""
    who = _under(parse, verb, _IN if parse.lemmas[verb] == "appear" else _FROM)
    return None if who is None else (verb, who)


def _under(parse: Parse, token: int, prepositions: frozenset[str]) -> int | None:
    for child in parse.children[token]:
        if child > token and parse.deps[child] == "prep" and parse.lowers[child] in prepositions:
            return extents.child(parse, child, "pobj")
    return None


def _cue(parse: Parse, verb: int) -> Cue | None:
    cue = cues.load("en").verbs.get(parse.lemmas[verb])
    return cue if cue is not None and cue.kind in _KINDS and "clause" in cue.frames else None
