"""The record of access as the rules of unusual look-ups take it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from answerable.statute import civil_date
from answerable_site.accessreview.access import audited_by
from answerable_site.accessreview.queries import looks
from answerable_site.accessreview.queries.looks import LOOKS, acts_known_to, acts_of_people_of
from answerable_site.accessreview.rules.concerns import Concern
from answerable_site.accessreview.rules.looks import Act, Look, Standing
from answerable_site.accessreview.rules.review import concerns
from answerable_site.accessreview.rules.thresholds import DEFAULT
from answerable_site.accessreview.rules.visits import visits
from answerable_site.audit.models import AuditedRecord, AuditEntry
from answerable_site.audit.rules import Processing
from answerable_site.casework.models import Case, CaseAssignment
from answerable_site.casework.rules import READS_CASES, SEES_EVERY_CASE, STAYS_OPEN
from answerable_site.casework.subjects import number_of
from answerable_site.people.models import Assignment
from answerable_site.people.rules import Role, Viewer

UNKNOWN_FORCE = 0
"""Whose a case is that the viewer's database does not show: not one of the viewer's."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known of the cases and people that the acts name."""

    forces: dict[int, int]
    decoys: set[int]
    assignments: dict[int, list[CaseAssignment]]
    posts: dict[int, list[Assignment]]


def unusual_looks(viewer: Viewer, *, since: datetime, until: datetime) -> list[Concern]:
    """What needs a question about the looks that an access auditor knows of.

    Args:
        since: the first moment that is reviewed, with a time zone.
        until: the first that is not; what comes after it counts as work that explains.
    """
    organisations = audited_by(viewer)
    acts = _between(acts_known_to(organisations), since, until)
    return concerns(_looks(acts, organisations), since=since, until=until)


def looks_to_sample(organisation_id: int, *, since: datetime, until: datetime) -> list[Look]:
    """The looks by an organisation's own people from one moment to just before another."""
    acts = acts_of_people_of(organisation_id).filter(entry__at__gte=since, entry__at__lt=until)
    return _looks(acts, {organisation_id})


def entry_of(look: Look) -> AuditEntry:
    """The audit entry that a look left."""
    found: AuditEntry = AuditEntry.objects.filter(
        at=look.at,
        kind__in=LOOKS,
        actor_id=look.person,
        audited_records__record=look.record,
    ).earliest("sequence")
    return found


def _between(
    acts: QuerySet[AuditedRecord], since: datetime, until: datetime
) -> QuerySet[AuditedRecord]:
    history = timedelta(days=DEFAULT.history_days)
    later = timedelta(days=DEFAULT.work_within_days)
    return acts.filter(entry__at__gte=since - history, entry__at__lt=until + later)


def _looks(acts: QuerySet[AuditedRecord], organisations: Collection[int]) -> list[Look]:
    rows = list(acts.select_related("entry").order_by("entry__sequence", "pk"))
    facts = _facts(rows, organisations)
    opened: dict[tuple[int, int], tuple[datetime, bool]] = {}
    found = []
    for row in rows:
        look = _look(row, facts, opened)
        if look is not None:
            found.append(look)
    return visits(found)


def _facts(rows: Iterable[AuditedRecord], organisations: Collection[int]) -> _Facts:
    numbers = {number_of(row.record) for row in rows}
    people = {row.entry.actor_id for row in rows}
    cases = list(Case.objects.filter(pk__in=numbers).only("pk", "force_id", "is_decoy"))
    assignments, posts = defaultdict(list), defaultdict(list)
    for assignment in CaseAssignment.objects.filter(case__in=numbers):
        assignments[assignment.case_id].append(assignment)
    held = Assignment.objects.filter(user__in=people, role__in=READS_CASES)
    for post in sorted(held, key=lambda one: (one.organisation_id not in organisations, one.pk)):
        posts[post.user_id].append(post)
    return _Facts(
        forces={case.pk: case.force_id for case in cases},
        decoys={case.pk for case in cases if case.is_decoy},
        assignments=assignments,
        posts=posts,
    )


def _look(
    row: AuditedRecord, facts: _Facts, opened: dict[tuple[int, int], tuple[datetime, bool]]
) -> Look | None:
    """The look that an act was; None for acts of nobody who reads cases."""
    entry, case = row.entry, number_of(row.record)
    person = entry.actor_id
    if person is None:
        return None
    post = _post_on(facts.posts[person], civil_date(entry.at))
    if post is None:
        return None
    if entry.act == "casework.open_case":
        opened[person, case] = (entry.at, bool(entry.details.get("breaks_glass")))
    own = [one for one in facts.assignments[case] if one.user_id == person]
    return Look(
        at=entry.at,
        person=person,
        role=post.role,
        organisation=post.organisation_id,
        record=row.record,
        record_organisation=facts.forces.get(case, UNKNOWN_FORCE),
        act=_act(entry, is_decoy=case in facts.decoys),
        standing=_standing(entry, post, own, opened.get((person, case))),
        reason=entry.reason,
        is_decoy=case in facts.decoys,
        assignment_ended_at=_ended_at(own, entry.at),
        people_assigned=len({one.user_id for one in _running(facts.assignments[case], entry.at)}),
    )


def _act(entry: AuditEntry, *, is_decoy: bool) -> Act:
    """What an act counts as. A look-up tells no more than a list: that the case is there. Of a
    decoy that is enough, for somebody asked for it. Nor does a figure or a frame of many cases,
    which is no work in any of them."""
    match entry.act, entry.kind:
        case ((looks.LISTED | "casereviews.note_frame_taken"), _):
            return Act.LISTED
        case _, Processing.COMBINATION:
            return Act.LISTED
        case "casework.look_up", _:
            return Act.LOOKED_UP if is_decoy else Act.LISTED
        case _, Processing.CONSULTATION:
            return Act.OPENED
        case _, Processing.DISCLOSURE:
            return Act.EXPORTED
        case _:
            return Act.RECORDED


def _standing(
    entry: AuditEntry,
    post: Assignment,
    own: Iterable[CaseAssignment],
    opened: tuple[datetime, bool] | None,
) -> Standing:
    if entry.details.get("assigned") or _running(own, entry.at):
        return Standing.ASSIGNED
    if opened and entry.at < opened[0] + STAYS_OPEN:
        return Standing.BROKE_GLASS if opened[1] else Standing.SUPERVISES
    return Standing.SUPERVISES if Role(post.role) in SEES_EVERY_CASE else Standing.BROKE_GLASS


def _post_on(posts: Iterable[Assignment], day: date) -> Assignment | None:
    return next(
        (one for one in posts if one.from_on <= day and (one.to_on is None or day <= one.to_on)),
        None,
    )


def _running(rows: Iterable[CaseAssignment], at: datetime) -> list[CaseAssignment]:
    return [
        one for one in rows if one.assigned_at <= at and (one.ended_at is None or one.ended_at > at)
    ]


def _ended_at(own: Collection[CaseAssignment], at: datetime) -> datetime | None:
    """When the last of a person's assignments to a case ended, if none runs."""
    if _running(own, at):
        return None
    return max((one.ended_at for one in own if one.ended_at and one.ended_at <= at), default=None)
