"""The lemma that a word most likely has, by the tables of the language model: no parsing, quick, at times wrong."""

import functools
from collections.abc import Mapping, Sequence
from importlib import util
from pathlib import Path
from typing import Any

from longarm.errors import DataError
from longarm.statements.parser import DEFAULT_MODEL

CACHED_WORDS = 100_000
_KINDS = ("verb", "noun")  # the order in which a word is tried as one: cues tell deeds first


@functools.lru_cache(maxsize=CACHED_WORDS)
def lemma(word: str) -> str:
    """The lemma of a word in lower case: "held" is "hold", "families" is "family"; a word not known stays.

    Raises:
        DataError: the language model is not installed, or has no tables of lemmas.
    """
    for kind in _KINDS:
        irregular, rules, known = _tables()[kind]
        if word in irregular:
            return str(irregular[word][0])
        for ending, put in rules:
            made = word[: len(word) - len(ending)] + put
            if word.endswith(ending) and made in known:
                return made
    return word


@functools.cache
def _tables() -> dict[str, tuple[Mapping[str, Sequence[str]], Sequence[tuple[str, str]], frozenset[str]]]:
    """By kind of word: irregular forms, endings with what stands for them, words that there are."""
    from spacy.lookups import Lookups

    found = util.find_spec(DEFAULT_MODEL)
    folders = [Path(place) for place in (found.submodule_search_locations if found else None) or ()]
    tables = [path for folder in folders for path in sorted(folder.glob("*/lemmatizer/lookups"))]
    if not tables:
        raise DataError(f"the language model {DEFAULT_MODEL} has no tables of lemmas: run `make setup`")
    lookups: Any = Lookups().from_disk(tables[0])
    irregular, rules, known = (lookups.get_table(name) for name in ("lemma_exc", "lemma_rules", "lemma_index"))
    return {kind: (irregular[kind], [tuple(rule) for rule in rules[kind]], frozenset(known[kind])) for kind in _KINDS}
