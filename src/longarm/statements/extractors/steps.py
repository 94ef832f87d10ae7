"""Steps: whether words that name a step tell that it was taken, and by those who may."""

from longarm.codebook.cues import Hit
from longarm.languages import clauses, replies
from longarm.languages import discourse as language
from longarm.statements.clauses import Clause
from longarm.statements.extractors.captions import is_caption
from longarm.statements.extractors.inquiries import is_of_outsiders
from longarm.statements.parse import Parse
from longarm.statements.stance.sought import is_only_meant, is_sought
from longarm.statements.text import Part

_TAKEN = frozenset({"arrest", "charge", "conviction", "expulsion", "sanction", "closure-order"})

_AGAINST = _TAKEN | {"investigation", "court-step"}


def is_taken(part: Part, clause: Clause, step: Hit) -> bool:
    """Whether a step was taken, and by those who may: an arrest that is sought is none, nor is what journalists or a
    group find out a proceeding ("their investigation, with 42 media partners")."""
    parse, tokens = part.parse, clause.tokens[step.first : step.last]
    if is_caption(part, clause):
        return False
    if step.entry in _AGAINST and befalls_targets(parse, clause):
        return False
    if step.entry in _TAKEN and any(_is_refused(parse, token) for token in tokens):
        return False
    if step.entry in ("arrest", "charge", "conviction") and any(
        parse.lowers[c] == "whether" for t in (clause.head, *tokens) for c in parse.children[t]
    ):
        return False  # "looked into whether charges should be brought"
    if step.entry == "conviction" and any(parse.deps[t] == "npadvmod" for t in tokens):
        return False  # "received each year"
    if step.entry == "warning" and step.cue.startswith("protest") and parse.pos[tokens[0]] == "NOUN":
        return False  # "spoke at a protest against the embassy"
    if step.entry == "arrest":
        return not any(is_sought(parse, token) or is_only_meant(parse, token) for token in tokens)
    return step.entry != "investigation" or not is_of_outsiders(part, clause, tokens)


def is_for_other(part: Part, number: int) -> bool:
    """Whether a clause names an offence that no method is: "convicted of espionage", "charged with fraud"."""
    parse = part.parse
    return any(
        parse.lemmas[t] in clauses.load("en").offences and parse.deps[t] in ("pobj", "pcomp", "conj", "compound")
        for t in part.clauses[number].tokens
    )


def befalls_targets(parse: Parse, clause: Clause) -> bool:
    """Whether it is exiles or their kin whom it befalls, which is what is done to them and no step against who did it:
    "sentenced the exiled athlete in absentia", "a case against the dissident", "his father is under house arrest"."""
    below = parse.children[clause.head]
    befallen = [c for c in below if parse.deps[c] in ("dobj", "nsubjpass")]
    if parse.lemmas[clause.head] in ("be", "remain", "stay"):
        befallen += [c for c in below if parse.deps[c] == "nsubj"]
    against = [p for c in (clause.head, *befallen) for p in parse.children[c] if parse.lowers[p] == "against"]
    if not any(parse.lemmas[c] in clauses.load("en").wrongs for c in befallen):  # "looks into threats against exiles"
        befallen += [g for p in against for g in parse.children[p]]
    return any(_is_target(parse, noun) for noun in befallen)


def _is_target(parse: Parse, noun: int) -> bool:
    words = clauses.load("en")
    if parse.lemmas[noun] in words.targets | language.load("en").kin or parse.lowers[noun] in ("me", "us"):
        return True
    owner = next((c for c in parse.children[noun] if parse.deps[c] == "poss"), None)
    if owner is not None and parse.pos[owner] == "PRON" and parse.lemmas[noun] in words.companions:
        return True  # "his lawyer was jailed"
    if owner is not None and parse.pos[owner] == "NOUN" and _is_target(parse, owner):
        return True  # "searched his mother's home"
    return any(parse.lemmas[c] == "exiled" or parse.lowers[c] == "exiled" for c in parse.children[noun])


def _is_refused(parse: Parse, token: int) -> bool:
    """Whether somebody would not take a step: "refused to expel them"."""
    return parse.deps[token] == "xcomp" and parse.lemmas[parse.heads[token]] in replies.load("en").refusing
