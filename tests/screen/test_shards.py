"""Shards of a screening."""

import pytest

from longarm.core.hashing import sha256
from longarm.errors import UsageError
from longarm.screen.engines.shards import Shard, parse


def test_every_page_belongs_to_one_shard() -> None:
    pages = [sha256(str(number).encode()) for number in range(200)]
    holders = [[shard for shard in range(1, 8) if Shard(shard, 7).holds(page)] for page in pages]
    assert all(len(found) == 1 for found in holders)
    assert {found[0] for found in holders} == set(range(1, 8))


def test_shards_are_named_by_number_and_count() -> None:
    assert parse("3/16") == Shard(3, 16)
    for text in ("0/4", "5/4", "1", "a/b", "1/0", "1/99999"):
        with pytest.raises(UsageError, match="names no shard: write 3/16"):
            parse(text)
