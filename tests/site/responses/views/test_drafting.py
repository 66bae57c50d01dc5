from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client
from tests import factories
from tests import factories_responses as cases

from answerable_site.responses import operations
from answerable_site.responses.models import BodyComments, Explanation, Invitation
from answerable_site.responses.rules.words import RevisionKind

TODAY = datetime(2026, 5, 11, 9, tzinfo=UTC)
DRAFTING = [
    "invite",
    "enter_comments",
    "record_no_comments",
    "own_comments",
    "reply",
    "prepare",
    "prepare_entry",
]


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


def page(found) -> str:
    return found.content.decode()


class TestEveryPage:
    @pytest.mark.parametrize("route", DRAFTING)
    def test_shows_an_officer_the_form(self, signed_in, at, route):
        found = signed_in("officer").get(at(route))
        assert found.status_code == 200
        assert page(found).count("<h1") == 1

    @pytest.mark.parametrize("route", [*DRAFTING, "response", "document", "explanations"])
    def test_is_not_found_by_another_office(self, case, at, route):
        client = Client()
        client.force_login(factories.office("Thornley").officer)
        assert client.get(at(route)).status_code == 404

    @pytest.mark.parametrize("route", [*DRAFTING, "response", "document", "explanations"])
    def test_sends_the_public_to_sign_in(self, case, at, route):
        found = Client().get(at(route))
        assert (found.status_code, "/sign-in" in found["Location"]) == (302, True)

    @pytest.mark.parametrize("route", DRAFTING)
    @pytest.mark.parametrize("role", ["holder", "publisher", "chief"])
    def test_is_refused_to_those_who_do_not_draft(self, signed_in, at, route, role):
        assert signed_in(role).get(at(route)).status_code == 403


class TestInvite:
    def test_proposes_a_date_that_leaves_three_weeks(self, signed_in, at):
        with time_machine.travel(datetime(2026, 4, 8, 9, tzinfo=UTC)):
            shown = page(signed_in("officer").get(at("invite")))
        assert 'The date proposed, <time datetime="2026-05-05">' in shown

    def test_proposes_no_other_date_once_the_chief_officer_is_invited(self, case, signed_in, at):
        cases.invited(case)
        assert "The date proposed" not in page(signed_in("officer").get(at("invite")))

    def test_warns_of_a_day_before_the_report(self, case, signed_in, at):
        operations.invite_chief_officer(
            by=case.viewer("officer"),
            at=cases.AT,
            invited_on=date(2026, 3, 31),
            comments_wanted_by=date(2026, 5, 5),
            **case.about,
        )
        shown = page(signed_in("officer").get(at("response")))
        assert "The invitation is dated 31 March 2026, before the report was published" in shown

    def test_says_nothing_of_a_day_with_the_report(self, case, signed_in, at):
        cases.invited(case)
        assert "Check the date" not in page(signed_in("officer").get(at("response")))

    def test_warns_in_words_of_a_date_that_leaves_no_time(self, signed_in, at):
        found = signed_in("officer").post(
            at("invite"),
            {
                "invited_on_day": "11",
                "invited_on_month": "5",
                "invited_on_year": "2026",
                "comments_wanted_by_day": "27",
                "comments_wanted_by_month": "5",
                "comments_wanted_by_year": "2026",
            },
            follow=True,
        )
        assert "This date is 1 day after the last lawful day, 26 May 2026." in page(found)

    def test_keeps_what_was_typed_when_dates_cannot_be(self, signed_in, at):
        found = signed_in("officer").post(
            at("invite"),
            {
                "invited_on_day": "12",
                "invited_on_month": "5",
                "invited_on_year": "2026",
                "comments_wanted_by_day": "20",
                "comments_wanted_by_month": "5",
                "comments_wanted_by_year": "2026",
            },
        )
        assert "The invitation cannot be in the future." in page(found)
        assert 'value="12"' in page(found)
        assert not Invitation.objects.exists()


class TestConflict:
    def test_shows_both_texts_and_loses_neither(self, signed_in, at):
        officer = signed_in("officer")
        officer.post(at("own_comments"), {"version": 0, "text": "What Ann wrote."})
        found = officer.post(at("own_comments"), {"version": 0, "text": "What Bo wrote."})
        assert found.status_code == 409
        shown = page(found)
        assert "Somebody changed this while you wrote" in shown
        assert "What Ann wrote." in shown
        assert ">What Bo wrote.</textarea>" in shown
        assert 'name="version" value="1"' in shown

    def test_is_over_once_the_writer_saves_again(self, signed_in, at):
        officer = signed_in("officer")
        for version, text in [(0, "What Ann wrote."), (1, "What both wrote.")]:
            officer.post(at("own_comments"), {"version": version, "text": text})
        held = BodyComments.objects.values_list("version", "text")
        assert list(held) == [(1, "What Ann wrote."), (2, "What both wrote.")]

    def test_shows_the_answer_that_another_chose(self, case, signed_in, at):
        officer = signed_in("officer")
        address = at("explain", case.recommendations[0].pk)
        officer.post(address, {"version": 0, "kind": "action_taken", "text": "Done."})
        found = officer.post(address, {"version": 0, "kind": "none_and_why", "text": "No."})
        assert "Action taken." in page(found)
        assert Explanation.objects.count() == 1


class TestExplain:
    def test_saves_a_draft_and_shows_what_it_lacks(self, case, signed_in, at):
        found = signed_in("officer").post(
            at("explain", case.recommendations[0].pk),
            {"version": 0, "kind": "action_proposed", "text": "We will."},
            follow=True,
        )
        assert "The action proposed for recommendation 1 has no owner." in page(found)

    def test_keeps_the_date_and_the_owner_of_an_action_proposed(self, case, signed_in, at):
        first = case.recommendations[0]
        signed_in("officer").post(
            at("explain", first.pk),
            {
                "version": 0,
                "kind": "action_proposed",
                "text": "We will.",
                "due_on_day": "1",
                "due_on_month": "9",
                "due_on_year": "2026",
                "owner": "Head of custody",
            },
        )
        saved = Explanation.objects.get(recommendation=first)
        assert (saved.due_on, saved.owner) == (date(2026, 9, 1), "Head of custody")

    def test_marks_an_area_for_improvement_as_optional(self, case, signed_in, at):
        shown = page(signed_in("officer").get(at("explanations")))
        assert "Optional" in shown
        assert "breach" not in shown

    def test_is_not_found_for_a_finding_of_another_report(self, case, signed_in, at):
        other = cases.finding(cases.inspection(case.office, "Another"), "Forces should count.")
        assert signed_in("officer").get(at("explain", other.pk)).status_code == 404


class TestAFurtherVersion:
    @pytest.fixture
    def officer(self, case, signed_in):
        cases.published(case, TODAY)
        return signed_in("officer")

    def begin(self, case):
        operations.begin_revision(
            by=case.viewer("officer"),
            at=TODAY,
            kind=RevisionKind.SUPPLEMENTED,
            reason="More is known.",
            **case.about,
        )

    def test_is_needed_before_an_answer_can_be_changed(self, case, officer, at):
        leads_to_form = f'href="{at("explain", case.recommendations[0].pk)}"'
        assert leads_to_form not in page(officer.get(at("explanations")))
        self.begin(case)
        assert leads_to_form in page(officer.get(at("explanations")))

    def test_is_needed_before_an_invitation_is_sent_again(self, case, officer, at):
        leads_to_form = f'href="{at("send_invitation")}"'
        assert leads_to_form not in page(officer.get(at("dispatches", "invitation")))
        self.begin(case)
        assert leads_to_form in page(officer.get(at("dispatches", "invitation")))


class TestRecordNoComments:
    def test_is_offered_again_when_the_chief_officer_was_given_another_date(
        self, case, signed_in, at
    ):
        officer = signed_in("officer")
        cases.invited(case)
        officer.post(at("record_no_comments"), {"version": 0})
        assert f'href="{at("record_no_comments")}"' not in page(officer.get(at("response")))
        operations.invite_chief_officer(
            by=case.viewer("officer"),
            at=TODAY,
            invited_on=date(2026, 5, 6),
            comments_wanted_by=date(2026, 5, 10),
            **case.about,
        )
        assert f'href="{at("record_no_comments")}"' in page(officer.get(at("response")))

    @pytest.mark.parametrize(("wanted", "offered"), [(10, True), (11, False)])
    def test_is_offered_from_the_day_after_the_date(self, case, signed_in, at, wanted, offered):
        operations.invite_chief_officer(
            by=case.viewer("officer"),
            at=cases.AT,
            invited_on=date(2026, 4, 20),
            comments_wanted_by=date(2026, 5, wanted),
            **case.about,
        )
        shown = page(signed_in("officer").get(at("response")))
        assert (f'href="{at("record_no_comments")}"' in shown) is offered

    def test_leads_to_the_invitation_that_comes_first(self, signed_in, at):
        shown = page(signed_in("officer").get(at("record_no_comments")))
        assert f'href="{at("invite")}"' in shown
        assert "<form" not in shown[shown.index("<main") :]


class TestSubmitComments:
    def test_is_open_to_the_chief_officers_office_alone(self, signed_in, at):
        assert signed_in("chief").get(at("submit_comments")).status_code == 200
        assert signed_in("officer").get(at("submit_comments")).status_code == 403

    def test_says_plainly_that_a_signature_no_longer_counts(self, case, signed_in, at):
        cases.signed(case)
        found = signed_in("chief").post(
            at("submit_comments"),
            {
                "version": 1,
                "author_name": "Robin Ashdown",
                "author_title": "Chief Constable",
                "text": "We changed our mind.",
            },
            follow=True,
        )
        assert "The response had been signed. That no longer counts" in page(found)
        assert "The chief officer’s comments were changed." in page(found)


class TestWelshBesideEnglish:
    def test_is_offered_and_asked_for_once_it_is_wanted(self, case, signed_in, at):
        officer = signed_in("officer")
        plain = officer.get(at("own_comments")).content.decode()
        assert "Give this text in Welsh as well" in plain
        assert 'name="welsh"' not in plain
        asked = officer.get(at("own_comments") + "?welsh=yes").content.decode()
        assert 'name="welsh"' in asked
        assert "Give this text in Welsh as well" not in asked

    def test_is_asked_for_everywhere_once_it_was_given(self, case, signed_in, at):
        officer = signed_in("officer")
        officer.post(
            at("own_comments"),
            {"version": 0, "text": "We welcome this.", "welsh": "Croesawn hyn."},
        )
        for page in (at("own_comments"), at("explain", case.recommendations[0].pk)):
            assert 'name="welsh"' in officer.get(page).content.decode()

    def test_alone_is_refused_in_a_sentence(self, case, signed_in, at):
        found = signed_in("officer").post(
            at("own_comments"), {"version": 0, "text": "", "welsh": "Croesawn hyn."}
        )
        assert "Enter the English as well" in found.content.decode()

    def test_that_is_not_complete_is_said_before_preparation(self, case, signed_in, at):
        cases.complete(case)
        officer = signed_in("officer")
        held = BodyComments.objects.get()
        officer.post(
            at("own_comments"),
            {"version": held.version, "text": held.text, "welsh": "Croesawn hyn."},
        )
        shown = officer.get(at("prepare")).content.decode()
        assert "The Welsh is not complete." in shown
        assert f'href="{at("explain", case.recommendations[0].pk)}"' in shown
        assert "Prepare for signature" in shown
