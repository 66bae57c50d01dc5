"""The form of a kind of event: one question for each fact that matters."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

import msgspec
from django import forms

from answerable.records.event import Event
from answerable.statute import LONDON
from answerable_site.casework.forms.cases import NO_IDENTITY
from answerable_site.casework.forms.deciding import DecidedForm
from answerable_site.casework.forms.questions import (
    NO,
    NOTHING,
    YES,
    Offered,
    asked_as,
    posted_as,
    questions_of,
)
from answerable_site.design import forms as design

LONGEST_REASON = 4000


class WhyInBreach(DecidedForm):
    """Why a rule was not kept."""

    FREE_TEXTS = ("why_in_breach",)

    why_in_breach = design.TextField(
        label="Why was it so?",
        help_text=NO_IDENTITY,
        rows=3,
        max_length=LONGEST_REASON,
        required_message="Say why the rule was not kept",
    )


class RecordEvent(design.Form):
    """Asks for the facts of one kind of event."""

    def __init__(
        self,
        *args: Any,
        kind: type[Event],
        offered: Offered,
        fixed: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.fields.update(questions_of(kind, offered))
        for name, value in (fixed or {}).items():
            self.fields[name].widget = forms.HiddenInput()
            self.fields[name].initial = value

    def clean(self) -> dict[str, Any]:
        """The answers, with the event that they make as `event`."""
        values = super().clean()
        if self.errors:
            return values
        facts = {name: self._fact(name, values) for name in self.kind.__struct_fields__}
        given = {name: fact for name, fact in facts.items() if fact is not None}
        try:
            values["event"] = msgspec.convert(given, self.kind, strict=False)
        except (msgspec.ValidationError, TypeError) as problem:
            raise forms.ValidationError(str(problem)) from problem
        return values

    def _fact(self, name: str, values: dict[str, Any]) -> Any:
        value = values.get(asked_as(self.kind, name, values) or "")
        if isinstance(value, time):
            return datetime.combine(values["on"], value, tzinfo=LONDON)
        if value in (YES, NO):
            return value == YES
        return None if value in ("", NOTHING) else value

    @property
    def event(self) -> Event:
        """What was filled in, once the form is valid."""
        event: Event = self.cleaned_data["event"]
        return event


def initial_of(event: Event) -> dict[str, Any]:
    """The answers that an event was made from, to put it right."""
    kind = type(event)
    answers = {name: _answer(getattr(event, name)) for name in event.__struct_fields__}
    named = {name: asked_as(kind, name, answers) for name in answers}
    return {asked: answers[name] for name, asked in named.items() if asked}


def _answer(value: Any) -> Any:
    match value:
        case bool():
            return posted_as(value)
        case datetime():
            return value.astimezone(LONDON).strftime("%H:%M")
        case tuple():
            return [str(one) for one in value]
    return value


def kept(form: forms.Form) -> list[tuple[str, str]]:
    """Everything that was posted in the fields of a form, to be posted again unseen."""
    return [
        (name, value)
        for name in form.data
        if name in form.fields or name.rpartition("_")[0] in form.fields
        for value in form.data.getlist(name)  # type: ignore[attr-defined]
    ]
