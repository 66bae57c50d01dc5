"""Evidence and its independent test; criteria for closing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.files import File
from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.followup import access, rules
from answerable_site.followup.models import (
    Action,
    Commitment,
    Criterion,
    CriterionTest,
    Evidence,
    EvidenceJudgement,
)
from answerable_site.followup.operations.marking import Held
from answerable_site.followup.operations.telling import DayRefused
from answerable_site.people.access import Refused, signed_in
from answerable_site.people.rules import Viewer
from answerable_site.register.operations import StoredFile


class EvidenceMissing(ValueError):
    """Evidence needs a file or an address; the message says which."""


@dataclass(frozen=True, slots=True)
class NewEvidence:
    """Something that shows what was done, or that it worked."""

    kind: rules.EvidenceKind
    title: str
    on: date
    words: str = ""
    address: str = ""
    file: File[Any] | None = None
    file_name: str = ""
    action: Action | None = None
    measure: str = ""
    """Of which it is a figure, by name."""


@transaction.atomic
def add_evidence(
    *, by: Viewer, at: datetime, today: date, commitment: Commitment, evidence: NewEvidence
) -> Evidence:
    """Add evidence: a file, kept byte for byte as it came, or an address.

    Args:
        today: the civil date.

    Raises:
        access.Refused: the viewer owns and manages neither the commitment nor the action.
        EvidenceMissing: there is neither a file nor an address.
        DayRefused: it would speak of a day ahead.
    """
    held = Held(commitment)
    access.check_can_work_on(by, evidence.action or held.thing)
    if evidence.action and not evidence.action.commitments.filter(pk=commitment.pk).exists():
        raise Refused("This action serves another commitment.")
    if evidence.on > today:
        raise DayRefused("This must be today or in the past")
    added = Evidence.objects.create(
        commitment=held.thing,
        action=evidence.action,
        kind=evidence.kind,
        title=evidence.title.strip(),
        words=evidence.words.strip(),
        on=evidence.on,
        measure=evidence.measure,
        at=at,
        by_id=signed_in(by),
        **_kept(evidence),
    )
    newest = max(filter(None, [held.thing.evidence_on, evidence.on]))
    held.keep(at=at, evidence_on=newest)
    record(
        by=by,
        at=at,
        act="followup.add_evidence",
        subject=held.subject,
        details={"evidence": added.pk, "kind": evidence.kind, "sha256": added.file_sha256},
    )
    return added


@transaction.atomic
def judge_evidence(
    *, by: Viewer, at: datetime, evidence: Evidence, is_sufficient: bool, words: str
) -> None:
    """Say whether a piece of evidence is sufficient: by somebody independent of the work.

    Raises:
        access.Refused: the viewer judges not for the body, owns the work, or added it.
        NothingSaid: there are no words.
    """
    held = Held(evidence.commitment)
    access.check_can_judge(by, held.thing)
    held.check_independent(by, providers=[evidence.by_id])
    words = rules.words_in(words, "Say what this rests on")
    EvidenceJudgement.objects.create(
        evidence=evidence,
        is_sufficient=is_sufficient,
        words=words,
        at=at,
        by_id=signed_in(by),
    )
    held.keep(at=at)
    record(
        by=by,
        at=at,
        act="followup.judge_evidence",
        subject=held.subject,
        details={"evidence": evidence.pk, "is_sufficient": is_sufficient},
    )


@transaction.atomic
def write_criterion(*, by: Viewer, at: datetime, commitment: Commitment, words: str) -> Criterion:
    """Write what has to be true before the commitment may be closed.

    Raises:
        access.Refused: the viewer judges not for the body, or it is closed.
        NothingSaid: there are no words.
    """
    words = rules.words_in(words, "Write what has to be true")
    held = Held(commitment)
    access.check_can_judge(by, held.thing)
    held.check_open()
    criterion = Criterion.objects.create(
        commitment=held.thing,
        position=held.thing.criteria.count() + 1,
        words=words,
        at=at,
        by_id=signed_in(by),
    )
    held.keep(at=at)
    record(
        by=by,
        at=at,
        act="followup.write_criterion",
        subject=held.subject,
        details={"criterion": criterion.pk},
    )
    return criterion


@transaction.atomic
def drop_criterion(*, by: Viewer, at: datetime, criterion: Criterion, reason: str) -> None:
    """Ask for a criterion no longer. It stays in view with the reason.

    Raises:
        access.Refused: the viewer judges not for the body, it is dropped already, or its commitment
            is closed.
        NothingSaid: no reason is given.
    """
    reason = rules.words_in(reason, "Say why this is asked for no longer")
    held = Held(criterion.commitment)
    access.check_can_judge(by, held.thing)
    held.check_open()
    kept = Criterion.objects.select_for_update(of=("self",)).get(pk=criterion.pk)
    if kept.dropped_at is not None:
        raise Refused("This criterion was dropped already.")
    kept.dropped_at, kept.dropped_by_id = at, signed_in(by)
    kept.dropped_because = reason
    kept.save(update_fields=["dropped_at", "dropped_by", "dropped_because"])
    held.keep(at=at)
    record(
        by=by,
        at=at,
        act="followup.drop_criterion",
        subject=held.subject,
        details={"criterion": criterion.pk},
    )


@transaction.atomic
def judge_criterion(
    *,
    by: Viewer,
    at: datetime,
    criterion: Criterion,
    is_met: bool,
    words: str,
    evidence: Iterable[Evidence] = (),
) -> None:
    """Say whether a criterion is met, and on what evidence: by somebody independent of the work.

    Raises:
        access.Refused: the viewer judges not for the body or owns the work; or the criterion is met
            on no evidence, or on what they added themselves; or its commitment is closed.
        NothingSaid: there are no words.
    """
    seen = list(evidence)
    held = Held(criterion.commitment)
    access.check_can_judge(by, held.thing)
    held.check_open()
    held.check_independent(by, providers=[one.by_id for one in seen])
    if is_met and not seen:
        raise Refused("Choose the evidence that shows it.")
    if any(one.commitment_id != criterion.commitment_id for one in seen):
        raise Refused("This evidence belongs to another commitment.")
    words = rules.words_in(words, "Say what this rests on")
    test = CriterionTest.objects.create(
        criterion=criterion,
        is_met=is_met,
        words=words,
        at=at,
        by_id=signed_in(by),
    )
    test.evidence.set(seen)
    held.keep(at=at)
    record(
        by=by,
        at=at,
        act="followup.judge_criterion",
        subject=held.subject,
        details={"criterion": criterion.pk, "is_met": is_met},
    )


def _kept(evidence: NewEvidence) -> dict[str, Any]:
    if not evidence.kind.is_a_file or evidence.file is None:
        if not evidence.address:
            asked = "a file or an address" if evidence.kind.is_a_file else "an address"
            raise EvidenceMissing(f"Give {asked}")
        return {"address": evidence.address}
    stored = StoredFile.of(evidence.file, name=evidence.file_name, folder="evidence")
    return {
        "file_name": stored.name,
        "file_size": stored.size,
        "file_sha256": stored.sha256,
        "stored_as": stored.stored_as,
    }
