"""What is asked to add people, to grant roles and to change accounts."""

from __future__ import annotations

from typing import Any

from django import forms

from answerable_site.design import forms as design
from answerable_site.people.rules import ROLES_BY_KIND, OrganisationKind, Role


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
    """A new person and a first role; a first password only where no link can be sent."""

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
        help_text="At least 12 characters. The person must choose another at the first sign-in.",
        autocomplete="new-password",
        required_message="Enter a first password",
    )
    field_order = ("full_name", "email", "password", "role")

    def __init__(self, *args: Any, kind: OrganisationKind, is_invited: bool, **kwargs: Any) -> None:
        super().__init__(*args, kind=kind, **kwargs)
        if is_invited:
            del self.fields["password"]


class Reason(forms.Form):
    """Why an account is switched off, or its second factor reset."""

    reason = design.TextField(
        label="Why?",
        help_text="It stays in the record of acts.",
        rows=3,
        max_length=500,
        required_message="Enter the reason",
    )
