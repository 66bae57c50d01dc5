"""Who owns it, until when, and when escalation is held back."""

from __future__ import annotations

from typing import Any

from answerable_site.design import forms as design
from answerable_site.followup import rules
from answerable_site.followup.forms.asked import Asked, full_name

WHOSE = [(one.value, one.label) for one in rules.Whose]


class AssignOwner(Asked):
    """Who owns a commitment or an action from now on."""

    owner = design.ModelSelectField(
        None,
        label="Owner",
        help_text="People of the organisation who have a role in follow-up.",
        empty_label="Nobody",
        required=False,
    )
    reason = design.TextField(
        label="Why does it change hands?",
        help_text="Needed where somebody owned it before.",
        rows=3,
        max_length=1000,
        required=False,
    )

    def __init__(self, *args: Any, people: Any, had_owner: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("owner", people, full_name)
        self.had_owner = had_owner

    def clean(self) -> dict[str, Any]:
        """Refuses a change of hands without its reason."""
        values = super().clean()
        if self.had_owner and not values.get("reason", "").strip():
            self.add_error("reason", "Say why it changes hands")
        return values


class SetTarget(Asked):
    """A target date: the first, or one that replaces it."""

    on = design.DateField(label="New date", required_message="Enter the date")
    whose = design.ChoiceField(
        label="Whose date is it?", choices=WHOSE, required_message="Select whose date it is"
    )
    reason = design.TextField(
        label="Why does the date move?",
        help_text="The reason stays beside the original date, for everybody who sees this.",
        rows=3,
        max_length=2000,
        required_message="Say why the date moves",
    )

    def __init__(self, *args: Any, is_first: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_first:
            self.fields["on"].label = "Target date"
            self.fields[
                "on"
            ].help_text = (
                "It stays the original date for ever, and everything is measured against it."
            )
            del self.fields["reason"]


class Pause(Asked):
    """For how long nothing goes up."""

    from_on = design.DateField(label="First day", required_message="Enter the first day")
    until_on = design.DateField(
        label="Last day",
        help_text=(
            "A pause holds escalation back. It moves no date, and nothing late looks in time."
        ),
        required_message="Enter the last day",
    )
    reason = design.TextField(
        label="Why is it paused?", rows=3, max_length=2000, required_message="Say why it is paused"
    )
