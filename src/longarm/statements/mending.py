"""Mending: mistakes that the parser makes again and again in this field's texts, set right by what stands there."""

from longarm.languages import attributions, discourse, stance
from longarm.statements import naming
from longarm.statements.attributions import extents
from longarm.statements.parse import Parse

# What one tells, rather than whom: "told a lie that nobody believed".
_TALES = frozenset({"story", "lie", "tale", "truth", "secret", "joke", "thing", "fact", "version"})


def mend(parse: Parse) -> Parse:
    """The parse itself, with its heads, labels and children set right in place.

    - "Reporters Without Borders found": the name of a known body is one name (see `naming`).
    - "Had closed alleged offices": the participle of doubt is an adjective of the offices, and no second verb.
    - "40 suspected supporters were flown out": likewise, and 40 are the supporters.
    - "The guards had not, to date, found": what hangs on the helping verb is the main verb's.
    - "X respects Y, and the centres asked about do not exist": the second subject gets its verb back.
    - "A had no comment; B denied involvement": what stands before a semicolon is not what B denied.
    - "Update: the embassy says": what stands before a colon is no subject where another follows.
    - "X reported, citing Y, that ...": it is X who reports the clause.
    - "X rejects claims that ...": the second word is the verb, and claims are what X rejects.
    - "A new report revealed that ...": the only verb there is is no participle of its subject.
    - "A student reports from Porto that ...": nor is it a noun.
    - "30 calls a day": what a number belongs to is a noun, and no verb.
    - "A study names X as the worst": after "a", the second noun is the verb.
    - "Is accused by X of lying", "was told by X that ...": what follows belongs to the verb, and does not describe X.
    - "In a report on Monday the institute said": who stands right before the verb is its subject, no part of the day.
    - "..., the ministry specifies, ...": what stands between commas and looks like a noun is the word of saying.
    - "As the institute noted, ...": a verb with a subject and nothing that helps it is in the past tense.
    - "X denies that it followed them and says that it did not": it is X who also says so.
    - "X told a meeting that agents follow them": what follows is told, and does not describe the meeting.
    """
    doubtful = stance.load("en").adjectives
    naming.mend(parse)
    for token, lower in enumerate(parse.lowers):
        if lower in doubtful and parse.tags[token] in ("VBN", "VBD"):
            _mend_participle(parse, token)
            _mend_counted(parse, token)
        if parse.deps[token] == "aux" and parse.children[token]:
            for child in tuple(parse.children[token]):
                parse.hang(child, parse.heads[token])
        if parse.tags[token] == "VBZ" and token and token - 1 in parse.children[token]:
            _mend_number(parse, token)
        if parse.tags[token] in ("VBZ", "VBD", "VBP"):
            _mend_compound(parse, token)
            _mend_opening(parse, token)
        if parse.deps[token] == "ROOT":
            _mend_that(parse, token)
            _mend_denial(parse, token)
            _mend_finite(parse, token)
            _mend_plural(parse, token)
        if parse.words[token] in (":", "):"):
            _mend_label(parse, token)
        if parse.words[token] == ";":
            _mend_semicolon(parse, token)
        if parse.deps[token] == "conj":
            _mend_saying(parse, token)
        if parse.deps[token] == "relcl":
            _mend_told(parse, token)
        if parse.deps[token] == "agent":
            _mend_agent(parse, token)
        if parse.tags[token] == "VBN" and parse.deps[token] == "advcl":
            _mend_past(parse, token)
        if parse.tags[token] == "NNS" and parse.deps[token] in ("dep", "appos", "npadvmod", "attr"):
            _mend_tag(parse, token)
        if parse.deps[token] == "xcomp" and _is_finite(parse, token):
            _mend_subject(parse, token)
    return parse


def _mend_opening(parse: Parse, verb: int) -> None:
    first, _ = parse.sentences[parse.sentence_of(verb)]
    opens = parse.deps[first] == "prep" and parse.heads[first] == verb
    if not opens or extents.subject(parse, verb) is not None or parse.lemmas[verb] not in attributions.load("en").verbs:
        return
    name = next((e for e in parse.entities if e[1] == verb and e[2] in ("ORG", "PERSON", "GPE", "NORP")), None)
    who = verb - 1
    if name is None or parse.deps[who] != "pobj" or name[0] - 1 <= first:
        return
    before = name[0] - 1
    place = parse.heads[who]
    for child in [c for c in parse.children[who] if c < name[0]]:
        parse.hang(child, before)
    parse.hang(before, place)
    parse.deps[before] = "pobj"
    parse.hang(who, verb)
    parse.deps[who] = "nsubj"


def _mend_tag(parse: Parse, verb: int) -> None:
    who, last = verb - 1, parse.sentences[parse.sentence_of(verb)][1]
    known, lower = attributions.load("en").verbs, parse.lowers[verb]
    lemma = next((form for form in (lower[:-1], lower[:-2], lower[:-3] + "y") if form in known), "")
    cue = known.get(lemma)
    if cue is None or cue.kind != "speech" or who < 1 or parse.heads[who] != verb or parse.deps[who] != "compound":
        return
    first = min(c for c in parse.children[verb] if c <= who)
    if parse.words[first - 1] != "," or verb + 1 >= last or parse.words[verb + 1] not in (",", "."):
        return
    for child in [c for c in parse.children[verb] if c < who]:
        parse.hang(child, who)
    for child in [c for c in parse.children[verb] if c > verb]:
        parse.hang(child, parse.heads[verb])
    parse.pos[verb], parse.tags[verb], parse.deps[verb], parse.deps[who] = "VERB", "VBZ", "parataxis", "nsubj"
    parse.lemmas[verb] = lemma


def _mend_past(parse: Parse, verb: int) -> None:
    own = [parse.deps[c] for c in parse.children[verb]]
    if "nsubj" in own and not {"aux", "auxpass"} & set(own):
        parse.tags[verb] = "VBD"


def _mend_agent(parse: Parse, by: int) -> None:
    verb = parse.heads[by]
    who = next((c for c in parse.children[by] if parse.deps[c] == "pobj"), None)
    cue = attributions.load("en").verbs.get(parse.lemmas[verb])
    if who is None or cue is None:
        return
    for child in [c for c in parse.children[who] if c > who]:
        word = parse.lowers[child]
        if parse.deps[child] == "prep" and (word in cue.frames or f"be-{word}" in cue.frames) and word != "in":
            parse.hang(child, verb)
        has_that = any(parse.lowers[c] == "that" and parse.deps[c] == "mark" for c in parse.children[child])
        if parse.deps[child] in ("acl", "relcl", "ccomp") and has_that and cue.frames & {"clause", "be-clause"}:
            parse.hang(child, verb)
            parse.deps[child] = "ccomp"


def _mend_participle(parse: Parse, token: int) -> None:
    verb = token - 1
    noun = next((c for c in parse.children[token] if parse.deps[c] == "dobj" and c > token), None)
    if verb < 0 or parse.pos[verb] != "VERB" or noun is None:
        return
    if parse.heads[token] not in (verb, parse.heads[verb]):
        return
    before_noun = parse.subtree(noun)[0]
    if any(c < token or (token < c < before_noun and parse.pos[c] != "PUNCT") for c in parse.children[token]):
        return
    for child in list(parse.children[token]):
        parse.hang(child, verb)
    parse.hang(token, noun)
    parse.deps[token], parse.pos[token], parse.tags[token] = "amod", "ADJ", "JJ"


def _mend_counted(parse: Parse, token: int) -> None:
    """ "40 suspected supporters have been flown out": the participle is taken for what 40 do."""
    number = next((c for c in parse.children[token] if parse.deps[c] == "nsubj"), None)
    verb = next((c for c in parse.children[token] if parse.deps[c] == "ccomp"), None)
    if number != token - 1 or verb is None or parse.tags[number] != "CD":
        return
    noun = next((c for c in parse.children[verb] if parse.deps[c] in ("nsubj", "nsubjpass")), None)
    if noun is None or parse.subtree(noun)[0] != token + 1:
        return
    head, dep = parse.heads[token], parse.deps[token]
    parse.hang(verb, head if head != token else verb)
    for child in [c for c in parse.children[token] if c != number]:
        parse.hang(child, verb)
    parse.hang(number, noun)
    parse.hang(token, noun)
    parse.deps[verb], parse.deps[number], parse.deps[token] = dep, "nummod", "amod"
    parse.pos[token], parse.tags[token] = "ADJ", "JJ"


def _mend_number(parse: Parse, token: int) -> None:
    """ "30 calls a day", "33 consulates renew no passports": a plural right after its number, taken for a verb."""
    number = token - 1
    before = number - 1
    while before >= 0 and parse.heads[before] == number and parse.tags[before] in ("CD", "HYPH"):
        before -= 1
    if parse.tags[number] != "CD" or parse.lowers[number] == "one" or parse.deps[number] not in ("nummod", "nsubj"):
        return
    if before >= 0 and parse.pos[before] in ("NOUN", "PROPN", "SYM"):
        return  # "Section 12 states", "In May 2019 runs"
    parse.pos[token], parse.tags[token], parse.deps[number] = "NOUN", "NNS", "nummod"


def _mend_finite(parse: Parse, root: int) -> None:
    """ "A new report revealed on Monday that ...": a noun as the head of all, with a participle that takes a clause."""
    verb = next((c for c in parse.children[root] if parse.deps[c] == "acl" and c > root), None)
    if verb is None or parse.pos[root] not in ("NOUN", "PROPN") or parse.tags[verb] not in ("VBN", "VBD"):
        return
    takes_clause = any(parse.deps[c] == "ccomp" and c > verb for c in parse.children[verb])
    takes_clause = takes_clause or (parse.tags[verb] == "VBD" and _has_object(parse, verb))
    if not takes_clause or verb - root > 2 or any(parse.deps[c] in ("cop", "nsubj") for c in parse.children[root]):
        return
    for child in [c for c in parse.children[root] if c > root and c != verb]:
        parse.hang(child, verb)
    _make_subject(parse, root, verb)
    parse.tags[verb] = "VBD"


def _has_object(parse: Parse, verb: int) -> bool:
    """Whether a verb in the past tense acts on something: "the chief called on both states to stop"."""
    return any(parse.deps[c] in ("dobj", "xcomp", "prt") and c > verb for c in parse.children[verb])


def _mend_compound(parse: Parse, verb: int) -> None:
    """ "A study names X": a noun right before a finite verb that has no subject is its subject, no part of a name."""
    noun = verb - 1
    has_subject = any(parse.deps[c] in ("nsubj", "nsubjpass", "expl", "csubj") for c in parse.children[verb])
    if has_subject or noun not in parse.children[verb] or parse.deps[noun] not in ("compound", "nmod"):
        return
    parse.deps[noun] = "nsubj"
    for child in [c for c in parse.children[verb] if c < noun and parse.deps[c] in ("det", "compound", "amod")]:
        parse.hang(child, noun)


def _mend_plural(parse: Parse, root: int) -> None:
    """ "A study names the worst": a plural after "a" is no noun where it may be a word of saying or finding."""
    known = discourse.load("en").finding_verbs | attributions.load("en").verbs.keys()
    noun = root - 1
    is_plural = parse.tags[root] == "NNS" and parse.lemmas[root] in known
    if not is_plural or noun < 0 or parse.pos[noun] not in ("NOUN", "PROPN") or parse.heads[noun] != root:
        return
    left = [c for c in parse.children[root] if c < noun]
    if not any(parse.lowers[c] in ("a", "an", "this", "each", "every") for c in left):
        return
    after = next((c for c in parse.children[root] if c > root and parse.deps[c] in ("appos", "dobj", "nmod")), None)
    if after is None:
        return
    for child in left:
        parse.hang(child, noun)
    _make_subject(parse, noun, root)
    parse.deps[after] = "dobj"
    parse.pos[root], parse.tags[root] = "VERB", "VBZ"


def _make_subject(parse: Parse, noun: int, verb: int) -> None:
    """Makes a verb the head of its sentence, with a noun as its subject."""
    parse.hang(verb, verb)
    parse.hang(noun, verb)
    parse.deps[verb] = "ROOT"
    parse.deps[noun] = "nsubj"


def _mend_that(parse: Parse, root: int) -> None:
    that = next((c for c in parse.children[root] if parse.deps[c] == "mark" and parse.lowers[c] == "that"), None)
    if that is None or parse.words[that - 1] != ",":
        return
    verb = next((c for c in parse.children[root] if parse.deps[c] == "ccomp" and c < that), None)
    if verb is None or parse.pos[verb] != "VERB" or parse.heads[root] != root:
        return
    parse.hang(verb, verb)
    for child in [c for c in parse.children[root] if c < that or parse.words[c] == "."]:
        parse.hang(child, verb)
    parse.hang(root, verb)
    parse.deps[verb], parse.deps[root] = "ROOT", "ccomp"


def _mend_denial(parse: Parse, root: int) -> None:
    words, verb = stance.load("en"), root - 1
    if parse.tags[root] != "VBZ" or parse.lemmas[root] not in words.claim_nouns or verb < 1:
        return
    if parse.tags[verb] not in ("NNS", "VBZ") or parse.heads[verb] != root:
        return
    if parse.lemmas[verb] not in words.denying_predicates:
        return
    subject = next((c for c in reversed(parse.children[verb]) if parse.pos[c] in ("NOUN", "PROPN")), None)
    if subject is None:
        return
    parse.pos[verb], parse.tags[verb], parse.pos[root], parse.tags[root] = "VERB", "VBZ", "NOUN", "NNS"
    parse.hang(verb, verb)
    for child in list(parse.children[root]):
        if child < verb or parse.pos[child] == "PUNCT":
            parse.hang(child, verb)
        elif parse.deps[child] == "ccomp":
            parse.deps[child] = "acl"
    parse.hang(root, verb)
    for child in [c for c in parse.children[verb] if c < verb and c != subject]:
        parse.hang(child, subject)
    parse.deps[verb], parse.deps[root], parse.deps[subject] = "ROOT", "dobj", "nsubj"


def _mend_label(parse: Parse, mark: int) -> None:
    subjects = [t for t in range(mark) if parse.deps[t] == "nsubj" and parse.heads[t] > mark]
    for token in subjects:
        if any(parse.deps[c] == "nsubj" and c > mark for c in parse.children[parse.heads[token]]):
            parse.deps[token] = "dep"


def _mend_semicolon(parse: Parse, mark: int) -> None:
    verb = parse.heads[mark]
    if verb < mark or not any(parse.deps[c] in ("dobj", "ccomp", "xcomp") and c > verb for c in parse.children[verb]):
        return
    for child in parse.children[verb]:
        if parse.deps[child] == "ccomp" and child < mark:
            parse.deps[child] = "parataxis"


def _mend_saying(parse: Parse, verb: int) -> None:
    """A second verb of saying, joined to what is said by the first, whose tense it has and the said has not."""
    said = parse.heads[verb]
    first = parse.heads[said]
    verbs = attributions.load("en").verbs
    both = parse.lemmas[verb] in verbs and parse.lemmas[first] in verbs and parse.tags[verb] == parse.tags[first]
    if not both or parse.deps[said] != "ccomp" or parse.tags[verb] not in ("VBZ", "VBP", "VBD"):
        return
    deps = {parse.deps[c] for c in parse.children[verb]}
    if deps & {"nsubj", "nsubjpass"} or "ccomp" not in deps or parse.tags[said] == parse.tags[verb]:
        return
    for child in [c for c in parse.children[said] if parse.deps[c] == "cc" and c < verb]:
        parse.hang(child, first)
    parse.hang(verb, first)


def _mend_told(parse: Parse, verb: int) -> None:
    """A clause after "that" with a subject of its own, taken for one in which "that" is the subject or the object."""
    that = next((c for c in parse.children[verb] if parse.lowers[c] == "that"), None)
    hearers = parse.heads[verb]
    telling = parse.heads[hearers]
    subjects = [c for c in parse.children[verb] if parse.deps[c] in ("nsubj", "nsubjpass") and c != that]
    if that is None or not subjects or parse.deps[hearers] not in ("dobj", "dative"):
        return
    if parse.deps[that] in ("nsubj", "nsubjpass"):
        is_told = parse.lemmas[telling] in attributions.load("en").verbs
    else:
        is_told = parse.lemmas[telling] == "tell" and parse.lemmas[hearers] not in _TALES
    if not is_told:
        return
    parse.hang(verb, telling)
    parse.deps[verb], parse.deps[that] = "ccomp", "mark"
    parse.pos[that], parse.tags[that] = "SCONJ", "IN"


def _is_finite(parse: Parse, verb: int) -> bool:
    return any(parse.deps[c] == "aux" and parse.tags[c] in ("VBP", "VBZ", "VBD", "MD") for c in parse.children[verb])


def _mend_subject(parse: Parse, verb: int) -> None:
    at = parse.heads[verb]
    if parse.deps[at] != "acl" or any(parse.deps[c] in ("nsubj", "nsubjpass") for c in parse.children[verb]):
        return
    noun = parse.heads[at]
    first = parse.heads[noun]
    if parse.deps[noun] != "conj" or parse.pos[noun] not in ("NOUN", "PROPN") or parse.pos[first] != "VERB":
        return
    parse.hang(verb, first)
    parse.hang(noun, verb)
    parse.deps[verb], parse.deps[noun] = "conj", "nsubj"
