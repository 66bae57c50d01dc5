"""django-allauth's questions, answered: who may have an account, and what each step leaves behind.

It finds these classes by name in the settings.
"""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from answerable.languages import say
from answerable_site.people import operations, queries, tasks
from answerable_site.people.models import User
from answerable_site.people.signing_in import failures, secrets, sessions
from answerable_site.people.signing_in.pictures import qr_code

_TOO_MANY = say("There were too many attempts. Wait five minutes, then try again")

_WAYS = {
    "reauthenticate": say("Use your password"),
    "mfa_reauthenticate": say("Use a code"),
    "mfa_reauthenticate:webauthn": say("Use a passkey"),
}


class AccountAdapter(DefaultAccountAdapter):
    """Password, session and what is recorded of them."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": say("The email address or the password is not right"),
        "enter_current_password": say("The current password is not right"),
        "incorrect_password": say("The password is not right"),
        "incorrect_code": say("The code is not right, or was used already"),
        "too_many_login_attempts": _TOO_MANY,
        "rate_limited": _TOO_MANY,
    }

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Never: administrators add people."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Nothing: django-axes counts wrong passwords, and one counter is enough."""

    def is_reauthentication_required(self, *, app: str, **keywords: Any) -> bool:
        """The same rule as everywhere else on the site."""
        asked = super().is_reauthentication_required(app=app, **keywords)
        return asked and not sessions.proved_recently(self.request)

    def post_login(self, request: HttpRequest, user: User, **keywords: Any) -> HttpResponse:
        """Keep what a single sign-on says, and leave the entry."""
        social = (keywords.get("signal_kwargs") or {}).get("sociallogin")
        if social is not None:
            sessions.keep_single_sign_on(request, _claims(social))
        records = get_authentication_records(request, user)
        operations.note_sign_in(
            by=queries.viewer_for(user, on=timezone.localdate()),
            at=timezone.now(),
            methods=tuple(record.get("type") or record["method"] for record in records),
        )
        return super().post_login(request, user, **keywords)

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        """How somebody can prove who they are: also through the single sign-on that they used."""
        ways = [
            way | {"description": _WAYS.get(way["id"], way["description"])}
            for way in super().get_reauthentication_methods(user)
        ]
        if settings.SINGLE_SIGN_ON_NAME and queries.uses_single_sign_on(user):
            address = reverse("openid_connect_login", kwargs={"provider_id": "office"})
            # The provider is to ask afresh, and says in its token when it did.
            afresh = urlencode({"auth_params": urlencode({"prompt": "login", "max_age": "0"})})
            ways.append(
                {
                    "id": "single_sign_on",
                    "description": say(
                        "Sign in again through {name}", name=settings.SINGLE_SIGN_ON_NAME
                    ),
                    "url": f"{address}?{afresh}",
                }
            )
        return ways

    def set_password(self, user: User, password: str) -> None:
        """The one way by which a password changes, by hand or by a link in an e-mail."""
        changed = operations.change_password(
            by=queries.viewer_for(user, on=timezone.localdate()),
            at=timezone.now(),
            user=user,
            password=password,
        )
        user.password = changed.password

    def send_password_reset_mail(self, user: User, _email: str, _context: dict[str, Any]) -> None:
        """In the background: how long the page takes does not tell whether the account exists."""
        tasks.send_password_reset.enqueue(user.pk)

    def get_password_change_redirect_url(self, _request: HttpRequest) -> str:
        """Back to one's own account."""
        return reverse("people:account")


class MFAAdapter(DefaultMFAAdapter):
    """The second factor."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": say("The code is not right, or was used already"),
    }

    def encrypt(self, text: str) -> str:
        """A seed as the database keeps it."""
        return secrets.encrypted(text)

    def decrypt(self, encrypted_text: str) -> str:
        """A seed as it is used."""
        return secrets.decrypted(encrypted_text)

    def build_totp_svg(self, url: str) -> str:
        """The picture for an authenticator app."""
        return qr_code(url)

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002
        """What a passkey is called where its owner gives it no name."""
        count = Authenticator.objects.filter(user=user, type=type).count()
        return f"Passkey {count + 1}"


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Single sign-on: for those who have an account here, and nobody else."""

    def is_open_for_signup(self, _request: HttpRequest, _sociallogin: SocialLogin) -> bool:
        """Never: administrators add people."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let in an active account that is connected already, or has the same verified address.

        Raises:
            ImmediateHttpResponse: there is none; the page says so.
        """
        if sociallogin.is_existing and sociallogin.user.is_active:
            return
        account = None if sociallogin.is_existing else _account_of(sociallogin)
        if account is None:
            failures.note("single sign-on", sociallogin.user if sociallogin.is_existing else None)
            page = render(request, "socialaccount/no_account.html", status=403)
            raise ImmediateHttpResponse(page)
        sociallogin.connect(request, account)


def _account_of(sociallogin: SocialLogin) -> User | None:
    """The account under the address that the provider itself verified."""
    verified = [found.email for found in sociallogin.email_addresses if found.verified]
    return next(filter(None, map(queries.account_of, verified)), None)


def _claims(sociallogin: SocialLogin) -> dict[str, Any]:
    claims: dict[str, Any] = sociallogin.account.extra_data.get("id_token") or {}
    return claims
