"""What every text asks that several people may write at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, cast

from django.forms import HiddenInput, IntegerField

from answerable_site.design import forms
from answerable_site.responses.rules.answers import LANGUAGES
from answerable_site.responses.rules.words import Language

if TYPE_CHECKING:
    from django.http import QueryDict


class Versioned(forms.Form):
    """A text that several people may write at once: carries the version that the writer saw."""

    version = IntegerField(widget=HiddenInput, min_value=0)

    def again(self, version: int) -> Self:
        """The form with all that was typed, over another version."""
        data = cast("QueryDict", self.data).copy()
        data["version"] = str(version)
        self.data = data
        return self


class WithWelsh(Versioned):
    """A text that may be given in Welsh beside the English."""

    welsh = forms.TextField(
        label="The same in Welsh (optional)",
        help_text="It stands beside the English wherever the response is read, and is signed and "
        "published with it.",
        required=False,
        rows=10,
    )

    def __init__(self, *args: Any, in_both: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if in_both:
            self.fields["welsh"].widget.attrs["lang"] = "cy"
        else:
            del self.fields["welsh"]


class LanguageField(forms.SelectField):
    """The language of a text, English unless told; it is not asked again where it is not sent."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label="Language of the text",
            choices=[(code.value, words) for code, words in LANGUAGES.items()],
            required=False,
            **kwargs,
        )

    def clean(self, value: Any) -> Language:
        """The language as operations know it."""
        return Language(super().clean(value) or Language.ENGLISH)
