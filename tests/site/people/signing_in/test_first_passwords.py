"""Nobody works under a password that somebody else knows."""

from __future__ import annotations

import pytest
import time_machine
from django.urls import reverse
from tests import factories

from answerable_site.audit.models import AuditEntry
from answerable_site.people.models import User

NEW = "another invented phrase"
CHANGE = "/people/password/"


def add(client, office, **changed):
    client.force_login(office.administrator)
    fields = {"full_name": "New Officer", "email": "new@example.org", "role": "response_officer"}
    address = reverse("people:add", args=[office.body.pk])
    answer = client.post(address, fields | changed, follow=True)
    client.logout()
    return answer.content.decode()


def link_in(mail) -> str:
    line = next(line for line in mail.body.splitlines() if "/password/new/" in line)
    return line.removeprefix("http://localhost:8000")


class TestAnInvitation:
    def test_goes_to_whoever_is_added_and_nobody_types_a_password(self, client, office, mailoutbox):
        page = add(client, office)
        assert "gets an e-mail to choose a password" in page
        assert [mail.to for mail in mailoutbox] == [["new@example.org"]]
        assert not User.objects.get(email="new@example.org").has_usable_password()
        entry = AuditEntry.objects.get(act="people.add_person")
        assert entry.details["invited"] is True

    def test_takes_no_password_from_the_administrator(self, client, office, sign_in, is_signed_in):
        add(client, office, password=NEW)
        sign_in(client, "new@example.org", NEW)
        assert not is_signed_in(client)

    def test_leads_by_its_link_to_a_password_that_signs_in(
        self, client, office, mailoutbox, sign_in, is_signed_in
    ):
        add(client, office)
        form = client.get(link_in(mailoutbox[0]))["Location"]
        client.post(form, {"password1": NEW})
        sign_in(client, "new@example.org", NEW)
        assert is_signed_in(client)

    def test_works_once(self, client, office, mailoutbox):
        add(client, office)
        form = client.get(link_in(mailoutbox[0]))["Location"]
        client.post(form, {"password1": NEW})
        assert "does not work any more" in client.get(link_in(mailoutbox[0])).content.decode()

    def test_works_for_an_hour(self, client, office, mailoutbox):
        with time_machine.travel("2026-06-01T08:00:00Z", tick=False) as clock:
            add(client, office)
            clock.shift(60 * 60 + 1)
            assert "does not work any more" in client.get(link_in(mailoutbox[0])).content.decode()

    def test_can_be_had_again_by_whom_it_is_for(self, client, office, mailoutbox):
        add(client, office)
        client.post(reverse("account_reset_password"), {"email": "new@example.org"})
        assert client.get(link_in(mailoutbox[1])).status_code == 302


class TestATypedPassword:
    @pytest.fixture
    def newcomer(self, client, office, settings, sign_in):
        """Somebody who signed in with what an administrator typed, where no mail is sent."""
        settings.EMAIL_IS_SET_UP = False
        add(client, office, password=factories.PASSWORD)
        sign_in(client, "new@example.org")
        return client

    def test_is_asked_for_only_where_no_link_can_be_sent(self, client, office, settings):
        client.force_login(office.administrator)
        address = reverse("people:add", args=[office.body.pk])
        assert "First password" not in client.get(address).content.decode()
        settings.EMAIL_IS_SET_UP = False
        assert "First password" in client.get(address).content.decode()

    @pytest.mark.parametrize("route", ["home:start", "home:due", "people:account", "mfa_index"])
    def test_opens_nothing_but_the_page_that_changes_it(self, newcomer, route):
        assert newcomer.get(reverse(route))["Location"] == CHANGE
        assert "Choose one that only you know" in newcomer.get(CHANGE).content.decode()

    def test_acts_on_nothing(self, newcomer, office):
        before = AuditEntry.objects.count()
        assert newcomer.post(reverse("people:end_other_sessions"))["Location"] == CHANGE
        assert AuditEntry.objects.count() == before

    def test_reads_what_is_public_and_can_sign_out(self, newcomer):
        assert newcomer.get(reverse("publication:register")).status_code == 200
        assert newcomer.post(reverse("people:sign_out"))["Location"] == "/"

    def test_gives_way_to_another(self, newcomer):
        fields = {"oldpassword": factories.PASSWORD, "password1": NEW}
        assert newcomer.post(CHANGE, fields)["Location"] == reverse("people:account")
        assert newcomer.get(reverse("people:account")).status_code == 200

    def test_is_no_new_password(self, newcomer):
        fields = {"oldpassword": factories.PASSWORD, "password1": factories.PASSWORD}
        page = newcomer.post(CHANGE, fields).content.decode()
        assert "This is your password now. Choose another." in page
        assert newcomer.get(reverse("people:account"))["Location"] == CHANGE

    def test_comes_before_a_second_factor(self, newcomer, settings):
        settings.SECOND_FACTOR_REQUIRED = True
        assert newcomer.get(reverse("home:due"))["Location"] == CHANGE
        newcomer.post(CHANGE, {"oldpassword": factories.PASSWORD, "password1": NEW})
        assert newcomer.get(reverse("home:due"))["Location"] == reverse("mfa_index")

    def test_does_not_matter_to_a_single_sign_on(self, newcomer):
        session = newcomer.session
        session["single_sign_on"] = {"second_factor": True, "at": None}
        session.save()
        assert newcomer.get(reverse("people:account")).status_code == 200
