"""A pack says what is public of what victims told on what a meeting is about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.conf import settings
from tests import factories_scrutiny
from tests.factories_scrutiny import FROZEN_ON, moment

from answerable.writing.canonical import canonical_bytes
from answerable_site.publication import operations as press
from answerable_site.publication.rules import FeedbackFacts, FeedbackFinding
from answerable_site.scrutiny import queries
from answerable_site.scrutiny.rules import PackFacts, pack_of, public_part
from answerable_site.scrutiny.rules.public import Proceedings

pytestmark = pytest.mark.django_db
AT = moment(FROZEN_ON)
WORDS = "Many did not know whom they could ask."


@pytest.fixture
def about():
    found = factories_scrutiny.scrutinised()
    factories_scrutiny.with_agenda(found)
    return found


def handed_over(about):
    finding = FeedbackFinding(
        words=WORDS,
        quotes=(),
        recommendation="Recommendation 1",
        recommendation_id=about.followed.recommendations[0].pk,
        changes=(),
        nothing_yet="It is looked into.",
    )
    facts = FeedbackFacts(
        as_of=FROZEN_ON,
        title="How decisions are told",
        stage="After a decision",
        asked_from=FROZEN_ON,
        asked_until=FROZEN_ON,
        heard=(),
        findings=(finding, replace(finding, recommendation_id=None)),
        answers=(),
        bias=(),
        method=(),
    )
    return press.prepare_feedback(
        by=about.viewer("officer", FROZEN_ON),
        at=AT,
        body=about.followed.office.body,
        facts=facts,
        before=None,
    )


def released(about):
    by = about.viewer("publisher", FROZEN_ON)
    return press.release_feedback(by=by, at=AT, feedback=handed_over(about))


def facts(about) -> PackFacts:
    return queries.facts_of(about.viewer("officer", FROZEN_ON), about.meeting, on=FROZEN_ON)


class TestHeard:
    def test_is_what_was_released_on_the_recommendation(self, about):
        feedback = released(about)
        (one,) = facts(about).items[0].commitment.heard
        assert one.words == WORDS
        assert one.address == f"{settings.PUBLIC_ADDRESS}{feedback.path}"

    def test_is_nothing_before_the_release_and_after_a_withdrawal(self, about):
        feedback = handed_over(about)
        assert facts(about).items[0].commitment.heard == ()
        by = about.viewer("publisher", FROZEN_ON)
        press.release_feedback(by=by, at=AT, feedback=feedback)
        press.withdraw_feedback(by=by, at=AT, feedback=feedback, reason="A slip")
        assert facts(about).items[0].commitment.heard == ()

    def test_stands_in_the_pack_and_not_in_its_public_part(self, about):
        released(about)
        found = PackFacts.from_json(facts(about).as_json())
        items = frozenset(item.item_id for item in found.items)
        public = public_part(found, Proceedings(held=False), public_items=items, on=FROZEN_ON)
        assert WORDS in canonical_bytes(pack_of(found)).decode()
        assert WORDS not in canonical_bytes(public).decode()
