"""Ids are names: the same on every rebuild, meaningless without the key."""

from hypothesis import given
from hypothesis import strategies as st

from longarm.core.hashing import canonical_json, keyed_id, sha256

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)


@given(st.dictionaries(st.text(), json_values, max_size=6))
def test_canonical_json_does_not_depend_on_the_order_of_keys(value: dict[str, object]) -> None:
    assert canonical_json(value) == canonical_json(dict(reversed(list(value.items()))))


def test_an_id_is_the_same_for_the_same_key_and_parts_and_another_for_any_other() -> None:
    assert keyed_id(b"k", "s", "a", 1) == keyed_id(b"k", "s", "a", 1)
    others = {
        keyed_id(b"k", "s", "a", 1),
        keyed_id(b"j", "s", "a", 1),
        keyed_id(b"k", "c", "a", 1),
        keyed_id(b"k", "s", "a1"),
    }
    assert len(others) == 4


def test_parts_cannot_run_into_one_another() -> None:
    assert keyed_id(b"k", "s", "ab", "c") != keyed_id(b"k", "s", "a", "bc")


def test_sha256_is_that_of_the_standard() -> None:
    assert sha256(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
