from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from tests.factories_looks import LATER

from answerable_site.people.models import User


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    with time_machine.travel(LATER, tick=False):
        yield


@pytest.fixture
def browser():
    """Gives the browser of a person who signed in."""

    def of(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return of
