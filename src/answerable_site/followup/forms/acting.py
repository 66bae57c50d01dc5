"""Actions, what they serve, and what they wait for."""

from __future__ import annotations

from typing import Any

from answerable_site.design import forms as design
from answerable_site.followup import rules
from answerable_site.followup.forms.asked import Asked, full_name
from answerable_site.followup.forms.dating import WHOSE

_ACTION_OR_MILESTONE = [
    (one.value, one.label) for one in rules.ActionKind if one is not rules.ActionKind.TASK
]


class AddAction(Asked):
    """Something to be done."""

    title = design.CharField(
        label="What is to be done?", max_length=300, required_message="Say what is to be done"
    )
    words = design.TextField(label="At length (optional)", rows=4, max_length=4000, required=False)
    kind = design.ChoiceField(
        label="What is it?",
        choices=_ACTION_OR_MILESTONE,
        hints={rules.ActionKind.MILESTONE: "A point that has to be reached on the way."},
        initial=rules.ActionKind.ACTION,
    )
    owner = design.ModelSelectField(
        None, label="Owner (optional)", empty_label="Nobody yet", required=False
    )
    on = design.DateField(
        label="Target date (optional)",
        help_text="It stays the original date for ever. Leave it empty if there is none yet.",
        required=False,
    )
    whose = design.ChoiceField(
        label="Whose date is it? (optional)",
        choices=WHOSE,
        initial=rules.Whose.INTERNAL,
        required=False,
    )
    reference = design.CharField(
        label="Reference (optional)",
        help_text="Its number in a list of your own, if it has one.",
        width=10,
        max_length=60,
        required=False,
    )

    def __init__(self, *args: Any, people: Any, is_task: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("owner", people, full_name)
        if is_task:
            del self.fields["kind"]

    @property
    def target(self) -> rules.Target | None:
        """The date that was asked for; None where none was."""
        values = self.cleaned_data
        if values["on"] is None:
            return None
        return rules.Target(values["on"], rules.Whose(values["whose"] or rules.Whose.INTERNAL))


class LinkAction(Asked):
    """Which commitments an action serves."""

    commitments = design.ModelMultipleChoiceField(
        None,
        label="Which commitments does it serve?",
        help_text="Commitments of the organisation that does it.",
        required_message="Select at least one commitment",
    )

    def __init__(self, *args: Any, commitments: Any, words: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("commitments", commitments, words)


class AddDependency(Asked):
    """What an action waits for."""

    needed = design.ModelSelectField(
        None,
        label="Which action does it wait for?",
        empty_label="Select an action",
        required_message="Select the action that it waits for",
    )
    reason = design.TextField(
        label="Why does it wait?", rows=3, max_length=1000, required_message="Say why it waits"
    )

    def __init__(self, *args: Any, actions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("needed", actions, lambda one: f"{one.organisation.name}: {one.title}")
