"""Criteria and their tests, evidence and its judgements, closures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from answerable_site.design.dates import date_in_words
from answerable_site.followup import rules
from answerable_site.followup.presenters.naming import short
from answerable_site.followup.presenters.parts import (
    Entry,
    Section,
    Tag,
    act,
    acts,
    newest_first,
    said,
)
from answerable_site.followup.presenters.powers import Powers

if TYPE_CHECKING:
    from answerable_site.followup.models import Commitment, Evidence

_CLOSURES = {
    rules.ClosureState.TO_CHECK: "yellow",
    rules.ClosureState.LASTED: "green",
    rules.ClosureState.DID_NOT_LAST: "red",
    rules.ClosureState.REOPENED: "grey",
}


def criteria_section(commitment: Commitment, powers: Powers) -> Section:
    """What has to be true before it may be closed, and whether it was found to be."""
    asked = [one for one in commitment.criteria.all() if one.dropped_at is None]
    dropped = [one for one in commitment.criteria.all() if one.dropped_at is not None]
    return Section(
        "criteria",
        "Criteria for closing",
        entries=tuple(_criterion(one, powers) for one in asked),
        empty="None is written yet. Without one this cannot be closed.",
        acts=acts(
            act("Write a criterion", "write_criterion", commitment.pk)
            if powers.judges and powers.is_open
            else None
        ),
        folded="Criteria that are asked for no longer" if dropped else "",
        earlier=tuple(_dropped(one) for one in dropped),
    )


def evidence_section(commitment: Commitment, powers: Powers) -> Section:
    """Everything that was added, the newest first."""
    return Section(
        "evidence",
        "Evidence",
        entries=tuple(
            shown_evidence(one, powers) for one in newest_first(commitment.evidence.all())
        ),
        empty="None yet.",
        acts=acts(act("Add evidence", "add_evidence", commitment.pk) if powers.works else None),
    )


def shown_evidence(one: Evidence, powers: Powers) -> Entry:
    """One piece of evidence, with what somebody independent found."""
    judgements = newest_first(one.judgements.all())
    action = (f"Added with the action: {short(one.action.title)}",) if one.action else ()
    return Entry(
        one.title,
        href=one.address or reverse("followup:evidence_file", args=[one.pk]),
        tags=(_judged(judgements),),
        facts=(
            rules.EvidenceKind(one.kind).label,
            f"Speaks to {date_in_words(one.on)}",
            *_file(one),
            f"Added by {said(one.by, one.at)}",
            *action,
        ),
        words=one.words,
        notes=tuple(_judgement(row) for row in judgements[:1]),
        acts=acts(
            act("Judge it", "judge_evidence", one.pk, about=one.title)
            if powers.can_test(one.by_id)
            else None
        ),
        folded="Earlier judgements" if len(judgements) > 1 else "",
        earlier=tuple(_judgement(row) for row in judgements[1:]),
    )


def closure_section(commitment: Commitment, powers: Powers, gaps: tuple[str, ...]) -> Section:
    """What stands between it and its closure, and every closure that there was."""
    rows = newest_first(commitment.closures.all())
    standing = [row for row in rows if row.reopened_at is None]
    is_open = commitment.closed_on is None
    return Section(
        "closing",
        "Closing",
        intro=_before_closing(gaps) if is_open else (),
        points=gaps if is_open else (),
        entries=tuple(_closure(row) for row in standing),
        empty="It was never closed." if not rows else "It is open again.",
        acts=acts(
            act("Close it", "close", commitment.pk)
            if is_open and not gaps and powers.tests
            else None,
            act("Say whether it lasted", "check_closure", standing[0].pk)
            if _may_check(standing, powers)
            else None,
            act("Open it again", "reopen", commitment.pk)
            if not is_open and powers.judges
            else None,
        ),
        folded="Closures that stand no longer" if len(rows) > len(standing) else "",
        earlier=tuple(_closure(row) for row in rows if row not in standing),
    )


def _before_closing(gaps: tuple[str, ...]) -> tuple[str, ...]:
    if gaps:
        return ("This stands between it and its closure:",)
    return ("Nothing stands between it and its closure.",)


def _may_check(standing: list[Any], powers: Powers) -> bool:
    return bool(standing) and standing[0].state is rules.ClosureState.TO_CHECK and powers.tests


def _criterion(one: Any, powers: Powers) -> Entry:
    tests = newest_first(one.tests.all())
    return Entry(
        one.words,
        tags=(_tested(tests),),
        facts=(f"Written by {said(one.by, one.at)}",),
        notes=tuple(_test(row) for row in tests[:1]),
        acts=acts(
            act("Test it", "judge_criterion", one.pk, about=short(one.words))
            if powers.tests and powers.is_open
            else None,
            act("Ask for it no longer", "drop_criterion", one.pk, about=short(one.words))
            if powers.judges and powers.is_open
            else None,
        ),
        folded="Earlier tests" if len(tests) > 1 else "",
        earlier=tuple(_test(row) for row in tests[1:]),
    )


def _dropped(one: Any) -> Entry:
    return Entry(
        one.words,
        facts=(f"Dropped by {said(one.dropped_by, one.dropped_at)}",),
        words=one.dropped_because,
    )


def _tested(tests: list[Any]) -> Tag:
    if not tests:
        return Tag("Not tested", "grey")
    return Tag("Met", "green") if tests[0].is_met else Tag("Not met", "red")


def _test(row: Any) -> str:
    on = ", ".join(one.title for one in row.evidence.all())
    found = "Met" if row.is_met else "Not met"
    return f"{found}: {row.words}{f' (on: {on})' if on else ''} ({said(row.by, row.at)})"


def _judged(judgements: list[Any]) -> Tag:
    if not judgements:
        return Tag("Not judged", "grey")
    return Tag("Sufficient", "green") if judgements[0].is_sufficient else Tag("Not enough", "red")


def _judgement(row: Any) -> str:
    found = "Sufficient" if row.is_sufficient else "Not enough"
    return f"{found}: {row.words} ({said(row.by, row.at)})"


def _file(one: Evidence) -> tuple[str, ...]:
    if one.file_size is None:
        return ()
    return (f"{one.file_name}, {filesizeformat(one.file_size)}",)


def _closure(row: Any) -> Entry:
    if row.checked_on:
        checked = f"Checked on {date_in_words(row.checked_on)}, {row.checked_by.full_name}: "
        checked += row.check_words
    else:
        checked = f"To be checked on {date_in_words(row.check_due_on)}"
    reopened = (
        (f"Opened again: {row.reopened_because} ({said(row.reopened_by, row.reopened_at)})",)
        if row.reopened_at
        else ()
    )
    return Entry(
        f"Closed on {date_in_words(row.on)}",
        tags=(Tag(row.state.label, _CLOSURES[row.state]),),
        facts=(said(row.by, row.at),),
        words=row.words,
        notes=(*(() if row.reopened_at and not row.checked_on else (checked,)), *reopened),
    )
