"""What the office published before it had the product: a list, taken over as people do it."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

from django.core.files.base import ContentFile

from answerable.documents.tables import read_table
from answerable_site.config.demonstration.acting import Act
from answerable_site.config.demonstration.office import InventedOffice
from answerable_site.publication import operations as press
from answerable_site.responses import operations, queries
from answerable_site.responses.models import PastResponse
from answerable_site.responses.rules.takeover import columns_of, planned, rows_of

NAME = "responses-of-former-days.csv"
HEADERS = (
    *("Our reference", "Report title", "Report published", "Response published"),
    *("Link to response", "Chief officer invited", "Comments received"),
    *("All recommendations explained", "Sent to HMICFRS", "Sent to Home Secretary"),
)


def take_over(office: InventedOffice, *, on: date) -> None:
    """Load the list, and put both responses into the public register on the next day."""
    _load(_list(before=on), office, Act(office.officer, on, 13))
    public_on = on + timedelta(days=1)
    entries = [
        operations.prepare_public_entry(
            **Act(office.officer, public_on, 10).on(past.response.inspection, office)
        )
        for past in PastResponse.objects.select_related("response__inspection")
    ]
    for entry in entries:
        press.release_entry(**Act(office.publisher, public_on, 12).alone, entry=entry)


def _list(*, before: date) -> bytes:
    """One response in time with everything, and one that was late and never went to Whitehall."""
    first, second = before - timedelta(days=300), before - timedelta(days=190)
    text = io.StringIO()
    write = csv.writer(text).writerow
    write(HEADERS)
    write(
        [
            *("WX/1", "Wexmoor Police: an inspection of how property is stored"),
            *(first, first + timedelta(days=48), "https://wexmoor.example/responses/property"),
            *(first + timedelta(days=4), first + timedelta(days=25), "yes"),
            *(first + timedelta(days=49), first + timedelta(days=49)),
        ]
    )
    write(
        [
            *("WX/2", "Found again: a national inspection of missing people"),
            *(second, second + timedelta(days=70), "https://wexmoor.example/responses/missing"),
            *(second + timedelta(days=20), second + timedelta(days=60), "yes"),
            *(second + timedelta(days=75), ""),
        ]
    )
    return text.getvalue().encode()


def _load(content: bytes, office: InventedOffice, officer: Act) -> None:
    kept = operations.keep_list(
        **officer.alone, body=office.body, name=NAME, content=ContentFile(content)
    )
    table = read_table(content)
    columns = columns_of(table.rows, {})
    rows = tuple(rows_of(table.rows, columns, today=officer.at.date()))
    plan = planned(rows, queries.known_reports(officer.viewer, office.body))
    operations.load_list(
        **officer.alone, body=office.body, kept=kept, rows=rows, digest=plan.digest
    )
