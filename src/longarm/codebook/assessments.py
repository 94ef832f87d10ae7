"""How texts judge, give purposes and call for remedies: the words that tell kinds of statements apart."""

import functools
from dataclasses import dataclass

from longarm.codebook.cues import CueIndex
from longarm.codebook.entries import Entry, word_lists
from longarm.codebook.loader import read_file, responses

_FILE = "assessments.yaml"
# No ids of responses: those have no blanks.
LEGAL, REMEDY = "assessment under law", "call for a remedy"
REBUFF, SILENCE = "rebuff of an accusation", "silence of those asked"
WORDS = frozenset({LEGAL, REMEDY, REBUFF, SILENCE})  # what tells of no step of a host state


@dataclass(frozen=True, slots=True)
class Assessments:
    """The lists of assessments.yaml.

    Attributes:
        judgements: the cues of a clause, looked for all at once: entry LEGAL for an assessment under law, REMEDY for a
            call for one, REBUFF and SILENCE for what the accused turn down and leave unanswered, else the id of a
            host-state response.
    """

    judgements: CueIndex
    purpose_verbs: frozenset[str]
    purpose_nouns: frozenset[str]
    motives: frozenset[str]
    presentings: frozenset[str]
    posings: frozenset[str]
    feignings: frozenset[str]
    devotings: frozenset[str]
    servings: frozenset[str]
    pretences: frozenset[str]
    ploys: frozenset[str]
    fronts: frozenset[str]
    means: frozenset[str]
    paybacks: frozenset[str]
    requests: frozenset[str]
    founding_verbs: frozenset[str]
    instruments: frozenset[str]
    presence_verbs: frozenset[str]
    standing_verbs: frozenset[str]
    answering_verbs: frozenset[str]
    managing_verbs: frozenset[str]
    posting_verbs: frozenset[str]
    signs: frozenset[str]
    bearing_verbs: frozenset[str]
    presence_nouns: frozenset[str]
    sites: frozenset[str]
    quarters: frozenset[str]
    stations: frozenset[str]
    authorities: frozenset[str]
    envoys: frozenset[str]
    exiles: frozenset[str]
    defenders: frozenset[str]
    event_nouns: frozenset[str]
    counting_verbs: frozenset[str]
    courts: frozenset[str]
    endeavours: frozenset[str]
    host_verbs: frozenset[str]
    outsiders: frozenset[str]
    powers: frozenset[str]
    reaching: frozenset[str]
    crossing: frozenset[str]
    pressing: frozenset[str]


@functools.cache
def assessments() -> Assessments:
    """The words of the codebook for legal assessment, purpose, remedy and presence.

    Raises:
        DataError: naming file and field.
    """
    data = read_file(_FILE)
    words = word_lists(data, _FILE)
    entry = Entry(_FILE, "-", data)
    return Assessments(
        judgements=CueIndex(
            [
                *((response.id, response.cues) for response in responses()),
                (LEGAL, entry.cues("legal", words, by_name=True)),
                (REMEDY, entry.cues("remedies", words, by_name=True)),
                (REBUFF, entry.cues("rebuffs", words, by_name=True)),
                (SILENCE, entry.cues("silences", words, by_name=True)),
            ]
        ),
        purpose_verbs=frozenset(entry.strings("purpose_verbs")),
        purpose_nouns=frozenset(entry.strings("purpose_nouns")),
        motives=frozenset(entry.strings("motives")),
        presentings=frozenset(entry.strings("presentings")),
        posings=frozenset(entry.strings("posings")),
        feignings=frozenset(entry.strings("feignings")),
        devotings=frozenset(entry.strings("devotings")),
        servings=frozenset(entry.strings("servings")),
        pretences=frozenset(entry.strings("pretences")),
        ploys=frozenset(entry.strings("ploys")),
        fronts=frozenset(entry.strings("fronts")),
        means=frozenset(entry.strings("means")),
        paybacks=frozenset(entry.strings("paybacks")),
        requests=frozenset(entry.strings("requests")),
        founding_verbs=frozenset(entry.strings("founding_verbs")),
        instruments=frozenset(entry.strings("instruments")),
        presence_verbs=frozenset(entry.strings("presence_verbs")),
        standing_verbs=frozenset(entry.strings("standing_verbs")),
        answering_verbs=frozenset(entry.strings("answering_verbs")),
        managing_verbs=frozenset(entry.strings("managing_verbs")),
        posting_verbs=frozenset(entry.strings("posting_verbs")),
        signs=frozenset(entry.strings("signs")),
        bearing_verbs=frozenset(entry.strings("bearing_verbs")),
        presence_nouns=frozenset(entry.strings("presence_nouns")),
        sites=frozenset(entry.strings("sites")),
        quarters=frozenset(entry.strings("quarters")),
        stations=frozenset(entry.strings("stations")),
        authorities=frozenset(entry.strings("authorities")),
        envoys=frozenset(entry.strings("envoys")),
        exiles=frozenset(entry.strings("exiles")),
        defenders=frozenset(entry.strings("defenders")),
        event_nouns=frozenset(entry.strings("event_nouns")),
        counting_verbs=frozenset(entry.strings("counting_verbs")),
        courts=frozenset(entry.strings("courts")),
        endeavours=frozenset(entry.strings("endeavours")),
        host_verbs=frozenset(entry.strings("host_verbs")),
        outsiders=frozenset(entry.strings("outsiders")),
        powers=frozenset(entry.strings("powers")),
        reaching=frozenset(entry.strings("reaching")),
        crossing=frozenset(entry.strings("crossing")),
        pressing=frozenset(entry.strings("pressing")),
    )
