"""What one office of the matrix has of figures: some that are public, some to be checked."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django.test import override_settings
from tests import factories, factories_figures
from tests.site.access.records import AT, Records

from answerable_site.figures.models import ReleasedFigures
from answerable_site.people.rules import Role
from answerable_site.publication.rules import DataFormat


def add_figures(records: Records) -> None:
    """Figures of a cut without files, made by people of the force who are no viewers."""
    force, mark = records.office.force, records.mark
    analyst, checker = (
        factories.viewer(factories.person(f"{mark} {role.label}", (force, role)), on=AT.date())
        for role in (Role.ANALYST, Role.FIGURE_CHECKER)
    )
    with tempfile.TemporaryDirectory() as folder, override_settings(CUTS=Path(folder)):
        results = factories_figures.answered(force, by=analyst, at=AT)
        checked = factories_figures.protected(results, by=analyst, at=AT)
        released = factories_figures.released(checked, by=checker, at=AT)
        waiting = factories_figures.protected(results, by=analyst, at=AT)
    records.arguments["figures:ask_results"] = {"cut_id": results.cut_id}
    for route in ("results", "results_progress", "protect"):
        records.arguments[f"figures:{route}"] = {"results_id": results.pk}
    for route in ("protected", "protected_progress", "release", "send_back"):
        records.arguments[f"figures:{route}"] = {"protected_id": waiting.pk}
    chart = {"place": 0, "width": "wide"}
    records.arguments["figures:picture"] = {"protected_id": waiting.pk, **chart}
    for route in ("released", "withdraw"):
        records.arguments[f"figures:{route}"] = {"released_id": released.pk}
    records.arguments["figures:released_picture"] = {"released_id": released.pk, **chart}
    _add_public(records, released)


def _add_public(records: Records, released: ReleasedFigures) -> None:
    edition = released.public.editions.get()
    page = {"body": edition.data_set.body_slug, "data_set": edition.data_set.slug}
    records.arguments["publication:data_set"] = page
    files = (f"data_set_{format_.name.lower()}" for format_ in DataFormat)
    for route in ("data_set_edition", *files):
        records.arguments[f"publication:{route}"] = page | {"number": edition.number}
    records.arguments["home:hand_figure"] = {"released_id": released.pk, "place": 0}
