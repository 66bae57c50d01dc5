"""Support: offered within two working days, referred with consent, in touch without a gap."""

from __future__ import annotations

from datetime import date

import pytest
from tests.library.records.files_of_events import LIMITS, MONDAY, case_file, recorded, victim

from answerable.records.event import Side
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.first_response import AccountTaken, AccountType
from answerable.records.kinds.support import (
    Answer,
    SupportContact,
    SupportEnded,
    SupportOffered,
    SupportReferred,
    WhyEnded,
)
from answerable.records.rules.support import breaches, dues
from answerable.records.stages import Stage

LATER = date(2026, 12, 1)


def offer(
    day: int = 2, *, answer: Answer = Answer.ACCEPTED, of: int = 1, month: int = 3
) -> SupportOffered:
    on = date(2026, month, day)
    return SupportOffered(on=on, victim=of, stage=Stage.BEFORE_ACCOUNT, answer=answer)


def referral(on: date = MONDAY, *, of: int = 1, consent: bool = True, after: int | None = None):
    return SupportReferred(on=on, victim=of, service=7, offer=after, has_consent=consent)


def contact(on: date, *, after: int) -> SupportContact:
    return SupportContact(on=on, victim=1, referral=after)


def ended(on: date, *, after: int) -> SupportEnded:
    return SupportEnded(on=on, victim=1, referral=after, why=WhyEnded.NOT_NEEDED)


def asked(file, on=LATER):
    return [(one.rule.code, one.about.victim) for one in dues(file, LIMITS, on)]


def flagged(file, on=LATER):
    return [(one.rule.code, one.since, one.is_open) for one in breaches(file, LIMITS, on)]


class TestOffering:
    @pytest.mark.parametrize(
        ("reported_on", "last_day"),
        [
            (date(2026, 3, 2), date(2026, 3, 4)),
            (date(2026, 3, 6), date(2026, 3, 10)),
            (date(2026, 3, 7), date(2026, 3, 10)),
            (date(2026, 4, 2), date(2026, 4, 8)),
        ],
        ids=["Monday", "Friday", "Saturday", "Thursday before Easter"],
    )
    def test_is_due_two_working_days_after_the_report(self, reported_on, last_day):
        file = case_file(victim(on=reported_on), reported_on=reported_on)
        assert [one.due_on for one in dues(file, LIMITS, reported_on)] == [last_day]

    def test_is_no_longer_due_whatever_the_victim_answered(self):
        for answer in Answer:
            codes = [code for code, _ in asked(case_file(victim(), offer(answer=answer)))]
            assert "support_offered" not in codes

    @pytest.mark.parametrize(
        ("day", "expected"), [(4, []), (5, [("support_offered", date(2026, 3, 5), False)])]
    )
    def test_is_late_from_the_day_after(self, day, expected):
        assert flagged(case_file(victim(), offer(day, answer=Answer.DECLINED))) == expected

    def test_is_an_open_breach_while_nobody_offered(self):
        file = case_file(victim())
        assert flagged(file, date(2026, 3, 4)) == []
        assert flagged(file, date(2026, 3, 5)) == [("support_offered", date(2026, 3, 5), True)]

    def test_is_asked_for_each_victim(self):
        file = case_file(victim(), victim(2), offer(answer=Answer.DECLINED, of=2))
        assert asked(file) == [("support_offered", 1)]

    def test_starts_for_a_victim_found_later_on_that_day(self):
        (due,) = dues(case_file(victim(on=date(2026, 3, 9))), LIMITS, LATER)
        assert due.due_on == date(2026, 3, 11)

    def test_is_done_by_a_referral_without_an_offer(self):
        assert ("support_offered", 1) not in asked(case_file(victim(), referral()))


class TestOfferingAgain:
    ACCOUNT = AccountTaken(on=date(2026, 3, 20), victim=1, account_type=AccountType.VIDEO)
    DECLINED = offer(answer=Answer.DECLINED)

    def test_is_due_at_the_next_stage_without_a_limit(self):
        (due,) = dues(case_file(victim(), self.DECLINED, self.ACCOUNT), LIMITS, LATER)
        assert (due.rule.code, due.since, due.due_on) == (
            "support_offered_at_stage",
            self.ACCOUNT.on,
            None,
        )

    def test_is_done_by_an_offer_at_that_stage(self):
        again = SupportOffered(
            on=LATER, victim=1, stage=Stage.BEFORE_SUSPECT, answer=Answer.DECLINED
        )
        assert asked(case_file(victim(), self.DECLINED, self.ACCOUNT, again)) == []

    def test_is_not_due_while_the_first_offer_is(self):
        assert asked(case_file(victim(), self.ACCOUNT)) == [("support_offered", 1)]

    def test_is_not_due_while_they_have_support(self):
        file = case_file(victim(), offer(), referral(after=2), self.ACCOUNT)
        assert asked(file) == [("support_in_touch", 1)]

    def test_is_not_due_once_the_case_ended(self):
        end = Decision(on=LATER, maker=Maker.POLICE, made=What.NO_FURTHER_ACTION)
        assert asked(case_file(victim(), self.DECLINED, end)) == []


class TestReferring:
    def test_is_due_once_the_victim_accepts(self):
        (due,) = dues(case_file(victim(), offer(3)), LIMITS, LATER)
        assert (due.rule.code, due.about.event, due.due_on) == (
            "support_referred",
            2,
            date(2026, 3, 5),
        )

    @pytest.mark.parametrize("answer", [Answer.DECLINED, Answer.DEFERRED, Answer.NO_ANSWER])
    def test_is_not_due_on_another_answer(self, answer):
        assert asked(case_file(victim(), offer(answer=answer))) == []

    def test_is_due_once_however_often_they_accept(self):
        assert asked(case_file(victim(), offer(2), offer(3))) == [("support_referred", 1)]

    def test_is_not_due_again_while_they_have_support(self):
        file = case_file(victim(), offer(), referral(), offer(20))
        assert ("support_referred", 1) not in asked(file)

    def test_is_due_again_once_support_ended(self):
        file = case_file(
            victim(), offer(), referral(after=2), ended(date(2026, 3, 10), after=3), offer(20)
        )
        assert asked(file) == [("support_referred", 1)]

    def test_is_due_where_they_accept_on_the_day_on_which_support_ended(self):
        file = case_file(
            victim(), offer(), referral(after=2), ended(date(2026, 3, 20), after=3), offer(20)
        )
        assert asked(file) == [("support_referred", 1)]

    def test_is_no_longer_due_when_they_decline_after_all(self):
        file = case_file(victim(), offer(2), offer(3, answer=Answer.DECLINED))
        assert asked(file) == []
        assert flagged(file) == []

    def test_was_late_all_the_same_when_they_declined_late(self):
        file = case_file(victim(), offer(2), offer(9, answer=Answer.DECLINED))
        assert flagged(file) == [("support_referred", date(2026, 3, 5), False)]

    def test_without_consent_is_flagged_on_its_day(self):
        file = case_file(victim(), offer(), referral(consent=False), ended(MONDAY, after=3))
        assert flagged(file) == [("support_consent", MONDAY, False)]


class TestStayingInTouch:
    def test_is_due_28_days_after_the_referral_from_the_service(self):
        (due,) = dues(case_file(victim(), referral()), LIMITS, MONDAY)
        assert (due.side, due.due_on) == (Side.SUPPORT, date(2026, 3, 30))

    def test_counts_from_the_last_contact(self):
        file = case_file(victim(), referral(), contact(date(2026, 3, 20), after=2))
        (due,) = dues(file, LIMITS, MONDAY)
        assert due.due_on == date(2026, 4, 17)

    def test_flags_every_gap_apart(self):
        file = case_file(
            victim(),
            referral(),
            contact(date(2026, 3, 31), after=2),
            contact(date(2026, 4, 28), after=2),
            contact(date(2026, 6, 1), after=2),
            ended(date(2026, 6, 2), after=2),
        )
        found = list(breaches(file, LIMITS, LATER))
        assert [(one.since, one.about.event) for one in found] == [
            (date(2026, 3, 31), 2),
            (date(2026, 5, 27), 4),
        ]

    def test_ends_with_the_support(self):
        file = case_file(victim(), referral(), ended(date(2026, 3, 30), after=2))
        assert asked(file) == []
        assert flagged(file) == []

    def test_counts_no_gap_after_the_end(self):
        file = case_file(
            victim(),
            referral(),
            ended(date(2026, 3, 10), after=2),
            contact(date(2026, 5, 1), after=2),
        )
        assert flagged(file) == []

    def test_follows_a_referral_that_was_put_right(self):
        file = case_file(
            victim(),
            referral(),
            recorded(3, referral(date(2026, 3, 3)), replaces=2),
            contact(date(2026, 3, 9), after=2),
        )
        (due,) = dues(file, LIMITS, MONDAY)
        assert due.since == date(2026, 3, 9)
