from __future__ import annotations

from datetime import date

import pytest
from tests import factories, factories_training
from tests.factories_training import AT, LAST_DAY

from answerable_site.audit.models import AuditEntry
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role
from answerable_site.training import operations, queries
from answerable_site.training.rules import DaysOutOfOrder, Duty, Outcome

A_YEAR_AGO = date(2025, 5, 12)


class TestOpenRecord:
    def test_is_refused_twice(self, school):
        with pytest.raises(operations.NotOfThisOrganisation):
            operations.open_record(**school.about, organisation=school.force, user=school.learner)

    def test_is_refused_for_whoever_holds_no_role_in_which_one_learns(self, school):
        auditor = factories.person("An Auditor", (school.force, Role.ACCESS_AUDITOR))
        with pytest.raises(operations.NotOfThisOrganisation):
            operations.open_record(**school.about, organisation=school.force, user=auditor)

    def test_is_refused_for_somebody_of_another_force(self, school):
        other = factories_training.school("Sallowfen")
        with pytest.raises(operations.NotOfThisOrganisation):
            operations.open_record(**school.about, organisation=school.force, user=other.learner)

    def test_of_one_person_at_two_forces_is_two_records(self, school):
        other = factories_training.school("Sallowfen")
        both = factories.person(
            "Of Both", (school.force, Role.INVESTIGATOR), (other.force, Role.INVESTIGATOR)
        )
        for each in (school, other):
            operations.open_record(**each.about, organisation=each.force, user=both)
        assert both.training_records.count() == 2


class TestPostings:
    def test_end_on_a_day_that_still_counts(self, school):
        school.posted()
        posting = operations.end_posting(
            **school.about, posting=school.record.postings.get(), last_day=LAST_DAY
        )
        assert posting.to_on == LAST_DAY
        with pytest.raises(operations.HasEnded):
            operations.end_posting(**school.about, posting=posting, last_day=LAST_DAY)

    def test_do_not_end_before_they_begin(self, school):
        school.posted()
        with pytest.raises(DaysOutOfOrder):
            operations.end_posting(
                **school.about, posting=school.record.postings.get(), last_day=date(2020, 1, 5)
            )

    def test_are_of_duties_that_there_are_in_a_force(self, school):
        with pytest.raises(operations.NotOfThisOrganisation):
            operations.add_posting(
                **school.about,
                person=school.record,
                duty=Duty.PROSECUTOR,
                unit="Somewhere",
                from_on=A_YEAR_AGO,
            )

    def test_that_were_struck_out_count_no_more(self, school):
        school.posted()
        operations.strike(
            **school.about, entry=school.record.postings.get(), reason="Somebody else’s."
        )
        [facts] = queries.people_of(school.force.pk)
        assert facts.postings == ()


class TestCertificates:
    def test_are_of_courses_that_the_force_keeps(self, school):
        foreign = factories_training.school("Sallowfen").version
        with pytest.raises(Refused):
            self.add(school, version=foreign)

    def test_do_not_begin_in_the_future(self, school):
        self.add(school, from_on=AT.date())
        with pytest.raises(DaysOutOfOrder):
            self.add(school, from_on=date(2026, 5, 13))

    def add(self, school, **changed):
        told = {"version": school.version, "from_on": A_YEAR_AGO, "to_on": None} | changed
        return operations.add_qualification(
            **school.about, person=school.record, evidence="Certificate 12", **told
        )


class TestDevelopment:
    def test_leaves_an_entry_without_its_words(self, school):
        operations.add_development(
            **school.about,
            person=school.record,
            on=A_YEAR_AGO,
            what="A masterclass",
            minutes=90,
        )
        entry = AuditEntry.objects.latest("sequence")
        assert entry.subject == f"training.record:{school.record.pk}"
        assert "masterclass" not in entry.content

    def test_does_not_lie_ahead(self, school):
        with pytest.raises(DaysOutOfOrder):
            operations.add_development(
                **school.about,
                person=school.record,
                on=date(2026, 5, 13),
                what="A masterclass",
                minutes=90,
            )


class TestResults:
    def test_are_appended_and_the_latest_counts(self, school):
        booking = school.result(Outcome.FAILED)
        school.result(Outcome.PASSED, booking)
        [facts] = queries.people_of(school.force.pk)
        assert facts.attendances[0].outcome is Outcome.PASSED
        assert [one.outcome for one in booking.results.all()] == ["failed", "passed"]

    def test_are_refused_where_they_stand_already(self, school):
        booking = school.result(Outcome.PASSED)
        with pytest.raises(operations.SameResult):
            school.result(Outcome.PASSED, booking)

    def test_of_a_place_are_booked_until_one_is_recorded(self, school):
        school.booking()
        [facts] = queries.people_of(school.force.pk)
        assert facts.attendances[0].outcome is Outcome.BOOKED

    def test_are_refused_to_another_force(self, school):
        other = factories_training.school("Sallowfen")
        with pytest.raises(Refused):
            operations.record_result(
                **other.about, booking=school.booking(), outcome=Outcome.PASSED, on=LAST_DAY
            )


class TestBook:
    def test_gives_one_place_to_a_person(self, school):
        booking = school.booking()
        with pytest.raises(operations.AlreadyBooked):
            operations.book(**school.about, event=booking.event, person=school.record)

    def test_is_refused_for_a_record_of_another_force(self, school):
        other = factories_training.school("Sallowfen")
        with pytest.raises(Refused):
            operations.book(**school.about, event=school.event(), person=other.record)
