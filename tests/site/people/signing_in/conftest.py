from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from tests import factories


@pytest.fixture
def office(db) -> factories.Office:
    return factories.office()


@pytest.fixture
def sign_in():
    """Send the form for signing in."""

    def send(client: Client, email: str, password: str = factories.PASSWORD, **extra):
        fields = {"login": email, "password": password, **extra}
        return client.post(reverse("account_login"), fields)

    return send


@pytest.fixture
def is_signed_in():
    """Whether the site still knows who asks."""

    def look(client: Client) -> bool:
        return client.get(reverse("people:account")).status_code == 200

    return look
