"""What is asked to sign in, to add people and to grant roles."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.http import HttpRequest

from answerable_site.design import forms as design
from answerable_site.people.rules import ROLES_BY_KIND, OrganisationKind, Role


class SignIn(forms.Form):
    """E-mail address and password."""

    email = design.EmailField(
        label="Email address", width=30, required_message="Enter your email address"
    )
    password = design.PasswordField(label="Password", required_message="Enter your password")

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.user: Any = None

    def clean(self) -> dict[str, Any]:
        """One message for an unknown address and a wrong password: neither is given away."""
        values = super().clean() or {}
        if self.errors:
            return values
        self.user = authenticate(
            self.request, username=values["email"], password=values["password"]
        )
        if self.user is None:
            raise forms.ValidationError("The email address or the password is not right")
        return values


class _RoleChoice(forms.Form):
    role = design.ChoiceField(
        label="Role",
        hints={role.value: role.what_it_allows for role in Role},
        required_message="Select a role",
    )

    def __init__(self, *args: Any, kind: OrganisationKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [  # type: ignore[attr-defined]
            (role.value, role.label) for role in ROLES_BY_KIND[kind]
        ]


class GrantRole(_RoleChoice):
    """A further role for somebody."""


class AddPerson(_RoleChoice):
    """A new person and a first role."""

    full_name = design.CharField(
        label="Full name", max_length=200, required_message="Enter the person’s full name"
    )
    email = design.EmailField(
        label="Email address",
        help_text="The person signs in with it.",
        required_message="Enter the person’s email address",
    )
    password = design.PasswordField(
        label="First password",
        help_text="At least 12 characters. The person can change it after signing in.",
        autocomplete="new-password",
        required_message="Enter a first password",
    )
    field_order = ("full_name", "email", "password", "role")


class ChangePassword(forms.Form):
    """One's own new password."""

    password = design.PasswordField(
        label="New password",
        help_text="At least 12 characters.",
        autocomplete="new-password",
        required_message="Enter a new password",
    )
