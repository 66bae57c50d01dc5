"""What a machine account can read of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any, Final, TypeVar

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema, UploadedFile
from ninja.security import HttpBearer

from answerable_site.interface import (
    NOT_CHANGED,
    Problem,
    Told,
    fingerprint_of,
    say_repeated,
)
from answerable_site.people import queries
from answerable_site.people.operations import GivenAnswer, KeyUsedOtherwise, answer_once
from answerable_site.people.requests import Request
from answerable_site.people.rules import Scope, Viewer

router = Router(tags=["Machine accounts"])
Said = TypeVar("Said", bound=Schema)


SCOPES: Final = "x-scopes"
"""Where the description of an operation names the scopes of which a token needs one."""


class MachineToken(HttpBearer):
    """The token of a machine account with one of some scopes."""

    def __init__(self, *scopes: Scope) -> None:
        super().__init__()
        self.scopes = frozenset(scopes)

    def authenticate(self, request: HttpRequest, token: str) -> Viewer | None:  # noqa: ARG002
        """The viewer that the token stands for: before any operation it was looked up, and the rule
        of the route was asked.

        Raises:
            Problem: the token is for something else.
        """
        viewer: Viewer = request.viewer  # type: ignore[attr-defined]
        if viewer.machine is None:
            return None
        if self.scopes and not self.scopes & viewer.machine.scopes:
            raise Problem("not-allowed", f"This needs the scope {scope_words(self.scopes)}.")
        return viewer


def scoped(*scopes: Scope) -> dict[str, Any]:
    """What the description of an operation says of the scopes of which a token needs one."""
    return {SCOPES: sorted(scopes)}


def scope_words(scopes: Iterable[Scope]) -> str:
    """Scopes in words, of which one is enough."""
    return " or ".join(sorted(scopes))


def done_once(
    request: Request,
    response: HttpResponse,
    *,
    key: str,
    told: Said,
    file: UploadedFile,
    act: Callable[[Request, Said, UploadedFile], GivenAnswer],
) -> GivenAnswer:
    """What a machine is answered to a file that it sends under a key, done now or before.

    Args:
        told: what is said of the file.
        act: takes the file in.

    Raises:
        Problem: something else was sent under the key; or what `act` raises.
    """
    try:
        given = answer_once(
            by=request.viewer,
            at=timezone.now(),
            key=key,
            fingerprint=fingerprint_of(request.path, told.model_dump(mode="json"), file),
            act=partial(act, request, told, file),
        )
    except KeyUsedOtherwise as problem:
        raise Problem("key-used-otherwise", str(problem)) from problem
    say_repeated(response, is_repeated=given.is_repeated)
    return given


class MachineTold(Told):
    """The machine account of the token that was sent."""

    name: str
    organisation: str
    scopes: list[Scope]
    """What the token is for."""
    expires_on: date
    """The last civil date (Europe/London) on which the token counts."""
    answers_to: str
    """Who set the account up and who confirmed it."""


@router.get(
    "/machine", response={200: MachineTold, **NOT_CHANGED}, auth=MachineToken(), url_name="machine"
)
def machine(request: Request) -> Any:
    """The machine account whose token is sent, and until when the token counts."""
    machine = request.viewer.machine
    assert machine is not None  # noqa: S101 - the rule of the route asks for one
    token = queries.token_named(machine.token)
    return {
        "name": token.account.name,
        "organisation": token.account.organisation.name,
        "scopes": sorted(machine.scopes),
        "expires_on": token.expires_on,
        "answers_to": machine.told,
    }
