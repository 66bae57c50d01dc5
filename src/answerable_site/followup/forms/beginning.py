"""Who has to act about a recommendation, or about its sub-points."""

from __future__ import annotations

from typing import Any

from answerable_site.design import forms as design
from answerable_site.followup import rules
from answerable_site.followup.forms.asked import Asked
from answerable_site.followup.forms.dating import WHOSE

WHOLE = "whole"


class Begin(Asked):
    """Which organisations have to act, about what, by when."""

    organisations = design.ModelMultipleChoiceField(
        None,
        label="Who has to act?",
        help_text="Each gets a commitment of its own, and all share one view.",
        required_message="Select who has to act",
    )
    parts = design.MultipleChoiceField(
        label="About what?",
        help_text="Each sub-point that you select gets a commitment of its own.",
        required_message="Select what they have to act about",
    )
    summary = design.CharField(
        label="What is to be done, in a line?",
        max_length=300,
        required_message="Say in a line what is to be done",
    )
    words = design.TextField(
        label="What did they promise? (optional)",
        help_text="In their own words, such as those of the published response.",
        max_length=8000,
        required=False,
    )
    on = design.DateField(label="Original date (optional)", required=False)
    whose = design.ChoiceField(
        label="Whose date is it? (optional)",
        choices=WHOSE,
        initial=rules.Whose.INSPECTORATE,
        required=False,
    )

    def __init__(
        self, *args: Any, organisations: Any, limbs: list[Any], due: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offer("organisations", organisations, lambda one: one.name)
        self.fields["on"].help_text = (
            f"It stays for ever. Leave it empty for the date of the recommendation: {due}."
            if due
            else "It stays for ever. Leave it empty if there is no date yet."
        )
        self._limbs = {str(one.pk): one for one in limbs}
        field: Any = self.fields["parts"]
        field.choices = [
            (WHOLE, "The recommendation as a whole"),
            *((key, f"{one.label} {one.text}".strip()) for key, one in self._limbs.items()),
        ]
        if not limbs:
            field.widget = field.hidden_widget()
        field.initial = [WHOLE]

    @property
    def limbs(self) -> list[Any]:
        """The chosen sub-points; None among them for the recommendation as a whole."""
        return [self._limbs.get(key) for key in self.cleaned_data["parts"]]

    @property
    def target(self) -> rules.Target | None:
        """The date that was asked for; None for that of the recommendation."""
        values = self.cleaned_data
        if values["on"] is None:
            return None
        return rules.Target(values["on"], rules.Whose(values["whose"] or rules.Whose.INSPECTORATE))
