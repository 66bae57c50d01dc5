"""Everything that an office can make public, made public by its own people."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tests import factories, factories_responses
from tests.site.access import meetings
from tests.site.access.world import World

from answerable_site.followup import queries as followup
from answerable_site.publication import operations as press
from answerable_site.publication.models import EntryCorrection, PublicEdition, PublicInspection
from answerable_site.register.models import Inspection
from answerable_site.responses.models import PublicEntry


def release_everything(world: World, now: datetime) -> None:
    """A response with its files, an entry, a correction, progress and the public part of meetings.

    What goes out is made from the records as they are now.
    """
    office = world.own.office
    publisher = factories.viewer(office.publisher, on=now.date())
    case = _case(world)
    factories_responses.decided(case)
    factories_responses.said(case)
    factories_responses.hear_and_explain(case)
    factories_responses.signed_from_complete(case)
    factories_responses.publish(case)
    for correction in EntryCorrection.objects.waiting().filter(entry__body=office.body):
        press.release_correction(by=publisher, at=now, correction=correction)
    for entry in PublicInspection.objects.released().filter(body=office.body):
        _tell_progress(world, entry, publisher, now)
    meetings.add_meetings(world.own)
    waiting = PublicEdition.objects.filter(released_at__isnull=True, meeting__body=office.body)
    for edition in waiting:
        if not edition.meeting.editions.filter(number__gt=edition.number).exists():
            press.release_edition(by=publisher, at=now, edition=edition)


def _case(world: World) -> factories_responses.Case:
    inspection = Inspection.objects.get(pk=world.arguments["responses:explain"]["inspection_id"])
    findings = inspection.recommendations.filter(kind="recommendation").order_by("position")
    return factories_responses.Case(world.own.office, inspection, list(findings))


def _tell_progress(world: World, entry: PublicInspection, publisher: Any, now: datetime) -> None:
    office = world.own.office
    for link in PublicEntry.objects.filter(entry=entry).select_related("response__inspection"):
        inspection = link.response.inspection
        snapshot = press.prepare_progress(
            by=factories.viewer(office.officer, on=now.date()),
            at=now,
            entry=entry,
            facts=followup.progress_facts(inspection, body=office.body, on=now.date()),
        )
        press.release_progress(by=publisher, at=now, snapshot=snapshot)
