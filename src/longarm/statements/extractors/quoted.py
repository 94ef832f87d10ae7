"""Quoted: when words in quotation marks make what is told a quotation."""

from longarm.languages import clauses as clause_words
from longarm.statements.candidates import Frame
from longarm.statements.clauses import Clause
from longarm.statements.text import Part


def is_in_quotes(part: Part, token: int) -> bool:
    """Whether a word stands in quotation marks with others: the predicate of 'she said he "has been tightening it"', or
    what something is called ('called it "a brazen act"')."""
    start = part.parse.starts[token]
    return any(quote.start <= start < quote.end for quote in part.quotes)


def is_half_quoted(part: Part, head: int) -> bool:
    """Whether the predicate is in somebody's own words: the verb, or what somebody is said to be ('she is "glad"')."""
    parse = part.parse
    said = [c for c in parse.children[head] if parse.deps[c] in ("acomp", "attr") and parse.pos[head] == "AUX"]
    if parse.lemmas[head] in clause_words.load("en").equating:
        after = [c for c in parse.children[head] if c > head]
        said = [*after, *(g for c in after if parse.deps[c] == "prep" for g in parse.children[c])]
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
