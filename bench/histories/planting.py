"""Breaches that are planted in a lawful case, one in each, by the rule that must flag it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TypeAlias

from msgspec.structs import replace

from answerable.records import rules
from answerable.records.event import Event, Recorded, Side
from answerable.records.kinds.advice import (
    AdviceAnswered,
    AdviceConsidered,
    AdviceEscalated,
    AdviceGiven,
    AdviceRequested,
    Rank,
)
from answerable.records.kinds.communication import Communicated, Direction, Form
from answerable.records.kinds.correction import RecordedInError
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.disagreement import DisagreementRaised
from answerable.records.kinds.disagreement import Subject as Disagreed
from answerable.records.kinds.meeting import MeetingHeld
from answerable.records.kinds.people import Status, SuspectStatus
from answerable.records.kinds.plan import ItemMoved, ItemSet
from answerable.records.kinds.review import (
    EntitlementOverridden,
    NotQualifying,
    Result,
    ReviewDecided,
    ReviewRequested,
    ReviewResultTold,
    ReviewRightTold,
)
from answerable.records.kinds.submission import SubmissionTriaged
from answerable.records.kinds.support import SupportReferred
from answerable.records.kinds.telling import (
    ContactPreference,
    Method,
    Told,
    ToldOfStep,
    Uncontactable,
)
from answerable.records.kinds.voice import Through
from answerable.records.kinds.withdrawal import Withdrawal
from answerable.records.progress import current_stage
from answerable.records.rules.decision import ENDS_A_CASE
from bench.histories.actor import AT, DOES, WORDS, Actor
from bench.histories.judging import attempt

Change: TypeAlias = Callable[[Actor, Event], Event | None]
"""What becomes of an event on its way into the case."""
Addition: TypeAlias = Callable[[Actor], bool]
"""Something more at the end of a case; False where the case has no place for it."""


def _if(
    kind: type[Event], when: Callable[[Actor, Event], bool] | None = None, **facts: object
) -> Change:
    def change(actor: Actor, event: Event) -> Event | None:
        if isinstance(event, kind) and (when is None or when(actor, event)):
            return replace(event, **facts)
        return event

    return change


def _drop(kind: type[Event]) -> Change:
    return lambda _, event: None if isinstance(event, kind) else event


def _of_an_end(actor: Actor, told: Event) -> bool:
    decision = actor.file.named(getattr(told, "decision", 0), Decision)
    return decision is not None and decision.made in ENDS_A_CASE


def _of_no_evidence(actor: Actor, decided: Event) -> bool:
    request = actor.file.named(getattr(decided, "request", 0), ReviewRequested)
    decision = actor.file.named(request.decision, Decision) if request else None
    return decision is not None and decision.made is What.NO_EVIDENCE_OFFERED


def _bail_too_long(_actor: Actor, event: Event) -> Event:
    if isinstance(event, SuspectStatus) and event.ends_on:
        return replace(event, ends_on=event.ends_on + timedelta(days=120))
    return event


def _told_by_letter(_actor: Actor, event: Event) -> Event:
    return replace(event, method=Method.LETTER) if isinstance(event, Told | ToldOfStep) else event


def _right_kept_back(_actor: Actor, event: Event) -> Event | None:
    if isinstance(event, Told) and event.review_right_offered:
        return replace(event, review_right_offered=None)
    return None if isinstance(event, ReviewRightTold) else event


CHANGES: dict[str, Change] = {
    "explain_decision": _if(Told, explained=False),
    "offer_support_again": _if(Told, _of_an_end, support_offered=False),
    "tell_as_wished": _told_by_letter,
    "ask_how_to_be_told": _drop(ContactPreference),
    "tell_review_right": _right_kept_back,
    "give_reasons_for_decision": _if(
        Decision, lambda _, one: getattr(one, "made", "") in ENDS_A_CASE, rationale=" "
    ),
    "decide_charge_by_prosecutors": _if(
        Decision, lambda _, one: getattr(one, "made", "") is What.CHARGE, maker=Maker.POLICE
    ),
    "authorise_bail_by_rank": _bail_too_long,
    "set_end_of_bail": _if(
        SuspectStatus, lambda _, one: getattr(one, "status", "") is Status.BAILED, ends_on=None
    ),
    "seek_victims_views_on_bail": _if(
        SuspectStatus,
        lambda _, one: getattr(one, "status", "") is Status.BAILED,
        victims_views_sought=False,
    ),
    "support_consent": _if(SupportReferred, has_consent=False),
    "advice_not_sought_reason": _if(
        AdviceConsidered, lambda _, one: not getattr(one, "is_sought", 0), why_not="No."
    ),
    "advice_parameters": _if(AdviceGiven, parameters=""),
    "advice_refusal": _if(AdviceAnswered, is_accepted=False),
    "plan_item_dated": _if(ItemSet, target_on=None, why_no_target=WORDS),
    "triage_reason": _if(SubmissionTriaged, is_accepted=False, is_full_file=False),
    "review_where_entitled": _if(
        ReviewDecided,
        result=Result.NOT_QUALIFYING,
        why_not_qualifying=NotQualifying.OUT_OF_COURT,
    ),
    "say_why_not_qualifying": _if(ReviewDecided, result=Result.NOT_QUALIFYING),
    "refuse_only_when_late": _if(ReviewDecided, result=Result.OUT_OF_TIME),
    "not_recommenced_after_no_evidence": _if(
        ReviewDecided, _of_no_evidence, result=Result.DECISION_CHANGED
    ),
}
"""Breaches in how something is done. A meeting without the prosecutor is planted below."""


def _no_prosecutor(actor: Actor, event: Event) -> Event:
    """Only where the decision on no further action follows, which the end of the case tells."""
    del actor
    return replace(event, prosecutor_present=False) if isinstance(event, MeetingHeld) else event


CHANGES["meeting_before_decision"] = _no_prosecutor


def _writes_badly(actor: Actor) -> bool:
    way = Direction.POLICE_TO_CPS
    return _adds(actor, Communicated(on=actor.today, direction=way, form=Form.EMAIL))


def _withdraws(actor: Actor) -> bool:
    stage = current_stage(actor.file)
    event = Withdrawal(on=actor.today, victim=1, stage=stage, through=Through.THEMSELVES)
    return _adds(actor, event)


def _moves(actor: Actor) -> bool:
    item = next((number for number, _ in actor.file.of(ItemSet)), None)
    later = actor.today + timedelta(days=3)
    return bool(item) and _adds(
        actor, ItemMoved(on=actor.today, item=item or 0, target_on=later, reason="")
    )


def _gives_up(actor: Actor) -> bool:
    told = actor.file.latest(Told)
    return told is not None and _adds(
        actor, Uncontactable(on=actor.today, victim=1, decision=told.decision, reason=WORDS)
    )


def _overrides(actor: Actor) -> bool:
    told = actor.file.latest(Told)
    return told is not None and _adds(
        actor,
        EntitlementOverridden(
            on=actor.today, victim=1, decision=told.decision, is_entitled=False, reason=" "
        ),
    )


def _requests_after_all(actor: Actor) -> bool:
    considered = actor.file.latest(AdviceConsidered)
    if considered is None or considered.is_sought:
        return False
    return _adds(actor, AdviceRequested(on=actor.today))


def _goes_up_below_rank(actor: Actor) -> bool:
    request = next((number for number, _ in actor.file.of(AdviceRequested)), None)
    return bool(request) and _adds(
        actor, AdviceEscalated(on=actor.today, request=request or 0, rank=Rank.BELOW_INSPECTOR)
    )


def _quarrels(actor: Actor) -> bool:
    raised = DisagreementRaised(
        on=actor.today, raised_by=Side.POLICE, subject=Disagreed.DECISION, reason=WORDS
    )
    actor.does(raised)
    actor.today += timedelta(days=60)
    return True


def _review_never_ended(actor: Actor) -> bool:
    """The result of a review before no evidence was offered turns out never to have been."""
    for number, decided in list(actor.file.of(ReviewDecided)):
        request = actor.file.named(decided.request, ReviewRequested)
        decision = actor.file.named(request.decision, Decision) if request else None
        if decision and decision.made is What.PROVISIONAL_NO_EVIDENCE:
            for at, told in list(actor.file.of(ReviewResultTold)):
                if told.result == number:
                    _strikes(actor, at)
            _strikes(actor, number)
            return True
    return False


def _strikes(actor: Actor, number: int) -> None:
    one = Recorded(
        number=actor.file.next_number,
        event=RecordedInError(on=actor.today, reason=WORDS),
        recorded_at=AT,
        side=Side.POLICE,
        replaces=number,
    )
    actor.file = attempt(actor.file, one, actor.tally)


def _adds(actor: Actor, event: Event) -> bool:
    return actor.does(event) is not None


ADDITIONS: dict[str, Addition] = {
    "details_of_both_sides": _writes_badly,
    "withdrawal_words": _withdraws,
    "withdrawal_reason": _withdraws,
    "moved_with_reason": _moves,
    "try_three_times": _gives_up,
    "override_with_reason": _overrides,
    "advice_contradiction": _requests_after_all,
    "advice_escalation_rank": _goes_up_below_rank,
    "resolve_disagreement": _quarrels,
    "wait_for_review": _review_never_ended,
}
"""Breaches that come to a case at its end."""

PUT_OFF = tuple(
    sorted(
        {rule.code for rule in rules.RULES if rule.limit and rule.code in DOES}
        | {"answer_plan_item", "follow_end_of_bail"}
    )
)
"""Rules whose limit is let pass."""
ROAD_FOR = {
    **dict.fromkeys(("authorise_bail_by_rank", "set_end_of_bail"), "police"),
    **dict.fromkeys(("seek_victims_views_on_bail", "late follow_end_of_bail"), "police"),
    **dict.fromkeys(("tell_review_right", "review_where_entitled"), "police"),
    **dict.fromkeys(("say_why_not_qualifying", "refuse_only_when_late"), "police"),
    **dict.fromkeys(("late acknowledge_review_police", "late complete_review_police"), "police"),
    **dict.fromkeys(("late complete_review_cps_local", "late complete_review_cps"), "cps"),
    **dict.fromkeys(("meeting_before_decision", "triage_reason", "plan_item_dated"), "cps"),
    **dict.fromkeys(("moved_with_reason", "late answer_plan_item"), "cps"),
    **dict.fromkeys(("late tell_suspect_step", "late tell_suspect_step_enhanced"), "cps"),
    "decide_charge_by_prosecutors": "court",
    **dict.fromkeys(("not_recommenced_after_no_evidence", "wait_for_review"), "stop"),
    "late complete_review_pilot": "stop",
}
"""The way that a case must take so that a breach has a place in it."""
PLANTS = (*CHANGES, *ADDITIONS, *(f"late {code}" for code in PUT_OFF))
