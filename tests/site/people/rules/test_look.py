from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import png

from answerable_site.people.rules import (
    LARGEST_LOGO_BYTES,
    UnusableColour,
    UnusableLogo,
    checked_alternative,
    checked_colour,
    checked_logo,
    contrast_with_white,
)


class TestCheckedColour:
    def test_is_kept_in_small_letters(self):
        assert checked_colour(" #1D70B8 ") == "#1d70b8"

    def test_may_be_none(self):
        assert checked_colour("  ") == ""

    @pytest.mark.parametrize("given", ["blue", "#1d70b", "1d70b8", "#1d70bg", "#1d70b80"])
    def test_is_refused_in_another_form(self, given):
        with pytest.raises(UnusableColour, match="such as #1d70b8"):
            checked_colour(given)

    def test_is_refused_with_the_figure_just_below_what_can_be_read(self):
        assert checked_colour("#767676") == "#767676"
        with pytest.raises(UnusableColour, match=r"4\.4 to 1, and at least 4\.5"):
            checked_colour("#777777")


class TestContrastWithWhite:
    @pytest.mark.parametrize(
        ("colour", "ratio"), [("#ffffff", 1.0), ("#000000", 21.0), ("#767676", 4.54)]
    )
    def test_is_what_others_measure(self, colour, ratio):
        assert contrast_with_white(colour) == pytest.approx(ratio, abs=0.005)


class TestCheckedLogo:
    @pytest.mark.parametrize(("width", "height"), [(16, 16), (1200, 400)])
    def test_may_have_the_smallest_and_the_largest_size(self, width, height):
        assert checked_logo(png(width, height)) == png(width, height)

    @pytest.mark.parametrize(("width", "height"), [(15, 16), (16, 15), (1201, 400), (1200, 401)])
    def test_is_refused_in_another_size_with_its_own(self, width, height):
        with pytest.raises(UnusableLogo, match=f"{width} by {height} pixels"):
            checked_logo(png(width, height))

    def test_is_refused_beyond_its_share_of_bytes(self):
        with pytest.raises(UnusableLogo, match="smaller than 200 KB"):
            checked_logo(png() + bytes(LARGEST_LOGO_BYTES))

    @pytest.mark.parametrize("content", [b"", b"<svg></svg>", b"\xff\xd8\xff\xe0 JPEG", b"\x89PNG"])
    def test_is_known_by_its_content(self, content):
        with pytest.raises(UnusableLogo, match="must be a PNG picture"):
            checked_logo(content)

    def test_is_refused_interlaced(self):
        with pytest.raises(UnusableLogo, match="interlaced"):
            checked_logo(png(interlaced=True))

    @given(st.integers(min_value=8, max_value=len(png()) - 1))
    def test_is_refused_cut_off_anywhere(self, length):
        with pytest.raises(UnusableLogo, match="damaged"):
            checked_logo(png()[:length])

    @given(st.integers(min_value=8, max_value=len(png()) - 1))
    def test_is_refused_with_any_byte_changed(self, at):
        broken = bytearray(png())
        broken[at] ^= 1
        with pytest.raises(UnusableLogo):
            checked_logo(bytes(broken))


class TestCheckedAlternative:
    def test_is_one_line_of_words(self):
        assert checked_alternative(" An office ") == "An office"

    @pytest.mark.parametrize("given", ["", "  ", "An\noffice"])
    def test_is_refused_otherwise(self, given):
        with pytest.raises(UnusableLogo, match="one line of words"):
            checked_alternative(given)
