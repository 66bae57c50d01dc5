"""The notice of a decision to a victim, drafted for how they want to be told.

A draft is read and changed by a person before it is sent or said. Why it was decided so is written
by a person for this victim: the reasons recorded with a decision are for officials, and never
copied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from answerable.records.codes.review_schemes import Scheme
from answerable.records.file import CaseFile
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.telling import ContactPreference, Method
from answerable.records.letters import Placeholder, UnusableLetter
from answerable.records.rules.asked import in_words
from answerable.records.rules.decision import ENDS_A_CASE, concerned_suspects
from answerable.records.rules.entitlement import entitlement
from answerable.records.rules.notice import preference_on, wants_nothing
from answerable.records.rules.review_right import ASK_WITHIN
from answerable.statute.limits import Limits, NoLimitInForce

SUBJECT = "About your case"
_SUPPORT = (
    "You can have support whether or not the case goes on. Tell us if you would like to be put in "
    "touch with a support service, or with another one."
)
_TEXT_MESSAGE = "We have news for you. When and how may we talk with you?"
_WHOM = "WHOM"
"""Stands in what was decided for whom it concerns."""
_MAKERS = {
    Maker.POLICE: "The police",
    Maker.CPS: "The Crown Prosecution Service",
    Maker.COURT: "The court",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A notice that is still to be read by a person."""

    paragraphs: tuple[str, ...]
    """What is to be sent, or said: the paragraphs of a letter or the words of a conversation."""
    to_mind: tuple[str, ...]
    """What whoever tells the victim has to know first. It is never sent."""


def draft(
    file: CaseFile,
    limits: Limits,
    decision: int,
    victim: int,
    *,
    explanation: Sequence[str],
    on: date,
) -> Draft:
    """A notice of a decision to one victim.

    Args:
        decision: the number of a decision that stands.
        explanation: why it was decided so, in plain English, by whoever can say it.
        on: the day on which the victim is to be told.

    Raises:
        LookupError: the case has no such decision.
        UnusableLetter: there is no explanation.
    """
    decided = file.named(decision, Decision)
    if decided is None:
        raise LookupError(f"The case has no decision {decision}.")
    reasons = tuple(one.strip() for one in explanation if one.strip())
    if not reasons:
        raise UnusableLetter("Write why it was so decided, in words for this victim.")
    preference = preference_on(file, victim, on)
    to_mind = tuple(_to_mind(file, victim, preference))
    if preference and preference.method is Method.TEXT_MESSAGE:
        return Draft((_TEXT_MESSAGE,), to_mind)
    paragraphs = [_what_was_decided(file, decided), *reasons]
    if decided.made in ENDS_A_CASE or decided.made is What.PROVISIONAL_NO_EVIDENCE:
        paragraphs.append(_review(file, limits, decision, victim, on))
    return Draft((*paragraphs, _SUPPORT), to_mind)


def _what_was_decided(file: CaseFile, decision: Decision) -> str:
    whom = Placeholder.SUSPECT.mark if concerned_suspects(file, decision) else "anybody"
    act = _ACTS[decision.made].replace(_WHOM, whom)
    return f"{_MAKERS[decision.maker]} decided on {in_words(decision.on)} {act}"


_ACTS = {
    What.NOT_INVESTIGATE: "not to investigate further.",
    What.REFER: (
        "to send your case to the Crown Prosecution Service. It will decide whether there is a "
        "charge."
    ),
    What.FURTHER_WORK: "that more work is needed before there can be a decision about a charge.",
    What.PROVISIONAL_NO_FURTHER_ACTION: (
        "for now that it will not charge WHOM. This is not final yet."
    ),
    What.NO_FURTHER_ACTION: "to take no further action. This means no charge against WHOM.",
    What.CHARGE: "to charge WHOM. The case will go to court.",
    What.OUT_OF_COURT: "to deal with WHOM without a trial.",
    What.PROVISIONAL_NO_EVIDENCE: (
        "for now to offer no evidence against WHOM in court. This is not final yet. If it stays "
        "so, the case ends."
    ),
    What.NO_EVIDENCE_OFFERED: (
        "to offer no evidence against WHOM in court. This means that the case ends."
    ),
    What.STOP_PROSECUTION: "to stop the case against WHOM.",
    What.LIE_ON_FILE: (
        "to let the charges against WHOM lie on file. There will be no trial about them unless a "
        "court allows it."
    ),
    What.INVESTIGATE_AGAIN: "to investigate your case again.",
    What.PROSECUTE_AGAIN: "to take the case against WHOM to court again.",
}


def _review(file: CaseFile, limits: Limits, decision: int, victim: int, on: date) -> str:
    right = entitlement(file, decision, victim)
    if not right.is_entitled:
        return f"This decision gives no right to a review. {right.why}"
    return (
        "You have the right to ask for a review. Somebody who had no part in the decision will "
        f"look at it again. {_until(limits, right.scheme, on)}"
    )


def _until(limits: Limits, scheme: Scheme | None, on: date) -> str:
    """By when to ask; told on another day, it is counted from that day."""
    if scheme is Scheme.PILOT:
        return "Ask soon: it has to be before no evidence is offered in court."
    try:
        limit = limits.in_force(ASK_WITHIN[scheme], on) if scheme else None
    except NoLimitInForce:
        limit = None
    if limit is None:
        return "Tell us soon if you want one."
    return f"If you are told of this on {in_words(on)}, ask by {in_words(limit.last_day(on))}."


def _to_mind(file: CaseFile, victim: int, preference: ContactPreference | None) -> Iterator[str]:
    if wants_nothing(file, victim):
        yield "The victim asked not to be told. Do not send this, and do not say it."
    if preference is None:
        yield "Nobody has recorded how the victim wants to be told. Ask them first."
        return
    yield f"How they want to be told: {preference.method.label.lower()}."
    if preference.method is Method.TEXT_MESSAGE:
        yield "A text message can be read by others: it asks for a talk and holds no decision."
    if preference.teller:
        yield f"Who should tell them: {preference.teller.label.lower()}."
    if preference.support_present:
        yield "Their support worker should be there."
    if preference.times.strip():
        yield f"When: {preference.times.strip()}"
    if preference.safe_contact.strip():
        yield f"What makes contact safe: {preference.safe_contact.strip()}"
