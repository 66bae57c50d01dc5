"""What is asked to subscribe to events."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings

from answerable_site.design import forms as design
from answerable_site.webhooks import rules


class Subscribe(forms.Form):
    """An address and the events of which it is told."""

    address = design.CharField(
        label="Address of your system",
        help_text="It begins with https://, and answers with a status from 200 to 299.",
        max_length=500,
        required_message="Enter the address of your system",
    )
    events = design.MultipleChoiceField(
        label="Of which events is it to be told?",
        hints=rules.EVENTS,
        required_message="Select the events of which it is to be told",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["events"].choices = [(name, name) for name in rules.EVENTS]  # type: ignore[attr-defined]

    def clean_address(self) -> str:
        """One to which something may be sent, as far as it shows itself."""
        address = str(self.cleaned_data["address"])
        try:
            rules.check_receiver(address, may_stay_here=settings.WEBHOOKS_MAY_STAY_HERE)
        except rules.NotAReceiver as wrong:
            raise forms.ValidationError(str(wrong)) from wrong
        return address
