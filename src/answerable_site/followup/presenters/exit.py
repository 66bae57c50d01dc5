"""What an office takes out: a tracker to be taken in again, every table, and what they are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.core.files.storage import default_storage

from answerable_site.design.downloads import csv_part
from answerable_site.followup import queries, rules
from answerable_site.followup.rules.tracker import Column
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register.rules import RecommendationKind

_PIECE = 64 * 1024


def exit_parts(
    viewer: Viewer, body: Organisation, *, at: datetime
) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The files of the package, each made when it is sent."""
    tables = queries.exit_tables(viewer, body)
    metadata = json.dumps(csvw(tables, body.name, at), ensure_ascii=False, indent=2)
    yield "csv-metadata.json", [metadata.encode()]
    yield "tracker.csv", csv_part(tracker_rows(viewer, body))
    for table in tables:
        yield f"{table.name}.csv", csv_part(_rows(table))
    for evidence in queries.evidence_files_of(viewer, body):
        yield f"evidence/{evidence.pk}-{_file_name(evidence.file_name)}", _pieces(evidence)


def csvw(tables: Iterable[queries.ExitTable], name: str, at: datetime) -> dict[str, Any]:
    """What the files are, in the vocabulary of CSV on the Web (W3C, 2015)."""
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "dc:title": f"Follow-up of {name}",
        "dc:created": at.isoformat(),
        "tables": [
            {
                "url": "tracker.csv",
                "dc:description": "One row for each action of each commitment; can be imported.",
                "tableSchema": {
                    "columns": [
                        {"name": column.value, "titles": column.label, "datatype": "string"}
                        for column in Column
                    ]
                },
            },
            *(
                {
                    "url": f"{table.name}.csv",
                    "tableSchema": {
                        "columns": [
                            {"name": one.name, "titles": one.name, "datatype": one.datatype}
                            for one in table.columns
                        ],
                        **({"primaryKey": "id"} if table.columns[0].name == "id" else {}),
                    },
                }
                for table in tables
            ),
        ],
    }


def tracker_rows(viewer: Viewer, body: Organisation) -> Iterator[list[object]]:
    """The headings, and a row for each action of each commitment; one for those without."""
    yield [column.label for column in Column]
    for commitment in queries.tracker_of(viewer, body).iterator(chunk_size=500):
        told = _of_commitment(commitment)
        for action in commitment.actions.all() or [None]:
            both = told | (_of_action(action) if action is not None else {})
            yield [both.get(column, "") or "" for column in Column]


def _of_commitment(one: Any) -> dict[Column, object]:
    about = one.recommendation
    limb = one.limb
    return {
        Column.REFERENCE: one.reference,
        Column.INSPECTION: about.inspection.title,
        Column.PUBLISHED: about.inspection.published_on,
        Column.NUMBER: about.number,
        Column.KIND: RecommendationKind(about.kind).label,
        Column.TEXT: about.text,
        Column.SUB_POINT: (limb.label or limb.text) if limb else "",
        Column.ORGANISATION: one.organisation.name,
        Column.SUMMARY: one.summary,
        Column.PROMISE: one.promise,
        Column.WHOSE: rules.Whose(one.whose_date).label if one.whose_date else "",
        Column.OWN_VIEW: rules.OwnView(one.own_view).label if one.own_view else "",
        Column.INSPECTORATE: (
            rules.InspectorateStatus(one.inspectorate).label if one.inspectorate else ""
        ),
        **_tracked(
            one,
            (Column.OWNER, Column.ORIGINAL, Column.REVISED, Column.REVISED_BECAUSE),
            (Column.DONE_ON, Column.RATING, Column.UPDATE, Column.UPDATED_ON),
        ),
    }


def _of_action(one: Any) -> dict[Column, object]:
    return {
        Column.ACTION_REFERENCE: one.reference,
        Column.ACTION: one.title,
        Column.ACTION_DETAILS: one.words,
        Column.ACTION_KIND: rules.ActionKind(one.kind).label,
        Column.ACTION_WHOSE: rules.Whose(one.whose_date).label if one.whose_date else "",
        Column.ACTION_STATE: rules.ActionState(one.state).label,
        **_tracked(
            one,
            (
                *(Column.ACTION_OWNER, Column.ACTION_ORIGINAL, Column.ACTION_REVISED),
                Column.ACTION_REVISED_BECAUSE,
            ),
            (
                *(Column.ACTION_DONE_ON, Column.ACTION_RATING, Column.ACTION_UPDATE),
                Column.ACTION_UPDATED_ON,
            ),
        ),
    }


def _tracked(
    one: Any, dated: tuple[Column, ...], progress: tuple[Column, ...]
) -> dict[Column, object]:
    owner, original, revised, because = dated
    done_on, rating, update, updated_on = progress
    moved: date | None = one.target_on if one.target_on != one.original_on else None
    reason = max(one.targets.all(), key=lambda t: t.number).reason if moved else ""
    latest = max(one.updates.all(), key=lambda u: (u.on, u.pk), default=None)
    return {
        owner: f"{one.owner.full_name} <{one.owner.email}>" if one.owner else "",
        original: one.original_on,
        revised: moved,
        because: reason,
        done_on: one.done_on,
        rating: rules.Rating(one.rating).label if one.rating else "",
        update: latest.words if latest else "",
        updated_on: latest.on if latest else "",
    }


def _rows(table: queries.ExitTable) -> Iterator[list[object]]:
    yield [column.name for column in table.columns]
    for row in table.rows():
        yield [_plain(value) for value in row]


def _plain(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else value


def _pieces(evidence: Any) -> Iterator[bytes]:
    with default_storage.open(evidence.stored_as) as stored:
        yield from stored.chunks(_PIECE)


def _file_name(name: str) -> str:
    """The name as its sender gave it, without anything that leads to another folder."""
    return re.sub(r"[^\w.\- ]", "_", name)[-100:]
