"""What a browser without scripts would do with a page."""

from __future__ import annotations

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse


def upload(client, callbacks, content: bytes, name: str = "response.txt"):
    """Send a file; background work is done at once."""
    page = client.get(reverse("register:add_document"))
    body = re.search(r'name="body" value="(\d+)"', page.content.decode())
    with callbacks(execute=True):
        return client.post(
            reverse("register:add_document"),
            {"file": SimpleUploadedFile(name, content), "body": body[1]},
        )


def filled(response, **changes) -> dict[str, object]:
    """The form of a page as it stands, with what a person changes in it."""
    data: dict[str, object] = {}
    for form in (response.context.get("form"), *(response.context.get("formset") or ())):
        for bound in form or ():
            data |= _typed(bound)
    formset = response.context.get("formset")
    if formset is not None:
        data |= {bound.html_name: bound.value() for bound in formset.management_form}
    return data | changes


def _typed(bound) -> dict[str, object]:
    value = bound.value()
    if hasattr(value, "day"):
        parts = ("day", "month", "year")
        return {f"{bound.html_name}_{part}": getattr(value, part) for part in parts}
    return {} if value in (None, "", []) else {bound.html_name: value}
