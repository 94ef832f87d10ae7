"""Order: which mistakes of the parser are looked for at which token, one after the other."""

from longarm.languages import stance
from longarm.statements import naming
from longarm.statements.mending import clauses, fractions, nouns, participles, subjects
from longarm.statements.parse import Parse

# What a token has, one or the other, at which a mistake is looked for at all.
_TAGS = frozenset({"VBN", "VBD", "VBZ", "VBP", "NNS"})
_DEPS = frozenset({"aux", "ROOT", "advmod", "npadvmod", "quantmod", "nmod", "conj", "relcl", "agent", "xcomp"})
_TELLING_OF = frozenset({"with", "of"})
_MARKS = frozenset({":", "):", ",", ";", "that", "whether", "as"}) | _TELLING_OF


def mend(parse: Parse) -> Parse:
    """The parse itself, with its heads, labels and children set right in place.

    - "Reporters Without Borders found": the name of a known body is one name (see `naming`).
    - "Had closed alleged offices": the participle of doubt is an adjective of the offices, and no second verb.
    - "40 suspected supporters were flown out": likewise, and 40 are the supporters.
    - "The guards had not, to date, found": what hangs on the helping verb is the main verb's.
    - "X respects Y, and the centres asked about do not exist": the second subject gets its verb back.
    - "Spain has nine of them and Italy has four": so does Italy, which is no object of Spain's.
    - "A had no comment; B denied involvement": what stands before a semicolon is not what B denied.
    - "Update: the embassy says": what stands before a colon is no subject where another follows.
    - "X reported, citing Y, that ...": it is X who reports the clause.
    - "X rejects claims that ...": the second word is the verb, and claims are what X rejects.
    - "A new report revealed that ...": the only verb there is is no participle of its subject.
    - "Phones infected with spyware": a headline leaves out "were".
    - "A student reports from Porto that ...": nor is it a noun.
    - "30 calls a day": what a number belongs to is a noun, and no verb.
    - "A study names X as the worst": after "a", the second noun is the verb.
    - "Is accused by X of lying", "was told by X that ...": what follows belongs to the verb, and does not describe X.
    - "In a report on Monday the institute said": who stands right before the verb is its subject, no part of the day.
    - "..., the ministry specifies, ...": what stands between commas and looks like a noun is the word of saying.
    - "As the institute noted, ...": a verb with a subject and nothing that helps it is in the past tense.
    - "X said it was a library, and locked the door": nor is it the library that locks it.
    - "X denies that it followed them and says that it did not": it is X who also says so.
    - "The aim, said one professor, is to ...": who stands behind the word of saying speaks.
    - "A memo leaked to Harbour Radio says": the name after the preposition is no second subject.
    - "About a third said relatives were threatened": a third says so.
    - "X told a meeting that agents follow them": what follows is told, and does not describe the meeting.
    - "Learned from X that agents threatened exiles": who has an object has no "that" for another.
    - "Seen from a van, a lawyer for them claimed", "Asked by X, the head of Y said": the latter says it.
    - "Spyware was found, an analysis by Harbour Lab shows.": the last words are a tag.
    - "12 witnesses, most of whom said": the clause is about the witnesses.
    - "A claim the ministry rejects": the last word is a verb.
    - "Tactics to control them," said X; "..., media and his family reported": who stands beside the word says it.
    - "Croatia accused of running posts": a headline leaves out "is".
    - "A second man, said to have driven them, was freed": what stands between commas is no main clause.
    - "Papers seen by X show that ...", "..., the decision shows.": the noun before "that" or the stop is the verb.
    - "Relatives reported to the group that ...": relatives report, and nothing is reported of them.
    - "The ministry, asked about it, said ...": what stands between the commas describes the ministry, which says so.
    - "Where it stood is not known": the question is what is not known.
    - "Charged the father of X, a man of 60, with spying": it is the father who is charged with it.
    - "Whether he knew of it was never established": the first clause is the subject, and no noun.
    - "The authorities deny it, say that one died": the first verb is no words of the second.
    - "Said agents had visited them, shown them a list and left": they also showed it.
    - "Dismissed as absurd any idea that": the idea is what is dismissed.
    - "Police, the group said in May, handed them over": of two subjects, the first belongs to what is said.
    """
    doubtful = stance.load("en").adjectives
    naming.mend(parse)
    for token, lower in enumerate(parse.lowers):
        if parse.tags[token] not in _TAGS and parse.deps[token] not in _DEPS and lower not in _MARKS:
            continue
        if lower in doubtful and parse.tags[token] in ("VBN", "VBD"):
            participles.doubtful(parse, token)
            participles.counted(parse, token)
        if parse.deps[token] in ("aux", "auxpass") and parse.children[token]:
            for child in tuple(parse.children[token]):
                parse.hang(child, parse.heads[token])
        if parse.tags[token] == "VBZ" and token and token - 1 in parse.children[token]:
            nouns.number(parse, token)
        if parse.tags[token] in ("VBZ", "VBD", "VBP"):
            subjects.compound(parse, token)
            subjects.opening(parse, token)
            subjects.inverted(parse, token)
            subjects.joined(parse, token)
            subjects.trailing(parse, token)
            subjects.apposed(parse, token)
            subjects.closing(parse, token)
            clauses.of_whom(parse, token)
            subjects.doubled(parse, token)
        if parse.deps[token] == "ROOT":
            clauses.late(parse, token)
            clauses.question(parse, token)
            clauses.denial(parse, token)
            subjects.finite(parse, token)
            subjects.untold(parse, token)
            participles.aside(parse, token)
            participles.headline(parse, token)
            nouns.plural(parse, token)
            participles.active(parse, token)
            if parse.pos[token] in ("NOUN", "PROPN"):
                nouns.telling(parse, token)
        if parse.words[token] in (":", "):"):
            subjects.label(parse, token)
        if parse.deps[token] in ("advmod", "npadvmod", "quantmod", "nmod"):
            fractions.speaking(parse, token)
        if parse.words[token] == ",":
            participles.beside(parse, token)
            clauses.series(parse, token)
            clauses.going_on(parse, token)
        if lower == "as" and parse.deps[token] == "prep":
            clauses.shifted(parse, token)
        if parse.words[token] == ";":
            clauses.semicolon(parse, token)
        if lower in _TELLING_OF and parse.deps[token] == "prep":
            clauses.charged(parse, token)
        if parse.deps[token] == "conj":
            clauses.leaving(parse, token)
            clauses.saying(parse, token)
        if parse.deps[token] == "relcl":
            clauses.objects(parse, token)
            clauses.told(parse, token)
        if parse.deps[token] == "mark" and lower in ("that", "whether"):
            clauses.subject(parse, parse.heads[token])
        if parse.deps[token] == "agent":
            clauses.agent(parse, token)
        if parse.tags[token] == "VBN" and parse.deps[token] == "acl":
            subjects.apposed(parse, token)
        if parse.tags[token] == "VBN" and parse.deps[token] == "advcl":
            participles.past(parse, token)
        if parse.tags[token] == "NNS" and parse.deps[token] in ("dep", "appos", "npadvmod", "attr", "ROOT"):
            nouns.tag(parse, token)
        if parse.tags[token] == "NNS" and parse.deps[token] == "pobj":
            subjects.closing(parse, token)
        if parse.tags[token] == "NNS" and parse.deps[token] in ("acl", "relcl", "appos", "nmod"):
            clauses.rebuttal(parse, token)
        if parse.deps[token] == "xcomp":
            subjects.second(parse, token)
    return parse
