from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from tests import factories, factories_followup
from tests import factories_responses as cases
from tests.factories_followup import AT, TODAY

from answerable_site.followup import operations as followup
from answerable_site.people.rules import Role
from answerable_site.publication import operations as press
from answerable_site.publication.models import PublicInspection
from answerable_site.register.models import Inspection
from answerable_site.responses import operations, queries


def telling(viewer, inspection, body):
    return queries.telling_visible_to(viewer, inspection_id=inspection.pk, body_slug=body.slug)


def entry_of(office, inspection) -> PublicInspection:
    """The report in the public register, as the body answers it."""
    return operations.prepare_public_entry(
        by=factories.viewer(office.officer), at=AT, inspection=inspection, body=office.body
    )


@dataclass(frozen=True)
class Succession:
    """A body that answered a report, and the one that succeeded it and follows it up."""

    before: factories.Office
    after: factories.Office
    inspection: Inspection

    def take_over(self) -> None:
        """What was told to the public of progress passes, and what is followed up."""
        administrator = factories.viewer(self.after.administrator)
        bodies = {"from_body": self.before.body, "to_body": self.after.body}
        followup.pass_follow_up(by=administrator, at=AT, on=TODAY, **bodies)
        press.pass_what_goes_on(by=administrator, at=AT, **bodies)

    def told(self, role: str = "officer"):
        """What the successor tells of the report."""
        viewer = factories.viewer(getattr(self.after, role))
        return telling(viewer, self.inspection, self.after.body)


@pytest.fixture
def succession(db) -> Succession:
    followed = factories_followup.followed_up()
    return Succession(followed.office, factories.office("Sallowfen"), followed.inspection)


class TestTellingOfABodyThatAnswers:
    def test_has_no_entry_while_the_report_is_not_in_the_public_register(self, case):
        found = telling(case.viewer("officer"), case.inspection, case.office.body)
        assert (found.entry, found.has_response) == (None, True)

    def test_has_the_entry_that_the_body_put_there(self, case):
        entry = entry_of(case.office, case.inspection)
        found = telling(case.viewer("officer"), case.inspection, case.office.body)
        assert found.entry == entry

    def test_does_not_take_what_it_took_over_for_its_own_answer(self, succession):
        entry_of(succession.before, succession.inspection)
        succession.take_over()
        succession.inspection.bodies_concerned.add(succession.after.body)
        cases.said(cases.Case(succession.after, succession.inspection, []))
        assert succession.told().entry is None


class TestTellingOfABodyThatTookOver:
    def test_has_the_entry_that_passed_to_it_but_no_response(self, succession):
        entry = entry_of(succession.before, succession.inspection)
        succession.take_over()
        found = succession.told()
        assert (found.entry, found.has_response) == (entry, False)

    def test_has_the_entry_of_the_report_asked_for_and_not_of_a_newer_one(self, succession):
        newer = cases.inspection(succession.before, "Guard dogs", date(2026, 5, 1))
        entry_of(succession.before, newer)
        entry = entry_of(succession.before, succession.inspection)
        succession.take_over()
        assert succession.told().entry == entry

    def test_has_no_entry_of_another_body_that_answered_the_same_report(self, succession):
        third = factories.office("Thornley")
        succession.inspection.bodies_concerned.add(third.body)
        entry_of(third, succession.inspection)
        succession.take_over()
        assert succession.told().entry is None

    def test_is_for_its_response_officers_alone(self, succession):
        succession.take_over()
        roles = {
            role
            for role, person in succession.after.people.items()
            if telling(factories.viewer(person), succession.inspection, succession.after.body)
        }
        assert roles == {Role.RESPONSE_OFFICER}

    def test_is_none_under_the_address_of_the_body_before_it(self, succession):
        succession.take_over()
        viewer = factories.viewer(succession.after.officer)
        assert telling(viewer, succession.inspection, succession.before.body) is None

    def test_is_none_of_a_report_of_which_it_follows_nothing_up(self, succession):
        further = cases.inspection(succession.before, "Guard dogs")
        succession.take_over()
        viewer = factories.viewer(succession.after.officer)
        assert telling(viewer, further, succession.after.body) is None

    def test_is_none_of_a_body_that_took_nothing_over(self, succession):
        bodies = (succession.before.body, succession.after.body)
        person = factories.person("Both", *((body, Role.RESPONSE_OFFICER) for body in bodies))
        viewer = factories.viewer(person)
        assert telling(viewer, succession.inspection, succession.after.body) is None
