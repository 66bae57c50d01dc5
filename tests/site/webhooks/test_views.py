"""An administrator subscribes, sees what was delivered, and ends it."""

from __future__ import annotations

import pytest
from django.urls import reverse
from tests import factories

from answerable_site.webhooks.models import Delivery, Subscription

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> factories.Office:
    return factories.office()


@pytest.fixture
def administrator(client, office):
    client.force_login(office.administrator)
    return client


class TestSubscribing:
    def test_shows_the_secret_once(self, administrator, office):
        address = reverse("webhooks:subscribe", args=[office.body.pk])
        page = administrator.post(
            address,
            {"address": "https://example.org/hook", "events": ["response.published"]},
        )
        assert "whsec_" in page.content.decode()
        shown = reverse("webhooks:subscription", args=[Subscription.objects.get().pk])
        assert "whsec_" not in administrator.get(shown).content.decode()

    def test_says_what_is_wrong_with_an_address(self, administrator, office, settings):
        settings.WEBHOOKS_MAY_STAY_HERE = False
        address = reverse("webhooks:subscribe", args=[office.body.pk])
        page = administrator.post(
            address, {"address": "http://example.org", "events": ["response.published"]}
        )
        assert "Enter an address that begins with https://." in page.content.decode()
        assert not Subscription.objects.exists()


class TestASubscription:
    @pytest.fixture
    def subscription(self, administrator, office) -> Subscription:
        administrator.post(
            reverse("webhooks:subscribe", args=[office.body.pk]),
            {"address": "https://example.org/hook", "events": ["response.published"]},
        )
        return Subscription.objects.get()

    def test_is_tried_out_and_shows_what_waits(self, administrator, subscription):
        administrator.post(reverse("webhooks:try_out", args=[subscription.pk]))
        page = administrator.get(reverse("webhooks:subscription", args=[subscription.pk]))
        assert Delivery.objects.get().number in page.content.decode()
        assert "Waiting" in page.content.decode()

    def test_ends(self, administrator, subscription):
        for _ in range(2):
            administrator.post(reverse("webhooks:end", args=[subscription.pk]))
        subscription.refresh_from_db()
        assert subscription.ended_at

    def test_does_not_exist_for_another_office(self, client, subscription):
        client.force_login(factories.office("Larkspur").administrator)
        address = reverse("webhooks:subscription", args=[subscription.pk])
        assert client.get(address).status_code == 404
