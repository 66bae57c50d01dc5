"""What is asked about questions, answers, decisions and minutes."""

from __future__ import annotations

from typing import Any

from django import forms as django

from answerable_site.design import forms
from answerable_site.followup.forms.asked import full_name
from answerable_site.scrutiny.forms.agendas import title_of
from answerable_site.scrutiny.forms.planning import name_of
from answerable_site.scrutiny.operations import Decided
from answerable_site.scrutiny.rules import DecisionKind

_BESIDE = "Something beside the agenda"
_PUBLIC = "The public may read this"


class Ask(django.Form):
    """A question."""

    item = forms.ModelSelectField(
        None, label="What is it about?", empty_label=_BESIDE, required=False
    )
    words = forms.TextField(
        label="What is asked?", max_length=4000, required_message="Enter what is asked"
    )
    asked_by = forms.CharField(
        label="Who asks?",
        help_text="An office rather than a person, such as the Commissioner",
        max_length=200,
        required_message="Enter who asks",
    )
    put_to = forms.ModelChoiceField(
        None, label="Who is asked?", required_message="Select who is asked"
    )
    answer_due_on = forms.DateField(
        label="By when is an answer in writing due?",
        help_text="Leave this empty if it is answered at the meeting.",
        required=False,
    )
    is_public = forms.BooleanField(label=_PUBLIC, required=False)

    def __init__(self, *args: Any, items: Any, organisations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        item: Any = self.fields["item"]
        item.queryset, item.label_from_instance = items, title_of
        asked: Any = self.fields["put_to"]
        asked.queryset, asked.label_from_instance = organisations, name_of


class GiveAnswer(django.Form):
    """An answer."""

    words = forms.TextField(
        label="What is the answer?", max_length=8000, required_message="Enter the answer"
    )
    answered_by = forms.CharField(
        label="Who answers?",
        help_text="Name and office, such as the Deputy Chief Constable",
        max_length=200,
        required_message="Enter who answers",
    )
    on = forms.DateField(
        label="On which day?", required_message="Enter the day on which it was answered"
    )
    in_writing = forms.BooleanField(label="It was given in writing afterwards", required=False)


class Decide(forms.Form):
    """A decision, an action or a new date."""

    item = forms.ModelSelectField(
        None, label="What is it about?", empty_label=_BESIDE, required=False
    )
    kind = forms.ChoiceField(
        label="What was decided?",
        choices=[(kind.value, kind.label) for kind in DecisionKind],
        hints={
            DecisionKind.ACTION: "It stands in follow-up from now on.",
            DecisionKind.NEW_DATE: "The original date stays, and this becomes one more move.",
        },
        reveals={
            DecisionKind.ACTION: ("title", "action_owner", "by_on"),
            DecisionKind.NEW_DATE: ("new_on",),
        },
        required_message="Select what was decided",
    )
    title = forms.CharField(
        label="What is to be done?",
        help_text="In a line",
        max_length=300,
        required_message="Enter what is to be done",
    )
    action_owner = forms.ModelSelectField(
        None,
        label="Who owns it?",
        help_text="A person of the organisation that has to act. Without one it stands among the "
        "exceptions of follow-up until somebody is named.",
        empty_label="Nobody yet",
        required=False,
    )
    by_on = forms.DateField(label="By when?", required=False)
    new_on = forms.DateField(label="Which new date?", required_message="Enter the new date")
    words = forms.TextField(
        label="In the words of the minutes",
        max_length=4000,
        required_message="Enter what was decided",
    )
    is_public = forms.BooleanField(label=_PUBLIC, required=False)

    def __init__(self, *args: Any, items: Any, owners: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        item: Any = self.fields["item"]
        item.queryset, item.label_from_instance = items, title_of
        owner: Any = self.fields["action_owner"]
        owner.queryset, owner.label_from_instance = owners, full_name

    def clean(self) -> dict[str, Any]:
        """Asks for the recommendation that an action or a new date is about."""
        values = super().clean()
        kind = values.get("kind")
        if kind and kind != DecisionKind.DECISION:
            item = values.get("item")
            if "item" not in self.errors and (item is None or item.commitment_id is None):
                self.add_error("item", "Select the commitment that this is about")
        return values

    @property
    def decided(self) -> Decided:
        """What was decided, once it is valid."""
        given = self.cleaned_data
        return Decided(
            kind=DecisionKind(given["kind"]),
            words=given["words"],
            item=given["item"],
            title=given["title"],
            owner=given["action_owner"],
            due_on=given["by_on"] or given["new_on"],
            is_public=given["is_public"],
        )


class WriteMinutes(django.Form):
    """The minutes, in two parts."""

    words = forms.TextField(
        label="Minutes",
        help_text="Where the meeting is public, the public reads them once they are agreed.",
        rows=15,
        required_message="Write the minutes",
    )
    private_words = forms.TextField(
        label="What is not public",
        help_text="This part is in no public page and no public file.",
        rows=8,
        required=False,
    )
