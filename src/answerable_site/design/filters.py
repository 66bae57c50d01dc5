"""The filters in force on a list, each with the address that takes it away."""

from dataclasses import dataclass

from django.forms import BaseForm, BoundField
from django.http import QueryDict


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
        Chip(str(bound.label), _words(bound, value), _without(form.data, bound.html_name, value))
        for bound in form
        if not bound.is_hidden and not bound.errors
        for value in form.data.getlist(bound.html_name)
        if value
    )


def _words(bound: BoundField, value: str) -> str:
    for code, words in getattr(bound.field, "choices", ()):
        if str(code) == value:
            return str(words)
    return value


def _without(data: QueryDict, name: str, value: str) -> str:
    rest = data.copy()
    rest.setlist(name, [kept for kept in data.getlist(name) if kept != value])
    rest.pop("page", None)
    return f"?{rest.urlencode()}"
