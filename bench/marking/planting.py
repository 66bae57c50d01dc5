"""Markers in every text of the records, and in what people send through forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from http import HTTPStatus
from typing import Any

from django import forms
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, models, transaction
from django.forms.formsets import BaseFormSet
from django.test.utils import ContextList
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from answerable_site.design.forms.dates import PARTS, DatePartsInput
from bench.marking.markers import Markers

# Made by the product, never typed: hashes, paths, codes, slugs and versions.
NOT_TYPED = {
    *("sha256", "content_hash", "secret_hash", "stored_as", "picture", "message_id", "media_type"),
    *("form", "legal_basis", "rules_version", "deadline", "colour", "version", "password", "step"),
    "html",
}
# What the product says of a record, in codes: an addressee is a force, a body or an office.
CODES = {"register.Addressee.kind"}


def plant(markers: Markers) -> dict[str, int]:
    """Add its marker to every text in the records; how many fields took one, and why others not."""
    told = {"planted": 0, "without a text": 0, "closed by the database": 0}
    for field in text_fields():
        rows = [row for row in field.model._default_manager.all() if takes(field, row)]
        if not rows:
            told["without a text"] += 1
            continue
        marker = markers.of(f"record {field.model._meta.label}.{field.name}")
        try:
            with transaction.atomic():
                for row in rows:
                    changed = marked(field, getattr(row, field.name), marker)
                    same = field.model._default_manager.filter(pk=row.pk)
                    same.update(**{field.name: changed})
        except DatabaseError:
            told["closed by the database"] += 1
        else:
            told["planted"] += 1
    return told


def takes(field: models.Field, row: models.Model) -> bool:
    """Whether a row has words in a field: a text, or a list of texts."""
    value = getattr(row, field.name)
    if isinstance(field, models.JSONField):
        words = value if isinstance(value, list) else []
        return bool(words) and all(isinstance(part, str) for part in words)
    return bool(value)


def marked(field: models.Field, value: Any, marker: str) -> Any:
    """A value of a field with the marker in it, still a value that the field takes."""
    if isinstance(field, models.JSONField):
        return [*value, marker]
    if isinstance(field, models.EmailField):
        return f"{marker}.{value}"
    if isinstance(field, models.URLField):
        return f"{value}?{marker}"
    room = (field.max_length or 10_000) - len(marker) - 1
    return f"{value[:room]} {marker}"


def text_fields() -> Iterator[models.Field]:
    """Every field of a record in which words can be typed."""
    for model in apps.get_models():
        app = model._meta.app_label
        # The record of acts can be added to but not changed, here as everywhere.
        if not model.__module__.startswith("answerable_site") or app == "audit":
            continue
        for field in model._meta.concrete_fields:
            if isinstance(field, (models.CharField, models.TextField, models.JSONField)) and not (
                field.choices
                or isinstance(field, models.SlugField)
                or field.name in NOT_TYPED
                or f"{model._meta.label}.{field.name}" in CODES
            ):
                yield field


def forms_in(response: Any) -> Iterator[forms.BaseForm]:
    """Every form that a page was made from."""
    seen: set[int] = set()
    rendered = response.context
    contexts = rendered if isinstance(rendered, ContextList) else [rendered]
    for context in filter(None, contexts):
        for value in context.flatten().values():
            found = value.forms if isinstance(value, BaseFormSet) else [value]
            for form in found:
                if isinstance(form, forms.BaseForm) and id(form) not in seen:
                    seen.add(id(form))
                    yield form


def confirmations_in(response: Any) -> list[dict[str, str]]:
    """What a page would send back unseen: the forms in its main part that ask for nothing."""
    if response.status_code != HTTPStatus.OK or not response["Content-Type"].startswith(
        "text/html"
    ):
        return []
    main = HTMLParser(response.content).css_first("main")
    asking = "input:not([type=hidden]), textarea, select"
    return [
        {
            node.attributes["name"] or "": node.attributes.get("value") or ""
            for node in form.css("input[name], button[name]")
        }
        for form in (main.css("form[method=post]") if main else ())
        if form.css_first("input[name=shown]") and not form.css_first(asking)
    ]


def typed_into(form: forms.BaseForm, markers: Markers, *, last_choice: bool) -> dict[str, Any]:
    """An answer to every question of a form, with a marker wherever words can be typed."""
    data: dict[str, Any] = {}
    kind = type(form)
    for bound in form:
        origin = f"field {kind.__module__}.{kind.__name__}.{bound.name}"
        data |= _answer(bound, partial(markers.of, origin), last_choice=last_choice)
    return data


def _answer(
    bound: forms.BoundField, marker: Callable[[], str], *, last_choice: bool
) -> dict[str, Any]:
    field, name = bound.field, bound.html_name
    if bound.is_hidden:
        value = bound.value()
        return {} if value is None else {name: value}
    if isinstance(field.widget, DatePartsInput):
        # A day before the requests and one after: some questions ask for what was, some for what is
        # wanted.
        day = 27 if last_choice else 1
        return dict(zip((f"{name}_{part}" for part in PARTS), (day, 5, 2026), strict=True))
    match field:
        case forms.FileField():
            return {name: SimpleUploadedFile(f"{marker()}.txt", f"Words {marker()}.".encode())}
        case forms.EmailField():
            return {name: f"{marker()}@example.org"}
        case forms.URLField():
            return {name: f"https://example.org/{marker()}"}
        case forms.ModelMultipleChoiceField() | forms.MultipleChoiceField():
            return {name: [str(value) for value, _ in field.choices][-1:]}
        case forms.ChoiceField() | forms.ModelChoiceField():
            values = [str(value) for value, _ in field.choices if str(value)]
            return {name: values[-1 if last_choice else 0]} if values else {}
        case forms.BooleanField():
            return {name: "on"}
        case forms.IntegerField():
            return {name: "1"}
        case _:
            return {name: f"Words {marker()}"[: field.max_length or None]}
