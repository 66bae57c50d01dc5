"""The filters of the public register and the rules of its pages say the same of every entry."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import factories

from answerable_site.publication import queries, rules
from answerable_site.publication.models import PublicInspection, PublicResponse
from answerable_site.publication.presenters.answers import standing_of
from answerable_site.publication.rules import Timeliness, VersionKind

LAST = date(2026, 5, 26)
AT = datetime(2026, 5, 1, tzinfo=UTC)
NEAR = st.integers(-2, 2).map(lambda days: LAST + timedelta(days=days))
FOUND_UNDER = {
    Timeliness.IN_TIME: {"in_time"},
    Timeliness.LATE: {"late"},
    Timeliness.NOT_KNOWN: {"not_known"},
    Timeliness.OVERDUE: {"overdue"},
    Timeliness.RUNNING: {"running"},
    Timeliness.NO_CLOCK_ANSWERED: {"no_clock"},
    Timeliness.NO_CLOCK_OPEN: {"no_clock"},
}


@st.composite
def versions(draw: st.DrawFn) -> list[tuple[date, bool, bool]]:
    """Days in their order; whether each is complete, whether it was withdrawn."""
    days = sorted(draw(st.lists(NEAR, max_size=3)))
    return [(day, draw(st.booleans()), draw(st.booleans())) for day in days]


def publish(office: factories.Office, entry: PublicInspection, published: list) -> None:
    for number, (day, is_complete, is_withdrawn) in enumerate(published, start=1):
        PublicResponse.objects.create(
            inspection=entry,
            version=number,
            kind=VersionKind.FIRST if number == 1 else VersionKind.SUPPLEMENTED,
            because="" if number == 1 else "More came.",
            is_complete=is_complete,
            incomplete_because="" if is_complete else "Comments are awaited.",
            document={},
            content_hash="0" * 64,
            html="",
            signed_by=office.holder,
            signed_on=day,
            published_at=AT,
            published_on=day,
            published_by=office.publisher,
            withdrawn_at=AT if is_withdrawn else None,
            withdrawn_by=office.publisher if is_withdrawn else None,
            withdrawn_because="A slip." if is_withdrawn else "",
        )


@pytest.mark.django_db
class TestFilters:
    @settings(
        max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
    )
    @given(
        published=versions(),
        earlier_on=st.none() | NEAR,
        earlier_is_complete=st.sampled_from((True, False, None)),
        has_clock=st.booleans(),
        on=NEAR,
    )
    def test_find_an_entry_under_what_its_page_says(
        self, office, published, earlier_on, earlier_is_complete, has_clock, on
    ):
        PublicResponse.objects.all().delete()
        PublicInspection.objects.all().delete()
        entry = PublicInspection(
            body=office.body,
            body_name=office.body.name,
            body_slug=office.body.slug,
            slug="lost-property",
            prepared_at=AT,
            prepared_by=office.officer,
            released_at=AT,
            released_by=office.publisher,
        )
        entry.take(
            rules.PublicFacts(
                title="Lost property",
                published_on=date(2026, 4, 1),
                last_lawful_day=LAST if has_clock else None,
                period_days=56 if has_clock else None,
                why_no_clock="" if has_clock else "No statutory clock.",
                basis_name="Inspection",
                basis_citation="section 55(5A) of the Police Act 1996",
                inspectorates=(),
                source_address="",
                earlier_answer_on=earlier_on,
                earlier_answer_is_complete=earlier_is_complete if earlier_on else None,
            )
        )
        entry.save()
        publish(office, entry, published)
        read = queries.released_entries().get(pk=entry.pk)
        found = {
            state
            for state in queries.STATES
            if queries.public_inspections(queries.Wanted(state=state), on=on).exists()
        }
        assert found == FOUND_UNDER[standing_of(read, on=on).timeliness]
