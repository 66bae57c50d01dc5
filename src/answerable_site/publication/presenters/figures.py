"""Published figures in words and tables, in the feed and in the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from answerable.languages import listed, say
from answerable.measures.groups import all_in_words, heading
from answerable.opendata.catalogue import Entry, Offered
from answerable.opendata.dataset import (
    DataSet,
    Shown,
    label_in_words,
)
from answerable_site.design.amounts import size_in_words
from answerable_site.design.dates import date_in_words
from answerable_site.publication.presenters.feed import FeedEntry, FeedLink
from answerable_site.publication.presenters.versions import ShownPart
from answerable_site.publication.rules import DataFormat, EditionKind, xml_text

if TYPE_CHECKING:
    from answerable_site.publication.models import DataSetEdition, DataSetFile

_HAPPENED = {
    EditionKind.FIRST: "Figures published",
    EditionKind.LATER: "Later figures published",
    EditionKind.CORRECTED: "Figures corrected",
    EditionKind.REPEATED: "Figures published again, unchanged",
    EditionKind.AFTER_WITHDRAWAL: "Figures published again",
}


@dataclass(frozen=True, slots=True)
class ListedDataSet:
    """A data set in the list of all."""

    title: str
    href: str
    body: str
    sentence: str
    facts: str
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class ListedMeasure:
    """One measure with its data sets."""

    title: str
    data_sets: tuple[ListedDataSet, ...]


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table: how many of its columns are labels, and every cell in words."""

    caption: str
    labels: int
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ShownEditionLine:
    """One edition in the list of all at an address."""

    words: str
    href: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class ShownDataSet:
    """One edition of a data set, with everything on its page."""

    title: str
    body: str
    href: str
    facts: str
    withdrawn: str
    """When and why; empty unless it was withdrawn."""
    replaced: str
    """What took its place, when and why; empty unless something did."""
    because: str
    """What it corrects; empty where it corrects nothing."""
    is_synthetic: bool
    asks: str
    sentence: str
    chart_href: str
    """Empty without a chart."""
    narrow_chart_href: str
    """Of the same for a phone."""
    chart: str
    """What it shows, for whoever does not see it."""
    shares: ShownTable
    counts: ShownTable
    counted: tuple[dict[str, Any], ...]
    """For a summary list: what is counted, and how."""
    notes: tuple[str, ...]
    symbols: tuple[tuple[str, str], ...]
    files: tuple[ShownPart, ...]
    content_hash: str
    editions: tuple[ShownEditionLine, ...]


def measures_listed(editions: Iterable[DataSetEdition]) -> list[ListedMeasure]:
    """Data sets by measure, in their order."""
    by_measure = groupby(editions, key=lambda one: one.data_set.measure_title)
    return [ListedMeasure(title, tuple(map(_listed, found))) for title, found in by_measure]


def shown_data_set(
    edition: DataSetEdition,
    *,
    every: Iterable[DataSetEdition],
    files: Iterable[DataSetFile],
) -> ShownDataSet:
    """One edition as its page shows it.

    Args:
        every: all editions at the address, the last one first.
        files: of this edition.
    """
    data, editions = edition.told, list(every)
    by_format = {DataFormat(file.format): file for file in files}
    has_chart = DataFormat.CHART in by_format
    return ShownDataSet(
        title=data.title,
        body=edition.release.body_name,
        href=edition.data_set.path,
        facts=_facts(edition),
        withdrawn=withdrawn_figures(edition),
        replaced=_replaced(edition, editions[0]),
        because=edition.correction,
        is_synthetic=data.is_synthetic,
        asks=data.definition.asks,
        sentence=data.sentence,
        chart_href=file_href(edition, DataFormat.CHART) if has_chart else "",
        narrow_chart_href=file_href(edition, DataFormat.NARROW_CHART) if has_chart else "",
        chart=data.chart,
        shares=_shares(data),
        counts=_counts(data),
        counted=tuple(_counted(data)),
        notes=data.notes,
        symbols=tuple((symbol, say(means)) for symbol, means in data.symbols),
        files=tuple(
            ShownPart(
                say(
                    "{format}, {size}",
                    format=say(format_.label),
                    size=size_in_words(by_format[format_].size),
                ),
                file_href(edition, format_),
            )
            for format_ in DataFormat
            if format_ in by_format
        ),
        content_hash=edition.content_hash,
        editions=tuple(
            ShownEditionLine(_edition_words(one), one.path, one.pk == edition.pk)
            for one in editions
        ),
    )


def withdrawn_figures(edition: DataSetEdition) -> str:
    """When an edition was withdrawn and why; empty unless it was."""
    if edition.withdrawn_at is None:
        return ""
    return say(
        "Withdrawn on {day}. {withdrawn_because}",
        day=date_in_words(edition.withdrawn_at),
        withdrawn_because=edition.withdrawn_because,
    )


def file_href(edition: DataSetEdition, format_: DataFormat) -> str:
    """The permanent address of an edition in a format."""
    return reverse(
        f"publication:data_set_{format_.name.lower()}",
        kwargs={
            "body": edition.data_set.body_slug,
            "data_set": edition.data_set.slug,
            "number": edition.number,
        },
    )


def figures_feed_link() -> FeedLink:
    """The feed of all figures."""
    return FeedLink(
        say("Published figures"),
        reverse("publication:figures_feed"),
        say("Follow figures in a feed reader"),
    )


def figures_entry(edition: DataSetEdition, *, site: str) -> FeedEntry:
    """An edition as the feed tells of it.

    Args:
        site: the public address of the site, without a slash at its end.
    """
    released = edition.release
    happened = "Figures withdrawn" if edition.withdrawn_at else _HAPPENED[EditionKind(edition.kind)]
    return FeedEntry(
        address=f"{site}{edition.path}",
        title=xml_text(f"{happened}: {edition.title}"),
        summary=xml_text(_summary(edition)),
        author=xml_text(released.body_name),
        published_at=released.released_at,
        updated_at=edition.withdrawn_at or released.released_at,
    )


def catalogue_entries(
    editions: Iterable[DataSetEdition], *, first: Mapping[int, date], site: str
) -> Iterator[Entry]:
    """Data sets that stand, as a catalogue describes them.

    Args:
        editions: with their `files`.
        first: the civil date on which each data set was first public, by the number of its row.
        site: the public address of the site, without a slash at its end.
    """
    for edition in editions:
        data_set, before = edition.data_set, edition.number - 1
        yield Entry(
            data=edition.told,
            edition=edition.as_published(site=site),
            address=f"{site}{data_set.path}",
            publisher_address=f"{site}{reverse('publication:data_sets')}?body={data_set.body_slug}",
            first_published_on=first[data_set.pk],
            files=tuple(_offered(edition, file, site) for file in edition.files.all()),
            earlier=f"{site}{data_set.edition_path(before)}" if before else "",
        )


def _offered(edition: DataSetEdition, file: DataSetFile, site: str) -> Offered:
    format_ = DataFormat(file.format)
    is_csv = format_ is DataFormat.CSV
    return Offered(
        title=format_.label,
        address=f"{site}{file_href(edition, format_)}",
        media_type=format_.media_type,
        size=file.size,
        sha256=file.sha256,
        metadata=f"{site}{file_href(edition, DataFormat.CSVW)}" if is_csv else "",
    )


def _listed(edition: DataSetEdition) -> ListedDataSet:
    return ListedDataSet(
        title=edition.title,
        href=edition.data_set.path,
        body=edition.release.body_name,
        sentence=withdrawn_figures(edition) or edition.sentence,
        facts=say("{body}. {facts}", body=edition.release.body_name, facts=_facts(edition)),
        withdrawn=edition.withdrawn_at is not None,
    )


def _facts(edition: DataSetEdition) -> str:
    return say(
        "As of {day}. Published on {day2}. Edition {number}.",
        day=date_in_words(edition.as_of),
        day2=date_in_words(edition.release.released_on),
        number=edition.number,
    )


def _replaced(edition: DataSetEdition, last: DataSetEdition) -> str:
    if edition.number == last.number:
        return ""
    on = date_in_words(last.release.released_on)
    took_its_place = say(
        "Edition {number}, published on {on}, took the place of this one.",
        number=last.number,
        on=on,
    )
    if not last.correction:
        return took_its_place
    corrects = say("It corrects figures that were public before.")
    return listed((took_its_place, corrects, last.correction), between=" ")


def _edition_words(edition: DataSetEdition) -> str:
    on = date_in_words(edition.release.released_on)
    line = say(
        "Edition {number}, as of {day}, published on {on}.",
        number=edition.number,
        day=date_in_words(edition.as_of),
        on=on,
    )
    return listed(filter(None, (line, edition.correction, withdrawn_figures(edition))), between=" ")


def _summary(edition: DataSetEdition) -> str:
    """What stands in it, or why it no longer does; a withdrawn one repeats no figure."""
    if edition.withdrawn_at:
        return withdrawn_figures(edition)
    because = f" {edition.correction}" if edition.correction else ""
    return f"As of {date_in_words(edition.as_of)}.{because} {edition.sentence}"


def _shares(data: DataSet) -> ShownTable:
    return ShownTable(
        caption=say("How many met it, of how many that were asked"),
        labels=len(data.by),
        header=(*map(heading, data.by), say("Met"), say("Asked"), say("Per cent")),
        rows=tuple(
            (
                *map(label_in_words, share.group),
                *(_in_words(cell) for cell in (share.met, share.asked, share.percent)),
            )
            for share in data.shares
        ),
    )


def _counts(data: DataSet) -> ShownTable:
    """The counts with the values of their last column across, so that a page can hold them."""
    across = tuple(dict.fromkeys(row.labels[-1] for row in data.rows))
    groups = dict.fromkeys(row.labels[:-1] for row in data.rows)
    shown = {row.labels: _in_words(row.shown) for row in data.rows}
    by = all_in_words(data.columns)
    return ShownTable(
        caption=say("Every count, by {by}", by=by),
        labels=len(data.columns) - 1,
        header=(*map(heading, data.columns[:-1]), *map(label_in_words, across)),
        rows=tuple(
            (*map(label_in_words, group), *(shown[*group, last] for last in across))
            for group in groups
        ),
    )


def _in_words(cell: Shown) -> str:
    return cell if isinstance(cell, str) else f"{cell:,.10g}"


def _counted(data: DataSet) -> Iterator[dict[str, Any]]:
    definition = data.definition
    told = (
        (say("What is counted"), definition.population),
        (say("What counts as met"), definition.numerator),
        (say("Basis"), definition.basis),
        (say("As of"), say("{day}: what was recorded by then", day=date_in_words(data.as_of))),
        (say("Asked for by"), definition.source),
        (say("Whose measure it is"), definition.owner),
        (
            say("Definition"),
            say(
                "{measure}, version {version}",
                measure=definition.measure,
                version=definition.version,
            ),
        ),
        (
            say("Rules of hiding"),
            say(
                "{policy}, version {version}",
                policy=data.protection.policy,
                version=data.protection.version,
            ),
        ),
        (say("Data cut"), data.cut),
    )
    for key, value in told:
        words = {"text": value, "classes": "govuk-!-text-break-word"}
        yield {"key": {"text": key}, "value": words}
