from __future__ import annotations

import secrets
from itertools import count

import pytest

from answerable.surveys.codes import ENTROPY_BITS, UnusableCode, canonical_code, new_code, spelled


class TestNewCode:
    def test_is_as_hard_to_guess_as_it_says(self):
        letters = {letter for _ in range(400) for letter in new_code(secrets.randbelow)} - {"-"}
        assert len(letters) == 31
        assert ENTROPY_BITS > 59

    def test_follows_what_is_drawn(self):
        drawn = count()
        assert new_code(lambda below: next(drawn) % below) == "2345-6789-ABCD"


class TestSpelled:
    def test_is_what_people_read(self):
        assert spelled(canonical_code("k7pm23xaqrtc")) == "K7PM-23XA-QRTC"


class TestCanonicalCode:
    @pytest.mark.parametrize(
        "typed", ["k7pm-23xa-qrtc", " K7PM 23XA QRTC ", "K7PM–23XA–QRTC", "k7pm23xaqrtc"]
    )
    def test_is_the_same_however_it_is_typed(self, typed):
        assert canonical_code(typed) == "K7PM23XAQRTC"

    @pytest.mark.parametrize("typed", ["", "K7PM-23XA", "K7PM-23XA-QRTCX", "K7PM-23XA-QRT0"])
    def test_is_refused_where_it_cannot_be_one(self, typed):
        with pytest.raises(UnusableCode):
            canonical_code(typed)
