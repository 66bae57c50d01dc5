"""Filters of looks, verdicts, and answers about sampled looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from answerable_site.accessreview.rules.verdicts import (
    Answer,
    TooFewWords,
    Verdict,
    check_words,
)
from answerable_site.casework.forms import NO_IDENTITY
from answerable_site.design import forms as design


class FilterLooks(forms.Form):
    """All filters; an empty one filters nothing."""

    person = design.SelectField(label="Who looked", required=False)
    case = design.IntegerField(label="Case number", width=5, required=False, min_value=1)
    act = design.SelectField(label="What they did", required=False)
    from_on = design.DateField(label="From", required=False)
    to_on = design.DateField(label="To", required=False)

    def __init__(
        self,
        *args: Any,
        people: Iterable[tuple[int, str]],
        acts: Mapping[str, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(number), name) for number, name in people]
        self.fields["person"].choices = [("", "Anybody"), *named]  # type: ignore[attr-defined]
        self.fields["act"].choices = [("", "Anything"), *acts.items()]  # type: ignore[attr-defined]


class _WithWords(forms.Form):
    def clean_words(self) -> str:
        """Refuses what nobody could follow."""
        words: str = self.cleaned_data["words"]
        try:
            check_words(words)
        except TooFewWords as problem:
            raise forms.ValidationError(str(problem)) from problem
        return words


class ReviewGlass(_WithWords):
    """Whether breaking the glass was justified."""

    verdict = design.ChoiceField(
        label="Was it justified?",
        choices=[(verdict.value, verdict.label) for verdict in Verdict],
        required_message="Select whether it was justified",
    )
    words = design.TextField(
        label="How do you know?",
        help_text=f"Whom you asked and what they said. {NO_IDENTITY}",
        rows=4,
        max_length=2000,
        required_message="Say how you know",
    )


class AnswerLook(_WithWords):
    """Whether a supervisor knows the reason of a look."""

    answer = design.ChoiceField(
        label="Do you know why?",
        choices=[(answer.value, answer.label) for answer in Answer],
        required_message="Select whether you know why",
    )
    words = design.TextField(
        label="In a sentence",
        help_text=NO_IDENTITY,
        rows=3,
        max_length=1000,
        required_message="Say in a sentence what you know",
    )
