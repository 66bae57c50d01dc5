from __future__ import annotations

import hashlib
import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.audit.rules import (
    CannotBeKept,
    Content,
    Leaf,
    canonical,
    chained_hash,
    content_hash,
    is_content,
)

LEAF = Leaf(
    sequence=1,
    at="2026-03-01T12:30:00.000000+00:00",
    actor_id=4,
    actor_name="Eira Pugh",
    acting_as="response officer, Office for Wexmoor",
    act="responses.invite",
    kind="",
    subject="responses.response:1",
    content_hash="ab" * 32,
)
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abcŷ"), inner),
    max_leaves=12,
)


class TestTheCanonicalForm:
    def test_has_keys_in_order_and_no_spaces(self):
        assert canonical({"b": [1, None, True], "a": "Tŷ"}) == '{"a":"Tŷ","b":[1,null,true]}'

    def test_keeps_two_spellings_of_a_word_apart(self):
        assert canonical("é") != canonical("e\u0301")

    @given(plain)
    def test_reads_back_so_that_no_two_data_share_it(self, value):
        assert json.loads(canonical(value)) == value

    @pytest.mark.parametrize("value", [0.5, [float("nan")], {"a": {"b": 1.0}}])
    def test_refuses_floats(self, value):
        with pytest.raises(CannotBeKept, match="float"):
            canonical(value)

    @pytest.mark.parametrize("value", [b"x", {1, 2}, object()])
    def test_refuses_what_is_no_plain_data(self, value):
        with pytest.raises(CannotBeKept, match="no plain data"):
            canonical(value)

    def test_refuses_keys_that_are_no_text(self):
        with pytest.raises(CannotBeKept, match="A key must be text"):
            canonical({1: "a"})

    def test_refuses_half_a_character(self):
        with pytest.raises(CannotBeKept, match="half a character"):
            canonical("\ud800")


class TestTheContent:
    def test_reads_back(self):
        content = Content({"a": [1]}, "why", ("to",), ("casework.case:1", "casework.case:2"))
        assert Content.read(content.canonical()) == content

    def test_has_another_digest_under_another_salt(self):
        assert content_hash("00" * 32, "{}") != content_hash("01" * 32, "{}")

    def test_has_a_digest_over_salt_and_text(self):
        assert content_hash("01" * 32, "{}") == hashlib.sha256(b"\x01" * 32 + b"{}").hexdigest()

    @pytest.mark.parametrize("salt", [None, "x", "01" * 31])
    def test_is_not_that_of_a_digest_without_its_salt(self, salt):
        assert not is_content("{}", salt, content_hash("01" * 32, "{}"))


class TestTheLeaf:
    @pytest.mark.parametrize("field", [field.name for field in fields(Leaf)])
    def test_has_another_hash_with_any_field_changed(self, field):
        changed = replace(LEAF, **{field: 9 if field in {"sequence", "actor_id"} else "x"})
        assert changed.hash() != LEAF.hash()

    def test_keeps_its_fields_apart(self):
        one = replace(LEAF, actor_name="a", acting_as="bc")
        assert one.hash() != replace(LEAF, actor_name="ab", acting_as="c").hash()


class TestTheChain:
    def test_sets_another_byte_before_a_link_than_before_a_node(self):
        expected = hashlib.sha256(b"\x02" + b"\x0a" * 32 + b"\x0b" * 32).hexdigest()
        assert chained_hash("0b" * 32, "0a" * 32) == expected
