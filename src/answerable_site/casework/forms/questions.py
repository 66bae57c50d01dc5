"""The question of one fact of an event, made from its type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time
from typing import Any

from django import forms
from msgspec import inspect

from answerable.records.event import Event
from answerable_site.casework.forms.cases import NO_IDENTITY
from answerable_site.design import forms as design

YES, NO = "yes", "no"
NOTHING = "not_given"
"""What is posted where somebody says that there is no answer."""
MOST_RADIOS = 10
LONGEST_LINE = 200
TIME = "Such as 16:30. Leave it empty if it is not known."

Choices = list[tuple[int, str]]
Revealed = Mapping[str, Sequence[str]]
"""The names of further questions, by the answer with which they are asked."""


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


def questions_of(kind: type[Event], offered: Offered) -> Iterator[tuple[str, forms.Field]]:
    """The questions of a kind by name, in the order in which they are asked.

    A fact that only matters with some answers to another question is asked once for each of those
    answers, below it.
    """
    facts = {one.name: one for one in inspect.type_info(kind).fields}  # type: ignore[attr-defined]
    for name in kind.QUESTIONS:
        for asked_as in _names_of(kind, name):
            yield asked_as, _question(kind, facts[name], offered, _revealed_by(kind, name))


def asked_as(kind: type[Event], name: str, answers: Mapping[str, Any]) -> str | None:
    """The name of the question that asks for a fact; None where it does not matter.

    Args:
        answers: by name, as they are posted.
    """
    if name not in kind.MATTERS_FOR:
        return name
    asker, matters_for = kind.MATTERS_FOR[name]
    answer = answers.get(asker)
    return f"{name}_{answer}" if answer in [posted_as(one) for one in matters_for] else None


def posted_as(answer: object) -> str:
    """How a page sends an answer: a choice, or yes or no."""
    if isinstance(answer, bool):
        return YES if answer else NO
    return str(answer)


def _names_of(kind: type[Event], name: str) -> list[str]:
    if name not in kind.MATTERS_FOR:
        return [name]
    _, matters_for = kind.MATTERS_FOR[name]
    return [f"{name}_{posted_as(one)}" for one in matters_for]


def _revealed_by(kind: type[Event], asker: str) -> Revealed:
    revealed: dict[str, list[str]] = {}
    for name in kind.QUESTIONS:
        by, matters_for = kind.MATTERS_FOR.get(name, ("", ()))
        for answer in matters_for if by == asker else ():
            revealed.setdefault(posted_as(answer), []).append(f"{name}_{posted_as(answer)}")
    return revealed


def _question(
    kind: type[Event], one: inspect.Field, offered: Offered, reveals: Revealed
) -> forms.Field:
    asked, is_optional = _without_none(one.type)
    label = kind.QUESTIONS[one.name]
    has_default = isinstance(asked, inspect.EnumType) and not is_optional
    has_answer = has_default or isinstance(asked, inspect.BoolType)
    is_wanted = one.required or one.name in kind.WANTED or one.name in kind.MATTERS_FOR
    options: dict[str, Any] = {
        "label": label if is_wanted or has_answer else f"{label} (optional)",
        "required": one.required,
        "help_text": kind.HINTS.get(one.name, ""),
    }
    return _field(one, asked, options, offered, is_optional=is_optional, reveals=reveals)


def _field(
    one: inspect.Field,
    asked: inspect.Type,
    options: dict[str, Any],
    offered: Offered,
    *,
    is_optional: bool,
    reveals: Revealed,
) -> forms.Field:
    match asked:
        case inspect.Metadata(type=plain):
            return _field(one, plain, options, offered, is_optional=is_optional, reveals=reveals)
        case inspect.DateType():
            return design.DateField(**options)
        case inspect.DateTimeType():
            return _TimeField(**options | {"help_text": options["help_text"] or TIME}, width=5)
        case inspect.BoolType():
            return _yes_or_no(options, one.default, is_optional=is_optional, reveals=reveals)
        case inspect.EnumType(cls=cls):
            initial = one.default.value if isinstance(one.default, cls) else None
            choices = _labelled(cls)
            return _choice(
                choices, options | {"initial": initial}, is_optional=is_optional, reveals=reveals
            )
        case inspect.VarTupleType(item_type=inspect.EnumType(cls=cls)):
            return design.MultipleChoiceField(**options, choices=_labelled(cls))
        case inspect.VarTupleType():
            return _numbers(offered.of(one.name) or [], options)
        case inspect.IntType() if (numbered := offered.of(one.name)) is not None:
            return _number(numbered, options)
        case inspect.IntType():
            return design.IntegerField(**options, width=3, min_value=asked.ge, max_value=asked.le)
        case inspect.StrType() if one.name in offered.coded:
            return design.SelectField(**options, choices=[("", ""), *offered.coded[one.name]])
        case inspect.StrType(max_length=longest) if longest and longest > LONGEST_LINE:
            hint = f"{options['help_text']} {NO_IDENTITY}".strip()
            return design.TextField(**options | {"help_text": hint}, rows=4, max_length=longest)
        case inspect.StrType():
            return design.CharField(**options, width=20, max_length=LONGEST_LINE)
    raise LookupError(f"There is no question for {asked}.")


def _labelled(cls: type) -> list[tuple[str, str]]:
    return [(one.value, one.label) for one in cls]  # type: ignore[attr-defined]


def _yes_or_no(
    options: dict[str, Any], default: Any, *, is_optional: bool, reveals: Revealed
) -> forms.Field:
    not_known = [(NOTHING, "Not known")] if is_optional else []
    initial = posted_as(default) if isinstance(default, bool) else None
    return design.ChoiceField(
        **options | {"required": not is_optional and initial is None},
        choices=[(YES, "Yes"), (NO, "No"), *not_known],
        initial=initial,
        reveals=reveals,
    )


def _choice(
    choices: list[tuple[str, str]],
    options: dict[str, Any],
    *,
    is_optional: bool,
    reveals: Revealed,
) -> forms.Field:
    if reveals or len(choices) <= MOST_RADIOS:
        none = [(NOTHING, "None of these, or not known")] if is_optional else []
        return design.ChoiceField(**options, choices=[*choices, *none], reveals=reveals)
    return design.SelectField(**options, choices=[("", ""), *choices])


def _number(choices: Choices, options: dict[str, Any]) -> forms.Field:
    if len(choices) == 1 and options["required"]:
        return _Number(
            **options, choices=choices, initial=choices[0][0], widget=forms.HiddenInput()
        )
    if not choices and not options["required"]:
        return _Number(**options, widget=forms.HiddenInput())
    if len(choices) > MOST_RADIOS:
        return _Number(**options, choices=[("", ""), *choices], widget=forms.Select())
    none: list[tuple[Any, str]] = [] if options["required"] else [(NOTHING, "None")]
    return _Number(**options, choices=[*choices, *none])


def _numbers(choices: Choices, options: dict[str, Any]) -> forms.Field:
    widget = forms.CheckboxSelectMultiple() if choices else forms.MultipleHiddenInput()
    return _Numbers(**options, choices=choices, widget=widget)


def _without_none(asked: inspect.Type) -> tuple[inspect.Type, bool]:
    if isinstance(asked, inspect.UnionType):
        others = [one for one in asked.types if not isinstance(one, inspect.NoneType)]
        return others[0], True
    return asked, False


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
        return int(chosen) if chosen and chosen != NOTHING else None


class _Numbers(design.MultipleChoiceField):
    """Any of several numbered things."""

    def clean(self, value: Any) -> list[int]:
        return [int(one) for one in super().clean(value)]
