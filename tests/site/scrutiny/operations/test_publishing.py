"""What goes to the press, and what never does."""

from __future__ import annotations

import json

import pytest
from tests import factories_followup, factories_scrutiny
from tests.factories_scrutiny import AFTER, FROZEN_ON, ON, moment

from answerable_site.followup import operations as followup
from answerable_site.followup.rules import RiskRating
from answerable_site.people.access import Refused
from answerable_site.scrutiny import operations
from answerable_site.scrutiny.rules import DecisionKind, NothingPublic, Openness, OutOfOrder

pytestmark = pytest.mark.django_db
SECRETS = (
    "Zanzibar evidence",
    "Zanzibar risk",
    "Zanzibar item",
    "Zanzibar question",
    "Zanzibar answer",
    "Zanzibar decision",
    "Zanzibar minutes",
    "Wexmoor Owner",
)


@pytest.fixture
def about():
    """A meeting with something to hide in every part."""
    made = factories_scrutiny.scrutinised()
    followed, officer = made.followed, made.viewer("officer")
    factories_followup.owned(followed)
    followup.add_evidence(
        by=followed.viewer("liaison"),
        at=moment(FROZEN_ON),
        today=FROZEN_ON,
        commitment=followed.commitment,
        evidence=followup.NewEvidence(
            factories_followup.EvidenceKind.LINK,
            "Zanzibar evidence",
            on=FROZEN_ON,
            address="https://example.org/audit",
        ),
    )
    followup.add_risk(
        by=followed.viewer("liaison"),
        at=moment(FROZEN_ON),
        commitment=followed.commitment,
        words="Zanzibar risk",
        rating=RiskRating.HIGH,
        mitigation="",
    )
    hidden = operations.add_item(
        by=officer,
        at=moment(FROZEN_ON),
        meeting=made.meeting,
        title="Zanzibar item",
        why="",
        is_public=False,
    )
    factories_scrutiny.with_agenda(made)
    factories_scrutiny.held(made)
    for words, item, is_public in (
        ("When is it done?", made.meeting.items.get(commitment__isnull=False), True),
        ("Zanzibar question", made.meeting.items.get(commitment__isnull=False), False),
        ("Zanzibar question", hidden, True),
    ):
        question = operations.ask(
            by=officer,
            at=moment(ON),
            meeting=made.meeting,
            words=words,
            asked_by="The Commissioner",
            put_to=followed.office.force,
            item=item,
            is_public=is_public,
        )
        operations.answer(
            by=officer,
            at=moment(ON),
            on=ON,
            question=question,
            words="In December." if words.startswith("When") else "Zanzibar answer",
            answered_by="The Chief Constable",
            in_writing=False,
        )
    operations.decide(
        by=officer,
        at=moment(ON),
        meeting=made.meeting,
        decided=operations.Decided(
            DecisionKind.DECISION, "Zanzibar decision", item=hidden, is_public=True
        ),
    )
    minutes = operations.write_minutes(
        by=officer,
        at=moment(ON),
        meeting=made.meeting,
        words="The force will report.",
        private_words="Zanzibar minutes",
    )
    operations.agree_minutes(by=made.viewer("clerk"), at=moment(AFTER), minutes=minutes)
    return made


class TestHandOver:
    def test_hands_down_what_is_public(self, about):
        edition = factories_scrutiny.handed_over(about)
        for said in ("When is it done?", "In December.", "The force will report.", "Late by 13"):
            assert said in edition.html

    def test_hands_down_nothing_else(self, about):
        edition = factories_scrutiny.handed_over(about)
        everything = f"{edition.html}{json.dumps(edition.document)}"
        assert [secret for secret in SECRETS if secret in everything] == []

    def test_says_that_parts_are_not_public(self, about):
        edition = factories_scrutiny.handed_over(about)
        assert "Parts of this meeting are not public." in edition.html

    def test_keeps_the_address_for_a_later_edition(self, about):
        first, second = (factories_scrutiny.handed_over(about) for _ in range(2))
        assert first.meeting == second.meeting
        assert (first.number, second.number) == (1, 2)

    def test_waits_for_the_freeze(self):
        planned = factories_scrutiny.scrutinised("Aldermere")
        with pytest.raises(OutOfOrder):
            factories_scrutiny.handed_over(planned)

    def test_is_refused_of_a_closed_meeting(self):
        closed = factories_scrutiny.scrutinised("Aldermere", Openness.CLOSED)
        factories_scrutiny.frozen(closed)
        with pytest.raises(NothingPublic):
            factories_scrutiny.handed_over(closed)

    def test_is_refused_to_a_publisher(self, about):
        with pytest.raises(Refused):
            operations.hand_over(
                by=about.viewer("publisher"), at=moment(AFTER), today=AFTER, meeting=about.meeting
            )
