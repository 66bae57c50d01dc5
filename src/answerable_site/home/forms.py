"""What pages that combine several apps ask."""

from __future__ import annotations

from typing import Any

from django import forms

from answerable_site.design import forms as design

ALL_BODIES = "*"
"""No slug of a body."""


class MakeCalendar(forms.Form):
    """Which dates a new address shows."""

    body = design.ChoiceField(
        label="Which dates it shows", required_message="Select which dates it shows"
    )

    def __init__(self, *args: Any, bodies: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = [  # type: ignore[attr-defined]
            (ALL_BODIES, "All bodies that I work for"),
            *bodies,
        ]


class HandFigure(forms.Form):
    """For which commitment a figure, or a finding of a review, is evidence."""

    commitment = design.ChoiceField(
        label="For which commitment is it evidence?", required_message="Select a commitment"
    )

    def __init__(self, *args: Any, commitments: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["commitment"].choices = commitments  # type: ignore[attr-defined]


class HandTheme(forms.Form):
    """Before which meeting a theme is put."""

    meeting = design.ChoiceField(label="Before which meeting?", required_message="Select a meeting")

    def __init__(self, *args: Any, meetings: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].choices = meetings  # type: ignore[attr-defined]
