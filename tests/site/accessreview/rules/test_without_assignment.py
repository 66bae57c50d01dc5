from __future__ import annotations

import pytest
from tests.site.accessreview.rules.looking import LONG_AGO, at, case, look, opened

from answerable_site.accessreview.rules.concerns import Kind
from answerable_site.accessreview.rules.looks import Standing
from answerable_site.accessreview.rules.thresholds import DEFAULT, Thresholds
from answerable_site.accessreview.rules.without_assignment import (
    much_broken_glass,
    same_case_again,
    thin_reasons,
)


def shown(rule, looks, thresholds=DEFAULT):
    ordered = sorted(looks, key=lambda one: one.at)
    return rule(ordered, since=LONG_AGO, thresholds=thresholds)


class TestTheSameCaseAgain:
    def test_is_shown_from_three_looks_on_two_days(self):
        (found,) = shown(same_case_again, [look(0), look(0, 60), look(9)])
        assert (found.kind, found.person, found.records) == (
            Kind.SAME_CASE_AGAIN,
            1,
            ("casework.case:1",),
        )
        assert found.figures == {"looks": 3, "days": 2, "within_days": 10}

    def test_says_why_in_plain_english(self):
        (found,) = shown(same_case_again, [look(day, people_assigned=2) for day in (0, 3, 9)])
        assert found.why == (
            "Opened the same case 3 times on 3 different days within 10 days, each time without "
            "being assigned to it and without recording anything in it. 2 people are assigned."
        )

    def test_says_that_the_case_belongs_to_another_organisation(self):
        looks = [look(day, record_organisation=2) for day in range(3)]
        assert "another organisation" in shown(same_case_again, looks)[0].why

    @pytest.mark.parametrize(
        "looks",
        [
            [look(0), look(5)],
            [look(0), look(0, 60), look(0, 120)],
            [look(0), look(15), look(30)],
            [look(0), look(1), look(2, person=2)],
            [look(0), look(1), look(2, record=case(2))],
            [look(day, standing=Standing.ASSIGNED) for day in range(6)],
            [look(day, standing=Standing.SUPERVISES) for day in range(6)],
        ],
        ids=[
            "two looks",
            "one afternoon",
            "over a month",
            "two people",
            "two cases",
            "assigned",
            "supervises",
        ],
    )
    def test_is_not_shown_for(self, looks):
        assert shown(same_case_again, looks) == []

    def test_follows_the_thresholds_of_the_office(self):
        assert shown(same_case_again, [look(0), look(5)], Thresholds(again_looks=2))


class TestMuchBrokenGlass:
    def test_is_shown_from_eight_cases_in_a_week(self):
        (found,) = shown(much_broken_glass, opened(4) + opened(4, 6, first=5))
        assert found.records == tuple(case(number) for number in range(1, 9))
        assert found.figures == {"cases": 8, "within_days": 7}

    @pytest.mark.parametrize(
        "looks",
        [opened(7), opened(7) + opened(7, 1), opened(4) + opened(4, 8, first=5)],
        ids=["seven cases", "the same seven twice", "eight in nine days"],
    )
    def test_is_not_shown_for(self, looks):
        assert shown(much_broken_glass, looks) == []


class TestThinReasons:
    @pytest.mark.parametrize("reason", ["", " ", "-", "work", "12345"])
    def test_are_shown_from_three_cases_without_a_reason_or_with_a_single_word(self, reason):
        (found,) = shown(thin_reasons, opened(3, reason=reason))
        assert "gave no reason" in found.why

    def test_are_shown_from_four_cases_with_the_same_words(self):
        reasons = ["Case check 1", "case check, 2", "CASE CHECK", "Case  check."]
        looks = [look(day, record=case(day), reason=reason) for day, reason in enumerate(reasons)]
        (found,) = shown(thin_reasons, looks)
        assert found.figures == {"cases": 4}
        assert "“Case  check.”" in found.why

    @pytest.mark.parametrize(
        "looks",
        [
            opened(2, reason="work"),
            opened(3, reason="Case check"),
            [look(day, record=case(day % 2), reason="work") for day in range(6)],
            [look(day * 8, record=case(day), reason="work") for day in range(3)],
            [
                look(day, record=case(day), reason=f"Bail date for {word}")
                for day, word in enumerate(["her", "him", "them", "court"])
            ],
        ],
        ids=["two cases", "three with words", "the same two cases", "over 16 days", "each its own"],
    )
    def test_are_not_shown_for(self, looks):
        assert shown(thin_reasons, looks) == []

    def test_of_one_person_are_not_added_to_those_of_another(self):
        looks = opened(2, reason="work") + opened(2, 1, first=3, person=2, reason="work")
        assert shown(thin_reasons, looks) == []


class TestAMatterThatEndedBefore:
    @pytest.mark.parametrize("rule", [same_case_again, much_broken_glass, thin_reasons])
    def test_is_not_shown_again(self, rule):
        looks = [*opened(9, reason="work"), *[look(day, reason="work") for day in (1, 2)]]
        assert rule(looks, since=LONG_AGO, thresholds=DEFAULT)
        assert rule(looks, since=at(3), thresholds=DEFAULT) == []
