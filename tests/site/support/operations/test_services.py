from __future__ import annotations

from datetime import date

import pytest
from tests import factories, factories_support
from tests.factories_support import TODAY, described

from answerable_site.people.access import Refused
from answerable_site.people.rules import Role
from answerable_site.support import operations, queries
from answerable_site.support.operations import MonthOfCapacity, NewContract, Reached
from answerable_site.support.rules import ServiceRefused

MAY = date(2026, 5, 1)


def month(waiting, day=MAY):
    return MonthOfCapacity(day, places=40, in_support=36, waiting=waiting, usual_wait=None)


def contract(office, **changed):
    new = NewContract(
        **{
            "title": "Advisers",
            "from_on": date(2026, 4, 1),
            "to_on": date(2027, 3, 31),
            "pounds": 250_000,
            "outcomes_wanted": "Better informed",
        }
        | changed
    )
    return operations.add_contract(**office.keeping, service=office.service, new=new)


def reached(office, **changed):
    new = Reached(
        **{
            "from_on": date(2026, 1, 1),
            "to_on": date(2026, 3, 31),
            "outcome": "Better informed",
            "supported": 40,
            "reached": 30,
            "how_known": "Questions at the end",
        }
        | changed
    )
    return operations.report_outcome(**office.asking, service=office.service, new=new)


class TestTheDirectory:
    def test_names_an_organisation_once_and_only_a_support_service(self, office):
        for organisation in (office.organisation, office.office.force):
            with pytest.raises(ServiceRefused):
                operations.add_service(
                    **office.keeping,
                    body=office.office.body,
                    organisation=organisation,
                    described=described("Another"),
                )

    def test_names_services_that_do_not_work_here(self, office):
        added = operations.add_service(
            **office.keeping,
            body=office.office.body,
            organisation=None,
            described=described("A Charity"),
        )
        officer = office.viewer(office.office.officer)
        assert {one.name for one in queries.services_visible_to(officer)} == {
            *("A Charity", "Wexmoor Support")
        }
        with pytest.raises(Refused):
            operations.describe_service(**office.asking, service=added, described=described("Ours"))

    def test_keeps_what_an_entry_said_before(self, office):
        operations.describe_service(
            **office.asking, service=office.service, described=described("Wexmoor Advisers")
        )
        assert [one.name for one in queries.entries_of(office.service)] == [
            *("Wexmoor Advisers", "Wexmoor Support")
        ]

    def test_is_not_seen_from_another_county(self, office):
        other = factories_support.listening("Sallowfen")
        for user in (other.office.officer, other.worker):
            seen = queries.services_visible_to(other.viewer(user))
            assert [one.pk for one in seen] == [other.service.pk]

    def test_is_read_by_the_police_and_by_the_service(self, office):
        officer = factories.person("An Investigator", (office.office.force, Role.INVESTIGATOR))
        for user in (officer, office.worker):
            assert queries.services_visible_to(office.viewer(user)).count() == 1

    def test_changes_no_more_once_a_service_is_taken_out(self, office):
        operations.end_service(**office.keeping, service=office.service, reason="Closed down")
        with pytest.raises(ServiceRefused):
            operations.record_capacity(**office.asking, service=office.service, new=month(3))


class TestCapacity:
    def test_of_a_month_is_what_was_recorded_last(self, office):
        for waiting in (9, 11):
            operations.record_capacity(**office.asking, service=office.service, new=month(waiting))
        operations.record_capacity(
            **office.asking, service=office.service, new=month(4, date(2026, 3, 1))
        )
        found = queries.capacity_of(office.service)
        assert [(one.month, one.waiting) for one in found] == [
            (MAY, 11),
            (date(2026, 3, 1), 4),
        ]
        assert queries.capacities_of([office.service])[office.service.pk].waiting == 11

    def test_lies_in_no_month_ahead(self, office):
        with pytest.raises(ServiceRefused):
            operations.record_capacity(
                **office.asking, service=office.service, new=month(3, date(2026, 7, 1))
            )


class TestCommissioning:
    def test_is_the_office_s(self, office):
        with pytest.raises(Refused):
            operations.add_contract(
                **office.asking,
                service=office.service,
                new=NewContract("Ours", TODAY, TODAY, 1, "All"),
            )

    def test_leads_from_the_need_to_the_contract(self, office):
        need = operations.add_need(
            **office.keeping,
            body=office.office.body,
            title="More advisers",
            words="Too few",
            source="Needs assessment 2026",
            assessed_on=date(2026, 1, 12),
        )
        made = contract(office, need=need)
        [found] = queries.needs_visible_to(office.viewer(office.worker))
        assert list(found.contracts.all()) == [made]

    def test_takes_outcomes_with_and_without_a_contract_of_the_service(self, office):
        made = contract(office)
        assert reached(office, contract=made).contract == made
        assert reached(office).contract is None
        other = factories_support.listening("Sallowfen")
        with pytest.raises(ServiceRefused):
            reached(office, contract=contract(other))
        with pytest.raises(ServiceRefused):
            reached(office, reached=41)
