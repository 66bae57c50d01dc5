"""What is asked before something is sent, and about what was sent by other means."""

from __future__ import annotations

from typing import Any

from django import forms as django

from answerable_site.design import forms
from answerable_site.responses.forms.files import ProofField
from answerable_site.responses.rules.dispatches import BY_OTHER_MEANS
from answerable_site.responses.rules.words import Channel

CHANNELS = {
    Channel.EMAIL: "By e-mail, from another mailbox",
    Channel.POST: "By post",
    Channel.PORTAL: "Through a portal",
    Channel.BY_HAND: "By hand",
}


class Addressing(django.Form):
    """To whom an e-mail goes."""

    recipient = forms.CharField(
        label="Name of the recipient",
        help_text="An office rather than a person. The letter is addressed to it.",
        max_length=200,
        required_message="Enter the name of the recipient",
    )
    address = forms.EmailField(
        label="Email address",
        help_text="Kept for the next time.",
        required_message="Enter the e-mail address of the recipient",
    )


class InvitationAddressing(Addressing):
    """To whom the invitation goes, and by when comments are wanted."""

    comments_wanted_by = forms.DateField(
        label="By when are comments wanted?",
        required_message="Enter the day by which comments are wanted",
    )
    field_order = ("comments_wanted_by", "recipient", "address")


class ShownMail(django.Form):
    """The e-mail that was shown, confirmed."""

    recipient = django.CharField(widget=django.HiddenInput, max_length=200)
    address = django.EmailField(widget=django.HiddenInput)
    shown = django.CharField(widget=django.HiddenInput, min_length=64, max_length=64)


class ShownInvitation(ShownMail):
    """The invitation that was shown, confirmed."""

    comments_wanted_by = django.DateField(widget=django.HiddenInput)


class SentOtherwise(django.Form):
    """That something was sent by other means, with its proof."""

    version = forms.SelectField(label="Which version was sent?")
    channel = forms.ChoiceField(
        label="How was it sent?",
        choices=[(channel.value, CHANNELS[channel]) for channel in BY_OTHER_MEANS],
        required_message="Select how it was sent",
    )
    sent_on = forms.DateField(
        label="When was it sent?", required_message="Enter the day on which it was sent"
    )
    recipient = forms.CharField(
        label="Name of the recipient",
        max_length=200,
        required_message="Enter the name of the recipient",
    )
    address = forms.CharField(
        label="Where to (optional)",
        help_text="An e-mail or postal address, or the name of the portal.",
        max_length=300,
        required=False,
    )
    proof = forms.TextField(
        label="How can it be shown that it was sent?",
        help_text="For example a number of posting, or who received it. Leave it empty if a file "
        "shows it.",
        required=False,
        rows=3,
    )
    file = ProofField(
        label="File that shows it",
        about="For example the e-mail or a receipt, kept exactly as you send it.",
        required=False,
    )

    def __init__(self, *args: Any, versions: list[int], **kwargs: Any) -> None:
        """Asks for the version only where there are several.

        Args:
            versions: numbers of the published versions, newest first.
        """
        super().__init__(*args, **kwargs)
        asked: Any = self.fields["version"]
        asked.choices = [(str(number), f"Version {number}") for number in versions]
        if len(versions) == 1:
            asked.widget = django.HiddenInput()
            asked.initial = str(versions[0])

    def clean_version(self) -> int:
        """The number as a number."""
        return int(self.cleaned_data["version"])

    def clean_channel(self) -> Channel:
        """The channel as operations know it."""
        return Channel(self.cleaned_data["channel"])


class Recipient(django.Form):
    """Where a body sends copies or notices."""

    name = forms.CharField(
        label="Name of the recipient",
        help_text="An office rather than a person.",
        max_length=200,
        required_message="Enter the name of the recipient",
    )
    email = forms.EmailField(
        label="Email address (optional)",
        help_text="Leave it empty if you send by post or through a portal.",
        required=False,
    )
