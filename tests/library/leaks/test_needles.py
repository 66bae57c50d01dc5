from __future__ import annotations

import codecs
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.leaks import Needle, NeedleKind, UnusableNeedle
from answerable.leaks.needles import Needles

LETTERS = st.text(string.ascii_letters + string.digits, min_size=5, max_size=12)
BETWEEN = st.text(" -./_\u200b\u00a0<>", max_size=3)


def is_found(needle: Needle, text: str) -> bool:
    return Needles([needle]).found_in(text) == {needle}


def reference(text: str = "12A/34567/26") -> Needle:
    return Needle("a case", text, NeedleKind.REFERENCE)


def name(text: str = "Zoë Marsh-Okafor") -> Needle:
    return Needle("a person", text, NeedleKind.NAME)


class TestReferences:
    @pytest.mark.parametrize(
        "written",
        [
            "12A3456726",
            "12a 34567 26",
            "ref:12A-34567-26.",
            "１２Ａ３４５６７２６",
            "1 2 A 3 4 5 6 7 2 6",
            "<b>12A</b><i>/34567</i>/<u>26</u>",
            "62/76543/A21",
            "12\u200bA34\u200b56726",
        ],
    )
    def test_are_found_however_they_are_written(self, written):
        assert is_found(reference(), f"before {written} after")

    @pytest.mark.parametrize("written", ["12A/34567/27", "12A/3456", ""])
    def test_are_not_found_where_another_stands(self, written):
        assert not is_found(reference(), written)

    @given(LETTERS, st.data())
    @settings(max_examples=50)
    def test_are_found_with_anything_that_is_no_letter_between(self, text, data):
        spread = "".join(letter + data.draw(BETWEEN) for letter in text)
        assert is_found(Needle("n", text), f"a+{spread.replace('<', '').replace('>', '')}+a")

    @given(LETTERS)
    @settings(max_examples=50)
    def test_are_found_backwards_and_turned_by_thirteen_letters(self, text):
        assert is_found(Needle("n", text), text[::-1])
        assert is_found(Needle("n", text), codecs.encode(text, "rot13"))


class TestNames:
    @pytest.mark.parametrize(
        "written",
        [
            "Zoe Marsh-Okafor",
            "MARSH-OKAFOR, Zoë",
            "zoe.marsh.okafor@example.org",
            "<t>Zoë</t><t> Marsh</t><t>-Okafor</t>",
            "Zоё Marsh-Okаfor".replace("ё", "ë"),
        ],
    )
    def test_are_found_in_any_order_and_without_accents(self, written):
        assert is_found(name(), f"<p>{written}</p>")

    def test_are_whole_words_and_not_part_of_others(self):
        assert not is_found(name("Ann Marsh"), "Dann marshals the cones.")
        assert is_found(name("Ann Marsh"), "Then Ann\n Marsh came.")

    def test_are_whole_words_where_neighbouring_cells_touch(self):
        assert is_found(name("Ann Marsh"), "<c>Ann Marsh</c><c>Smith</c>")


class TestTelephones:
    @pytest.mark.parametrize(
        "written", ["07700 900123", "+44 7700 900123", "(0044) 7700-900-123", "7700900123"]
    )
    def test_are_found_with_any_dialling_code(self, written):
        assert is_found(Needle("a phone", "07700 900123", NeedleKind.TELEPHONE), f"on {written}.")


class TestManyNeedles:
    def test_are_each_found_where_they_are(self):
        many = [Needle(f"case {number}", f"QX{number:05}W") for number in range(1000)]
        text = " ".join(needle.text for needle in many[::7])
        assert Needles(many).found_in(text) == set(many[::7])

    def test_of_none_nothing_is_found(self):
        assert Needles().found_in("anything") == set()


class TestNeedle:
    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("Jo L", NeedleKind.NAME),
            ("", NeedleKind.TEXT),
            ("...", NeedleKind.NAME),
            ("900123", NeedleKind.TELEPHONE),
        ],
    )
    def test_is_refused_when_it_is_too_short_to_mean_anything(self, text, kind):
        with pytest.raises(UnusableNeedle, match="“a label” is too short"):
            Needle("a label", text, kind)

    @given(st.sampled_from(NeedleKind), st.text(string.digits, min_size=12, max_size=20))
    @settings(max_examples=20)
    def test_is_the_same_again_from_its_plain_data(self, kind, text):
        needle = Needle("n", text, kind)
        assert Needle.from_json(needle.as_json()) == needle
