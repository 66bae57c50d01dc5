from __future__ import annotations

from datetime import date

import pytest
from tests import factories
from tests.factories_followup import promised
from tests.factories_support import TODAY

from answerable_site.people.access import Refused
from answerable_site.people.rules import OrganisationKind, Role
from answerable_site.support import operations, queries
from answerable_site.support.operations import Agreed, Explained
from answerable_site.support.rules import MeetingRefused


@pytest.fixture
def meeting(office):
    return operations.add_meeting(
        **office.keeping, body=office.office.body, title="Together", on=TODAY, place="Here"
    )


def explained(owner, **changed):
    return Explained(
        **{
            "does": "Stands beside people",
            "does_not": "Investigates",
            "when_to_ask": "From the report on",
            "owner": owner,
            "review_on": date(2026, 12, 1),
        }
        | changed
    )


class TestAgree:
    def test_gives_an_action_to_follow_up(self, office, meeting):
        commitment = promised(office.office, office.recommendations[0], office.office.force)
        point = operations.agree(
            **office.keeping,
            meeting=meeting,
            agreed=Agreed(
                words="Advisers join the briefing.",
                commitment=commitment,
                title="Invite advisers",
                due_on=date(2026, 7, 1),
            ),
        )
        assert list(commitment.actions.all()) == [point.action]
        assert point.action.target_on == date(2026, 7, 1)

    def test_needs_a_commitment_for_an_action(self, office, meeting):
        with pytest.raises(MeetingRefused):
            operations.agree(
                **office.keeping, meeting=meeting, agreed=Agreed(words="Do it.", title="Do it")
            )

    def test_is_the_office_s(self, office, meeting):
        with pytest.raises(Refused):
            operations.agree(**office.asking, meeting=meeting, agreed=Agreed(words="Ours."))

    def test_is_read_by_the_service(self, office, meeting):
        assert list(queries.meetings_around(office.viewer(office.worker))) == [meeting]


class TestRolePages:
    def test_are_one_for_each_organisation_that_has_a_part(self, office):
        about = {**office.keeping, "body": office.office.body}
        owner = office.office.officer
        page = operations.add_role_page(
            **about, organisation=office.organisation, explained=explained(owner)
        )
        for organisation in (office.organisation, office.office.body):
            with pytest.raises(MeetingRefused):
                operations.add_role_page(
                    **about, organisation=organisation, explained=explained(owner)
                )
        operations.explain_role(
            **office.keeping, page=page, explained=explained(owner, does="Helps")
        )
        [found] = queries.role_pages_around(office.viewer(office.worker))
        assert [one.does for one in found.texts.all()] == ["Helps", "Stands beside people"]

    def test_bring_the_prosecutors_to_the_table(self, office, meeting):
        area = factories.organisation("CPS Wexmoor", OrganisationKind.CPS_AREA, "")
        prosecutor = factories.person("A Prosecutor", (area, Role.PROSECUTOR))
        assert not queries.meetings_around(office.viewer(prosecutor)).exists()
        operations.add_role_page(
            **office.keeping,
            body=office.office.body,
            organisation=area,
            explained=explained(office.office.officer),
        )
        assert list(queries.meetings_around(office.viewer(prosecutor))) == [meeting]
