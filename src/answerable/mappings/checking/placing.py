"""What places the cases of a file in a record: their numbers, days and further references."""

from __future__ import annotations

from collections.abc import Iterable

from answerable.mappings.checking.telling import events_sql
from answerable.mappings.profiles import Profile


def cases_sql(profile: Profile, references: Iterable[str] = ()) -> str:
    """Every case of the sound rows, as a query.

    Its columns: `number` (from 1, in the order of the file), `case_key`, `reported_on` (null where
    the source does not have it), `rows`, and each of `references`.

    Args:
        references: columns that hold further references of a case.
    """
    case, reported = f"t_{profile.grain.case}", profile.grain.reported_on
    day = f"min(t_{reported})" if reported else "null::date"
    further = "".join(f", max(t_{name}) as {name}" for name in references)
    return (
        f"select row_number() over (order by first_case) as number, any_value({case}) as case_key, "
        f"{day} as reported_on, count(*) as rows{further} from sound group by first_case"
    )


def placed_events_sql(profile: Profile) -> str:
    """Every event of the sound rows with `case_number`, the number of its case in `cases_sql`,
    beside the columns of `telling.events_sql`."""
    return (
        f"select cases.number as case_number, told.* from ({events_sql(profile)}) told "
        "join (select row as first_case, row_number() over (order by row) as number from sound "
        "where row = first_case) cases using (first_case)"
    )
