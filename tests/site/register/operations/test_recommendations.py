from __future__ import annotations

from datetime import date

import pytest
from tests import factories
from tests.site.register import making
from tests.site.register.making import AT

from answerable_site.people.access import Refused
from answerable_site.register import operations
from answerable_site.register.rules import (
    Addressed,
    AddresseeStatus,
    DraftLimb,
    RecommendationLinkKind,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(officer, office):
    return making.recommendation(officer, making.entered(officer, office))


def correct(officer, made, **changes):
    return operations.correct_recommendation(
        by=officer,
        at=AT,
        recommendation=made,
        draft=making.draft(**changes),
        parent=None,
        reason="A slip.",
    )


class TestAddRecommendation:
    def test_keeps_the_reason_and_leaves_one_entry(self, made):
        assert made.entry_reason == "It stands in a picture."
        assert making.acts() == ["register.enter_inspection", "register.add_recommendation"]

    def test_stands_behind_what_is_on_its_page(self, officer, inspection):
        operations.accept_all_without_doubts(by=officer, at=AT, inspection=inspection)
        by_hand = operations.add_recommendation(
            by=officer,
            at=AT,
            inspection=inspection,
            draft=making.draft(number="7"),
            page=1,
            reason="Missed.",
        )
        assert list(inspection.recommendations.all())[-1] == by_hand


class TestCorrectRecommendation:
    def test_keeps_what_stood_before(self, officer, made):
        assert correct(officer, made, number="1a") == ["Number"]
        change = made.corrections.get().changes[0]
        assert (change["before"], change["after"]) == ("1", "1a")
        assert making.acts()[-1] == "register.correct_recommendation"

    def test_keeps_the_rows_of_parts_that_stay(self, officer, made):
        kept = made.addressees.get()
        limb = made.limbs.first()
        correct(
            officer,
            made,
            limbs=(DraftLimb("Another text.", addressees=(Addressed("the CPS", "cps"),)),),
        )
        assert made.addressees.get(limb=None) == kept
        assert made.limbs.get() == limb
        assert limb.addressees.get().name == "the CPS"

    def test_refuses_to_lose_an_addressee_of_whom_something_is_known(self, officer, made):
        operations.record_statement(
            by=officer,
            at=AT,
            addressee=made.addressees.get(),
            status=AddresseeStatus.ACCEPTED,
            known_on=AT.date(),
            note="Said so in a letter.",
        )
        with pytest.raises(operations.AddresseeHasStatements):
            correct(officer, made, addressees=())

    def test_records_nothing_where_nothing_changes(self, officer, made):
        assert correct(officer, made) == []
        assert not made.corrections.exists()


class TestSetWorkingDeadline:
    def test_is_appended_and_the_latest_counts(self, officer, made):
        for on in (date(2026, 9, 1), date(2026, 12, 1)):
            operations.set_working_deadline(
                by=officer, at=AT, recommendation=made, on=on, reason="One cycle."
            )
        made.refresh_from_db()
        assert made.working_deadlines.count() == 2
        assert (made.due_on, made.expected_on) == (None, date(2026, 12, 1))
        assert making.acts().count("register.set_working_deadline") == 2


class TestRecordStatement:
    def test_is_appended_with_one_entry(self, officer, made):
        operations.record_statement(
            by=officer,
            at=AT,
            addressee=made.addressees.get(),
            status=AddresseeStatus.DECLINED,
            known_on=AT.date(),
            note="Said so.",
        )
        assert made.addressees.get().statements.get().status == "declined"
        assert making.acts()[-1] == "register.record_statement"


class TestLinkRecommendations:
    def test_is_recorded_once_and_never_to_itself(self, officer, made):
        earlier = making.recommendation(officer, made.inspection, number="2")
        for _ in range(2):
            if made.links_from.exists():
                with pytest.raises(operations.AlreadyLinked):
                    self.link(officer, made, earlier)
            else:
                self.link(officer, made, earlier)
        with pytest.raises(operations.AlreadyLinked):
            self.link(officer, made, made)
        assert making.acts().count("register.link_recommendations") == 1

    def link(self, officer, made, earlier):
        operations.link_recommendations(
            by=officer,
            at=AT,
            recommendation=made,
            earlier=earlier,
            kind=RecommendationLinkKind.REPEATS,
            reason="Same words.",
        )


class TestChooseThemes:
    def choose(self, viewer, body, made, *names):
        operations.choose_themes(by=viewer, at=AT, body=body, recommendation=made, names=names)

    def test_makes_new_themes_and_drops_those_not_named(self, officer, office, made):
        self.choose(officer, office.body, made, "Custody", "Training")
        self.choose(officer, office.body, made, "Training")
        assert [theme.name for theme in made.themes.all()] == ["Training"]
        assert making.acts().count("register.choose_themes") == 2

    def test_is_refused_to_an_office_that_the_report_does_not_concern(self, made):
        other = factories.office("Lindrick")
        with pytest.raises(Refused):
            self.choose(factories.viewer(other.officer), other.body, made, "Custody")
