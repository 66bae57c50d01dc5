"""What is asked to set a limit for an organisation."""

from __future__ import annotations

from django import forms

from answerable.statute import Confidence, Unit
from answerable_site.casework.forms.cases import NO_IDENTITY
from answerable_site.casework.rules import LONGEST_LIMIT
from answerable_site.design import forms as design


class SetLimit(forms.Form):
    """Another version of a limit."""

    count = design.IntegerField(
        label="How many?",
        min_value=1,
        max_value=LONGEST_LIMIT,
        width=4,
        required_message="Enter how many",
    )
    unit = design.ChoiceField(
        label="Of what?",
        choices=[(unit.value, unit.label) for unit in Unit],
        hints={
            Unit.WORKING_DAYS: "Neither weekends nor bank holidays of England and Wales.",
            Unit.HOURS: "Counted by days: 24 hours end with the next calendar day.",
        },
        required_message="Select what is counted",
    )
    citation = design.CharField(
        label="Where is it written?",
        help_text="Such as the name of a code and the right, or of your own policy.",
        max_length=300,
        required_message="Enter where the limit is written",
    )
    source = forms.URLField(
        label="Address at which it can be read (optional)",
        max_length=500,
        required=False,
        assume_scheme="https",
    )
    confidence = design.ChoiceField(
        label="How sure is it?",
        choices=[(one.value, one.value.capitalize()) for one in Confidence],
        hints={
            Confidence.CONFIRMED: "Somebody here read it at the address above.",
            Confidence.REASONED: "It follows from something confirmed.",
            Confidence.TO_BE_VERIFIED: "Nobody here has read the source yet.",
        },
        required_message="Select how sure it is",
    )
    in_force_from = design.DateField(
        label="From which day?",
        help_text=(
            "It governs whatever starts on that day or later, until the first day of a later "
            "version. The day may be past."
        ),
        required_message="Enter the first day",
    )
    in_force_to = design.DateField(
        label="To which day? (optional)",
        help_text="The last day. Leave it empty while the limit stays.",
        required=False,
    )
    reason = design.TextField(
        label="Why?", help_text=NO_IDENTITY, rows=4, max_length=1000, required_message="Enter why"
    )

    def clean_unit(self) -> Unit:
        """The unit itself."""
        return Unit(self.cleaned_data["unit"])

    def clean_confidence(self) -> Confidence:
        """The confidence itself."""
        return Confidence(self.cleaned_data["confidence"])
