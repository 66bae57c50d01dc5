"""What is asked while a response is written."""

from __future__ import annotations

from typing import Any

from django import forms as django

from answerable_site.design import forms
from answerable_site.responses.forms.dispatching import CHANNELS
from answerable_site.responses.forms.files import ProofField
from answerable_site.responses.forms.writing import LanguageField, Versioned, WithWelsh
from answerable_site.responses.rules.dispatches import BY_OTHER_MEANS
from answerable_site.responses.rules.words import Channel


class Invitation(django.Form):
    """When the chief officer was invited, and by when comments are wanted."""

    invited_on = forms.DateField(
        label="When was the chief officer invited?",
        required_message="Enter the day on which the chief officer was invited",
    )
    comments_wanted_by = forms.DateField(
        label="By when are comments wanted?",
        required_message="Enter the day by which comments are wanted",
    )
    channel = forms.ChoiceField(
        label="How was the invitation sent? (optional)",
        choices=[(channel.value, CHANNELS[channel]) for channel in BY_OTHER_MEANS],
        required=False,
    )
    proof = forms.TextField(
        label="How can it be shown that it was sent? (optional)",
        help_text="For example a number of posting, or who received it.",
        required=False,
        rows=3,
    )
    file = ProofField(
        label="The letter or e-mail (optional)",
        about="It is kept exactly as you send it.",
        required=False,
    )

    def clean_channel(self) -> Channel | None:
        """The channel as operations know it."""
        return Channel(self.cleaned_data["channel"]) if self.cleaned_data["channel"] else None

    def clean(self) -> dict[str, Any]:
        """What shows that it was sent belongs to a way of sending."""
        typed = super().clean() or {}
        if (typed.get("proof") or typed.get("file")) and not typed.get("channel"):
            self.add_error("channel", "Select how the invitation was sent")
        return typed


class OwnComments(WithWelsh):
    """The body's own comments."""

    text = forms.TextField(
        label="Your own comments on the report",
        help_text="Leave a blank line between paragraphs. Start a line with “- ” for a bullet.",
        required=False,
        rows=16,
    )
    language = LanguageField()

    field_order = ("version", "text", "welsh", "language")


class Reply(WithWelsh):
    """The reply to the chief officer."""

    text = forms.TextField(
        label="Your reply to the chief officer (optional)",
        help_text="Leave it empty for no reply.",
        required=False,
        rows=10,
    )
    language = LanguageField()

    field_order = ("version", "text", "welsh", "language")


class SubmittedComments(Versioned):
    """The chief officer's comments, sent by the chief officer's own office."""

    author_name = forms.CharField(
        label="Name of the chief officer",
        max_length=200,
        required_message="Enter the name of the chief officer",
    )
    author_title = forms.CharField(
        label="Title", max_length=200, required_message="Enter the chief officer’s title"
    )
    text = forms.TextField(
        label="Comments on the report",
        required_message="Enter the comments",
        help_text="They are published word for word.",
        rows=16,
    )
    language = LanguageField()


class EnteredComments(SubmittedComments):
    """The chief officer's comments as they came by letter or e-mail."""

    received_on = forms.DateField(
        label="When were they received?",
        required_message="Enter the day on which the comments were received",
    )

    letter = ProofField(
        label="The letter or e-mail itself (optional)",
        about="It is kept exactly as you send it.",
        required=False,
    )
    kept = django.UUIDField(widget=django.HiddenInput, required=False)
    """The letter that was kept before."""

    field_order = (
        *("received_on", "author_name", "author_title", "letter"),
        *("text", "language", "kept"),
    )

    def as_typed(self) -> dict[str, Any]:
        """What was typed, complete or not, to show the form again without judging it."""
        return {
            name: field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name))
            for name, field in self.fields.items()
            if name != "letter"
        }


class NoComments(django.Form):
    """That no comments were received by the date."""

    version = django.IntegerField(widget=django.HiddenInput, min_value=0)
