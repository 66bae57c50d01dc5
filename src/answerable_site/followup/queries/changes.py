"""What changed since a moment: every row of history, with who wrote it and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Q

from answerable_site.followup.models import Action
from answerable_site.followup.queries.history import TABLES, Change, Happened, Moment, Table
from answerable_site.followup.queries.lines import Line, Lines
from answerable_site.followup.queries.listing import listed_commitments
from answerable_site.followup.queries.wanted import Order, Standing, Wanted
from answerable_site.people.rules import Viewer


@dataclass(frozen=True, slots=True)
class Changed:
    """A commitment and what was written about it since a moment, the latest first."""

    line: Line
    changes: Sequence[Change]


def changed_commitments(viewer: Viewer, *, since: datetime) -> Lines[Line]:
    """Visible commitments, open or closed, of which something was written since a moment, the
    latest change first."""
    wanted = Wanted(standing=Standing.ALL, changed_since=since, order=Order.LATEST_CHANGE)
    return listed_commitments(viewer, wanted, on=since.date())


def changes_of(lines: Sequence[Line], *, since: datetime) -> list[Changed]:
    """What was written about some commitments and their actions since a moment; the number of
    queries does not depend on how much it is."""
    if not lines:
        return []
    keys = [line.id for line in lines]
    found: dict[int, list[Change]] = defaultdict(list)
    serving: dict[int, list[int]] = defaultdict(list)
    titles: dict[int, str] = {}
    for commitment, action, title, at, by in _links(keys):
        serving[action].append(commitment)
        titles[action] = title
        if at >= since:
            found[commitment].append(Change(Happened.ACTION_ADDED, at, by, title, ()))
    for table in _written_to(keys, serving, since):
        for about, of_action, change in _read(table, keys, titles, since):
            for one in [about] if about else serving[of_action]:
                found[one].append(change)
    return [
        Changed(line, sorted(found[line.id], key=lambda one: one.at, reverse=True))
        for line in lines
    ]


def _links(commitments: Collection[int]) -> Iterator[tuple[int, int, str, datetime, str]]:
    """Which commitment has which action, its title, when and by whom it was added."""
    links = Action.commitments.through.objects.filter(commitment__in=commitments)
    yield from links.values_list(
        "commitment_id",
        "action_id",
        "action__title",
        "action__created_at",
        "action__created_by__full_name",
    )


def _written_to(
    commitments: Collection[int], actions: Collection[int], since: datetime
) -> list[Table]:
    """The tables that hold something about some commitments or actions since a moment.

    One question to the database: most tables hold nothing of a few days, and to ask each took
    longer than all the rest of the page.
    """
    moment = connection.ops.adapt_datetimefield_value(since)
    parts, moments = [], []
    for number, table in enumerate(TABLES):
        parts.append(_whether(number, table, commitments, actions))
        moments += [moment] * len(table.moments)
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), moments)
        return [TABLES[number] for (number,) in cursor.fetchall()]


def _whether(
    number: int, table: Table, commitments: Collection[int], actions: Collection[int]
) -> str:
    """The number, if the table holds something. Names are those of our own tables, keys whole
    numbers, moments parameters."""
    rows, holder = f"{table.model._meta.db_table} written", "written"  # noqa: SLF001
    if table.through:
        name, model = table.through
        rows += f" JOIN {model._meta.db_table} via ON via.id = written.{name}_id"  # noqa: SLF001
        holder = "via"
    about = f"{holder}.{table.key} IN ({_listed(commitments)})"
    if table.of_actions and actions:
        about += f" OR written.action_id IN ({_listed(actions)})"
    recent = " OR ".join(f"written.{one.at} >= %s" for one in table.moments)
    return f"SELECT {number} WHERE EXISTS (SELECT 1 FROM {rows} WHERE ({about}) AND ({recent}))"  # noqa: S608


def _listed(keys: Collection[int]) -> str:
    return ", ".join(str(int(key)) for key in keys)


def _read(
    table: Table, commitments: Collection[int], titles: Mapping[int, str], since: datetime
) -> Iterator[tuple[int | None, int, Change]]:
    about = Q(**{f"{table.commitment}__in": commitments})
    if table.of_actions:
        about |= Q(action__in=titles)
    recent, columns = Q(), {table.commitment}
    columns |= {"action_id"} if table.of_actions else set()
    for one in table.moments:
        recent |= Q(**{f"{one.at}__gte": since})
        columns |= {one.at, *one.facts, *([one.by] if one.by else [])}
    rows = table.model._default_manager.filter(about, recent).order_by()  # noqa: SLF001
    for row in rows.values(*columns):
        action = row.get("action_id") or 0
        for one in table.moments:
            if row[one.at] is not None and row[one.at] >= since:
                yield row[table.commitment], action, _told(one, row, titles.get(action))


def _told(one: Moment, row: dict[str, Any], action: str | None) -> Change:
    return Change(
        what=one.what,
        at=row[one.at],
        by=row[one.by] if one.by else None,
        action=action,
        facts=tuple(row[name] for name in one.facts),
    )
