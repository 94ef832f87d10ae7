"""Voices: the chain of who asserts something, from the document's author inwards."""

import bisect
from dataclasses import dataclass, replace

from longarm.model.statements import DeclaredSource, Voice
from longarm.statements.discourse.continuity import Sentence, sentences
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

    def covering(self, char: int) -> tuple[Speech, ...]:
        """The speeches that a character belongs to, the outermost first."""
        found = [speech for speech in self.speeches if speech.covers(char)]
        found.sort(key=lambda speech: (-speech.size, speech.attribution.cue[0].start if speech.attribution.cue else 0))
        return tuple(found)

    def voices(self, char: int) -> tuple[Voice, ...]:
        """The chain for an assertion that is made at a character."""
        author = Voice(self.publisher, "", None, None, "author")
        explicit = [speech.voice("explicit") for speech in self.covering(char) if speech.name]
        if explicit:
            return (author, *_merged(explicit))
        sentence = self.sentence_at(char)
        if sentence and sentence.carried:
            return (author, sentence.carried.voice("carried"))
        if sentence and sentence.inherits and self.declared:
            declared = self.declared
            return (author, Voice(declared.name, declared.work, declared.mention, declared.cue, "inherited"))
        return (author,)

    def sentence_at(self, char: int) -> Sentence | None:
        """The sentence that a character stands in."""
        index = bisect.bisect_right([sentence.start for sentence in self.sentences], char) - 1
        return self.sentences[index] if index >= 0 and char < self.sentences[index].end else None


def _merged(voices: list[Voice]) -> list[Voice]:
    """One voice where a party and its own work follow each other; a denial inside an assertion stays a denial."""
    kept: list[Voice] = []
    for voice in voices:
        if (
            kept
            and kept[-1].name == voice.name
            and (not voice.work or not kept[-1].work or voice.work == kept[-1].work)
        ):
            last = kept[-1]
            attitude = voice.attitude if last.attitude == "asserts" else last.attitude
            kept[-1] = replace(last, work=last.work or voice.work, attitude=attitude)
            continue
        kept.append(voice)
    return kept


def chains(text: Text, discourse: Discourse, declared: DeclaredSource | None) -> Chains:
    """The chains of a text."""
    found = speeches(text, discourse)
    return Chains(text.publisher, found, tuple(sentences(text, found, declared)), declared)
