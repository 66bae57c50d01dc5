"""What is asked about one response of former days, and about the list of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django import forms as django
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from answerable_site.design import forms
from answerable_site.responses.rules.past import Explained, PastAnswer, PastStanding

_MEGABYTE: Final = 1024 * 1024
_NOT_KNOWN: Final = "not_known"
"""A choice needs a value on the page; what is not known has none elsewhere."""


class RecordPast(django.Form):
    """What is known of one response of former days."""

    published_on = forms.DateField(
        label="When was the response published? (optional)",
        help_text="The day on which it was first public. Leave it empty if you do not know.",
        required=False,
    )
    address = django.URLField(
        label="Web address of the response (optional)",
        max_length=500,
        required=False,
        assume_scheme="https",
    )
    explained = forms.ChoiceField(
        label="Does it explain every recommendation?",
        choices=[(choice.value or _NOT_KNOWN, choice.label) for choice in Explained],
        initial=_NOT_KNOWN,
        help_text="For each: the action taken or proposed, or why there is none.",
        required=False,
    )
    invited_on = forms.DateField(
        label="When was the chief officer invited to comment? (optional)", required=False
    )
    comments_received_on = forms.DateField(
        label="When were the chief officer’s comments received? (optional)", required=False
    )
    copied_to_inspectors_on = forms.DateField(
        label="When did a copy go to the inspectors of constabulary? (optional)", required=False
    )
    copied_to_secretary_on = forms.DateField(
        label="When did a copy go to the Secretary of State? (optional)", required=False
    )
    reference = forms.CharField(
        label="Your reference (optional)",
        help_text="Loading a list again updates the response with this reference.",
        max_length=100,
        width=20,
        required=False,
    )
    note = forms.TextField(label="Note (optional)", rows=4, max_length=5000, required=False)
    file = forms.FileField(
        label="The response as it was published (optional)",
        help_text="It is kept exactly as you send it, and can be downloaded by your office.",
        required=False,
    )
    keep_document = forms.BooleanField(
        label="The document in the register is the response as it was published: keep a copy here",
        required=False,
    )

    def __init__(self, *args: Any, has_document: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_document:
            del self.fields["keep_document"]

    def clean_file(self) -> UploadedFile[Any] | None:
        """Larger files are refused before they are kept."""
        file: UploadedFile[Any] | None = self.cleaned_data["file"]
        if file and (file.size or 0) > settings.MAX_UPLOAD_BYTES:
            raise django.ValidationError(
                "The selected file must be smaller than "
                f"{settings.MAX_UPLOAD_BYTES // _MEGABYTE} MB"
            )
        return file

    @staticmethod
    def showing(answer: PastAnswer) -> dict[str, Any]:
        """The initial values that show what is known."""
        told = {name: getattr(answer, name) for name in PastAnswer.__slots__}
        return told | {"explained": answer.explained or _NOT_KNOWN}

    def answer(self) -> PastAnswer:
        """What was typed, once the form is valid."""
        typed = self.cleaned_data
        return PastAnswer(
            reference=" ".join(typed["reference"].split()),
            published_on=typed["published_on"],
            address=typed["address"],
            invited_on=typed["invited_on"],
            comments_received_on=typed["comments_received_on"],
            explained=Explained(typed["explained"].removeprefix(_NOT_KNOWN)),
            copied_to_inspectors_on=typed["copied_to_inspectors_on"],
            copied_to_secretary_on=typed["copied_to_secretary_on"],
            note=typed["note"].strip(),
        )


class FilterPast(django.Form):
    """Which past responses to show, and in which order."""

    q = forms.CharField(label="Search titles and references", required=False, max_length=200)
    standing = forms.SelectField(label="Answer", required=False)
    missing = forms.SelectField(
        label="Missing",
        choices=[("", "Anything or nothing"), ("yes", "Something"), ("no", "Nothing")],
        required=False,
    )
    sort = forms.SelectField(
        label="Order",
        choices=[
            ("", "Newest report first"),
            ("oldest", "Oldest report first"),
            ("latest", "Latest answer first"),
            ("missing", "Most missing first"),
        ],
        required=False,
    )

    def __init__(self, data: Any, *, standings: Mapping[PastStanding, str]) -> None:
        super().__init__(data)
        self.fields["standing"].choices = [  # type: ignore[attr-defined]
            ("", "All"),
            *((standing.value, words) for standing, words in standings.items()),
        ]
