"""What whoever runs the server can do for an account, and what it leaves."""

from __future__ import annotations

import pytest
import typer
from django.core.management import CommandError, call_command
from django.urls import reverse
from tests import factories, factories_signing_in
from typer.testing import CliRunner

from answerable_site.audit.models import AuditEntry
from answerable_site.config import commands
from answerable_site.people import operations
from answerable_site.people.models import SecondFactorReset
from answerable_site.people.queries import has_second_factor

pytestmark = pytest.mark.django_db
NEW = "another invented phrase"


@pytest.fixture
def office() -> factories.Office:
    return factories.office()


def run(*arguments: str, typed: str = ""):
    app = typer.Typer()
    commands.plug_into(app)
    return CliRunner().invoke(app, list(arguments), input=typed)


def entry(act: str) -> AuditEntry:
    return AuditEntry.objects.get(act=act)


class TestResetSecondFactor:
    def reset(self, user, *, reason: str = "Both telephones were lost"):
        return run("reset-second-factor", user.email.upper(), "--reason", reason)

    def test_takes_it_away_and_ends_every_session(self, client, office):
        factories_signing_in.all_factors_of(office.administrator)
        client.force_login(office.administrator)
        found = self.reset(office.administrator)
        assert (found.exit_code, has_second_factor(office.administrator)) == (0, False)
        assert not office.administrator.authenticator_set.exists()
        assert client.get(reverse("people:account")).status_code == 302

    def test_leaves_one_entry_that_says_where_and_why(self, office):
        factories_signing_in.app_of(office.administrator)
        before = AuditEntry.objects.count()
        self.reset(office.administrator)
        assert AuditEntry.objects.count() == before + 1
        made = entry("people.reset_second_factor_at_console")
        assert made.actor_id is None
        assert made.subject == f"people.user:{office.administrator.pk}"
        assert made.details == {"made_at": "console", "reason": "Both telephones were lost"}

    def test_tells_its_owner(self, office, mailoutbox):
        factories_signing_in.app_of(office.administrator)
        assert "is told by e-mail" in self.reset(office.administrator).output
        assert [mail.to for mail in mailoutbox] == [[office.administrator.email]]
        assert "runs the server" in mailoutbox[0].body

    def test_says_so_where_nobody_can_be_told(self, office, mailoutbox, settings):
        settings.EMAIL_IS_SET_UP = False
        factories_signing_in.app_of(office.administrator)
        assert "is not told" in self.reset(office.administrator).output
        assert mailoutbox == []

    def test_drops_a_reset_that_waits_for_a_second_administrator(self, office):
        factories_signing_in.app_of(office.officer)
        operations.ask_second_factor_reset(
            by=factories.viewer(office.administrator),
            at=factories.SET_UP_AT,
            user=office.officer,
            reason="Lost.",
        )
        self.reset(office.officer)
        assert not SecondFactorReset.objects.exists()

    def test_refuses_somebody_who_has_none(self, office):
        found = self.reset(office.officer)
        assert found.exit_code == 2
        assert "no second factor" in found.output

    def test_refuses_an_address_without_an_account(self, office):
        found = run("reset-second-factor", "nobody@example.org", "--reason", "Lost")
        assert found.exit_code == 2
        assert "no account in use" in found.output

    def test_needs_a_reason(self, office):
        factories_signing_in.app_of(office.officer)
        assert self.reset(office.officer, reason=" ").exit_code == 2
        assert has_second_factor(office.officer)


class TestSetPassword:
    def set(self, user, password: str = NEW):
        return run("set-password", user.email, typed=f"{password}\n{password}\n")

    def test_gives_one_that_must_be_changed(self, office):
        assert self.set(office.officer).exit_code == 0
        office.officer.refresh_from_db()
        assert office.officer.check_password(NEW)
        assert office.officer.must_change_password

    def test_ends_every_session(self, client, office):
        client.force_login(office.officer)
        self.set(office.officer)
        assert client.get(reverse("people:account")).status_code == 302

    def test_leaves_one_entry_without_the_password(self, office):
        self.set(office.officer)
        made = entry("people.set_password_at_console")
        assert (made.actor_id, made.details) == (None, {"made_at": "console"})
        assert made.subject == f"people.user:{office.officer.pk}"

    def test_refuses_a_weak_one_in_a_sentence(self, office):
        found = self.set(office.officer, "short")
        assert found.exit_code == 2
        assert "at least 12 characters" in found.output
        office.officer.refresh_from_db()
        assert office.officer.check_password(factories.PASSWORD)

    def test_takes_the_place_of_djangos_own_command(self, office):
        with pytest.raises(CommandError, match="answerable set-password"):
            call_command("changepassword", office.officer.email)
