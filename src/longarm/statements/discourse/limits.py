"""Limits: where the words of a source end, and the author goes on in its own voice."""

from longarm.languages import attributions
from longarm.languages import discourse as language
from longarm.model.statements import DeclaredSource
from longarm.statements.attributions.nested import FIRST_PERSONS
from longarm.statements.discourse.links import LINKS, main_subject
from longarm.statements.discourse.speech import Speech
from longarm.statements.discourse.tracing.tracer import Tracer
from longarm.statements.parse import Parse
from longarm.statements.scenes.operators import facility_nouns
from longarm.statements.text import Part, Text

_OF_ONE = frozenset({"the", "it", "he", "she"})  # which behind a tag stand for its source, of whom the author tells
LONGEST_TAG = 8  # tokens between a word of saying and the semicolon behind it
_TELLING = frozenset({"asserts", "confirms", "denies"})  # attitudes


def goes_on_from(part: Part, first: int, last: int, speech: Speech) -> int:
    """The character after a semicolon from which indirect speech goes on ("She said that two were seen; nobody was
    held"), or -1: the rest names nobody and no place, and speaks of what was said or of what would be."""
    parse, content, cue = part.parse, speech.attribution.content, speech.attribution.cue
    mark = next((t for t in range(first, last) if parse.words[t] == ";" and parse.starts[t] >= content[-1].end), None)
    if mark is None or not tells(speech):
        return -1
    is_tag = cue[0].start > content[-1].start
    if is_tag and (not _is_right_behind(parse, mark, speech) or parse.lowers[mark + 1] not in LINKS - _OF_ONE):
        return -1
    has_subject = any(
        parse.deps[t] in ("nsubj", "nsubjpass", "expl") and speech.covers(parse.starts[t]) for t in range(first, mark)
    )
    subject = next((t for t in range(mark, last) if parse.deps[t] in ("nsubj", "nsubjpass", "expl")), None)
    if subject is None or (not is_tag and parse.starts[mark] > content[-1].end + 1):
        return -1
    head = parse.heads[subject]
    is_reported = any(parse.lowers[c] in ("would", "could") for c in parse.children[head])  # as only said words are
    if not (has_subject or is_reported):
        return -1
    goes_on = parse.lowers[subject] in LINKS or any(parse.tags[c] == "MD" for c in parse.children[head])
    goes_on = goes_on or parse.lowers[subject] in ("nobody", "none", "nothing", "everyone", "everybody")
    return parse.ends[mark] if goes_on else -1


def _is_right_behind(parse: Parse, mark: int, speech: Speech) -> bool:
    """Whether a semicolon closes the tag of a speech, with no other verb between: "A, X said on Monday; they ..."."""
    end = max(span.end for span in (*speech.attribution.cue, *speech.attribution.source))
    between = [t for t in range(mark) if parse.starts[t] >= end]
    return len(between) <= LONGEST_TAG and not any(parse.pos[t] == "VERB" for t in between)


def is_proposition(part: Part, speech: Speech) -> bool:
    """Whether a speech is more than a thing done with words ("announced a reward", "accused X of"): it asserts a
    clause, or finds something."""
    cue = attributions.load("en").verbs.get(speech.attribution.cue_lemma)
    if speech.attribution.cue_lemma in language.load("en").finding_verbs or (cue is not None and cue.kind == "finding"):
        return True
    parse = part.parse
    return any(
        dep in ("nsubj", "nsubjpass", "expl")
        and speech.covers(parse.starts[token])
        and parse.deps[parse.heads[token]] not in ("relcl", "acl")
        for token, dep in enumerate(parse.deps)
    )


def is_on_subject(text: Text, part: Part, first: int, last: int, declared: DeclaredSource | None) -> bool:
    """Whether a sentence is on what the declared source was declared for: it speaks of facilities, or its subject is a
    thing that the text spoke of up to the declaration."""
    if declared is None:
        return False
    parse = part.parse
    subject = main_subject(parse, first, last)
    words = language.load("en")
    if subject is not None and parse.lemmas[subject] in words.organisations | words.persons | words.governing:
        return False  # what a party does or says is its own
    if any(parse.lemmas[t] in facility_nouns() for t in range(first, last)):
        return True
    if subject is None or parse.pos[subject] != "NOUN":
        return False
    return any(
        lemma == parse.lemmas[subject] and other.parse.deps[t] != "compound" and other.parse.pos[t] == "NOUN"
        for other in text.parts
        for t, lemma in enumerate(other.parse.lemmas)
        if other.parse.starts[t] < min(declared.cue.end + DECLARING_REACH, parse.starts[first])
    )


DECLARING_REACH = 120  # characters after the word that declares, in which it still says of what


def is_on_source(tracer: Tracer, first: int, last: int, name: str) -> bool:
    """Whether a sentence tells of the source itself, or of its work, which the author does ("The report rests on ...");
    what the source counted or found it tells itself."""
    parse, words = tracer.part.parse, language.load("en")
    subject = main_subject(parse, first, last)
    if subject is None or _finds(tracer, subject, name):
        return False
    if tells_of_own(tracer, first, last, name):
        return True
    is_work = parse.lemmas[subject] in words.referring_works and parse.tags[subject] == "NN"
    return is_work or parse.lowers[subject] == "it" or tracer.of(subject).name == name


def _finds(tracer: Tracer, subject: int, name: str) -> bool:
    """Whether a source, and nobody else, is told to find or count something: "It lists six cases"."""
    parse, words = tracer.part.parse, language.load("en")
    if parse.lemmas[parse.heads[subject]] not in words.finding_verbs:
        return False
    return parse.lemmas[subject] not in words.persons | words.callings or tracer.of(subject).name == name


def tells_of_own(tracer: Tracer, first: int, last: int, name: str) -> bool:
    """Whether a sentence tells what the source's own do ("Its lawyers had argued"); its list or count tells itself."""
    parse, words = tracer.part.parse, language.load("en")
    for subject in (t for t in range(first, last) if parse.deps[t] in ("nsubj", "nsubjpass")):
        own = next((c for c in parse.children[subject] if parse.tags[c] == "PRP$"), None)
        if own is None or parse.lemmas[subject] in words.works | words.records:
            continue
        if tracer.of(own).name == name:
            return True
    return False


def is_of_person(tracer: Tracer, first: int, last: int, speech: Speech) -> bool:
    """Whether a sentence goes on about somebody whom a source named, or after words of a single person: "He was
    arrested" after "his wife said that he was gone" is the author's."""
    parse = tracer.part.parse
    subject = main_subject(parse, first, last)
    words = language.load("en")
    if subject is not None and _finds(tracer, subject, speech.name):
        return False
    if subject is not None and words.pronouns.get(parse.lowers[subject]) == "person":
        return True
    persons = {party.name for party in tracer.discourse.parties if party.kind == "person"}
    if any(speech.name.endswith(person) for person in persons):
        return True
    known = words.persons | words.callings | words.kin
    return any(word.lower() in known for word in speech.name.split())  # "the interior minister", "his brother"


def is_new(tracer: Tracer, first: int, last: int, speech: Speech) -> bool:
    """Whether a sentence is about a definite thing that the source has not spoken of ("The filming took a week"), or of
    somebody it has not spoken of ("The cook's brother was held")."""
    parse = tracer.part.parse
    subject = main_subject(parse, first, last)
    if subject is not None and parse.pos[subject] in ("NOUN", "NUM"):
        owner = next((c for c in parse.children[subject] if parse.deps[c] == "poss"), subject)
        subject = owner if _is_definite(parse, owner) else subject
    if subject is None or parse.pos[subject] not in ("NOUN", "NUM") or not _is_definite(parse, subject):
        return False
    is_facility = parse.lemmas[subject] in facility_nouns()  # which a whole text is about
    alike = facility_nouns() if is_facility else {parse.lemmas[subject]}
    here = parse.starts[first]
    return not any(
        lemma in alike and start < here and (is_facility or speech.covers(start))
        for part in tracer.text.parts
        for lemma, start in zip(part.parse.lemmas, part.parse.starts, strict=True)
    )


def _is_definite(parse: Parse, noun: int) -> bool:
    return any(parse.lowers[child] == "the" for child in parse.children[noun])


def speaks_itself(part: Part, first: int, last: int) -> bool:
    """Whether the author speaks as itself in a sentence: "our reporter", "we"."""
    return any(part.parse.lowers[token] in FIRST_PERSONS for token in range(first, last))


def tells(speech: Speech) -> bool:
    """Whether a speech is words that may go on: not a wish, a stance, a question, a doubt or a silence."""
    cue = attributions.load("en").verbs.get(speech.attribution.cue_lemma)
    is_telling = cue is None or cue.kind in ("speech", "finding")
    return is_telling and speech.attribution.attitude in _TELLING
