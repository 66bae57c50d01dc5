"""What is asked about a programme, its draw and its reviewers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms as django

from answerable.casereviews.drawing import LEAST_TWICE
from answerable.casereviews.intervals import Method
from answerable.casereviews.questions import shipped_sets
from answerable.casereviews.sizes import UnusableSize
from answerable.casereviews.strata import USUAL, Stratum
from answerable_site.casereviews.rules import OutOfOrder, Sharing, own_questions, sizes_wanted
from answerable_site.design import forms


class Nothing(django.Form):
    """A page that asks for nothing but to go on."""


class Words(django.Form):
    """Something that is said in a few sentences."""

    words = forms.TextField(label="", max_length=2000, required_message="")

    def __init__(self, *args: Any, label: str, required: str, hint: str = "", **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["words"]
        field.label, field.help_text = label, hint
        field.error_messages["required"] = required


class Plan(django.Form):
    """What a review asks, and of which cases."""

    force = forms.ModelSelectField(None, label="Of which force?", required_message="Select a force")
    title = forms.CharField(
        label="What is the review called?",
        max_length=200,
        required_message="Enter what the review is called",
    )
    purpose = forms.TextField(
        label="Why are files read?",
        help_text="It stands in the record beside each reading of a file. Name nobody.",
        max_length=500,
        rows=3,
        required_message="Enter why files are read",
    )
    sets = forms.MultipleChoiceField(
        label="Which recommendations does it ask about?",
        help_text="Question sets that come with the product, each with its version.",
        required=False,
    )
    own = forms.TextField(
        label="Questions of your own (optional)",
        help_text="One a line. They are asked of every file.",
        max_length=6000,
        required=False,
    )
    reported_from = forms.DateField(
        label="Cases reported from", required_message="Enter the first day"
    )
    reported_to = forms.DateField(label="Cases reported to", required_message="Enter the last day")
    strata = forms.MultipleChoiceField(
        label="Which cases are reviewed?",
        choices=[(one.value, one.label) for one in Stratum],
        initial=[one.value for one in USUAL],
        required_message="Select at least one",
    )
    precision = forms.ChoiceField(
        label="How far off may a share be?",
        help_text="At 95% confidence, of all files together. A narrower one needs more files.",
        choices=[("5", "5 points either way"), ("10", "10 points either way"),
                 ("15", "15 points either way")],
        initial="10",
        required_message="Select how far off a share may be",
    )  # fmt: skip
    method = forms.ChoiceField(
        label="Which interval?",
        choices=[(one.value, one.label) for one in Method],
        initial=Method.WILSON.value,
        required_message="Select an interval",
    )

    def __init__(self, *args: Any, forces: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        forms.offer_unless_single(self, "force", forces)
        choices = [
            (name, f"Recommendation {one.recommendation}: {one.title} (version {one.version})")
            for name, one in shipped_sets().items()
        ]
        self.fields["sets"].choices = choices  # type: ignore[attr-defined]

    def clean_own(self) -> list[str]:
        """One question a line."""
        try:
            return own_questions(self.cleaned_data["own"])
        except OutOfOrder as problem:
            raise django.ValidationError(str(problem)) from problem

    def clean(self) -> dict[str, Any]:
        """Refuses a review that asks nothing, or of days that are the wrong way round or ahead."""
        values = super().clean() or {}
        if not self.errors:
            if not values["sets"] and not values["own"]:
                self.add_error("sets", "Choose a question set, or write a question")
            if values["reported_to"] < values["reported_from"]:
                self.add_error("reported_to", "The last day must be the first day or later")
            elif values["reported_to"] > self.today:
                self.add_error("reported_to", "The last day must be today or in the past")
        return values


class Draw(forms.Form):
    """How many files are drawn, and from where."""

    sharing = forms.ChoiceField(
        label="How is the sample shared out?",
        choices=[(one.value, one.label) for one in Sharing],
        initial=Sharing.PROPORTIONAL.value,
        reveals={Sharing.PROPORTIONAL: ("size",), Sharing.FIXED: ("each",)},
        required_message="Select how the sample is shared out",
    )
    size = forms.IntegerField(
        label="How many files altogether?",
        min_value=1,
        required_message="Enter how many files are drawn",
    )
    each = forms.IntegerField(
        label="How many from each?",
        help_text="Estimates then weigh each file by how many it stands for.",
        min_value=2,
        required_message="Enter how many files are drawn from each",
    )
    double_percent = forms.IntegerField(
        label="Of a hundred files, how many are scored by two?",
        help_text=f"{LEAST_TWICE} at least, so that it is known how far reviewers agree.",
        min_value=LEAST_TWICE,
        max_value=100,
        initial=LEAST_TWICE,
        required_message="Enter how many are scored by two",
    )

    def __init__(self, *args: Any, population: Mapping[str, int], proposed: int, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.population = population
        self.fields["size"].initial = proposed

    def clean(self) -> dict[str, Any]:
        """Refuses a sample that cannot be drawn; adds how many come from each stratum."""
        values = super().clean() or {}
        if not self.errors:
            sharing = Sharing(values["sharing"])
            try:
                values["sizes"] = sizes_wanted(
                    self.population,
                    sharing,
                    size=values.get("size") or 0,
                    each=values.get("each") or 0,
                )
            except UnusableSize as problem:
                field = "size" if sharing is Sharing.PROPORTIONAL else "each"
                self.add_error(field, str(problem))
        return values


class Reviewers(django.Form):
    """Who takes part."""

    reviewers = forms.MultipleChoiceField(
        label="Who reviews?",
        help_text="Files are handed out evenly. Nobody gets one of a case that they work on.",
        required_message="Select at least one reviewer",
    )

    def __init__(self, *args: Any, people: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(number), name) for number, name in people]
        self.fields["reviewers"].choices = choices  # type: ignore[attr-defined]

    def clean_reviewers(self) -> list[int]:
        """Their numbers."""
        return [int(one) for one in self.cleaned_data["reviewers"]]
