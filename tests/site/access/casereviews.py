"""What one office of the matrix has of reviews of case files: one under way, one to be released and
one that was released."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from tests import factories
from tests.factories_casereviews import Reviewing
from tests.site.access import seats
from tests.site.access.records import AT, Records

from answerable_site.casereviews import operations
from answerable_site.casereviews.models import FrameEntry
from answerable_site.casework import operations as casework
from answerable_site.casework.rules import Ground
from answerable_site.people.rules import Role

PLANNED = (*("programme", "freeze", "frame", "draw", "assign", "close", "results", "prepare"),)


def add_case_reviews(records: Records) -> None:
    """Three reviews, planned by a supervisor who is no viewer; the viewer reviews a file."""
    office, mark = records.office, records.mark
    viewer = seats.member(office, Role.FILE_REVIEWER)
    second = factories.person(f"{mark} Second Reviewer", (office.force, Role.FILE_REVIEWER))
    reviewing = Reviewing(
        office.force,
        factories.person(f"{mark} Planner", (office.force, Role.SUPERVISOR)),
        (viewer, second),
        factories.person(f"{mark} Second Checker", (office.force, Role.FIGURE_CHECKER)),
    )
    reviewing.add_cases(2, mark=f"{mark}-files")
    waiting = reviewing.finished(reviewing.planned(title=f"To be released in {mark}"))
    released = reviewing.finished(reviewing.planned(title=f"Released in {mark}"))
    running = reviewing.planned(title=f"Under way in {mark}")
    entry, *_ = reviewing.handed_out(reviewing.drawn(running))
    own = next(one for one in entry.reviews.all() if one.reviewer == viewer)
    for route in PLANNED:
        records.arguments[f"casereviews:{route}"] = {"programme_id": running.pk}
    records.arguments["casereviews:results"] = {"programme_id": released.pk}
    records.arguments["casereviews:file"] = {"entry_id": entry.pk}
    for route in ("take_back", "score", "missing"):
        records.arguments[f"casereviews:{route}"] = {"review_id": own.pk}
    prepared = reviewing.prepared(waiting, theme=f"Theme of {mark}")
    out = reviewing.released(reviewing.prepared(released, theme=f"Theme of {mark}"))
    records.arguments["casereviews:release"] = {"release_id": prepared.pk}
    for route in ("released", "withdraw"):
        records.arguments[f"casereviews:{route}"] = {"release_id": out.pk}
    _add_panel(records, reviewing, entry)
    records.arguments["home:hand_finding"] = {"release_id": out.pk, "place": 0}
    records.arguments["home:hand_theme"] = {
        "release_id": out.pk,
        "theme_id": out.themes.get().pk,
    }


def _add_panel(records: Records, reviewing: Reviewing, entry: FrameEntry) -> None:
    """A panel with a bundle that was given to it, and one that waits for a second person."""
    office, mark = records.office, records.mark
    officer = {"by": factories.viewer(office.officer, on=AT.date()), "at": AT}
    looks = factories.person(f"{mark} Second Planner", (office.force, Role.SUPERVISOR))
    panel = operations.convene_panel(
        **officer, body=office.body, title=f"Panel of {mark}", remit="Decisions."
    )
    sitting = operations.plan_sitting(**officer, panel=panel, on=date(2026, 6, 30))
    given, waiting = (
        operations.write_bundle(
            **reviewing.about,
            entry=entry,
            sitting=sitting,
            title=f"{name} bundle of {mark}",
            text="Day 0: Reported",
            asks="Was it right?",
        )
        for name in ("First", "Second")
    )
    operations.release_bundle(by=reviewing.viewer(looks), at=AT, bundle=given)
    # Else the supervisor of the matrix would be asked for a reason instead.
    casework.open_case(
        by=factories.viewer(seats.member(office, Role.SUPERVISOR), on=AT.date()),
        at=timezone.now(),
        case=entry.case,
        ground=Ground.SUPERVISION,
        words="",
    )
    for route in ("panel", "add_sitting"):
        records.arguments[f"casereviews:{route}"] = {"panel_id": panel.pk}
    records.arguments["casereviews:open_discussion"] = {"sitting_id": sitting.pk}
    records.arguments["casereviews:write_bundle"] = {"entry_id": entry.pk}
    for route in ("bundle", "score_bundle", "conclude", "withdraw_bundle"):
        records.arguments[f"casereviews:{route}"] = {"bundle_id": given.pk}
    records.arguments["casereviews:release_bundle"] = {"bundle_id": waiting.pk}
