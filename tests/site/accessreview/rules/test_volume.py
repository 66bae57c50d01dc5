from __future__ import annotations

import pytest
from tests.site.accessreview.rules.looking import LONG_AGO, at, case, look, opened, work

from answerable_site.accessreview.rules.concerns import Kind
from answerable_site.accessreview.rules.looks import Standing
from answerable_site.accessreview.rules.thresholds import DEFAULT
from answerable_site.accessreview.rules.volume import skimmed, unusual_volume
from answerable_site.accessreview.rules.work import looks_without_work

TODAY = 30


def shown(rule, looks, since=LONG_AGO):
    return rule(looks, looks_without_work(looks, DEFAULT), since=since, thresholds=DEFAULT)


def past(cases, *, person=1, days=20, **facts):
    """Ordinary days before today, each with so many cases half an hour apart."""
    return [
        one
        for day in range(TODAY - days, TODAY)
        for one in opened(cases, day, person=person, standing=Standing.ASSIGNED, **facts)
    ]


class TestUnusualVolume:
    def test_is_shown_against_a_persons_own_past(self):
        (found,) = shown(unusual_volume, past(4) + opened(15, TODAY))
        assert (found.kind, found.person, len(found.records)) == (Kind.UNUSUAL_VOLUME, 1, 15)
        assert "their own usual is 4 a day, from 20 days at work" in found.why
        assert found.figures["limit"] == 12

    def test_is_not_shown_to_somebody_who_always_opens_many(self):
        assert shown(unusual_volume, past(14) + opened(15, TODAY)) == []

    @pytest.mark.parametrize(("cases", "concerns"), [(11, 0), (12, 1)])
    def test_is_shown_from_twelve_cases_however_few_are_usual(self, cases, concerns):
        assert len(shown(unusual_volume, past(1) + opened(cases, TODAY))) == concerns

    @pytest.mark.parametrize(("cases", "concerns"), [(12, 0), (13, 1)])
    def test_is_shown_above_four_spreads_and_not_on_them(self, cases, concerns):
        assert len(shown(unusual_volume, past(4) + opened(cases, TODAY))) == concerns

    def test_is_shown_against_peers_to_somebody_new(self):
        peers = [one for peer in (2, 3, 4) for one in past(4, person=peer)]
        (found,) = shown(unusual_volume, peers + opened(15, TODAY))
        assert "their peers’ usual is 4" in found.why

    @pytest.mark.parametrize("facts", [{"role": "analyst"}, {"organisation": 2}])
    def test_does_not_compare_with_another_role_or_organisation(self, facts):
        others = [one for peer in (2, 3, 4) for one in past(4, person=peer, **facts)]
        assert shown(unusual_volume, others + opened(15, TODAY)) == []

    def test_is_not_shown_on_a_day_that_is_busy_for_all(self):
        everybody = range(1, 5)
        before = [one for person in everybody for one in past(4, person=person)]
        busy = [one for person in everybody for one in opened(15, TODAY, person=person)]
        assert shown(unusual_volume, before + busy) == []

    def test_does_not_count_cases_that_were_worked_on(self):
        worked = [work(TODAY, 500, record=case(number)) for number in range(1, 6)]
        assert shown(unusual_volume, past(4) + opened(15, TODAY) + worked) == []

    def test_counts_each_case_once(self):
        assert shown(unusual_volume, past(4) + opened(8, TODAY) + opened(8, TODAY, every=31)) == []

    def test_of_days_before_is_not_shown_again(self):
        looks = past(4) + opened(15, TODAY) + [look(TODAY + 1)]
        assert shown(unusual_volume, looks, since=at(TODAY + 1)) == []


class TestSkimming:
    def test_is_shown_from_nine_cases_in_quick_sequence(self):
        (found,) = shown(skimmed, opened(9, every=2))
        assert (found.kind, len(found.records)) == (Kind.SKIMMED, 9)
        assert found.why.startswith("Opened 9 cases one after another in 16 minutes")

    @pytest.mark.parametrize(
        "looks",
        [
            opened(8, every=2),
            opened(9, every=5),
            opened(3, every=1) * 6,
            opened(9, every=2) + [work(0, 30, record=case(number)) for number in (1, 2)],
        ],
        ids=["eight", "time to read", "the same three", "worked on"],
    )
    def test_is_not_shown_for(self, looks):
        assert shown(skimmed, looks) == []

    def test_is_held_to_the_longest_runs_of_whoever_often_does_it(self):
        habit = [one for day in range(20) for one in opened(12, day, every=2)]
        (found,) = shown(skimmed, [*habit, *opened(15, TODAY, every=2)], since=at(TODAY))
        assert found.figures["usual_longest"] == 12
        assert shown(skimmed, [*habit, *opened(14, TODAY, every=2)], since=at(TODAY)) == []

    def test_takes_a_gap_of_four_minutes_as_quick(self):
        assert shown(skimmed, opened(9, every=4))

    def test_is_held_to_what_happens_on_three_days_in_twenty(self):
        rare = [one for day in range(3) for one in opened(12, day, every=2)]
        (found,) = shown(
            skimmed, [*rare, *past(1, days=17), *opened(15, TODAY, every=2)], since=at(TODAY)
        )
        assert found.figures["usual_longest"] == 12

    def test_is_not_excused_by_one_such_day_in_twenty(self):
        once = opened(40, 5, every=2)
        (found,) = shown(skimmed, [*past(2), *once, *opened(9, TODAY, every=2)], since=at(TODAY))
        assert found.figures["usual_longest"] == 1
