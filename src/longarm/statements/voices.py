"""Voices: the chain of who asserts something, from the document's author inwards."""

import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from longarm.languages import attributions
from longarm.languages import discourse as language
from longarm.model.statements import Attribution, DeclaredSource, Voice
from longarm.statements.discourse.allegations import accusers, allegations
from longarm.statements.discourse.allegations import voice as alleging
from longarm.statements.discourse.citing import CITE
from longarm.statements.discourse.continuity import Sentence, sentences
from longarm.statements.discourse.hearing import HEAR
from longarm.statements.discourse.named import Discourse
from longarm.statements.discourse.speech import Speech, speeches
from longarm.statements.text import Text


@dataclass(frozen=True, slots=True)
class Chains:
    """Answers, for any place of a text, who is speaking there."""

    publisher: str
    speeches: tuple[Speech, ...]
    sentences: tuple[Sentence, ...]
    declared: DeclaredSource | None
    allegations: tuple[Attribution, ...] = ()
    accusing: tuple[tuple[int, Voice], ...] = ()
    _covering: dict[int, tuple[Speech, ...]] = field(default_factory=dict, repr=False, compare=False)  # found before
    _cued: dict[int, tuple[Speech, ...]] = field(default_factory=dict, repr=False, compare=False)

    def covering(self, char: int) -> tuple[Speech, ...]:
        """The speeches that a character belongs to, the outermost first."""
        if char not in self._covering:
            self._covering[char] = self._found_covering(char)
        return self._covering[char]

    def cued(self, char: int) -> tuple[Speech, ...]:
        """The speeches whose word of saying holds a character, in the order of `speeches`."""
        if char not in self._cued:
            self._cued[char] = tuple(
                speech
                for speech in self.speeches
                if any(span.start <= char < span.end for span in speech.attribution.cue)
            )
        return self._cued[char]

    def _found_covering(self, char: int) -> tuple[Speech, ...]:
        found = [speech for speech in self.speeches if speech.covers(char) or _judges(speech, char)]
        if len(found) < 2:
            return tuple(found)
        inserted = [speech for speech in found if any(_is_inserted(speech, other) for other in found)]
        found.sort(key=lambda speech: (speech not in inserted, *_depth(speech)))
        return tuple(found)

    def voices(self, char: int) -> tuple[Voice, ...]:
        """The chain for an assertion that is made at a character."""
        author = Voice(self.publisher, "", None, None, "author")
        explicit = [speech.voice("explicit") for speech in self.covering(char) if speech.name and not speech.is_deed]
        if explicit:
            return (author, *_merged([*explicit, *self._unnamed_within(char, explicit[-1])]))
        sentence = self.sentence_at(char)
        for allegation in self.allegations:
            if any(span.start <= char < span.end for span in (*allegation.content, *allegation.cue)):
                return (author, alleging(allegation, sentence.near if sentence else None, self.accusing))
        if sentence and sentence.spoken and self.goes_on(char):
            return (author, replace(sentence.spoken.voice("carried"), attitude="asserts"))
        if sentence and sentence.carried:
            return (author, replace(sentence.carried.voice("carried"), attitude="asserts"))
        if sentence and sentence.inherits and self.declared:
            declared = self.declared
            return (author, Voice(declared.name, declared.work, declared.mention, declared.cue, "inherited"))
        return (author,)

    def _unnamed_within(self, char: int, told: Voice) -> Iterator[Voice]:
        """Who alleges within what somebody asserts: "claims that agents came are a concern, the ministry said"."""
        for allegation in self.allegations:
            is_noun = allegation.cue_lemma in attributions.load("en").nouns and not allegation.is_passive
            if is_noun and told.attitude == "asserts" and any(s.start <= char < s.end for s in allegation.content):
                yield alleging(allegation, None, ())
                return

    def goes_on(self, char: int) -> bool:
        """Whether what was said goes on in the same sentence up to a character: "she said that A; B would follow"."""
        sentence = self.sentence_at(char)
        return sentence is not None and sentence.spoken is not None and 0 <= sentence.spoken_from <= char

    def is_taken_up(self, char: int) -> bool:
        """Whether words say by themselves that they go on with what was said: "it would look into it"."""
        sentence = self.sentence_at(char)
        return sentence is not None and sentence.is_taken_up

    def sentence_at(self, char: int) -> Sentence | None:
        """The sentence that a character stands in."""
        index = bisect.bisect_right([sentence.start for sentence in self.sentences], char) - 1
        return self.sentences[index] if index >= 0 and char < self.sentences[index].end else None


def _judges(speech: Speech, char: int) -> bool:
    """Whether a character stands in the word by which somebody is said to judge what stands before it: "the fire was
    called an accident by the police"."""
    said = speech.attribution
    if not (said.is_passive and speech.name and said.content and said.attitude == "asserts"):
        return False
    words = attributions.load("en")
    if said.cue_lemma not in words.judging | words.believing or said.content[0].start > said.cue[0].start:
        return False
    return any(span.start <= char < span.end for span in said.cue)


def _is_inserted(one: Speech, other: Speech) -> bool:
    """Whether "according to X", or "X reported", stands right behind another's word of saying: "Y believes, according
    to X, that ..."."""
    said, tag = other.attribution.content, one.attribution
    if said and tag.source and tag.content and other.attribution.cue and said[0].start == tag.source[0].start:
        is_parted = tag.source[0].start - other.attribution.cue[-1].end == len(", ")
        return is_parted and tag.content[0].words.startswith("that ")
    return one.attribution.cue_lemma == "accord to" and bool(said) and said[0].start == one.attribution.cue[0].start


def _depth(speech: Speech) -> tuple[bool, int, int, int]:
    """What puts the outer of two speeches before the inner: "according to X" at the end, which is of all before it, and
    the outlet that was told it; then more words, then citing over cited, then the first cue."""
    cue, content = speech.attribution.cue, speech.attribution.content
    lemma = speech.attribution.cue_lemma
    trails = lemma == "accord to" and bool(cue and content) and cue[0].start >= content[-1].end
    return not (trails or lemma == HEAR), -speech.size, (lemma == CITE) - (lemma == HEAR), cue[0].start if cue else 0


def _merged(voices: list[Voice]) -> list[Voice]:
    """One voice where a party and its own work follow each other; a denial inside an assertion stays a denial."""
    kept: list[Voice] = []
    for voice in voices:
        if (
            kept
            and kept[-1].name.lower() == voice.name.lower()
            and (not voice.work or not kept[-1].work or voice.work == kept[-1].work)
        ):
            last = kept[-1]
            attitude = voice.attitude if last.attitude == "asserts" else last.attitude
            kept[-1] = replace(last, work=last.work or voice.work, attitude=attitude)
            continue
        if kept and _speaks_for(kept[-1], voice):
            kept[-1] = replace(kept[-1], attitude=voice.attitude)
            continue
        kept.append(voice)
    return kept


def _speaks_for(outer: Voice, inner: Voice) -> bool:
    """Whether a spokesperson tells what the state or authority she speaks for asserts or denies, which is one voice.

    A spokesperson of somebody else, as far as the words beside the office tell, is a voice of her own.
    """
    if outer.mention is None or inner.mention is None or outer.attitude != "asserts":
        return False
    words = language.load("en")
    spoken = outer.mention.words.split()
    at = next((i for i, word in enumerate(spoken) if word.lower() in words.spokespersons), None)
    state = inner.mention.words.split()
    if at is None or not (state[-1].lower() in words.governing or (len(state) == 1 and state[0][0].isupper())):
        return False
    beside = [word for word in spoken[:at] if word[0].isupper() and word.lower() != "the"]
    if spoken[at + 1 : at + 2] and spoken[at + 1].lower() in ("for", "of", "at"):
        beside += spoken[at + 2 :]
    return not beside or any(a[:STEM].lower() == b[:STEM].lower() for a in beside for b in state)


STEM = 4  # letters that the name and the adjective of a state share ("China", "Chinese")


def chains(text: Text, discourse: Discourse, declared: DeclaredSource | None) -> Chains:
    """The chains of a text."""
    found = speeches(text, discourse)
    alleged = allegations([part.parse for part in text.parts], text.attributions)
    lines = tuple(sentences(text, discourse, found, declared))
    return Chains(text.publisher, found, lines, declared, alleged, accusers(found, text.charges))
