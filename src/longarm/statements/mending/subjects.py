"""Subjects: given back to the verbs that the parser parted from them."""

from longarm.languages import attributions
from longarm.statements.attributions import extents
from longarm.statements.parse import Parse

_CLOSING = frozenset({'"', "”", "''", "’", "»"})
_NOMINAL = frozenset({"NOUN", "PROPN", "DET", "ADJ", "CCONJ", "ADP", "PRON", "PART", "NUM"})
LONGEST_NAME = 9  # tokens of who says it, and of what follows the word of saying


def opening(parse: Parse, verb: int) -> None:
    """ "In a report on Monday the institute said": who stands right before the verb is its subject."""
    first, _ = parse.sentences[parse.sentence_of(verb)]
    opens = parse.deps[first] == "prep" and parse.heads[first] == verb
    if not opens or extents.subject(parse, verb) is not None or parse.lemmas[verb] not in attributions.load("en").verbs:
        return
    name = next((e[0] for e in parse.entities if e[1] == verb and e[2] in ("ORG", "PERSON", "GPE", "NORP")), None)
    who = verb - 1
    if name is not None and parse.deps[who] == "pobj" and name - 1 > first:
        _part(parse, name, verb)
    elif parse.pos[who] == "NOUN" and parse.deps[who] in ("dobj", "appos", "npadvmod"):
        parse.hang(who, verb)  # "at the opening the defence said"
        parse.deps[who] = "nsubj"


def _part(parse: Parse, name: int, verb: int) -> None:
    """Parts a name from the noun before it, which the parser has for one with it."""
    who = verb - 1
    before = name - 1
    place = parse.heads[who]
    for child in [c for c in parse.children[who] if c < name]:
        parse.hang(child, before)
    parse.hang(before, place)
    parse.deps[before] = "pobj"
    parse.hang(who, verb)
    parse.deps[who] = "nsubj"


def finite(parse: Parse, root: int) -> None:
    """ "A new report revealed on Monday that ...": a noun as the head of all, with a participle that takes a clause."""
    verb = next((c for c in parse.children[root] if parse.deps[c] == "acl" and c > root), None)
    if verb is None or parse.pos[root] not in ("NOUN", "PROPN") or parse.tags[verb] not in ("VBN", "VBD"):
        return
    takes_clause = any(parse.deps[c] == "ccomp" and c > verb for c in parse.children[verb])
    told = _clause_after(parse, root, verb)
    takes_clause = takes_clause or told is not None
    takes_clause = takes_clause or (parse.tags[verb] == "VBD" and _has_object(parse, verb))
    is_near = verb - root <= (LONGEST_NAME if parse.tags[verb] == "VBD" and parse.heads[verb - 1] != verb else 2)
    if not takes_clause or not is_near or any(parse.deps[c] in ("cop", "nsubj") for c in parse.children[root]):
        return
    for child in [c for c in parse.children[root] if c > root and c != verb]:
        parse.hang(child, verb)
    make(parse, root, verb)
    parse.tags[verb] = "VBD"
    if told is not None:
        parse.deps[told] = "ccomp"


def _clause_after(parse: Parse, root: int, verb: int) -> int | None:
    """The clause with "that" behind a word of saying, hung on the noun before it: "the chief boasted that ..."."""
    cue = attributions.load("en").verbs.get(parse.lemmas[verb])
    if cue is None or "clause" not in cue.frames:
        return None
    after = (c for c in parse.children[root] if c > verb and parse.deps[c] in ("acl", "relcl"))
    return next((c for c in after if extents.subject(parse, c) and parse.lowers[parse.subtree(c)[0]] == "that"), None)


def untold(parse: Parse, root: int) -> None:
    """ "Phones infected with spyware", "Mother of an exile questioned in Minsk": a headline or list item without a full
    stop leaves out "was"."""
    if len(parse.sentences) > 1 or parse.pos[root] not in ("NOUN", "PROPN") or parse.words[-1] in _ENDING:
        return
    after = [c for c in parse.children[root] if c > root]
    verb = next((c for c in after if parse.deps[c] == "acl"), None)
    if verb is None and len(after) == 1 and parse.lowers[after[0]] == "of":
        owner = extents.child(parse, after[0], "pobj")
        verb = next((c for c in parse.children[owner] if parse.deps[c] == "acl"), None) if owner is not None else None
        after = []
    if verb is None or parse.tags[verb] != "VBN" or not any(c > verb for c in parse.children[verb]):
        return
    if any(tag in _FINITE for tag in parse.tags) or any(parse.deps[c] == "det" for c in parse.children[root]):
        return
    parse.hang(verb, root)
    for child in after:
        if child != verb:
            parse.hang(child, verb)
    make(parse, root, verb)
    parse.deps[root] = "nsubjpass"


_ENDING = frozenset({".", "!", "?", "…", ":"})
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})


def _has_object(parse: Parse, verb: int) -> bool:
    """Whether a verb in the past tense acts on something: "the chief called on both states to stop"."""
    return any(parse.deps[c] in ("dobj", "xcomp", "prt") and c > verb for c in parse.children[verb])


def compound(parse: Parse, verb: int) -> None:
    """ "A study names X": a noun right before a finite verb that has no subject is its subject, no part of a name."""
    noun = verb - 1
    has_subject = any(parse.deps[c] in ("nsubj", "nsubjpass", "expl", "csubj") for c in parse.children[verb])
    if has_subject or noun not in parse.children[verb] or parse.deps[noun] not in ("compound", "nmod"):
        return
    parse.deps[noun] = "nsubj"
    for child in [c for c in parse.children[verb] if c < noun and parse.deps[c] in ("det", "compound", "amod")]:
        parse.hang(child, noun)


def doubled(parse: Parse, verb: int) -> None:
    """ "A memo leaked to Harbour Radio says", "the service FOO holds": of two subjects, the name right after a
    preposition or a noun belongs to that."""
    subjects = [c for c in parse.children[verb] if parse.deps[c] == "nsubj" and c < verb]
    if len(subjects) != 2 or parse.pos[subjects[1]] != "PROPN":
        return
    name, before = subjects[1], parse.subtree(subjects[1])[0] - 1
    if parse.pos[before] == "ADP" and not parse.children[before]:
        parse.deps[name] = "pobj"
    elif parse.pos[before] == "NOUN" and parse.words[before + 1][0].isupper():
        parse.deps[name] = "appos"
    else:
        return
    parse.hang(name, before)


def label(parse: Parse, mark: int) -> None:
    """ "Update: the embassy says": what stands before a colon is no subject where another follows."""
    before = [t for t in range(mark) if parse.deps[t] == "nsubj" and parse.heads[t] > mark]
    for token in before:
        if any(parse.deps[c] == "nsubj" and c > mark for c in parse.children[parse.heads[token]]):
            parse.deps[token] = "dep"


def second(parse: Parse, verb: int) -> None:
    """ "X respects Y, and the centres asked about do not exist": the second subject gets its verb back."""
    at = parse.heads[verb]
    if not _is_finite(parse, verb):
        return
    if parse.deps[at] != "acl" or any(parse.deps[c] in ("nsubj", "nsubjpass") for c in parse.children[verb]):
        return
    noun = parse.heads[at]
    first = parse.heads[noun]
    if parse.deps[noun] != "conj" or parse.pos[noun] not in ("NOUN", "PROPN") or parse.pos[first] != "VERB":
        return
    parse.hang(verb, first)
    parse.hang(noun, verb)
    parse.deps[verb], parse.deps[noun] = "conj", "nsubj"


def joined(parse: Parse, verb: int) -> None:
    """ "Spain has nine of them and Italy has four": who stands right before a verb without a subject is its subject,
    and no object of the verb before."""
    below = {parse.deps[c] for c in parse.children[verb]}
    if parse.pos[verb] not in ("VERB", "AUX") or below & _SUBJECT:
        return
    if parse.tags[verb] == "VBD" and "dobj" not in below:
        return  # "questioned the brother and the sister held in May"
    noun = next((t for t in (verb - 1, *parse.above(verb - 1)) if parse.deps[t] == "conj"), None)
    if noun is None or parse.pos[noun] not in ("NOUN", "PROPN") or parse.subtree(noun)[1] != verb:
        return
    low, first = parse.subtree(noun)[0], parse.heads[noun]
    over = next((t for t in parse.above(first) if parse.pos[t] in ("VERB", "AUX")), None)
    if parse.lowers[low - 1] != "and" or over is None or over > first or over not in parse.above(verb):
        return
    parse.hang(noun, verb)
    parse.hang(verb, over)
    parse.hang(low - 1, over)
    parse.deps[noun], parse.deps[verb] = "nsubj", "conj"


_SUBJECT = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


def inverted(parse: Parse, verb: int) -> None:
    """ "Tactics to control them," said X: of two subjects, the one before the quotation mark is what is said."""
    subjects = [c for c in parse.children[verb] if parse.deps[c] == "nsubj"]
    if len(subjects) != 2 or not subjects[0] < verb < subjects[1] or verb < 2:
        return
    marks = parse.words[verb - 2 : verb]
    if parse.lemmas[verb] in attributions.load("en").verbs and any(word in _CLOSING for word in marks):
        parse.deps[subjects[0]] = "dep"


def trailing(parse: Parse, verb: int) -> None:
    """ "Agents seized her, papers and her family reported on Monday": who stands between the comma and the word of
    saying is its subject, and belongs to nothing before the comma."""
    cue = attributions.load("en").verbs.get(parse.lemmas[verb])
    first, last = parse.sentences[parse.sentence_of(verb)]
    if cue is None or cue.kind != "speech" or "clause" not in cue.frames or extents.subject(parse, verb) is not None:
        return
    comma = next((t for t in range(verb - 1, first, -1) if parse.words[t] == ","), first)
    between = range(comma + 1, verb)
    if not 0 < len(between) <= LONGEST_NAME or any(parse.pos[t] not in _NOMINAL for t in between):
        return
    if parse.pos[verb - 1] not in ("NOUN", "PROPN") or parse.lowers[comma + 1] in ("and", "or", "but"):
        return
    if any(parse.pos[t] == "VERB" for t in range(verb + 1, last)) or last - verb > LONGEST_NAME:
        return
    told = [t for t in range(first, comma) if extents.subject(parse, t) is not None and parse.pos[t] in ("VERB", "AUX")]
    top = [t for t in between if parse.heads[t] not in between]
    if not told or not top or parse.pos[top[0]] not in ("NOUN", "PROPN"):
        return
    for token in top:
        parse.hang(token, verb if token == top[0] else top[0])
    parse.deps[top[0]] = "nsubj"


def apposed(parse: Parse, verb: int) -> None:
    """ "Seen in a van, a lawyer for two of them claimed": who stands behind the comma describes no van, and says it;
    "Questioned by a senator, the head of the service said": nor does he describe the senator."""
    if parse.words[verb] not in attributions.load("en").tags.forms or parse.words[verb - 1] == ",":
        return
    if parse.deps[verb] in ("relcl", "acl") and extents.subject(parse, verb) is not None:
        _set_off(parse, verb)
        return
    who = _described(parse, verb)
    if who is None or parse.pos[who] not in ("NOUN", "PROPN"):
        return
    low = parse.subtree(who)[0]
    is_alone = not any(parse.deps[c] in _OWN for c in parse.children[verb])
    if parse.words[low - 1] != "," or not is_alone or not 0 < verb - low <= LONGEST_NAME:
        return
    root = next((t for t in parse.above(who) if parse.deps[t] == "ROOT"), None)
    if parse.tags[verb] == "VBN":
        if root is None or root > low or not _ends_tag(parse, verb):
            return
        parse.hang(verb, root)
        parse.deps[verb], parse.tags[verb] = "parataxis", "VBD"
    parse.hang(who, verb)
    parse.deps[who] = "nsubj"


_OWN = frozenset({"nsubj", "nsubjpass", "expl", "agent", "auxpass", "aux"})
_TAGGED = frozenset({"prep", "npadvmod", "advmod", "punct", "tmod", "advcl"})
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})


def _described(parse: Parse, verb: int) -> int | None:
    """The noun that the phrase right before a verb has as its head, where the parser has it describe another noun."""
    who = next((t for t in parse.above(verb - 1) if t >= verb or parse.deps[t] == "appos"), verb)
    is_near = who < verb and (parse.subtree(who)[1] == verb or parse.tags[verb] == "VBN")
    return who if is_near else None


def _set_off(parse: Parse, verb: int) -> None:
    """ "A van was seen, the agency NTB reported", "The plan, the court held in a ruling, was dropped": a tag, which
    describes neither van nor plan."""
    own, noun = extents.subject(parse, verb) or 0, parse.heads[verb]
    low = parse.subtree(own)[0]
    is_name = noun == low - 1 and parse.deps[noun] == "appos"
    low = parse.subtree(noun)[0] if is_name else low
    root = next((t for t in parse.above(noun) if parse.deps[t] == "ROOT"), None)
    is_relative = any(tag in _RELATIVE for tag in parse.tags[low:verb])
    if root is None or is_relative or parse.words[low - 1] != "," or not _ends_tag(parse, verb):
        return
    parse.hang(verb, root)
    parse.deps[verb] = "parataxis"
    if is_name:
        parse.hang(noun, own)
        parse.deps[noun] = "nmod"


def _ends_tag(parse: Parse, verb: int) -> bool:
    """Whether nothing but when and where something was said stands behind a word of saying, up to a comma or stop."""
    if any(parse.deps[c] not in _TAGGED for c in parse.children[verb] if c > verb):
        return False
    end = parse.subtree(verb)[1]
    return parse.words[min(end, len(parse) - 1)] in (",", ".", "!", "?") or parse.words[end - 1] in (",", ".")


def closing(parse: Parse, verb: int) -> None:
    """ "Spyware was found, an analysis by Harbour Lab shows.": what stands between the comma and the last verb is its
    subject, whatever the parser has made of the two."""
    first, last = parse.sentences[parse.sentence_of(verb)]
    cue = attributions.load("en").verbs.get(parse.lemmas[verb]) if verb + 2 == last else None
    if cue is None or cue.kind not in ("speech", "finding") or "clause" not in cue.frames:
        return
    comma = next((t for t in range(verb - 1, first, -1) if parse.words[t] == ","), first)
    between = range(comma + 1, verb)
    if not 1 < len(between) <= LONGEST_NAME or any(parse.pos[t] not in _NOMINAL for t in between):
        return
    place = parse.heads[verb]
    tops = [t for t in between if parse.heads[t] not in (*between, verb) and parse.pos[t] in ("NOUN", "PROPN")]
    root = next((t for t in range(first, comma) if parse.deps[t] == "ROOT"), None)
    if place not in between or parse.pos[place] != "ADP" or len(tops) != 1 or root is None:
        return
    own = verb - 1 if parse.deps[verb - 1] == "compound" else extents.subject(parse, verb)
    parse.hang(verb, verb)
    for child in [] if own is None else [c for c in parse.children[verb] if c < own]:
        parse.hang(child, own or child)
    if own is not None:
        parse.hang(own, place)
        parse.deps[own] = "pobj"
    parse.pos[verb], parse.tags[verb] = "VERB", "VBZ" if parse.tags[verb] == "NNS" else parse.tags[verb]
    parse.hang(tops[0], verb)
    parse.hang(root, verb)
    parse.deps[verb], parse.deps[tops[0]], parse.deps[root] = "ROOT", "nsubj", "ccomp"


def _is_finite(parse: Parse, verb: int) -> bool:
    return any(parse.deps[c] == "aux" and parse.tags[c] in ("VBP", "VBZ", "VBD", "MD") for c in parse.children[verb])


def make(parse: Parse, noun: int, verb: int) -> None:
    """Makes a verb the head of its sentence, with a noun as its subject."""
    parse.hang(verb, verb)
    parse.hang(noun, verb)
    parse.deps[verb] = "ROOT"
    parse.deps[noun] = "nsubj"
