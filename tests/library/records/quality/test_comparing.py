"""Whether two answers can both be right."""

from __future__ import annotations

from datetime import date

import pytest

from answerable.records.codes.characteristics import Characteristic
from answerable.records.kinds.characteristics import CharacteristicRecorded, State
from answerable.records.quality.comparing import are_one_answer


def age(years: str, on: date) -> CharacteristicRecorded:
    return CharacteristicRecorded(
        on=on, victim=1, characteristic=Characteristic.AGE, state=State.RECORDED, value=years
    )


class TestAges:
    @pytest.mark.parametrize(
        ("first", "second", "may_both_be"),
        [
            (age("0", date(2026, 3, 2)), age("0", date(2026, 3, 2)), True),
            (age("0", date(2024, 2, 29)), age("1", date(2025, 2, 28)), True),
            (age("17", date(2026, 3, 2)), age("18", date(2026, 3, 3)), True),
            (age("17", date(2026, 3, 2)), age("19", date(2027, 3, 2)), False),
            (age("9999", date(2026, 3, 2)), age("30", date(2026, 3, 2)), False),
            (age("9999", date(2026, 3, 2)), age("9999", date(2026, 3, 2)), True),
            (age("adult", date(2026, 3, 2)), age("30", date(2026, 3, 2)), False),
        ],
    )
    def test_are_one_answer_where_somebody_can_have_been_both(self, first, second, may_both_be):
        assert are_one_answer(first, second) is may_both_be
        assert are_one_answer(second, first) is may_both_be
