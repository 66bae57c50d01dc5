"""The pages of whoever answers. They hold no cookie and keep nothing of who is there.

No token against forged forms is asked for: it would need a cookie, and there is nothing to forge.
The code in the form is what lets somebody answer, and whoever knows it needs nobody’s browser.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from allauth.core.internal.ratelimit import consume
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.csrf import csrf_exempt

from answerable.languages import say
from answerable.surveys.codes import UnusableCode, canonical_code
from answerable.surveys.help import HELP, SAFE_PLACE
from answerable.surveys.paper import PROMISES
from answerable_site.people.requests import Request
from answerable_site.people.rules import PRODUCT
from answerable_site.people.signing_in.lockout import address
from answerable_site.support import forms, operations, queries
from answerable_site.support.rules import CodeNotGood

WRONG_CODES = "20/10m/key"
"""Wrong codes from one place, after which it has to wait. Right ones are not counted."""
_ACTION = "wrong_code"


def kept_nowhere(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """No cache keeps the page, no search finds it, and another site's page cannot send its form."""

    @wraps(view)
    def answer(request: Request, **kwargs: Any) -> HttpResponse:
        origin = request.headers.get("Origin")
        own = f"{request.scheme}://{request.get_host()}"
        if request.method == "POST" and origin not in {None, own}:
            response = _page(request, "elsewhere", status=HTTPStatus.FORBIDDEN)
        else:
            response = view(request, **kwargs)
        response["Cache-Control"] = "no-store, private"
        response["X-Robots-Tag"] = "noindex"
        return response

    return answer


@csrf_exempt
@kept_nowhere
def answer(request: Request) -> HttpResponse:
    """Enter a code, then answer: all on one address, so that a history tells of one page."""
    if request.method != "POST":
        return _page(request, "start", form=forms.EnterCode())
    if "send" in request.POST:
        return _sent(request)
    form = forms.EnterCode(request.POST)
    if not form.is_valid():
        return _page(request, "start", form=form)
    return _questions(request, form.cleaned_data["code"], form)


@csrf_exempt
@kept_nowhere
def answer_by_link(request: Request, code: str) -> HttpResponse:
    """The same with the code in the address, as it stands in a message."""
    if request.method == "POST":
        return _sent(request)
    try:
        return _questions(request, canonical_code(code))
    except UnusableCode:
        return _questions(request, "")


@kept_nowhere
def thanks(request: Request) -> HttpResponse:
    """What stands there once somebody has answered."""
    return _page(request, "thanks")


def _questions(request: Request, code: str, form: forms.EnterCode | None = None) -> HttpResponse:
    """The questions, if the code is good; else the page that asks for one."""
    if _must_wait(request):
        return _page(request, "wait", status=HTTPStatus.TOO_MANY_REQUESTS)
    survey = queries.survey_to_answer(code, on=timezone.localdate())
    if survey is None:
        _note_wrong(request)
        form = form or forms.EnterCode({"code": code})
        form.is_valid()
        form.add_error(
            "code", say("This code is not known, was used already, or is not open today")
        )
        return _page(request, "start", form=form)
    asked = queries.instrument_of(survey)
    questions = forms.AnswerSurvey(asked=asked, initial={"code": code})
    return _page(
        request,
        "questions",
        form=questions,
        title=say(asked.title),
        opening=say(asked.opening),
        contacts=queries.contacts_of(survey.body_id),
    )


def _sent(request: Request) -> HttpResponse:
    code = request.POST.get("code", "")[: forms.LONGEST_CODE]
    if _must_wait(request):
        return _page(request, "wait", status=HTTPStatus.TOO_MANY_REQUESTS)
    survey = queries.survey_to_answer(code, on=timezone.localdate())
    if survey is None:
        _note_wrong(request)
        return _page(request, "start", form=forms.EnterCode(), was_not_good=True)
    asked = queries.instrument_of(survey)
    form = forms.AnswerSurvey(request.POST, asked=asked)
    if form.is_valid():
        try:
            operations.take_answer(
                by=PRODUCT,
                at=timezone.now(),
                code=code,
                answers=form.answers,
                groups=form.groups,
            )
        except (CodeNotGood, operations.NothingAnswered) as problem:
            form.add_error(None, say(str(problem)))
        else:
            return redirect("support:thanks")
    return _page(
        request,
        "questions",
        form=form,
        title=say(asked.title),
        opening=say(asked.opening),
        contacts=queries.contacts_of(survey.body_id),
    )


def _page(request: Request, name: str, *, status: int = HTTPStatus.OK, **more: Any) -> HttpResponse:
    context = {
        "help": [(say(one.when), say(one.what)) for one in HELP],
        "safe_place": SAFE_PLACE,
        "promises": [say(one) for one in PROMISES],
        **more,
    }
    return render(request, f"support/answering/{name}.html", context, status=status)


def _must_wait(request: Request) -> bool:
    return not _counted(request, dry_run=True)


def _note_wrong(request: Request) -> None:
    _counted(request, dry_run=False)


def _counted(request: Request, *, dry_run: bool) -> bool:
    """Whether there is room for a further wrong code from a place.

    The place is counted under a digest that only this installation can make.
    """
    place = salted_hmac("answerable wrong codes", address(request) or "", algorithm="sha256")
    return bool(
        consume(
            request,
            app="support",
            action=_ACTION,
            config={_ACTION: WRONG_CODES},
            key=place.hexdigest(),
            dry_run=dry_run,
            limit_get=True,
        )
    )
