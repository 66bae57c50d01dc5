from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from tests import factories

from answerable_site.audit.models import AuditEntry
from answerable_site.people import operations
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role

PAGES = ("home:due", "register:recommendations", "responses:responses", "people:account")


def served(client: Client) -> int:
    """How many pages of the office are answered with what they hold."""
    return sum(client.get(reverse(route)).status_code == 200 for route in PAGES)


class TestASession:
    def test_has_a_new_key_from_the_sign_in_on(self, client, office, sign_in, is_signed_in):
        session = client.session
        session["planted"] = "by somebody else"
        session.save()
        planted = session.session_key
        client.cookies["sessionid"] = planted
        sign_in(client, office.officer.email)
        assert client.session.session_key != planted
        fixed = Client()
        fixed.cookies["sessionid"] = planted
        assert not is_signed_in(fixed)

    def test_serves_nothing_once_signed_out(self, client, office, sign_in):
        sign_in(client, office.officer.email)
        kept = client.cookies["sessionid"].value
        assert served(client) == len(PAGES)
        client.post(reverse("people:sign_out"))
        client.cookies["sessionid"] = kept
        assert served(client) == 0

    def test_serves_nothing_from_the_moment_the_account_is_off(self, client, office):
        client.force_login(office.officer)
        assert served(client) == len(PAGES)
        operations.disable_person(
            by=factories.viewer(office.administrator),
            at=factories.SET_UP_AT,
            user=office.officer,
            reason="Left.",
        )
        assert served(client) == 0
        operations.enable_person(
            by=factories.viewer(office.administrator), at=factories.SET_UP_AT, user=office.officer
        )
        assert served(client) == 0

    @pytest.mark.parametrize("change", ["granted", "confirmed", "ended"])
    def test_serves_nothing_once_a_role_is(self, client, office, change):
        by = factories.viewer(office.administrator)
        other = factories.viewer(office.second_administrator)
        waiting = operations.grant_role(
            by=by,
            at=factories.SET_UP_AT,
            user=office.officer,
            organisation=office.body,
            role=Role.PUBLISHER,
        )
        office.officer.refresh_from_db()
        client.force_login(office.officer)
        assert served(client) == len(PAGES)
        at, day = factories.SET_UP_AT, date(2026, 6, 1)
        match change:
            case "granted":
                operations.grant_role(
                    by=by,
                    at=at,
                    user=office.officer,
                    organisation=office.body,
                    role=Role.HOLDER,
                )
            case "confirmed":
                operations.confirm_role(by=other, at=at, assignment=waiting)
            case "ended":
                operations.end_role(by=by, at=at, assignment=waiting, last_day=day)
        assert served(client) == 0

    def test_ends_twelve_hours_after_the_sign_in_whatever_was_done_in_it(
        self, client, office, sign_in
    ):
        with time_machine.travel("2026-06-01T08:00:00Z", tick=False) as clock:
            sign_in(client, office.officer.email)
            clock.shift(timedelta(hours=11, minutes=59))
            # Anything that is written into the session moves the time that Django gives it.
            session = client.session
            session["used"] = "lately"
            session.save()
            assert served(client) == len(PAGES)
            clock.shift(timedelta(minutes=1))
            assert served(client) == 0

    def test_says_on_every_page_when_it_ends_in_its_last_quarter_of_an_hour(
        self, client, office, sign_in
    ):
        with time_machine.travel("2026-06-01T08:00:00Z", tick=False) as clock:
            sign_in(client, office.officer.email)
            clock.shift(timedelta(hours=11, minutes=44))
            page = client.get(reverse("home:due")).content.decode()
            assert "You will be signed out" not in page
            clock.shift(timedelta(minutes=1))
            page = client.get(reverse("home:due")).content.decode()
            assert "You will be signed out on 1 June 2026 at 9pm" in page


class TestAnIdleSession:
    @pytest.fixture(autouse=True)
    def _limit(self, settings):
        settings.SESSION_IDLE = timedelta(minutes=60)

    @pytest.fixture
    def clock(self):
        with time_machine.travel("2026-06-01T08:00:00Z", tick=False) as clock:
            yield clock

    def test_ends_after_the_limit_with_a_sentence(self, client, office, sign_in, clock):
        sign_in(client, office.officer.email)
        clock.shift(timedelta(minutes=59))
        assert served(client) == len(PAGES)
        clock.shift(timedelta(minutes=60))
        page = client.get(reverse("home:due"), follow=True).content.decode()
        assert "signed out because nothing was done here for 60 minutes" in page
        assert served(client) == 0

    def test_goes_on_for_as_long_as_it_is_used(self, client, office, sign_in, clock):
        sign_in(client, office.officer.email)
        for _ in range(4):
            clock.shift(timedelta(minutes=50))
            assert served(client) == len(PAGES)

    def test_leads_back_to_the_page_after_signing_in(self, client, office, sign_in, clock):
        sign_in(client, office.officer.email)
        clock.shift(timedelta(minutes=60))
        asked = client.get(reverse("responses:responses"))
        page = client.get(asked["Location"])
        again = sign_in(client, office.officer.email, next=page.context["next"])
        assert again["Location"] == reverse("responses:responses")

    def test_leads_back_to_the_page_on_which_a_form_stood(self, client, office, sign_in, clock):
        sign_in(client, office.administrator.email)
        clock.shift(timedelta(minutes=60))
        person = reverse("people:person", args=[office.officer.pk])
        answer = client.post(
            reverse("people:enable", args=[office.officer.pk]),
            headers={"referer": f"http://testserver{person}?words=secret"},
        )
        assert answer["Location"] == f"{reverse('account_login')}?next={person}"

    def test_leads_back_to_no_page_of_another_site(self, client, office, clock):
        asked = reverse("people:enable", args=[office.officer.pk])
        answer = client.post(asked, headers={"referer": "https://elsewhere.example/people/"})
        assert answer["Location"] == f"{reverse('account_login')}?next={asked}"

    def test_is_kept_alive_by_no_page_that_asks_by_itself(self, client, office, sign_in, clock):
        sign_in(client, office.officer.email)
        for _ in range(2):
            clock.shift(timedelta(minutes=30))
            client.get(reverse("home:due"), headers={"sec-fetch-mode": "cors"})
        assert served(client) == 0

    def test_is_kept_alive_by_a_text_that_is_kept_while_somebody_types(
        self, client, office, sign_in, clock
    ):
        sign_in(client, office.officer.email)
        for _ in range(2):
            clock.shift(timedelta(minutes=50))
            client.post(reverse("home:due"), headers={"sec-fetch-mode": "cors"})
        assert served(client) == len(PAGES)

    def test_keeps_its_sentence_for_a_page_that_somebody_reads(
        self, client, office, sign_in, clock
    ):
        sign_in(client, office.officer.email)
        clock.shift(timedelta(minutes=60))
        client.get(reverse("home:due"), headers={"sec-fetch-mode": "cors"}, follow=True)
        page = client.get(reverse("home:due"), follow=True).content.decode()
        assert "signed out because nothing was done here" in page

    def test_is_not_written_to_at_every_request(self, client, office, sign_in, clock):
        sign_in(client, office.officer.email)
        began = client.session["seen_at"]
        clock.shift(timedelta(seconds=119))
        assert served(client) == len(PAGES)
        assert client.session["seen_at"] == began
        clock.shift(timedelta(seconds=1))
        assert served(client) == len(PAGES)
        assert client.session["seen_at"] == began + 120


class TestSwitchingOff:
    def test_is_done_on_a_page_with_a_reason(self, client, office, sign_in):
        client.force_login(office.administrator)
        client.post(reverse("people:disable", args=[office.officer.pk]), {"reason": "Left."})
        entry = AuditEntry.objects.get(act="people.disable_person")
        assert entry.details == {"reason": "Left."}
        page = client.get(reverse("people:person", args=[office.officer.pk])).content.decode()
        assert "Switched off" in page
        assert sign_in(Client(), office.officer.email).status_code == 200

    def test_is_taken_back(self, client, office, sign_in):
        client.force_login(office.administrator)
        client.post(reverse("people:disable", args=[office.officer.pk]), {"reason": "Left."})
        client.post(reverse("people:enable", args=[office.officer.pk]))
        assert sign_in(Client(), office.officer.email).status_code == 302

    def test_is_for_others_to_do(self, office):
        with pytest.raises(Refused):
            operations.disable_person(
                by=factories.viewer(office.administrator),
                at=factories.SET_UP_AT,
                user=office.administrator,
                reason="Mine.",
            )

    def test_is_refused_to_an_administrator_elsewhere(self, office):
        stranger = factories.office("Sallowfen")
        with pytest.raises(Refused):
            operations.disable_person(
                by=factories.viewer(stranger.administrator),
                at=factories.SET_UP_AT,
                user=office.officer,
                reason="Not mine.",
            )

    def test_is_said_to_be_so_already(self, client, office):
        client.force_login(office.administrator)
        page = client.post(reverse("people:enable", args=[office.officer.pk]), follow=True)
        assert "switched on already" in page.content.decode()


class TestSignOut:
    FORM = '<form method="post" action="/people/sign-out/"'

    @pytest.mark.parametrize(
        "address", ["/people/account/", "/", "/people/", "/no-such-page/", "/public/"]
    )
    def test_is_on_every_page_of_those_who_signed_in(self, client, office, address):
        assert self.FORM not in client.get(address, follow=True).content.decode()
        client.force_login(office.officer)
        page = client.get(address, follow=True).content.decode()
        assert page.count(self.FORM) == 1

    def test_needs_the_token_that_stands_in_the_form(self, office):
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(office.officer)
        assert strict.post(reverse("people:sign_out")).status_code == 403
        form = strict.get(reverse("people:account")).content.decode().partition(self.FORM)[2]
        token = form.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
        sent = strict.post(reverse("people:sign_out"), {"csrfmiddlewaretoken": token})
        assert sent["Location"] == "/"

    def test_leaves_one_entry(self, client, office):
        client.force_login(office.officer)
        client.post(reverse("people:sign_out"))
        assert AuditEntry.objects.filter(act="people.note_sign_out").count() == 1
