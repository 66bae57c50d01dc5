"""A person with a browser, and dates as they type them."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse


class Somebody:
    """A person with a browser."""

    def __init__(self, user: Any) -> None:
        self.client = Client()
        self.client.force_login(user)

    def reads(self, route: str, *keys: Any) -> str:
        """A page, which must be there."""
        answer = self.client.get(reverse(f"followup:{route}", args=keys))
        assert answer.status_code == 200, answer.status_code
        return answer.content.decode()

    def sends(self, route: str, *keys: Any, **answers: Any) -> str:
        """The page after a form was sent."""
        address = reverse(f"followup:{route}", args=keys)
        answer = self.client.post(address, answers | {"sent": "yes"}, follow=True)
        return answer.content.decode()

    def status(self, route: str, *keys: Any, method: str = "get") -> int:
        """With which number a page answers."""
        return getattr(self.client, method)(reverse(f"followup:{route}", args=keys)).status_code


def typed(name: str, day: Any) -> dict[str, str]:
    """A date as it is typed."""
    return {f"{name}_{part}": str(getattr(day, part)) for part in ("day", "month", "year")}
