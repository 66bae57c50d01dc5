"""Sources: what is known of each, and describing one."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable.mappings import (
    EngineMissing,
    Profile,
    UnusableProfile,
    read_profile,
    shipped_names,
    shipped_profile,
    shipped_text,
)
from answerable_site.casework.sealing import CaseKeysMissing
from answerable_site.design.downloads import made_here
from answerable_site.intake import forms, operations, presenters, queries
from answerable_site.people.requests import Request

_REFUSALS = (
    *(UnusableProfile, EngineMissing, CaseKeysMissing),
    *(operations.SamplesDoNotHold, operations.VersionNotRaised),
)


@require_safe
def sources(request: Request) -> HttpResponse:
    """What is known of each source of the organisations whose extracts the viewer loads."""
    found = queries.sources_of(request.viewer)
    shown = [presenters.shown_source(queries.latest_profile(one)) for one in found]
    return render(request, "intake/sources.html", {"sources": shown})


def describe(request: Request) -> HttpResponse:
    """Hold a profile, once its samples become what they say."""
    form = forms.DescribeSource(
        request.POST or None,
        request.FILES or None,
        organisations=queries.organisations_loaded_by(request.viewer),
        forces=queries.forces_told_of(request.viewer),
    )
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            operations.describe_source(
                by=request.viewer,
                at=timezone.now(),
                organisation=told["organisation"],
                force=told["force"],
                profile=_profile(told["file"]),
                urn_column=told["urn_column"],
            )
        except _REFUSALS as problem:
            form.add_error("file", str(problem))
        else:
            messages.success(request, "The profile is held. Extracts can be loaded with it.")
            return redirect("intake:sources")
    context = {"form": form, "shipped": [shipped_profile(name) for name in shipped_names()]}
    return render(request, "intake/describe.html", context)


@require_safe
def shipped(request: Request, name: str) -> HttpResponse:
    """A profile that comes with the product: what it is for, and what it reads."""
    if name not in shipped_names():
        raise Http404
    shown = presenters.shown_profile(shipped_profile(name))
    return render(request, "intake/shipped.html", {"profile": shown})


@require_safe
def shipped_file(_request: Request, name: str) -> HttpResponse:
    """Its file, to change and to hold as one’s own."""
    if name not in shipped_names():
        raise Http404
    content = shipped_text(name).encode()
    return made_here(content, name=f"{name}.toml", content_type="application/toml")


def _profile(file: UploadedFile[Any]) -> Profile:
    suffix = ".json" if str(file.name).lower().endswith(".json") else ".toml"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"profile{suffix}"
        path.write_bytes(file.read())
        return read_profile(path)
