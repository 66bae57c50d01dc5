"""The programming interface as a whole: its parts, its problems, and what the reference says."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from http import HTTPStatus
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import URLPattern, URLResolver, include, path
from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from answerable_site.followup.api import router as followup
from answerable_site.home.presenters import shown_interface
from answerable_site.intake.api import router as intake
from answerable_site.interface import (
    KINDS,
    MEDIA_TYPE,
    REFERENCE,
    Mistake,
    Problem,
    ProblemBody,
    problem_answer,
)
from answerable_site.people.api import router as people
from answerable_site.publication.api import router as publication

_ALWAYS: Final = ("not-valid", "too-many")
_READS_A_CURSOR: Final = {"cursor", "since"}


class Interface(NinjaAPI):
    """The interface, whose operations are called in the reference as their routes are."""

    def get_openapi_operation_id(self, operation: Any) -> str:
        """The name by which clients that are generated call it."""
        return str(operation.url_name)


interface = Interface(
    title="Answerable",
    version="1",
    description=(
        "What offices publish about their answers to inspections, and what systems of "
        "organisations send and fetch."
    ),
    openapi_url=None,
    docs_url=None,
    urls_namespace="api",
)
interface.add_router("", publication)
interface.add_router("", people)
interface.add_router("", intake)
interface.add_router("", followup)


@interface.exception_handler(Problem)
def _problem(request: HttpRequest, problem: Problem) -> HttpResponse:
    return problem_answer(problem)


@interface.exception_handler(ValidationError)
def _not_valid(request: HttpRequest, found: ValidationError) -> HttpResponse:
    """What does not hold, without what was sent: it may be anybody's."""
    mistakes = tuple(
        Mistake(where=".".join(str(part) for part in one["loc"]), says=one["msg"])
        for one in found.errors
    )
    return problem_answer(Problem("not-valid", "Some of what was sent does not hold.", mistakes))


@interface.exception_handler(PermissionDenied)
def _refused(request: HttpRequest, refused: PermissionDenied) -> HttpResponse:
    return problem_answer(Problem("not-allowed", str(refused)))


@interface.exception_handler(Http404)
def _not_found(request: HttpRequest, _: Http404) -> HttpResponse:
    return problem_answer(Problem("not-found"))


@interface.exception_handler(HttpError)
def _of_the_library(request: HttpRequest, found: HttpError) -> HttpResponse:
    """A body that the library cannot read."""
    kind = "no-token" if found.status_code == HTTPStatus.UNAUTHORIZED else "not-readable"
    return problem_answer(Problem(kind))


def nothing(request: HttpRequest, rest: str) -> HttpResponse:
    """An address of the interface at which nothing is."""
    return problem_answer(Problem("not-found"))


# It is no form, and answers every method alike.
nothing.csrf_exempt = True  # type: ignore[attr-defined]


@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    """The description of the interface for programs (OpenAPI 3.1)."""
    return JsonResponse(described(), json_dumps_params={"ensure_ascii": False})


@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    """The description of the interface for people."""
    return render(request, "home/interface.html", {"interface": shown_interface(described())})


@cache
def described() -> dict[str, Any]:
    """The interface as an OpenAPI document, with the problems that each operation may answer."""
    # What the library makes is its own kinds of dictionary, and shared between operations.
    document: dict[str, Any] = deepcopy(dict(interface.get_openapi_schema(path_prefix=REFERENCE)))
    document["components"]["schemas"] |= _schemas_of_problems()
    for path_, item in document["paths"].items():
        for operation in item.values():
            _add_problems(path_, operation)
    return document


def paths() -> list[URLPattern | URLResolver]:
    """The addresses below /api/."""
    own, *_ = interface.urls
    operations = [one for one in own if getattr(one, "name", "") != "api-root"]
    version_1 = [
        path("", reference, name="reference"),
        path("openapi.json", schema, name="schema"),
        *operations,
    ]
    return [path("v1/", include(version_1)), path("<path:rest>", nothing, name="nothing")]


def _schemas_of_problems() -> dict[str, Any]:
    found = ProblemBody.model_json_schema(ref_template="#/components/schemas/{model}")
    inner = found.pop("$defs")
    return {"ProblemBody": found, **inner}


def _add_problems(path_: str, operation: dict[str, Any]) -> None:
    """Name every problem that an operation may answer, by its status."""
    kinds = [*_ALWAYS]
    if "{" in path_:
        kinds.append("not-found")
    if {one["name"] for one in operation.get("parameters", ())} & _READS_A_CURSOR:
        kinds.append("not-readable")
    if "security" in operation:
        kinds += ["no-token", "not-allowed"]
    if "requestBody" in operation:
        kinds += ["not-readable", "in-the-way", "too-large", "key-used-otherwise", "not-found"]
    by_status: dict[str, list[str]] = {}
    for kind in dict.fromkeys(kinds):
        by_status.setdefault(str(KINDS[kind].status.value), []).append(KINDS[kind].title)
    for status, titles in by_status.items():
        operation["responses"][status] = {
            "description": "; ".join(titles),
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemBody"}}},
        }
    operation["responses"] = {
        str(status): one for status, one in sorted(operation["responses"].items(), key=_number)
    }


def _number(item: tuple[Any, Any]) -> int:
    return int(item[0])
