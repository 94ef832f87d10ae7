"""Deeds: what looks like words and is done, seen or inferred: nobody says anything by it."""

from longarm.codebook.assessments import assessments
from longarm.codebook.loader import people_nouns
from longarm.languages import attributions as attribution_language
from longarm.languages import discourse as language
from longarm.model.statements import Attribution
from longarm.statements.discourse.names import head_of
from longarm.statements.parse import Parse
from longarm.statements.text import Part

_PRONOUNS = frozenset({"it", "him", "her", "them", "us", "me"})


def is_deed(part: Part, attribution: Attribution) -> bool:
    """Whether a word of news tells what is done rather than said: "threatened to arrest them", "offered a reward"."""
    if attribution.cue_lemma in ("ask", "request") and any(
        word in language.load("en").anonymity for span in attribution.content for word in span.words.lower().split()
    ):
        return True  # "who asked not to be named"
    if _is_seen(part, attribution) or _is_inference(part.parse, attribution) or _is_called(part, attribution):
        return True
    if attribution.cue and attribution.cue[0].words.lower().split()[0] in ("may", "might"):
        return True  # "may still ask the court"
    if _is_asked(part, attribution):
        return True
    return (
        attribution.cue_lemma in language.load("en").deeds
        and not attribution.is_direct
        and not _is_written(part, attribution)
    )


def _is_asked(part: Part, attribution: Attribution) -> bool:
    """Whether somebody is only to say it: "urged the state to explain why", "let the paper know that"."""
    parse = part.parse
    verb = parse.token_at(attribution.cue[-1].end - 1) if attribution.cue else None
    if verb is None or parse.lemmas[verb] != attribution.cue_lemma:
        return False
    if parse.deps[verb] not in ("xcomp", "ccomp") or parse.tags[verb] != "VB":
        return False
    over = parse.lemmas[parse.heads[verb]]
    if over == "let":
        return not attribution.cue[0].words.lower().startswith("let")
    asked = attribution_language.load("en").verbs.get(over)
    return asked is not None and asked.attitude == "asks" and parse.lowers[verb - 1] == "to"


def _is_written(part: Part, attribution: Attribution) -> bool:
    """Whether a paper does it, which does all with words: "the manual instructs consuls to delay"."""
    source = attribution.source[-1]
    head = head_of(part.parse, source.start, source.end)
    return (
        head is not None and part.parse.lemmas[head] in language.load("en").referring_works | language.load("en").works
    )


def _is_seen(part: Part, attribution: Attribution) -> bool:
    """Whether somebody finds or shows with eyes and hands: "found the house empty", "showed no warrant"."""
    parse, content = part.parse, attribution.content
    if attribution.cue_lemma not in ("find", "show") or attribution.is_passive or attribution.is_direct or not content:
        return False
    tokens = [t for span in content for t in part.tokens_of(span)]
    if not tokens:
        return False  # found in a list under the word
    if attribution.cue_lemma == "find" and parse.lowers[tokens[0]] in _PRONOUNS and parse.deps[tokens[0]] == "dobj":
        return True  # "found it because he insisted"
    if any(parse.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in tokens):
        return False
    who = head_of(parse, attribution.source[-1].start, attribution.source[-1].end)
    people = language.load("en").persons | language.load("en").callings | frozenset(people_nouns())
    is_person = who is not None and (
        parse.tags[who] == "PRP"
        or parse.lemmas[who] in people
        or any(m.span.start < parse.ends[who] and parse.starts[who] < m.span.end for m in part.people)
    )
    head = head_of(parse, content[0].start, content[0].end)
    if attribution.cue_lemma == "show":
        return is_person and head is not None and parse.pos[head] == "NOUN"
    is_state = head is not None and parse.pos[head] == "ADJ"
    return is_person and is_state and not any(parse.lemmas[t] in language.load("en").guilt for t in tokens)


def _is_called(part: Part, attribution: Attribution) -> bool:
    """Whether somebody only calls people, or calls them back: "calls exiles in Porto", "recalled the ambassador"; or
    what is held then: "called an election"."""
    if attribution.cue_lemma not in ("call", "recall") or attribution.is_direct or len(attribution.content) != 1:
        return False
    parse, content = part.parse, attribution.content[0]
    head = head_of(parse, content.start, content.end)
    words = language.load("en")
    if head is None or parse.deps[head] != "dobj":
        return False
    first = min(parse.subtree(head)[0], head)
    objects = [c for c in parse.children[parse.heads[head]] if parse.deps[c] == "dobj"]
    is_held = parse.pos[head] == "NOUN" and parse.lowers[first] in ("a", "an") and len(objects) == 1
    if not is_held and parse.lemmas[head] not in words.persons | words.callings | _people():
        return False
    return not any(parse.deps[c] in ("oprd", "ccomp", "xcomp", "attr") for c in parse.children[parse.heads[head]])


def _people() -> frozenset[str]:
    return frozenset(people_nouns())


def _is_inference(parse: Parse, attribution: Attribution) -> bool:
    """Whether the author infers something from a deed: "the decision shows that ..."; a deed tells nothing itself."""
    cue = attribution_language.load("en").verbs.get(attribution.cue_lemma)
    if cue is None or cue.kind != "finding":
        return False
    who = head_of(parse, attribution.source[-1].start, attribution.source[-1].end)
    deeds = assessments().event_nouns | language.load("en").occurrences
    return who is not None and parse.pos[who] == "NOUN" and parse.lemmas[who] in deeds
