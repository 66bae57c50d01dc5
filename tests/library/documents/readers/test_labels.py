"""Printed labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.documents.readers.labels import (
    follows_on,
    is_label,
    numeral,
    split_bullet,
    split_number,
    with_plain_bullet,
)


class TestNumeral:
    @pytest.mark.parametrize(
        ("number", "style", "written"),
        [(4, "1", "4"), (3, "a", "c"), (28, "A", "BB"), (4, "i", "iv"), (19, "I", "XIX")],
    )
    def test_is_written_as_a_list_prints_it(self, number: int, style: str, written: str) -> None:
        assert numeral(number, style) == written

    def test_has_no_letter_for_nought(self) -> None:
        assert numeral(0, "a") == "0"


class TestSplitNumber:
    @pytest.mark.parametrize(
        "label",
        ["1.", "12a.", "(3)", "4)", "a)", "(b)", "(iv)", "4.15", "3:", "R4.", "1.2.3", "B."],
    )
    def test_takes_the_label_off(self, label: str) -> None:
        assert split_number(f"{label} The force") == (label, "The force")

    @pytest.mark.parametrize(
        "line", ["3 officers came", "2021 was a bad year", "A force", "The force", "i am"]
    )
    def test_leaves_prose_alone(self, line: str) -> None:
        assert split_number(line) is None

    def test_takes_a_bare_number_before_a_wide_gap(self) -> None:
        assert split_number("3\tThe force") == ("3", "The force")


class TestSplitBullet:
    @pytest.mark.parametrize("bullet", ["•", "·", "–", "-", "*", "o", "▪", "\uf0b7"])
    def test_takes_the_bullet_off(self, bullet: str) -> None:
        assert split_bullet(f"{bullet} record it") == (bullet, "record it")

    def test_leaves_a_hyphenated_word_alone(self) -> None:
        assert split_bullet("-ordinated work") is None


class TestIsLabel:
    def test_holds_for_a_label_alone(self) -> None:
        assert is_label("12a.")

    @given(st.from_regex(r"[A-Z][a-z]{3,9} [a-z]{3,9}", fullmatch=True))
    def test_does_not_hold_for_words(self, words: str) -> None:
        assert not is_label(words)

    def test_does_not_hold_for_a_numbered_sentence(self) -> None:
        assert not is_label("4.15 The force should act.")


class TestWithPlainBullet:
    def test_replaces_the_bullet_of_a_symbol_font(self) -> None:
        assert with_plain_bullet("\uf0b7 record it") == "• record it"

    def test_keeps_a_dash(self) -> None:
        assert with_plain_bullet("– record it") == "– record it"


class TestFollowsOn:
    @pytest.mark.parametrize(("before", "label"), [("1.", "2."), ("2.9", "2.10"), ("(3)", "(4)")])
    def test_is_so_for_the_next_number(self, before: str, label: str) -> None:
        assert follows_on(before, label)

    @pytest.mark.parametrize(("before", "label"), [("3.1", "12."), ("2.", "2."), ("", "0.")])
    def test_is_not_so_for_any_other(self, before: str, label: str) -> None:
        assert not follows_on(before, label)
