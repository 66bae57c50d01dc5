"""How a victim is told: as they wish, with the reasons, with support offered again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.records.event import Side
from answerable.records.file import CaseFile
from answerable.records.kinds.decision import Decision, What
from answerable.records.kinds.telling import AskedNotToBeTold, ContactPreference, Told, ToldOfStep
from answerable.records.rules.asked import in_words
from answerable.records.rules.decision import ENDS_A_CASE
from answerable.records.rules.rule import About, Breach, Due, Rule
from answerable.records.rules.victims import victims
from answerable.statute import Confidence
from answerable.statute.limits import Limits

_CODE = "Code of Practice for Victims of Crime, Right 6"
_RECOMMENDATION = "Joint thematic inspection of the response to rape, phase one, recommendation 6"

ASK_HOW = Rule(
    code="ask_how_to_be_told",
    asks="Ask the victim how they want to be told, before telling them",
    citation=f"{_CODE}; {_RECOMMENDATION}",
    confidence=Confidence.CONFIRMED,
    recommendation=6,
)
TELL_AS_WISHED = Rule(
    code="tell_as_wished",
    asks="Tell the victim in the way that they chose",
    citation=f"{_CODE}; {_RECOMMENDATION}",
    confidence=Confidence.CONFIRMED,
    recommendation=6,
)
EXPLAIN = Rule(
    code="explain_decision",
    asks="Tell the victim why it was so decided",
    citation=_CODE,
    confidence=Confidence.CONFIRMED,
    recommendation=6,
)
OFFER_SUPPORT_AGAIN = Rule(
    code="offer_support_again",
    asks="Offer support again when the victim is told that the case ends",
    citation=_RECOMMENDATION,
    confidence=Confidence.REASONED,
    recommendation=6,
)
RULES = (ASK_HOW, TELL_AS_WISHED, EXPLAIN, OFFER_SUPPORT_AGAIN)


def dues(file: CaseFile, _limits: Limits, _on: date) -> Iterator[Due]:
    """Which victims to ask how they want to be told."""
    said = {event.victim for _, event in file.of(ContactPreference)}
    for victim, since in victims(file).items():
        if victim not in said and not wants_nothing(file, victim):
            yield Due(
                ASK_HOW,
                f"Ask victim {victim} how they want to be told",
                Side.POLICE,
                since,
                None,
                About(victim=victim),
            )


def breaches(file: CaseFile, _limits: Limits, _on: date) -> Iterator[Breach]:
    """What was amiss each time that a victim was told."""
    for number, told in file.of(Told, ToldOfStep):
        if isinstance(told, Told | ToldOfStep):
            yield from _told_otherwise(file, number, told)
        if isinstance(told, Told):
            yield from _told_too_little(file, number, told)


def preference_on(file: CaseFile, victim: int, day: date) -> ContactPreference | None:
    """How a victim wanted to be told at the end of a day; None where they had not said."""
    said = [
        event
        for _, event in file.of(ContactPreference)
        if event.victim == victim and event.on <= day
    ]
    return said[-1] if said else None


def wants_nothing(file: CaseFile, victim: int) -> bool:
    """Whether a victim asked not to be told, and has not asked to be told again."""
    said = [event for _, event in file.of(AskedNotToBeTold) if event.victim == victim]
    return bool(said) and said[-1].tell_nothing


def _told_otherwise(file: CaseFile, number: int, told: Told | ToldOfStep) -> Iterator[Breach]:
    about = About(victim=told.victim, event=number)
    wished = preference_on(file, told.victim, told.on)
    if wished is None:
        later = preference_on(file, told.victim, date.max)
        but = f" They were asked on {in_words(later.on)}." if later else ""
        yield Breach(
            ASK_HOW,
            f"Victim {told.victim} was told on {in_words(told.on)} before they were asked how "
            f"they want to be told.{but}",
            told.on,
            about,
        )
    elif differing := list(_differences(wished, told)):
        yield Breach(
            TELL_AS_WISHED,
            f"Victim {told.victim} was told on {in_words(told.on)} otherwise than they wished: "
            f"{'; '.join(differing)}.",
            told.on,
            about,
        )


def _differences(wished: ContactPreference, told: Told | ToldOfStep) -> Iterator[str]:
    if told.method is not wished.method:
        yield f"“{told.method.label}” instead of “{wished.method.label}”"
    if wished.teller and told.teller is not wished.teller:
        yield f"“{told.teller.label}” instead of “{wished.teller.label}”"
    if isinstance(told, Told) and wished.support_present and told.support_present is False:
        yield "without their support worker"


def _told_too_little(file: CaseFile, number: int, told: Told) -> Iterator[Breach]:
    decision = file.named(told.decision, Decision)
    about = About(victim=told.victim, event=number)
    if not told.explained:
        yield Breach(
            EXPLAIN,
            f"Victim {told.victim} was told on {in_words(told.on)} without the reasons.",
            told.on,
            about,
        )
    if decision and not told.support_offered and _ends(decision):
        yield Breach(
            OFFER_SUPPORT_AGAIN,
            f"Victim {told.victim} was told on {in_words(told.on)} without an offer of support.",
            told.on,
            about,
        )


def _ends(decision: Decision) -> bool:
    return decision.made in ENDS_A_CASE | {What.PROVISIONAL_NO_EVIDENCE}
