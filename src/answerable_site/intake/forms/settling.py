"""What becomes of rows that were set aside, of loads, and of links."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django import forms as django

from answerable.mappings import Profile
from answerable_site.design import forms

_CELL: Final = "cell_"


class CorrectRow(django.Form):
    """The cells of a row, each under its heading; those that are doubted come first, with why."""

    def __init__(
        self,
        *args: Any,
        profile: Profile,
        cells: Mapping[str, str],
        doubts: Mapping[str, str],
        **kwargs: Any,
    ) -> None:
        """Args:
        doubts: what is doubtful of a column, by its name in the profile.
        """
        super().__init__(*args, **kwargs)
        for name in sorted(profile.columns, key=lambda one: one not in doubts):
            self.fields[f"{_CELL}{name}"] = forms.CharField(
                label=profile.heading(name),
                help_text=doubts.get(name, ""),
                required=False,
                strip=False,
                initial=cells.get(name, ""),
            )

    @property
    def cells(self) -> dict[str, str]:
        """What stands in each column now, by its name."""
        return {name.removeprefix(_CELL): text for name, text in self.cleaned_data.items()}


class GiveReason(django.Form):
    """Why rows are given up, or a load is undone."""

    why = forms.TextField(
        label="Why?",
        help_text="In a sentence, so that somebody else can judge it. Name nobody.",
        required_message="Say in a sentence why",
        max_length=1000,
    )


class DecideOnLink(django.Form):
    """Why a reference means a case or does not, or why a link between cases is made or ended."""

    why = forms.TextField(
        label="Why?",
        help_text="In a sentence, so that somebody else can judge it. It stays in clear, and "
        "whoever decides on this link reads it, on both sides. Name nobody, and write no "
        "reference.",
        required_message="Say in a sentence why",
        max_length=1000,
    )
