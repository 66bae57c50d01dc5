"""Reviews, risks and escalations."""

from __future__ import annotations

from answerable_site.design import forms as design
from answerable_site.followup import rules
from answerable_site.followup.forms.asked import Asked


class PlanReview(Asked):
    """The day by which it is looked at."""

    on = design.DateField(label="By which day is it looked at?", required_message="Enter the day")


class HoldReview(Asked):
    """What came of a review."""

    held_on = design.DateField(
        label="On which day was it held?", required_message="Enter the day on which it was held"
    )
    words = design.TextField(
        label="What came of it?", max_length=4000, required_message="Say what came of the review"
    )


class AddRisk(Asked):
    """What could stand in the way."""

    words = design.TextField(
        label="What could stand in the way?",
        rows=3,
        max_length=1000,
        required_message="Say what could stand in the way",
    )
    rating = design.ChoiceField(
        label="How much does it matter?",
        choices=[(one.value, one.label) for one in rules.RiskRating],
        required_message="Select how much it matters",
    )
    mitigation = design.TextField(
        label="What is done against it? (optional)", rows=3, max_length=2000, required=False
    )


class Acknowledge(Asked):
    """What is done about something that went up."""

    words = design.TextField(
        label="What is done about it?",
        rows=3,
        max_length=2000,
        required_message="Say what is done about it",
    )
