from __future__ import annotations

from datetime import UTC, date, datetime

from answerable.records.event import Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds.support import (
    Answer,
    SupportAcknowledged,
    SupportContact,
    SupportEnded,
    SupportOffered,
    SupportReferred,
    WhyEnded,
)
from answerable.records.stages import Stage
from answerable_site.support.rules import TripState, offers_by_stage, trips_in

OURS, OTHERS = 7, 8
AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
REFERRED = SupportReferred(on=date(2026, 5, 1), victim=1, service=OURS, has_consent=True)


def file(*events, case=1):
    return CaseFile(
        case,
        date(2026, 4, 28),
        tuple(
            Recorded(number=number, event=event, recorded_at=AT, side=Side.POLICE)
            for number, event in enumerate(events, start=1)
        ),
    )


def contact(day, referral=1):
    return SupportContact(on=date(2026, 5, day), victim=1, referral=referral)


def acknowledged(day, referral=1):
    return SupportAcknowledged(on=date(2026, 5, day), victim=1, referral=referral)


def ended(why, referral=1):
    return SupportEnded(on=date(2026, 5, 28), victim=1, referral=referral, why=why)


def trip(*events):
    [found] = trips_in(file(REFERRED, *events), OURS)
    return found


class TestATrip:
    def test_waits_until_the_first_contact(self):
        assert trip().state is TripState.WAITING
        assert trip().days_to_contact(on=date(2026, 5, 11)) == 10

    def test_is_acknowledged_before_anybody_is_in_touch(self):
        found = trip(acknowledged(4), acknowledged(3))
        assert (found.state, found.acknowledged_on) == (TripState.ACKNOWLEDGED, date(2026, 5, 3))
        assert found.days_to_contact(on=date(2026, 5, 11)) == 10

    def test_that_was_acknowledged_ends_like_any_other(self):
        found = trip(acknowledged(3), ended(WhyEnded.SERVICE_ENDED))
        assert found.state is TripState.NOT_TAKEN_UP
        assert trip(acknowledged(3), contact(6)).state is TripState.IN_TOUCH

    def test_is_in_touch_from_the_earliest_contact_on(self):
        found = trip(contact(9), contact(6))
        assert (found.state, found.contacted_on, found.contacts) == (
            TripState.IN_TOUCH,
            date(2026, 5, 6),
            2,
        )
        assert found.days_to_contact(on=date(2026, 6, 1)) == 5

    def test_ends_by_how_it_ended(self):
        assert trip(contact(6), ended(WhyEnded.NOT_NEEDED)).state is TripState.ENDED
        assert trip(ended(WhyEnded.NO_CONTACT)).state is TripState.NOT_REACHED
        assert trip(ended(WhyEnded.SERVICE_ENDED)).state is TripState.NOT_TAKEN_UP

    def test_is_one_of_the_service_asked_for(self):
        other = SupportReferred(on=date(2026, 5, 2), victim=1, service=OTHERS, has_consent=True)
        both = file(REFERRED, other, contact(6, referral=2))
        [ours] = trips_in(both, OURS)
        [theirs] = trips_in(both, OTHERS)
        assert (ours.contacts, theirs.contacts) == (0, 1)


class TestOffersByStage:
    def test_counts_answers_and_isvas_at_each_stage(self):
        def offer(stage, answer, service=None):
            return SupportOffered(
                on=date(2026, 5, 1), victim=1, stage=stage, service=service, answer=answer
            )

        found = {
            one.stage: one
            for one in offers_by_stage(
                [
                    file(
                        offer(Stage.BEFORE_ACCOUNT, Answer.ACCEPTED, OURS),
                        offer(Stage.BEFORE_ACCOUNT, Answer.DECLINED, OTHERS),
                    ),
                    file(offer(Stage.WITH_CPS, Answer.DECLINED), case=2),
                ],
                {OURS},
            )
        }
        assert list(found) == list(Stage)
        first = found[Stage.BEFORE_ACCOUNT]
        assert (first.offers, first.of_isvas) == (2, 1)
        assert first.by_answer[Answer.DECLINED] == 1
        assert found[Stage.WITH_CPS].offers == 1
        assert found[Stage.AT_TRIAL].offers == 0
