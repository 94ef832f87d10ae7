"""Defence: who speaks for those whom a text accuses, a state and its bodies or a person in a case."""

import re

from longarm.codebook.assessments import assessments
from longarm.languages import attributions, missions, replies
from longarm.languages import discourse as language
from longarm.statements.attributions import extents
from longarm.statements.attributions.nested import FIRST_PERSONS
from longarm.statements.candidates import Frame
from longarm.statements.clauses import agent, is_passive
from longarm.statements.discourse.names import head_of
from longarm.statements.discourse.speech import Speech
from longarm.statements.extractors.pleas import is_plea, may_stand_for
from longarm.statements.extractors.premises import clears_premises
from longarm.statements.parse import Parse
from longarm.statements.scenes.operators import country_of
from longarm.statements.text import Part

_DENYING = frozenset({"deny", "reject", "refute", "dispute", "dismiss"})
_NEGATIONS = frozenset({"not", "n't", "no"})
LONGEST_SPOKESPERSON = 5  # tokens; a longer phrase says for whom somebody speaks


def is_defence(frame: Frame, speech: Speech) -> bool:
    """Whether the speaker answers for the accused: who denies elsewhere in the text, a person in a case or a lawyer of
    theirs, and whoever says of itself that it only does what is right."""
    if any(
        other.name == speech.name and other.attribution.attitude == "denies" and other.attribution.cue_lemma in _DENYING
        for other in frame.chains.speeches
    ):
        return True
    source = speech.attribution.source
    first = re.split(r",|\band\b", source[-1].words)[0] if source else ""  # "the office, Lu and Chen" is three parties
    spoken = first.replace("’", "'").replace("'s", "").split()
    if any(word.lower() in assessments().defenders for word in (*spoken, *speech.name.split())):
        return True
    if _is_of_client(frame, speech) or clears_premises(frame, speech) or is_plea(frame, speech):
        return True
    accused = persons_accused(frame)
    return any(word in accused for word in (*spoken, *speech.name.split()[-1:])) or _is_of_itself(frame, speech)


def _is_of_client(frame: Frame, speech: Speech) -> bool:
    """Whether counsel speaks of who is accused: "my client has cooperated fully"."""
    return any(
        parse.lemmas[t] == "client" and parse.deps[t] in ("nsubj", "nsubjpass") and speech.covers(parse.starts[t])
        for parse in (part.parse for part in frame.text.parts)
        if "client" in parse.lemmas  # few texts have one
        for t in range(len(parse))
    )


def _first_of(parse: Parse, token: int) -> int:
    """The first of the names that a name is joined to: "Ada and Bob Example were charged"."""
    while parse.deps[token] in ("conj", "appos") and parse.heads[token] < token:
        token = parse.heads[token]
    return token


def is_accused(frame: Frame, speech: Speech) -> bool:
    """Whether the speaker is the state whose operations the text tells of, or one of its bodies, here or elsewhere."""
    if not frame.topic.operator or not speech.attribution.source:
        return False
    return any(
        _speaks_for_operator(frame, other)
        for other in frame.chains.speeches
        if other is speech or (other.name == speech.name and other.attribution.source)
    )


def persons_accused(frame: Frame) -> frozenset[str]:
    """The last names of the persons of whom a text tells that they are accused, charged, on trial or convicted."""
    verbs = language.load("en").case_verbs
    found = set()
    for part in frame.text.parts:
        for mention in part.people:
            parse = part.parse
            tokens = [_first_of(parse, t) for t in part.tokens_of(mention.span)]
            verb = next((parse.heads[t] for t in tokens if parse.deps[t] in ("nsubj", "nsubjpass")), None)
            if verb is None:
                continue
            below = [verb] if is_passive(parse, verb) or parse.lemmas[verb] == "plead" else []
            below += [c for c in parse.children[verb] if parse.deps[c] == "acomp"]
            if _is_tried_at_home(frame, part, verb):
                continue
            if any(parse.lemmas[t] in verbs for t in below):
                found.update(mention.span.words.split())
    return frozenset(found)


def _is_tried_at_home(frame: Frame, part: Part, verb: int) -> bool:
    """Whether it is the state that reaches abroad which tries somebody: in absentia, or by a court of its own."""
    low, high = part.parse.subtree(verb)
    if "absentia" in part.parse.lowers[low:high]:
        return True
    by = agent(part.parse, verb)
    if by is None:
        return False
    low, high = part.parse.subtree(by)
    return any(country_of(t) == frame.topic.operator and part.within(t.span, low, high) for t in part.toponyms)


def _is_of_itself(frame: Frame, speech: Speech) -> bool:
    """Whether somebody claims of itself that it only, or never, does something: "claims to sell only to states"; or
    denies in its own words: "We deny any link"."""
    words = language.load("en")
    denying = attributions.load("en").verbs
    for part in frame.text.parts:
        parse, whole = part.parse, part.passage.span
        if not any(span.start < whole.end and whole.start < span.end for span in speech.attribution.content):
            continue
        said = speech.tokens(parse)
        verb = next((t for t in said if parse.pos[t] in ("VERB", "AUX") and parse.heads[t] not in said), None)
        if verb is None:
            continue
        who = extents.subject(parse, verb)
        lemma = parse.lemmas[verb]
        if who is not None and parse.lowers[who] in FIRST_PERSONS and lemma in denying:
            return denying[lemma].attitude == "denies"
        if lemma in replies.load("en").vowing:
            continue  # "it would not tolerate such threats"
        own = frozenset(part.clauses[part.clause_of(verb)].tokens)
        limiting = {parse.lowers[t] for t in said if t in own} & words.exculpating
        is_plain = speech.attribution.cue_lemma in ("say", "tell", "state")
        limits = bool(limiting - _NEGATIONS if is_plain else limiting)  # "they have not heard from him" is no plea
        is_own = who is None or parse.lowers[who] in FIRST_PERSONS or may_stand_for(parse.lowers[who], speech)
        is_own = is_own or any(parse.lowers[c] in ("its", "our") for c in parse.children[who or 0])
        return limits and is_own and speech.attribution.cue_lemma in words.pleading_verbs | replies.load("en").insisting
    return False


def _speaks_for_operator(frame: Frame, speech: Speech) -> bool:
    source = speech.attribution.source[-1]
    if _follows_another_body(frame, speech):
        return False
    part = frame.text.part_at(source.start)
    head = None if part is None else head_of(part.parse, source.start, source.end)
    if part is None or head is None:
        return False
    described = part.tokens_of(source)[0] - 2
    if described >= 0 and part.parse.words[described + 1] == "," and _is_press_officer(part, described):
        return not _host_named_last(frame, part, described)  # "its press officer, Ada Example, said"
    if _is_state_or_body(frame, part, head) or _bears_demonym(frame, speech.name, part.parse.lemmas[head]):
        return True
    return _is_envoy(frame, part, head)


def _follows_another_body(frame: Frame, speech: Speech) -> bool:
    """Whether "a spokesperson" comes after a body with a short name, for which it speaks: "the FMI confirmed it"."""
    spoken = speech.attribution.source[-1]
    if not any(spoken.words.lower().split()[-1:] == [word] for word in language.load("en").spokespersons):
        return False
    before = [s.attribution.source[-1] for s in frame.chains.speeches if s.attribution.source and s.name != speech.name]
    last = max((span for span in before if span.start < spoken.start), key=lambda span: span.start, default=None)
    names = [s.name for s in frame.chains.speeches if last is not None and last in s.attribution.source]
    return any(word.isupper() and len(word) > 1 for name in names for word in name.split()[:1])


def _is_envoy(frame: Frame, part: Part, head: int) -> bool:
    """Whether it is an embassy, a foreign ministry or a spokesperson of no state that is named with it: in a text on
    what a state does abroad, that state's."""
    parse = part.parse
    low, high = parse.subtree(head)
    states = [t for t in part.toponyms if country_of(t) and part.within(t.span, low, high) and t.role == "demonym"]
    if states:
        return False
    if _host_named_last(frame, part, head):
        return False
    lemma = parse.lemmas[head]
    speakers = language.load("en").spokespersons
    if any(parse.lowers[c] in ("his", "her") for c in parse.children[head]):
        return False  # that of a person
    if lemma in speakers or any(parse.lowers[c] in speakers for c in parse.children[head]):
        return high - low <= LONGEST_SPOKESPERSON and not _of_named_body(parse, head)
    if _is_press_officer(part, head):
        return True
    is_foreign = any(parse.lowers[c] == "foreign" for c in parse.children[head])
    named = {lemma, *(parse.lowers[c] for c in parse.children[head] if parse.words[head] == "General")}
    return not named.isdisjoint(missions.abroad()) or (lemma == "ministry" and is_foreign)


def _of_named_body(parse: Parse, head: int) -> bool:
    """Whether a spokesperson is that of a body with a name, no ministry of any state: "a Home Office spokesman"."""
    known = replies.load("en").bodies | {"foreign"}
    known |= set(language.load("en").spokespersons)
    persons = {t for first, last, label in parse.entities if label == "PERSON" for t in range(first, last)}
    named = (c for c in parse.children[head] if parse.deps[c] == "compound" and parse.pos[c] == "PROPN")
    near = {t for c in named for t in (c, *parse.children[c]) if t < head}
    return any(parse.lowers[t] not in known and t not in persons for t in near)


def _is_press_officer(part: Part, head: int) -> bool:
    before = (part.parse.lowers[c] for c in part.parse.children[head])
    return part.parse.lemmas[head] in replies.load("en").press_officers and any(
        word in replies.load("en").press for word in before
    )


def _host_named_last(frame: Frame, part: Part, head: int) -> bool:
    """Whether the last body of a state named before is another state's, so that "the ministry" is that one's."""
    start, bodies = part.parse.starts[head], replies.load("en").bodies
    for each in reversed([one for one in frame.text.parts if one.toponyms]):
        for toponym in reversed(each.toponyms):
            token = each.parse.token_at(toponym.span.end - 1) if toponym.span.start < start else None
            if token is None or each.parse.deps[token] not in ("amod", "poss", "compound"):
                continue
            if each.parse.lemmas[each.parse.heads[token]] in bodies and (last := country_of(toponym)):
                return last != frame.topic.operator
    return False


def _bears_demonym(frame: Frame, name: str, lemma: str) -> bool:
    """Whether a body referred to ("the embassy") is traced to a name with the state in it ("Chinese embassy")."""
    if lemma not in assessments().authorities:
        return False
    named = (t.span.words for part in frame.text.parts for t in part.toponyms if t.place == frame.topic.operator)
    return any(words in name for words in named)


def _is_state_or_body(frame: Frame, part: Part, head: int) -> bool:
    """ "China", "the Chinese authorities", "the embassy of China", "China's foreign ministry"."""
    parse = part.parse
    near, lemma = {head}, parse.lemmas[head]
    is_body = lemma in assessments().authorities or lemma in assessments().envoys
    is_body = is_body or lemma in replies.load("en").rulers or lemma in language.load("en").spokespersons
    if is_body or parse.pos[head] == "PROPN":
        near.update(c for c in parse.children[head] if parse.deps[c] in ("amod", "compound", "poss", "nmod"))
        near.update(
            below
            for c in parse.children[head]
            if parse.deps[c] == "prep" and parse.lowers[c] in ("of", "for", "in", "from")
            for below in parse.children[c]
        )
        near.update(c for n in tuple(near) for c in parse.children[n] if parse.deps[c] in ("amod", "compound", "poss"))
    return any(
        country_of(toponym) == frame.topic.operator and parse.starts[token] <= toponym.span.start < parse.ends[token]
        for token in near
        for toponym in part.toponyms
    )
