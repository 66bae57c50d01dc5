"""Who reads who looked, and who answers for it."""

from __future__ import annotations

from rules.predicates import predicate

from answerable_site.accessreview.models import HandOut, SampledLook
from answerable_site.accessreview.rules.confirming import confirming_roles
from answerable_site.casework.models import CaseOpening
from answerable_site.people.access import Refused, RouteRules, holds
from answerable_site.people.rules import Role, Viewer


def confirmed_by(viewer: Viewer) -> frozenset[int]:
    """The organisations for whose people's looks a viewer answers."""
    return frozenset(
        post.organisation_id
        for post in viewer.posts
        if post.organisation_kind and post.role in confirming_roles(post.organisation_kind)
    )


audits = holds(Role.ACCESS_AUDITOR)
confirms = predicate(lambda viewer: bool(confirmed_by(viewer)), name="confirms looks")
releases = holds(Role.SUPERVISOR)
hands_out = holds(Role.ACCESS_AUDITOR, Role.SUPERVISOR)

ROUTES: RouteRules = {
    "accessreview:overview": audits,
    "accessreview:looks": audits,
    "accessreview:looks_csv": audits,
    "accessreview:person": audits,
    "accessreview:record": audits,
    "accessreview:unusual": audits,
    "accessreview:glass": audits,
    "accessreview:review_glass": audits,
    "accessreview:decoys": audits,
    "accessreview:add_decoy": audits,
    "accessreview:samples": audits,
    "accessreview:breaches": audits,
    "accessreview:add_breach": audits,
    "accessreview:breach": audits,
    "accessreview:add_breach_event": audits,
    "accessreview:ask_hand_out": audits,
    "accessreview:hand_outs": hands_out,
    "accessreview:release": releases,
    "accessreview:hand_out_file": releases,
    "accessreview:to_confirm": confirms,
    "accessreview:confirm": confirms,
}


def audited_by(viewer: Viewer) -> frozenset[int]:
    """The organisations whose access a viewer audits."""
    return viewer.organisations_where(Role.ACCESS_AUDITOR)


def check_can_audit(viewer: Viewer, organisation_id: int) -> None:
    """Raises Refused unless the viewer audits access in the organisation."""
    if organisation_id not in audited_by(viewer):
        raise Refused("Only an access auditor of this organisation can do this.")


def check_can_review(viewer: Viewer, opening: CaseOpening) -> None:
    """Raises Refused unless the viewer audits access to the case, and did not open it."""
    if not audited_by(viewer) & {opening.case.force_id, opening.organisation_id}:
        raise Refused("Only an access auditor of this organisation can do this.")
    if opening.user_id == viewer.user_id:
        raise Refused("You opened this case yourself: another access auditor must judge it.")


def check_can_confirm(viewer: Viewer, look: SampledLook) -> None:
    """Raises Refused unless the viewer answers for looks by people of the organisation, and is not
    the one who looked."""
    if look.sample.organisation_id not in confirmed_by(viewer):
        raise Refused("Only those who confirm looks in this organisation can do this.")
    if look.looker_id == viewer.user_id:
        raise Refused("This was your own look: somebody else must say why.")


def check_can_release(viewer: Viewer, hand_out: HandOut) -> None:
    """Raises Refused unless the viewer supervises in the force and is not the one who asked."""
    if not viewer.holds_in(hand_out.case.force_id, Role.SUPERVISOR):
        raise Refused("Only a supervisor of the force can hand this out.")
    if hand_out.asked_by_id == viewer.user_id:
        raise Refused("You asked for this yourself: another person must hand it out.")
