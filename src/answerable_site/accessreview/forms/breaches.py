"""What is asked about a personal-data breach."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms

from answerable_site.accessreview.rules.breaches import (
    BreachFacts,
    BreachStep,
    MomentOutOfPlace,
    Regime,
    WordsMissing,
    check_step,
    moment_in_london,
)
from answerable_site.casework.forms import NO_IDENTITY
from answerable_site.design import forms as design


class _WithMoment(forms.Form):
    """A day and a time that are one moment."""

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now

    def moment(self, values: dict[str, Any]) -> datetime | None:
        """The moment; none where day or time is missing or wrong, which the form then says."""
        day: date | None = values.get("day")
        clock: str | None = values.get("clock")
        if day is None or not clock:
            return None
        try:
            moment = moment_in_london(day, clock)
        except MomentOutOfPlace as problem:
            self.add_error("clock", str(problem))
            return None
        if moment > self.now:
            self.add_error("day", "This must be now or in the past")
            return None
        return moment


class RecordBreach(_WithMoment):
    """A new breach."""

    organisation = design.ModelChoiceField(
        None, label="To whom did it happen?", required_message="Select an organisation"
    )
    regime = design.ChoiceField(
        label="Under which law does the processing fall?",
        help_text="Your data protection officer knows. Both give 72 hours.",
        choices=[(regime.value, regime.label) for regime in Regime],
        required_message="Select under which law the processing falls",
    )
    day = design.DateField(
        label="On which day did it become known?",
        help_text="The 72 hours run from the moment at which your organisation became aware of it.",
        required_message="Enter the day on which it became known",
    )
    clock = design.CharField(
        label="At what time?",
        help_text="In UK time, for example 14:30",
        width=5,
        max_length=5,
        required_message="Enter the time at which it became known",
    )
    what_happened = design.TextField(
        label="What happened?",
        help_text=NO_IDENTITY,
        max_length=4000,
        required_message="Say what happened",
    )
    kinds_of_data = design.TextField(
        label="Which kinds of data are concerned?",
        rows=3,
        max_length=2000,
        required_message="Say which kinds of data are concerned",
    )
    people_concerned = design.IntegerField(
        label="How many people are concerned?",
        help_text="Leave this empty if you do not know yet.",
        width=5,
        min_value=0,
        max_value=100_000_000,
        required=False,
    )
    consequences = design.TextField(
        label="What are the likely consequences?",
        rows=3,
        max_length=2000,
        required_message="Say what the likely consequences are",
    )
    measures = design.TextField(
        label="What has been done, or will be?",
        rows=3,
        max_length=2000,
        required_message="Say what has been done, or will be",
    )

    def __init__(self, *args: Any, organisations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        design.offer_unless_single(self, "organisation", organisations)

    def clean(self) -> dict[str, Any]:
        """Puts the facts together."""
        values = super().clean() or {}
        moment = self.moment(values)
        if moment is not None and not self.errors:
            values["facts"] = BreachFacts(
                regime=Regime(values["regime"]),
                became_known_at=moment,
                what_happened=values["what_happened"],
                kinds_of_data=values["kinds_of_data"],
                people_concerned=values["people_concerned"],
                consequences=values["consequences"],
                measures=values["measures"],
            )
        return values


class AddBreachEvent(_WithMoment):
    """What was done about a breach."""

    step = design.ChoiceField(
        label="What was done?",
        choices=[(step.value, step.label) for step in BreachStep],
        required_message="Select what was done",
    )
    day = design.DateField(label="On which day?", required_message="Enter the day")
    clock = design.CharField(
        label="At what time?",
        help_text="In UK time, for example 14:30",
        width=5,
        max_length=5,
        required_message="Enter the time",
    )
    words = design.TextField(
        label="Reasons, or what became known",
        help_text=(
            "Needed when the Commissioner is notified after more than 72 hours, and when somebody "
            f"is not told. {NO_IDENTITY}"
        ),
        max_length=4000,
        required=False,
    )

    def __init__(self, *args: Any, became_known_at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.became_known_at = became_known_at

    def clean(self) -> dict[str, Any]:
        """Refuses a step that cannot stand."""
        values = super().clean() or {}
        moment = self.moment(values)
        if moment is None or not values.get("step"):
            return values
        values["happened_at"] = moment
        try:
            check_step(
                BreachStep(values["step"]),
                values.get("words", ""),
                became_known_at=self.became_known_at,
                happened_at=moment,
                at=self.now,
            )
        except MomentOutOfPlace as problem:
            self.add_error("day", str(problem))
        except WordsMissing as problem:
            self.add_error("words", str(problem))
        return values
