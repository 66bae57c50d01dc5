"""Whose cases are handed to whom."""

from __future__ import annotations

from typing import Any

from django import forms

from answerable_site.design import forms as design


class HandOver(forms.Form):
    """The cases that go, and who takes them over."""

    work = design.MultipleChoiceField(
        label="Which cases?", required_message="Select at least one case"
    )
    post = design.ChoiceField(label="Who takes them over?", required_message="Select a person")

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


class ChooseWorker(forms.Form):
    """Whose cases are looked at."""

    worker = design.SelectField(label="Whose cases?", required=False)

    def __init__(self, *args: Any, workers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker"].choices = [("", ""), *workers]  # type: ignore[attr-defined]
