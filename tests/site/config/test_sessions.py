"""A session begins with signing in, and is over at once when it should be."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests import factories

from answerable_site.people import operations


@pytest.fixture
def office(db):
    return factories.office()


def signed_in(office: factories.Office) -> Client:
    client = Client()
    client.post(
        reverse("account_login"),
        {"login": office.officer.email, "password": factories.PASSWORD},
    )
    return client


def is_served(client: Client) -> bool:
    return client.get(reverse("people:account")).status_code == 200


class TestASession:
    def test_has_a_new_name_after_signing_in(self, office):
        client = Client()
        session = client.session
        session["before"] = True
        session.save()
        planted = session.session_key
        client.cookies[settings.SESSION_COOKIE_NAME] = planted
        client.post(
            reverse("account_login"),
            {"login": office.officer.email, "password": factories.PASSWORD},
        )
        assert is_served(client)
        assert client.cookies[settings.SESSION_COOKIE_NAME].value != planted
        assert not Session.objects.filter(session_key=planted).exists()

    def test_is_worth_nothing_after_signing_out(self, office):
        client = signed_in(office)
        name = client.cookies[settings.SESSION_COOKIE_NAME].value
        client.post(reverse("people:sign_out"))
        client.cookies[settings.SESSION_COOKIE_NAME] = name
        assert not is_served(client)

    def test_is_not_served_once_the_account_is_closed(self, office):
        client = signed_in(office)
        assert is_served(client)
        office.officer.is_active = False
        office.officer.save()
        assert not is_served(client)

    def test_ends_after_twelve_hours(self, office):
        client = signed_in(office)
        Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
        assert not is_served(client)
        assert settings.SESSION_COOKIE_AGE == 12 * 60 * 60

    def test_loses_a_role_with_the_next_request(self, office):
        client = signed_in(office)
        assert client.get(reverse("responses:responses")).status_code == 200
        operations.end_role(
            by=factories.viewer(office.administrator),
            at=timezone.now(),
            assignment=office.officer.assignments.get(),
            last_day=timezone.localdate() - timedelta(days=1),
        )
        assert not is_served(client)
        again = signed_in(office)
        assert again.get(reverse("responses:responses")).status_code == 403

    def test_is_named_by_chance_alone(self, office):
        names = {signed_in(office).cookies[settings.SESSION_COOKIE_NAME].value for _ in range(3)}
        assert len(names) == 3
        assert all(len(name) == 32 for name in names)


class TestOtherSessions:
    def test_end_when_the_password_is_changed(self, office):
        here, elsewhere = signed_in(office), signed_in(office)
        new = "another invented password"
        here.post(
            reverse("account_change_password"),
            {"oldpassword": factories.PASSWORD, "password1": new},
        )
        office.officer.refresh_from_db()
        assert office.officer.check_password(new)
        assert is_served(here)
        assert not is_served(elsewhere)
