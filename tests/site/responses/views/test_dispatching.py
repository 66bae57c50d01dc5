from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests import factories
from tests import factories_dispatches as sending
from tests import factories_responses as cases

from answerable_site.publication import operations as press
from answerable_site.responses import operations
from answerable_site.responses.models import Dispatch, Invitation, KeptFile, Recipient
from answerable_site.responses.rules.words import Purpose

NOW = cases.LATER + timedelta(hours=1)
SECRETARY = "copy_to_secretary"
TO = {"recipient": "The Secretary of State", "address": "copies@department.example"}


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def public(case):
    return cases.published(case)


def page(found) -> str:
    return found.content.decode()


def confirmed(shown) -> dict[str, str]:
    """The hidden answers of the form that sends what is shown."""
    form = re.search(r'<form method="post" novalidate>.*?Send now', page(shown), re.DOTALL)
    assert form
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form[0]))


class TestSendCopy:
    def test_shows_exactly_what_goes_out_and_sends_nothing_yet(self, public, signed_in, at):
        shown = page(signed_in("officer").post(at("send_copy", SECRETARY), TO))
        assert "copies@department.example" in shown
        assert "section 55(6)(b) of the Police Act 1996" in shown
        assert re.search(r"letter\.pdf \(\d", shown)
        assert re.search(r"lost-property-in-custody-suites-v1\.pdf \(\d", shown)
        assert not Dispatch.objects.exists()
        assert mail.outbox == []

    def test_sends_what_was_shown_once_it_is_confirmed(
        self, public, signed_in, at, django_capture_on_commit_callbacks
    ):
        officer = signed_in("officer")
        shown = officer.post(at("send_copy", SECRETARY), TO)
        with django_capture_on_commit_callbacks(execute=True):
            sent = officer.post(at("send_copy", SECRETARY), confirmed(shown), follow=True)
        (message,) = mail.outbox
        assert message.to == ["copies@department.example"]
        assert [name for name, _, _ in message.attachments] == [
            "letter.pdf",
            "lost-property-in-custody-suites-v1.pdf",
        ]
        assert "The mail server took the e-mail on" in page(
            officer.get(at("dispatches", SECRETARY))
        )
        assert sent.redirect_chain[0][0] == at("dispatches", SECRETARY)

    def test_shows_again_what_changed_before_it_was_confirmed(self, public, signed_in, at):
        officer = signed_in("officer")
        shown = officer.post(at("send_copy", SECRETARY), TO)
        found = officer.post(
            at("send_copy", SECRETARY), confirmed(shown) | {"address": "other@example.org"}
        )
        assert "has changed since it was shown" in page(found)
        assert not Dispatch.objects.exists()

    def test_shows_again_what_bears_another_date_after_midnight(self, public, signed_in, at):
        officer = signed_in("officer")
        shown = officer.post(at("send_copy", SECRETARY), TO)
        with time_machine.travel(NOW + timedelta(days=1), tick=False):
            officer = signed_in("officer")
            found = officer.post(at("send_copy", SECRETARY), confirmed(shown))
        assert "has changed since it was shown" in page(found)

    def test_begins_with_the_address_of_the_last_time(self, case, public, signed_in, at):
        sending.on_its_way(case, purpose=Purpose.COPY_TO_SECRETARY)
        shown = page(signed_in("officer").get(at("send_copy", SECRETARY)))
        assert f'value="{sending.ADDRESS}"' in shown

    def test_says_that_e_mail_is_not_set_up_and_sends_nothing(
        self, public, signed_in, at, settings
    ):
        settings.EMAIL_IS_SET_UP = False
        officer = signed_in("officer")
        shown = officer.post(at("send_copy", SECRETARY), TO)
        assert "E-mail is not set up" in page(shown)
        assert at("record_dispatch", SECRETARY) in page(shown)
        assert "Send now" not in page(shown)

    def test_sends_nothing_of_a_withdrawn_version(self, case, public, signed_in, at):
        press.withdraw_response(
            by=case.viewer("publisher"), at=cases.LATER, response=public, reason="Wrong."
        )
        found = signed_in("officer").post(at("send_copy", SECRETARY), TO, follow=True)
        assert "Nothing is public now" in page(found)

    @pytest.mark.parametrize("purpose", ["invitation", "copy_to_nobody"])
    def test_is_not_found_for_another_purpose(self, public, signed_in, at, purpose):
        assert signed_in("officer").get(at("send_copy", purpose)).status_code == 404

    def test_is_refused_to_those_who_do_not_draft(self, public, signed_in, at):
        assert signed_in("publisher").get(at("send_copy", SECRETARY)).status_code == 403

    def test_is_not_found_by_another_office(self, public, at):
        client = Client()
        client.force_login(factories.office("Thornley").officer)
        assert client.post(at("send_copy", SECRETARY), TO).status_code == 404


class TestRecordDispatch:
    GIVEN = (
        ("version", "1"),
        ("channel", "post"),
        ("sent_on_day", "11"),
        ("sent_on_month", "5"),
        ("sent_on_year", "2026"),
        ("recipient", "The Secretary of State"),
        ("proof", ""),
    )

    def send(self, client, address, **more):
        return client.post(address, dict(self.GIVEN) | more, follow=True)

    def test_records_a_file_as_the_proof(self, public, signed_in, at):
        receipt = SimpleUploadedFile("receipt.pdf", b"%PDF-1.7 receipt")
        found = self.send(signed_in("officer"), at("record_dispatch", SECRETARY), file=receipt)
        shown = page(found)
        assert "Sent by post to The Secretary of State on 11 May 2026." in shown
        assert "receipt.pdf" in shown
        assert KeptFile.objects.get().sha256 in shown

    def test_says_what_to_do_where_nothing_shows_it(self, public, signed_in, at):
        found = self.send(signed_in("officer"), at("record_dispatch", SECRETARY))
        assert "Say how it can be shown that it was sent, or add a file" in page(found)
        assert not Dispatch.objects.exists()

    def test_refuses_a_file_over_the_limit_of_the_installation(
        self, public, signed_in, at, settings
    ):
        settings.MAX_UPLOAD_BYTES = 1024 * 1024
        large = SimpleUploadedFile("a.txt", b"a" * (1024 * 1024 + 1))
        found = self.send(signed_in("officer"), at("record_dispatch", SECRETARY), file=large)
        assert "must be smaller than 1 MB" in page(found)
        assert not KeptFile.objects.exists()

    def test_tells_of_nothing_published(self, case, signed_in, at):
        cases.signed(case)
        found = self.send(signed_in("officer"), at("record_dispatch", SECRETARY))
        assert "Nothing is published yet" in page(found)


class TestDispatches:
    def test_is_read_by_everybody_who_takes_part(self, case, public, signed_in, at):
        sending.recorded(case)
        for role in ("officer", "holder", "publisher", "chief"):
            shown = page(signed_in(role).get(at("dispatches", "copy_to_inspectors")))
            assert "Proof" in shown or "Recorded delivery 12." in shown

    def test_offers_the_acts_to_officers_alone(self, public, signed_in, at):
        address = at("send_copy", SECRETARY)
        assert address in page(signed_in("officer").get(at("dispatches", SECRETARY)))
        assert address not in page(signed_in("holder").get(at("dispatches", SECRETARY)))


class TestResponsePage:
    def test_asks_for_no_copies_before_publication(self, case, signed_in, at):
        cases.signed(case)
        assert "Send copies" not in page(signed_in("officer").get(at("response")))

    def test_asks_for_each_copy_once_it_is_public(self, public, signed_in, at):
        shown = page(signed_in("officer").get(at("response")))
        assert "Send a copy to the inspectors of constabulary" in shown
        assert at("dispatches", SECRETARY) in shown

    def test_shows_the_day_of_what_was_sent(self, case, public, signed_in, at):
        sending.recorded(case)
        shown = page(signed_in("holder").get(at("response")))
        assert "Version 1 was sent to The Inspectors on 11 May 2026, by post." in shown

    def test_warns_of_an_e_mail_of_which_nothing_is_known(self, case, public, signed_in, at):
        dispatch = sending.on_its_way(case)
        Dispatch.objects.filter(pk=dispatch.pk).update(message_id="<a@example.org>")
        shown = page(signed_in("officer").get(at("response")))
        assert "It is not known whether this e-mail went out." in shown

    def test_warns_of_an_invitation_that_failed(self, case, signed_in, at):
        dispatch = sending.invitation(case, NOW.date(), cases.LATER)
        operations.note_failed(
            by=case.viewer("officer"),
            at=cases.LATER,
            dispatch_id=dispatch.pk,
            failure="No server answered.",
        )
        shown = page(signed_in("officer").get(at("response")))
        assert "Invitation to the chief officer: No server answered." in shown

    def test_is_quiet_once_the_invitation_was_recorded_by_hand(self, case, signed_in, at):
        dispatch = sending.invitation(case, NOW.date(), cases.LATER)
        operations.note_failed(
            by=case.viewer("officer"),
            at=cases.LATER,
            dispatch_id=dispatch.pk,
            failure="No server answered.",
        )
        operations.invite_chief_officer(
            by=case.viewer("officer"),
            at=NOW,
            invited_on=NOW.date(),
            comments_wanted_by=NOW.date(),
            **case.about,
        )
        assert "No server answered." not in page(signed_in("officer").get(at("response")))

    def test_warns_that_a_later_version_was_not_sent(self, case, public, signed_in, at):
        sending.recorded(case)
        press.withdraw_response(
            by=case.viewer("publisher"), at=cases.LATER, response=public, reason="Wrong."
        )
        cases.prepare(case)
        cases.sign(case)
        cases.publish(case)
        shown = page(signed_in("officer").get(at("response")))
        assert "version 2 is public, but only an earlier version was sent." in shown


class TestHistory:
    def test_tells_what_was_sent_and_how_it_is_shown(self, case, public, signed_in, at):
        sending.recorded(case)
        shown = page(signed_in("holder").get(at("history")))
        assert "Send a copy to the inspectors of constabulary, version 1: recorded as sent" in shown
        assert "Recorded delivery 12." in shown


class TestSendInvitation:
    ASKED = (
        ("recipient", "Chief Constable"),
        ("address", "chief@wexmoor.example"),
        ("comments_wanted_by_day", "20"),
        ("comments_wanted_by_month", "5"),
        ("comments_wanted_by_year", "2026"),
    )

    def test_begins_with_the_address_of_the_force(self, case, signed_in, at):
        case.office.force.email = "office@force.example"
        case.office.force.save()
        assert 'value="office@force.example"' in page(
            signed_in("officer").get(at("send_invitation"))
        )

    def test_records_the_invitation_once_it_went_out(
        self, case, signed_in, at, django_capture_on_commit_callbacks
    ):
        officer = signed_in("officer")
        shown = officer.post(at("send_invitation"), dict(self.ASKED))
        assert not Invitation.objects.exists()
        with django_capture_on_commit_callbacks(execute=True):
            officer.post(at("send_invitation"), confirmed(shown))
        invitation = Invitation.objects.get()
        assert invitation.comments_wanted_by.isoformat() == "2026-05-20"
        assert "20 May 2026" in mail.outbox[0].body
        assert Recipient.objects.get().email == "chief@wexmoor.example"

    def test_warns_of_a_date_that_leaves_no_time(self, case, signed_in, at):
        asked = dict(self.ASKED) | {"comments_wanted_by_day": "27"}
        shown = page(signed_in("officer").post(at("send_invitation"), asked))
        assert "This date is 1 day after the last lawful day" in shown


class TestInvite:
    DATES = (
        ("invited_on_day", "11"),
        ("invited_on_month", "5"),
        ("invited_on_year", "2026"),
        ("comments_wanted_by_day", "20"),
        ("comments_wanted_by_month", "5"),
        ("comments_wanted_by_year", "2026"),
    )

    def test_keeps_the_letter_as_proof(self, signed_in, at):
        officer = signed_in("officer")
        letter = SimpleUploadedFile("invitation.txt", b"Dear Chief Constable")
        officer.post(at("invite"), dict(self.DATES) | {"channel": "post", "file": letter})
        shown = page(officer.get(at("dispatches", "invitation")))
        assert "Sent by post to Chief Constable, Wexmoor Constabulary on 11 May 2026." in shown
        assert "invitation.txt" in shown

    def test_asks_how_it_was_sent_where_something_shows_it(self, signed_in, at):
        found = signed_in("officer").post(at("invite"), dict(self.DATES) | {"proof": "Number 12"})
        assert "Select how the invitation was sent" in page(found)
        assert not Invitation.objects.exists()
