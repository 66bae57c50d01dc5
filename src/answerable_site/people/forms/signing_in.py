"""django-allauth's questions in the words and the look of the site.

It finds these classes by name in the settings. What they check is its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms

from answerable.languages import say
from answerable_site.design import forms as design
from answerable_site.design.forms.fields import LONGEST_TEXT
from answerable_site.people.signing_in import failures

_CODE_HINT = say("6 digits from your authenticator app, or one of your recovery codes.")


class _NewPassword(design.PasswordField):
    """A password that is checked while the form is, so that its message stands beside it."""

    user: Any = None

    def __init__(self) -> None:
        super().__init__(
            label=say("New password"),
            help_text=(
                say(
                    "At least 12 characters, without the name of your organisation or “police”, "
                    "and none that is known to be stolen."
                )
            ),
            autocomplete="new-password",
            required_message=say("Enter a new password"),
        )

    def clean(self, value: Any) -> str:
        password: str = get_adapter().clean_password(super().clean(value), user=self.user)
        if self.user is not None and self.user.check_password(password):
            raise forms.ValidationError(say("This is your password now. Choose another."))
        return password


def _password() -> design.PasswordField:
    return design.PasswordField(label=say("Password"), required_message=say("Enter your password"))


def _email() -> design.EmailField:
    return design.EmailField(
        label=say("Email address"), width=30, required_message=say("Enter your email address")
    )


def _code(hint: str) -> design.CharField:
    return design.CharField(
        label=say("Code"),
        help_text=hint,
        width=10,
        required_message=say("Enter the code"),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class _PasskeysAnswer(forms.JSONField):
    """What a browser says for a passkey; nothing as long or as deep as an attack."""

    def __init__(self) -> None:
        super().__init__(widget=forms.HiddenInput, max_length=LONGEST_TEXT)

    def to_python(self, value: Any) -> Any:
        """The data, unless it is nested deeper than any browser nests it."""
        try:
            return super().to_python(value)
        except RecursionError:
            raise forms.ValidationError(self.error_messages["invalid"]) from None


class SignIn(account.LoginForm):
    """E-mail address and password."""

    password = _password()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"], self.fields["password"] = _email(), _password()


class ConfirmPassword(account.ReauthenticateForm):
    """The password again."""

    password = _password()


class ChangePassword(account.ChangePasswordForm):
    """One's own new password, for whoever knows the old one."""

    oldpassword = design.PasswordField(
        label=say("Current password"), required_message=say("Enter your current password")
    )
    password1 = _NewPassword()
    password2 = None


class AskForNewPassword(account.ResetPasswordForm):
    """The address that the link goes to."""

    email = _email()


class ChooseNewPassword(account.ResetPasswordKeyForm):
    """A new password, for whoever has the link."""

    password1 = _NewPassword()
    password2 = None


class SecondFactor(mfa.AuthenticateForm):
    """A code after the password."""

    code = _code(_CODE_HINT)


class ConfirmCode(mfa.ReauthenticateForm):
    """A code again."""

    code = _code(_CODE_HINT)


class SetUpApp(totp.ActivateTOTPForm):
    """The first code that a new authenticator app shows."""

    code = _code(say("6 digits that your authenticator app shows."))

    def clean_code(self) -> str:
        """Checked, and used up: it is no code for signing in any more."""
        code: str = super().clean_code()
        app = Authenticator(
            user=self.user,
            type=Authenticator.Type.TOTP,
            data={"secret": get_mfa_adapter().encrypt(self.secret)},
        )
        if not app.wrap().validate_code(code):
            raise get_mfa_adapter().validation_error("incorrect_code")
        return code


class AddPasskey(webauthn.AddWebAuthnForm):
    """A name for a passkey; the browser makes the key itself."""

    name = design.CharField(
        label=say("Name of the passkey (optional)"),
        help_text=say("So that you know it again, such as “Office laptop”."),
        max_length=60,
        required=False,
    )
    passwordless = forms.BooleanField(initial=True, widget=forms.HiddenInput)
    credential = _PasskeysAnswer()


class SignInByPasskey(webauthn.LoginWebAuthnForm):
    """The answer of a passkey in place of a password."""

    credential = _PasskeysAnswer()

    def clean_credential(self) -> Authenticator:
        """The passkey; one that is not right leaves a line in the log."""
        return _noting(super().clean_credential, self.user)


class ConfirmPasskey(webauthn.ReauthenticateWebAuthnForm):
    """The answer of a passkey again."""

    credential = _PasskeysAnswer()

    def clean_credential(self) -> Authenticator:
        """The passkey; one that is not right leaves a line in the log."""
        return _noting(super().clean_credential, self.user)


def _noting(check: Callable[[], Authenticator], user: Any) -> Authenticator:
    """What a check gives. Django-allauth tells of no passkey that fails."""
    try:
        return check()
    except forms.ValidationError:
        failures.note("passkey", user)
        raise
