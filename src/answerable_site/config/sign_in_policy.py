"""What a sign-in must amount to before a page is shown or an act is done.

Three tables say which routes ask for what; the rule of who may open a route is in `policy`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from answerable_site.config.policy import rule_for
from answerable_site.people import access, queries
from answerable_site.people.forms.signing_in import ConfirmPassword
from answerable_site.people.requests import Request
from answerable_site.people.signing_in import sessions

OPEN_WITHOUT_OWN_PASSWORD = frozenset({"account_change_password"})
"""What somebody whose password another person typed can open, beside what is public."""

OPEN_WITHOUT_SECOND_FACTOR = frozenset(
    {
        *("mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "mfa_view_recovery_codes"),
        *("account_reauthenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn"),
        "account_change_password",
    }
)
"""What somebody who must set up a second factor can open, beside what is public."""

NEEDS_CONFIRMATION = frozenset(
    {
        "responses:sign",
        "responses:publish",
        "publication:release",
        "publication:release_correction",
        "publication:withdraw",
        *("publication:release_edition", "publication:withdraw_edition"),
        *("publication:release_progress", "publication:withdraw_progress"),
        *("publication:release_feedback", "publication:withdraw_feedback"),
        "responses:past_csv",
        "followup:take_out",
        *("followup:commitments_csv", "followup:commitments_ods", "followup:commitments_xlsx"),
        "casework:confirm_limit",
        *("intake:undo", "intake:difference_csv", "intake:would_differ_csv"),
        *("intake:confirm_link", "intake:end_link"),
        *("figures:confirm_erasure", "figures:release", "figures:withdraw"),
        *("accessreview:looks_csv", "accessreview:release", "accessreview:hand_out_file"),
        "training:attendance_csv",
        *("casereviews:frame", "casereviews:release", "casereviews:withdraw"),
        "casereviews:release_bundle",
        *("people:add", "people:grant", "people:confirm", "people:end"),
        *("people:disable", "people:enable", "people:ask_reset", "people:confirm_reset"),
        *("people:add_machine", "people:confirm_machine", "people:end_machine"),
        *("people:make_token", "people:revoke_token"),
        *("webhooks:subscribe", "webhooks:end"),
        *("people:end_session", "people:end_other_sessions", "people:end_all_sessions"),
    }
)
"""Acts before which a person proves again who they are: what binds the office, what takes data
out of it, who may do what in it, what counts as late in its cases, what erases cases or cuts of
them, and who is signed out."""

_PREFIX = "confirm"


class SignInPolicy:
    """Middleware, after the policy of routes: asks for a password of one's own, a second factor
    and a fresh proof."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: Request, _view: Any, _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        match = request.resolver_match
        if match is None or not request.viewer.is_signed_in:
            return None
        if _lacks_own_password(request, match.view_name):
            return redirect("account_change_password")
        if _lacks_second_factor(request, match.view_name):
            return redirect("mfa_index")
        if match.view_name in NEEDS_CONFIRMATION and not sessions.proved_recently(request):
            return _confirmation(request)
        return None


def _lacks_own_password(request: Request, route: str) -> bool:
    if not request.user.must_change_password or sessions.is_single_sign_on(request):
        return False
    return route not in OPEN_WITHOUT_OWN_PASSWORD and not _is_public(route)


def _is_public(route: str) -> bool:
    """Whoever has just signed in stands on the start page, and is to be led on from there."""
    return rule_for(route) is access.anybody and route != settings.LOGIN_REDIRECT_URL


def _lacks_second_factor(request: Request, route: str) -> bool:
    if not settings.SECOND_FACTOR_REQUIRED or not request.viewer.posts:
        return False
    if route in OPEN_WITHOUT_SECOND_FACTOR or _is_public(route):
        return False
    if sessions.has_single_sign_on_second_factor(request):
        return False
    return not queries.has_second_factor(request.user)


def _confirmation(request: Request) -> HttpResponse | None:
    """The page that asks for a proof; None once what was sent holds one.

    Nothing that was typed is lost: before a form is shown, a page of its own asks; one that was
    sent late comes back whole with the question, and goes on with the answer.
    """
    if request.method != "POST":
        where = urlencode({"next": request.get_full_path()})
        return redirect(f"{reverse('account_reauthenticate')}?{where}")
    answers = request.POST if f"{_PREFIX}-password" in request.POST else None
    form = ConfirmPassword(answers, user=request.user, prefix=_PREFIX)
    if form.is_valid():
        reauthenticate_by_password(request)
        return None
    context = {"form": form, "kept": _kept(request), "address": request.get_full_path()}
    return render(request, "people/confirm_again.html", context, status=403)


def _kept(request: Request) -> list[tuple[str, str]]:
    """What was sent, to be sent once more; passwords stay out of pages."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name != "csrfmiddlewaretoken" and "password" not in name
    ]
