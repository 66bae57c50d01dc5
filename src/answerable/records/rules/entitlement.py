"""Whether a victim may ask for a review of a decision, under which scheme, and why, in words.

Judged on what had happened by the end of the day of the decision, since the victim is told of the
right with the decision.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from answerable.records.codes import outcomes
from answerable.records.codes.review_schemes import PILOT_AREAS, SCHEMES, Scheme
from answerable.records.file import CaseFile
from answerable.records.kinds.court import Charged
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.people import Status, SuspectStatus
from answerable.records.kinds.review import EntitlementOverridden, NotQualifying
from answerable.records.kinds.withdrawal import ReEngaged, Withdrawal
from answerable.records.rules.asked import in_words
from answerable.records.rules.decision import concerned_suspects, concerned_victims

_POLICE_REVIEWS = frozenset({What.NO_FURTHER_ACTION})
_CPS_REVIEWS = frozenset(
    {What.NO_FURTHER_ACTION, What.STOP_PROSECUTION, What.NO_EVIDENCE_OFFERED, What.LIE_ON_FILE}
)
_OUT_OF_COURT = frozenset({2, 3, 6, 7, 8, 22})
_RETRACTED = frozenset({14, 16})


@dataclass(frozen=True, slots=True)
class Entitlement:
    """What the rules, or a person against them, say of one victim and one decision."""

    is_entitled: bool
    scheme: Scheme | None
    """Under which; None where the decision falls under none."""
    why: str
    """The reason, in one sentence that a victim may read."""
    why_not: NotQualifying | None = None
    """Which exclusion applies; None where entitled."""
    is_overridden: bool = False
    """Whether a person judged otherwise than the rules, with a reason."""


def entitlement(file: CaseFile, number: int, victim: int) -> Entitlement:
    """Whether a victim may ask for a review of a decision, a person’s judgement first.

    Args:
        number: of a decision that stands.

    Raises:
        LookupError: the case has no such decision.
    """
    computed = by_rules(file, number, victim)
    judged = [
        event
        for _, event in file.of(EntitlementOverridden)
        if event.victim == victim and file.standing_number(event.decision) == number
    ]
    if not judged or not judged[-1].reason.strip():
        return computed
    return Entitlement(
        judged[-1].is_entitled,
        computed.scheme,
        f"A person judged so on {in_words(judged[-1].on)}: {judged[-1].reason.strip()}",
        None if judged[-1].is_entitled else NotQualifying.ANOTHER_REASON,
        is_overridden=True,
    )


def by_rules(file: CaseFile, number: int, victim: int) -> Entitlement:
    """What the rules say, whatever a person judged.

    Raises:
        LookupError: the case has no such decision.
    """
    decision = file.named(number, Decision)
    if decision is None:
        raise LookupError(f"The case has no decision {number}.")
    then = file.as_at(decision.on)
    if victim not in concerned_victims(file, decision):
        return _not(None, NotQualifying.ANOTHER_REASON, "The decision does not concern the victim.")
    if decision.made is What.PROVISIONAL_NO_EVIDENCE:
        return _in_the_pilot(decision)
    if decision.maker is Maker.CPS and decision.made in _CPS_REVIEWS:
        return _in_force(decision, Scheme.CPS)
    if decision.maker is Maker.POLICE and decision.made is What.OUT_OF_COURT:
        return _not(Scheme.POLICE, NotQualifying.OUT_OF_COURT)
    if decision.maker is Maker.POLICE and decision.made in _POLICE_REVIEWS:
        excluded = next(_police_exclusions(then, decision, victim), None)
        return _not(Scheme.POLICE, excluded) if excluded else _in_force(decision, Scheme.POLICE)
    return _not(
        None,
        NotQualifying.ANOTHER_REASON,
        "This kind of decision falls under no scheme: only decisions that end a case do.",
    )


def _in_the_pilot(decision: Decision) -> Entitlement:
    if decision.area is None:
        return _not(
            Scheme.PILOT,
            NotQualifying.ANOTHER_REASON,
            "It is not recorded which area of the prosecutors decided, so it cannot be said "
            "whether the pilot applies.",
        )
    begun = PILOT_AREAS.get(decision.area)
    if begun is None or decision.on < begun.decisions_from:
        since = f" before {in_words(begun.decisions_from)}" if begun else ""
        return _not(
            Scheme.PILOT,
            NotQualifying.ANOTHER_REASON,
            f"{decision.area.label} did not take part in the pilot{since}.",
        )
    return _entitled(
        Scheme.PILOT,
        f"{decision.area.label} takes part in the pilot since {in_words(begun.decisions_from)}: "
        "the victim may ask before no evidence is offered.",
    )


def _in_force(decision: Decision, scheme: Scheme) -> Entitlement:
    since = SCHEMES[scheme].decisions_from
    if decision.on < since:
        return _not(
            scheme,
            NotQualifying.ANOTHER_REASON,
            f"The decision was made before the scheme began on {in_words(since)}.",
        )
    if scheme is Scheme.CPS:
        why = "The prosecutors decided not to charge, or to stop the whole case."
    else:
        why = "A suspect was interviewed under caution, and the police decided not to go on."
    return _entitled(scheme, why)


def _entitled(scheme: Scheme, why: str) -> Entitlement:
    return Entitlement(is_entitled=True, scheme=scheme, why=why)


def _not(scheme: Scheme | None, which: NotQualifying, why: str = "") -> Entitlement:
    return Entitlement(
        is_entitled=False, scheme=scheme, why=why or f"{which.label}.", why_not=which
    )


def _police_exclusions(then: CaseFile, decision: Decision, victim: int) -> Iterator[NotQualifying]:
    code = outcomes.base(decision.outcome)
    suspects = set(concerned_suspects(then, decision))
    if not suspects & _interviewed(then):
        yield NotQualifying.NO_SUSPECT_INTERVIEWED
    if code in _OUT_OF_COURT or _disposed_of(then, suspects):
        yield NotQualifying.OUT_OF_COURT
    charged = {event.suspect: event.is_other_offence for _, event in then.of(Charged)}
    if any(charged.get(suspect) for suspect in suspects):
        yield NotQualifying.OTHER_OFFENCE_CHARGED
    if charged:
        yield NotQualifying.CHARGED_IN_PART
    if code in _RETRACTED or _withdrew(then, victim):
        yield NotQualifying.VICTIM_RETRACTED


def _interviewed(file: CaseFile) -> set[int]:
    return {
        event.suspect for _, event in file.of(SuspectStatus) if event.status is Status.INTERVIEWED
    }


def _disposed_of(file: CaseFile, suspects: set[int]) -> bool:
    return any(
        decision.made is What.OUT_OF_COURT and suspects & {*concerned_suspects(file, decision)}
        for _, decision in file.of(Decision)
    )


def _withdrew(file: CaseFile, victim: int) -> bool:
    returned = {file.standing_number(event.withdrawal) for _, event in file.of(ReEngaged)}
    return any(
        event.victim == victim and number not in returned for number, event in file.of(Withdrawal)
    )
