"""What is asked while a response is written."""

from __future__ import annotations

from django import forms as django

from answerable_site.design import forms
from answerable_site.responses.forms.writing import LanguageField, Versioned


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


class OwnComments(Versioned):
    """The body's own comments."""

    text = forms.TextField(
        label="Your own comments on the report",
        help_text="Leave a blank line between paragraphs. Start a line with “- ” for a bullet.",
        required=False,
        rows=16,
    )
    language = LanguageField()


class Reply(Versioned):
    """The reply to the chief officer."""

    text = forms.TextField(
        label="Your reply to the chief officer (optional)",
        help_text="Leave it empty for no reply.",
        required=False,
        rows=10,
    )
    language = LanguageField()


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

    field_order = ("received_on", "author_name", "author_title", "text", "language")


class NoComments(django.Form):
    """That no comments were received by the date."""

    version = django.IntegerField(widget=django.HiddenInput, min_value=0)
