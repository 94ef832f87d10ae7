"""More than half of a whole: "most of the stations", "the majority", "mostly in Europe"."""

from longarm.core.intervals import Interval
from longarm.languages import Language
from longarm.model.spans import Span
from longarm.model.statements import Quantity
from longarm.statements.parse import Parse
from longarm.statements.quantities.nouns import Noun, counted


def majorities(parse: Parse, language: Language) -> list[Quantity]:
    """The majorities of a passage in text order; the interval is the share of the whole, its low end left out."""
    words = language.qualifiers.majority
    found = []
    for token, lower in enumerate(parse.lowers):
        if lower in words.determiners:
            quantity = _determiner(parse, token, language)
        elif lower in words.nouns:
            quantity = _noun(parse, token, language)
        elif lower in words.adverbs:
            quantity = _adverb(parse, token, language)
        else:
            continue
        if quantity is not None:
            found.append(quantity)
    return found


def _determiner(parse: Parse, token: int, language: Language) -> Quantity | None:
    """ "most of the stations", "most stations"; "most active" and "at most" are no majority."""
    words = language.qualifiers.majority
    before = parse.lowers[token - 1] if token else ""
    if before in words.never_after or parse.tags[token] == "RBS" or token + 1 >= len(parse):
        return None
    after = token + 1
    if parse.lowers[after] == "of":
        return _majority(parse, parse.span(token, after), counted(parse, token, after), language)
    if parse.pos[after] not in ("NOUN", "PROPN", "ADJ"):
        bare = parse.deps[token] in ("nsubj", "nsubjpass") and parse.pos[after] in ("VERB", "AUX")
        return _majority(parse, parse.span(token, after), None, language) if bare else None
    noun = counted(parse, token, after)
    if noun is None or parse.tags[noun.head] not in ("NNS", "NNPS"):
        return None
    if parse.pos[after] == "ADJ" and token and parse.pos[token - 1] in ("NOUN", "PROPN"):
        return None  # "Xs most vocal critics", the apostrophe left out
    return _majority(parse, parse.span(token, after), noun, language)


def _noun(parse: Parse, token: int, language: Language) -> Quantity | None:
    """ "the majority of the stations", "a vast majority"; "majority vote", "the Senate majority" are none."""
    first = token
    while first > 0 and parse.pos[first - 1] in ("ADJ", "DET") and token - first < 3:
        first -= 1
    after = parse.lowers[token + 1] if token + 1 < len(parse) else ""
    if first == token or parse.lowers[first] not in ("the", "a") or parse.deps[token] == "compound":
        return None
    noun = counted(parse, first, token + 1) if after == "of" else None
    if noun is None and parse.deps[token] not in ("nsubj", "nsubjpass"):
        return None
    return _majority(parse, parse.span(first, token + 1), noun, language)


def _adverb(parse: Parse, token: int, language: Language) -> Quantity | None:
    """ "The stations are mostly in Europe": the whole is the subject."""
    words = language.qualifiers.majority
    if token + 1 >= len(parse) or parse.lowers[token + 1] not in words.before:
        return None
    verb = parse.heads[token]
    if parse.pos[verb] in ("ADP",):
        verb = parse.heads[verb]
    subject = next((child for child in parse.children[verb] if parse.deps[child] in ("nsubj", "nsubjpass")), None)
    if subject is None:
        subject = verb if parse.pos[verb] == "NOUN" and verb < token else None
    if subject is None:
        return None
    first = parse.subtree(subject)[0]
    begin = first
    while begin < subject and parse.pos[begin] in ("DET", "PUNCT", "NUM"):
        begin += 1
    noun = Noun(subject, begin, subject + 1, whole=(first, subject + 1))
    return _majority(parse, parse.span(token, token + 1), noun, language)


def _majority(parse: Parse, span: Span, noun: Noun | None, language: Language) -> Quantity:
    whole = parse.span(*noun.whole).words if noun and noun.whole else noun.span(parse).words if noun else ""
    return Quantity(
        span=span,
        interval=Interval(language.qualifiers.conventions.majority_share, 1),
        value=None,
        qualifier="majority",
        unit=noun.span(parse).words if noun else "",
        unit_span=noun.span(parse) if noun else None,
        unit_head=noun.lemma(parse) if noun else "",
        relation="majority",
        whole=whole,
    )
