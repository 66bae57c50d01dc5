from __future__ import annotations

from datetime import UTC, datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from tests import factories, factories_responses

from answerable_site.config.schedule import digests
from answerable_site.home.models import Digest

AT = datetime(2026, 4, 28, 8, tzinfo=UTC)
"""28 days before the last lawful day of the case; 9 in the morning in London."""


@pytest.fixture
def case(db):
    return factories_responses.case()


class TestSend:
    def test_sends_what_is_due_to_who_can_act(self, case):
        assert digests.send(AT).done == ("1 e-mail about what is due was sent.",)
        (sent,) = mail.outbox
        assert sent.to == [case.office.officer.email]
        assert sent.from_email == "Answerable <answerable@example.org>"
        assert sent.subject.startswith("28 days left: begin the response to “Lost property")
        assert sent.extra_headers["Auto-Submitted"] == "auto-generated"
        assert Digest.objects.get().sent_at is not None

    def test_names_nobody(self, case):
        factories_responses.signed(case)
        digests.send(datetime(2026, 5, 12, 8, tzinfo=UTC))
        (sent,) = mail.outbox
        for user in case.office.people.values():
            assert user.full_name not in sent.subject + sent.body
            assert user.email not in sent.subject + sent.body

    def test_sends_it_once_however_often_it_runs(self, case):
        for minutes in range(0, 135, 15):
            digests.send(AT + timedelta(minutes=minutes))
        assert len(mail.outbox) == 1

    def test_sends_one_to_each_with_everything_in_it(self, case):
        factories_responses.inspection(case.office, title="Another report")
        other = factories_responses.case("Thornley")
        digests.send(AT)
        sent = {email.to[0]: email for email in mail.outbox}
        assert set(sent) == {case.office.officer.email, other.office.officer.email}
        assert "Another report" in sent[case.office.officer.email].body
        assert "Another report" not in sent[other.office.officer.email].body

    def test_waits_until_seven(self, case):
        early = datetime(2026, 4, 28, 5, 59, tzinfo=UTC)
        assert digests.send(early).done == (digests.TOO_EARLY,)
        digests.send(early + timedelta(minutes=1))
        assert len(mail.outbox) == 1

    def test_claims_nothing_where_no_mail_server_is_set_up(self, case, settings):
        settings.EMAIL_IS_SET_UP = False
        outcome = digests.send(AT)
        assert (outcome.done, outcome.failed) == ((digests.NO_SERVER,), ())
        assert not Digest.objects.exists()

    def test_makes_good_the_same_day_for_a_run_that_came_late(self, case):
        digests.send(datetime(2026, 4, 28, 22, 59, tzinfo=UTC))
        assert len(mail.outbox) == 1
        assert Digest.objects.get().on == AT.date()


class TestAMailServerThatRefuses:
    @pytest.fixture
    def server(self, monkeypatch):
        """Refuses the addresses in the set; gives the attempts in the list."""
        refused, attempts = set(), []
        send = EmailMessage.send

        def attempt(email, **given):
            attempts.append(email.to[0])
            if email.to[0] in refused:
                raise SMTPRecipientsRefused({email.to[0]: (550, b"no such person")})
            return send(email, **given)

        monkeypatch.setattr(EmailMessage, "send", attempt)
        return refused, attempts

    def test_keeps_nobody_else_from_their_email(self, case, server):
        other = factories_responses.case("Thornley")
        server[0].add(case.office.officer.email)
        outcome = digests.send(AT)
        assert [email.to[0] for email in mail.outbox] == [other.office.officer.email]
        assert outcome.done == ("1 e-mail about what is due was sent.",)
        assert outcome.failed[0].startswith("1 e-mail could not be sent.")

    def test_is_asked_three_times_and_no_more(self, case, server):
        server[0].add(case.office.officer.email)
        for minutes in range(0, 135, 15):
            digests.send(AT + timedelta(minutes=minutes))
        assert server[1] == [case.office.officer.email] * 3

    def test_is_asked_again_until_it_takes_it(self, case, server):
        server[0].add(case.office.officer.email)
        digests.send(AT)
        server[0].clear()
        digests.send(AT + timedelta(minutes=5))
        assert mail.outbox == []
        digests.send(AT + timedelta(minutes=15))
        assert len(mail.outbox) == 1

    def test_is_quoted_without_a_name_or_address(self, case, server):
        server[0].add(case.office.officer.email)
        digests.send(AT)
        assert Digest.objects.get().failure == (
            "The mail server did not take the e-mail (SMTPRecipientsRefused)."
        )

    @pytest.mark.parametrize("problem", [SMTPServerDisconnected(), TimeoutError(), OSError()])
    def test_may_break_off_in_any_way(self, case, monkeypatch, problem):
        def fail(*_args, **_keywords):
            raise problem

        monkeypatch.setattr(EmailMessage, "send", fail)
        assert digests.send(AT).failed


class TestASlowMailServer:
    def test_does_not_make_a_new_claim_look_old(self, case, monkeypatch):
        factories_responses.case("Thornley")
        waits = iter([0, 0, 40 * 60, 40 * 60])
        monkeypatch.setattr(digests, "monotonic", lambda: next(waits))
        digests.send(AT)
        claimed = sorted(Digest.objects.values_list("claimed_at", flat=True))
        assert claimed == [AT, AT + timedelta(minutes=40)]


class TestForesee:
    def test_says_what_would_go_to_whom_and_sends_nothing(self, case):
        (said,) = digests.foresee(AT)
        assert said.startswith(
            "To Wexmoor Officer <wexmoor-officer@example.org>: 28 days left: begin the response"
        )
        assert mail.outbox == []
        assert not Digest.objects.exists()

    def test_says_nothing_of_what_went_out(self, case):
        digests.send(AT)
        assert digests.foresee(AT) == ()

    def test_says_why_nothing_would_go(self, case, settings):
        settings.EMAIL_IS_SET_UP = False
        assert digests.foresee(AT)[0] == digests.NO_SERVER

    def test_says_nothing_where_nobody_is_reminded(self, db):
        factories.office()
        assert digests.foresee(AT) == ()
