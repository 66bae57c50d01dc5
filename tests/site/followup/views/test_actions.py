from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests import factories_followup
from tests.factories_followup import TODAY, promised
from tests.site.followup.views.somebody import Somebody, typed

from answerable_site.followup import operations, rules
from answerable_site.followup.operations import NewAction

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]
DONE = {
    "words": "All were briefed",
    "rating": "green",
    "state": "done",
    **typed("done_on", TODAY),
}


@pytest.fixture
def action(followed):
    factories_followup.owned(followed)
    return factories_followup.action(followed)


class TestUpdateAction:
    def test_takes_state_day_and_evidence_in_one_form(self, owner, action):
        page = owner.sends(
            "update_action",
            action.pk,
            **DONE,
            evidence="file",
            file=SimpleUploadedFile("list.txt", b"forty teams"),
            file_shows="List of briefings",
            commitment=action.commitments.get().pk,
        )
        assert "The update was saved." in page
        assert "List of briefings" in page
        action.refresh_from_db()
        assert (action.state, action.done_on) == (rules.ActionState.DONE, TODAY)

    def test_gives_a_file_back_as_an_attachment(self, owner, action):
        self.test_takes_state_day_and_evidence_in_one_form(owner, action)
        answer = owner.client.get(f"/follow-up/evidence/{action.evidence.get().pk}/file/")
        assert answer["Content-Disposition"] == 'attachment; filename="list.txt"'
        assert "sandbox" in answer["Content-Security-Policy"]
        assert b"".join(answer.streaming_content) == b"forty teams"

    def test_saves_nothing_where_the_evidence_is_missing(self, owner, action):
        page = owner.sends(
            "update_action", action.pk, **DONE, evidence="link", address_shows="The list"
        )
        assert "Enter the address" in page
        assert not action.updates.exists()

    def test_refuses_a_day_to_come(self, owner, action):
        answers = DONE | typed("done_on", date(2026, 6, 2)) | {"evidence": "none"}
        page = owner.sends("update_action", action.pk, **answers)
        assert "This must be today or in the past" in page
        assert not action.updates.exists()

    def test_asks_for_the_commitment_where_there_are_several(self, owner, followed, action):
        second = promised(followed.office, followed.recommendations[1], followed.office.force)
        action.commitments.add(second)
        page = owner.sends(
            "update_action",
            action.pk,
            **DONE,
            evidence="link",
            address="https://example.org/",
            address_shows="The list",
        )
        assert "Select the commitment that the evidence is for" in page

    def test_is_refused_to_those_who_only_read(self, followed, action):
        holder = Somebody(followed.office.holder)
        assert holder.status("action", action.pk) == 200
        assert holder.status("update_action", action.pk) == 403


class TestThePage:
    def test_shows_no_commitment_that_the_viewer_does_not_see(self, followed, action):
        promised(followed.office, followed.recommendations[0], followed.cps)
        hidden = promised(
            followed.office,
            followed.recommendations[1],
            followed.office.force,
            summary="For the force and its body alone",
        )
        action.commitments.add(hidden)
        page = Somebody(followed.cps_owner).reads("action", action.pk)
        assert followed.commitment.summary in page
        assert hidden.summary not in page

    def test_says_what_it_waits_for(self, liaison, followed, action):
        other = factories_followup.action(followed, "Write the guidance")
        page = liaison.sends(
            "add_dependency", action.pk, needed=other.pk, reason="Nothing to brief on yet"
        )
        assert "Waits for: Write the guidance" in page
        refused = liaison.sends("add_dependency", other.pk, needed=action.pk, reason="And back")
        assert "These actions would wait for each other" in refused
        ended = liaison.sends("end_dependency", action.waits_for.get().pk)
        assert "It waits for nothing" in ended


class TestAddAction:
    def test_sets_the_original_date(self, liaison, followed):
        liaison.sends(
            "add_action",
            followed.commitment.pk,
            title="Print the cards",
            kind="action",
            whose="internal",
            **typed("on", date(2026, 7, 1)),
        )
        assert followed.commitment.actions.get().original_on == date(2026, 7, 1)

    def test_adds_a_task_to_an_action(self, liaison, action):
        page = liaison.sends("add_task", action.pk, title="Book the rooms")
        assert "The task was added." in page
        assert action.tasks.get().kind == rules.ActionKind.TASK


class TestLinkAction:
    def test_serves_a_second_commitment(self, liaison, followed, action):
        second = promised(followed.office, followed.recommendations[1], followed.office.force)
        page = liaison.sends(
            "link_action", action.pk, commitments=[followed.commitment.pk, second.pk]
        )
        assert "What it serves was saved." in page
        assert action.commitments.count() == 2

    def test_keeps_what_another_body_follows_up(self, officer, followed):
        first, second = (
            promised(followed.office, one, followed.cps) for one in followed.recommendations[:2]
        )
        other = factories_followup.followed_up("Aldermere")
        unseen = promised(other.office, other.recommendations[0], followed.cps)
        action = operations.add_action(
            by=followed.viewer("officer"),
            at=factories_followup.AT,
            commitment=first,
            action=NewAction(title="Train the Area"),
        )
        action.commitments.add(unseen)
        page = officer.sends("link_action", action.pk, commitments=[second.pk])
        assert "What it serves was saved." in page
        assert set(action.commitments.all()) == {second, unseen}
