"""Evidence and criteria, their tests, and closing."""

from __future__ import annotations

from typing import Any

from answerable_site.design import forms as design
from answerable_site.followup import rules
from answerable_site.followup.forms.asked import Asked
from answerable_site.followup.forms.files import AddressField, EvidenceFile

_FOUND = "Say what was seen, and what was not."


class AddEvidence(Asked):
    """Something that shows what was done, or that it worked."""

    kind = design.ChoiceField(
        label="What is it?",
        choices=[(one.value, one.label) for one in rules.EvidenceKind],
        required_message="Select what it is",
    )
    title = design.CharField(
        label="What is it called?", max_length=200, required_message="Enter what it is called"
    )
    words = design.TextField(
        label="What does it show? (optional)", rows=3, max_length=2000, required=False
    )
    on = design.DateField(
        label="To which day does it speak?",
        help_text="Its age counts from this day: that of an audit, say, and not of its report.",
        required_message="Enter the day to which it speaks",
    )
    file = EvidenceFile(label="File (optional)", required=False)
    address = AddressField(label="Or its address (optional)", required=False)

    def clean(self) -> dict[str, Any]:
        """Refuses what cannot be looked at."""
        values = super().clean()
        if not values.get("kind") or self.errors:
            return values
        kind = rules.EvidenceKind(values["kind"])
        if values["address"] and values["file"]:
            self.add_error("address", "Give a file or an address, not both")
        elif kind.is_a_file and not (values["file"] or values["address"]):
            self.add_error("file", "Select a file, or enter an address")
        elif not kind.is_a_file and not values["address"]:
            self.add_error("address", "Enter the address")
        return values


class JudgeEvidence(Asked):
    """Whether a piece of evidence is sufficient."""

    is_sufficient = design.ChoiceField(
        label="Is it sufficient?",
        choices=[("yes", "Yes"), ("no", "No")],
        inline=True,
        required_message="Select whether it is sufficient",
    )
    words = design.TextField(
        label="What does this rest on?",
        help_text=_FOUND,
        max_length=2000,
        required_message="Say what this rests on",
    )


class WriteCriterion(Asked):
    """What has to be true before it may be closed."""

    words = design.TextField(
        label="What has to be true?",
        help_text="So that somebody else can test it: what is counted, and from when it is enough.",
        rows=3,
        max_length=1000,
        required_message="Write what has to be true",
    )


class Reason(Asked):
    """Why something is no longer so."""

    reason = design.TextField(label="Why?", rows=3, max_length=2000, required_message="Say why")


class JudgeCriterion(Asked):
    """Whether a criterion is met, and on what evidence."""

    is_met = design.ChoiceField(
        label="Is it met?",
        choices=[("yes", "Yes"), ("no", "No")],
        inline=True,
        required_message="Select whether it is met",
    )
    evidence = design.ModelMultipleChoiceField(
        None,
        label="On which evidence? (optional)",
        help_text="Needed where it is met. What you added yourself is not offered.",
        required=False,
    )
    words = design.TextField(
        label="What does this rest on?",
        help_text=_FOUND,
        max_length=2000,
        required_message="Say what this rests on",
    )

    def __init__(self, *args: Any, evidence: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("evidence", evidence, lambda one: one.title)

    def clean(self) -> dict[str, Any]:
        """Refuses a criterion that is met on nothing."""
        values = super().clean()
        if values.get("is_met") == "yes" and not values.get("evidence"):
            self.add_error("evidence", "Select the evidence that shows it")
        return values


class Close(Asked):
    """What a closure rests on."""

    words = design.TextField(
        label="What does this rest on?",
        help_text="Everybody who sees this commitment reads it.",
        max_length=4000,
        required_message="Say what this rests on",
    )


class CheckClosure(Asked):
    """Whether a closure lasted."""

    lasted = design.ChoiceField(
        label="Did it last?",
        choices=[("yes", "Yes"), ("no", "No")],
        hints={"no": "It stays closed until you open it again, with a reason."},
        required_message="Select whether it lasted",
    )
    words = design.TextField(
        label="What was found?", max_length=2000, required_message="Say what was found"
    )
