"""The gate reads a database as its cells say it, not as its bytes happen to lie."""

import pytest

from longarm.desk.leaving.released import _told
from longarm.publication.exporters import EXPORTERS
from longarm.publication.exporters.released import public_data


def test_values_side_by_side_in_a_database_are_not_one_text(public):
    ((path, content),) = EXPORTERS["sqlite"].files(public_data(public, draft=True))
    told = _told(path, content).decode("utf-8", "replace")
    for statement in public.statements:
        assert statement.span.words in told
    assert f"{public.statements[0].id}{public.statements[0].claim}".encode() in content
    assert f"{public.statements[0].id}{public.statements[0].claim}" not in told


@pytest.mark.parametrize("path", ["claims.csv", "index.html"])
def test_other_files_are_looked_through_as_they_are(path):
    assert _told(path, b"a\0b") == b"a\0b"
