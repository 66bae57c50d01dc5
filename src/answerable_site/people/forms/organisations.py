"""What is asked about an organisation: its name, its holder, its look."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from answerable_site.design import forms as design
from answerable_site.people.rules import LARGEST_LOGO_BYTES, BodyType, OrganisationKind

_KILOBYTE = 1000


class Rename(forms.Form):
    """What the organisation is called, from a day on."""

    name = design.CharField(
        label="Name", max_length=200, required_message="Enter the name of the organisation"
    )
    holder_title = design.CharField(
        label="Title of its holder",
        help_text="The office that signs or commands, as documents print it.",
        max_length=200,
        required_message="Enter the title of the holder",
    )
    body_type = design.ChoiceField(
        label="What it is in law",
        choices=[(kind.value, kind.label) for kind in BodyType],
        required_message="Select what it is in law",
    )
    from_on = design.DateField(
        label="From which day?",
        help_text="It counts from this day on. The day may lie in the past or ahead.",
        required_message="Enter the first day",
    )
    reason = design.TextField(
        label="Why? (optional)", help_text="For those who come after you.", required=False, rows=3
    )

    def __init__(self, *args: Any, kind: OrganisationKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kind is OrganisationKind.POLICE_FORCE:
            del self.fields["body_type"]

    def clean_body_type(self) -> BodyType:
        """The kind of body as the rules know it."""
        return BodyType(self.cleaned_data["body_type"])


class RecordTenure(forms.Form):
    """Who holds the office."""

    holder_name = design.CharField(
        label="Name of the holder", max_length=200, required_message="Enter the holder’s name"
    )
    title = design.CharField(
        label="Title as it is printed",
        help_text="With “Acting” if somebody acts for the holder.",
        max_length=200,
        required_message="Enter the title",
    )
    is_acting = design.BooleanField(
        label="Acts for the holder or while the office is vacant", required=False
    )
    user = design.ModelSelectField(
        None,
        label="Account (optional)",
        help_text="If the holder signs in here. The page for signing then proposes this title.",
        required=False,
        empty_label="None",
    )
    from_on = design.DateField(label="First day", required_message="Enter the first day")
    to_on = design.DateField(
        label="Last day (optional)",
        help_text="Leave it empty if it is not known.",
        required=False,
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = people  # type: ignore[attr-defined]
        self.fields["user"].label_from_instance = lambda user: user.full_name  # type: ignore[attr-defined]


class EndTenure(forms.Form):
    """The last day of a tenure."""

    last_day = design.DateField(
        label="Last day",
        help_text="The day itself still counts. It may lie ahead.",
        required_message="Enter the last day",
    )


class ChangeLook(forms.Form):
    """Colour and e-mail address."""

    email = design.EmailField(
        label="Email address of the office (optional)",
        help_text="Letters to the office go there, and answers to those that it sends.",
        required=False,
    )
    colour = design.CharField(
        label="Colour (optional)",
        help_text="As # and six digits, such as #1d70b8. It must be dark enough to read on white.",
        max_length=7,
        width=10,
        required=False,
    )


class ChangeLogo(forms.Form):
    """A picture, and words for those who do not see it."""

    logo = design.FileField(
        label="Logo",
        help_text=(
            f"A PNG picture of at most {LARGEST_LOGO_BYTES // _KILOBYTE} KB and 2,000 pixels a "
            "side."
        ),
        accept=".png",
        required_message="Select a PNG picture",
    )
    alternative = design.CharField(
        label="What does the logo say?",
        help_text="Read aloud to people who cannot see it. Usually the name of the office.",
        max_length=200,
        required_message="Enter words for people who cannot see the logo",
    )

    def clean_logo(self) -> bytes:
        """The bytes; larger files are refused before they are read."""
        file: UploadedFile[Any] = self.cleaned_data["logo"]
        if (file.size or 0) > LARGEST_LOGO_BYTES:
            raise forms.ValidationError(
                f"The logo must be smaller than {LARGEST_LOGO_BYTES // _KILOBYTE} KB"
            )
        return bytes(file.read())
