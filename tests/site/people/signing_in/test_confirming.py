from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from tests import factories, factories_signing_in

from answerable_site.audit.models import AuditEntry
from answerable_site.config.policy import all_rules
from answerable_site.config.sign_in_policy import NEEDS_CONFIRMATION, OPEN_WITHOUT_SECOND_FACTOR
from answerable_site.people.models import User

NEWCOMER = {
    "full_name": "New Officer",
    "email": "new@example.org",
    "password": factories.PASSWORD,
    "role": "response_officer",
}
CONFIRM = "/people/confirm/"


@pytest.fixture
def clock(settings):
    settings.CONFIRM_WITHIN = timedelta(minutes=15)
    with time_machine.travel("2026-06-01T08:00:00Z", tick=False) as clock:
        yield clock


@pytest.fixture
def administrator(client, office, sign_in, clock):
    sign_in(client, office.administrator.email)
    return client


class TestTheTables:
    def test_name_routes_that_are_there(self):
        assert set(all_rules()) >= NEEDS_CONFIRMATION | OPEN_WITHOUT_SECOND_FACTOR

    def test_ask_before_every_act_that_binds_publishes_exports_or_gives_rights(self):
        asked = {
            *("responses:sign", "responses:publish", "responses:past_csv"),
            *("followup:take_out", "casework:confirm_limit", "training:attendance_csv"),
            *("intake:undo", "intake:difference_csv", "intake:would_differ_csv"),
            *("intake:confirm_link", "intake:end_link"),
            *("figures:confirm_erasure", "figures:release", "figures:withdraw"),
            *("casereviews:frame", "casereviews:release", "casereviews:withdraw"),
            "casereviews:release_bundle",
            *(f"followup:commitments_{form}" for form in ("csv", "ods", "xlsx")),
            *("publication:release_edition", "publication:withdraw_edition"),
            *("publication:release_progress", "publication:withdraw_progress"),
            *("publication:release_feedback", "publication:withdraw_feedback"),
            *("accessreview:looks_csv", "accessreview:release", "accessreview:hand_out_file"),
            *("publication:release", "publication:release_correction", "publication:withdraw"),
            *("people:add", "people:grant", "people:confirm", "people:end"),
            *("people:disable", "people:enable", "people:ask_reset", "people:confirm_reset"),
            *("people:add_machine", "people:confirm_machine", "people:end_machine"),
            *("people:make_token", "people:revoke_token"),
            *("webhooks:subscribe", "webhooks:end"),
            *("people:end_session", "people:end_other_sessions", "people:end_all_sessions"),
        }
        assert asked == NEEDS_CONFIRMATION


class TestAForm:
    def test_is_shown_within_the_time_after_signing_in(self, administrator, office, clock):
        clock.shift(timedelta(minutes=14))
        address = reverse("people:add", args=[office.body.pk])
        assert administrator.get(address).status_code == 200

    def test_is_shown_later_once_the_person_has_confirmed(self, administrator, office, clock):
        clock.shift(timedelta(minutes=15))
        address = reverse("people:add", args=[office.body.pk])
        asked = administrator.get(address)["Location"]
        assert asked.startswith(CONFIRM)
        answer = administrator.post(asked, {"password": factories.PASSWORD, "next": address})
        assert answer["Location"] == address
        assert administrator.get(address).status_code == 200

    def test_is_not_shown_after_a_wrong_password(self, administrator, office, clock):
        clock.shift(timedelta(minutes=15))
        address = reverse("people:add", args=[office.body.pk])
        page = administrator.post(CONFIRM, {"password": "wrong", "next": address})
        assert "The password is not right" in page.content.decode()
        assert administrator.get(address).status_code == 302

    def test_can_be_confirmed_with_a_code(self, administrator, office, clock):
        factories_signing_in.app_of(office.administrator)
        clock.shift(timedelta(minutes=15))
        address = reverse("people:add", args=[office.body.pk])
        code = factories_signing_in.code_now()
        administrator.post(reverse("mfa_reauthenticate"), {"code": code, "next": address})
        assert administrator.get(address).status_code == 200


class TestAFormThatIsSentLate:
    @pytest.fixture
    def address(self, administrator, office, clock) -> str:
        clock.shift(timedelta(minutes=16))
        return reverse("people:add", args=[office.body.pk])

    def test_does_nothing_and_comes_back_whole(self, administrator, address):
        before = AuditEntry.objects.count()
        page = administrator.post(address, NEWCOMER)
        assert page.status_code == 403
        shown = page.content.decode()
        assert 'name="full_name" value="New Officer"' in shown
        assert 'name="role" value="response_officer"' in shown
        assert AuditEntry.objects.count() == before

    def test_shows_no_password_that_was_typed(self, administrator, address):
        assert factories.PASSWORD not in administrator.post(address, NEWCOMER).content.decode()

    def test_goes_on_with_the_answer(self, administrator, address):
        administrator.post(address, NEWCOMER | {"confirm-password": factories.PASSWORD})
        assert User.objects.filter(email="new@example.org").exists()

    def test_goes_no_further_with_a_wrong_answer(self, administrator, address):
        page = administrator.post(address, NEWCOMER | {"confirm-password": "wrong"})
        assert "The password is not right" in page.content.decode()
        assert not User.objects.filter(email="new@example.org").exists()

    def test_locks_out_whoever_guesses(self, administrator, address):
        guess = NEWCOMER | {"confirm-password": "wrong"}
        statuses = [administrator.post(address, guess).status_code for _ in range(6)]
        assert statuses == [403] * 4 + [429] * 2
        right = NEWCOMER | {"confirm-password": factories.PASSWORD}
        assert administrator.post(address, right).status_code == 429

    def test_goes_through_unasked_where_the_installation_asks_nobody(
        self, administrator, address, settings
    ):
        settings.CONFIRM_WITHIN = None
        assert administrator.post(address, NEWCOMER).status_code == 302


class TestSigning:
    def test_asks_before_the_document_is_shown(self, client, office, sign_in, clock):
        from tests import factories_responses

        case = factories_responses.complete(factories_responses.case("Aldermere"))
        factories_responses.prepare(case)
        address = reverse(
            "responses:sign",
            kwargs={"inspection_id": case.inspection.pk, "body": case.office.body.slug},
        )
        sign_in(client, case.office.holder.email)
        assert client.get(address).status_code == 200
        clock.shift(timedelta(minutes=15))
        assert client.get(address)["Location"].startswith(CONFIRM)


class TestChangingASecondFactor:
    ROUTES = (
        *("mfa_activate_totp", "mfa_deactivate_totp", "mfa_add_webauthn", "mfa_remove_webauthn"),
        "mfa_generate_recovery_codes",
    )

    @pytest.fixture
    def officer(self, client, office, sign_in, clock):
        """Somebody who has just signed in."""
        sign_in(client, office.officer.email)
        return client

    @pytest.mark.parametrize("route", ROUTES)
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_asks_afresh_once_the_proof_is_old(self, officer, office, clock, route, method):
        passkey = factories_signing_in.all_factors_of(office.officer)
        if route == "mfa_activate_totp":
            office.officer.authenticator_set.filter(type="totp").delete()
        before = list(office.officer.authenticator_set.values("pk", "data").order_by("pk"))
        address = reverse(route, args=[passkey.pk] if route == "mfa_remove_webauthn" else [])
        clock.shift(timedelta(minutes=15))
        answer = getattr(officer, method)(address)
        assert answer["Location"].startswith(CONFIRM)
        assert list(office.officer.authenticator_set.values("pk", "data").order_by("pk")) == before

    def test_shows_no_codes_either(self, officer, office, clock):
        factories_signing_in.all_factors_of(office.officer)
        clock.shift(timedelta(minutes=15))
        answer = officer.get(reverse("mfa_view_recovery_codes"))
        assert answer["Location"].startswith(CONFIRM)

    def test_goes_on_with_a_fresh_proof(self, officer, clock):
        clock.shift(timedelta(minutes=15))
        officer.post(CONFIRM, {"password": factories.PASSWORD})
        assert officer.get(reverse("mfa_activate_totp")).status_code == 200
