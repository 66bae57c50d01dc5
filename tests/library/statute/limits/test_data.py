from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from answerable import statute
from answerable.statute import LIMITS, UNCOUNTED, Confidence
from answerable.statute.limits import as_markdown

PAGE = Path(__file__).parents[4] / "docs/reference/limits.md"
ALL = tuple(LIMITS)


class TestLimits:
    def test_say_what_they_ask_from_when_and_by_what(self):
        assert all(one.asks and one.starts and one.citation and one.count > 0 for one in ALL)

    def test_are_told_apart_by_what_they_ask(self):
        asked = {one.code: one.asks for one in ALL}
        assert len(set(asked.values())) == len(asked)

    def test_that_nobody_else_wrote_are_called_the_organisations_own_and_never_confirmed(self):
        own = [one for one in ALL if one.is_own]
        assert own
        assert all("organisation’s own" in one.citation for one in own)
        assert {one.confidence for one in own} == {Confidence.TO_BE_VERIFIED}
        assert all(one.note for one in own)

    def test_that_are_called_the_organisations_own_name_no_source(self):
        assert all(one.is_own for one in ALL if "organisation’s own" in one.citation)

    def test_link_to_a_source_by_a_safe_address(self):
        sources = [one.source for one in ALL if not one.is_own] + [one.source for one in UNCOUNTED]
        assert all(source.startswith("https://") for source in sources)

    def test_that_were_not_read_in_their_source_are_not_called_confirmed(self):
        unconfirmed = {one.code for one in ALL if one.confidence is not Confidence.CONFIRMED}
        assert unconfirmed >= {
            *("record_crime", "offer_support", "tell_victim", "tell_victim_enhanced"),
            *("charging_decision_5", "charging_decision_21", "charging_decision_28"),
            *("ask_review_cps_latest", "complete_review_cps_local", "complete_review_cps"),
            *("complete_review_pilot", "pilot_decision_from_submission"),
        }

    def test_have_one_version_for_any_day(self):
        codes = [one.code for one in LIMITS.in_force_on(date(2026, 11, 2))]
        assert len(codes) == len(set(codes)) == len(LIMITS.codes)

    @pytest.mark.parametrize(
        ("code", "before", "first"),
        [
            ("tell_victim", date(2021, 3, 31), date(2021, 4, 1)),
            ("bail_first", date(2022, 10, 27), date(2022, 10, 28)),
            ("ask_review_police", date(2015, 3, 31), date(2015, 4, 1)),
            ("ask_review_cps", date(2013, 6, 4), date(2013, 6, 5)),
        ],
    )
    def test_do_not_reach_back_before_they_were_in_force(self, code, before, first):
        assert LIMITS.in_force(code, first).code == code
        with pytest.raises(statute.NoLimitInForce):
            LIMITS.in_force(code, before)


class TestUncounted:
    def test_have_no_code_of_a_limit(self):
        assert not {one.code for one in UNCOUNTED} & set(LIMITS.codes)


class TestPage:
    def test_is_the_reference_as_it_stands(self):
        written = PAGE.read_text(encoding="utf-8")
        assert written == as_markdown(LIMITS, UNCOUNTED), (
            "Write it anew: python3 run.py answerable limits --format markdown "
            "> docs/reference/limits.md"
        )

    def test_has_no_cell_that_would_break_its_table(self):
        cells = [cell for one in ALL for cell in (one.asks, one.starts, one.citation, one.source)]
        assert not any("|" in cell or "\n" in cell for cell in cells)
