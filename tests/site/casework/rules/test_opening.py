from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from answerable_site.casework.rules import Ground, GroundOutOfPlace, check_ground, closes_at


class TestCheckGround:
    @pytest.mark.parametrize("ground", [one for one in Ground if one is not Ground.OTHER])
    def test_asks_for_no_words_where_the_role_sees_every_case(self, ground):
        check_ground(ground, "", breaks_glass=False)

    @pytest.mark.parametrize("ground", list(Ground))
    @pytest.mark.parametrize("words", ["", "work", "12345678901234567890", "x y z . . . . . . ."])
    def test_asks_for_a_sentence_where_the_glass_is_broken(self, ground, words):
        with pytest.raises(GroundOutOfPlace, match="sentence"):
            check_ground(ground, words, breaks_glass=True)

    def test_asks_for_a_sentence_with_another_reason(self):
        with pytest.raises(GroundOutOfPlace):
            check_ground(Ground.OTHER, "", breaks_glass=False)

    def test_takes_fifteen_letters(self):
        check_ground(Ground.COVER, "abcde fghij klmno", breaks_glass=True)
        with pytest.raises(GroundOutOfPlace):
            check_ground(Ground.COVER, "abcde fghij klmn", breaks_glass=True)


class TestClosesAt:
    def test_is_24_hours_later_also_when_the_clocks_change(self):
        before = datetime(2026, 3, 28, 12, tzinfo=UTC)
        assert closes_at(before) - before == timedelta(hours=24)
