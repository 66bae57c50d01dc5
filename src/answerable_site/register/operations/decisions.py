"""What people make of candidates. A decision is appended; the latest of a candidate counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.people.rules import Viewer
from answerable_site.register import access, queries
from answerable_site.register.models import Candidate, Decision, Inspection, Recommendation
from answerable_site.register.operations.entering import _enter_from_candidate
from answerable_site.register.rules import DECIDED, Draft, Verdict


class CandidateAlreadyDecided(ValueError):
    """A decision on the candidate stands."""

    def __init__(self) -> None:
        super().__init__(
            "This candidate is decided already. You can take the decision back and decide anew."
        )


class CandidateOfAnotherDocument(ValueError):
    """The candidate was found in a document that the inspection was not made from."""


class CandidateNotDecided(ValueError):
    """There is no decision to take back."""


class NothingToDecide(ValueError):
    """No candidate is left that can be accepted together with others."""


@transaction.atomic
def accept_candidate(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    candidate: Candidate,
    draft: Draft,
    parent: Recommendation | None = None,
) -> Recommendation:
    """Make one recommendation from a candidate, with the words that a person confirmed.

    Args:
        by: a response officer of the body that keeps the inspection.
        at: when.
        inspection: the one made from the candidate's document.
        candidate: one that nobody has decided on.
        draft: what was proposed, perhaps corrected.
        parent: the cause of concern it stands under; None for what the document shows.

    Raises:
        access.Refused: the viewer may not decide.
        CandidateAlreadyDecided: a decision stands.
    """
    access.check_can_decide(by, inspection)
    _check_undecided(inspection, [candidate])
    recommendation = _enter_from_candidate(
        by=by, at=at, inspection=inspection, candidate=candidate, draft=draft, parent=parent
    )
    _decide(by, at, [candidate], Verdict.ACCEPTED, [recommendation])
    edited = draft != Draft.from_proposal(candidate.proposal)
    _record(
        by,
        at,
        "register.accept_candidate",
        inspection,
        candidate=candidate.pk,
        recommendation=recommendation.pk,
        edited=edited,
    )
    return recommendation


@transaction.atomic
def split_candidate(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    candidate: Candidate,
    drafts: Sequence[Draft],
) -> list[Recommendation]:
    """Make several recommendations from one candidate, in the order given.

    Raises:
        access.Refused: the viewer may not decide.
        CandidateAlreadyDecided: a decision stands.
    """
    access.check_can_decide(by, inspection)
    _check_undecided(inspection, [candidate])
    made = [
        _enter_from_candidate(
            by=by, at=at, inspection=inspection, candidate=candidate, draft=draft, parent=None
        )
        for draft in drafts
    ]
    _decide(by, at, [candidate], Verdict.SPLIT, made)
    _record(
        by,
        at,
        "register.split_candidate",
        inspection,
        candidate=candidate.pk,
        recommendations=[one.pk for one in made],
    )
    return made


@transaction.atomic
def merge_candidates(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    candidates: Sequence[Candidate],
    draft: Draft,
    parent: Recommendation | None = None,
) -> Recommendation:
    """Make one recommendation from several candidates; its place is that of the first given.

    Raises:
        access.Refused: the viewer may not decide.
        CandidateAlreadyDecided: a decision stands on one of them.
    """
    access.check_can_decide(by, inspection)
    _check_undecided(inspection, candidates)
    recommendation = _enter_from_candidate(
        by=by, at=at, inspection=inspection, candidate=candidates[0], draft=draft, parent=parent
    )
    _decide(by, at, candidates, Verdict.MERGED, [recommendation])
    _record(
        by,
        at,
        "register.merge_candidates",
        inspection,
        candidates=[one.pk for one in candidates],
        recommendation=recommendation.pk,
    )
    return recommendation


@transaction.atomic
def reject_candidate(
    *, by: Viewer, at: datetime, inspection: Inspection, candidate: Candidate, reason: str
) -> None:
    """Decide that a candidate is no recommendation, and why.

    Raises:
        access.Refused: the viewer may not decide.
        CandidateAlreadyDecided: a decision stands.
    """
    access.check_can_decide(by, inspection)
    _check_undecided(inspection, [candidate])
    _decide(by, at, [candidate], Verdict.REJECTED, [], reason)
    _record(by, at, "register.reject_candidate", inspection, candidate=candidate.pk)


@transaction.atomic
def accept_all_without_doubts(
    *, by: Viewer, at: datetime, inspection: Inspection
) -> list[Recommendation]:
    """Accept, as they were found, all candidates that wait and about which there is no doubt.

    Raises:
        access.Refused: the viewer may not decide.
        NothingToDecide: there is no such candidate.
    """
    access.check_can_decide(by, inspection)
    waiting = queries.candidates_without_doubts(by, inspection)
    if not waiting:
        raise NothingToDecide("No candidate without doubts is left. Decide on each of the others.")
    made = []
    for candidate in waiting:
        recommendation = _enter_from_candidate(
            by=by,
            at=at,
            inspection=inspection,
            candidate=candidate,
            draft=Draft.from_proposal(candidate.proposal),
            parent=None,
        )
        _decide(by, at, [candidate], Verdict.ACCEPTED, [recommendation])
        made.append(recommendation)
    _record(
        by,
        at,
        "register.accept_all_without_doubts",
        inspection,
        candidates=[candidate.pk for candidate in waiting],
    )
    return made


@transaction.atomic
def reopen_candidate(
    *, by: Viewer, at: datetime, inspection: Inspection, candidate: Candidate, reason: str
) -> None:
    """Take the decision on a candidate back, and with it what came of it.

    The recommendations that it made are withdrawn, not deleted. Where several candidates were
    merged, all of them wait again.

    Raises:
        access.Refused: the viewer may not decide.
        CandidateNotDecided: no decision stands.
    """
    access.check_can_decide(by, inspection)
    decision = candidate.decisions.select_for_update().last()
    if decision is None or decision.verdict not in DECIDED:
        raise CandidateNotDecided("There is no decision on this candidate to take back.")
    made = list(decision.recommendations.all())
    together = [candidate]
    if decision.verdict == Verdict.MERGED:
        together = list(Candidate.objects.filter(decisions__recommendations__in=made).distinct())
    for recommendation in made:
        recommendation.withdrawn_at = at
        recommendation.save()
        recommendation.children.update(parent=None)
    _decide(by, at, together, Verdict.REOPENED, [], reason)
    _record(
        by,
        at,
        "register.reopen_candidate",
        inspection,
        candidates=[one.pk for one in together],
        withdrawn=[one.pk for one in made],
    )


def _check_undecided(inspection: Inspection, candidates: Sequence[Candidate]) -> None:
    """Raises CandidateAlreadyDecided if a decision stands on one; two people decide in turn."""
    locked = Candidate.objects.select_for_update().filter(
        pk__in=[one.pk for one in candidates], reading__document=inspection.document_id
    )
    for candidate in locked:
        last = candidate.decisions.last()
        if last is not None and last.verdict in DECIDED:
            raise CandidateAlreadyDecided
    if len(locked) != len(set(candidates)):
        raise CandidateOfAnotherDocument("A candidate belongs to another document.")


def _decide(
    by: Viewer,
    at: datetime,
    candidates: Sequence[Candidate],
    verdict: Verdict,
    made: Sequence[Recommendation],
    reason: str = "",
) -> None:
    for candidate in candidates:
        decision = Decision.objects.create(
            candidate=candidate,
            verdict=verdict,
            reason=reason,
            decided_at=at,
            decided_by_id=access.person_id(by),
        )
        decision.recommendations.set(made)


def _record(
    by: Viewer, at: datetime, act: str, inspection: Inspection, **details: int | list[int]
) -> None:
    record(
        by=by,
        at=at,
        act=act,
        subject=f"register.inspection:{inspection.pk}",
        details=details,
    )
