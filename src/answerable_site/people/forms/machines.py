"""What is asked to set up a machine account and to make a token."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from answerable_site.design import forms as design
from answerable_site.people.rules import LONGEST, Scope


class _Scopes(forms.Form):
    scopes = design.MultipleChoiceField(
        label="What may it do?",
        hints={scope.value: scope.what_it_allows for scope in Scope},
        required_message="Select what it may do",
    )

    def __init__(self, *args: Any, among: Iterable[Scope], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scopes"].choices = [  # type: ignore[attr-defined]
            (scope.value, scope.label) for scope in among
        ]

    def clean_scopes(self) -> frozenset[Scope]:
        """As scopes."""
        return frozenset(Scope(one) for one in self.cleaned_data["scopes"])


class AddMachine(_Scopes):
    """A system that is to have an account."""

    name = design.CharField(
        label="What is the system called?",
        help_text="As the record of acts will name it, such as “Larkspur crime records feed”.",
        max_length=100,
        required_message="Enter what the system is called",
    )
    purpose = design.TextField(
        label="What does it do here, and who looks after it?",
        help_text="For the administrator who confirms it.",
        rows=3,
        max_length=500,
        required_message="Enter what it does here and who looks after it",
    )
    field_order = ("name", "purpose", "scopes")


class MakeToken(_Scopes):
    """A token of a machine account."""

    expires_on = design.DateField(
        label="Last day on which the token counts",
        help_text=f"At most {LONGEST.days} days from today.",
        required_message="Enter the last day on which the token counts",
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["expires_on"].initial = today + LONGEST
