"""Clauses: hung on the word of saying that tells them."""

from longarm.languages import attributions, discourse, stance
from longarm.statements.attributions import extents
from longarm.statements.parse import Parse


def late(parse: Parse, root: int) -> None:
    """ "X reported, citing Y, that ...": it is X who reports the clause."""
    that = next((c for c in parse.children[root] if parse.deps[c] == "mark" and parse.lowers[c] == "that"), None)
    if that is None or parse.words[that - 1] != ",":
        return
    verb = next((c for c in parse.children[root] if parse.deps[c] == "ccomp" and c < that), None)
    verb = _verb_like(parse, root, that) if verb is None else verb
    if verb is None or parse.pos[verb] != "VERB" or parse.heads[root] != root:
        return
    parse.hang(verb, verb)
    for child in [c for c in parse.children[root] if c < that or parse.words[c] == "."]:
        parse.hang(child, verb)
    parse.hang(root, verb)
    parse.deps[verb], parse.deps[root] = "ROOT", "ccomp"


def question(parse: Parse, root: int) -> None:
    """ "Where it stood is not known": a question right before a verb without a subject is its subject."""
    own = parse.children[root]
    before = next((c for c in own if c < root and parse.deps[c] == "advcl"), None)
    if before is None or any(parse.deps[c] in ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass") for c in own):
        return
    first, last = parse.subtree(before)
    helps = [c for c in own if parse.deps[c] in ("aux", "auxpass") and c < root]
    if parse.tags[first] == "WRB" and last == min([root, *helps]) and parse.lowers[first] != "when":
        parse.deps[before] = "csubjpass" if any(parse.deps[c] == "auxpass" for c in helps) else "csubj"


def charged(parse: Parse, prep: int) -> None:
    """ "Charged the father of X, a man of 60, with spying": behind the comma that ends what he is, or before a gerund,
    "with" tells what he is charged with."""
    is_gerund = any(parse.lowers[c].endswith("ing") for c in parse.children[prep] if c == prep + 1)
    if not prep or not (is_gerund or parse.words[prep - 1] == ","):
        return
    low = parse.sentences[parse.sentence_of(prep)][0]
    known, lower = attributions.load("en").verbs, parse.lowers[prep]
    verb = next((t for t in range(prep - 1, low, -1) if parse.pos[t] == "VERB" and parse.tags[t] != "VBG"), None)
    cue = None if verb is None else known.get(parse.lemmas[verb])
    if verb is None or cue is None or f"be-{lower}" not in cue.frames or parse.heads[prep] == verb:
        return
    whom = next((c for c in parse.children[verb] if parse.deps[c] in ("dobj", "obj") and c < prep), None)
    what = next((c for c in parse.children[prep] if parse.deps[c] in ("pcomp", "pobj")), None)
    has_own = any(parse.deps[c] == "prep" and parse.lowers[c] == lower for c in parse.children[verb])
    is_within = whom is not None and parse.subtree(whom)[0] <= parse.heads[prep] < parse.subtree(whom)[1]
    if is_within and not has_own and what is not None:
        parse.hang(prep, verb)


def _verb_like(parse: Parse, root: int, that: int) -> int | None:
    """The plural before a comma, taken for the subject of what it tells: "the paper reports, in May, that"."""
    verb = next((c for c in parse.children[root] if parse.deps[c] == "nsubj" and parse.tags[c] == "NNS"), None)
    cue = None if verb is None else attributions.load("en").verbs.get(parse.lemmas[verb])
    if verb is None or cue is None or "clause" not in cue.frames or verb > that or parse.words[verb + 1] != ",":
        return None
    who = verb - 1
    if who < 0 or parse.deps[who] != "compound" or parse.heads[who] != verb or parse.tags[who] not in ("NN", "NNP"):
        return None
    for child in [c for c in parse.children[verb] if c < who]:
        parse.hang(child, who)
    parse.pos[verb], parse.tags[verb], parse.deps[who] = "VERB", "VBZ", "nsubj"
    return verb


def denial(parse: Parse, root: int) -> None:
    """ "X rejects claims that ...": the second word is the verb, and claims are what X rejects."""
    words, verb = stance.load("en"), root - 1
    if parse.tags[root] not in ("VBZ", "VBP") or parse.lemmas[root] not in words.claim_nouns or verb < 1:
        return
    if parse.tags[verb] not in ("NNS", "VBZ") or parse.heads[verb] != root:
        return
    if parse.lemmas[verb] not in words.denying_predicates | words.belittling:
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


def semicolon(parse: Parse, mark: int) -> None:
    """ "A had no comment; B denied involvement": what stands before a semicolon is not what B denied."""
    verb = parse.heads[mark]
    if verb < mark or not any(parse.deps[c] in ("dobj", "ccomp", "xcomp") and c > verb for c in parse.children[verb]):
        return
    for child in parse.children[verb]:
        if parse.deps[child] == "ccomp" and child < mark:
            parse.deps[child] = "parataxis"


def saying(parse: Parse, verb: int) -> None:
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


def leaving(parse: Parse, verb: int) -> None:
    """ "X said it was a library, and locked the door": who said it also does what one does upon words."""
    said = parse.heads[verb]
    first = parse.heads[said]
    words = attributions.load("en")
    if parse.deps[said] != "ccomp" or parse.lemmas[verb] not in words.upon or first > said:
        return
    cue = words.verbs.get(parse.lemmas[first])
    and_ = next((c for c in reversed(parse.children[said]) if parse.deps[c] == "cc" and c < verb), None)
    if (
        cue is None
        or and_ is None
        or cue.kind not in ("speech", "finding")
        or _finite(parse, verb) != parse.tags[first]
    ):
        return
    if any(parse.deps[c] in ("nsubj", "nsubjpass") for c in parse.children[verb]):
        return
    is_parted = parse.words[and_ - 1] == ","
    if parse.lemmas[said] == "be" or (
        is_parted and (_is_helped(parse, said) or _finite(parse, said) != parse.tags[verb])
    ):
        parse.hang(and_, first)
        parse.hang(verb, first)


def _finite(parse: Parse, verb: int) -> str:
    """The tag of the finite word of a verb: of its first helping word, or its own."""
    return next((parse.tags[c] for c in parse.children[verb] if parse.deps[c] in ("aux", "auxpass")), parse.tags[verb])


def _is_helped(parse: Parse, verb: int) -> bool:
    return any(parse.deps[c] in ("aux", "auxpass") for c in parse.children[verb])


def told(parse: Parse, verb: int) -> None:
    """A clause after "that" with a subject of its own, taken for one in which "that" is the subject or the object."""
    that = next((c for c in parse.children[verb] if parse.lowers[c] == "that"), None)
    hearers = parse.heads[verb]
    if parse.pos[hearers] == "VERB":
        cue = attributions.load("en").verbs.get(parse.lemmas[hearers])
        if cue is not None and "clause" in cue.frames:
            parse.deps[verb] = "ccomp"  # "deny they were paid": a verb has no relative clause
        return
    telling = parse.heads[hearers]
    subjects = [c for c in parse.children[verb] if parse.deps[c] in ("nsubj", "nsubjpass") and c != that]
    if not subjects or parse.deps[hearers] not in ("dobj", "dative"):
        return
    if that is None:
        _without_that(parse, verb, telling)
        return
    if parse.deps[that] in ("nsubj", "nsubjpass"):
        is_told = parse.lemmas[telling] in attributions.load("en").verbs
    else:
        is_told = parse.lemmas[telling] == "tell" and parse.lemmas[hearers] not in discourse.load("en").tales
    if not is_told:
        return
    parse.hang(verb, telling)
    parse.deps[verb], parse.deps[that] = "ccomp", "mark"
    parse.pos[that], parse.tags[that] = "SCONJ", "IN"


def _without_that(parse: Parse, verb: int, telling: int) -> None:
    """ "Told the tribunal he was ordered to": a clause with all that it needs, and nothing that leads it to a noun."""
    words = attributions.load("en")
    is_led = any(parse.tags[c] in ("WDT", "WP", "WP$", "WRB") for c in range(*parse.subtree(verb)) if c < verb)
    is_whole = any(parse.deps[c] in ("dobj", "auxpass", "xcomp", "acomp", "attr") for c in parse.children[verb])
    has_clause = any(parse.deps[c] == "ccomp" for c in parse.children[telling])
    if parse.lemmas[telling] in words.hearers and is_whole and not is_led and not has_clause:
        parse.hang(verb, telling)
        parse.deps[verb] = "ccomp"


def objects(parse: Parse, verb: int) -> None:
    """ "Learned from the police that agents threatened exiles": a verb with a subject and an object of its own has no
    "that" for another."""
    own = [c for c in parse.children[verb] if parse.deps[c] == "dobj"]
    if len(own) == 2 and parse.lowers[own[0]] == "that" and own[0] < verb < own[1] and extents.subject(parse, verb):
        parse.deps[own[0]], parse.pos[own[0]], parse.tags[own[0]] = "mark", "SCONJ", "IN"


def agent(parse: Parse, by: int) -> None:
    """ "Is accused by X of lying": what follows belongs to the verb, and does not describe X."""
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


def rebuttal(parse: Parse, verb: int) -> None:
    """ "A claim the ministry rejects": what looks like a plural is the verb of denying, and who denies its subject."""
    words, who = stance.load("en"), verb - 1
    if parse.tags[verb] != "NNS" or parse.lemmas[verb] not in words.denying_predicates or verb < 1:
        return
    if parse.heads[who] != verb or parse.lemmas[parse.heads[verb]] not in words.claim_nouns:
        return
    for child in [c for c in parse.children[verb] if c < who]:
        parse.hang(child, who)
    parse.pos[verb], parse.tags[verb], parse.deps[verb], parse.deps[who] = "VERB", "VBZ", "relcl", "nsubj"


def of_whom(parse: Parse, verb: int) -> None:
    """ "12 witnesses, most of whom said that ...": the clause describes the witnesses, whatever stands over them."""
    who = extents.subject(parse, verb)
    if who is None or parse.deps[verb] not in ("ccomp", "advcl", "conj", "parataxis", "dep", "relcl"):
        return
    first, last = parse.subtree(who)
    noun = first - 2
    if noun < 0 or parse.words[first - 1] != "," or parse.lowers[last - 1] not in ("whom", "which"):
        return
    if parse.pos[noun] in ("NOUN", "PROPN") and parse.lowers[last - 2] == "of":
        parse.hang(verb, noun)
        parse.deps[verb] = "relcl"


def subject(parse: Parse, verb: int) -> None:
    """ "Whether he knew of it was never established": what "whether" or "that" opens is a clause, no noun."""
    if parse.deps[verb] in ("nsubj", "nsubjpass", "csubjpass") and parse.pos[verb] in ("VERB", "AUX"):
        parse.deps[verb] = "csubj"


def series(parse: Parse, comma: int) -> None:
    """ "The authorities deny torturing them, say that one died and ...": the first verb is no words of the second."""
    verb = comma + 1
    first = parse.heads[comma]
    if (
        verb >= len(parse)
        or parse.pos[verb] != "VERB"
        or first not in parse.children[verb]
        or parse.deps[first] != "ccomp"
    ):
        return
    is_alike = parse.tags[first] == parse.tags[verb] and parse.tags[verb] in ("VBZ", "VBP", "VBD")
    if not is_alike or extents.subject(parse, verb) is not None or extents.subject(parse, first) is None:
        return
    if not any(parse.deps[c] in ("ccomp", "xcomp", "dobj") and c > verb for c in parse.children[verb]):
        return
    over, dep = parse.heads[verb], parse.deps[verb]
    parse.hang(first, first if over == verb else over)
    parse.hang(verb, first)
    parse.deps[first], parse.deps[verb] = dep, "conj"


def going_on(parse: Parse, comma: int) -> None:
    """ "Said agents had visited them, shown them a list and left": a verb without a subject goes on with
    what is said."""
    verb = comma + 1
    if verb >= len(parse) or parse.deps[verb] != "ccomp" or parse.tags[verb] not in ("VBN", "VBD"):
        return
    over = parse.heads[verb]
    said = (c for c in reversed(parse.children[over]) if parse.deps[c] == "ccomp" and over < c < comma)
    first = next((c for c in said if extents.subject(parse, c) is not None), None)
    if first is not None and extents.subject(parse, verb) is None:
        parse.hang(verb, first)
        parse.deps[verb] = "conj"


def shifted(parse: Parse, by: int) -> None:
    """ "Dismissed as absurd any idea that he took pictures": what is so called stands behind what it is called."""
    verb, name = parse.heads[by], by + 1
    noun = next((c for c in parse.children[by] if parse.deps[c] == "pobj"), None)
    words = stance.load("en")
    if noun is None or parse.pos[verb] != "VERB" or parse.lemmas[noun] not in words.claim_nouns | words.tales:
        return
    if noun == name or parse.heads[name] != noun or parse.lowers[name] not in words.falsities:
        return
    parse.hang(noun, verb)
    parse.hang(name, by)
    parse.deps[noun], parse.deps[name] = "dobj", "amod"
    who = next((c for c in parse.children[verb] if parse.deps[c] == "nsubjpass"), None)
    if who is not None and not any(parse.deps[c] == "auxpass" for c in parse.children[verb]):
        parse.deps[who], parse.tags[verb] = "nsubj", "VBD"
