from __future__ import annotations

from datetime import date

import pytest
from tests import factories, factories_training

from answerable_site.people.access import Refused
from answerable_site.people.rules import Role
from answerable_site.training import operations, queries
from answerable_site.training.rules import CountsTwice, DaysOutOfOrder


def succeed(school, course, successor):
    return operations.succeed_course(
        **school.about, course=course, successor=successor, on=date(2026, 1, 1)
    )


def further(school, code="Successor"):
    return operations.add_course(
        **school.about, organisation=school.force, code=code, name="Another course"
    )


class TestAddCourse:
    def test_is_refused_to_whoever_keeps_no_training_there(self, school):
        supervisor = factories.person("A Supervisor", (school.force, Role.SUPERVISOR))
        with pytest.raises(Refused):
            operations.add_course(
                by=factories.viewer(supervisor),
                at=factories_training.AT,
                organisation=school.force,
                code="X",
                name="X",
            )

    def test_is_refused_under_a_name_that_is_taken_in_other_capitals(self, school):
        with pytest.raises(operations.NameTaken):
            further(school, "ssaidp")

    def test_leaves_another_force_its_own_names(self, school):
        other = factories_training.school("Sallowfen")
        assert other.version.course.code == school.version.course.code


class TestAddVersion:
    def test_is_refused_under_a_label_that_is_taken(self, school):
        with pytest.raises(operations.NameTaken):
            operations.add_version(
                **school.about,
                course=school.version.course,
                label="2021 ",
                taught_from=date(2022, 1, 1),
            )


class TestSucceedCourse:
    def test_is_recorded_once(self, school):
        successor = further(school)
        succeed(school, school.version.course, successor)
        with pytest.raises(operations.CannotSucceed):
            succeed(school, school.version.course, successor)

    def test_is_refused_in_a_ring(self, school):
        first, second = school.version.course, further(school)
        succeed(school, first, second)
        with pytest.raises(operations.CannotSucceed):
            succeed(school, second, first)

    def test_is_refused_by_itself_and_by_another_force(self, school):
        course = school.version.course
        for other in (course, factories_training.school("Sallowfen").version.course):
            with pytest.raises(operations.CannotSucceed):
                succeed(school, course, other)


class TestAddCounting:
    def test_makes_the_version_count(self, school):
        assert queries.countings_of(school.force.pk) == []
        operations.add_counting(**school.about, version=school.version, new=school.counts())
        [found] = queries.countings_of(school.force.pk)
        assert (found.version, found.lasts_months) == (school.version.pk, 36)

    def test_is_refused_on_days_on_which_it_counts_already(self, school):
        operations.add_counting(**school.about, version=school.version, new=school.counts())
        with pytest.raises(CountsTwice):
            operations.add_counting(
                **school.about,
                version=school.version,
                new=school.counts(from_on=date(2030, 1, 1)),
            )

    def test_is_refused_where_it_would_end_before_it_begins(self, school):
        with pytest.raises(DaysOutOfOrder):
            operations.add_counting(
                **school.about,
                version=school.version,
                new=school.counts(to_on=date(2021, 3, 31)),
            )


class TestEndCounting:
    def test_names_the_last_day_once(self, school):
        counting = operations.add_counting(
            **school.about, version=school.version, new=school.counts()
        )
        ended = {**school.about, "counting": counting, "last_day": date(2026, 12, 31)}
        operations.end_counting(**ended)
        [found] = queries.countings_of(school.force.pk)
        assert found.to_on == date(2026, 12, 31)
        with pytest.raises(operations.HasEnded):
            operations.end_counting(**ended)


class TestStrike:
    def test_takes_a_counting_out_and_keeps_it_with_the_reason(self, school):
        counting = operations.add_counting(
            **school.about, version=school.version, new=school.counts()
        )
        struck = operations.strike(**school.about, entry=counting, reason="Wrong circular.")
        assert queries.countings_of(school.force.pk) == []
        assert struck.struck_because == "Wrong circular."
        with pytest.raises(operations.HasEnded):
            operations.strike(**school.about, entry=counting, reason="Again.")

    def test_is_refused_to_another_force(self, school):
        counting = operations.add_counting(
            **school.about, version=school.version, new=school.counts()
        )
        other = factories_training.school("Sallowfen")
        with pytest.raises(Refused):
            operations.strike(**other.about, entry=counting, reason="No.")
