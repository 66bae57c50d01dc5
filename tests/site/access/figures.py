"""What one office of the matrix has of published figures, by route."""

from __future__ import annotations

from django.utils import timezone
from tests.factories_figures import published
from tests.site.access.records import Records

from answerable_site.publication.rules import DataFormat


def add_figures(records: Records) -> None:
    """One release of the force, with one data set."""
    release = published(records.office.force, at=timezone.now())
    edition = release.editions.get()
    page = {"body": edition.data_set.body_slug, "data_set": edition.data_set.slug}
    records.arguments["publication:data_set"] = page
    files = (f"data_set_{format_.name.lower()}" for format_ in DataFormat)
    for route in ("data_set_edition", *files):
        records.arguments[f"publication:{route}"] = page | {"number": edition.number}
    records.arguments["publication:withdraw_figures"] = {"release_id": release.pk}
