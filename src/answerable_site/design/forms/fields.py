"""Django's fields, asked as GOV.UK asks them."""

from typing import Any

from django import forms

from answerable_site.design.forms.presentation import Question

LONGEST_TEXT = 64 * 1024
"""Characters in any one answer: what the page can show again, compare and search in a moment."""
LONGEST_LINE = 500
LONGEST_PASSWORD = 4096


class CharField(Question, forms.CharField):
    """One line of text, at most `LONGEST_LINE` characters unless the question says otherwise."""

    def __init__(self, *args: Any, max_length: int = LONGEST_LINE, **kwargs: Any) -> None:
        super().__init__(*args, max_length=max_length, **kwargs)


class TextField(Question, forms.CharField):
    """Text of several lines, at most `LONGEST_TEXT` characters.

    Where a question sets a `max_length` of its own, the page counts the characters.
    """

    def __init__(
        self, *args: Any, rows: int = 5, max_length: int = LONGEST_TEXT, **kwargs: Any
    ) -> None:
        widget = forms.Textarea(attrs={"rows": rows})
        super().__init__(*args, widget=widget, max_length=max_length, **kwargs)

    def to_python(self, value: Any) -> Any:
        """The text with single line ends, so that it is as long as the page counted."""
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text


class EmailField(Question, forms.EmailField):
    """An email address."""


class PasswordField(Question, forms.CharField):
    """A password, with a button that shows it. `autocomplete` tells a new one from a known one."""

    def __init__(self, *args: Any, autocomplete: str = "current-password", **kwargs: Any) -> None:
        widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
        super().__init__(*args, widget=widget, strip=False, max_length=LONGEST_PASSWORD, **kwargs)


class IntegerField(Question, forms.IntegerField):
    """A whole number."""


class BooleanField(Question, forms.BooleanField):
    """A single box to tick."""


class ChoiceField(Question, forms.ChoiceField):
    """Radios: one of a few choices."""

    widget = forms.RadioSelect


class SelectField(Question, forms.ChoiceField):
    """One of many choices. Give an empty first choice where none is the default."""


class MultipleChoiceField(Question, forms.MultipleChoiceField):
    """Checkboxes: any of a few choices."""

    widget = forms.CheckboxSelectMultiple


class ModelChoiceField(Question, forms.ModelChoiceField):  # type: ignore[type-arg]
    """Radios over rows of a table."""

    widget = forms.RadioSelect

    def __init__(self, queryset: Any, **kwargs: Any) -> None:
        super().__init__(queryset, empty_label=None, **kwargs)


class ModelSelectField(Question, forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of many rows of a table."""


class ModelMultipleChoiceField(Question, forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Checkboxes over rows of a table."""

    widget = forms.CheckboxSelectMultiple


class FileField(Question, forms.FileField):
    """A file to upload. `accept` is the list of kinds that the browser offers first."""

    def __init__(self, *args: Any, accept: str = "", **kwargs: Any) -> None:
        widget = forms.FileInput(attrs={"accept": accept} if accept else {})
        super().__init__(*args, widget=widget, **kwargs)
