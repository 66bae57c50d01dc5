from __future__ import annotations

from datetime import date, timedelta
from email import message_from_bytes, policy
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
import time_machine
from django.core import mail
from django.core.files.storage import default_storage
from django.core.mail.backends.locmem import EmailBackend
from tests import factories_dispatches as sending
from tests import factories_responses as cases

from answerable_site.audit.models import AuditEntry
from answerable_site.people.rules import PRODUCT
from answerable_site.publication import operations as press
from answerable_site.publication.models import PublishedFile
from answerable_site.responses import operations, queries, tasks
from answerable_site.responses.models import Dispatch, Invitation, KeptFile

NOW = cases.LATER + timedelta(minutes=1)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def dispatch(case):
    cases.published(case)
    return sending.on_its_way(case)


def run(dispatch: Dispatch, wanted_by: str = "") -> Dispatch:
    tasks.send_dispatch.call(dispatch.pk, wanted_by)
    dispatch.refresh_from_db()
    return dispatch


@pytest.fixture
def server(monkeypatch, settings) -> list[bytes]:
    """A mail server that takes everything; what it took."""
    taken: list[bytes] = []

    class Server:
        def __init__(self, *_, **__):
            pass

        def sendmail(self, _sender, _recipients, content):
            taken.append(content)

        def quit(self):
            pass

    monkeypatch.setattr("smtplib.SMTP", Server)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    return taken


def kept_message(dispatch: Dispatch):
    with default_storage.open(dispatch.file.stored_as) as stored:
        return message_from_bytes(stored.read(), policy=policy.default)


class TestSendDispatch:
    def test_sends_to_the_recipient_and_notes_it(self, dispatch):
        run(dispatch)
        (sent,) = mail.outbox
        assert sent.to == [sending.ADDRESS]
        assert (dispatch.state, dispatch.sent_at) == ("sent", NOW)
        assert dispatch.message_id in dispatch.proof

    def test_sends_nothing_that_was_withdrawn_while_it_waited(self, case, dispatch):
        press.withdraw_response(
            by=case.viewer("publisher"),
            at=NOW,
            response=dispatch.public_version,
            reason="It names a witness.",
        )
        run(dispatch)
        assert mail.outbox == []
        assert dispatch.state == "failed"
        assert "withdrawn before this e-mail went out" in dispatch.failure

    def test_has_answers_go_to_the_body(self, case, dispatch):
        case.office.body.email = "office@wexmoor.example"
        case.office.body.save()
        run(dispatch)
        assert mail.outbox[0].reply_to == ["office@wexmoor.example"]

    def test_leaves_one_entry_for_each_step(self, dispatch):
        before = AuditEntry.objects.count()
        run(dispatch)
        acts = [entry.act for entry in AuditEntry.objects.order_by("sequence")[before:]]
        assert acts == ["responses.take_up_dispatch", "responses.note_sent"]

    def test_sends_once_however_often_it_runs(self, dispatch):
        for _ in range(3):
            run(dispatch)
        assert len(mail.outbox) == 1
        assert KeptFile.objects.count() == 1

    def test_sends_once_when_another_worker_runs_it_meanwhile(self, dispatch, monkeypatch):
        """The second run falls between taking up and noting: the worst moment."""
        send = EmailBackend.send_messages

        def send_and_run_again(backend, messages):
            monkeypatch.setattr(EmailBackend, "send_messages", send)
            tasks.send_dispatch.call(dispatch.pk)
            return send(backend, messages)

        monkeypatch.setattr(EmailBackend, "send_messages", send_and_run_again)
        assert run(dispatch).state == "sent"
        assert len(mail.outbox) == 1

    def test_never_sends_again_after_a_crash_between_sending_and_noting(
        self, dispatch, monkeypatch
    ):
        def crash(**_):
            raise MemoryError

        note_sent = operations.note_sent
        monkeypatch.setattr(operations, "note_sent", crash)
        with pytest.raises(MemoryError):
            tasks.send_dispatch.call(dispatch.pk)
        monkeypatch.setattr(operations, "note_sent", note_sent)
        assert run(dispatch).state == "waiting"
        assert len(mail.outbox) == 1

    def test_leaves_to_people_what_waited_too_long(self, dispatch):
        with time_machine.travel(cases.LATER + timedelta(minutes=11)):
            run(dispatch)
        assert mail.outbox == []
        assert dispatch.state == "failed"
        assert "send it again" in dispatch.failure

    def test_does_not_send_what_made_way_for_another(self, case, dispatch):
        later = cases.LATER + timedelta(minutes=16)
        second = sending.on_its_way(case, later)
        with time_machine.travel(later):
            run(dispatch)
            run(second)
        assert len(mail.outbox) == 1
        assert (dispatch.state, second.state) == ("failed", "sent")

    def test_is_believed_when_it_went_out_although_it_had_made_way(self, case, dispatch):
        operations.take_up_dispatch(
            by=PRODUCT, at=NOW, dispatch_id=dispatch.pk, message_id="<a@example.org>"
        )
        later = cases.LATER + timedelta(minutes=16)
        sending.on_its_way(case, later)
        noted = operations.note_sent(
            by=PRODUCT, at=later, dispatch_id=dispatch.pk, message=b"", proof="Taken."
        )
        assert (noted.state, noted.failure) == ("sent", "")


class TestFailures:
    @pytest.mark.parametrize(
        ("error", "says"),
        [
            (SMTPRecipientsRefused({}), tasks.REFUSED),
            (SMTPServerDisconnected(), tasks.BROKEN_OFF),
            (TimeoutError(), tasks.BROKEN_OFF),
            (ZeroDivisionError(), tasks.UNEXPECTED),
        ],
    )
    def test_are_told_in_a_sentence(self, dispatch, monkeypatch, error, says):
        def fail(_backend, _messages):
            raise error

        monkeypatch.setattr(EmailBackend, "send_messages", fail)
        run(dispatch)
        assert (dispatch.state, dispatch.failure) == ("failed", says)
        assert dispatch.file is None

    def test_are_certain_where_no_server_answers(self, dispatch, settings):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
        assert run(dispatch).failure == tasks.NOT_REACHED

    def test_say_that_nothing_is_set_up(self, dispatch, settings):
        settings.EMAIL_IS_SET_UP = False
        assert run(dispatch).failure == tasks.NOT_SET_UP
        assert mail.outbox == []


class TestTheMessageKept:
    def test_is_the_very_message_that_the_server_took(self, dispatch, server):
        run(dispatch)
        (taken,) = server
        with default_storage.open(dispatch.file.stored_as) as stored:
            assert stored.read() == taken

    def test_holds_nothing_but_what_was_shown(self, case, dispatch):
        shown = sending.mail(case)
        message = kept_message(run(dispatch))
        text, *attached = list(message.iter_parts())
        assert text.get_content().replace("\r\n", "\n").strip() == shown.text.strip()
        assert [(part.get_filename(), part.get_content()) for part in attached] == [
            (file.name, file.content) for file in shown.attachments
        ]

    def test_attaches_the_published_pdf_byte_for_byte(self, dispatch):
        _, _, published = list(kept_message(run(dispatch)).iter_parts())
        assert published.get_content() == bytes(PublishedFile.objects.get(format="pdf").content)

    def test_bears_no_header_beyond_the_few_that_mail_needs(self, dispatch):
        message = kept_message(run(dispatch))
        assert set(message.keys()) == {
            *("Content-Type", "MIME-Version", "Subject", "From", "To", "Date", "Message-ID"),
        }

    def test_names_neither_the_machine_nor_a_person(self, case, dispatch):
        import socket

        run(dispatch)
        with default_storage.open(dispatch.file.stored_as) as stored:
            content = stored.read()
        assert dispatch.message_id.endswith("@example.org>")
        assert socket.getfqdn().encode() not in content
        assert case.office.officer.full_name.encode() not in content
        assert case.office.officer.email.encode() not in content


class TestInvitation:
    WANTED = date(2026, 5, 20)

    def test_counts_from_the_moment_the_server_took_it(self, case):
        dispatch = sending.invitation(case, self.WANTED, cases.LATER)
        run(dispatch, "2026-05-20")
        invitation = Invitation.objects.get()
        assert invitation.invited_on == date(2026, 5, 11)
        assert invitation.comments_wanted_by == self.WANTED
        assert invitation.file_id == dispatch.file_id is not None
        assert invitation.recorded_by == case.office.officer

    def test_does_not_count_if_it_failed(self, case, settings):
        settings.EMAIL_IS_SET_UP = False
        run(sending.invitation(case, self.WANTED, cases.LATER), "2026-05-20")
        assert not Invitation.objects.exists()

    def test_voids_what_was_prepared_meanwhile(self, case):
        cases.complete(case)
        dispatch = sending.invitation(case, self.WANTED, cases.LATER)
        preparation = cases.prepare(case)
        run(dispatch, "2026-05-20")
        assert preparation.voiding.because == "The invitation to the chief officer was changed."

    def test_attaches_its_letter_and_no_response(self, case):
        dispatch = run(sending.invitation(case, self.WANTED, cases.LATER), "2026-05-20")
        attached = [part.get_filename() for part in kept_message(dispatch).iter_attachments()]
        assert attached == ["letter.pdf"]

    def test_names_in_the_letter_the_date_that_is_recorded(self, case):
        dispatch = run(sending.invitation(case, self.WANTED, cases.LATER), "2026-05-20")
        assert "20 May 2026" in queries.outgoing_of(dispatch).text
