"""The filters in force on a list, each with the address that takes it away."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.forms import BaseForm, BoundField
from django.http import QueryDict

from answerable_site.design.dates import date_in_words
from answerable_site.design.forms.dates import PARTS, DatePartsInput


@dataclass(frozen=True)
class Chip:
    """One filter in force."""

    label: str
    text: str
    remove_href: str


def chips(form: BaseForm) -> tuple[Chip, ...]:
    """One chip for each value that a bound filter form was given.

    Args:
        form: Bound to `request.GET`. Values that the form refuses get no chip.

    Returns:
        Chips in the order of the form's fields; removing one also returns to the first page.
    """
    if not isinstance(form.data, QueryDict):
        return ()
    return tuple(
        Chip(str(bound.label), words, f"?{rest.urlencode()}")
        for bound in form
        if not bound.is_hidden and not bound.errors
        for words, rest in _in_force(bound, form.data)
    )


def _in_force(bound: BoundField, data: QueryDict) -> Iterator[tuple[str, QueryDict]]:
    """The words of each value of a question, and the query without that value."""
    if isinstance(bound.field.widget, DatePartsInput):
        date = bound.form.cleaned_data.get(bound.name)
        if date is not None:
            yield date_in_words(date), _without(data, *(f"{bound.html_name}_{p}" for p in PARTS))
        return
    values = data.getlist(bound.html_name)
    for value in filter(None, values):
        rest = _without(data)
        rest.setlist(bound.html_name, [kept for kept in values if kept != value])
        yield _words(bound, value), rest


def _words(bound: BoundField, value: str) -> str:
    for code, words in getattr(bound.field, "choices", ()):
        if str(code) == value:
            return str(words)
    return value


def _without(data: QueryDict, *names: str) -> QueryDict:
    rest = data.copy()
    for name in (*names, "page"):
        rest.pop(name, None)
    return rest
