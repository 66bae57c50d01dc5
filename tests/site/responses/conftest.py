from __future__ import annotations

import pytest
from django.test import Client
from tests import factories_responses as cases


@pytest.fixture
def case(db):
    return cases.case()


@pytest.fixture
def signed_in(case):
    """A client for somebody of the office: `signed_in("holder")`."""

    def sign_in(role: str) -> Client:
        client = Client()
        client.force_login(getattr(case.office, role))
        return client

    return sign_in


@pytest.fixture
def at(case):
    """The address of a page of the response: `at("sign")`."""
    from django.urls import reverse

    def address(route: str, *more: object) -> str:
        return reverse(
            f"responses:{route}", args=[case.inspection.pk, case.office.body.slug, *more]
        )

    return address
