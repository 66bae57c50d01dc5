from __future__ import annotations

import json
from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from tests.site.audit.acts import Office

from answerable_site.audit.models import AuditEntry
from answerable_site.config.schedule import heads


@pytest.fixture
def office(db, tmp_path, settings):
    """An office with a key that has acted once."""
    office = Office(tmp_path)
    settings.AUDIT_KEY, settings.AUDIT_HEADS = office.key, office.file.parent
    office.begin_heads()
    office.act()
    return office


def numbers(office: Office) -> list[int]:
    return [json.loads(line)["number"] for line in office.file.read_text().splitlines()]


class TestSign:
    def test_writes_a_head_and_says_so(self, office):
        outcome = heads.sign(office.later())
        assert outcome.done == (f"Head 1 was signed over 1 entry and written to {office.file}.",)

    def test_writes_none_where_nothing_was_done_since(self, office):
        heads.sign(office.later())
        assert heads.sign(office.later()).done == ()
        assert numbers(office) == [1]

    def test_writes_another_once_something_was_done(self, office):
        heads.sign(office.later())
        office.act()
        heads.sign(office.later())
        assert numbers(office) == [1, 2]

    def test_writes_one_a_day_at_least(self, office):
        heads.sign(office.later())
        office.now += timedelta(days=1)
        heads.sign(office.later())
        assert numbers(office) == [1, 2]

    def test_says_that_there_is_no_key(self, office):
        office.key.unlink()
        assert "make-key" in heads.sign(office.later()).done[0]
        assert not office.file.exists()

    def test_fails_with_a_sentence_where_heads_are_gone(self, office):
        heads.sign(office.later())
        office.file.unlink()
        assert "head 1 was signed" in heads.sign(office.later()).failed[0]

    def test_fails_with_a_sentence_where_the_last_head_is_none(self, office):
        heads.sign(office.later())
        office.file.write_text("x\n")
        assert "is no head" in heads.sign(office.later()).failed[0]

    def test_leaves_a_record_that_is_whole(self, office):
        heads.sign(office.later())
        assert office.verify().faults == ()


class TestTheWitness:
    @pytest.fixture(autouse=True)
    def _named(self, settings):
        settings.AUDIT_WITNESS = "audit@example.org"

    def test_gets_the_head_by_e_mail_and_as_a_file(self, office):
        heads.sign(office.later())
        (email,) = mail.outbox
        line = office.file.read_text()
        assert email.to == ["audit@example.org"]
        assert line in email.body
        assert email.attachments[0].content == line

    def test_gets_nothing_where_no_head_was_due(self, office):
        heads.sign(office.later())
        heads.sign(office.later())
        assert len(mail.outbox) == 1

    def test_is_not_reached_without_a_mail_server(self, office, settings):
        settings.EMAIL_IS_SET_UP = False
        outcome = heads.sign(office.later())
        assert "ANSWERABLE_EMAIL_URL" in outcome.failed[0]
        assert numbers(office) == [1]

    def test_is_not_reached_where_the_mail_server_refuses(self, office, monkeypatch):
        def refuse(_email):
            raise SMTPServerDisconnected

        monkeypatch.setattr(EmailMessage, "send", refuse)
        assert "SMTPServerDisconnected" in heads.sign(office.later()).failed[0]
        assert numbers(office) == [1]


class TestForesee:
    def test_says_that_the_record_would_be_signed(self, office):
        assert heads.foresee(office.later()) == ("The record of acts would be signed.",)
        assert AuditEntry.objects.count() == 1

    def test_says_nothing_where_nothing_is_due(self, office):
        heads.sign(office.later())
        assert heads.foresee(office.later()) == ()

    def test_says_that_there_is_no_key(self, office):
        office.key.unlink()
        assert "make-key" in heads.foresee(office.later())[0]

    def test_says_what_is_wrong_with_the_heads(self, office):
        office.file.parent.mkdir()
        office.file.write_text("x\n")
        assert "is no head" in heads.foresee(office.later())[0]
