from __future__ import annotations

import logging
import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from icalendar import Calendar
from tests import factories, factories_responses

from answerable_site.home import operations
from answerable_site.home.models import CalendarAddress
from answerable_site.people import operations as people
from answerable_site.people.rules import Role
from answerable_site.responses import operations as responses

NOW = datetime(2026, 5, 1, 9, tzinfo=UTC)
PAGE = "/calendars/"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def officer(client, case):
    client.force_login(case.office.officer)
    return client


@pytest.fixture
def address(case):
    made = operations.make_calendar_address(by=case.viewer("officer"), at=NOW)
    return reverse("home:calendar", args=[made.secret])


def titles(response) -> list[str]:
    return [str(found["SUMMARY"]) for found in Calendar.from_ical(response.content).walk("VEVENT")]


class TestCalendars:
    def make(self, client, body: str = "*") -> str:
        page = client.post(PAGE, {"body": body}).content.decode()
        return re.search(r"http://localhost:8000(/calendar/[\w-]+\.ics)", page)[1]

    def test_are_offered_on_the_account_page_to_those_with_dates(self, officer, case):
        assert PAGE in officer.get(reverse("people:account")).content.decode()
        officer.force_login(case.office.administrator)
        assert PAGE not in officer.get(reverse("people:account")).content.decode()

    def test_show_the_address_once(self, officer):
        address = self.make(officer)
        assert Client().get(address).status_code == 200
        assert address not in officer.get(PAGE).content.decode()

    def test_list_ones_own_alone(self, officer, case):
        operations.make_calendar_address(by=case.viewer("holder"), at=NOW)
        assert "Your addresses" not in officer.get(PAGE).content.decode()
        self.make(officer)
        assert officer.get(PAGE).content.decode().count("Made on 1 May 2026.") == 1

    def test_can_be_for_one_body(self, officer, case):
        self.make(officer, case.office.body.slug)
        assert CalendarAddress.objects.get().body == case.office.body
        assert "Office for Policing in Wexmoor</h3>" in officer.get(PAGE).content.decode()

    def test_refuse_a_body_of_others(self, officer):
        other = factories.office("Thornley").body
        officer.post(PAGE, {"body": other.slug})
        assert not CalendarAddress.objects.exists()

    def test_ask_which_dates(self, officer):
        shown = officer.post(PAGE, {"body": ""}).content.decode()
        assert "Select which dates it shows" in shown

    def test_say_when_an_address_was_last_fetched(self, officer):
        Client().get(self.make(officer))
        assert "Last fetched on 1 May 2026." in officer.get(PAGE).content.decode()


class TestRevokeCalendar:
    @pytest.fixture
    def revoke(self, address):
        return reverse("home:revoke_calendar", args=[CalendarAddress.objects.get().pk])

    def test_says_first_what_it_means(self, officer, revoke, address):
        assert "will find nothing there any more" in officer.get(revoke).content.decode()
        assert Client().get(address).status_code == 200

    def test_makes_the_address_not_found(self, officer, revoke, address):
        assert "was revoked" in officer.post(revoke, follow=True).content.decode()
        assert Client().get(address).status_code == 404

    def test_is_not_found_by_others(self, client, case, revoke, address):
        client.force_login(case.office.holder)
        assert client.post(revoke).status_code == 404
        assert Client().get(address).status_code == 200


class TestCalendar:
    def test_needs_no_session(self, address):
        found = Client().get(address)
        assert found["Content-Type"] == "text/calendar; charset=utf-8"
        assert titles(found) == ["Last lawful day: Lost property in custody suites"]

    def test_is_kept_by_nobody_and_told_to_nobody(self, address):
        found = Client().get(address)
        assert found["Cache-Control"] == "no-store, private"
        assert found["Referrer-Policy"] == "no-referrer"
        assert "Set-Cookie" not in found

    def test_is_not_found_with_a_wrong_secret(self, case):
        assert Client().get("/calendar/wrong.ics").status_code == 404

    def test_is_the_makers_whoever_asks(self, client, address):
        client.force_login(factories.office("Thornley").officer)
        assert titles(client.get(address)) == titles(Client().get(address))

    def test_is_empty_once_its_maker_left(self, case, address):
        people.end_role(
            by=case.viewer("administrator"),
            at=factories_responses.AT,
            assignment=case.office.officer.assignments.get(),
            last_day=date(2026, 4, 30),
        )
        assert titles(Client().get(address)) == []

    def test_is_empty_once_the_account_is_closed(self, case, address):
        case.office.officer.is_active = False
        case.office.officer.save()
        assert titles(Client().get(address)) == []

    def test_changes_nothing_when_something_is_sent_to_it(self, address):
        assert Client().post(address).status_code == 405

    def test_stands_in_no_log_when_something_breaks(self, address, monkeypatch, caplog):
        def fail(*_args, **_keywords):
            raise RuntimeError

        monkeypatch.setattr("answerable_site.home.presenters.calendar_file", fail)
        client = Client(raise_request_exception=False)
        (handler,) = (h for h in logging.getLogger().handlers if h.filters)
        caplog.handler.addFilter(handler.filters[0])
        assert client.get(address).status_code == 500
        assert "500 home:calendar" in caplog.text
        assert address not in caplog.text


class TestDue:
    """What waits for the viewer stands on top."""

    def page(self, client, person) -> str:
        client.force_login(person)
        return client.get("/due/").content.decode()

    def test_shows_an_approver_the_check_and_the_holder_nothing_before_it(self, client, case):
        office = case.office
        approver = factories.person("Approver", (office.force, Role.APPROVER))
        responses.add_approval_step(
            by=case.viewer("administrator"),
            at=NOW,
            body=office.body,
            organisation=office.force,
            title="Legal check",
        )
        factories_responses.complete(case)
        factories_responses.prepare(case)
        assert "Approve the response" in self.page(client, approver)
        assert "Sign the response" not in self.page(client, office.holder)

    def test_shows_the_signature_where_no_clock_runs_too(self, client, db):
        case = factories_responses.case(published_on=date(2017, 5, 1))
        factories_responses.complete(case)
        factories_responses.prepare(case)
        assert "Sign the response" in self.page(client, case.office.holder)
        assert "Sign the response" not in self.page(client, case.office.officer)
