from __future__ import annotations

from datetime import date

import pytest
from tests import factories
from tests.site.register import making
from tests.site.register.making import AT

from answerable_site.people.access import Refused
from answerable_site.register import operations
from answerable_site.register.rules import InspectionLinkKind

pytestmark = pytest.mark.django_db


class TestConfirmInspection:
    def test_starts_the_clock_on_the_day_of_publication(self, inspection):
        assert inspection.last_lawful_day == date(2021, 9, 9)

    def test_sets_no_clock_where_the_basis_gives_none(self, officer, office, read):
        inspection = making.confirmed(officer, office, read, legal_basis="police_super_complaint")
        assert inspection.last_lawful_day is None

    def test_keeps_what_the_document_says_as_response(self, inspection):
        assert inspection.printed_response["latest_mention"] == "2021-10"

    def test_is_refused_a_second_time(self, officer, office, inspection):
        with pytest.raises(operations.DocumentAlreadyUsed):
            making.confirmed(officer, office, inspection.document)

    def test_links_the_later_part_of_a_series_to_the_earlier(self, officer, office, read):
        later = making.entered(officer, office, published_on=date(2022, 2, 1), phase="Phase two")
        first = operations.confirm_inspection(
            by=officer,
            at=AT,
            document=read,
            reading=read.readings.get(),
            facts=making.facts(),
            bodies=[office.body],
            parts_of_series=[later],
        )
        link = later.links_from.get()
        assert (link.to_inspection, link.kind) == (first, InspectionLinkKind.NEXT_PHASE)
        assert making.acts()[-1] == "register.confirm_inspection"

    def test_is_refused_to_another_office(self, read):
        other = factories.office("Lindrick")
        with pytest.raises(Refused):
            making.confirmed(factories.viewer(other.officer), other, read)


class TestEnterInspections:
    def test_enters_each_as_if_it_were_entered_by_hand(self, officer, office):
        told = [making.facts(title="One"), making.facts(title="Two", legal_basis="none")]
        one, two = operations.enter_inspections(by=officer, at=AT, body=office.body, facts=told)
        assert (one.title, one.last_lawful_day) == ("One", date(2021, 9, 9))
        assert (two.title, two.last_lawful_day) == ("Two", None)
        for inspection in (one, two):
            assert list(inspection.bodies_concerned.all()) == [office.body]
            assert inspection.kept_by == office.body
        assert making.acts() == ["register.enter_inspections"]

    def test_asks_the_database_as_often_for_many_as_for_few(
        self, officer, office, django_assert_max_num_queries
    ):
        with django_assert_max_num_queries(12):
            operations.enter_inspections(
                by=officer, at=AT, body=office.body, facts=[making.facts()] * 100
            )

    def test_is_refused_to_another_office(self, office):
        stranger = factories.viewer(factories.office("Lindrick").officer)
        with pytest.raises(Refused):
            operations.enter_inspections(by=stranger, at=AT, body=office.body, facts=[])


class TestCorrectInspection:
    def correct(self, officer, office, inspection, **changes):
        return operations.correct_inspection(
            by=officer,
            at=AT,
            inspection=inspection,
            facts=making.facts(**changes),
            bodies=[office.body],
            reason="The report was published a day later.",
        )

    def test_moves_the_clock_and_what_is_counted_from_it(self, officer, office, inspection):
        made = making.recommendation(officer, inspection, deadline="within 2 weeks")
        changed = self.correct(officer, office, inspection, published_on=date(2021, 7, 17))
        made.refresh_from_db()
        assert changed == ["Publication date"]
        assert inspection.last_lawful_day == date(2021, 9, 10)
        assert (made.due_on, made.published_on) == (date(2021, 7, 31), date(2021, 7, 17))

    def test_keeps_what_stood_before(self, officer, office, inspection):
        self.correct(officer, office, inspection, title="Another title")
        change = inspection.corrections.get().changes[0]
        assert change["before"].startswith("Thematic")
        assert making.acts()[-1] == "register.correct_inspection"

    def test_leaves_a_working_date_alone(self, officer, office, inspection):
        made = making.recommendation(officer, inspection, deadline="within 2 weeks")
        operations.set_working_deadline(
            by=officer, at=AT, recommendation=made, on=date(2026, 12, 1), reason="One cycle."
        )
        self.correct(officer, office, inspection, published_on=date(2021, 7, 17))
        made.refresh_from_db()
        assert made.expected_on == date(2026, 12, 1)


class TestExplainGap:
    def test_is_recorded_with_one_entry(self, officer, inspection):
        operations.explain_gap(
            by=officer, at=AT, inspection=inspection, missing="4 to 5", explanation="For the CPS."
        )
        assert inspection.gaps.get().missing == "4 to 5"
        assert making.acts()[-1] == "register.explain_gap"


class TestLinkInspections:
    def link(self, officer, inspection, other):
        operations.link_inspections(
            by=officer,
            at=AT,
            inspection=inspection,
            other=other,
            kind=InspectionLinkKind.SAME_REPORT,
            reason="Same words.",
        )

    def test_is_recorded_once(self, officer, office, inspection):
        other = making.entered(officer, office)
        self.link(officer, inspection, other)
        with pytest.raises(operations.AlreadyLinked):
            self.link(officer, inspection, other)
        assert making.acts().count("register.link_inspections") == 1

    def test_is_refused_for_a_report_and_itself(self, officer, inspection):
        with pytest.raises(operations.AlreadyLinked):
            self.link(officer, inspection, inspection)
