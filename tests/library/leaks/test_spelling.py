from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.leaks.spelling import folded, hidden_characters, squeezed, without_tags


def tags(text: str) -> str:
    return "".join(chr(0xE0000 + ord(letter)) for letter in text)


def zero_widths(text: str, one: str, other: str) -> str:
    bits = "".join(f"{byte:08b}" for byte in text.encode())
    return "".join(one if bit == "1" else other for bit in bits)


class TestFolded:
    @pytest.mark.parametrize(
        ("given_text", "plain"),
        [
            ("Ünïté", "unite"),
            ("ﬁle", "file"),
            ("ＡＢ１", "ab1"),
            ("Straße", "strasse"),
            ("МАРСН", "mapch"),
        ],
    )
    def test_makes_letters_that_look_alike_one(self, given_text, plain):
        assert folded(given_text) == plain

    @given(st.text(max_size=40))
    @settings(max_examples=60)
    def test_of_a_folded_text_changes_nothing_that_is_looked_for(self, text):
        assert squeezed(folded(folded(text))) == squeezed(folded(text))


class TestWithoutTags:
    def test_joins_or_parts_what_stood_around_a_tag(self):
        assert without_tags("a<b c='1'>d", between="") == "ad"
        assert without_tags("a<b c='1'>d", between=" ") == "a d"


class TestHiddenCharacters:
    def test_of_tags_are_read(self):
        assert list(hidden_characters(f"Thanks{tags('SARA 9')}.")) == [b"SARA 9"]

    def test_of_a_flag_are_none(self):
        assert list(hidden_characters("\U0001f3f4" + tags("gbeng") + "\U000e007f")) == []

    def test_of_selectors_are_read(self):
        hidden = "".join(
            chr(0xFE00 + byte if byte < 16 else 0xE0100 + byte - 16) for byte in b"SARA"
        )
        assert list(hidden_characters(f"a{hidden}")) == [b"SARA"]

    @pytest.mark.parametrize(("one", "other"), ["\u200c\u200b", "\u2060\u200d"])
    def test_of_rows_without_width_are_read(self, one, other):
        assert b"SARA" in set(hidden_characters(f"a{zero_widths('SARA', one, other)}b"))

    @pytest.mark.parametrize("text", ["", "plain", "co\u00adop", "a\u200bb", "❤\ufe0f"])
    def test_of_honest_words_are_none(self, text):
        assert list(hidden_characters(text)) == []
