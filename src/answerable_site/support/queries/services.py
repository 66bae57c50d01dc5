"""The directory of services, what is commissioned, joint meetings, and who does what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery

from answerable_site.followup.models import Commitment
from answerable_site.followup.queries import commitments_visible_to
from answerable_site.people.models import Assignment, Organisation, User
from answerable_site.people.rules import OrganisationKind, Role, Viewer
from answerable_site.support.access import READS, kept_by
from answerable_site.support.models import (
    Capacity,
    Contract,
    JointMeeting,
    MeetingPoint,
    Need,
    OutcomeReport,
    RolePage,
    RoleText,
    Service,
    ServiceEntry,
)
from answerable_site.support.rules import RoleKind, ServiceKind


def bodies_around(viewer: Viewer) -> frozenset[int]:
    """The policing bodies around which a viewer works: their own, that of their force, those in
    whose directory their service stands, and those for which their organisation explains itself."""
    posts = [post for post in viewer.posts if post.role in READS]
    own = {post.policing_body_id for post in posts if post.policing_body_id is not None}
    organisations = {post.organisation_id for post in posts}
    listed = Service.objects.filter(organisation__in=organisations, ended_at__isnull=True)
    explained = RolePage.objects.filter(organisation__in=organisations)
    for rows in (listed, explained):
        own |= set(rows.values_list("body", flat=True))
    return frozenset(own)


def _latest(field: str) -> Subquery:
    entries = ServiceEntry.objects.filter(service=OuterRef("pk")).order_by("-at", "-pk")
    return Subquery(entries.values(field)[:1])


def services_visible_to(viewer: Viewer) -> QuerySet[Service]:
    """Services in the directories around a viewer, by name; those taken out, too."""
    return (
        Service.objects.filter(body__in=bodies_around(viewer))
        .select_related("body", "organisation")
        .annotate(name=_latest("name"), kind=_latest("kind"), areas=_latest("areas"))
        .order_by("name", "pk")
    )


def services_kept_by(viewer: Viewer) -> QuerySet[Service]:
    """Services of which a viewer keeps the entry: those of their body, and their own service."""
    own = viewer.organisations_where(Role.SUPPORT_WORKER)
    return services_visible_to(viewer).filter(
        Q(body__in=kept_by(viewer)) | Q(organisation__in=own), ended_at__isnull=True
    )


def services_commissioned_by(viewer: Viewer) -> QuerySet[Service]:
    """Services in the directory of a body that a viewer keeps."""
    found = services_visible_to(viewer)
    return found.filter(body__in=kept_by(viewer), ended_at__isnull=True)


def entries_of(service: Service) -> list[ServiceEntry]:
    """What the directory says and said of a service, the latest first."""
    return list(service.entries.select_related("by").order_by("-at", "-pk"))


def capacity_of(service: Service) -> list[Capacity]:
    """The capacity of a service, one for each month that was recorded, the latest month first."""
    return latest_by_month(service.capacities.order_by("month", "at", "pk"))


def latest_by_month(rows: Iterable[Capacity]) -> list[Capacity]:
    """Of each month what was recorded last, the latest month first.

    Args:
        rows: in the order of recording.
    """
    by_month = {one.month: one for one in rows}
    return [by_month[month] for month in sorted(by_month, reverse=True)]


def capacities_of(services: Iterable[Service]) -> dict[int, Capacity]:
    """The latest month of each of several services; only those of which any was recorded."""
    rows = Capacity.objects.filter(service__in=services).order_by("month", "at", "pk")
    return {one.service_id: one for one in rows}


def contracts_of(services: Iterable[Service]) -> dict[int, list[Contract]]:
    """The contracts of services, by service, the latest first."""
    found: dict[int, list[Contract]] = {}
    rows = Contract.objects.filter(service__in=services).select_related("need", "service")
    for one in rows.order_by("-from_on", "-pk"):
        found.setdefault(one.service_id, []).append(one)
    return found


def outcomes_of(service: Service) -> QuerySet[OutcomeReport]:
    """What a service says was reached, the latest first."""
    return service.outcomes.select_related("contract").order_by("-to_on", "-pk")


def needs_visible_to(viewer: Viewer) -> QuerySet[Need]:
    """What was found to be needed around a viewer, with the contracts that answer it."""
    return (
        Need.objects.filter(body__in=bodies_around(viewer))
        .select_related("body")
        .prefetch_related(Prefetch("contracts", Contract.objects.order_by("-from_on", "-pk")))
        .order_by("-assessed_on", "-pk")
    )


def contacts_of(body_id: int) -> list[tuple[str, str]]:
    """Names of services of a body that want to be turned to, with how."""
    services = Service.objects.filter(body=body_id, ended_at__isnull=True).annotate(
        name=_latest("name"), contact=_latest("contact")
    )
    rows = services.exclude(contact="").order_by("name", "pk")
    return list(rows.values_list("name", "contact"))


def support_services_to_list(body_ids: Iterable[int]) -> QuerySet[Organisation]:
    """Support services of this installation that stand in none of these directories."""
    listed = Service.objects.filter(body__in=body_ids, organisation__isnull=False)
    return (
        Organisation.objects.filter(kind=OrganisationKind.SUPPORT_SERVICE)
        .exclude(pk__in=listed.values("organisation"))
        .defer("logo")
        .order_by("name")
    )


def isva_organisations() -> frozenset[int]:
    """The organisations that a directory names as having ISVAs."""
    named = Service.objects.filter(organisation__isnull=False, ended_at__isnull=True).annotate(
        kind=_latest("kind")
    )
    return frozenset(named.filter(kind=ServiceKind.ISVA).values_list("organisation", flat=True))


def meetings_around(viewer: Viewer) -> QuerySet[JointMeeting]:
    """Joint meetings around a viewer, the latest first."""
    return JointMeeting.objects.filter(body__in=bodies_around(viewer)).select_related("body")


def meetings_kept_by(viewer: Viewer) -> QuerySet[JointMeeting]:
    """Joint meetings of bodies for which a viewer acts."""
    return JointMeeting.objects.filter(body__in=kept_by(viewer)).select_related("body")


def points_of(meeting: JointMeeting) -> list[MeetingPoint]:
    """What was talked about and agreed, in the order of writing."""
    return list(
        meeting.points.select_related("action__owner", "commitment__organisation").order_by(
            "at", "pk"
        )
    )


def commitments_for_meeting(viewer: Viewer, meeting: JointMeeting) -> QuerySet[Commitment]:
    """What an action of a meeting may serve: commitments that its body follows up."""
    return (
        commitments_visible_to(viewer)
        .filter(body=meeting.body_id, closed_on__isnull=True)
        .select_related("organisation", "recommendation")
        .defer("organisation__logo")
        .order_by("recommendation__position", "organisation__name", "pk")
    )


def role_pages_around(viewer: Viewer) -> QuerySet[RolePage]:
    """Who does what around a viewer."""
    texts = RoleText.objects.select_related("owner").order_by("-at", "-pk")
    return (
        RolePage.objects.filter(body__in=bodies_around(viewer))
        .select_related("body", "organisation")
        .prefetch_related(Prefetch("texts", texts))
    )


def role_pages_kept_by(viewer: Viewer) -> QuerySet[RolePage]:
    """Pages of bodies for which a viewer acts."""
    return role_pages_around(viewer).filter(body__in=kept_by(viewer))


def organisations_to_explain(body_ids: Iterable[int]) -> QuerySet[Organisation]:
    """Organisations that have no page for these bodies yet: their forces, the services in their
    directories, and CPS Areas."""
    bodies = list(body_ids)
    explained = RolePage.objects.filter(body__in=bodies)
    listed = Service.objects.filter(body__in=bodies, organisation__isnull=False)
    return (
        Organisation.objects.filter(
            Q(policing_body__in=bodies)
            | Q(pk__in=listed.values("organisation"))
            | Q(kind=RoleKind.CPS_AREA)
        )
        .exclude(pk__in=explained.values("organisation"))
        .defer("logo")
        .order_by("name")
    )


def organisations_around(viewer: Viewer) -> frozenset[int]:
    """The bodies that a viewer keeps, their forces, the services in their directories, and who
    explains themselves to the others: those whose people may own such a page."""
    bodies = kept_by(viewer)
    forces = Organisation.objects.filter(policing_body__in=bodies).values_list("pk", flat=True)
    services = Service.objects.filter(body__in=bodies, organisation__isnull=False)
    pages = RolePage.objects.filter(body__in=bodies)
    return frozenset(
        {
            *bodies,
            *forces,
            *services.values_list("organisation", flat=True),
            *pages.values_list("organisation", flat=True),
        }
    )


def people_of(organisation_ids: Iterable[int], *, on: date) -> QuerySet[User]:
    """People with a role in one of some organisations on a day, by name."""
    posts = Assignment.objects.in_force(on).filter(organisation__in=list(organisation_ids))
    return User.objects.filter(pk__in=posts.values("user"), is_active=True).order_by("full_name")
