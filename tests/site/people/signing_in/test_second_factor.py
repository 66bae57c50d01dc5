from __future__ import annotations

import re

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.urls import reverse
from tests import factories, factories_signing_in

from answerable_site.audit.models import AuditEntry
from answerable_site.people import operations
from answerable_site.people.queries import has_second_factor

SIGN_IN, CODE, SET_UP = "/people/sign-in/", "/people/sign-in/code/", "/people/second-factor/"


@pytest.fixture(autouse=True)
def _required(settings) -> None:
    settings.SECOND_FACTOR_REQUIRED = True


class TestWhoHasNone:
    def test_is_led_to_the_set_up_from_every_page_of_the_office(self, client, office):
        client.force_login(office.officer)
        for route in ("home:start", "home:due", "register:recommendations", "people:account"):
            assert client.get(reverse(route))["Location"] == SET_UP
        assert client.get(SET_UP).status_code == 200

    def test_acts_on_nothing_meanwhile(self, client, office):
        client.force_login(office.administrator)
        before = AuditEntry.objects.count()
        answer = client.post(reverse("people:end", args=[office.holder.assignments.get().pk]))
        assert answer["Location"] == SET_UP
        assert AuditEntry.objects.count() == before

    def test_reads_what_is_public_and_can_sign_out(self, client, office):
        client.force_login(office.officer)
        assert client.get(reverse("publication:register")).status_code == 200
        assert client.post(reverse("people:sign_out"))["Location"] == "/"

    def test_is_left_alone_without_any_role(self, client, db):
        client.force_login(factories.person("No Role"))
        assert client.get(reverse("people:account")).status_code == 200

    def test_is_left_alone_where_the_installation_asks_for_none(self, client, office, settings):
        settings.SECOND_FACTOR_REQUIRED = False
        client.force_login(office.officer)
        assert client.get(reverse("home:due")).status_code == 200


class TestSettingUpAnApp:
    @pytest.fixture
    def set_up(self, client, office, sign_in, django_capture_on_commit_callbacks):
        """Set the app up; gives the code that it was done with and the page that follows."""
        sign_in(client, office.officer.email)
        page = client.get(reverse("mfa_activate_totp")).content.decode()
        seed = re.search(r"<code>([A-Z2-7]+)</code>", page)[1]
        code = factories_signing_in.code_now(seed)
        with django_capture_on_commit_callbacks(execute=True):
            shown = client.post(reverse("mfa_activate_totp"), {"code": code})
        return code, client.get(shown["Location"]).content.decode()

    def test_shows_the_recovery_codes_once_and_opens_the_site(self, client, set_up):
        _, page = set_up
        codes = re.findall(r"<code>(\d{8})</code>", page)
        assert len(codes) == 10
        again = client.get(reverse("mfa_view_recovery_codes")).content.decode()
        assert not any(code in again for code in codes)
        assert client.get(reverse("home:due")).status_code == 200

    @pytest.mark.usefixtures("set_up")
    def test_leaves_one_entry(self, office):
        entry = AuditEntry.objects.get(act="people.note_second_factor")
        assert (entry.actor_id, entry.details) == (
            office.officer.pk,
            {"kind": "totp", "what": "set up"},
        )

    def test_uses_up_the_code_that_it_was_done_with(self, client, office, sign_in, set_up):
        code, _ = set_up
        client.post(reverse("people:sign_out"))
        sign_in(client, office.officer.email)
        assert "used already" in client.post(CODE, {"code": code}).content.decode()

    def test_keeps_no_seed_that_the_database_gives_away(self, office):
        app = factories_signing_in.app_of(office.officer)
        assert factories_signing_in.SEED not in str(app.data)

    def test_draws_the_picture_in_the_page_itself(self, client, office, sign_in):
        sign_in(client, office.officer.email)
        page = client.get(reverse("mfa_activate_totp")).content.decode()
        assert "<svg" in page
        assert "data:image" not in page


class TestSigningIn:
    def test_needs_the_code_after_the_password(self, client, office, sign_in, is_signed_in):
        factories_signing_in.app_of(office.officer)
        assert sign_in(client, office.officer.email)["Location"] == CODE
        assert not is_signed_in(client)
        client.post(CODE, {"code": factories_signing_in.code_now()})
        assert is_signed_in(client)

    def test_says_in_the_record_what_was_shown(self, client, office, sign_in):
        factories_signing_in.app_of(office.officer)
        sign_in(client, office.officer.email)
        client.post(CODE, {"code": factories_signing_in.code_now()})
        entry = AuditEntry.objects.get(act="people.note_sign_in")
        assert entry.details == {"methods": ["password", "totp"]}

    def test_returns_to_the_page_that_was_asked_for(self, client, office, sign_in):
        factories_signing_in.app_of(office.officer)
        sign_in(client, office.officer.email, next="/register/")
        answer = client.post(CODE, {"code": factories_signing_in.code_now()})
        assert answer["Location"] == "/register/"

    def test_takes_no_code_twice_in_a_hundred_tries(self, client, office, sign_in, is_signed_in):
        factories_signing_in.app_of(office.officer)
        began = 1_780_000_000
        replayed = 0
        for turn in range(100):
            # Ten minutes apart: wrong codes are limited, and the limit is not what is tested.
            with time_machine.travel(began + turn * 600, tick=False):
                code = factories_signing_in.code_now()
                sign_in(client, office.officer.email)
                client.post(CODE, {"code": code})
                assert is_signed_in(client)
                client.post(reverse("people:sign_out"))
                sign_in(client, office.officer.email)
                client.post(CODE, {"code": code})
                replayed += is_signed_in(client)
                client.cookies.clear()
        assert replayed == 0

    def test_stops_after_five_wrong_codes_even_for_the_right_one(
        self, client, office, sign_in, is_signed_in
    ):
        factories_signing_in.app_of(office.officer)
        sign_in(client, office.officer.email)
        for _ in range(5):
            client.post(CODE, {"code": factories_signing_in.wrong_code()})
        page = client.post(CODE, {"code": factories_signing_in.code_now()}).content.decode()
        assert "too many attempts" in page
        assert not is_signed_in(client)

    def test_can_be_broken_off_and_begun_as_somebody_else(self, client, office, sign_in):
        factories_signing_in.app_of(office.officer)
        sign_in(client, office.officer.email)
        assert client.get(SIGN_IN)["Location"] == CODE
        assert client.post(reverse("people:sign_out"))["Location"] == SIGN_IN
        assert client.get(SIGN_IN).status_code == 200

    def test_takes_a_recovery_code_once(self, client, office, sign_in, is_signed_in):
        from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

        factories_signing_in.app_of(office.officer)
        code = RecoveryCodes.activate(office.officer).get_unused_codes()[0]
        for works in (True, False):
            sign_in(client, office.officer.email)
            client.post(CODE, {"code": code})
            assert is_signed_in(client) == works
            client.post(reverse("people:sign_out"))


class TestAReset:
    @pytest.fixture
    def asked(self, office):
        factories_signing_in.app_of(office.officer)
        return operations.ask_second_factor_reset(
            by=factories.viewer(office.administrator),
            at=factories.SET_UP_AT,
            user=office.officer,
            reason="The telephone is lost.",
        )

    @pytest.fixture
    def _none_of_their_own(self, settings) -> None:
        settings.SECOND_FACTOR_REQUIRED = False

    @pytest.mark.usefixtures("_none_of_their_own")
    def test_is_confirmed_by_a_second_administrator_and_told_to_its_owner(
        self, client, office, asked, mailoutbox
    ):
        client.force_login(office.second_administrator)
        assert (
            "The telephone is lost."
            in client.get(reverse("people:person", args=[office.officer.pk])).content.decode()
        )
        client.post(reverse("people:confirm_reset", args=[asked.pk]))
        assert not has_second_factor(office.officer)
        (mail,) = mailoutbox
        assert mail.to == [office.officer.email]

    @pytest.mark.usefixtures("_none_of_their_own")
    def test_is_refused_to_the_one_who_asked(self, client, office, asked):
        client.force_login(office.administrator)
        answer = client.post(reverse("people:confirm_reset", args=[asked.pk]))
        assert answer.status_code == 403
        assert has_second_factor(office.officer)

    @pytest.mark.usefixtures("_none_of_their_own")
    def test_ends_the_sessions_of_its_owner(self, client, office, asked, is_signed_in):
        client.force_login(office.officer)
        operations.confirm_second_factor_reset(
            by=factories.viewer(office.second_administrator), at=factories.SET_UP_AT, reset=asked
        )
        assert not is_signed_in(client)

    def test_is_asked_for_once(self, office, asked):
        with pytest.raises(operations.ResetWaits):
            operations.ask_second_factor_reset(
                by=factories.viewer(office.second_administrator),
                at=factories.SET_UP_AT,
                user=office.officer,
                reason="Again.",
            )

    def test_is_no_way_to_reset_ones_own(self, office):
        factories_signing_in.app_of(office.administrator)
        with pytest.raises(operations.accounts.access.Refused):
            operations.ask_second_factor_reset(
                by=factories.viewer(office.administrator),
                at=factories.SET_UP_AT,
                user=office.administrator,
                reason="Mine.",
            )

    def test_needs_something_to_reset(self, office):
        assert not Authenticator.objects.exists()
        with pytest.raises(operations.NothingToReset):
            operations.ask_second_factor_reset(
                by=factories.viewer(office.administrator),
                at=factories.SET_UP_AT,
                user=office.officer,
                reason="None.",
            )
