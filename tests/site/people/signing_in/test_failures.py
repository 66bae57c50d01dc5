"""What a sign-in that failed leaves in the log, and what it does not."""

from __future__ import annotations

import logging
from io import StringIO

import pytest
from django.urls import reverse
from tests import factories_signing_in

from answerable_site.audit.models import AuditEntry
from answerable_site.config.log_lines import Line

WRONG = "a password that is not right"


@pytest.fixture
def lines(caplog):
    """What the site itself logged of signing in."""

    def of() -> list[str]:
        ours = "answerable_site.people.signing_in"
        return [one.getMessage() for one in caplog.records if one.name.startswith(ours)]

    return of


class TestAFailure:
    def test_is_one_line_with_the_number_of_the_account(self, client, office, sign_in, lines):
        sign_in(client, office.officer.email.upper(), WRONG)
        assert lines() == [f"Sign-in failed: password, user {office.officer.pk}"]

    def test_of_an_account_that_is_not_there_says_so(self, client, office, sign_in, lines):
        sign_in(client, "nobody@example.org", WRONG)
        assert lines() == ["Sign-in failed: password, no such account"]

    def test_of_a_code_says_of_which_kind(self, client, office, sign_in, lines):
        factories_signing_in.app_of(office.officer)
        sign_in(client, office.officer.email)
        client.post(reverse("mfa_authenticate"), {"code": factories_signing_in.wrong_code()})
        assert lines() == [f"Sign-in failed: totp, user {office.officer.pk}"]

    @pytest.mark.usefixtures("office")
    def test_of_a_passkey_is_logged_too(self, client, lines):
        client.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})
        stranger = factories_signing_in.Passkey(owner="AA")
        answer = stranger.used({"publicKey": {"challenge": "AA"}})
        client.post(reverse("mfa_login_webauthn"), {"credential": answer})
        assert lines() == ["Sign-in failed: passkey, no such account"]

    def test_to_confirm_is_logged_too(self, client, office, sign_in, lines):
        sign_in(client, office.officer.email)
        client.post(reverse("account_reauthenticate"), {"password": WRONG})
        assert lines() == [f"Sign-in failed: password, user {office.officer.pk}"]

    def test_leaves_no_act(self, client, office, sign_in):
        before = AuditEntry.objects.count()
        sign_in(client, office.officer.email, WRONG)
        assert AuditEntry.objects.count() == before

    def test_that_locks_is_one_line_more_once(self, client, office, sign_in, lines):
        for _ in range(7):
            sign_in(client, office.officer.email, WRONG)
        locked = f"Locked out after failed sign-ins: user {office.officer.pk}"
        assert lines().count(locked) == 1
        assert len(lines()) == 8


class TestALine:
    def test_holds_nothing_that_was_typed_and_no_header(self, client, office, sign_in, monkeypatch):
        written = StringIO()
        handlers = logging.getLogger().handlers
        ours = next(one for one in handlers if isinstance(one.formatter, Line))
        monkeypatch.setattr(ours, "stream", written)
        client.defaults["HTTP_USER_AGENT"] = "a header that says something"
        for email in (office.officer.email, "nobody@example.org"):
            for _ in range(6):
                sign_in(client, email, WRONG)
        found = written.getvalue()
        assert found.count("Sign-in failed") == 12
        for secret in (office.officer.email, "nobody@", WRONG, "a header", "127.0.0.1"):
            assert secret not in found
