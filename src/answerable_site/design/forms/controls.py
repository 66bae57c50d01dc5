"""From a widget to the GOV.UK component that asks it."""

import functools
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from answerable_site.design.components import render_component
from answerable_site.design.forms.dates import NAMES, PARTS, DatePartsInput
from answerable_site.design.forms.fields import LONGEST_TEXT
from answerable_site.design.forms.presentation import presentation_of
from answerable_site.design.forms.problems import wrong_parts

Params = dict[str, Any]

# Browsers would check these in words of their own, or cut text that was pasted.
LEFT_TO_THE_SERVER = {"required", "maxlength", "minlength", "min", "max", "step"}
SET_BY_THE_COMPONENT = {"id", "class", "rows", "cols"}


@functools.singledispatch
def control(_: forms.Widget, bound: BoundField) -> SafeString:
    """The whole question: label, hint, message and control. Widgets of others keep their look."""
    return format_html(
        '<div class="govuk-form-group">{}{}{}</div>',
        bound.label_tag(label_suffix="", attrs={"class": "govuk-label"}),
        _message_html(bound),
        bound.as_widget(),
    )


@control.register
def _text(widget: forms.widgets.Input, bound: BoundField) -> SafeString:
    return render_component("input", _one_box(bound) | _text_kind(widget))


@control.register
def _password(_: forms.PasswordInput, bound: BoundField) -> SafeString:
    return render_component("password-input", _one_box(bound) | {"value": None})


@control.register
def _textarea(widget: forms.Textarea, bound: BoundField) -> SafeString:
    params = _one_box(bound) | {"rows": widget.attrs.get("rows", 5)}
    if params["value"] and params["value"].startswith("\n"):
        params["value"] = "\n" + params["value"]  # browsers drop the first line break
    limit = getattr(bound.field, "max_length", None)
    if limit in {None, LONGEST_TEXT}:
        return render_component("textarea", params)
    return render_component("character-count", params | {"maxlength": limit})


@control.register
def _select(widget: forms.Select, bound: BoundField) -> SafeString:
    attributes = _attributes(bound) | ({"multiple": ""} if widget.allow_multiple_selected else {})
    params = _question(bound) | _label(bound) | {"attributes": attributes}
    return render_component(
        "select",
        params
        | {
            "items": [
                {"value": value, "text": text, "selected": chosen}
                for value, text, chosen in _choices(bound)
            ]
        },
    )


@control.register
def _radios(_: forms.RadioSelect, bound: BoundField) -> SafeString:
    inline = "govuk-radios--inline" if presentation_of(bound.field).inline else None
    items = [item for item in _items(bound) if item["value"] != ""]
    params = _question(bound) | _fieldset(bound)
    return render_component("radios", params | {"classes": inline, "items": items})


@control.register
def _checkboxes(_: forms.CheckboxSelectMultiple, bound: BoundField) -> SafeString:
    params = _question(bound) | _fieldset(bound)
    return render_component("checkboxes", params | {"items": _items(bound)})


@control.register
def _checkbox(widget: forms.CheckboxInput, bound: BoundField) -> SafeString:
    params = _question(bound)
    item = {
        "value": "on",
        "text": bound.label,
        "hint": params.pop("hint"),
        "checked": widget.check_test(bound.value()),
        "disabled": bound.field.disabled,
        "attributes": _attributes(bound),
    }
    return render_component("checkboxes", params | {"items": [item]})


@control.register
def _file(_: forms.FileInput, bound: BoundField) -> SafeString:
    params = _question(bound) | _label(bound) | {"attributes": _attributes(bound)}
    return render_component("file-upload", params)


@control.register
def _date(widget: DatePartsInput, bound: BoundField) -> SafeString:
    typed = widget.format_value(bound.value())
    wrong = wrong_parts(bound)
    items = [
        {
            "id": f"{bound.auto_id}_{part}",
            "name": f"{bound.html_name}_{part}",
            "label": NAMES[part],
            "value": getattr(typed, part),
            "classes": f"govuk-input--width-{4 if part == 'year' else 2}"
            + (" govuk-input--error" if part in wrong else ""),
        }
        for part in PARTS
    ]
    params = _question(bound) | _fieldset(bound)
    return render_component("date-input", params | {"items": items})


def _question(bound: BoundField) -> Params:
    """What every component takes: names, hint and error message."""
    identity = bound.field.widget.attrs.get("id") or bound.auto_id
    message = _message_html(bound)
    return {
        "id": identity,
        "id_prefix": identity,
        "name": bound.html_name,
        "hint": {"html": bound.help_text} if bound.help_text else None,
        "error_message": {"html": message} if message else None,
    }


def _one_box(bound: BoundField) -> Params:
    width = presentation_of(bound.field).width
    classes = [f"govuk-input--width-{width}"] if width else []
    attributes = _attributes(bound)
    return (
        _question(bound)
        | _label(bound)
        | {
            "value": bound.field.widget.format_value(bound.value()),
            "classes": " ".join([*classes, bound.field.widget.attrs.get("class", "")]).strip(),
            "autocomplete": attributes.pop("autocomplete", None),
            "disabled": bound.field.disabled,
            "attributes": attributes,
        }
    )


def _text_kind(widget: forms.widgets.Input) -> Params:
    match widget:
        case forms.NumberInput():
            return {"type": "text", "inputmode": "numeric", "spellcheck": False}
        case forms.EmailInput():
            return {
                "type": "email",
                "autocomplete": widget.attrs.get("autocomplete", "email"),
                "spellcheck": False,
            }
        case forms.URLInput() | forms.TelInput() | forms.SearchInput():
            return {"type": widget.input_type}
        case _:
            return {"type": "text"}


def _label(bound: BoundField) -> Params:
    return {"label": _heading(bound, "govuk-label")}


def _fieldset(bound: BoundField) -> Params:
    return {"fieldset": {"legend": _heading(bound, "govuk-fieldset__legend")}}


def _heading(bound: BoundField, name: str) -> Params:
    asked = presentation_of(bound.field)
    size = "l" if asked.page_heading and asked.label_size == "s" else asked.label_size
    return {
        "text": bound.label,
        "classes": f"{name}--{size}" if size else None,
        "is_page_heading": asked.page_heading,
    }


def _items(bound: BoundField) -> list[Params]:
    asked = presentation_of(bound.field)
    return [
        {
            "value": value,
            "text": text,
            "checked": chosen,
            "disabled": bound.field.disabled,
            "hint": {"text": asked.hints[value]} if value in asked.hints else None,
            "conditional": _revealed(bound, asked.reveals.get(value, ())),
        }
        for value, text, chosen in _choices(bound)
    ]


def _revealed(bound: BoundField, names: Any) -> Params | None:
    if not names:
        return None
    return {"html": format_html_join("", "{}", ((bound.form[name],) for name in names))}


def _choices(bound: BoundField) -> list[tuple[str, str, bool]]:
    """Value, words, whether chosen; in order, groups laid flat."""
    widget = bound.field.widget
    groups = widget.optgroups(bound.html_name, widget.format_value(bound.value()))
    return [
        (str(option["value"]), option["label"], bool(option["selected"]))
        for _, options, _ in groups
        for option in options
    ]


def _attributes(bound: BoundField) -> Params:
    return {
        name: value
        for name, value in bound.field.widget.attrs.items()
        if name not in LEFT_TO_THE_SERVER | SET_BY_THE_COMPONENT
        if value is not None and value is not False
    }


def _message_html(bound: BoundField) -> SafeString:
    return format_html_join(SafeString("<br>"), "{}", ((message,) for message in bound.errors))
