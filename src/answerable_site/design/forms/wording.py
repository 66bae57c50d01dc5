"""Error messages as GOV.UK words them, for every field whose author gave none.

Django's own ("This field is required.") say neither what is meant nor what to do.
"""

from django import forms
from django.forms import Field


def reword(field: Field, label: str) -> None:
    """Replaces each of Django's default messages of a field; messages of our own stay."""
    standard = _standard_messages(field)
    ours = _messages(field, label)
    for code, message in ours.items():
        if field.error_messages.get(code, "") == standard.get(code, ""):
            field.error_messages[code] = message


def _standard_messages(field: Field) -> dict[str, str]:
    messages: dict[str, str] = {}
    for kind in reversed(type(field).__mro__):
        messages.update(getattr(kind, "default_error_messages", {}))
    return messages


def _messages(field: Field, label: str) -> dict[str, str]:
    subject = _in_a_format(subject_of(label))
    messages = {
        "required": required(field, label),
        "min_length": f"{subject} must be %(limit_value)d characters or more",
        "max_length": f"{subject} must be %(limit_value)d characters or fewer. "
        "It has %(show_value)d",
        "min_value": f"{subject} must be %(limit_value)s or more",
        "max_value": f"{subject} must be %(limit_value)s or fewer",
    }
    match field:
        case forms.EmailField():
            invalid = "Enter an email address in the correct format, like name@example.com"
            messages |= {"invalid": invalid}
        case forms.IntegerField():
            messages |= {"invalid": f"{subject_of(label)} must be a number, like 30"}
        case forms.DateField():
            messages |= {"invalid": f"{subject_of(label)} must be a real date, like 9/9/2021"}
        case forms.URLField():
            messages |= {"invalid": f"{subject} must be a web address, like https://example.com"}
        case forms.ChoiceField() | forms.ModelChoiceField():
            messages |= {
                "invalid_choice": "Select one of the choices shown",
                "invalid_list": "Select one of the choices shown",
                "invalid_pk_value": "Select one of the choices shown",
            }
        case forms.FileField():
            messages |= {
                "invalid": "The selected file could not be uploaded. Try again",
                "missing": "Select a file",
                "empty": "The selected file is empty",
                "max_length": "The name of the selected file is too long. Rename it and try again",
            }
    return messages


def required(field: Field, label: str) -> str:
    """What to do when nothing was given: "Enter full name", "Select a file"."""
    if isinstance(field, forms.FileField):
        return "Select a file"
    if isinstance(field, forms.BooleanField):
        return f"Select “{label}” to continue"
    chosen = isinstance(field, (forms.ChoiceField, forms.ModelChoiceField))
    if label.endswith("?"):
        return f"{'Select' if chosen else 'Enter'} an answer to “{label}”"
    return f"{'Select' if chosen else 'Enter'} {_inside_a_sentence(label)}"


def subject_of(label: str) -> str:
    """A label as the subject of a sentence; a question is none, but its answer is."""
    name = label.removesuffix(" (optional)")
    return f"The answer to “{name}”" if name.endswith("?") else name


def _inside_a_sentence(label: str) -> str:
    """A label in the middle of a sentence: "URN" stays, "Full name" does not."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _in_a_format(label: str) -> str:
    """A label inside a message that Django will format."""
    return label.replace("%", "%%")
