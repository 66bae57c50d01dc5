"""Whose cases are handed to whom."""

from __future__ import annotations

from typing import Any

from django import forms

from answerable_site.design import forms as design


class FindPerson(forms.Form):
    """A person by a part of their name."""

    called = design.CharField(
        help_text="The beginning of a first name or of a surname is enough.",
        required=False,
        width=20,
        max_length=100,
    )

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["called"].label = label

    @property
    def typed(self) -> str:
        """What was typed; nothing where it is too long for a name."""
        return self.cleaned_data.get("called", "") if self.is_valid() else ""


class HandOver(forms.Form):
    """The cases that go, and who takes them over."""

    work = design.MultipleChoiceField(
        label="Which cases?", required_message="Select at least one case"
    )
    post = design.ChoiceField(
        label="Who of them takes the cases over?", required_message="Select a person"
    )

    def __init__(
        self,
        *args: Any,
        work: list[tuple[str, str]],
        posts: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["work"].choices = work  # type: ignore[attr-defined]
        self.fields["post"].choices = posts  # type: ignore[attr-defined]
