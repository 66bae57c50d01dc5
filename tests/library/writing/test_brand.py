from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.library.writing.pictures import chunk, png

from answerable.writing.brand import (
    LARGEST_LOGO_BYTES,
    UNBRANDED,
    Brand,
    Logo,
    UnusableColour,
    UnusableLogo,
    contrast_with_white,
)


class TestContrastWithWhite:
    @pytest.mark.parametrize(
        ("colour", "ratio"), [("#000000", 21.0), ("#ffffff", 1.0), ("#777777", 4.48)]
    )
    def test_is_as_wcag_works_it_out(self, colour, ratio):
        assert contrast_with_white(colour) == pytest.approx(ratio, abs=0.005)


class TestBrand:
    def test_without_marks_is_a_brand(self):
        assert Brand(colour=None, logo=None) == UNBRANDED

    @pytest.mark.parametrize("colour", ["#1d70b8", "#767676", "#000000", "#D4351C"])
    def test_takes_a_colour_that_can_be_read_on_white(self, colour):
        assert Brand(colour).colour == colour

    @pytest.mark.parametrize("colour", ["#777777", "#ffdd00", "#ffffff", "#00ff00"])
    def test_refuses_a_pale_colour(self, colour):
        with pytest.raises(UnusableColour, match="too pale to read on white"):
            Brand(colour)

    def test_does_not_round_a_contrast_up_to_enough(self):
        with pytest.raises(UnusableColour, match=r"its contrast is 4\.4 to 1"):
            Brand("#777777")

    @pytest.mark.parametrize("colour", ["", "blue", "#fff", "1d70b8", "#1d70b8;", "#1d70bg", "#"])
    def test_refuses_what_is_no_colour(self, colour):
        with pytest.raises(UnusableColour, match="is not a colour"):
            Brand(colour)

    @given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
    def test_takes_a_colour_only_if_its_contrast_is_enough(self, colour):
        try:
            Brand(colour)
        except UnusableColour:
            assert contrast_with_white(colour) < 4.5
        else:
            assert contrast_with_white(colour) >= 4.5


class TestLogo:
    def test_is_shown_in_its_own_shape_within_the_box(self):
        assert Logo(png(300, 80), "Office").size_mm == (70.0, 18.67)
        assert Logo(png(80, 300), "Office").size_mm == (5.33, 20.0)

    def test_is_given_on_without_remarks(self):
        remarks = chunk(b"eXIf", b"taken at home")
        assert Logo(png(remarks=remarks), "Office").picture == png()

    @pytest.mark.parametrize("words", ["", "  ", "two\nlines", "a\u202eb"])
    def test_needs_a_line_of_words(self, words):
        with pytest.raises(UnusableLogo, match="people who cannot see it"):
            Logo(png(), words)

    def test_refuses_what_is_no_png(self):
        with pytest.raises(UnusableLogo, match="it is not a PNG file"):
            Logo(b"GIF89a", "Office")

    def test_refuses_a_large_file(self):
        padding = chunk(b"tEXt", b"x" * LARGEST_LOGO_BYTES)
        with pytest.raises(UnusableLogo, match="save a smaller picture"):
            Logo(png(remarks=padding), "Office")

    @pytest.mark.parametrize("size", [(15, 80), (300, 15), (2001, 80)])
    def test_refuses_a_side_that_is_too_short_or_too_long(self, size):
        with pytest.raises(UnusableLogo, match="Each side must have 16 to 2,000 pixels"):
            Logo(png(*size), "Office")
