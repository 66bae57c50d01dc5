"""The words of a recommendation, proposed or typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from answerable_site.design import forms as design
from answerable_site.register import rules
from answerable_site.register.forms.limbs import Limbs, LimbSet, limbs_of
from answerable_site.register.rules import (
    DeadlineForm,
    Draft,
    RecommendationKind,
)

Choices = Iterable[tuple[str, str]]


class AcceptCandidate(forms.Form):
    """What a candidate proposes, to be confirmed or corrected. `limbs` are its sub-points."""

    kind = design.ChoiceField(
        label="Kind",
        choices=[(kind.value, kind.label) for kind in RecommendationKind],
        required_message="Select the kind",
    )
    number = design.CharField(
        label="Number as printed (optional)",
        help_text="Such as 3a. Leave it empty if none is printed.",
        max_length=40,
        width=5,
        required=False,
    )
    text = design.TextField(
        label="Text",
        help_text="In the words of the document, without its number and sub-points.",
        rows=8,
        required_message="Enter the text",
    )
    parent = design.SelectField(label="Cause of concern that it stands under", required=False)
    addressees = design.TextField(
        label="Addressees (optional)",
        help_text=(
            "One on each line, as worded. Put a condition after a semicolon: "
            "Forces; those without a written policy"
        ),
        rows=3,
        required=False,
    )
    deadline_form = design.ChoiceField(
        label="Deadline that the text sets",
        choices=[(form.value, form.label) for form in DeadlineForm],
        reveals={
            DeadlineForm.PERIOD.value: ["deadline_period", "deadline_from_on"],
            DeadlineForm.DAY.value: ["deadline_on"],
            DeadlineForm.MONTH.value: ["deadline_month"],
        },
        required_message="Select the deadline that the text sets",
    )
    deadline_period = design.CharField(
        label="Period", help_text="For example, 9 weeks", width=10, max_length=40, required=False
    )
    deadline_from_on = design.DateField(
        label="Counted from",
        help_text="Only if it does not count from the publication of the report.",
        required=False,
    )
    deadline_on = design.DateField(label="Date", required=False)
    deadline_month = design.CharField(
        label="Month and year",
        help_text="For example, May 2026",
        width=20,
        max_length=40,
        required=False,
    )
    deadline_worded = design.CharField(
        label="Deadline as worded (optional)",
        help_text="For example, Within nine weeks of this report",
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, causes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.limbs: LimbSet = Limbs(  # type: ignore[assignment]
            self.data if self.is_bound else None,
            initial=[] if self.is_bound else limbs_of(self.initial.get("limbs", ())),
            prefix="limbs",
        )
        offered = list(causes)
        if offered:
            self.fields["parent"].choices = [("", "None"), *offered]  # type: ignore[attr-defined]
        else:
            del self.fields["parent"]

    @staticmethod
    def initial_of(draft: Draft) -> dict[str, Any]:
        """What stands in the form for a draft."""
        form = rules.form_of(draft.deadline)
        return {
            "kind": draft.kind.value,
            "number": draft.number,
            "text": draft.text,
            "addressees": rules.lines_from_addressees(draft.addressees),
            "deadline_form": form.value,
            "deadline_period": draft.deadline.removeprefix("within ")
            if form == DeadlineForm.PERIOD
            else "",
            "deadline_from_on": draft.deadline_from_on,
            "deadline_on": rules.resolved(draft.deadline, base=None).on
            if form == DeadlineForm.DAY
            else None,
            "deadline_month": rules.month_in_words(draft.deadline)
            if form == DeadlineForm.MONTH
            else "",
            "deadline_worded": draft.deadline_worded,
            "limbs": draft.limbs,
        }

    def is_valid(self) -> bool:
        """Whether the form and every sub-point are in order."""
        return super().is_valid() & self.limbs.is_valid()

    def clean(self) -> dict[str, Any]:
        """The details that the chosen form of deadline needs."""
        typed = super().clean() or {}
        match typed.get("deadline_form"):
            case DeadlineForm.PERIOD if not rules.period(typed.get("deadline_period", "")):
                self.add_error("deadline_period", "Enter a period in days, weeks or months")
            case DeadlineForm.DAY if (
                not typed.get("deadline_on") and "deadline_on" not in self.errors
            ):
                self.add_error("deadline_on", "Enter the date")
            case DeadlineForm.MONTH if not rules.month(typed.get("deadline_month", "")):
                self.add_error("deadline_month", "Enter a month and a year, such as May 2026")
        return typed

    def draft(self) -> Draft:
        """What was typed, once the form is valid."""
        typed = self.cleaned_data
        form = DeadlineForm(typed["deadline_form"])
        return Draft(
            kind=RecommendationKind(typed["kind"]),
            number=typed["number"],
            text=typed["text"],
            limbs=self.limbs.drafts(),
            addressees=rules.addressees_from_lines(typed["addressees"]),
            deadline=_deadline(form, typed),
            deadline_worded=typed["deadline_worded"],
            deadline_from_on=typed["deadline_from_on"] if form == DeadlineForm.PERIOD else None,
        )

    @property
    def parent_id(self) -> int | None:
        """The cause of concern that was chosen."""
        chosen = self.cleaned_data.get("parent")
        return int(chosen) if chosen else None


class AddRecommendation(AcceptCandidate):
    """A recommendation that was not found in the document."""

    page = design.IntegerField(
        label="Page (optional)",
        help_text="Where it is printed in the document.",
        min_value=1,
        max_value=100_000,
        width=4,
        required=False,
    )
    reason = design.TextField(
        label="Why do you enter it by hand?",
        help_text="For example, it stands in a picture that could not be read.",
        rows=2,
        max_length=1000,
        required_message="Enter why you enter it by hand",
    )


class CorrectRecommendation(AcceptCandidate):
    """A recommendation, to be corrected with a reason."""

    reason = design.TextField(
        label="Why do you correct it?",
        help_text="The history shows what stood before, and your reason.",
        rows=2,
        max_length=1000,
        required_message="Enter why you correct it",
    )


def _deadline(form: DeadlineForm, typed: dict[str, Any]) -> str:
    match form:
        case DeadlineForm.IMMEDIATELY:
            return "immediately"
        case DeadlineForm.PERIOD:
            return rules.period(typed["deadline_period"]) or ""
        case DeadlineForm.DAY:
            return str(typed["deadline_on"].isoformat())
        case DeadlineForm.MONTH:
            return rules.month(typed["deadline_month"]) or ""
        case _:
            return ""
