"""Everything that an office can make public, made public by its own people."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tests import factories, factories_responses
from tests.site.access.world import World

from answerable_site.followup import queries as followup
from answerable_site.publication import operations as press
from answerable_site.publication.models import EntryCorrection, PublicEdition, PublicInspection
from answerable_site.register.models import Inspection
from answerable_site.responses import operations as responses
from answerable_site.responses.models import ApprovalStep, PublicEntry


def release_everything(world: World, now: datetime) -> None:
    """A response with its files, an entry, a correction, progress and the public part of meetings.

    What goes out is made from the records as they are now, but for the parts of meetings: they were
    prepared before.
    """
    office = world.own.office
    for one in (office.body, office.force, *office.people.values()):
        # They bear other names since canaries were planted.
        one.refresh_from_db()
    publisher = factories.viewer(office.publisher, on=now.date())
    case = _case(world)
    factories_responses.decided(case)
    factories_responses.said(case)
    factories_responses.hear_and_explain(case)
    _approve(case, now)
    factories_responses.sign(case, now)
    responses.prepare_entry_correction(
        by=case.viewer("officer"), at=now, reason="It has another title.", **case.about
    )
    for correction in EntryCorrection.objects.waiting().filter(entry__body=office.body):
        press.release_correction(by=publisher, at=now, correction=correction)
    factories_responses.publish(case, now)
    for entry in PublicInspection.objects.released().filter(body=office.body):
        _tell_progress(world, entry, publisher, now)
    waiting = PublicEdition.objects.filter(released_at__isnull=True, meeting__body=office.body)
    for edition in waiting:
        if not edition.meeting.editions.filter(number__gt=edition.number).exists():
            press.release_edition(by=publisher, at=now, edition=edition)


def _case(world: World) -> factories_responses.Case:
    inspection = Inspection.objects.get(pk=world.arguments["responses:explain"]["inspection_id"])
    findings = inspection.recommendations.filter(kind="recommendation").order_by("position")
    return factories_responses.Case(world.own.office, inspection, list(findings))


def _approve(case: factories_responses.Case, now: datetime) -> None:
    """Prepared, and approved in every step that the office has."""
    prepared = factories_responses.prepare(case, now)
    for step in ApprovalStep.objects.in_force().filter(body=case.office.body).order_by("position"):
        responses.approve_response(
            by=case.viewer("approver"),
            at=now,
            step_id=step.pk,
            content_hash=prepared.content_hash,
            **case.about,
        )


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
