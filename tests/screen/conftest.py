"""What the tests of the screening share."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.screen import quick

from longarm.screen.engines.local import Local
from longarm.screen.engines.shards import Shard
from longarm.screen.outcome import Outcome
from longarm.screen.screening import screen

Screens = Callable[..., Outcome]


class Silent:
    def start(self, label: str, total: int | None) -> None: ...

    def step(self) -> None: ...


@pytest.fixture(scope="session")
def engine() -> Iterator[Local]:
    """A worker that reads at once what it is given."""
    with Local(quick.reads, "quick", 1) as made:
        yield made


@pytest.fixture
def screens(engine: Local, tmp_path: Path) -> Screens:
    """Screens crawls, given as bytes by name, into a folder."""

    def call(out: Path, shard: Shard = Shard(), **crawls: bytes) -> Outcome:  # noqa: B008
        folder = tmp_path / "crawls"
        for name, data in crawls.items():
            folder.mkdir(exist_ok=True)
            (folder / f"{name}.warc.gz").write_bytes(data)
        return screen([folder], out, engine, Silent(), shard)

    return call
