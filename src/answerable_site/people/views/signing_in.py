"""Signing in and out, and one's own account."""

from __future__ import annotations

from typing import Any

from allauth.account.views import LoginView, PasswordResetView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from answerable_site.people import operations, presenters, queries
from answerable_site.people.requests import Request

_BACKEND = "django.contrib.auth.backends.ModelBackend"


class SignIn(LoginView):
    """Password, passkey or single sign-on; in the demonstration also a choice of people."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What else the page offers."""
        return super().get_context_data(**kwargs) | {
            "next": self.request.GET.get("next", ""),
            "accounts": _accounts(),
            "single_sign_on": settings.SINGLE_SIGN_ON_NAME,
        }


class ForgottenPassword(PasswordResetView):
    """Ask for a link; where no mail server is set up, the page says whom to ask."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whether a link can be sent at all."""
        return super().get_context_data(**kwargs) | {"can_be_sent": settings.EMAIL_IS_SET_UP}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Send nothing where nothing can be sent."""
        answer = super().post if settings.EMAIL_IS_SET_UP else super().get
        return answer(request, *args, **kwargs)


@require_POST
def sign_in_as(request: Request, user_id: int) -> HttpResponse:
    """Become somebody of the demonstration. There is no such page anywhere else."""
    if not settings.DEMONSTRATION:
        raise Http404
    user = get_object_or_404(queries.demonstration_accounts(), pk=user_id)
    login(request, user, backend=_BACKEND)
    viewer = queries.viewer_for(user, on=timezone.localdate())
    operations.note_sign_in(by=viewer, at=timezone.now())
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return redirect(target if safe else settings.LOGIN_REDIRECT_URL)


@require_POST
def sign_out(request: Request) -> HttpResponse:
    """End the session."""
    if not request.viewer.is_signed_in:
        # Whoever broke off half-way begins again, as themselves or as somebody else.
        logout(request)
        return redirect("account_login")
    operations.note_sign_out(by=request.viewer, at=timezone.now())
    logout(request)
    messages.success(request, "You have signed out.")
    return redirect("home:start")


def account(request: Request) -> HttpResponse:
    """Who one is here."""
    context = {"name": request.viewer.name, "posts": request.viewer.posts}
    return render(request, "people/account.html", context)


def _accounts() -> list[presenters.DemonstrationAccount]:
    if not settings.DEMONSTRATION:
        return []
    return [presenters.demonstration_account(u) for u in queries.demonstration_accounts()]
