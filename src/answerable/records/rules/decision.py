"""Decisions: whom they concern, what is asked of them, and the outcome that is known last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from answerable.records.codes import outcomes
from answerable.records.event import Recorded
from answerable.records.file import CaseFile
from answerable.records.kinds.court import Charged
from answerable.records.kinds.decision import Decision, Maker, OutcomeRecorded, What
from answerable.records.kinds.people import SuspectIdentified, VictimIdentified
from answerable.records.rules.asked import in_words
from answerable.records.rules.rule import About, Breach, Rule
from answerable.statute import Confidence, civil_date
from answerable.statute.limits import Limits

GIVE_REASONS = Rule(
    code="give_reasons_for_decision",
    asks="Record why the case is referred or not, and by which test",
    citation="The Director’s Guidance on Charging",
    confidence=Confidence.TO_BE_VERIFIED,
)
DECIDE_CHARGE_BY_CPS = Rule(
    code="decide_charge_by_prosecutors",
    asks="Leave the decision to charge rape to the prosecutors, and charge after it",
    citation="The Director’s Guidance on Charging",
    confidence=Confidence.TO_BE_VERIFIED,
)
RULES = (GIVE_REASONS, DECIDE_CHARGE_BY_CPS)

ENDS_A_CASE = frozenset(
    {
        What.NOT_INVESTIGATE,
        What.NO_FURTHER_ACTION,
        What.OUT_OF_COURT,
        What.NO_EVIDENCE_OFFERED,
        What.STOP_PROSECUTION,
        What.LIE_ON_FILE,
    }
)
"""What ends a case for whom it concerns, until it is taken up again."""
_NEEDS_REASONS = ENDS_A_CASE | {What.REFER}


def concerned_victims(file: CaseFile, decision: Decision) -> tuple[int, ...]:
    """Whom a decision concerns, in order: those it names, else every victim of the case."""
    known = {event.victim for _, event in file.of(VictimIdentified)}
    return tuple(sorted(set(decision.victims) or known))


def concerned_suspects(file: CaseFile, decision: Decision) -> tuple[int, ...]:
    """Whom a decision concerns, in order: those it names, else every suspect there is."""
    known = {event.suspect for _, event in file.of(SuspectIdentified)}
    return tuple(sorted(set(decision.suspects) or known))


def decision_in_words(decision: Decision) -> str:
    """Such as "the decision of 3 March 2026 (no further action)"."""
    made = decision.made.label
    return f"the decision of {in_words(decision.on)} ({made[0].lower()}{made[1:]})"


@dataclass(frozen=True, slots=True)
class KnownOutcome:
    """An outcome, who decided it, and since when it is known."""

    outcome: str
    maker: Maker
    on: date


def last_known_outcome(file: CaseFile, suspect: int | None = None) -> KnownOutcome | None:
    """The latest outcome of a case, or of one suspect; None where none is assigned.

    Args:
        suspect: whose; outcomes that name nobody are everybody’s. None: whoever it concerns.
    """
    found = None
    for _, event in file.of(Decision, OutcomeRecorded):
        if isinstance(event, Decision | OutcomeRecorded) and event.outcome:
            named = _named(event)
            if suspect is None or not named or suspect in named:
                found = KnownOutcome(event.outcome, event.maker, event.on)
    return found


def _named(event: Decision | OutcomeRecorded) -> tuple[int, ...]:
    if isinstance(event, Decision):
        return event.suspects
    return (event.suspect,) if event.suspect else ()


def impossible(file: CaseFile, recorded: Recorded) -> Iterator[str]:
    """Why a decision or an outcome cannot have been as it is recorded."""
    event = recorded.event
    if not isinstance(event, Decision | OutcomeRecorded):
        return
    if event.outcome.strip() == "0":
        yield "0 means that no outcome is assigned yet: it is not an outcome."
    elif outcomes.base(event.outcome) is None and (
        event.outcome or isinstance(event, OutcomeRecorded)
    ):
        yield "There is no such outcome. Give a number from 1 to 22, with a local letter if any."
    if not isinstance(event, Decision):
        return
    if event.decided_at and civil_date(event.decided_at) != event.on:
        yield "The time of the decision is on another day than the decision. Check both."
    if event.made is What.CHARGE and not concerned_suspects(file, event):
        yield "Nobody can be charged before a suspect is identified. Record the suspect first."


def breaches(file: CaseFile, _limits: Limits, _on: date) -> Iterator[Breach]:
    """Decisions without their reasons, and charges without the prosecutors."""
    for number, decision in file.of(Decision):
        about = About(event=number)
        if decision.made in _NEEDS_REASONS and not decision.rationale.strip():
            yield Breach(
                GIVE_REASONS,
                f"No reason is recorded for {decision_in_words(decision)}.",
                decision.on,
                about,
            )
        if decision.made is What.CHARGE and decision.maker is Maker.POLICE:
            yield Breach(
                DECIDE_CHARGE_BY_CPS,
                f"The police, not the prosecutors, made {decision_in_words(decision)}.",
                decision.on,
                about,
            )
    for number, charged in file.of(Charged):
        if not _was_decided(file, charged):
            yield Breach(
                DECIDE_CHARGE_BY_CPS,
                f"Suspect {charged.suspect} was charged on {in_words(charged.on)} without a "
                "decision to charge before it.",
                charged.on,
                About(suspect=charged.suspect, event=number),
            )


def _was_decided(file: CaseFile, charged: Charged) -> bool:
    return any(
        decision.made in {What.CHARGE, What.PROSECUTE_AGAIN}
        and decision.on <= charged.on
        and charged.suspect in concerned_suspects(file, decision)
        for _, decision in file.of(Decision)
    )
