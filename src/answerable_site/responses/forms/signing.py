"""What is asked while a response is signed, published and corrected."""

from __future__ import annotations

from django import forms as django

from answerable_site.design import forms


class Signatory(django.Form):
    """In which office somebody signs; the document prints it."""

    signed_as = forms.CharField(label="You sign as", max_length=200)


class Signing(django.Form):
    """A signature over the document shown."""

    signed_as = django.CharField(widget=django.HiddenInput, max_length=200)
    content_hash = django.CharField(widget=django.HiddenInput, min_length=64, max_length=64)


class Correction(django.Form):
    """Why the public register is corrected."""

    reason = forms.TextField(
        label="Why is it corrected?",
        help_text="The public page shows this reason.",
        required_message="Enter why it is corrected",
        max_length=2000,
    )


class Confirmation(django.Form):
    """A step that asks nothing."""
