"""What goes wrong, told to programs alike: problem details (RFC 9457)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from django.http import HttpResponse

from answerable_site.interface.told import Told

MEDIA_TYPE: Final = "application/problem+json"
REFERENCE: Final = "/api/v1/"
"""The page that explains each kind of problem, in a part of its name."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem, as its status and in words."""

    status: HTTPStatus
    title: str
    what_to_do: str


KINDS: Final[Mapping[str, Kind]] = {
    "not-readable": Kind(
        HTTPStatus.BAD_REQUEST,
        "The request cannot be read",
        "Mend what the detail names: a cursor that was not handed out here, a header or a body "
        "that is not in the form that the reference gives.",
    ),
    "no-token": Kind(
        HTTPStatus.UNAUTHORIZED,
        "A token that is in force is needed",
        "Send the header “Authorization: Bearer” with the token of a machine account. If it has "
        "expired or was revoked, ask an administrator of your organisation for another.",
    ),
    "not-allowed": Kind(
        HTTPStatus.FORBIDDEN,
        "The token does not allow this",
        "Ask an administrator of your organisation for a token with the scope that the reference "
        "names.",
    ),
    "not-found": Kind(
        HTTPStatus.NOT_FOUND,
        "Nothing is here",
        "Check the address. What belongs to another organisation, and what was never published, "
        "is not here either.",
    ),
    "no-such-method": Kind(
        HTTPStatus.METHOD_NOT_ALLOWED,
        "This address does not take this method",
        "The header “Allow” names the methods that it takes.",
    ),
    "in-the-way": Kind(
        HTTPStatus.CONFLICT,
        "Something stands in the way",
        "Read the detail: what is held has changed meanwhile, or does not let this happen.",
    ),
    "too-large": Kind(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        "What was sent is too large",
        "Send it in smaller parts.",
    ),
    "not-valid": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "What was sent does not hold",
        "Mend each of the mistakes that are listed and send it again.",
    ),
    "key-used-otherwise": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "The idempotency key was used for something else",
        "Use a new key for each thing that you send, and the same one only to send it again.",
    ),
    "too-many": Kind(
        HTTPStatus.TOO_MANY_REQUESTS,
        "Too many requests",
        "Wait for as many seconds as the header “Retry-After” says.",
    ),
    "our-fault": Kind(
        HTTPStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong on our side",
        "Nothing was changed. Send it again later, with the same idempotency key.",
    ),
}


class Mistake(Told):
    """One thing that does not hold in what was sent."""

    where: str
    """Which part: such as “query.limit” or “form.as_at”."""
    says: str


class ProblemBody(Told):
    """Why a request was not done."""

    type: str
    """The address of the explanation, without the name of the site: it names the kind."""
    title: str
    status: int
    detail: str
    mistakes: list[Mistake]


class Problem(Exception):
    """A request that is not done. Its detail is shown to whoever asked."""

    def __init__(self, kind: str, detail: str = "", mistakes: tuple[Mistake, ...] = ()) -> None:
        """
        Args:
            kind: one of `KINDS`.
            detail: what happened here, in a sentence; the title of the kind where nothing is known.
            mistakes: each thing that does not hold.
        """
        super().__init__(detail)
        self.kind, self.detail, self.mistakes = kind, detail, mistakes


def problem_answer(problem: Problem, headers: Mapping[str, str] | None = None) -> HttpResponse:
    """The answer that tells of a problem."""
    kind = KINDS[problem.kind]
    body = ProblemBody(
        type=f"{REFERENCE}#{problem.kind}",
        title=kind.title,
        status=kind.status.value,
        detail=problem.detail or f"{kind.title}.",
        mistakes=list(problem.mistakes),
    )
    return HttpResponse(
        json.dumps(body.model_dump(), ensure_ascii=False),
        status=kind.status,
        content_type=MEDIA_TYPE,
        headers=dict(headers or {}),
    )
