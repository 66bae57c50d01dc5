"""The weekly samples: for the auditor how far they are, for supervisors what waits for them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from answerable_site.accessreview.access import audited_by, confirmed_by
from answerable_site.accessreview.models import Sample, SampleAnswer, SampledLook
from answerable_site.accessreview.rules.confirming import confirming_roles
from answerable_site.accessreview.rules.verdicts import Answer
from answerable_site.people.models import Assignment, Organisation
from answerable_site.people.rules import OrganisationKind, Viewer


def progress_of_samples(viewer: Viewer) -> QuerySet[Any, Any]:
    """How far samples are where the viewer audits access, the latest week first.

    Of each: `week_begins`, `organisation__name`, `seed`, and counts of looks: `drawn`, `answered`,
    `not_known`.
    """
    latest = SampleAnswer.objects.filter(look=OuterRef("looks__pk")).values("answer")[:1]
    return (
        Sample.objects.filter(organisation__in=audited_by(viewer))
        .select_related("organisation")
        .defer("organisation__logo")
        .annotate(latest=Subquery(latest))
        .values("pk", "organisation__name", "week_begins", "seed")
        .annotate(
            drawn=Count("looks"),
            answered=Count("looks", filter=Q(latest__isnull=False)),
            not_known=Count("looks", filter=Q(latest=Answer.NOT_KNOWN)),
        )
        .order_by("-week_begins", "organisation__name")
    )


def sampled_looks_visible_to(viewer: Viewer) -> QuerySet[SampledLook]:
    """Looks drawn in the organisations whose access the viewer audits, the latest first."""
    return _answered(
        SampledLook.objects.filter(sample__organisation__in=audited_by(viewer))
    ).order_by("-sample__week_begins", "pk")


def looks_to_confirm(viewer: Viewer) -> QuerySet[SampledLook]:
    """Looks drawn where the viewer answers for them, but for their own; the oldest first."""
    return _answered(
        SampledLook.objects.filter(sample__organisation__in=confirmed_by(viewer)).exclude(
            looker=viewer.user_id
        )
    ).order_by("sample__week_begins", "pk")


def unanswered(looks: QuerySet[Any]) -> QuerySet[SampledLook]:
    """Those about which nobody has said anything."""
    return looks.filter(answer__isnull=True)


def organisations_to_sample(*, week_begins: date) -> QuerySet[Organisation]:
    """Organisations with somebody who can answer for looks, and no sample of a week yet."""
    drawn = Sample.objects.filter(organisation=OuterRef("pk"), week_begins=week_begins)
    return (
        Organisation.objects.filter(_somebody_confirms(on=week_begins), ~Exists(drawn))
        .defer("logo")
        .order_by("pk")
    )


def organisations_nobody_confirms_for(viewer: Viewer, *, on: date) -> QuerySet[Organisation]:
    """Where the viewer audits access, and nobody answers for looks on a day."""
    return (
        Organisation.objects.filter(~_somebody_confirms(on=on), pk__in=audited_by(viewer))
        .defer("logo")
        .order_by("name")
    )


def sampled_before(organisation_id: int) -> frozenset[str]:
    """Cases that earlier samples of an organisation reached."""
    earlier = SampledLook.objects.filter(sample__organisation=organisation_id)
    return frozenset(earlier.values_list("record", flat=True))


def _somebody_confirms(*, on: date) -> Q:
    able = Q()
    for kind in OrganisationKind:
        able |= Q(organisation__kind=kind, role__in=confirming_roles(kind))
    posts = Assignment.objects.in_force(on).filter(able, organisation=OuterRef("pk"))
    return Q(Exists(posts))


def _answered(looks: QuerySet[SampledLook]) -> QuerySet[SampledLook]:
    latest = SampleAnswer.objects.filter(look=OuterRef("pk")).values("answer")[:1]
    return (
        looks.annotate(answer=Subquery(latest))
        .select_related("entry", "looker", "sample__organisation")
        .defer("sample__organisation__logo")
        .prefetch_related(Prefetch("answers", SampleAnswer.objects.select_related("answered_by")))
    )
