"""Asking the site as somebody, cheaply, and seeing what happened and what was written.

A request goes through the site's whole middleware, policy and view. What a view hands to its
template is not rendered unless the words are wanted: an outcome is known before that. Whatever a
request writes is rolled back unless a test wants to look at it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core import mail
from django.core.handlers.base import BaseHandler
from django.db import connection, transaction
from django.http import HttpResponseBase
from django.template.backends.django import Template
from django.test import RequestFactory
from tests.site.access.world import Somebody, World

from answerable_site.interface import MEDIA_TYPE

SIGN_IN = "/people/sign-in/"
WRITING = {"INSERT", "UPDATE", "DELETE"}
HOUSEKEEPING = {"answerable_cache", "django_session"}
"""Tables in which the site counts attempts and remembers who is signed in."""


@dataclass(frozen=True)
class Answer:
    """What came back, and what was done on the way."""

    response: HttpResponseBase
    acts: tuple[str, ...]
    """Tables that were written to, and "e-mail" where one was sent."""

    @property
    def outcome(self) -> str:
        """What happened, in a word."""
        status = self.response.status_code
        if status == 403:
            return "refused"
        if status == 404:
            return "not found"
        if status == 401 and self.response["Content-Type"] == MEDIA_TYPE:
            return "sign in"
        if status == 405:
            return "no such method"
        if status in {301, 302} and self.response["Location"].startswith(SIGN_IN):
            return "sign in"
        return "open" if status < 500 else "broken"

    @property
    def words(self) -> str:
        """The whole answer as text: its address to go on to, and its content."""
        location = self.response.headers.get("Location", "")
        return f"{location}\n{self.content.decode(errors='replace')}"

    @property
    def content(self) -> bytes:
        if self.response.streaming:
            return b"".join(self.response)  # type: ignore[attr-defined]
        return bytes(self.response.content)  # type: ignore[attr-defined]


class Asking:
    """Asks as the viewers of a world."""

    def __init__(self, world: World) -> None:
        self.world = world
        handler = BaseHandler()
        handler.load_middleware()
        self._answer: Callable[..., HttpResponseBase] = handler.get_response

    def __call__(
        self,
        somebody: Somebody,
        method: str,
        address: str,
        data: dict[str, Any] | None = None,
        *,
        rendered: bool = False,
        kept: bool = False,
        **headers: str,
    ) -> Answer:
        """The answer to one request.

        Args:
            somebody: who asks.
            method: such as "GET".
            address: path, with a query if there is one.
            data: what a form sends, with POST.
            rendered: whether templates are rendered.
            kept: whether what it writes stays for the rest of the test.
            headers: in the form of WSGI, such as HTTP_IF_NONE_MATCH.
        """
        factory = RequestFactory()
        if session := self.world.sessions.get(somebody.name):
            factory.cookies[settings.SESSION_COOKIE_NAME] = session
        if method == "POST":
            request = factory.post(address, data or {}, **headers)
        else:
            request = factory.generic(method, address, **headers)
        request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]
        sent = len(mail.outbox)
        with transaction.atomic(), writes() as acts, _rendering(rendered):
            response = self._answer(request)
            transaction.set_rollback(not kept)
        if len(mail.outbox) > sent:
            acts.append("e-mail")
        return Answer(response, tuple(acts))


@contextmanager
def writes() -> Iterator[list[str]]:
    """The tables that are written to inside, in order."""
    found: list[str] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        verb, _, rest = sql.lstrip().partition(" ")
        if verb in WRITING:
            table = rest.replace("INTO ", "").replace("FROM ", "").split()[0].strip('"')
            if table not in HOUSEKEEPING:
                found.append(table)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield found


@contextmanager
def _rendering(wanted: bool) -> Iterator[None]:
    if wanted:
        yield
        return
    render = Template.render
    Template.render = lambda *_args, **_keywords: ""  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        Template.render = render  # type: ignore[method-assign]
