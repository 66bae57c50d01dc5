"""What goes up by rule goes up once, and whoever it goes to is told once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from tests import factories_followup

from answerable_site.audit.models import AuditEntry
from answerable_site.config.schedule import escalations
from answerable_site.followup import operations
from answerable_site.followup.models import Escalation

AT = datetime(2026, 10, 1, 9, tzinfo=UTC)
"""The day after the original date of the commitment."""


@pytest.fixture
def followed(db):
    """A commitment with an owner, a sound update, and a ladder of two levels."""
    found = factories_followup.followed_up()
    factories_followup.owned(found)
    for position, person in enumerate((found.office.chief, found.office.holder)):
        operations.name_step(
            by=found.viewer("liaison"),
            at=factories_followup.AT,
            organisation=found.office.force,
            position=position,
            title=f"Level {position + 1}",
            person=person,
        )
    found.commitment.update_due_on = None
    found.commitment.save()
    return found


class TestRaiseAndTell:
    def test_raises_what_is_late_and_tells_the_first_level(self, followed):
        outcome = escalations.raise_and_tell(AT)
        assert outcome.done == ("1 thing went up.", "1 e-mail about what went up was sent.")
        (sent,) = mail.outbox
        assert sent.to == [followed.office.chief.email]
        assert sent.subject.startswith("Went up to you: Past its original date, Recommendation 1")
        assert f"/follow-up/commitments/{followed.commitment.pk}/" in sent.body
        assert sent.extra_headers["Auto-Submitted"] == "auto-generated"

    def test_does_it_once_however_often_it_runs(self, followed):
        for minutes in range(0, 60, 15):
            escalations.raise_and_tell(AT + timedelta(minutes=minutes))
        assert (Escalation.objects.count(), len(mail.outbox)) == (1, 1)
        acts = AuditEntry.objects.filter(act__startswith="followup.").values_list("act", flat=True)
        assert list(acts).count("followup.raise_escalations") == 1
        assert list(acts).count("followup.claim_escalations") == 1

    def test_tells_the_next_level_what_nobody_acknowledged(self, followed):
        escalations.raise_and_tell(AT)
        escalations.raise_and_tell(AT + timedelta(days=7))
        assert [sent.to[0] for sent in mail.outbox] == [
            followed.office.chief.email,
            followed.office.holder.email,
        ]

    def test_names_nobody_and_repeats_no_words_of_people(self, followed):
        escalations.raise_and_tell(AT)
        (sent,) = mail.outbox
        for words in (followed.owner.full_name, followed.commitment.summary):
            assert words not in sent.subject + sent.body

    def test_tells_nobody_before_seven_and_makes_it_good(self, followed):
        early = datetime(2026, 10, 1, 5, 59, tzinfo=UTC)
        escalations.raise_and_tell(early)
        assert (Escalation.objects.count(), len(mail.outbox)) == (1, 0)
        escalations.raise_and_tell(early + timedelta(minutes=1))
        assert len(mail.outbox) == 1

    def test_tells_nobody_who_may_not_see_it_any_more(self, followed):
        yesterday = (AT - timedelta(days=1)).date()
        followed.office.chief.assignments.update(to_on=yesterday)
        escalations.raise_and_tell(AT)
        assert mail.outbox == []

    def test_tries_again_where_the_mail_server_refused(self, followed, monkeypatch):
        send = EmailMessage.send
        monkeypatch.setattr(EmailMessage, "send", _disconnected)
        assert escalations.raise_and_tell(AT).failed == (f"1 e-mail {escalations.NOT_TAKEN}",)
        monkeypatch.setattr(EmailMessage, "send", send)
        escalations.raise_and_tell(AT + timedelta(minutes=15))
        assert len(mail.outbox) == 1


def _disconnected(*_: object) -> None:
    raise SMTPServerDisconnected


class TestForesee:
    def test_says_what_would_go_up_and_does_nothing(self, followed):
        assert escalations.foresee(AT) == ("1 thing would go up.",)
        assert not Escalation.objects.exists()
