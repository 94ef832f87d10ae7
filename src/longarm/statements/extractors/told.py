"""What is told: an assertion that somebody makes, doubts or denies, though no cue says what kind it is."""

import functools
from collections.abc import Iterator

from longarm.codebook.assessments import assessments
from longarm.codebook.cues import best
from longarm.codebook.loader import people_nouns
from longarm.languages import attributions
from longarm.languages import discourse as language
from longarm.languages import stance as stance_language
from longarm.statements.candidates import Candidate, Frame, clause_hits, clipped
from longarm.statements.clauses import Clause, is_aim, is_passive, subject
from longarm.statements.discourse.names import head_of
from longarm.statements.extractors.fragments import asked, end, is_fragment, start
from longarm.statements.extractors.purpose import purpose
from longarm.statements.extractors.response import REPLY, SHORTEST, is_reply
from longarm.statements.parse import Parse
from longarm.statements.stance import stance
from longarm.statements.text import Part

_PRONOUNS = frozenset({"WDT", "WP"})


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """An act for every clause that a named source asserts, or that stands under "it is believed" or "no evidence that",
    where no other extractor has taken the clause."""
    if not frame.relevant[index]:
        return
    part = frame.text.parts[index]
    parse = part.parse
    main = frame.topic.main_method
    for number, clause in enumerate(part.clauses):
        if len(clause.tokens) < SHORTEST or parse.pos[clause.head] not in ("VERB", "AUX"):
            continue
        if not _has_subject(parse, clause.head):
            continue
        is_spoken = _is_cue_at(frame, parse.starts[clause.head], parse.lemmas[clause.head]) and not _informs_on(
            parse, clause.head
        )
        if is_spoken and not _gives_out(part, clause) and not _never_found(parse, clause):
            continue
        if is_fragment(frame, part, clause) or _is_condition(parse, clause):
            continue
        if parse.lemmas[clause.head] in assessments().counting_verbs and _is_counted_by(part, clause):
            continue  # the figure tells it
        is_told = _is_told(frame, parse.starts[clause.head]) or _is_held(part, number)
        if not (is_told or _is_event(frame, part, clause) or _is_aim_of(frame, part, clause)):
            continue
        opening = start(part, clause) + (parse.tags[clause.first] in _PRONOUNS or parse.lowers[clause.first] == "when")
        first, last = clipped(frame, index, opening, end(part, clause), clause.head)
        hit = best(clause_hits(frame, index, number))
        if opening < clause.first:
            first = opening  # "whether he knew is not clear"
        left_open = asked(part, clause)
        is_purpose = left_open is not None and purpose(parse, left_open) is not None
        kind = "purpose" if is_purpose or is_aim(parse, clause.head) else "act"
        if all(is_in_quotes(part, token) for token in range(first, last) if parse.pos[token] != "PUNCT"):
            continue  # a clause of a quotation, which is told whole
        if is_told and is_half_quoted(part, clause.head):
            if _is_counted(part, number):
                continue  # the figure tells it, with the words around it
            kind = "quotation"
        method = hit.entry if hit else ""
        if kind == "act" and is_told and _is_held_by_court(frame, part, clause):
            yield Candidate("legal", index, number, first, last, clause.head, method or main, stage="assessment")
            continue
        if kind == "act" and is_told and _is_replied(frame, parse.starts[clause.head]):
            yield Candidate("response", index, number, first, last, clause.head, method or main, stage=REPLY)
            continue
        yield Candidate(kind, index, number, first, last, clause.head, method)
    yield from _named_deeds(frame, index)


def _named_deeds(frame: Frame, index: int) -> Iterator[Candidate]:
    """An act for every deed that a named source tells by a noun alone: "announced the closing of the office"."""
    part = frame.text.parts[index]
    parse = part.parse
    for speech in frame.chains.speeches:
        content = speech.attribution.content
        if not speech.name or speech.attribution.attitude in ("asks", "doubts") or len(content) != 1:
            continue
        if not parse.starts[0] <= content[0].start < parse.ends[-1]:
            continue
        cue = attributions.load("en").verbs.get(speech.attribution.cue_lemma)
        if cue is not None and cue.kind == "stance":
            continue  # "condemned the killing as cowardly", which is spoken
        head = head_of(parse, content[0].start, content[0].end)
        if head is None or parse.pos[head] != "NOUN" or parse.lemmas[head] not in assessments().event_nouns:
            continue
        tokens = part.tokens_of(content[0])
        number = part.clause_of(head)
        below = [c.first for c in part.clauses if c.dep == "relcl" and head < c.first <= tokens[-1]]
        stop = min([tokens[-1] + 1, parse.subtree(head)[1], *below])
        if stop - tokens[0] < SHORTEST:
            continue  # "told them of intimidation": one word, which nobody can weigh
        hit = best(hit for hit in frame.hits[index] if tokens[0] <= hit.first < stop)
        yield Candidate("act", index, number, tokens[0], stop, head, hit.entry if hit else "")


def is_in_quotes(part: Part, token: int) -> bool:
    """Whether a word stands in quotation marks with others: the predicate of 'she said he "has been tightening it"', or
    what something is called ('called it "a brazen act"')."""
    start = part.parse.starts[token]
    return any(quote.start <= start < quote.end for quote in part.quotes)


def is_half_quoted(part: Part, head: int) -> bool:
    """Whether the predicate is in somebody's own words: the verb, or what somebody is said to be ('she is "glad"')."""
    parse = part.parse
    said = [c for c in parse.children[head] if parse.deps[c] in ("acomp", "attr") and parse.pos[head] == "AUX"]
    if _is_quoted_with_more(part, head) or any(is_in_quotes(part, token) for token in said):
        return True
    adverbs = [c for c in parse.children[head] if parse.deps[c] == "advmod" and c > head]
    return any(is_in_quotes(part, token) and is_in_quotes(part, token - 1) for token in adverbs)


def _is_quoted_with_more(part: Part, token: int) -> bool:
    """Whether a word stands in quotation marks with others; alone it may be said to be no such thing ("persuaded")."""
    near = [at for at in (token - 1, token + 1) if 0 <= at < len(part.parse) and part.parse.words[at][0].isalnum()]
    return is_in_quotes(part, token) and any(is_in_quotes(part, at) for at in near)


def is_in_own_words(frame: Frame, part: Part, clause: Clause) -> bool:
    """Whether the predicate of a clause is in the words of a named source: 'said the raids "amount to punishment"'."""
    is_told = any(speech.name for speech in frame.chains.covering(part.parse.starts[clause.head]))
    is_verb = part.parse.pos[clause.head] in ("VERB", "AUX")
    is_whole = is_in_quotes(part, clause.first)  # a clause of a quotation, whose judgements are told beside it
    return is_told and is_verb and not is_whole and _is_quoted_with_more(part, clause.head)


def _is_aim_of(frame: Frame, part: Part, clause: Clause) -> bool:
    """Whether a clause is what something was done for that is itself told: "was taken home to stand trial"."""
    parse = part.parse
    if not is_aim(parse, clause.head) or clause.parent < 0:
        return False
    above = part.clauses[clause.parent]
    return _is_told(frame, parse.starts[above.head]) or _is_event(frame, part, above)


def _is_condition(parse: Parse, clause: Clause) -> bool:
    """Whether a clause says when or on what terms, not that it was so: "once it knew more", "unless he returned"."""
    opening = (c for c in parse.children[clause.head] if c <= clause.first)
    return clause.dep == "advcl" and any(parse.lowers[c] in _TERMS for c in opening)


_TERMS = frozenset({"once", "if", "unless", "until", "till", "lest", "whether", "provided"})


def _informs_on(parse: Parse, head: int) -> bool:
    """Whether a verb of telling is one of informing on people: "classmates reported on them to the embassy"."""
    on = {parse.lowers[c] for c in parse.children[head] if parse.deps[c] in ("prep", "dative")}
    return parse.lemmas[head] in ("report", "inform") and on >= {"on", "to"}


def _never_found(parse: Parse, clause: Clause) -> bool:
    """Whether somebody did not find an answer: "the trial never established who was responsible"."""
    cue = attributions.load("en").verbs.get(parse.lemmas[clause.head])
    negations = stance_language.load("en").negations
    is_negated = any(parse.lowers[c] in negations for c in parse.children[clause.head])
    return cue is not None and cue.kind == "finding" and is_negated


def _gives_out(part: Part, clause: Clause) -> bool:
    """Whether a clause with a cue tells of a giving out: "published a report in May", "made an announcement in May"."""
    parse = part.parse
    words = language.load("en")
    works = words.works | {"announcement", "accusation", "complaint"}
    is_giving = parse.lemmas[clause.head] in words.publishing_verbs | words.offering_verbs
    given = any(parse.deps[c] == "dobj" and parse.lemmas[c] in works for c in parse.children[clause.head])
    start, end = parse.starts[clause.first], parse.ends[clause.last - 1]
    return is_giving and given and any(start <= time.span.start < end for time in part.times)


def _is_held_by_court(frame: Frame, part: Part, clause: Clause) -> bool:
    """Whether a court holds it: "the court held that the act was one within its borders"."""
    speeches = [speech for speech in frame.chains.covering(part.parse.starts[clause.head]) if speech.name]
    return any(
        speech.attribution.cue_lemma in _HOLDING
        and any(
            word in assessments().courts for span in speech.attribution.source for word in span.words.lower().split()
        )
        for speech in speeches
    )


_HOLDING = frozenset({"hold", "rule", "find", "decide", "conclude", "determine", "declare"})


def _is_replied(frame: Frame, char: int) -> bool:
    """Whether those whom the text accuses say it, in a clause beside the first of their reply."""
    speeches = [speech for speech in frame.chains.covering(char) if speech.name]
    is_told = all(speech.attribution.attitude != "declines" for speech in speeches)
    return is_told and any(is_reply(frame, speech) for speech in speeches)


def _is_counted_by(part: Part, clause: Clause) -> bool:
    """Whether a verb of being so many has its count, as subject or after it; "one had had a warning" has not."""
    parse = part.parse
    counts = [part.tokens_of(q.span)[0] for q in part.quantities if q.is_count]
    counts = [at for at in counts if at == 0 or parse.lowers[at - 1] not in ("the", "these", "those", "its", "their")]
    after = parse.lemmas[clause.head] == "have"
    return any(at in clause.tokens and (at > clause.head or not after) for at in counts)


def _is_counted(part: Part, number: int) -> bool:
    return any(q.is_count and part.clause_of(part.tokens_of(q.span)[0]) == number for q in part.quantities)


def _has_subject(parse: Parse, head: int) -> bool:
    return subject(parse, head) is not None or any(
        parse.deps[child] in ("expl", "csubj", "csubjpass") for child in parse.children[head]
    )


def _is_told(frame: Frame, char: int) -> bool:
    """Whether a predicate is what a named source says."""
    return any(speech.name for speech in frame.chains.covering(char))


def _is_held(part: Part, number: int) -> bool:
    """Whether a clause is told with a reserve ("allegedly", "is expected to"), or hangs on one that hedges or denies it
    ("it is believed that", "there is no evidence that")."""
    clause = part.clauses[number]
    parse = part.parse
    found = stance(parse, clause, part.above(number))
    tokens = [parse.token_at(hedge.span.start) for hedge in found.hedges]
    telling = [t for t in tokens if t is not None and parse.tags[t] != "MD" and parse.deps[t] != "amod"]
    if any(token in clause.tokens for token in telling):
        return True
    if clause.dep not in ("ccomp", "acl", "csubj"):
        return False
    return found.is_negated or any(hedge.span.end <= parse.starts[clause.first] for hedge in found.hedges)


def _is_event(frame: Frame, part: Part, clause: Clause) -> bool:
    """Whether the author tells what became of people, what an authority did, what was done at a place, on a day, by or
    to somebody named, what came of a work or an inquiry, or what was not done."""
    parse = part.parse
    if clause.dep not in ("ROOT", "conj", "relcl", "parataxis", "dep") and not _is_beside(frame, part, clause):
        return False
    start, end = parse.starts[clause.first], parse.ends[clause.last - 1]
    is_dated = any(start <= time.span.start < end for time in part.times)
    is_present = parse.tags[clause.head] in ("VBZ", "VBP")
    is_free = any(parse.tags[c] == "MD" for c in parse.children[clause.head])
    is_named = _is_named_in(part, clause)
    is_negated = any(parse.lowers[t] in stance_language.load("en").negations for t in clause.tokens)
    is_told = is_dated or is_named or is_negated
    is_own = is_present and (is_told or _is_of_one(part, clause) or _is_near(part, clause))
    if not (_is_past(parse, clause.head) or is_own or is_free):
        return False
    cue = attributions.load("en").verbs.get(parse.lemmas[clause.head])
    is_speaking = cue is not None and cue.kind == "speech" and not is_passive(parse, clause.head)
    if is_speaking and not _gives_out(part, clause):
        return False  # that somebody spoke, without what was said
    if is_present and _is_near(part, clause) and clause.dep in ("ROOT", "conj"):
        return True
    who = subject(parse, clause.head)
    if who is None:
        return is_told  # "there has been no news of him"
    if parse.lemmas[who] in _actors() or parse.lowers[who] in _STANDING_FOR:
        return True
    if any(m.span.start < parse.ends[who] and parse.starts[who] < m.span.end for m in part.people):
        return True
    if parse.pos[who] in ("NOUN", "PROPN") and _is_past(parse, clause.head) and clause.dep in ("ROOT", "conj", "dep"):
        return True
    return is_told


def _is_named_in(part: Part, clause: Clause) -> bool:
    """Whether a clause has the name of somebody or of a place."""
    own = frozenset(clause.tokens)
    return any(own & set(range(first, last)) and label in NAMING for first, last, label in part.parse.entities)


def _is_near(part: Part, clause: Clause) -> bool:
    """Whether a clause has a word for what crosses borders, presses on people, or is run for that."""
    words = assessments()
    known = words.crossing | words.pressing | words.authorities | words.instruments
    return any(part.parse.lemmas[t] in known and part.parse.pos[t] in ("NOUN", "PROPN", "VERB") for t in clause.tokens)


def _is_of_one(part: Part, clause: Clause) -> bool:
    """Whether a present tense tells of one person or thing ("Ada Example holds a passport", "It rests on letters"), and
    not of how things are at large."""
    parse = part.parse
    who = subject(parse, clause.head)
    if who is None or parse.tags[who] in ("NNS", "NNPS", "WDT", "WP"):
        return False
    if any(m.span.start < parse.ends[who] and parse.starts[who] < m.span.end for m in part.people):
        return True
    is_work = parse.lemmas[who] in language.load("en").referring_works | language.load("en").tellers
    return parse.lowers[who] in ("it", "he", "she") or (
        is_work and any(parse.lowers[c] == "the" for c in parse.children[who])
    )


def _is_beside(frame: Frame, part: Part, clause: Clause) -> bool:
    """Whether a clause tells something of its own beside another: after a colon or semicolon, or as what went before
    ("since police took him")."""
    parse = part.parse
    if any(speech.name for speech in frame.chains.covering(parse.starts[clause.head])):
        return False
    if clause.dep == "ccomp":
        above = part.clauses[clause.parent]
        is_before = clause.head < above.head and parse.lemmas[above.head] not in attributions.load("en").verbs
        return (
            is_before
            or (clause.first > 0 and parse.words[clause.first - 1] in (":", ";"))
            or (clause.last < len(parse) and parse.words[clause.last] == ";")
        )
    marks = [parse.lowers[c] for c in parse.children[clause.head] if parse.deps[c] in ("mark", "advmod")]
    return clause.dep == "advcl" and any(mark in _BACKGROUND for mark in marks)


_BACKGROUND = frozenset({"since", "after", "when", "because", "although", "though", "while"})
_STANDING_FOR = frozenset(
    {
        "i",
        "we",
        "he",
        "she",
        "they",
        "who",
        "which",
        "it",
        "some",
        "most",
        "others",
        "both",
        "all",
        "none",
        "each",
        "nobody",
        "someone",
        "somebody",
        "everyone",
        "everybody",
        "many",
        "few",
        "another",
        "neither",
        "either",
        "one",
        "several",
    }
)


NAMING = frozenset({"GPE", "LOC", "NORP", "ORG", "PERSON", "FAC", "LAW", "EVENT"})  # labels of names


def _is_past(parse: Parse, head: int) -> bool:
    tags = {parse.tags[head], *(parse.tags[c] for c in parse.children[head] if parse.deps[c] in ("aux", "auxpass"))}
    will = any(parse.lowers[c] in ("will", "wo") and parse.deps[c] == "aux" for c in parse.children[head])
    return will or bool(tags & {"VBD", "VBN"})


@functools.cache
def _actors() -> frozenset[str]:
    words = language.load("en")
    return frozenset(people_nouns()) | assessments().authorities | words.persons | words.organisations | words.tellers


def _is_cue_at(frame: Frame, char: int, lemma: str) -> bool:
    """Whether a predicate is itself the word of somebody's saying; "went" in "went there to find out" is none."""
    return any(
        span.start <= char < span.end and (" to " not in span.words or speech.attribution.cue_lemma == lemma)
        for speech in frame.chains.speeches
        if speech.name
        for span in speech.attribution.cue
    )
