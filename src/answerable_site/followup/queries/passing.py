"""What stands in the way when a body passes what it follows up to its successor."""

from __future__ import annotations

from answerable_site.followup.models import Commitment
from answerable_site.people.models import Organisation


def followed_by_both(from_body: Organisation, to_body: Organisation) -> tuple[str, ...]:
    """What two bodies both follow up, or call by one reference, in words.

    What the first is bound to do itself would bind the second.
    """
    theirs = _rows(to_body)
    held = {key for key, _, _ in theirs}
    references = {reference for _, reference, _ in theirs if reference}
    found = []
    for (recommendation, limb, organisation), reference, words in _rows(from_body):
        acting = to_body.pk if organisation == from_body.pk else organisation
        if (recommendation, limb, acting) in held or reference in references:
            found.append(words)
    return tuple(found)


def _rows(body: Organisation) -> list[tuple[tuple[int, int | None, int], str, str]]:
    rows = (
        Commitment.objects.filter(body=body)
        .order_by("pk")
        .values_list(
            "recommendation_id",
            "limb_id",
            "organisation_id",
            "reference",
            "summary",
            "recommendation__inspection__title",
        )
    )
    return [
        ((recommendation, limb, organisation), reference, f"“{summary}” ({title})")
        for recommendation, limb, organisation, reference, summary, title in rows
    ]
