from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests import factories

from answerable_site.people import operations, queries
from answerable_site.people.access import Refused
from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind, Role

AT = datetime(2028, 5, 4, 9, tzinfo=UTC)
DAY = date(2028, 5, 4)

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> factories.Office:
    return factories.office()


@pytest.fixture
def mayoralty() -> Organisation:
    return factories.organisation("Mayor of Wexmoor", OrganisationKind.LOCAL_POLICING_BODY, "Mayor")


def succeed(office, successor, **changed) -> Organisation:
    given = {
        "by": factories.viewer(office.administrator, on=DAY),
        "at": AT,
        "body": office.body,
        "successor": successor,
        "on": DAY,
        "reason": "The order of 2028",
    }
    return operations.succeed_body(**(given | changed))


class TestSucceedBody:
    def test_says_who_took_over_and_when(self, office, mayoralty):
        body = succeed(office, mayoralty)
        assert (body.succeeded_by, body.succeeded_on) == (mayoralty, DAY)

    def test_passes_the_force_and_with_it_the_chief_officers_office(self, office, mayoralty):
        succeed(office, mayoralty)
        mayoralty.refresh_from_db()
        assert mayoralty.force == office.force
        chief = queries.viewer_for(office.chief, on=DAY)
        assert chief.policing_body_ids == {mayoralty.pk}

    def test_keeps_the_reason_and_the_name_of_the_body_that_ended(self, office, mayoralty):
        succeed(office, mayoralty)
        last = office.body.namings.last()
        assert (last.name, last.reason) == (office.body.name, "The order of 2028")
        assert queries.naming_on(office.body, DAY).name == office.body.name

    def test_may_be_done_by_an_administrator_of_the_successor(self, office, mayoralty):
        other = factories.person("New Administrator", (mayoralty, Role.ADMINISTRATOR))
        assert succeed(office, mayoralty, by=factories.viewer(other, on=DAY)).succeeded_by

    def test_is_refused_to_everybody_else(self, office, mayoralty):
        for user in (office.holder, factories.office("Sallowfen").administrator):
            with pytest.raises(Refused):
                succeed(office, mayoralty, by=factories.viewer(user, on=DAY))

    def test_is_refused_before_the_day(self, office, mayoralty):
        with pytest.raises(operations.CannotSucceed, match="lies ahead"):
            succeed(office, mayoralty, on=date(2028, 5, 5))

    def test_is_refused_twice(self, office, mayoralty):
        succeed(office, mayoralty)
        with pytest.raises(operations.CannotSucceed, match="already"):
            succeed(office, mayoralty)

    def test_is_refused_by_a_body_that_was_succeeded_itself(self, office, mayoralty):
        succeed(office, mayoralty)
        other = factories.office("Sallowfen")
        with pytest.raises(operations.CannotSucceed, match="already"):
            succeed(other, office.body, by=factories.viewer(other.administrator, on=DAY))

    def test_is_refused_by_a_body_with_another_force(self, office):
        other = factories.office("Sallowfen")
        with pytest.raises(operations.CannotSucceed, match="another force"):
            succeed(office, other.body)
        office.body.refresh_from_db()
        assert office.body.force == office.force

    def test_is_refused_between_other_things_than_two_bodies(self, office):
        for successor in (office.body, office.force):
            with pytest.raises(operations.CannotSucceed):
                succeed(office, successor)
