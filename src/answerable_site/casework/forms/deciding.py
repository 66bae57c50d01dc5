"""Free texts that are looked through for signs of an identity before they are kept."""

from __future__ import annotations

from hashlib import sha256
from typing import Any, ClassVar, cast

from django import forms
from django.http import QueryDict

from answerable.records.identity import signs
from answerable_site.design import forms as design

DECIDE = "Take it out. If it tells nobody who somebody is, send it again as it stands."


class DecidedForm(design.Form):
    """Refuses free texts that show signs of an identity, once: whoever finds that they tell none
    sends them again as they stand."""

    FREE_TEXTS: ClassVar[tuple[str, ...]] = ()

    decided = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    """The hash of the texts that were refused before: for others, it is asked anew."""

    def clean(self) -> dict[str, Any]:
        """Refuses what shows signs and was not refused before."""
        values = super().clean()
        texts = {name: str(values.get(name) or "") for name in self.FREE_TEXTS}
        seen = sha256("\0".join(texts.values()).encode()).hexdigest()
        if values.get("decided") != seen:
            for name, text in texts.items():
                self._refuse(name, text)
            sent = cast("QueryDict", self.data).copy()
            sent["decided"] = seen
            self.data = sent
        return values

    def _refuse(self, name: str, text: str) -> None:
        found = [f"{sign.sentence}: “{text[sign.start : sign.end]}”" for sign in signs(text)]
        if found:
            self.add_error(name, f"{'. '.join(found)}. {DECIDE}")
