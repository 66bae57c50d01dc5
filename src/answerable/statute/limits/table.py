"""Limits as a page of tables in Markdown, for the reference and for whoever checks them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from answerable.statute.limits.model import Limit, Limits
from answerable.statute.model import Provision

_TOP = """\
# Limits of casework

How long something in a case may take. What starts to run is measured against the version in force
on the day on which it starts. **Only what is marked “confirmed” was read in the source that it
links to**; everything else must be checked there before anybody relies on it. A limit without a
source is the organisation’s own: no law, code or guidance asks for it.

- **The start is day 0**, whatever day of the week it is and whatever the hour. Of a decision taken
  shortly before or after midnight, the civil date in London decides.
- **Working days** are neither Saturday, Sunday nor a bank holiday of England and Wales; the limit
  is the end of the last one. **Calendar days** count every day.
- **Months** end on the day of the same number, or on the last day of a shorter month.
- **Hours** end with the day on which the last of them can pass: 24 hours end with the next calendar
  day. A case knows the days of what happened, not the minutes. Whoever kept to 24 hours is then not
  called late, and somebody may be called in time who was not. One night a year is different: 24
  hours that begin in the last hour before the day on which summer time begins end in the first hour
  of the second day after it.

A force or a CPS Area can [set its own version](../how-to/change-a-limit.md) of each. This page is
made from the data: `answerable limits --format markdown > docs/reference/limits.md`.
"""
_LIMITS = """\
## Limits with a number

| limit | asks | starts with | length | starts from | confidence | citation |
| --- | --- | --- | --- | --- | --- | --- |
"""
_NOTES = """\
## What to know about them

"""
_UNCOUNTED = """\
## Asked without a number of days

| rule | asks | confidence | citation |
| --- | --- | --- | --- |
"""


def as_markdown(limits: Limits, uncounted: Iterable[Provision]) -> str:
    """The page; ends with a line feed."""
    return "\n".join(
        (
            _TOP,
            _LIMITS + "".join(_row(limit) for limit in limits),
            _NOTES + "".join(_note(limit) for limit in limits if limit.note),
            _UNCOUNTED + "".join(_rule(one) for one in uncounted),
        )
    )


def _row(limit: Limit) -> str:
    return _cells(
        f"`{limit.code}`",
        limit.asks,
        limit.starts,
        limit.length,
        _span(limit.in_force_from, limit.in_force_to),
        limit.confidence,
        _link(limit.citation, limit.source),
    )


def _note(limit: Limit) -> str:
    return f"- `{limit.code}`: {limit.note}\n"


def _rule(provision: Provision) -> str:
    return _cells(
        f"`{provision.code}`",
        provision.summary,
        provision.confidence,
        _link(provision.citation, provision.source),
    )


def _span(first: date | None, last: date | None) -> str:
    begins = f"{first.day} {first:%B %Y}" if first else "day not established"
    return f"{begins} to {last.day} {last:%B %Y}" if last else begins


def _link(citation: str, source: str) -> str:
    return f"[{citation}]({source})" if source else citation


def _cells(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"
