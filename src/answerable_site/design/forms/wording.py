"""Error messages as GOV.UK words them, for every field whose author gave none.

Django's own ("This field is required.") say neither what is meant nor what to do.
"""

from django import forms
from django.forms import Field

from answerable.languages import Sentence, message, say


def reword(field: Field, label: str) -> None:
    """Replaces each of Django's default messages of a field; messages of our own stay."""
    standard = _standard_messages(field)
    ours = _messages(field, label)
    for code, worded in ours.items():
        if field.error_messages.get(code, "") == standard.get(code, ""):
            field.error_messages[code] = worded


def _standard_messages(field: Field) -> dict[str, str]:
    messages: dict[str, str] = {}
    for kind in reversed(type(field).__mro__):
        messages.update(getattr(kind, "default_error_messages", {}))
    return messages


def _messages(field: Field, label: str) -> dict[str, str]:
    subject = subject_of(label)
    messages = {
        "required": required(field, label),
        "min_length": _filled(
            message("{subject} must be %(limit_value)d characters or more"), subject
        ),
        "max_length": _filled(
            message("{subject} must be %(limit_value)d characters or fewer. It has %(show_value)d"),
            subject,
        ),
        "min_value": _filled(message("{subject} must be %(limit_value)s or more"), subject),
        "max_value": _filled(message("{subject} must be %(limit_value)s or fewer"), subject),
    }
    match field:
        case forms.EmailField():
            invalid = say("Enter an email address in the correct format, like name@example.com")
            messages |= {"invalid": invalid}
        case forms.IntegerField():
            messages |= {"invalid": say("{subject} must be a number, like 30", subject=subject)}
        case forms.DateField():
            invalid = say("{subject} must be a real date, like 9/9/2021", subject=subject)
            messages |= {"invalid": invalid}
        case forms.URLField():
            invalid = _filled(
                message("{subject} must be a web address, like https://example.com"), subject
            )
            messages |= {"invalid": invalid}
        case forms.ChoiceField() | forms.ModelChoiceField():
            messages |= {
                "invalid_choice": say("Select one of the choices shown"),
                "invalid_list": say("Select one of the choices shown"),
                "invalid_pk_value": say("Select one of the choices shown"),
            }
        case forms.FileField():
            messages |= {
                "invalid": say("The selected file could not be uploaded. Try again"),
                "missing": say("Select a file"),
                "empty": say("The selected file is empty"),
                "max_length": say(
                    "The name of the selected file is too long. Rename it and try again"
                ),
            }
    return messages


def required(field: Field, label: str) -> str:
    """What to do when nothing was given: "Enter full name", "Select a file"."""
    if isinstance(field, forms.FileField):
        return say("Select a file")
    if isinstance(field, forms.BooleanField):
        return say("Select “{label}” to continue", label=label)
    chosen = isinstance(field, (forms.ChoiceField, forms.ModelChoiceField))
    if label.endswith("?"):
        return say(
            "Select an answer to “{label}”" if chosen else "Enter an answer to “{label}”",
            label=label,
        )
    what = _inside_a_sentence(label)
    return say("Select {what}" if chosen else "Enter {what}", what=what)


def subject_of(label: str) -> str:
    """A label as the subject of a sentence; a question is none, but its answer is."""
    name = _without_optional(label)
    return say("The answer to “{question}”", question=name) if name.endswith("?") else name


def _without_optional(label: str) -> str:
    """A label without the remark that one may leave it empty."""
    name = label.removesuffix(OPTIONAL)
    if name == label:
        return label
    return Sentence(name) if isinstance(label, Sentence) else name


OPTIONAL = " (optional)"


def _inside_a_sentence(label: str) -> str:
    """A label in the middle of a sentence: "URN" stays, "Full name" does not. In other languages
    than English it is quoted there, and stays as it is."""
    english = label if label[1:2].isupper() else label[:1].lower() + label[1:]
    return (
        Sentence(english, label.message, label.values) if isinstance(label, Sentence) else english
    )


def _filled(asked: str, subject: str) -> Sentence:
    """A message that Django will fill in further, whatever stands in the label."""
    english = asked.format(subject=subject.replace("%", "%%"))
    return Sentence(english, asked, {"subject": subject})
