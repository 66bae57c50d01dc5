"""The words of a recommendation, and what people record about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from answerable_site.design import forms as design
from answerable_site.register import rules
from answerable_site.register.forms.limbs import Limbs, LimbSet, limbs_of
from answerable_site.register.rules import (
    AddresseeStatus,
    DeadlineForm,
    Draft,
    RecommendationKind,
    RecommendationLinkKind,
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


class GiveReason(forms.Form):
    """A reason for what one is about to do."""

    reason = design.TextField(
        label="Reason", rows=3, max_length=1000, required_message="Enter a reason"
    )


class SetWorkingDeadline(forms.Form):
    """The date that the office works to."""

    on = design.DateField(
        label="Date that your office works to",
        help_text="It does not change what the inspectorate wrote.",
        required_message="Enter the date",
    )
    reason = design.TextField(
        label="Why this date?",
        help_text="For example, the force needs one training cycle to do it.",
        rows=3,
        max_length=1000,
        required_message="Enter why you set this date",
    )


class RecordStatement(forms.Form):
    """What an addressee is known to have said or done."""

    status = design.ChoiceField(
        label="What is known?",
        choices=[(status.value, status.label) for status in AddresseeStatus],
        required_message="Select what is known",
    )
    known_on = design.DateField(
        label="Since when?",
        help_text="The day of the statement, or of the news.",
        required_message="Enter the date",
    )
    note = design.TextField(
        label="What does it say, and where?",
        rows=3,
        max_length=2000,
        required_message="Enter what it says, and where",
    )


class LinkRecommendation(forms.Form):
    """How a recommendation relates to an earlier one."""

    kind = design.ChoiceField(
        label="This recommendation",
        choices=[(kind.value, kind.label) for kind in RecommendationLinkKind],
        required_message="Select how they relate",
    )
    earlier = design.ChoiceField(
        label="The earlier recommendation", required_message="Select the earlier recommendation"
    )
    reason = design.TextField(
        label="How do you know?", rows=3, max_length=1000, required_message="Enter how you know"
    )

    def __init__(self, *args: Any, earlier: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["earlier"].choices = list(earlier)  # type: ignore[attr-defined]


class ChooseThemes(forms.Form):
    """The office's own themes that a recommendation belongs to."""

    themes = design.MultipleChoiceField(label="Themes", required=False)
    new = design.CharField(
        label="New theme (optional)",
        help_text="For example, Custody",
        max_length=100,
        width=20,
        required=False,
    )

    def __init__(self, *args: Any, themes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = list(themes)
        if offered:
            self.fields["themes"].choices = offered  # type: ignore[attr-defined]
        else:
            del self.fields["themes"]

    def names(self) -> list[str]:
        """All themes chosen, the new one included."""
        chosen = list(self.cleaned_data.get("themes", []))
        return chosen + [name for name in [self.cleaned_data["new"]] if name]


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
