"""The e-mail that tells a person what went up to them: titles and addresses alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.urls import reverse

from answerable_site.followup.rules import Trigger
from answerable_site.home.presenters.digests import Email
from answerable_site.home.presenters.titles import one_line, short_title
from answerable_site.register.presenters.listing import heading_of

if TYPE_CHECKING:
    from answerable_site.followup.models import Escalation


def escalation_email(escalations: Sequence[Escalation], *, site: str) -> Email:
    """One e-mail about everything that went up to one person.

    Args:
        escalations: at least one.
        site: the public address of the site, without a slash at its end.
    """
    first, more = escalations[0], len(escalations) - 1
    rest = f", and {more} more" if more else ""
    parts = [
        "This went up to you. Say in Answerable what is done about it:",
        *(_part(one, site) for one in escalations),
        (
            "What nobody acknowledges goes to the next level. "
            f"All of your work: {site}{reverse('followup:my_work')}"
        ),
    ]
    subject = f"Went up to you: {Trigger(first.trigger).label}, {short_title(_title(first))}{rest}"
    return Email(subject=subject, text="\n\n".join(parts) + "\n")


def _part(one: Escalation, site: str) -> str:
    return "\n".join(
        (
            f"{Trigger(one.trigger).label}: {_title(one)}",
            f"For: {one_line(one.organisation.name)}",
            f"{site}{_address(one)}",
        )
    )


def _title(one: Escalation) -> str:
    if one.action is not None:
        return f"action “{one_line(one.action.title)}”"
    if one.commitment is None:
        raise LookupError("An escalation is about a commitment or about an action.")
    found = one.commitment.recommendation
    heading = one_line(heading_of(found.kind, found.number, found.text))
    return f"{heading} of “{one_line(found.inspection.title)}”"


def _address(one: Escalation) -> str:
    if one.action_id is not None:
        return reverse("followup:action", args=[one.action_id])
    return reverse("followup:commitment", args=[one.commitment_id])
