"""The search for unused cycles is put off, and on again afterwards, whatever happens within."""

import gc

import pytest

from longarm.core.collecting import put_off


def test_it_is_off_within_and_on_again_after_an_error() -> None:
    assert gc.isenabled()
    with pytest.raises(ValueError, match="broken"), put_off():
        assert not gc.isenabled()
        raise ValueError("broken")
    assert gc.isenabled()


def test_what_was_off_stays_off() -> None:
    with put_off():
        with put_off():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
