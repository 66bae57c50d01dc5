from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client
from tests import factories
from tests import factories_responses as cases

from answerable_site.people.rules import Role
from answerable_site.responses import forms, operations
from answerable_site.responses.models import BodyComments, UnsavedText
from answerable_site.responses.rules import unsaved

TODAY = datetime(2026, 5, 11, 9, 32, tzinfo=UTC)
TYPED = {"form": "own_comments", "version": 0, "text": "We wel", "language": "en-GB"}


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def colleague(case) -> Client:
    """Another response officer of the same body."""
    client = Client()
    client.force_login(factories.person("Bo Officer", (case.office.body, Role.RESPONSE_OFFICER)))
    return client


def page(found) -> str:
    return found.content.decode()


class TestTheClosedList:
    @pytest.mark.parametrize(
        ("name", "form"),
        [
            ("own_comments", forms.OwnComments(in_both=True)),
            ("reply", forms.Reply(in_both=True)),
            ("submit_comments", forms.SubmittedComments()),
            ("enter_comments", forms.EnteredComments()),
            (
                "explain:1",
                forms.Explanation(
                    in_both=True,
                    choices=forms.Choices(priorities=(("1", "One"),)),
                ),
            ),
        ],
    )
    def test_names_every_control_of_the_form(self, name, form):
        parts = ("_day", "_month", "_year")
        controls = {
            f"{field}{part}"
            for field in form.fields
            for part in (parts if field in {"due_on", "received_on"} else ("",))
        }
        sent = {control: ["x"] for control in controls}
        # A chosen file is not sent while somebody types.
        assert set(unsaved.kept_answers(name, sent)) == controls - {"version", "letter"}


class TestKeep:
    def test_says_when_it_kept_in_the_time_of_the_united_kingdom(self, signed_in, at):
        found = signed_in("officer").post(at("keep_unsaved"), TYPED)
        assert found.json() == {"said": "Kept at 10:32am, not saved yet."}
        assert UnsavedText.objects.get().answers == {"text": ["We wel"], "language": ["en-GB"]}

    def test_says_that_somebody_saved_meanwhile(self, signed_in, at):
        officer = signed_in("officer")
        officer.post(at("own_comments"), {"version": 0, "text": "We welcome this."})
        found = officer.post(at("keep_unsaved"), TYPED)
        assert "Somebody saved another version since you began" in found.json()["said"]

    def test_says_why_it_does_not_keep(self, case, signed_in, at):
        found = signed_in("officer").post(at("keep_unsaved"), TYPED | {"text": "x" * 70_000})
        assert found.status_code == 409
        assert "too long" in found.json()["said"]
        assert not UnsavedText.objects.exists()

    @pytest.mark.parametrize("sent", [{}, {"form": "own_comments", "version": "-1"}])
    def test_refuses_what_no_page_sends(self, signed_in, at, sent):
        assert signed_in("officer").post(at("keep_unsaved"), sent).status_code == 400

    def test_sends_who_is_signed_out_elsewhere_which_the_page_notices(self, at):
        found = Client().post(at("keep_unsaved"), TYPED)
        assert (found.status_code, "/sign-in" in found["Location"]) == (302, True)

    def test_asks_for_the_token_of_the_form(self, case, at):
        client = Client(enforce_csrf_checks=True)
        client.force_login(case.office.officer)
        assert client.post(at("keep_unsaved"), TYPED).status_code == 403

    def test_does_not_exist_for_another_office(self, case, at):
        client = Client()
        client.force_login(factories.office("Thornley").officer)
        assert client.post(at("keep_unsaved"), TYPED).status_code == 404


class TestTheOffer:
    def test_is_made_without_putting_the_text_in_place(self, signed_in, at):
        officer = signed_in("officer")
        officer.post(at("keep_unsaved"), TYPED)
        found = officer.get(at("own_comments"))
        assert "You typed this on 11 May 2026 at 10:32am and did not save it." in page(found)
        assert not found.context["form"]["text"].value()
        assert "data-app-keeps=" not in page(found)

    def test_puts_the_text_in_place_when_asked(self, signed_in, at):
        officer = signed_in("officer")
        officer.post(at("keep_unsaved"), TYPED | {"language": "cy-GB"})
        found = officer.get(at("own_comments"), {"unsaved": "use"})
        form = found.context["form"]
        assert (form["text"].value(), form["language"].value()) == ("We wel", "cy-GB")
        assert "data-app-keeps=" in page(found)
        assert not BodyComments.objects.exists()

    def test_puts_every_answer_of_an_explanation_in_place(self, case, signed_in, at):
        first = case.recommendations[0].pk
        officer = signed_in("officer")
        officer.post(
            at("keep_unsaved"),
            {
                "form": f"explain:{first}",
                "version": 0,
                "kind": "action_proposed",
                "due_on_day": "1",
                "due_on_month": "",
                "due_on_year": "2027",
                "owner": "Head of custody",
                "position": "accepted",
            },
        )
        found = officer.get(at("explain", first), {"unsaved": "use"})
        form = found.context["form"]
        assert form["kind"].value() == "action_proposed"
        assert form["position"].value() == "accepted"
        assert form["owner"].value() == "Head of custody"
        assert 'value="2027"' in page(found)

    def test_leads_to_the_comparison_when_somebody_saved_meanwhile(self, signed_in, at, colleague):
        officer = signed_in("officer")
        officer.post(at("keep_unsaved"), TYPED)
        colleague.post(at("own_comments"), {"version": 0, "text": "A colleague wrote."})
        found = officer.get(at("own_comments"), {"unsaved": "use"})
        assert "Somebody has saved another version since." in page(found)
        assert found.context["form"]["version"].value() == 0

    def test_is_not_made_for_what_is_saved_already(self, signed_in, at):
        officer = signed_in("officer")
        officer.post(at("own_comments"), {"version": 0, "text": "We welcome this."})
        officer.post(at("keep_unsaved"), TYPED | {"version": 1, "text": "We welcome this. "})
        assert "did not save it" not in page(officer.get(at("own_comments")))

    def test_is_made_to_the_writer_alone(self, signed_in, at, colleague):
        signed_in("officer").post(at("keep_unsaved"), TYPED)
        assert "did not save it" not in page(colleague.get(at("own_comments")))

    def test_ends_when_it_is_saved(self, signed_in, at):
        officer = signed_in("officer")
        officer.post(at("keep_unsaved"), TYPED)
        officer.post(at("own_comments"), {"version": 0, "text": "We welcome this."})
        assert not UnsavedText.objects.exists()

    def test_ends_when_it_is_saved_as_it_was(self, signed_in, at):
        officer = signed_in("officer")
        officer.post(at("own_comments"), {"version": 0, "text": "We welcome this."})
        officer.post(at("keep_unsaved"), TYPED | {"version": 1})
        officer.post(at("own_comments"), {"version": 1, "text": "We welcome this."})
        assert not UnsavedText.objects.exists()


class TestDiscard:
    def test_throws_it_away_and_leads_back(self, case, signed_in, at):
        officer = signed_in("officer")
        officer.post(at("keep_unsaved"), TYPED)
        found = officer.post(at("discard_unsaved"), {"form": "own_comments"}, follow=True)
        assert found.redirect_chain == [(at("own_comments"), 302)]
        assert "was thrown away" in page(found)
        assert not UnsavedText.objects.exists()

    def test_leads_back_to_the_finding(self, case, signed_in, at):
        first = case.recommendations[0].pk
        found = signed_in("officer").post(at("discard_unsaved"), {"form": f"explain:{first}"})
        assert found["Location"] == at("explain", first)

    def test_of_no_page_leads_back_to_the_response(self, signed_in, at):
        found = signed_in("officer").post(at("discard_unsaved"), {"form": "sign"})
        assert found["Location"] == at("response")

    def test_is_possible_after_publication(self, case, signed_in, at):
        operations.keep_unsaved(
            by=case.viewer("officer"),
            at=cases.AT,
            form="reply",
            answers={"text": ["x"]},
            version=0,
            **case.about,
        )
        cases.published(case)
        signed_in("officer").post(at("discard_unsaved"), {"form": "reply"})
        assert not UnsavedText.objects.exists()
