"""Trackers of an invented office, read and loaded as its pages do it, for tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from tests import factories
from tests.factories_followup import FollowedUp

from answerable_site.followup import operations, queries
from answerable_site.followup.models import TrackerImport
from answerable_site.followup.rules import tracker
from answerable_site.register.operations import KeptList

TODAY = date(2026, 6, 15)
AT = datetime(2026, 6, 15, 9, tzinfo=UTC)


def plan(
    followed: FollowedUp,
    table: Sequence[Sequence[Any]],
    *,
    mapping: tracker.Mapping | None = None,
) -> tracker.Plan:
    """What loading a table, its headings first, would do."""
    told = mapping or mapping_of(followed)
    by = factories.viewer(followed.office.officer, on=TODAY)
    known = queries.known_to_trackers(by, followed.office.body, on=TODAY)
    return tracker.planned(rows(table, told), known, told, as_at=TODAY)


def rows(table: Sequence[Sequence[Any]], mapping: tracker.Mapping) -> tuple[tracker.ReadRow, ...]:
    """What a table tells, every column by its heading."""
    columns = tracker.columns_of(table, mapping)
    assert columns.problems == ()
    return tuple(tracker.rows_of(table, columns, mapping, today=TODAY))


def mapping_of(followed: FollowedUp, **more: Any) -> tracker.Mapping:
    """The force has to act where a row names nobody."""
    return tracker.Mapping(organisation_id=followed.office.force.pk, **more)


def load(
    followed: FollowedUp,
    table: Sequence[Sequence[Any]],
    *,
    mapping: tracker.Mapping | None = None,
    role: str = "officer",
    digest: str = "",
    name: str = "Ours",
) -> TrackerImport:
    """Load a table as the office's officer, or as somebody else of it."""
    told = mapping or mapping_of(followed)
    officer = factories.viewer(followed.office.officer, on=TODAY)
    kept = operations.keep_mapping(
        by=officer, at=AT, body=followed.office.body, name=name, mapping=told
    )
    return operations.load_tracker(
        by=factories.viewer(getattr(followed.office, role), on=TODAY),
        at=AT,
        on=TODAY,
        as_at=TODAY,
        body=followed.office.body,
        kept=KeptList("tracker.csv", "0" * 64, "trackers/none"),
        mapping=kept,
        rows=rows(table, told),
        digest=digest or plan(followed, table, mapping=told).digest,
    )
