"""Whether a reference means a case: one person accepts what was proposed, a second confirms it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casework import wall
from answerable_site.casework.models import CaseReference
from answerable_site.casework.rules import ReferenceKind, plain_reference, says_enough
from answerable_site.casework.sealing import keyed_hash, seal, unseal
from answerable_site.casework.subjects import PREFIX
from answerable_site.intake import access, queries
from answerable_site.intake.models import Link, LinkRow
from answerable_site.intake.operations.holding import _hold_loads_of
from answerable_site.intake.operations.linking.written import _written
from answerable_site.intake.rules import OPEN, LinkState
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer

_PLAIN: Final = re.compile(r"[\W_]+")


class LinkDoesNotWait(ValueError):
    """Somebody decided on the link already, or nothing waits for it any more."""


class WhyMissing(ValueError):
    """Nobody could judge the reason."""

    def __init__(self) -> None:
        super().__init__("Say in a sentence why, so that somebody else can judge it.")


class WhyTellsReference(ValueError):
    """The reason has a reference in clear, which not everybody may read who reads the reason."""

    def __init__(self) -> None:
        super().__init__(
            "Leave every reference out of the reason: it stays in clear, and both sides read it."
        )


@transaction.atomic
def accept_link(*, by: Viewer, at: datetime, link: Link, why: str) -> Link:
    """Say, as the first of two people, that a reference of one’s own extract means another one, or
    that two cases go together. From now on the force of the case is shown how it was written.

    Raises:
        access.Refused: the viewer does not load extracts of the organisation.
        WhyMissing: nobody could judge the reason.
        WhyTellsReference: it has a reference in clear.
        LinkDoesNotWait: it was decided on already, or what it was proposed for is no more.
    """
    access.check_can_accept(by, link)
    _check_says_enough(why)
    with wall.lifted_for(by):
        _check_tells_no_reference(by, link, why)
    link = _locked(link, LinkState.PROPOSED)
    _check_asked_for(link)
    link.state, link.accepted_at, link.accepted_by_id = LinkState.ACCEPTED, at, signed_in(by)
    link.accepted_why = why.strip()
    link.save()
    told = link.organisation_id != link.force_id
    record(
        by=by,
        at=at,
        act="intake.accept_link",
        kind=Processing.DISCLOSURE if told else Processing.CONSULTATION,
        recipients=[link.force.name] if told else [],
        **_entry(link, why),
    )
    return link


@transaction.atomic
def confirm_link(*, by: Viewer, at: datetime, link: Link, why: str) -> Link:
    """Confirm, as the second of two people, what a reference means. The case bears it from now on:
    loads find it, and the rows that wait can be offered again. Or that two cases go together:
    nothing of either is changed.

    Raises:
        access.Refused: the viewer does not supervise in the force of the case, or accepted it.
        WhyMissing: nobody could judge the reason.
        WhyTellsReference: it has a reference in clear.
        LinkDoesNotWait: it was not accepted, was decided on already, what it was proposed for is no
            more, or a case bears the reference by now.
    """
    _check_says_enough(why)
    with wall.lifted_for(by):
        link = _locked(link, LinkState.ACCEPTED)
        access.check_can_confirm(by, link)
        _check_tells_no_reference(by, link, why)
        _check_asked_for(link)
        reference = None if link.other_id else _reference(link)
        link.state, link.confirmed_at, link.confirmed_by_id = (
            *(LinkState.CONFIRMED, at),
            signed_in(by),
        )
        link.confirmed_why, link.reference = why.strip(), reference
        link.save()
    record(
        by=by,
        at=at,
        act="intake.confirm_link",
        kind=Processing.COMBINATION,
        records=_cases(link),
        **_entry(link, why),
    )
    return link


@transaction.atomic
def refuse_link(*, by: Viewer, at: datetime, link: Link, why: str) -> Link:
    """Say that a reference does not mean this case. It is never proposed again; its rows wait on.

    Raises:
        access.Refused: the viewer is of neither side.
        WhyMissing: nobody could judge the reason.
        WhyTellsReference: it has a reference in clear.
        LinkDoesNotWait: it was decided on already.
    """
    access.check_can_close(by, link)
    _check_says_enough(why)
    with wall.lifted_for(by):
        _check_tells_no_reference(by, link, why)
    link = _locked(link, *OPEN)
    link.state, link.closed_at, link.closed_by_id = LinkState.REFUSED, at, signed_in(by)
    link.closed_why = why.strip()
    link.save()
    LinkRow.objects.filter(link=link).delete()
    record(by=by, at=at, act="intake.refuse_link", **_entry(link, why))
    return link


def _check_says_enough(why: str) -> None:
    if not says_enough(why):
        raise WhyMissing


def _check_tells_no_reference(by: Viewer, link: Link, why: str) -> None:
    """Whoever may not know the case is told nothing of its references, not even that a reason has
    one of them: by that they could find it out."""
    told = _PLAIN.sub("", unicodedata.normalize("NFKC", why)).upper()
    if any(plain in told for plain in _references_known(by, link)):
        raise WhyTellsReference


def _references_known(by: Viewer, link: Link) -> Iterator[str]:
    """The references of a link that a viewer may know, spelt plainly."""
    yield from _written(queries.rows_that_wait_for(link)[:1])
    references = CaseReference.objects.filter(pk__in=[link.reference_id])
    if access.knows_case_of(by, link):
        references |= CaseReference.objects.filter(
            case__in=[link.case_id, link.other_id], owner=link.force_id
        )
    for one in references:
        yield plain_reference(unseal(one.sealed))


def _locked(link: Link, *states: LinkState) -> Link:
    """The link in one of some states, with the loads of its force kept waiting."""
    _hold_loads_of(link.force_id)
    found = (
        Link.objects.select_for_update(of=("self",))
        .select_related("source", "organisation", "force")
        .get(pk=link.pk)
    )
    if found.state not in states:
        raise LinkDoesNotWait("Somebody decided on this link already. Look at it again.")
    return found


def _check_asked_for(link: Link) -> None:
    if link.other_id is None and not queries.rows_that_wait_for(link).exists():
        raise LinkDoesNotWait("No row waits for this link any more.")
    if link.other_id is not None and queries.urn_of_both(link) is None:
        raise LinkDoesNotWait("These cases bear no URN together any more.")


def _reference(link: Link) -> CaseReference:
    """The reference as it was written becomes one of the case: a crime reference, for by it the
    rows of a source name their case."""
    (written,) = _written(queries.rows_that_wait_for(link)[:1]).values()
    kind, force = ReferenceKind.CRIME, link.force_id
    hashed = keyed_hash(kind, force, written.plain)
    if queries.known_references(force, kind, [hashed]):
        raise LinkDoesNotWait(
            "A case bears this reference by now. Offer the rows again as they are."
        )
    return CaseReference.objects.create(
        case_id=link.case_id,
        kind=kind,
        owner_id=force,
        keyed_hash=hashed,
        sealed=seal(written.text),
    )


def _cases(link: Link) -> list[str]:
    return [f"{PREFIX}{case}" for case in (link.case_id, link.other_id) if case is not None]


def _entry(link: Link, why: str) -> dict[str, Any]:
    return {
        "subject": f"intake.link:{link.pk}",
        "reason": why.strip(),
        "details": {"likeness": link.likeness, "source": link.source_id},
    }
