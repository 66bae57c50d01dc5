"""A force with many cases: some are lived, and copied within the database.

Import this once Django is set up. What operations write is tested elsewhere; here only the number
of events matters, and that they are such as cases have.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from django.db import connection, models, transaction
from tests import factories_cases, factories_cuts

from answerable_site.casework.models import Case, CaseEvent, CaseShare
from answerable_site.people.models import Organisation
from bench.caseload.filling import _hastily
from bench.caseload.lives import lives
from bench.registers.filling import settle

AS_OF = date(2026, 5, 31)
_COPIED = (Case, CaseEvent, CaseShare)


def fill(copies: int) -> Organisation:
    """Fill the database; the force.

    Args:
        copies: how often each lived case is there.
    """
    county = factories_cases.county()
    lived = lives(AS_OF, Random(6), service=county.service.pk)
    with _hastily(), transaction.atomic():
        files = (replace(life.file, case=number) for number, life in enumerate(lived))
        given = factories_cuts.kept(county, ((file, {"cps_area": 1}) for file in files))
        first, last = min(given.values()), max(given.values())
        for table in _COPIED:
            _copy(table, first, last, copies)
    settle()
    return county.force


def _copy(table: type[models.Model], first: int, last: int, copies: int) -> None:
    names = [
        field.column
        for field in table._meta.concrete_fields
        if not field.primary_key or table is Case
    ]
    case = "id" if table is Case else "case_id"
    chosen = ", ".join(
        f"one.{name} + copies.number * {last - first + 1}" if name == case else f"one.{name}"
        for name in names
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH RECURSIVE copies(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM copies "
            f"WHERE number < {copies - 1}) "
            f"INSERT INTO {table._meta.db_table} ({', '.join(names)}) "
            f"SELECT {chosen} FROM copies CROSS JOIN {table._meta.db_table} one "
            f"WHERE one.{case} BETWEEN {first} AND {last} ORDER BY copies.number, one.id"
        )
