from __future__ import annotations

import logging
from datetime import timedelta

import pytest
import time_machine
from axes.models import AccessAttempt
from django.urls import reverse
from tests import factories

from answerable_site.audit.models import AuditEntry

WRONG = "not the password"


def attempts(sign_in, client, email: str, count: int, **where):
    client.defaults.update(where)
    return [sign_in(client, email, WRONG).status_code for _ in range(count)]


class TestLockOut:
    def test_holds_by_the_sixth_attempt_even_with_the_right_password(
        self, client, office, sign_in, is_signed_in
    ):
        assert attempts(sign_in, client, office.officer.email, 5) == [200] * 4 + [429]
        assert sign_in(client, office.officer.email).status_code == 429
        assert not is_signed_in(client)

    def test_says_for_how_long_and_what_to_do(self, client, office, sign_in):
        attempts(sign_in, client, office.officer.email, 5)
        page = sign_in(client, office.officer.email).content.decode()
        assert "Try again in 15 minutes" in page
        assert reverse("account_reset_password") in page

    def test_is_for_one_account_at_one_address(self, client, office, sign_in):
        attempts(sign_in, client, office.officer.email, 5, REMOTE_ADDR="192.0.2.1")
        assert sign_in(client, office.holder.email).status_code == 302
        client.post(reverse("people:sign_out"))
        client.defaults["REMOTE_ADDR"] = "192.0.2.2"
        assert sign_in(client, office.officer.email).status_code == 302

    def test_does_not_care_for_the_case_of_the_address(self, client, office, sign_in):
        attempts(sign_in, client, office.officer.email.upper(), 5)
        assert sign_in(client, office.officer.email).status_code == 429

    def test_treats_an_unknown_address_alike(self, client, office, sign_in):
        assert attempts(sign_in, client, "nobody@example.org", 6) == [200] * 4 + [429] * 2

    def test_ends_after_the_time(self, client, office, sign_in):
        with time_machine.travel("2026-06-01T10:00:00Z", tick=False) as clock:
            attempts(sign_in, client, office.officer.email, 6)
            clock.shift(timedelta(minutes=16))
            assert sign_in(client, office.officer.email).status_code == 302

    def test_leaves_one_entry_however_often_it_is_tried(self, client, office, sign_in):
        attempts(sign_in, client, office.officer.email, 9)
        entry = AuditEntry.objects.get(act="people.note_lock_out")
        assert entry.subject == f"people.user:{office.officer.pk}"

    def test_leaves_no_entry_about_nobody(self, client, office, sign_in):
        before = AuditEntry.objects.count()
        attempts(sign_in, client, "nobody@example.org", 6)
        assert AuditEntry.objects.count() == before

    def test_keeps_what_was_typed_neither_in_logs_nor_in_its_table(
        self, client, office, sign_in, caplog
    ):
        with caplog.at_level(logging.DEBUG):
            attempts(sign_in, client, "a-secret-friend@example.org", 6)
        kept = str(list(AccessAttempt.objects.values()))
        assert AccessAttempt.objects.exists()
        assert caplog.records
        assert "a-secret-friend" not in caplog.text + kept

    def test_names_nobody_who_signs_in_in_a_log_of_any_level(self, client, office, sign_in, caplog):
        with caplog.at_level(logging.DEBUG, logger="axes"):
            sign_in(client, office.officer.email)
        lines = [one.getMessage() for one in caplog.records if one.name.startswith("axes")]
        assert lines
        assert not [line for line in lines if office.officer.email in line]

    def test_forgets_wrong_passwords_after_a_right_one(self, client, office, sign_in):
        for _ in range(2):
            attempts(sign_in, client, office.officer.email, 4)
            assert sign_in(client, office.officer.email).status_code == 302
            client.post(reverse("people:sign_out"))


@pytest.mark.django_db
class TestForgottenPassword:
    def ask(self, client, email: str):
        return client.post(reverse("account_reset_password"), {"email": email})

    def test_answers_the_same_whether_there_is_an_account_or_not(self, client, office, mailoutbox):
        known = self.ask(client, office.officer.email)
        unknown = self.ask(client, "nobody@example.org")
        assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
        assert [mail.to for mail in mailoutbox] == [[office.officer.email]]

    def test_leads_by_its_link_to_a_new_password(self, client, office, mailoutbox, sign_in):
        self.ask(client, office.officer.email)
        link = next(line for line in mailoutbox[0].body.splitlines() if line.startswith("http"))
        path = link.removeprefix("http://localhost:8000")
        form = client.get(path)["Location"]
        answer = client.post(form, {"password1": "another invented phrase"})
        assert answer["Location"] == reverse("account_reset_password_from_key_done")
        assert sign_in(client, office.officer.email, "another invented phrase").status_code == 302
        assert AuditEntry.objects.filter(act="people.change_password").count() == 1
        client.post(reverse("people:sign_out"))
        assert "does not work any more" in client.get(path).content.decode()

    def test_goes_to_nobody_whose_account_is_off(self, client, office, mailoutbox):
        office.officer.is_active = False
        office.officer.save()
        self.ask(client, office.officer.email)
        assert mailoutbox == []

    def test_says_whom_to_ask_where_no_mail_is_sent(self, client, office, settings, mailoutbox):
        settings.EMAIL_IS_SET_UP = False
        page = self.ask(client, office.officer.email).content.decode()
        assert "Ask an administrator" in page
        assert mailoutbox == []


class TestChangingAPassword:
    def change(self, client, old: str, new: str):
        return client.post(
            reverse("account_change_password"), {"oldpassword": old, "password1": new}
        )

    def test_needs_the_old_one(self, client, office, sign_in):
        sign_in(client, office.officer.email)
        page = self.change(client, WRONG, "another invented phrase").content.decode()
        assert "The current password is not right" in page

    def test_keeps_this_session_and_ends_the_others(self, client, office, sign_in, is_signed_in):
        from django.test import Client

        other = Client()
        for one in (client, other):
            sign_in(one, office.officer.email)
        self.change(client, factories.PASSWORD, "another invented phrase")
        assert is_signed_in(client)
        assert not is_signed_in(other)

    def test_refuses_a_short_one_with_a_sentence(self, client, office, sign_in):
        sign_in(client, office.officer.email)
        page = self.change(client, factories.PASSWORD, "too short").content.decode()
        assert "at least 12 characters" in page
