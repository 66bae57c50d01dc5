"""A link ends at once: no load finds the case by it, and what came through it leaves the case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casework import wall
from answerable_site.casework.models import Case, CaseReference, CaseShare
from answerable_site.intake import access
from answerable_site.intake.models import (
    Batch,
    Link,
    LinkedLoad,
    LinkRow,
    LoadedEvent,
    LoadedReference,
)
from answerable_site.intake.operations.linking.deciding import (
    _cases,
    _check_says_enough,
    _check_tells_no_reference,
    _entry,
    _locked,
)
from answerable_site.intake.operations.linking.restoring import _put_right
from answerable_site.intake.operations.undoing import _take_back, _why_it_stays
from answerable_site.intake.rules import LinkState
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer


@dataclass(frozen=True, slots=True)
class EndedLink:
    """What became of that which came through a link."""

    taken_back: int
    """Loads that held nothing else: erased."""
    put_right: int
    """Events whose place a correction took, or what had been told before them."""
    left: int
    """Events that were recorded by hand in the place of what came through it, or about it: somebody
    has to look at them."""
    references: int
    """Further references that those loads gave the case: they are its own no more."""
    organisations: tuple[str, ...] = ()
    """By name, those that work on the case no more."""


@transaction.atomic
def end_link(*, by: Viewer, at: datetime, link: Link, why: str) -> EndedLink:
    """End a link that stands. Loads no longer find the case by it, at once. Loads of nothing but
    rows that had waited for it are taken back while nothing depends on them, which leaves the case
    as it was; what other loads told through it is put right, and both stay to be read.

    Raises:
        access.Refused: the viewer is of neither side.
        WhyMissing: nobody could judge the reason.
        WhyTellsReference: it has a reference in clear.
        LinkDoesNotWait: it does not stand.
    """
    access.check_can_close(by, link)
    _check_says_enough(why)
    with wall.lifted_for(by):
        link = _locked(link, LinkState.CONFIRMED)
        _check_tells_no_reference(by, link, why)
        Case.objects.select_for_update().get(pk=link.case_id)
        reference, link.reference = link.reference, None
        link.state, link.closed_at, link.closed_by_id = LinkState.ENDED, at, signed_in(by)
        link.closed_why = why.strip()
        link.save()
        if reference is not None:
            reference.delete()
        LinkRow.objects.filter(link=link).delete()
        sharing = _sharing(link)
        taken_back = _taken_back(by, at, link, why)
        put_right, left = _put_right(by, at, link)
        references = _without_references(link)
        _end_shares(at, link)
        parted = {key: name for key, name in sharing.items() if key not in _sharing(link)}
        if put_right or parted:
            Case.objects.filter(pk=link.case_id).update(reckoned_on=None)
    ended = EndedLink(len(taken_back), put_right, left, references, tuple(parted.values()))
    entry = _entry(link, why)
    entry["details"] |= {
        "taken_back": [{"batch": one.pk, "root": one.root_digest} for one in taken_back],
        "put_right": put_right,
        "left": left,
        "references": references,
        "organisations": list(parted),
    }
    record(
        by=by,
        at=at,
        act="intake.end_link",
        kind=Processing.ERASURE if taken_back else Processing.ALTERATION,
        records=_cases(link),
        **entry,
    )
    return ended


def _taken_back(by: Viewer, at: datetime, link: Link, why: str) -> list[Batch]:
    """Loads of nothing but rows that had waited for the link, the latest first; of whoever wrote
    the reference. What others loaded is not for this side to erase."""
    gone = []
    loads = (
        Batch.objects.standing()
        .filter(links__link=link, took__isnull=False, organisation=link.organisation_id)
        .distinct()
    )
    for batch in loads.order_by("-pk"):
        elsewhere = LoadedEvent.objects.filter(batch=batch).exclude(case=link.case_id)
        if elsewhere.exists() or list(_why_it_stays(batch)):
            continue
        _take_back(by, at, batch, why)
        gone.append(batch)
    return gone


def _without_references(link: Link) -> int:
    """Take from the case the references that came through a link; how many."""
    came = LoadedReference.objects.filter(case=link.case_id, batch__links__link=link)
    references = list(came.values_list("reference", flat=True))
    came.delete()
    CaseReference.objects.filter(pk__in=references).delete()
    return len(references)


def _sharing(link: Link) -> dict[int, str]:
    """Who else works on the case: their names, by key."""
    running = CaseShare.objects.running().filter(case=link.case_id).order_by("organisation_id")
    return dict(running.values_list("organisation", "organisation__name"))


def _end_shares(at: datetime, link: Link) -> None:
    """Whoever works on the case for what came through links alone, works on it no more: each
    organisation whose loads found the case by this link, whoever made it."""
    others = LinkedLoad.objects.filter(link=link).exclude(batch__organisation=link.force_id)
    for organisation in sorted(set(others.values_list("batch__organisation", flat=True))):
        if not _tells_of_the_case_itself(link, organisation):
            _shares_through_links(link, organisation).update(ended_at=at)


def _tells_of_the_case_itself(link: Link, organisation: int) -> bool:
    """Whether an organisation told something of the case by anything but a link that ended."""
    ended = LinkedLoad.objects.filter(link__case=link.case_id, link__state=LinkState.ENDED)
    told = LoadedEvent.objects.filter(case=link.case_id, source__organisation=organisation)
    return told.exclude(batch__in=ended.values("batch")).exists()


def _shares_through_links(link: Link, organisation: int) -> QuerySet[CaseShare]:
    """The running share of an organisation, if a load made it that found the case by a link."""
    through = Batch.objects.filter(links__link__case=link.case_id, organisation=organisation)
    return CaseShare.objects.running().filter(
        case=link.case_id, organisation=organisation, shared_at__in=through.values("loaded_at")
    )
