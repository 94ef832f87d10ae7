"""Modals: whether "may", "could" or "would" guesses at what is so, or tells of ability, refusal, habit or judgement."""

from longarm.languages import stance as language
from longarm.statements.parse import Parse


def modal(parse: Parse, token: int, words: language.StanceWords) -> str:
    """The kind of hedge that a modal is, or empty where it guesses at nothing."""
    lower, verb = parse.lowers[token], parse.heads[token]
    if lower == "must":
        return "possible" if _is_perfect(parse, verb) else ""  # "must have been followed"
    if lower == "should":
        return "possible" if any(t in words.likely_after_should for t in parse.lowers[token + 1 : verb]) else ""
    if lower not in words.modals:
        return ""
    if lower in words.refusing_modals and _is_refused(parse, token, words):
        return ""
    if lower == "could" and not _is_perfect(parse, verb) and _is_able(parse, token, words):
        return ""
    if lower == "would" and parse.lemmas[verb] == "like":
        return ""  # "would like to point out that"
    if lower == "would" and parse.deps[verb] != "ccomp" and not words.looking_back.isdisjoint(parse.lowers[token:verb]):
        return ""  # "would later be threatened"
    if lower in ("would", "'d") and (_is_habit(parse, verb, words) or _is_judged(parse, verb, words)):
        return ""
    return words.modals[lower]


def _is_perfect(parse: Parse, verb: int) -> bool:
    return any(parse.lemmas[c] == "have" and parse.deps[c] == "aux" for c in parse.children[verb])


def _is_refused(parse: Parse, modal: int, words: language.StanceWords) -> bool:
    """Whether a negation makes a modal tell of refusal or inability: "will not comment", "could no longer renew"."""
    verb = parse.heads[modal]
    if any(parse.deps[c] == "neg" and modal < c <= verb for c in parse.children[verb]):
        return True
    what = [c for c in parse.children[verb] if parse.deps[c] == "dobj"]  # "could do nothing", "could find no trace"
    what += [c for c in parse.children[verb] if parse.deps[c] == "nsubjpass"]  # "no link could be shown"
    wholes = (g for c in parse.children[verb] if parse.deps[c] == "prep" and c < modal for g in parse.children[c])
    what += [c for c in wholes if parse.lowers[c] in words.wholes]  # "under no circumstances would it"
    what += [below for c in what for below in parse.children[c] if parse.deps[below] == "det"]
    return any(parse.lowers[token] in words.negations for token in (*range(modal + 1, verb), *what))


def _is_able(parse: Parse, modal: int, words: language.StanceWords) -> bool:
    """Whether "could" tells of being able to, which was so: "could see the officers", "the earliest that they could
    find"."""
    verb = parse.heads[modal]
    if parse.lemmas[verb] in words.abilities or any(t in words.ableness for t in parse.lowers[modal + 1 : verb]):
        return True
    if parse.deps[verb] != "relcl":
        return False
    noun = parse.heads[verb]
    return any(
        parse.tags[c] in ("JJS", "RBS") or parse.lowers[c] in ("first", "last", "only", "all", "every")
        for c in parse.children[noun]
    )


def _is_habit(parse: Parse, verb: int, words: language.StanceWords) -> bool:
    """Whether "would" tells of what was done again and again: "would call her every week"."""
    near = [c for c in parse.children[verb] if parse.deps[c] in ("advmod", "npadvmod", "advcl", "prep")]
    near += [below for c in near if parse.deps[c] != "advmod" for below in parse.children[c]]
    return not _is_perfect(parse, verb) and any(parse.lowers[c] in words.habits for c in near)


def _is_judged(parse: Parse, verb: int, words: language.StanceWords) -> bool:
    """Whether "would be" only judges: "it would be wrong to"."""
    said = [c for c in parse.children[verb] if parse.deps[c] in ("acomp", "attr")]
    return parse.lemmas[verb] == "be" and any(parse.lemmas[c] in words.judging for c in said)
