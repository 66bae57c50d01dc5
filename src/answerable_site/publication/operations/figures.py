"""Figures: released for the public by another person than the one who prepared them; withdrawn."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from answerable.opendata.dataset import DataSet
from answerable.opendata.from_figure import NotForThePublic, as_data_set
from answerable.opendata.spreadsheet import to_ods
from answerable.opendata.tabular import to_csv, to_csvw
from answerable.statute import civil_date
from answerable_site.audit.operations import record
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.publication import access, queries, rules
from answerable_site.publication.models import (
    DataSetEdition,
    DataSetFile,
    FiguresRelease,
    PublicDataSet,
)
from answerable_site.publication.operations.finding import _make_data_set_findable
from answerable_site.publication.operations.scanning import _check_no_leak

if TYPE_CHECKING:
    from answerable.release import Figure, Release


class FiguresNotPublic(ValueError):
    """The figures were withdrawn already."""


@transaction.atomic
def publish_figures(
    *,
    by: Viewer,
    at: datetime,
    release: Release,
    body: Organisation,
    prepared_by_id: int,
    because: str = "",
) -> FiguresRelease:
    """Make a release of protected figures public, whole or not at all.

    Each figure goes to the address of its measure and breakdowns. What stood there before keeps an
    address of its own, and its page says what took its place.

    Args:
        release: what was checked.
        body: whose figures they are.
        prepared_by_id: the user who prepared them.
        because: what they correct, for the page; empty where they correct nothing.

    Raises:
        access.Refused: the viewer is no figure checker of the body, or no second person beside the
            one who prepared them.
        NotForThePublic: there is no figure, one was not protected for the public, or two have one
            address.
        CorrectionNotExplained: one says otherwise what is public, of the same day or an earlier.
        WouldLeak: something in a file has no place there.
    """
    access.check_can_publish_figures(by, body.pk, prepared_by_id=prepared_by_id)
    figures = [(figure, as_data_set(figure, release.manifest)) for figure in release.figures]
    if not figures:
        raise NotForThePublic("There are no figures in this release.")
    if len({_slug(data) for _, data in figures}) < len(figures):
        raise NotForThePublic("A measure stands in this release twice with the same breakdowns.")
    made = FiguresRelease.objects.create(
        body=body,
        body_name=body.name,
        digest=release.digest,
        because=rules.xml_text(because.strip()),
        prepared_by_id=prepared_by_id,
        released_at=at,
        released_on=civil_date(at),
        released_by_id=signed_in(by),
    )
    editions = [_publish(made, figure, data) for figure, data in figures]
    _check_no_leak(chain.from_iterable(map(queries.figures_pieces, editions)), by=by)
    for edition in editions:
        _make_data_set_findable(edition.data_set)
    record(
        by=by,
        at=at,
        act="publication.publish_figures",
        subject=f"publication.figuresrelease:{made.pk}",
        details={
            "digest": made.digest,
            "prepared_by": prepared_by_id,
            "content_hashes": [edition.content_hash for edition in editions],
        },
    )
    return made


@transaction.atomic
def withdraw_figures(
    *, by: Viewer, at: datetime, release: FiguresRelease, reason: str
) -> FiguresRelease:
    """Take the figures of a release back. Their pages say when and why, and nothing else.

    Raises:
        access.Refused: the viewer works with no figures of the body.
        ReasonMissing: the reason is empty.
        FiguresNotPublic: they were withdrawn before.
    """
    access.check_can_withdraw_figures(by, release.body_id)
    because = rules.reason(reason, "Say why this is withdrawn.")
    taken = DataSetEdition.objects.filter(release=release, withdrawn_at__isnull=True).update(
        withdrawn_at=at, withdrawn_by_id=signed_in(by), withdrawn_because=because
    )
    if not taken:
        raise FiguresNotPublic("These figures were withdrawn already.")
    for edition in release.editions.defer("facts").select_related("data_set"):
        _make_data_set_findable(edition.data_set)
    record(
        by=by,
        at=at,
        act="publication.withdraw_figures",
        subject=f"publication.figuresrelease:{release.pk}",
        details={"data_sets": taken},
    )
    return release


def _publish(release: FiguresRelease, figure: Figure, data: DataSet) -> DataSetEdition:
    data_set = _address_of(release, data)
    before = data_set.editions.defer("facts").first()
    edition = DataSetEdition.objects.create(
        data_set=data_set,
        release=release,
        number=before.number + 1 if before else 1,
        kind=rules.edition_kind(
            before.as_before if before else None,
            as_of=data.as_of,
            content_hash=data.content_hash(),
            because=release.because,
        ),
        title=data.title,
        sentence=data.sentence,
        as_of=data.as_of,
        facts=data.as_json(),
        content_hash=data.content_hash(),
    )
    DataSetFile.objects.bulk_create(
        DataSetFile(
            edition=edition,
            format=format_,
            content=content,
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
        )
        for format_, content in _files(edition, figure, data)
    )
    return edition


def _slug(data: DataSet) -> str:
    return rules.data_set_slug(data.definition.measure, data.by)


def _address_of(release: FiguresRelease, data: DataSet) -> PublicDataSet:
    """Where the data set stands, held until its edition is written."""
    found, _ = PublicDataSet.objects.update_or_create(
        body_slug=release.body.slug,
        slug=_slug(data),
        defaults={
            "body": release.body,
            "measure": data.definition.measure,
            "measure_title": data.definition.title,
        },
    )
    return found


def _files(
    edition: DataSetEdition, figure: Figure, data: DataSet
) -> Iterator[tuple[rules.DataFormat, bytes]]:
    published = edition.as_published(site=settings.PUBLIC_ADDRESS)
    yield rules.DataFormat.CSV, to_csv(data)
    yield rules.DataFormat.CSVW, to_csvw(data, published)
    yield rules.DataFormat.ODS, to_ods(data, published)
    yield rules.DataFormat.JSON, data.to_json()
    if figure.picture:
        yield rules.DataFormat.CHART, figure.picture.svg
    if figure.narrow:
        yield rules.DataFormat.NARROW_CHART, figure.narrow.svg
