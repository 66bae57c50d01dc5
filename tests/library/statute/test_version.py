from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from answerable.statute import BASES, RULES_VERSION, SECTION_55, Confidence, clock_version

PERIOD = SECTION_55.periods[0]


class TestClockVersion:
    def test_of_section_55_is_the_one_that_stored_dates_name(self):
        assert clock_version(SECTION_55) == "4d641dd0d57a"

    @pytest.mark.parametrize(
        "change",
        [
            {"days": 57},
            {"published_from": date(2017, 4, 3)},
            {"published_to": date(2030, 1, 1)},
            {"citation": "section 55(5) of the Police Act 1996"},
            {"commencement": "in force 3 April 2017"},
            {"confidence": Confidence.REASONED},
        ],
        ids=lambda change: next(iter(change)),
    )
    def test_changes_with_everything_that_a_period_says(self, change):
        changed = replace(SECTION_55, periods=(replace(PERIOD, **change),))
        assert clock_version(changed) != clock_version(SECTION_55)

    @pytest.mark.parametrize(
        "change",
        [{"code": "another"}, {"citation": "section 54"}, {"periods": ()}],
        ids=lambda change: next(iter(change)),
    )
    def test_changes_with_code_citation_and_periods(self, change):
        assert clock_version(replace(SECTION_55, **change)) != clock_version(SECTION_55)

    def test_changes_when_a_second_period_follows_the_first(self):
        later = replace(PERIOD, published_from=date(2030, 1, 2))
        changed = replace(SECTION_55, periods=(PERIOD, later))
        assert clock_version(changed) != clock_version(SECTION_55)

    def test_stays_when_only_the_words_change_that_explain_the_rule(self):
        reworded = replace(SECTION_55, name="Report", summary="Answer.", source="https://x.test/")
        assert clock_version(reworded) == clock_version(SECTION_55)

    def test_is_another_for_each_basis(self):
        assert len({clock_version(basis) for basis in BASES.values()}) == len(BASES)


class TestRulesVersion:
    def test_is_the_one_of_these_rules(self):
        assert RULES_VERSION == "088725b3e633"
