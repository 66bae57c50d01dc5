from __future__ import annotations

import pytest

from answerable.surveys.bias import Heard, Lean, leaning


class TestLeaning:
    @pytest.mark.parametrize(
        ("group", "everybody", "lean"),
        [
            (Heard(50, 10), Heard(100, 40), Lean.LESS),
            (Heard(50, 18), Heard(100, 40), Lean.ALIKE),
            (Heard(50, 30), Heard(100, 40), Lean.MORE),
            (Heard(40, 12), Heard(100, 40), Lean.LESS),
            (Heard(50, None), Heard(100, 40), Lean.UNKNOWN),
            (Heard(50, 10), Heard(100, None), Lean.UNKNOWN),
            (Heard(0, 0), Heard(0, 0), Lean.UNKNOWN),
        ],
        ids=["less", "alike", "more", "just less", "hidden", "hidden total", "nobody asked"],
    )
    def test_holds_shares_of_the_asked_against_those_of_the_answers(self, group, everybody, lean):
        assert leaning(group, everybody) is lean
