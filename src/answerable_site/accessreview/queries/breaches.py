"""Personal-data breaches, for the access auditors of the organisation that they happened to."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from answerable_site.accessreview.access import audited_by
from answerable_site.accessreview.models import Breach, BreachEvent
from answerable_site.accessreview.rules.breaches import BreachStep
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer


def breaches_visible_to(viewer: Viewer) -> QuerySet[Breach]:
    """Breaches with all that was done about them, the latest first."""
    return (
        Breach.objects.filter(organisation__in=audited_by(viewer))
        .select_related("organisation", "recorded_by", "opening")
        .defer("organisation__logo")
        .prefetch_related(Prefetch("events", BreachEvent.objects.select_related("recorded_by")))
    )


def breaches_with_a_running_clock(viewer: Viewer) -> QuerySet[Breach]:
    """Those of which the Commissioner was not notified, nor a decision against it taken."""
    settling = [step.value for step in BreachStep if step.settles_the_clock]
    settled = BreachEvent.objects.filter(breach=OuterRef("pk"), step__in=settling)
    return breaches_visible_to(viewer).filter(~Exists(settled)).order_by("became_known_at", "pk")


def organisations_audited_by(viewer: Viewer) -> QuerySet[Organisation]:
    """Organisations whose access the viewer audits."""
    return Organisation.objects.filter(pk__in=audited_by(viewer)).defer("logo").order_by("name")
