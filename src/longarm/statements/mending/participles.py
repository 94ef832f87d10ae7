"""Participles: taken for verbs where they describe a noun, or for participles where they are verbs in the past."""

from longarm.languages import attributions
from longarm.statements.attributions import extents
from longarm.statements.parse import Parse


def doubtful(parse: Parse, token: int) -> None:
    """ "Had closed alleged offices": the participle of doubt is an adjective of the offices, and no second verb."""
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


def counted(parse: Parse, token: int) -> None:
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


def past(parse: Parse, verb: int) -> None:
    """ "As the institute noted, ...": a verb with a subject and nothing that helps it is in the past tense."""
    own = [parse.deps[c] for c in parse.children[verb]]
    if "nsubj" in own and not {"aux", "auxpass"} & set(own):
        parse.tags[verb] = "VBD"


def headline(parse: Parse, root: int) -> None:
    """ "Croatia accused of running posts", "exiles told to go": no object stands there, so the subject is accused."""
    subject = extents.subject(parse, root)
    cue = attributions.load("en").verbs.get(parse.lemmas[root])
    if parse.tags[root] not in ("VBD", "VBN") or subject is None or subject > root or cue is None:
        return
    own = [c for c in parse.children[root] if c > root and parse.pos[c] != "PUNCT"]
    if any(parse.deps[c] in ("aux", "auxpass") for c in parse.children[root]) or not own:
        return
    word = parse.lowers[root + 1] if root + 1 < len(parse) else ""
    is_led = parse.deps[own[0]] in ("prep", "xcomp") and parse.subtree(own[0])[0] == root + 1
    is_led = is_led and f"be-{word}" in cue.frames and not cue.frames & {word, "seem"}
    is_called = parse.deps[own[0]] == "oprd" and "be" in cue.frames  # "envoy declared persona non grata"
    if not (is_led or is_called):
        return
    if any(parse.deps[c] in ("dobj", "ccomp") for c in own):
        return
    parse.tags[root], parse.deps[subject] = "VBN", "nsubjpass"


def aside(parse: Parse, root: int) -> None:
    """ "A second man, said to have driven them, was freed": what stands between the commas only describes him."""
    subject = extents.subject(parse, root)
    main = next((c for c in parse.children[root] if c > root and parse.deps[c] in ("ccomp", "conj")), None)
    if parse.tags[root] not in ("VBD", "VBN") or subject is None or main is None or parse.words[root - 1] != ",":
        return
    between = parse.subtree(main)[0]
    has_own = extents.subject(parse, main) is not None
    if (
        subject > root
        or has_own
        or parse.words[between - 1] != ","
        or parse.lowers[root + 1] not in ("to", "of", "with")
    ):
        return
    is_passive = any(parse.deps[c] == "auxpass" for c in parse.children[main])
    parse.hang(main, main)
    for child in [c for c in parse.children[root] if c < root or c >= between - 1]:
        if child != main:
            parse.hang(child, main)
    parse.hang(root, subject)
    parse.deps[main], parse.deps[root], parse.tags[root] = "ROOT", "acl", "VBN"
    parse.deps[subject] = "nsubjpass" if is_passive else "nsubj"


def active(parse: Parse, root: int) -> None:
    """ "Relatives reported to the group that ...": nothing helps the verb, and a clause follows, so they report."""
    cue = attributions.load("en").verbs.get(parse.lemmas[root])
    if parse.tags[root] != "VBN" or cue is None or "clause" not in cue.frames or parse.lemmas[root] in _hearers():
        return
    own = {parse.deps[c]: c for c in parse.children[root]}
    if "nsubjpass" not in own or own.keys() & {"aux", "auxpass", "agent"} or own["nsubjpass"] != root - 1:
        return
    last = parse.sentences[parse.sentence_of(root)][1]
    if parse.pos[root + 1] == "ADP" and "that" in parse.lowers[root + 1 : last]:
        parse.tags[root], parse.deps[own["nsubjpass"]] = "VBD", "nsubj"


def _hearers() -> frozenset[str]:
    return attributions.load("en").hearers


def beside(parse: Parse, comma: int) -> None:
    """ "The ministry, asked about it, said ...", "the man, believed to be an officer, was deported": the participle
    describes whose the verb is, and is nothing that is said or done."""
    aside = comma + 1
    if aside >= len(parse) or parse.tags[aside] not in ("VBD", "VBN") or parse.deps[aside] not in _ASIDES:
        return
    verb, who = parse.heads[aside], extents.subject(parse, aside)
    if verb <= aside or who is None or who > comma or extents.subject(parse, verb) is not None:
        return
    helping = [c for c in parse.children[verb] if parse.deps[c] in ("aux", "auxpass") and aside < c < verb]
    led = parse.lowers[aside + 1] in ("to", "of", "by", "with", "as", "in", "at", "from", "for")
    if parse.lemmas[verb] not in attributions.load("en").verbs and not (led and parse.pos[verb] in ("VERB", "AUX")):
        return
    first = min(helping, default=verb)
    if parse.words[first - 1] != "," or parse.subtree(who)[1] not in (comma, comma + 1):
        return
    is_passive = any(parse.deps[c] == "auxpass" for c in helping)
    parse.hang(who, verb)
    parse.hang(aside, who)
    parse.deps[who], parse.deps[aside], parse.tags[aside] = "nsubjpass" if is_passive else "nsubj", "acl", "VBN"


_ASIDES = frozenset({"ccomp", "nsubj", "advcl"})
