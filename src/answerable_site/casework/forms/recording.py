"""The form of a kind of event, made from the type of the kind: one question for each fact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any

import msgspec
from django import forms
from msgspec import inspect

from answerable.records.event import Event
from answerable.statute import LONDON
from answerable_site.casework.forms.cases import NO_IDENTITY
from answerable_site.design import forms as design

ON = "On which day did it happen?"
YES_OR_NO = [("yes", "Yes"), ("no", "No")]
NOT_KNOWN = ("", "Not known")
MOST_RADIOS = 12
LONGEST_LINE = 200
TIME = "Such as 16:30. Leave it empty if it is not known."

Choices = list[tuple[int, str]]


@dataclass(frozen=True)
class Offered:
    """What a case offers to choose from, each as a number and how it is called."""

    victims: Choices = field(default_factory=list)
    suspects: Choices = field(default_factory=list)
    people: Choices = field(default_factory=list)
    services: Choices = field(default_factory=list)
    events: Mapping[str, Choices] = field(default_factory=dict)
    """Events that a fact may name, by the name of the fact."""
    coded: Mapping[str, list[tuple[str, str]]] = field(default_factory=dict)
    """Codes with their labels, by the name of the fact that holds one."""

    def of(self, name: str) -> Choices | None:
        """What is offered for a fact that names something; None where it is a plain number."""
        by_name = {
            "victim": self.victims,
            "victims": self.victims,
            "suspect": self.suspects,
            "suspects": self.suspects,
            "owner": self.people,
            "manager": self.people,
            "supervisor": self.people,
            "service": self.services,
        }
        return self.events.get(name, by_name.get(name))


class RecordEvent(forms.Form):
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
        for one in inspect.type_info(kind).fields:  # type: ignore[attr-defined]
            self.fields[one.name] = _question(kind, one, offered)
        for name, value in (fixed or {}).items():
            self.fields[name].widget = forms.HiddenInput()
            self.fields[name].initial = value

    def clean(self) -> dict[str, Any]:
        """The answers, with the event that they make as `event`."""
        values = super().clean() or {}
        if self.errors:
            return values
        facts = {name: self._fact(name, values) for name in self.fields}
        given = {name: fact for name, fact in facts.items() if fact is not None}
        try:
            values["event"] = msgspec.convert(given, self.kind, strict=False)
        except (msgspec.ValidationError, TypeError) as problem:
            raise forms.ValidationError(str(problem)) from problem
        return values

    def _fact(self, name: str, values: dict[str, Any]) -> Any:
        value = values.get(name)
        if isinstance(value, time):
            return datetime.combine(values["on"], value, tzinfo=LONDON)
        if value in ("yes", "no"):
            return value == "yes"
        return None if value == "" else value

    @property
    def event(self) -> Event:
        """What was filled in, once the form is valid."""
        event: Event = self.cleaned_data["event"]
        return event


def initial_of(event: Event) -> dict[str, Any]:
    """The answers that an event was made from, to put it right."""
    answers: dict[str, Any] = {}
    for name in event.__struct_fields__:
        value = getattr(event, name)
        if isinstance(value, bool):
            value = "yes" if value else "no"
        elif isinstance(value, datetime):
            value = value.astimezone(LONDON).strftime("%H:%M")
        elif isinstance(value, tuple):
            value = [str(one) for one in value]
        answers[name] = value
    return answers


def _question(kind: type[Event], one: inspect.Field, offered: Offered) -> forms.Field:
    label = kind.QUESTIONS.get(one.name) or (ON if one.name == "on" else "")
    if not label:
        raise LookupError(f"{kind.__name__}.{one.name} has no question.")
    asked, is_optional = _without_none(one.type)
    hint = kind.HINTS.get(one.name, "")
    options: dict[str, Any] = {
        "label": label if one.required or isinstance(asked, inspect.BoolType) else _optional(label),
        "required": one.required,
        "help_text": hint,
    }
    return _field(one.name, asked, options, offered, is_optional=is_optional, default=one.default)


def _field(
    name: str,
    asked: inspect.Type,
    options: dict[str, Any],
    offered: Offered,
    *,
    is_optional: bool,
    default: Any,
) -> forms.Field:
    match asked:
        case inspect.Metadata(type=plain):
            return _field(name, plain, options, offered, is_optional=is_optional, default=default)
        case inspect.DateType():
            return design.DateField(**options)
        case inspect.DateTimeType():
            return _TimeField(**options | {"help_text": options["help_text"] or TIME}, width=5)
        case inspect.BoolType():
            choices = [*YES_OR_NO, *([NOT_KNOWN] if is_optional else [])]
            initial = {True: "yes", False: "no"}.get(default)
            required = not is_optional and initial is None
            return design.ChoiceField(
                **options | {"required": required}, choices=choices, initial=initial
            )
        case inspect.EnumType(cls=cls):
            choices = [(one.value, one.label) for one in cls]  # type: ignore[attr-defined]
            initial = default.value if isinstance(default, cls) else None
            return _choice(choices, options, initial)
        case inspect.VarTupleType(item_type=inspect.EnumType(cls=cls)):
            several = [(one.value, one.label) for one in cls]  # type: ignore[attr-defined]
            return design.MultipleChoiceField(**options, choices=several)
        case inspect.VarTupleType():
            return _Numbers(**options, choices=offered.of(name) or [])
        case inspect.IntType() if (numbered := offered.of(name)) is not None:
            return _number_choice(numbered, options)
        case inspect.IntType():
            return design.IntegerField(**options, width=3, min_value=asked.ge, max_value=asked.le)
        case inspect.StrType() if name in offered.coded:
            return design.SelectField(**options, choices=[("", ""), *offered.coded[name]])
        case inspect.StrType(max_length=longest) if longest and longest > LONGEST_LINE:
            hint = f"{options['help_text']} {NO_IDENTITY}".strip()
            return design.TextField(**options | {"help_text": hint}, rows=4, max_length=longest)
        case inspect.StrType():
            return design.CharField(**options, width=20, max_length=LONGEST_LINE)
    raise LookupError(f"There is no question for {asked}.")


def _choice(choices: list[tuple[str, str]], options: dict[str, Any], initial: Any) -> forms.Field:
    if len(choices) <= MOST_RADIOS:
        offered = choices if options["required"] else [*choices, ("", "None of these")]
        return design.ChoiceField(**options, choices=offered, initial=initial)
    return design.SelectField(**options, choices=[("", ""), *choices], initial=initial)


def _number_choice(choices: Choices, options: dict[str, Any]) -> forms.Field:
    if len(choices) == 1 and options["required"]:
        return _Number(
            **options, choices=choices, initial=choices[0][0], widget=forms.HiddenInput()
        )
    empty: list[tuple[Any, str]] = [] if options["required"] else [("", "None")]
    if len(choices) + len(empty) > MOST_RADIOS:
        return _Number(**options, choices=[("", ""), *choices], widget=forms.Select())
    return _Number(**options, choices=[*choices, *empty])


def _without_none(asked: inspect.Type) -> tuple[inspect.Type, bool]:
    if isinstance(asked, inspect.UnionType):
        others = [one for one in asked.types if not isinstance(one, inspect.NoneType)]
        return others[0], True
    return asked, False


def _optional(label: str) -> str:
    return f"{label} (optional)"


class _TimeField(design.CharField):
    """A time of day on the clock in London."""

    def clean(self, value: Any) -> time | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            return time.fromisoformat(text.replace(".", ":").zfill(5))
        except ValueError as problem:
            raise forms.ValidationError("Enter a time such as 16:30") from problem


class _Number(design.ChoiceField):
    """One of several numbered things."""

    def clean(self, value: Any) -> int | None:
        chosen = super().clean(value)
        return int(chosen) if chosen else None


class _Numbers(design.MultipleChoiceField):
    """Any of several numbered things."""

    def clean(self, value: Any) -> list[int]:
        return [int(one) for one in super().clean(value)]


def kept(form: forms.Form) -> list[tuple[str, str]]:
    """Everything that was posted in the fields of a form, to be posted again unseen."""
    return [
        (name, value)
        for name in form.data
        if name in form.fields or name.rpartition("_")[0] in form.fields
        for value in form.data.getlist(name)  # type: ignore[attr-defined]
    ]
