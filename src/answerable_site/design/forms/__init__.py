"""Forms as GOV.UK pages: `{{ form }}` and `{{ form.field }}` render whole questions.

Any Django form works. The fields here add what a question may need: a width, a hint for each
choice, questions that a choice reveals, a date in three parts, messages in plain words.
"""

from answerable_site.design.forms.bound import GovukBoundField
from answerable_site.design.forms.dates import DateField
from answerable_site.design.forms.fields import (
    BooleanField,
    CharField,
    ChoiceField,
    EmailField,
    FileField,
    IntegerField,
    ModelChoiceField,
    ModelMultipleChoiceField,
    ModelSelectField,
    MultipleChoiceField,
    PasswordField,
    SelectField,
    TextField,
)
from answerable_site.design.forms.form import Form
from answerable_site.design.forms.kept import KeptQuestions
from answerable_site.design.forms.renderer import GovukRenderer
from answerable_site.design.forms.rows import offer, offer_unless_single

__all__ = [
    "BooleanField",
    "CharField",
    "ChoiceField",
    "DateField",
    "EmailField",
    "FileField",
    "Form",
    "GovukBoundField",
    "GovukRenderer",
    "IntegerField",
    "KeptQuestions",
    "ModelChoiceField",
    "ModelMultipleChoiceField",
    "ModelSelectField",
    "MultipleChoiceField",
    "PasswordField",
    "SelectField",
    "TextField",
    "offer",
    "offer_unless_single",
]
