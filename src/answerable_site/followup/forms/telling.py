"""Progress and states: told inside, and what may be told outside."""

from __future__ import annotations

from datetime import date
from typing import Any

from answerable_site.design import forms as design
from answerable_site.followup import rules
from answerable_site.followup.forms.asked import Asked
from answerable_site.followup.forms.files import AddressField, EvidenceFile

RATINGS = [(one.value, one.label) for one in rules.Rating]
NONE, FILE, LINK = "none", "file", "link"


class AddUpdate(Asked):
    """How a commitment goes."""

    words = design.TextField(
        label="What was done since the last update?",
        help_text="For those who work on this. It is not published.",
        max_length=4000,
        required_message="Say what was done since the last update",
    )
    rating = design.ChoiceField(
        label="How does it go?", choices=RATINGS, required_message="Select how it goes"
    )


class UpdateAction(AddUpdate):
    """How an action goes, with its state and what shows it."""

    state = design.ChoiceField(
        label="How far has it come?",
        choices=[(one.value, one.label) for one in rules.ActionState],
        reveals={rules.ActionState.DONE: ["done_on"]},
        required_message="Select how far it has come",
    )
    done_on = design.DateField(
        label="On which day was it done?", required_message="Enter the day on which it was done"
    )
    evidence = design.ChoiceField(
        label="Do you add evidence?",
        choices=[(NONE, "No"), (FILE, "Yes, a file"), (LINK, "Yes, a link")],
        reveals={FILE: ["file", "file_shows"], LINK: ["address", "address_shows"]},
        initial=NONE,
        required_message="Select whether you add evidence",
    )
    file = EvidenceFile(label="Select the file", required_message="Select a file")
    file_shows = design.CharField(
        label="What is it?", max_length=200, required_message="Say what the file is"
    )
    address = AddressField(
        label="Address of the page or document", required_message="Enter the address"
    )
    address_shows = design.CharField(
        label="What does the link lead to?",
        max_length=200,
        required_message="Say what the link leads to",
    )
    commitment = design.ModelChoiceField(
        None,
        label="Which commitment is the evidence for?",
        required=False,
    )

    def __init__(
        self, *args: Any, commitments: Any, words: Any, today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.offer("commitment", commitments, words)
        if len(commitments) == 1:
            field: Any = self.fields["commitment"]
            field.widget = field.hidden_widget()
            field.initial = commitments[0].pk

    def clean(self) -> dict[str, Any]:
        """Refuses a day to come, and evidence for nothing."""
        values = super().clean()
        self.refuse_ahead("done_on", self.today)
        if values.get("evidence") in {FILE, LINK} and not values.get("commitment"):
            self.add_error("commitment", "Select the commitment that the evidence is for")
        return values

    @property
    def evidence_kind(self) -> rules.EvidenceKind | None:
        """What was added; None for nothing."""
        chosen = {FILE: rules.EvidenceKind.FILE, LINK: rules.EvidenceKind.LINK}
        return chosen.get(self.cleaned_data["evidence"])


class ProposeWording(Asked):
    """What may be told the public."""

    words = design.TextField(
        label="What may the public be told?",
        help_text=(
            "Somebody else approves it. Write nothing that could tell who a victim or a suspect is."
        ),
        max_length=2000,
        required_message="Write what the public may be told",
    )


class StateOwnView(Asked):
    """How the organisation sees it."""

    view = design.ChoiceField(
        label="How does the organisation see it?",
        choices=[(one.value, one.label) for one in rules.OwnView],
        hints={rules.OwnView.COMPLETE: "A claim. The office closes it, on evidence."},
        required_message="Select how the organisation sees it",
    )
    on = design.DateField(label="Of which day does this speak?", required_message="Enter the day")
    words = design.TextField(
        label="What does this rest on?",
        max_length=4000,
        required_message="Say what this rests on",
    )


class GiveAssurance(Asked):
    """What the office judges on what it has seen."""

    level = design.ModelChoiceField(
        None, label="What does the office judge?", required_message="Select a level"
    )
    words = design.TextField(
        label="What does this rest on?",
        help_text="Say what was seen, and what was not.",
        max_length=4000,
        required_message="Say what this rests on",
    )

    def __init__(self, *args: Any, levels: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("level", levels, lambda one: one.name)


class RecordInspectorate(Asked):
    """What the inspectorate says."""

    status = design.ChoiceField(
        label="What does the inspectorate say?",
        choices=[(one.value, one.label) for one in rules.InspectorateStatus],
        required_message="Select what the inspectorate says",
    )
    on = design.DateField(
        label="On which day did it say so?", required_message="Enter the day on which it said so"
    )
    words = design.TextField(
        label="How do you know?",
        help_text="For example a letter, or a message with its date.",
        rows=3,
        max_length=2000,
        required_message="Say how you know",
    )
    closure_level = design.SelectField(
        label="Who signs off at the inspectorate? (optional)",
        choices=[("", "Not known")],
        required=False,
    )
    source_address = AddressField(label="Address of the source (optional)", required=False)

    def __init__(self, *args: Any, closure_levels: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(one.name, f"{one.name}: {one.who}") for one in closure_levels]
        field: Any = self.fields["closure_level"]
        field.choices = [("", "Not known"), *names]
