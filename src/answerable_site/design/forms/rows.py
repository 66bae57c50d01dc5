"""Which rows of a table a question offers, known only when its form is made."""

from __future__ import annotations

from typing import Any

from django import forms


def offer(form: forms.Form, name: str, rows: Any) -> None:
    """Let a question offer rows, each by its name.

    Args:
        name: of a field that chooses among rows.
        rows: a query set whose rows have a `name`.
    """
    field: Any = form.fields[name]
    field.queryset = rows
    field.label_from_instance = lambda row: row.name


def offer_unless_single(form: forms.Form, name: str, rows: Any) -> None:
    """Do what `offer` does; where there is only one row, take it and do not ask."""
    offer(form, name, rows)
    if len(rows) == 1:
        form.fields[name].widget = forms.HiddenInput()
        form.fields[name].initial = rows[0].pk
