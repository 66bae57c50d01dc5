"""Figures that are public: as they stand, at one address, and what happened last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Min, Prefetch, QuerySet
from django.db.models.functions import Coalesce

from answerable_site.publication.models import (
    DataSetEdition,
    DataSetFile,
    PublicDataSet,
)


@dataclass(frozen=True, slots=True)
class WantedFigures:
    """Which data sets a list is asked for; an empty word asks for all."""

    body: str = ""
    measure: str = ""


def data_sets_as_they_stand(wanted: WantedFigures) -> QuerySet[DataSetEdition]:
    """The last edition of each data set, withdrawn or not, measure by measure."""
    found = DataSetEdition.objects.latest().defer("facts").select_related("data_set", "release")
    if wanted.body:
        found = found.filter(data_set__body_slug=wanted.body)
    if wanted.measure:
        found = found.filter(data_set__measure=wanted.measure)
    return found.order_by("data_set__measure_title", "title", "release__body_name", "pk")


def standing_data_sets() -> QuerySet[DataSetEdition]:
    """The editions that stand, with their files but for the bytes, measure by measure."""
    return (
        DataSetEdition.objects.standing()
        .select_related("data_set", "release")
        .prefetch_related(Prefetch("files", DataSetFile.objects.defer("content")))
        .order_by("data_set__measure_title", "title", "release__body_name", "pk")
    )


def first_published() -> dict[int, date]:
    """The civil date on which each data set was first public, by the number of its row."""
    found = PublicDataSet.objects.order_by().annotate(first=Min("editions__release__released_on"))
    return dict(found.values_list("pk", "first"))


def data_set_editions_at(body: str, data_set: str) -> QuerySet[DataSetEdition]:
    """Every edition at an address, the last one first."""
    return (
        DataSetEdition.objects.filter(data_set__body_slug=body, data_set__slug=data_set)
        .select_related("data_set", "release")
        .order_by("-number")
    )


def data_set_files(edition: DataSetEdition) -> QuerySet[DataSetFile]:
    """The files of an edition, without their bytes."""
    return DataSetFile.objects.filter(edition=edition).defer("content")


def figures_of_feed() -> QuerySet[DataSetEdition]:
    """Editions, the one that was released or withdrawn last first."""
    happened = Coalesce("withdrawn_at", "release__released_at")
    return (
        DataSetEdition.objects.defer("facts")
        .select_related("data_set", "release")
        .order_by(happened.desc(), "-pk")
    )


def bodies_with_figures() -> dict[str, str]:
    """What each body that ever published figures is called now, by its part of addresses."""
    found = PublicDataSet.objects.order_by("body__name").values_list("body_slug", "body__name")
    return dict(found.distinct())


def measures_published() -> dict[str, str]:
    """The titles of measures of which figures were ever public, by name."""
    found = PublicDataSet.objects.order_by("measure_title")
    return dict(found.values_list("measure", "measure_title").distinct())
