from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from answerable.statute import SECTION_55, Clock, clock_for, is_working_day
from answerable_site.responses.rules.milestones import (
    Milestone,
    MilestoneState,
    Pause,
    PauseEndsBeforeItBegins,
    PauseWithoutReason,
    Plan,
    PlanOutOfOrder,
    Step,
    planned,
    state_of,
)

DAY = timedelta(days=1)
PUBLISHED = date(2021, 7, 16)
LAST = date(2021, 9, 9)
"""The last lawful day; the Monday ten days before is the Summer bank holiday."""


def clock(published: date = PUBLISHED) -> Clock:
    found = clock_for(published, SECTION_55)
    assert found is not None
    return found


def days(milestones: tuple[Milestone, ...]) -> dict[Step, date]:
    return {milestone.step: milestone.on for milestone in milestones}


def of(step: Step, milestones: tuple[Milestone, ...]) -> Milestone:
    return next(milestone for milestone in milestones if milestone.step is step)


def words(step: Step, milestones: tuple[Milestone, ...]) -> str:
    return " ".join(of(step, milestones).working)


def pause(first: date, last: date | None, reason: str = "Election") -> Pause:
    return Pause(first, last, reason)


publications = st.dates(date(2017, 5, 2), date(2040, 12, 31))
plans = st.lists(st.integers(0, 70), min_size=len(Step), max_size=len(Step)).map(
    lambda drawn: Plan(*sorted(drawn, reverse=True))
)


@st.composite
def situations(draw: st.DrawFn) -> tuple[Clock, Plan, date, date | None, list[Pause]]:
    """A clock, a plan, a day on which one looks, perhaps a day of planning, and pauses."""
    found = clock(draw(publications))
    near = st.integers(-10, 70).map(lambda count: found.published + count * DAY)
    lengths = st.none() | st.integers(0, 20)
    pauses = [
        pause(first, None if length is None else first + length * DAY)
        for first, length in draw(st.lists(st.tuples(near, lengths), max_size=4))
    ]
    return found, draw(plans), draw(near), draw(st.none() | near), pauses


class TestPlanned:
    def test_counts_back_from_the_last_lawful_day(self):
        assert days(planned(clock(), Plan(), on=PUBLISHED)) == {
            Step.CHIEF_OFFICER_INVITED: date(2021, 7, 22),
            Step.COMMENTS_WANTED: date(2021, 8, 19),
            Step.DRAFT_COMPLETE: date(2021, 8, 26),
            Step.PREPARED: date(2021, 8, 27),
            Step.SIGNED: date(2021, 9, 2),
            Step.PUBLISHED: date(2021, 9, 6),
        }

    def test_names_the_bank_holiday_and_the_weekend_that_it_goes_round(self):
        assert (
            "Monday 30 August 2021 (Summer bank holiday), Sunday 29 August 2021 (weekend) and "
            "Saturday 28 August 2021 (weekend) are not working days, so it goes to the working day "
            "before: Friday 27 August 2021."
        ) in of(Step.PREPARED, planned(clock(), Plan(), on=PUBLISHED)).working

    def test_says_what_is_planned_and_how_many_working_days_are_left(self):
        working = of(Step.SIGNED, planned(clock(), Plan(), on=PUBLISHED)).working
        assert working == (
            (
                "The office’s plan: signed 7 days before the last lawful day, Thursday 9 September "
                "2021. That is Thursday 2 September 2021."
            ),
            "After this day, 5 working days are left to the last lawful day, that day included.",
        )

    def test_begins_no_earlier_than_the_report_was_published(self):
        milestones = planned(clock(), Plan(chief_officer_invited=60), on=PUBLISHED)
        assert days(milestones)[Step.CHIEF_OFFICER_INVITED] == PUBLISHED
        assert (
            "That is before the report was published on Friday 16 July 2021, so it moves to that "
            "day."
        ) in words(Step.CHIEF_OFFICER_INVITED, milestones)

    def test_begins_on_the_first_working_day_from_the_day_of_planning(self):
        milestones = planned(clock(), Plan(), on=PUBLISHED, from_on=date(2021, 7, 24))
        assert days(milestones)[Step.CHIEF_OFFICER_INVITED] == date(2021, 7, 26)
        assert "so it goes to Monday 26 July 2021" in words(Step.CHIEF_OFFICER_INVITED, milestones)

    def test_puts_all_on_the_last_lawful_day_where_it_is_planned_after_it(self):
        milestones = planned(clock(), Plan(), on=LAST, from_on=LAST + 5 * DAY)
        assert set(days(milestones).values()) == {LAST}
        assert (
            "That is before the plan was made on Tuesday 14 September 2021, so it moves to that "
            "day. No milestone lies after the last lawful day, so it is held to that day."
        ) in words(Step.PUBLISHED, milestones)

    def test_may_stand_on_a_bank_holiday_only_where_no_working_day_is_left(self):
        last = date(2022, 12, 27)
        milestones = planned(clock(date(2022, 11, 2)), Plan(), on=last, from_on=date(2022, 12, 24))
        assert set(days(milestones).values()) == {last}
        assert (
            "Tuesday 27 December 2022 (Christmas Day (substitute day)) is not a working day, but "
            "none is left before the last lawful day."
        ) in of(Step.SIGNED, milestones).working

    def test_goes_before_a_last_lawful_day_that_is_a_bank_holiday(self):
        milestones = planned(clock(date(2022, 11, 2)), Plan(published=0), on=date(2022, 11, 2))
        assert days(milestones)[Step.PUBLISHED] == date(2022, 12, 23)

    @given(situations())
    def test_keeps_the_order_of_the_steps(self, situation):
        found, plan, on, from_on, pauses = situation
        milestones = planned(found, plan, on=on, pauses=pauses, from_on=from_on)
        assert [milestone.step for milestone in milestones] == list(Step)
        assert all(one.on <= next_one.on for one, next_one in pairwise(milestones))

    @given(situations())
    def test_puts_none_after_the_last_lawful_day_or_before_the_room_opens(self, situation):
        found, plan, on, from_on, pauses = situation
        opens = min(max(found.published, from_on or found.published), found.last_lawful_day)
        for milestone in planned(found, plan, on=on, pauses=pauses, from_on=from_on):
            assert opens <= milestone.on <= found.last_lawful_day

    @given(situations())
    def test_puts_none_on_a_weekend_or_bank_holiday_but_on_the_last_lawful_day(self, situation):
        found, plan, on, from_on, pauses = situation
        for milestone in planned(found, plan, on=on, pauses=pauses, from_on=from_on):
            assert is_working_day(milestone.on) or milestone.on == found.last_lawful_day

    @given(situations())
    def test_ends_each_explanation_at_the_day_that_it_explains(self, situation):
        found, plan, on, from_on, pauses = situation
        for milestone in planned(found, plan, on=on, pauses=pauses, from_on=from_on):
            named = f"{milestone.on:%A} {milestone.on.day} {milestone.on:%B %Y}"
            assert named in " ".join(milestone.working)


class TestPlannedWithPauses:
    def test_moves_what_is_still_ahead_by_each_day_of_the_pause(self):
        stopped = [pause(date(2021, 8, 19), date(2021, 8, 20))]
        before = days(planned(clock(), Plan(), on=LAST))
        after = days(planned(clock(), Plan(), on=LAST, pauses=stopped))
        assert after[Step.CHIEF_OFFICER_INVITED] == before[Step.CHIEF_OFFICER_INVITED]
        assert after[Step.COMMENTS_WANTED] == date(2021, 8, 20)  # Saturday 21 August goes back
        assert after[Step.DRAFT_COMPLETE] == date(2021, 8, 27)  # Saturday 28 August goes back
        assert after[Step.PREPARED] == date(2021, 9, 1)

    def test_leaves_what_lay_before_the_pause(self):
        stopped = [pause(date(2021, 8, 20), date(2021, 8, 30))]
        after = days(planned(clock(), Plan(), on=LAST, pauses=stopped))
        assert after[Step.COMMENTS_WANTED] == date(2021, 8, 19)

    def test_leaves_what_had_gone_before_a_weekend_when_the_pause_begins_on_it(self):
        stopped = [pause(date(2021, 8, 28), date(2021, 8, 31))]
        after = days(planned(clock(), Plan(), on=LAST, pauses=stopped))
        assert after[Step.PREPARED] == date(2021, 8, 27)

    def test_counts_a_pause_that_lasts_up_to_the_day_on_which_one_looks(self):
        stopped = [pause(date(2021, 7, 26), None)]
        lasting = planned(clock(), Plan(), on=date(2021, 7, 29), pauses=stopped)
        ended = planned(
            clock(), Plan(), on=LAST, pauses=[pause(date(2021, 7, 26), date(2021, 7, 29))]
        )
        assert lasting == ended
        assert days(lasting)[Step.COMMENTS_WANTED] == date(2021, 8, 23)

    def test_counts_nothing_for_a_pause_that_has_not_begun(self):
        stopped = [pause(date(2021, 7, 26), None)]
        assert planned(clock(), Plan(), on=date(2021, 7, 25), pauses=stopped) == planned(
            clock(), Plan(), on=LAST
        )

    @pytest.mark.parametrize(
        "pauses",
        [
            [((7, 30), (8, 4)), ((7, 26), (8, 1))],
            [((7, 26), (8, 4)), ((7, 28), (7, 29))],
            [((7, 26), (8, 4)), ((7, 26), (8, 4))],
        ],
        ids=["overlapping", "one inside the other", "the same"],
    )
    def test_counts_a_day_in_two_pauses_once(self, pauses):
        twice = [pause(date(2021, *first), date(2021, *last)) for first, last in pauses]
        once = [pause(date(2021, 7, 26), date(2021, 8, 4))]
        assert planned(clock(), Plan(), on=LAST, pauses=twice) == planned(
            clock(), Plan(), on=LAST, pauses=once
        )

    def test_takes_two_pauses_that_touch_as_one(self):
        plan = Plan(prepared=12)  # Saturday 28 August, so Friday 27 August
        apart = [
            pause(date(2021, 8, 27), date(2021, 8, 27)),
            pause(date(2021, 8, 28), date(2021, 8, 31)),
        ]
        after = days(planned(clock(), plan, on=LAST, pauses=apart))
        assert after[Step.PREPARED] == date(2021, 9, 2)

    def test_counts_no_day_before_the_plan_was_made(self):
        stopped = [pause(date(2021, 7, 20), date(2021, 7, 28))]
        assert days(
            planned(clock(), Plan(), on=LAST, pauses=stopped, from_on=date(2021, 7, 29))
        ) == days(planned(clock(), Plan(), on=LAST, from_on=date(2021, 7, 29)))

    def test_says_why_and_that_the_statutory_clock_never_stops(self):
        stopped = [pause(date(2021, 8, 20), date(2021, 8, 21), "The holder is in hospital")]
        told = of(Step.SIGNED, planned(clock(), Plan(), on=LAST, pauses=stopped)).working
        assert (
            "The office stopped its milestones for 2 days, from Friday 20 August 2021 to Saturday "
            "21 August 2021 (The holder is in hospital), so it moves as many days later, to "
            "Saturday 4 September 2021."
        ) in told
        assert (
            "The statutory clock never stops: a pause moves the office’s own milestones only, and "
            "the last lawful day stays Thursday 9 September 2021."
        ) in told

    def test_holds_at_the_last_lawful_day(self):
        stopped = [pause(date(2021, 8, 2), date(2021, 12, 24))]
        milestones = planned(clock(), Plan(), on=LAST, pauses=stopped)
        assert days(milestones)[Step.COMMENTS_WANTED] == LAST
        assert "No milestone lies after the last lawful day" in words(
            Step.COMMENTS_WANTED, milestones
        )

    @given(situations())
    def test_never_moves_the_last_lawful_day(self, situation):
        found, plan, on, from_on, pauses = situation
        last = found.last_lawful_day
        last_day = f"{last:%A} {last.day} {last:%B %Y}"
        for milestone in planned(found, plan, on=on, pauses=pauses, from_on=from_on):
            assert f"before the last lawful day, {last_day}." in milestone.working[0]

    @given(situations(), st.integers(-10, 70), st.none() | st.integers(0, 20))
    def test_makes_no_milestone_earlier_by_one_more_pause(self, situation, begins, length):
        found, plan, on, from_on, pauses = situation
        first = found.published + begins * DAY
        more = pause(first, None if length is None else first + length * DAY, "More")
        without = planned(found, plan, on=on, pauses=pauses, from_on=from_on)
        with_it = planned(found, plan, on=on, pauses=[more, *pauses], from_on=from_on)
        assert all(one.on <= other.on for one, other in zip(without, with_it, strict=True))

    @given(situations(), st.integers(0, 20))
    def test_makes_no_milestone_earlier_as_a_pause_lasts(self, situation, longer):
        found, plan, on, from_on, pauses = situation
        assume(any(each.to_on is None for each in pauses))
        now = planned(found, plan, on=on, pauses=pauses, from_on=from_on)
        later = planned(found, plan, on=on + longer * DAY, pauses=pauses, from_on=from_on)
        assert all(one.on <= other.on for one, other in zip(now, later, strict=True))

    @given(situations())
    def test_does_not_depend_on_the_order_of_the_pauses(self, situation):
        found, plan, on, from_on, pauses = situation
        assert planned(found, plan, on=on, pauses=pauses, from_on=from_on) == planned(
            found, plan, on=on, pauses=reversed(pauses), from_on=from_on
        )


class TestPlan:
    def test_refuses_a_step_after_the_one_that_follows_it(self):
        with pytest.raises(PlanOutOfOrder, match=r"“Signed” is planned 2 days .* “published” 3"):
            Plan(signed=2)

    def test_refuses_publication_after_the_last_lawful_day(self):
        with pytest.raises(PlanOutOfOrder, match="on or before the last lawful day"):
            Plan(published=-1)

    def test_allows_all_steps_on_one_day(self):
        milestones = planned(clock(), Plan(5, 5, 5, 5, 5, 5), on=PUBLISHED)
        assert set(days(milestones).values()) == {date(2021, 9, 3)}


class TestPause:
    def test_may_last_one_day(self):
        assert pause(LAST, LAST).to_on == LAST

    def test_refuses_to_end_before_it_begins(self):
        with pytest.raises(PauseEndsBeforeItBegins, match="begins on Thursday 9 September 2021"):
            pause(LAST, LAST - DAY)

    def test_refuses_to_be_without_a_reason(self):
        with pytest.raises(PauseWithoutReason, match="Say why"):
            pause(LAST, LAST, "  ")


class TestStateOf:
    MILESTONE = Milestone(Step.SIGNED, date(2021, 9, 2), ())

    @pytest.mark.parametrize(
        ("done_on", "on", "state"),
        [
            (None, date(2021, 9, 1), MilestoneState.DUE),
            (None, date(2021, 9, 2), MilestoneState.DUE),
            (None, date(2021, 9, 3), MilestoneState.OVERDUE),
            (date(2021, 9, 2), date(2021, 9, 30), MilestoneState.DONE_IN_TIME),
            (date(2021, 9, 3), date(2021, 9, 30), MilestoneState.DONE_LATE),
        ],
    )
    def test_is_in_time_up_to_and_on_its_own_day(self, done_on, on, state):
        assert state_of(self.MILESTONE, done_on=done_on, on=on) is state
