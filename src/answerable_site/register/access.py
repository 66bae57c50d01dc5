"""Who may open the pages of this app, and who may add to the register and decide."""

from __future__ import annotations

from answerable_site.people.access import Refused, RouteRules, holds, takes_part
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Role, Viewer
from answerable_site.register.models import Inspection, ReceivedDocument

officers = holds(Role.RESPONSE_OFFICER)
readers_of_documents = holds(Role.RESPONSE_OFFICER, Role.HOLDER, Role.PUBLISHER)

ROUTES: RouteRules = {
    "register:recommendations": takes_part,
    "register:recommendation": takes_part,
    "register:inspections": takes_part,
    "register:inspection": takes_part,
    "register:download": takes_part,
    "register:page": takes_part,
    "register:picture": takes_part,
    "register:documents": readers_of_documents,
    "register:document": readers_of_documents,
    "register:progress": readers_of_documents,
    "register:add_document": officers,
    "register:read_again": officers,
    "register:set_aside": officers,
    "register:confirm": officers,
    "register:add_inspection": officers,
    "register:correct_inspection": officers,
    "register:link_inspection": officers,
    "register:explain_gap": officers,
    "register:review": takes_part,
    "register:candidate": takes_part,
    "register:split": officers,
    "register:merge": officers,
    "register:reject": officers,
    "register:reopen": officers,
    "register:accept_rest": officers,
    "register:add_recommendation": officers,
    "register:correct_recommendation": officers,
    "register:set_deadline": officers,
    "register:add_statement": officers,
    "register:link_recommendation": officers,
    "register:choose_themes": officers,
    "register:priorities": officers,
    "register:add_priority": officers,
    "register:end_priority": officers,
}


def check_can_add(viewer: Viewer, body_id: int) -> None:
    """Raises Refused unless the viewer is a response officer of the local policing body."""
    if not viewer.holds_in(body_id, Role.RESPONSE_OFFICER):
        raise Refused("Only a response officer of this policing body can add to its register.")


def check_can_group(viewer: Viewer, body: Organisation, inspection: Inspection) -> None:
    """Raises Refused unless the viewer is a response officer of the body, and the report is kept
    by the body or concerns it."""
    if not viewer.holds_in(body.pk, Role.RESPONSE_OFFICER):
        raise Refused("Only a response officer of a body that this report concerns can do this.")
    concerned = inspection.bodies_concerned.filter(pk=body.pk).exists()
    if inspection.kept_by_id != body.pk and not concerned:
        raise Refused("This report does not concern the body.")


def check_can_handle(viewer: Viewer, document: ReceivedDocument) -> None:
    """Raises Refused unless the viewer is a response officer of the document’s holder."""
    if not viewer.holds_in(document.held_by_id, Role.RESPONSE_OFFICER):
        raise Refused("Only a response officer of the body that holds it can do this.")


def can_handle(viewer: Viewer, document: ReceivedDocument) -> bool:
    """Whether `check_can_handle` would pass."""
    return viewer.holds_in(document.held_by_id, Role.RESPONSE_OFFICER)


def check_can_decide(viewer: Viewer, inspection: Inspection) -> None:
    """Raises Refused unless the viewer is a response officer of the body that keeps the entry."""
    if not can_decide(viewer, inspection):
        raise Refused("Only a response officer of the body that entered it can do this.")


def can_decide(viewer: Viewer, inspection: Inspection) -> bool:
    """Whether `check_can_decide` would pass."""
    return viewer.holds_in(inspection.kept_by_id, Role.RESPONSE_OFFICER)


def person_id(viewer: Viewer) -> int:
    """The key of the person who acts.

    Raises:
        Refused: nobody is signed in, or the product itself acts; it decides nothing.
    """
    if viewer.user_id is None:
        raise Refused("Sign in to do this.")
    return viewer.user_id
