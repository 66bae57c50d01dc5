"""Support: offered, answered, referred, in contact, ended; and how victims want to be told."""

from __future__ import annotations

import numpy as np

from answerable.records.kinds.support import (
    Answer,
    SupportContact,
    SupportEnded,
    SupportOffered,
    SupportReferred,
    WhyEnded,
)
from answerable.records.kinds.telling import ContactPreference
from answerable.synthetic.cases.chance import FAR, Numbers, whole
from answerable.synthetic.cases.happenings import Block
from answerable.synthetic.cases.lives.life import Life

SERVICES_FROM = 100
"""The service of a force has the force’s number and this."""
_ACCEPTED = list(Answer).index(Answer.ACCEPTED)
_FIRST_DAYS = 2


def add(life: Life) -> None:
    """Offers near the report, once more with the prosecutors, and what comes of the first."""
    victims, chance = life.victims, life.chance
    size = len(victims)
    in_time = chance.happens("support_offered_in_time", size)
    late = _FIRST_DAYS + 1 + whole(chance.days("support_offered_late", 1.0, size))
    after = np.where(in_time, chance.between(0, _FIRST_DAYS, size), late)
    reported = life.reported[victims.row]
    offered_on = chance.fitted(reported + after, reported, life.closed[victims.row])
    offered = chance.happens("support_offered", size)
    answer = chance.answer("support_answer", Answer, size)
    offers = _offers(life, np.flatnonzero(offered).astype(np.int32), offered_on, answer)
    _referrals(life, offers, np.flatnonzero(offered & (answer == _ACCEPTED)).astype(np.int32))
    with_cps = life.submitted[victims.row]
    again = chance.happens("support_offered_again", size) & (with_cps < FAR)
    _offers(life, np.flatnonzero(again).astype(np.int32), with_cps, answer)
    _preferences(life)


def _offers(life: Life, of: Numbers, on: Numbers, answer: Numbers) -> Block:
    victims = life.victims
    row = victims.row[of]
    return life.happened.add(
        SupportOffered,
        of,
        row,
        on[of],
        victim=victims.number[of],
        stage=life.stage(row, on[of]),
        service=life.force[row] + SERVICES_FROM,
        answer=answer[of],
    )


def _referrals(life: Life, offers: Block, accepted: Numbers) -> None:
    victims, chance = life.victims, life.chance
    of = accepted[chance.happens("support_referred", len(accepted))]
    place = offers.place_of(of)
    on = offers.on[place] + chance.between(0, 5, len(of))
    referrals = life.happened.add(
        SupportReferred,
        of,
        victims.row[of],
        on,
        names={"offer": (offers, place)},
        victim=victims.number[of],
        service=life.force[victims.row[of]] + SERVICES_FROM,
        has_consent=chance.happens("support_consent", len(of)),
    )
    reached = of[chance.happens("support_contacted", len(of))]
    first = _contacts(life, referrals, referrals, reached)
    again = reached[chance.happens("support_second_contact", len(reached))]
    _contacts(life, referrals, first, again)
    _endings(life, referrals, first)


def _contacts(life: Life, referrals: Block, after: Block, of: Numbers) -> Block:
    waits = 1 + whole(life.chance.days("support_contact_days", 1.0, len(of)))
    return life.happened.add(
        SupportContact,
        of,
        life.victims.row[of],
        after.on[after.place_of(of)] + waits,
        names={"referral": (referrals, referrals.place_of(of))},
        victim=life.victims.number[of],
    )


def _endings(life: Life, referrals: Block, contacts: Block) -> None:
    """Support ends after both contacts: four weeks are the least that one lasts."""
    chance = life.chance
    of = contacts.of[chance.happens("support_ended", len(contacts))]
    lasts = whole(chance.days("support_length", 0.8, len(of)))
    life.happened.add(
        SupportEnded,
        of,
        life.victims.row[of],
        contacts.on[contacts.place_of(of)] + _SHORTEST + lasts,
        names={"referral": (referrals, referrals.place_of(of))},
        victim=life.victims.number[of],
        why=chance.answer("support_ended_why", WhyEnded, len(of)),
    )


def _preferences(life: Life) -> None:
    victims, chance = life.victims, life.chance
    of = np.flatnonzero(chance.happens("preference_recorded", len(victims))).astype(np.int32)
    life.happened.add(
        ContactPreference,
        of,
        victims.row[of],
        life.reported[victims.row[of]] + chance.between(0, 7, len(of)),
        victim=victims.number[of],
        method=victims.preference[of],
    )


_SHORTEST = 28
