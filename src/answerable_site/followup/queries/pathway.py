"""Reviews of how police and prosecutors escalate a disagreement, as days alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from answerable.cuts.organisations import PathwayReview
from answerable_site.followup import rules
from answerable_site.followup.models import PracticeReview
from answerable_site.people.rules import OrganisationKind


def pathway_reviews_to_cut(force_id: int, *, until: date) -> Iterator[PathwayReview]:
    """Practice reviews of the escalation pathway of a force, in the order of recording: each once
    for the force, and once for each CPS Area of which a commitment asked for it.

    They are those of the body that holds the force to account, or that took over from it, and those
    that a commitment of the force asked for. For cuts alone: nothing but the days.

    Args:
        until: the last day on which one was held, inclusive.
    """
    of_force = (
        Q(body__force=force_id)
        | Q(body__predecessors__force=force_id)
        | Q(commitments__organisation=force_id)
    )
    found = PracticeReview.objects.filter(
        of_force, pathway=rules.Pathway.ESCALATION, held_on__lte=until
    )
    reviews = PracticeReview.objects.filter(pk__in=found.values("pk")).order_by("at", "pk")
    asking = PracticeReview.commitments.through.objects.filter(
        practicereview__in=reviews.order_by().values("pk"),
        commitment__organisation__kind=OrganisationKind.CPS_AREA,
    )
    areas: dict[int, set[int]] = defaultdict(set)
    for review, area in asking.values_list("practicereview", "commitment__organisation"):
        areas[review].add(area)
    for one in reviews.only("held_on", "next_due_on"):
        yield PathwayReview("force", force_id, one.held_on, one.next_due_on)
        for area in sorted(areas[one.pk]):
            yield PathwayReview("cps_area", area, one.held_on, one.next_due_on)
