"""A force with 532 cases of which files are to be reviewed, and everybody who takes part."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone
from tests import factories

from answerable_site.casework.models import Case
from answerable_site.people.rules import Role

REVIEWED = "Saltmarsh"
FILES, FIRST_DAY = 532, date(2026, 1, 5)


def fill(name: str = REVIEWED) -> None:
    """An office whose force has so many open cases, a supervisor, two reviewers and a checker."""
    office = factories.office(name)
    people = {
        f"{name} Supervisor": Role.SUPERVISOR,
        f"{name} First Reviewer": Role.FILE_REVIEWER,
        f"{name} Second Reviewer": Role.FILE_REVIEWER,
        f"{name} Checker": Role.FIGURE_CHECKER,
    }
    made = {who: factories.person(who, (office.force, role)) for who, role in people.items()}
    Case.objects.bulk_create(
        Case(
            force=office.force,
            reported_on=FIRST_DAY + timedelta(days=number % 30),
            added_at=timezone.now(),
            added_by=made[f"{name} Supervisor"],
        )
        for number in range(FILES)
    )
