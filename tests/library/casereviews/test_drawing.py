from __future__ import annotations

import hashlib
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.casereviews.drawing import CannotDraw, doubles, draw, lot, weights
from answerable.casereviews.frames import Frame, UnusableFrame

FRAME = Frame.of((str(number), "cps" if number % 3 else "charged") for number in range(1, 61))
SIZES = {"charged": 5, "cps": 8}


def drawn_again_by_hand(frame, stratum, size, seed):
    """The draw as the reference page tells it, with nothing of the product."""
    text = "answerable.casereviews-frame/1\n"
    text += "".join(f"{reference}\t{of}\n" for reference, of in sorted(frame.strata))
    digest = hashlib.sha256(text.encode()).hexdigest()
    lots = {
        hashlib.sha256(f"{seed}\n{digest}\nreview\n{reference}".encode()).hexdigest(): reference
        for reference, of in frame.strata
        if of == stratum
    }
    return {lots[one] for one in sorted(lots)[:size]}


class TestAFrame:
    def test_has_one_hash_whatever_the_order(self):
        assert Frame.of(reversed(FRAME.strata)).digest == FRAME.digest

    def test_has_another_hash_once_one_file_is_in_another_stratum(self):
        moved = [("1", "charged") if one == ("1", "cps") else one for one in FRAME.strata]
        assert Frame.of(moved).digest != FRAME.digest

    @pytest.mark.parametrize("pairs", [[], [("1", "a"), ("1", "b")], [("1\t2", "a")]])
    def test_is_refused_where_nothing_could_be_drawn_from_it(self, pairs):
        with pytest.raises(UnusableFrame):
            Frame.of(pairs)


class TestADraw:
    def test_is_the_same_for_ever(self):
        found = [one.reference for one in draw(FRAME, SIZES, seed="20261201")]
        assert found == [
            "26",
            "46",
            "20",
            "9",
            "60",
            "57",
            "22",
            "27",
            "24",
            "52",
            "10",
            "17",
            "55",
        ]

    def test_can_be_repeated_by_hand(self):
        drawn = draw(FRAME, SIZES, seed="a seed")
        for stratum, size in SIZES.items():
            found = {one.reference for one in drawn if one.stratum == stratum}
            assert found == drawn_again_by_hand(FRAME, stratum, size, "a seed")

    @given(st.text(max_size=30))
    def test_takes_each_file_once_from_its_own_stratum(self, seed):
        drawn = draw(FRAME, SIZES, seed=seed)
        assert len({one.reference for one in drawn}) == len(drawn) == 13
        assert {(one.reference, one.stratum) for one in drawn} <= set(FRAME.strata)

    def test_has_a_fifth_scored_twice_rounded_up(self):
        assert sum(one.is_double for one in draw(FRAME, SIZES, seed="1")) == 3

    @pytest.mark.parametrize(
        ("sizes", "percent"),
        [({"cps": 41}, 20), ({"cps": 0}, 20), ({"none": 1}, 20), ({"cps": 8}, 19)],
    )
    def test_is_refused_where_it_cannot_be_made(self, sizes, percent):
        with pytest.raises(CannotDraw):
            draw(FRAME, sizes, seed="1", double_percent=percent)


class TestALot:
    def test_is_a_hash_that_any_tool_gives(self):
        expected = hashlib.sha256(b"seed\nframe\nreview\n7").hexdigest()
        assert lot("seed", "frame", "review", "7") == expected


class TestWeights:
    def test_say_for_how_many_files_each_stands(self):
        assert weights({"cps": 40, "charged": 20}, {"cps": 8, "charged": 0}) == {"cps": Fraction(5)}

    def test_twice_scored_files_are_rounded_up(self):
        assert (doubles(82, 20), doubles(80, 20), doubles(1, 20)) == (17, 16, 1)
