"""What is wrong with a form, and where on the page to put it right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.forms import BaseForm, BoundField
from django.forms.formsets import BaseFormSet

from answerable_site.design.forms.dates import PARTS, DatePartsInput


@dataclass(frozen=True)
class Problem:
    """One message of an error summary. `href` is empty where no control is at fault."""

    text: str
    href: str = ""


def problems_of(source: BaseForm | BaseFormSet[BaseForm]) -> list[Problem]:
    """The messages of a form or formset, in the order of the page."""
    return list(_of_form(source) if isinstance(source, BaseForm) else _of_formset(source))


def wrong_parts(bound: BoundField) -> tuple[str, ...]:
    """The parts of a date to mark: those that the first message names, or all."""
    errors = bound.form.errors.as_data().get(bound.name, []) if bound.errors else []
    if not errors:
        return ()
    return tuple((errors[0].params or {}).get("parts", PARTS))


def _of_form(form: BaseForm) -> Iterator[Problem]:
    if not form.is_bound:
        return
    yield from (Problem(str(message)) for message in form.non_field_errors())
    for bound in form:
        yield from (Problem(str(message), _address(bound)) for message in bound.errors)


def _of_formset(formset: BaseFormSet[BaseForm]) -> Iterator[Problem]:
    if not formset.is_bound:
        return
    yield from (Problem(str(message)) for message in formset.non_form_errors())
    for form in formset.forms:
        yield from _of_form(form)


def _address(bound: BoundField) -> str:
    if bound.is_hidden:
        return ""
    identity = bound.field.widget.attrs.get("id") or bound.auto_id
    if isinstance(bound.field.widget, DatePartsInput):
        return f"#{identity}_{wrong_parts(bound)[0]}"
    return f"#{identity}"
