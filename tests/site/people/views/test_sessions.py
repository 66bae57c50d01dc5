"""Where people are signed in, as they see and end it."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from tests import factories

from answerable_site.audit.models import AuditEntry
from answerable_site.people import operations, queries
from answerable_site.people.access import Refused

PAGE = "/people/account/sessions/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:143.0) Gecko/20100101 Firefox/143.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1"


@pytest.fixture
def office(db):
    return factories.office()


def signed_in(user, browser: str = FIREFOX) -> Client:
    client = Client(headers={"user-agent": browser})
    client.post(reverse("account_login"), {"login": user.email, "password": factories.PASSWORD})
    return client


def is_served(client: Client) -> bool:
    return client.get(reverse("people:account")).status_code == 200


def shown(client: Client):
    return client.get(PAGE).context["sessions"]


def acts(act: str) -> list[AuditEntry]:
    return list(AuditEntry.objects.filter(act=f"people.{act}"))


class TestTheList:
    def test_shows_when_each_began_and_was_used_and_what_kind_of_browser(self, office):
        with time_machine.travel("2026-06-01T08:00:00Z", tick=False) as clock:
            signed_in(office.officer, SAFARI)
            clock.shift(timedelta(hours=1))
            here = signed_in(office.officer)
            clock.shift(timedelta(minutes=30))
            here.get(PAGE)
            page = here.get(PAGE).content.decode()
        assert "Safari on an iPhone" in page
        assert "Firefox on Windows" in page
        assert "1 June 2026 at 9am" in page
        assert "1 June 2026 at 10am" in page
        assert "1 June 2026 at 10:30am" in page
        assert page.count("Where you are now") == 1

    def test_holds_nobody_elses(self, office):
        signed_in(office.holder, SAFARI)
        assert [one.browser for one in shown(signed_in(office.officer))] == ["Firefox on Windows"]

    def test_gives_away_no_key_and_keeps_no_address(self, office):
        here, there = signed_in(office.officer), signed_in(office.officer, SAFARI)
        page = here.get(PAGE).content.decode()
        assert here.session.session_key not in page
        assert there.session.session_key not in page
        assert "127.0.0.1" not in page + str(dict(here.session))

    def test_leaves_out_what_is_over(self, office, settings):
        settings.SESSION_IDLE = timedelta(minutes=60)
        with time_machine.travel("2026-06-01T08:00:00Z", tick=False) as clock:
            signed_in(office.officer, SAFARI)
            clock.shift(timedelta(minutes=60))
            assert len(shown(signed_in(office.officer))) == 1

    def test_leaves_out_what_a_new_password_ended(self, office):
        here, there = signed_in(office.officer), signed_in(office.officer, SAFARI)
        assert len(shown(here)) == 2
        there.post(
            reverse("account_change_password"),
            {"oldpassword": factories.PASSWORD, "password1": "another invented phrase"},
        )
        assert [one.browser for one in shown(there)] == ["Safari on an iPhone"]


class TestOneSession:
    def test_is_ended_and_no_other(self, office):
        here, there = signed_in(office.officer), signed_in(office.officer, SAFARI)
        third, somebody = signed_in(office.officer), signed_in(office.holder)
        name = queries.session_name(there.session.session_key)
        page = here.post(reverse("people:end_session"), {"session": name}, follow=True)
        assert "You are signed out there." in page.content.decode()
        assert [is_served(one) for one in (here, there, third, somebody)] == [
            *(True, False, True, True)
        ]
        assert [entry.actor_id for entry in acts("end_session")] == [office.officer.pk]

    def test_of_somebody_else_is_not_found(self, office):
        there = signed_in(office.holder)
        name = queries.session_name(there.session.session_key)
        page = signed_in(office.officer).post(
            reverse("people:end_session"), {"session": name}, follow=True
        )
        assert "not signed in there any more" in page.content.decode()
        assert is_served(there)
        assert acts("end_session") == []

    def test_that_asks_ends_by_signing_out(self, office):
        here = signed_in(office.officer)
        name = queries.session_name(here.session.session_key)
        page = here.post(reverse("people:end_session"), {"session": name}, follow=True)
        assert "To end it, sign out" in page.content.decode()
        assert acts("end_session") == []

    def test_is_ended_once(self, office):
        there = signed_in(office.officer)
        key = there.session.session_key
        by, at = factories.viewer(office.officer), Session.objects.get(pk=key).expire_date
        just_before = at - timedelta(seconds=1)
        name = queries.session_name(key)
        operations.end_session(by=by, at=just_before, name=name)
        with pytest.raises(operations.SessionIsOver):
            operations.end_session(by=by, at=just_before, name=name)


class TestAllOthers:
    def test_are_ended_and_this_one_goes_on(self, office):
        here, there = signed_in(office.officer), signed_in(office.officer, SAFARI)
        somebody = signed_in(office.holder)
        page = here.post(reverse("people:end_other_sessions"), follow=True).content.decode()
        assert "signed out everywhere else" in page
        assert [is_served(one) for one in (here, there, somebody)] == [True, False, True]
        assert len(acts("end_other_sessions")) == 1
        assert len(shown(here)) == 1


class TestAnAdministrator:
    def test_signs_somebody_out_everywhere(self, office):
        person = [signed_in(office.officer), signed_in(office.officer, SAFARI)]
        administrator = signed_in(office.administrator)
        page = administrator.post(
            reverse("people:end_all_sessions", args=[office.officer.pk]), follow=True
        )
        assert "is signed out everywhere" in page.content.decode()
        assert not any(map(is_served, person))
        entry = acts("end_all_sessions")[0]
        assert entry.subject == f"people.user:{office.officer.pk}"
        assert entry.actor_id == office.administrator.pk

    def test_of_another_office_is_refused(self, office):
        stranger = factories.office("Sallowfen").administrator
        with pytest.raises(Refused):
            operations.end_all_sessions(
                by=factories.viewer(stranger), at=factories.SET_UP_AT, user=office.officer
            )
