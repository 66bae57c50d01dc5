"""The weekly samples of looks at cases, drawn once a week has passed."""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta

from answerable.statute import civil_date
from answerable_site.accessreview import operations, queries
from answerable_site.accessreview.rules.breaches import moment_in_london
from answerable_site.casework import wall
from answerable_site.config.schedule.jobs import Outcome
from answerable_site.people.models import Organisation
from answerable_site.people.rules import PRODUCT


def draw(at: datetime) -> Outcome:
    """Draw the sample of the past week for every organisation that has none yet."""
    week = _past_week(at)
    with wall.as_product():
        drawn = [
            organisation
            for organisation in queries.organisations_to_sample(week_begins=week)
            if _draw_one(organisation, week, at)
        ]
    return Outcome(done=(_said(len(drawn), "drawn"),) if drawn else ())


def foresee(at: datetime) -> tuple[str, ...]:
    """What `draw` would do."""
    count = queries.organisations_to_sample(week_begins=_past_week(at)).count()
    return (_said(count, "to draw"),) if count else ()


def _draw_one(organisation: Organisation, week: date, at: datetime) -> bool:
    looks = queries.looks_to_sample(
        organisation.pk,
        since=moment_in_london(week, "0:00"),
        until=moment_in_london(week + timedelta(days=7), "0:00"),
    )
    sample = operations.draw_sample(
        by=PRODUCT,
        at=at,
        organisation=organisation,
        week_begins=week,
        looks=looks,
        seed=secrets.randbits(62),
    )
    return sample is not None


def _past_week(at: datetime) -> date:
    """The Monday of the last week, in London, that is over."""
    today = civil_date(at)
    return today - timedelta(days=today.weekday() + 7)


def _said(count: int, verb: str) -> str:
    return f"{count} weekly sample{'' if count == 1 else 's'} of looks at cases {verb}."
