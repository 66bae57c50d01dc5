"""What a page sends while somebody types, and how they throw that away."""

from __future__ import annotations

from collections.abc import Iterator

from django import forms as django
from django.http import QueryDict

from answerable_site.responses.forms.writing import Versioned
from answerable_site.responses.rules.unsaved import Answers


class Keeping(django.Form):
    """Which page keeps, over which version. What was typed is read beside it."""

    form = django.CharField(max_length=60)
    version = django.IntegerField(min_value=0)


class Discarding(django.Form):
    """Which page forgets."""

    form = django.CharField(max_length=60, widget=django.HiddenInput)


def differs(form: Versioned, answers: Answers) -> bool:
    """Whether what was kept says anything else than the form as it stands."""
    sent = _as_sent(answers)
    return any(
        field.has_changed(
            form.get_initial_for_field(field, name),
            field.widget.value_from_datadict(sent, {}, name),
        )
        for name, field in _kept_fields(form, sent)
    )


def put_back(form: Versioned, answers: Answers, *, version: int | str) -> None:
    """Let a form begin with what was typed in it before, over the version that it began from."""
    sent = _as_sent(answers)
    for name, field in _kept_fields(form, sent):
        form.initial[name] = field.widget.value_from_datadict(sent, {}, name)
    form.initial["version"] = version


def _kept_fields(form: Versioned, sent: QueryDict) -> Iterator[tuple[str, django.Field]]:
    """The questions that were kept. A box that nobody ticked is not sent, and yet an answer."""
    for name, field in form.fields.items():
        boxes = isinstance(field.widget, django.CheckboxSelectMultiple)
        if name != "version" and (
            boxes or not field.widget.value_omitted_from_data(sent, {}, name)
        ):
            yield name, field


def _as_sent(answers: Answers) -> QueryDict:
    sent = QueryDict(mutable=True)
    for name, values in answers.items():
        sent.setlist(name, values)
    return sent
