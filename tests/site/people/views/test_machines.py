"""Administrators let a machine in, give it tokens and take them away."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from tests import factories, factories_machines

from answerable_site.people.models import MachineAccount, MachineToken
from answerable_site.people.rules import Scope

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> factories.Office:
    return factories.office()


@pytest.fixture
def first(client, office):
    client.force_login(office.administrator)
    return client


def set_up(client, office) -> MachineAccount:
    client.post(
        reverse("people:add_machine", args=[office.body.pk]),
        {"name": "Feed", "purpose": "Sends trackers.", "scopes": [Scope.SEND_TRACKERS]},
    )
    return MachineAccount.objects.get()


class TestMachines:
    def test_are_set_up_by_one_and_confirmed_by_another(self, client, office, first):
        account = set_up(first, office)
        page = reverse("people:machine", args=[account.pk])
        assert "Another administrator must confirm it" in first.get(page).content.decode()
        client.force_login(office.second_administrator)
        assert "Confirm this machine account" in client.get(page).content.decode()
        client.post(reverse("people:confirm_machine", args=[account.pk]))
        account.refresh_from_db()
        assert account.confirmed_by == office.second_administrator

    def test_offer_only_what_such_an_organisation_can_do(self, office, first):
        page = first.get(reverse("people:add_machine", args=[office.body.pk])).content.decode()
        assert 'value="trackers:send"' in page
        assert 'value="extracts:send"' not in page


class TestTokens:
    @pytest.fixture
    def account(self, client, office, first) -> MachineAccount:
        account = set_up(first, office)
        client.force_login(office.second_administrator)
        client.post(reverse("people:confirm_machine", args=[account.pk]))
        return account

    def make(self, client, account) -> str:
        form = client.get(reverse("people:make_token", args=[account.pk])).context["form"]
        day = form.fields["expires_on"].initial
        page = client.post(
            reverse("people:make_token", args=[account.pk]),
            {
                "scopes": [Scope.SEND_TRACKERS],
                "expires_on_day": day.day,
                "expires_on_month": day.month,
                "expires_on_year": day.year,
            },
        )
        [text] = re.findall(r"answerable_[\w-]+", page.content.decode())
        return text

    def test_are_shown_once_and_let_the_machine_in(self, client, account):
        text = self.make(client, account)
        told = client.get("/api/v1/machine", headers={"Authorization": f"Bearer {text}"})
        assert told.json()["scopes"] == ["trackers:send"]
        page = client.get(reverse("people:machine", args=[account.pk])).content.decode()
        assert text not in page
        assert MachineToken.objects.get().name in page

    def test_are_revoked_at_once(self, client, account):
        text = self.make(client, account)
        client.post(reverse("people:revoke_token", args=[MachineToken.objects.get().pk]))
        told = client.get("/api/v1/machine", headers={"Authorization": f"Bearer {text}"})
        assert told.status_code == 401

    def test_go_with_their_account(self, client, account):
        text = self.make(client, account)
        client.post(reverse("people:end_machine", args=[account.pk]))
        told = client.get("/api/v1/machine", headers={"Authorization": f"Bearer {text}"})
        assert told.status_code == 401

    def test_of_another_office_do_not_exist(self, client, office):
        foreign = factories_machines.machine(factories.office("Larkspur").body)
        client.force_login(office.administrator)
        response = client.post(reverse("people:revoke_token", args=[foreign.token.pk]))
        assert response.status_code == 404
