"""What is asked of coders, and of those who tell."""

from __future__ import annotations

from typing import Any

from django import forms as django

from answerable.surveys.themes import CodeBook
from answerable_site.design import forms
from answerable_site.support.operations import NewFinding
from answerable_site.support.rules import (
    LONGEST_FINDING,
    LONGEST_QUOTE,
    CodingRefused,
    TellingRefused,
    check_finding,
    check_two_coders,
)


class NameCoders(django.Form):
    """The two who code."""

    first = forms.ModelSelectField(
        None, label="Who codes first?", required_message="Select the first coder"
    )
    second = forms.ModelSelectField(
        None,
        label="Who codes second?",
        help_text="Neither sees what the other gave, until both have coded everything.",
        required_message="Select the second coder",
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first", "second"):
            field: Any = self.fields[name]
            field.queryset = people
            field.label_from_instance = lambda one: one.full_name

    def clean(self) -> dict[str, Any]:
        """Two people."""
        values = super().clean() or {}
        if not self.errors:
            try:
                check_two_coders(values["first"].pk, values["second"].pk)
            except CodingRefused as problem:
                self.add_error("second", str(problem))
        return values


class GiveThemes(django.Form):
    """The themes of a passage; none where it says nothing of them."""

    themes = forms.MultipleChoiceField(
        label="What is it about?",
        help_text="Select all that fit. Select none if it says nothing of them.",
        required=False,
    )

    def __init__(self, *args: Any, book: CodeBook, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["themes"]
        field.choices = [(one.key, one.label) for one in book.themes]


class OfferQuote(django.Form):
    """Words to quote."""

    words = forms.TextField(
        label="Which words may be quoted?",
        help_text=(
            "Copy them as they stand, and write … where you leave some out. Leave out whatever "
            "could lead to a person: days, places, work, family, what only one person lived."
        ),
        rows=3,
        max_length=LONGEST_QUOTE,
        required_message="Enter the words to quote",
    )


class JudgeQuote(django.Form):
    """Whether words may be quoted."""

    is_safe = forms.ChoiceField(
        label="Could anybody tell from these words who wrote them, the suspect too?",
        choices=[("yes", "No, they can be quoted"), ("no", "Perhaps, so they are not quoted")],
        required_message="Select whether they can be quoted",
    )

    def clean_is_safe(self) -> bool:
        """Whether they can be quoted."""
        return bool(self.cleaned_data["is_safe"] == "yes")


class AddFinding(django.Form):
    """What victims told on one matter, and what changed."""

    words = forms.TextField(
        label="What did victims tell you?",
        help_text=(
            "In your words. A number must be one of the figures that may be shown: write “most” or "
            "“some” otherwise."
        ),
        rows=5,
        max_length=LONGEST_FINDING,
        required_message="Write what victims told you",
    )
    recommendation = forms.ModelSelectField(
        None, label="To which recommendation does it speak? (optional)", required=False
    )
    quotes = forms.ModelMultipleChoiceField(
        None,
        label="Which quotes belong to it?",
        help_text="Only what both coders found safe is offered.",
        required=False,
    )
    commitments = forms.ModelMultipleChoiceField(
        None,
        label="What is done about it?",
        help_text="The page tells how each stands, in the wording that is approved for the public.",
        required=False,
    )
    nothing_yet = forms.TextField(
        label="If nothing is done yet, why?", rows=2, max_length=LONGEST_FINDING, required=False
    )

    def __init__(
        self,
        *args: Any,
        recommendations: Any,
        quotes: Any,
        commitments: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._offer("recommendation", recommendations, lambda one: f"Recommendation {one.number}")
        self._offer("quotes", quotes, lambda one: one.words)
        self._offer(
            "commitments", commitments, lambda one: f"{one.organisation.name}: {one.summary}"
        )

    def _offer(self, name: str, rows: Any, words: Any) -> None:
        field: Any = self.fields[name]
        field.queryset = rows
        field.label_from_instance = words

    def clean(self) -> dict[str, Any]:
        """Puts it together."""
        values = super().clean() or {}
        if self.errors:
            return values
        commitments = list(values["commitments"])
        try:
            check_finding(
                values["words"],
                has_changes=bool(commitments),
                nothing_yet=values["nothing_yet"],
            )
        except TellingRefused as problem:
            self.add_error("commitments", str(problem))
            return values
        values["new"] = NewFinding(
            words=values["words"],
            recommendation=values["recommendation"],
            commitments=commitments,
            nothing_yet=values["nothing_yet"],
            quotes=list(values["quotes"]),
        )
        return values
