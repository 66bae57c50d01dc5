"""What is asked when people decide: whether the duty binds, what is left out, who checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms as django

from answerable_site.design import forms
from answerable_site.responses.rules.binding import RULES
from answerable_site.responses.rules.words import BindingGround, ExcludedPart, RevisionKind

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from answerable_site.people.models import Organisation
    from answerable_site.register.models import Inspection


class Binding(django.Form):
    """Whether the law asks the body for a response, and why."""

    ground = forms.ChoiceField(
        label="Does the law ask your body for a response to this report?",
        choices=[(rule.ground.value, rule.label) for rule in RULES.values()],
        hints={rule.ground.value: f"{rule.says} ({rule.source})" for rule in RULES.values()},
        reveals={BindingGround.ANSWERED_WITH_ANOTHER.value: ["answered_with"]},
        required_message="Select whether the law asks for a response",
    )
    answered_with = forms.ModelSelectField(
        None, label="Which report has the same findings?", required=False
    )
    reason = forms.TextField(
        label="Why?",
        help_text="In your own words. The reason stays with the decision and can be read later.",
        required_message="Enter the reason",
        rows=3,
        max_length=2000,
    )

    def __init__(self, *args: Any, reports: QuerySet[Inspection], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["answered_with"]
        chosen.queryset = reports
        chosen.label_from_instance = lambda report: report.title

    def clean_ground(self) -> BindingGround:
        """The ground as operations know it."""
        return BindingGround(self.cleaned_data["ground"])


class Revision(django.Form):
    """Why there is to be a further version."""

    kind = forms.ChoiceField(
        label="What will the new version do?",
        choices=[
            (RevisionKind.SUPPLEMENTED.value, "Add what was missing or came later"),
            (RevisionKind.CORRECTED.value, "Correct what was wrong"),
        ],
        hints={
            RevisionKind.SUPPLEMENTED.value: (
                "Such as the chief officer’s comments, or an answer that was still to come."
            )
        },
        required_message="Select what the new version will do",
    )
    reason = forms.TextField(
        label="Why is there to be another version?",
        help_text="The new version and its public page show this reason.",
        required_message="Enter why there is to be another version",
        rows=3,
        max_length=2000,
    )

    def clean_kind(self) -> RevisionKind:
        """The kind as operations know it."""
        return RevisionKind(self.cleaned_data["kind"])


class Exclusion(django.Form):
    """A passage that is not for publication."""

    place = forms.SelectField(
        label="Where does the passage stand?",
        required_message="Select where the passage stands",
    )
    passage = forms.TextField(
        label="The passage",
        help_text="Copy it word for word. Line breaks do not matter.",
        required_message="Enter the passage",
        rows=4,
    )
    reason = forms.TextField(
        label="Why is it left out?",
        help_text="For the office alone. It is never published.",
        required_message="Enter why it is left out",
        rows=3,
        max_length=2000,
    )
    public_reason = forms.CharField(
        label="The reason that readers see",
        help_text="One sentence that does not give the passage away.",
        required_message="Enter the reason that readers see",
        max_length=300,
    )
    decided_as = forms.CharField(
        label="You decide as",
        required_message="Enter the office in which you decide",
        max_length=200,
    )

    def __init__(self, *args: Any, places: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = [("", "Choose"), *places]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The place as a part and, for an explanation, its finding."""
        given = super().clean() or {}
        part, _, finding = str(given.pop("place", "")).partition(":")
        if part:
            given["part"] = ExcludedPart(part)
            given["finding_id"] = int(finding) if finding else None
        return given


class Lifting(django.Form):
    """Why a passage is published after all."""

    because = forms.TextField(
        label="Why is it published after all?",
        required_message="Enter why it is published after all",
        rows=3,
        max_length=2000,
    )


class IncompleteReason(django.Form):
    """Why a response goes out although something is missing."""

    incomplete_because = forms.TextField(
        label="Why does it go out before it is complete?",
        help_text="The document and its public page show this reason and what is missing.",
        required_message="Enter why it goes out before it is complete",
        rows=3,
        max_length=1000,
    )


class Approving(django.Form):
    """An approval of the document shown, in a named step."""

    step_id = django.IntegerField(widget=django.HiddenInput)
    content_hash = django.CharField(widget=django.HiddenInput, min_length=64, max_length=64)


class ApprovalStep(django.Form):
    """One more named check before a signature."""

    title = forms.CharField(
        label="What is the check called?",
        help_text="Such as “Monitoring officer” or “Chief constable”.",
        required_message="Enter what the check is called",
        max_length=100,
    )
    organisation = forms.ModelChoiceField(
        None,
        label="Whose approver gives it?",
        required_message="Select whose approver gives it",
    )

    def __init__(self, *args: Any, organisations: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms.offer(self, "organisation", organisations)


class Pause(django.Form):
    """A time in which the office stops its own milestones."""

    from_on = forms.DateField(
        label="From which day?", required_message="Enter the first day of the pause"
    )
    to_on = forms.DateField(
        label="To which day? (optional)",
        help_text="That day included. Leave it empty while you do not know.",
        required=False,
    )
    reason = forms.TextField(
        label="Why?",
        required_message="Enter why the milestones are stopped",
        rows=3,
        max_length=1000,
    )
