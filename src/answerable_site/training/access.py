"""Who keeps training records, who sees who is qualified, and that everybody sees their own."""

from __future__ import annotations

from answerable_site.people.access import Refused, RouteRules, holds
from answerable_site.people.rules import Role, Viewer
from answerable_site.training.rules import LEARNS

keeps = holds(Role.TRAINING_COORDINATOR)
sees_who_is_qualified = holds(Role.TRAINING_COORDINATOR, Role.SUPERVISOR)
learns = holds(*LEARNS)

ROUTES: RouteRules = {
    "training:mine": learns,
    "training:qualified": sees_who_is_qualified,
    **{
        f"training:{route}": keeps
        for route in (
            *("overview", "capacity", "figures", "figures_csv", "state_figure"),
            *("people", "open_record", "record", "add_posting", "end_posting"),
            *("add_qualification", "add_development", "strike"),
            *("courses", "add_course", "course", "add_version", "succeed", "add_counting"),
            *("end_counting", "events", "add_event", "event", "book", "record_result"),
            *("attendance_csv", "intake", "intake_template", "intake_check", "intake_load"),
        )
    },
}


def kept_by(viewer: Viewer) -> frozenset[int]:
    """The organisations whose training a viewer keeps."""
    return viewer.organisations_where(Role.TRAINING_COORDINATOR)


def check_can_keep(viewer: Viewer, organisation_id: int) -> None:
    """Raises Refused unless the viewer keeps training in the organisation."""
    if not viewer.holds_in(organisation_id, Role.TRAINING_COORDINATOR):
        raise Refused("Only a training coordinator of this organisation can do this.")
