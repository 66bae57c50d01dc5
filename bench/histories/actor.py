"""Somebody who does, in time and in full, whatever a case still asks for.

What to do is read from what the rules say is due, and never from how they work: `DOES` has an
answer for each rule by its code. A rule without one is left, and told.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from random import Random

from answerable.records import rules
from answerable.records.codes.characteristics import Characteristic
from answerable.records.event import Event, Recorded
from answerable.records.file import CaseFile
from answerable.records.kinds.advice import (
    AdviceAnswered,
    AdviceConsidered,
    AdviceGiven,
    AdviceRequested,
)
from answerable.records.kinds.characteristics import CharacteristicRecorded, State
from answerable.records.kinds.first_response import (
    NeedsAssessed,
    PersonalStatement,
    SpecialistDeployed,
    StatementStep,
)
from answerable.records.kinds.people import Status, SuspectStatus
from answerable.records.kinds.plan import Answer as ItemsAnswer
from answerable.records.kinds.plan import InvestigationPlanned, ItemAnswered, ItemReviewed
from answerable.records.kinds.review import (
    Level,
    Result,
    ReviewAcknowledged,
    ReviewDecided,
    ReviewResultTold,
    ReviewRightTold,
)
from answerable.records.kinds.supervision import SupervisorReviewed
from answerable.records.kinds.support import Answer, SupportContact, SupportOffered, SupportReferred
from answerable.records.kinds.telling import ContactPreference, Method, Teller, Told, ToldOfStep
from answerable.records.kinds.voice import FeedbackDeclined
from answerable.records.progress import current_stage
from answerable.records.rules.entitlement import entitlement
from answerable.statute.limits import LIMITS
from bench.histories.judging import Disagreement, Tally, attempt

WORDS = "A reason in words enough."
AT = datetime(2026, 1, 1, tzinfo=UTC)


class Actor:
    """One case as somebody works on it, day after day."""

    def __init__(self, reported_on: date, lots: Random, tally: Tally) -> None:
        self.file = CaseFile(1, reported_on)
        self.today = reported_on
        self.lots = lots
        self.tally = tally
        self.changes: Callable[[Actor, Event], Event | None] = lambda _, event: event
        """What a breach that is planted makes of an event; None: it does not happen."""
        self.puts_off = ""
        """The rule whose limit is let pass, where that is the breach."""
        self.put_off = False
        self.road = ""
        """The way that the case takes, where a breach needs one; drawn where empty."""
        self.unanswered: set[str] = set()
        """Rules that asked for something and have no answer here."""

    def does(self, event: Event) -> int | None:
        """Record an event that must be possible; its number, or None where it was left out."""
        changed = self.changes(self, event)
        if changed is None:
            return None
        number = self.file.next_number
        side = sorted(changed.RECORDED_BY)[0]
        one = Recorded(number=number, event=changed, recorded_at=AT, side=side)
        before = self.file
        self.file = attempt(before, one, self.tally)
        if self.file is before:
            raise Disagreement(f"Refused in a lawful case: {changed}")
        return number

    def waits(self, days: int) -> None:
        """Let days pass, doing in time what falls due in them."""
        self.until(self.today + timedelta(days=days))

    def until(self, day: date) -> None:
        """Be at a later day, having done what fell due until then."""
        self._at_once()
        for _ in range(400):
            wanted = [(self._when(due), due) for due in self._dues() if due.due_on]
            coming = [(when, due) for when, due in wanted if when <= day]
            if not coming:
                break
            when, due = min(coming, key=lambda one: (one[0], one[1].rule.code))
            self.today = max(self.today, when)
            self.put_off |= due.rule.code == self.puts_off and due.is_late(self.today)
            self._answers(due)
            self._at_once()
        else:
            raise Disagreement("What is due never ends.")
        self.today = max(self.today, day)

    def brings_forward(self, code: str) -> None:
        """Do at once what a rule asks for some day to come."""
        for due in self._dues():
            if due.rule.code == code != self.puts_off:
                self._answers(due)
        self._at_once()

    def ends(self) -> None:
        """Do what is still due, and let what was put off become late."""
        self._at_once()
        for _ in range(60):
            left = [due for due in self._dues() if due.due_on]
            if not left:
                return
            first = min(due.due_on for due in left if due.due_on)
            if first > self.today + timedelta(days=60):
                return
            self.until(first + timedelta(days=6))
            if all(due.rule.code == "support_in_touch" for due in self._dues()):
                return

    def _dues(self) -> list[rules.Due]:
        known = rules.dues(self.file, LIMITS, on=self.today)
        self.unanswered |= {due.rule.code for due in known} - DOES.keys() - BY_THE_STORY
        return [due for due in known if due.rule.code in DOES]

    def _when(self, due: rules.Due) -> date:
        last = due.due_on or self.today
        if due.rule.code == self.puts_off:
            return last + timedelta(days=1 + self.lots.randrange(5))
        return max(self.today, last - timedelta(days=self.lots.choice((0, 0, 1, 3))))

    def _at_once(self) -> None:
        for _ in range(60):
            now = [due for due in self._dues() if due.due_on is None]
            before = self.file
            for due in now:
                self._answers(due)
            if self.file is before:
                return

    def _answers(self, due: rules.Due) -> None:
        for event in DOES[due.rule.code](self, due):
            self.does(event)

    def event(self, due: rules.Due) -> Event:
        """The event that what is due is about."""
        number = due.about.event or 0
        return next(one.event for one in self.file.standing if one.number == number)


def _victim(due: rules.Due) -> int:
    return due.about.victim or 1


def _number(due: rules.Due) -> int:
    return due.about.event or 0


def _characteristics(actor: Actor, due: rules.Due) -> list[Event]:
    known = {
        event.characteristic
        for _, event in actor.file.of(CharacteristicRecorded)
        if event.victim == _victim(due)
    }
    first = {Characteristic.AGE, Characteristic.SEX}
    wanted = first if due.rule.code == "characteristics_first" else {*Characteristic} - first
    return [
        CharacteristicRecorded(
            on=actor.today, victim=_victim(due), characteristic=one, state=State.PREFER_NOT_TO_SAY
        )
        for one in sorted(wanted - known)
    ]


def _tells(actor: Actor, due: rules.Due) -> list[Event]:
    right = entitlement(actor.file, _number(due), _victim(due)).is_entitled
    return [
        Told(
            on=actor.today,
            victim=_victim(due),
            decision=_number(due),
            method=Method.TELEPHONE,
            teller=Teller.INVESTIGATOR,
            support_present=True,
            explained=True,
            review_right_offered=right or None,
            support_offered=True,
        )
    ]


def _tells_of_step(actor: Actor, due: rules.Due) -> list[Event]:
    return [
        ToldOfStep(
            on=actor.today,
            victim=_victim(due),
            status=_number(due),
            method=Method.TELEPHONE,
            teller=Teller.INVESTIGATOR,
        )
    ]


def _reviews(actor: Actor, due: rules.Due) -> list[Event]:
    level = Level.LOCAL if due.rule.code.endswith("local") else Level.INDEPENDENT
    decided = ReviewDecided(
        on=actor.today,
        request=_number(due),
        level=level,
        result=Result.DECISION_STOOD,
        reason=WORDS,
    )
    number = actor.does(decided)
    if number is None:
        return []
    return [
        ReviewResultTold(
            on=actor.today,
            result=number,
            method=Method.TELEPHONE,
            teller=Teller.SUPERVISOR,
            explained=True,
        )
    ]


def _offers(actor: Actor, due: rules.Due) -> list[Event]:
    answer = actor.lots.choice((Answer.ACCEPTED, Answer.DECLINED))
    stage = current_stage(actor.file)
    return [SupportOffered(on=actor.today, victim=_victim(due), stage=stage, answer=answer)]


def _asks_the_victim(actor: Actor, due: rules.Due) -> list[Event]:
    stage = current_stage(actor.file)
    return [FeedbackDeclined(on=actor.today, victim=_victim(due), stage=stage)]


def _refers(actor: Actor, due: rules.Due) -> list[Event]:
    return [
        SupportReferred(
            on=actor.today, victim=_victim(due), service=1, offer=_number(due), has_consent=True
        )
    ]


def _is_in_touch(actor: Actor, due: rules.Due) -> list[Event]:
    last = actor.event(due)
    referral = last.referral if isinstance(last, SupportContact) else _number(due)
    return [SupportContact(on=actor.today, victim=_victim(due), referral=referral)]


def _considers(actor: Actor, _due: rules.Due) -> list[Event]:
    sought = actor.lots.random() < 0.4
    return [AdviceConsidered(on=actor.today, is_sought=sought, why_not="" if sought else WORDS)]


def _answers_advice(actor: Actor, due: rules.Due) -> list[Event]:
    number = _number(due)
    return [
        AdviceAnswered(on=actor.today, request=number, is_accepted=True),
        AdviceGiven(on=actor.today, request=number, parameters=WORDS, strategy=WORDS),
    ]


def _ends_bail(actor: Actor, due: rules.Due) -> list[Event]:
    suspect, status = due.about.suspect or 1, Status.UNDER_INVESTIGATION
    return [SuspectStatus(on=actor.today, suspect=suspect, status=status)]


def _asks_how(actor: Actor, due: rules.Due) -> list[Event]:
    return [ContactPreference(on=actor.today, victim=_victim(due), method=Method.TELEPHONE)]


def _tells_right(actor: Actor, due: rules.Due) -> list[Event]:
    return [
        ReviewRightTold(
            on=actor.today,
            victim=_victim(due),
            decision=_number(due),
            method=Method.TELEPHONE,
            teller=Teller.INVESTIGATOR,
        )
    ]


def _acknowledges(actor: Actor, due: rules.Due) -> list[Event]:
    return [ReviewAcknowledged(on=actor.today, request=_number(due), method=Method.EMAIL)]


def _answers_item(actor: Actor, due: rules.Due) -> list[Event]:
    return [ItemAnswered(on=actor.today, item=_number(due), answer=ItemsAnswer.DONE, words=WORDS)]


def _offers_statement(actor: Actor, due: rules.Due) -> list[Event]:
    return [PersonalStatement(on=actor.today, victim=_victim(due), what=StatementStep.OFFERED)]


DOES: dict[str, Callable[[Actor, rules.Due], list[Event]]] = {
    "investigation_plan": lambda actor, _: [InvestigationPlanned(on=actor.today, strategy=WORDS)],
    "supervisor_review": lambda actor, _: [SupervisorReviewed(on=actor.today, words=WORDS)],
    "answer_plan_item": _answers_item,
    "review_plan_item": lambda actor, due: [ItemReviewed(on=actor.today, item=_number(due))],
    "consider_advice": _considers,
    "request_advice": lambda actor, _: [AdviceRequested(on=actor.today)],
    "answer_advice_request": _answers_advice,
    "needs_assessed": lambda actor, due: [NeedsAssessed(on=actor.today, victim=_victim(due))],
    "specialist_deployed": lambda actor, due: [
        SpecialistDeployed(on=actor.today, victim=_victim(due))
    ],
    "personal_statement_offered": _offers_statement,
    "support_offered": _offers,
    "support_offered_at_stage": _offers,
    "victim_asked_at_stage": _asks_the_victim,
    "support_referred": _refers,
    "support_in_touch": _is_in_touch,
    "characteristics_first": _characteristics,
    "characteristics_complete": _characteristics,
    "ask_how_to_be_told": _asks_how,
    "tell_victim": _tells,
    "tell_victim_enhanced": _tells,
    "tell_suspect_step": _tells_of_step,
    "tell_suspect_step_enhanced": _tells_of_step,
    "acknowledge_review_police": _acknowledges,
    "complete_review_police": _reviews,
    "complete_review_cps_local": _reviews,
    "complete_review_cps": _reviews,
    "complete_review_pilot": _reviews,
    "tell_review_right": _tells_right,
    "follow_end_of_bail": _ends_bail,
}
"""What answers what is due, by the rule that asks it."""
BY_THE_STORY = frozenset({"charging_decision_28"})
"""What the story does by itself, in time."""
