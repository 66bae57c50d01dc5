"""Questions, answers, decisions that reach follow-up, minutes agreed by another."""

from __future__ import annotations

from datetime import date

import pytest
from tests import factories_scrutiny
from tests.factories_scrutiny import AFTER, ON, moment

from answerable_site.audit.models import AuditEntry
from answerable_site.followup.models import Action
from answerable_site.followup.operations import OwnerRefused
from answerable_site.followup.rules import DateRefused
from answerable_site.people.access import Refused
from answerable_site.scrutiny import operations, queries
from answerable_site.scrutiny.models import Decision, Minutes
from answerable_site.scrutiny.operations import Decided
from answerable_site.scrutiny.rules import (
    DecisionKind,
    MeetingState,
    OutOfOrder,
    PackFacts,
)

pytestmark = pytest.mark.django_db
NEW_DATE = date(2026, 12, 31)


@pytest.fixture
def about():
    made = factories_scrutiny.scrutinised()
    factories_scrutiny.frozen(made)
    return made


def ask(about, **chosen):
    given = {
        "words": "Why is this late?",
        "asked_by": "The Commissioner",
        "put_to": about.followed.office.force,
        "item": about.meeting.items.get(),
        "answer_due_on": date(2026, 11, 3),
    } | chosen
    return operations.ask(by=about.viewer("officer"), at=moment(ON), meeting=about.meeting, **given)


def answer(about, question, role):
    return operations.answer(
        by=about.viewer(role),
        at=moment(AFTER),
        on=AFTER,
        question=question,
        words="The supplier withdrew.",
        answered_by="The Deputy Chief Constable",
        in_writing=True,
    )


def decide(about, kind, **chosen):
    given = {"words": "The force reports in December.", "item": about.meeting.items.get()}
    decided = Decided(kind=kind, **(given | chosen))
    return operations.decide(
        by=about.viewer("officer"), at=moment(ON), meeting=about.meeting, decided=decided
    )


class TestAnswer:
    @pytest.mark.parametrize("role", ["officer", "liaison", "chief"])
    def test_is_given_by_those_who_were_asked_and_by_the_office(self, about, role):
        assert answer(about, ask(about), role).in_writing

    def test_is_refused_to_the_force_where_another_was_asked(self, about):
        with pytest.raises(Refused):
            answer(about, ask(about, put_to=about.followed.cps), "liaison")

    def test_is_refused_to_those_who_only_read(self, about):
        with pytest.raises(Refused):
            answer(about, ask(about), "holder")


class TestQuestionsDueFrom:
    def due_from(self, about, role):
        return list(queries.questions_due_from(about.viewer(role)))

    def test_are_those_of_ones_own_organisation(self, about):
        question = ask(about)
        assert self.due_from(about, "liaison") == [question]
        assert self.due_from(about, "officer") == []

    def test_end_with_the_answer(self, about):
        answer(about, ask(about), "officer")
        assert self.due_from(about, "liaison") == []

    def test_begin_with_a_day_that_was_promised(self, about):
        ask(about, answer_due_on=None)
        assert self.due_from(about, "liaison") == []


class TestAsk:
    def test_waits_for_the_freeze(self):
        planned = factories_scrutiny.scrutinised("Aldermere")
        with pytest.raises(OutOfOrder):
            operations.ask(
                by=planned.viewer("officer"),
                at=moment(ON),
                meeting=planned.meeting,
                words="Why?",
                asked_by="The Commissioner",
                put_to=planned.followed.office.force,
            )

    def test_is_told_at_the_next_meeting_with_what_became_of_it(self, about):
        question = ask(about)
        answer(about, question, "liaison")
        factories_scrutiny.held(about)
        later = factories_scrutiny.scrutinised(
            on=date(2027, 1, 19), title="Winter conference", followed=about.followed
        )
        facts = PackFacts.from_json(factories_scrutiny.frozen(later).facts)
        (told,) = facts.items[0].commitment.earlier
        assert told.said == "The Commissioner asked: Why is this late?"
        assert told.became == "The Deputy Chief Constable: The supplier withdrew."

    def test_without_an_answer_is_told_with_the_day_it_was_due(self, about):
        ask(about)
        later = factories_scrutiny.scrutinised(
            on=date(2027, 1, 19), title="Winter conference", followed=about.followed
        )
        facts = PackFacts.from_json(factories_scrutiny.frozen(later).facts)
        (told,) = facts.items[0].commitment.earlier
        assert told.became == "Not answered. An answer in writing was due by 3 November 2026."


class TestDecide:
    def test_waits_until_the_meeting_is_held(self, about):
        with pytest.raises(OutOfOrder):
            decide(about, DecisionKind.DECISION)

    def test_gives_follow_up_an_action(self, about):
        factories_scrutiny.held(about)
        made = decide(about, DecisionKind.ACTION, title="Report by letter", due_on=NEW_DATE)
        action = Action.objects.get()
        assert made.action == action
        assert list(action.commitments.all()) == [about.followed.commitment]
        assert (action.title, action.original_on) == ("Report by letter", NEW_DATE)

    def test_names_the_owner_of_an_action_where_one_is_known(self, about):
        factories_scrutiny.held(about)
        owner = about.followed.owner
        decide(about, DecisionKind.ACTION, title="Report by letter", owner=owner)
        assert Action.objects.get().owner == owner

    def test_names_no_owner_of_another_organisation(self, about):
        factories_scrutiny.held(about)
        with pytest.raises(OwnerRefused):
            decide(about, DecisionKind.ACTION, title="Report", owner=about.followed.cps_owner)

    def test_moves_a_date_and_keeps_the_original(self, about):
        factories_scrutiny.held(about)
        decide(about, DecisionKind.NEW_DATE, due_on=NEW_DATE)
        commitment = about.followed.commitment
        commitment.refresh_from_db()
        assert (commitment.original_on, commitment.target_on) == (date(2026, 9, 30), NEW_DATE)
        assert commitment.targets.last().reason == (
            "Autumn conference, 2026-10-20: The force reports in December."
        )

    def test_leaves_one_entry_beside_that_of_follow_up(self, about):
        factories_scrutiny.held(about)
        before = AuditEntry.objects.count()
        decide(about, DecisionKind.NEW_DATE, due_on=NEW_DATE)
        acts = list(AuditEntry.objects.order_by("sequence").values_list("act", flat=True))
        assert acts[before:] == ["followup.set_target", "scrutiny.decide"]

    def test_keeps_nothing_where_follow_up_refuses(self, about):
        factories_scrutiny.held(about)
        with pytest.raises(DateRefused):
            decide(about, DecisionKind.NEW_DATE, due_on=date(2026, 9, 30))
        assert not Decision.objects.exists()

    def test_needs_the_commitment_that_an_action_is_about(self, about):
        factories_scrutiny.held(about)
        with pytest.raises(operations.ItemMissing):
            decide(about, DecisionKind.ACTION, title="Report by letter", item=None)


class TestHoldMeeting:
    def test_waits_for_the_day(self, about):
        with pytest.raises(OutOfOrder):
            operations.hold_meeting(
                by=about.viewer("officer"),
                at=moment(date(2026, 10, 19)),
                today=date(2026, 10, 19),
                meeting=about.meeting,
            )


class TestMinutes:
    def write(self, about, words="All agreed."):
        return operations.write_minutes(
            by=about.viewer("officer"),
            at=moment(ON),
            meeting=about.meeting,
            words=words,
            private_words="A person was named.",
        )

    def agree(self, about, minutes, role):
        operations.agree_minutes(by=about.viewer(role), at=moment(AFTER), minutes=minutes)

    @pytest.mark.parametrize("role", ["clerk", "holder"])
    def test_are_agreed_by_somebody_else(self, about, role):
        factories_scrutiny.held(about)
        self.agree(about, self.write(about), role)
        assert about.now().state == MeetingState.AGREED

    def test_are_not_agreed_by_their_writer(self, about):
        factories_scrutiny.held(about)
        with pytest.raises(Refused):
            self.agree(about, self.write(about), "officer")

    def test_are_agreed_in_their_latest_version_alone(self, about):
        factories_scrutiny.held(about)
        first, _ = self.write(about), self.write(about, "Nothing was agreed.")
        with pytest.raises(OutOfOrder):
            self.agree(about, first, "clerk")

    def test_are_not_written_again_once_agreed(self, about):
        factories_scrutiny.held(about)
        self.agree(about, self.write(about), "clerk")
        with pytest.raises(OutOfOrder):
            self.write(about)
        assert Minutes.objects.count() == 1
