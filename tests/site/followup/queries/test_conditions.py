"""What the database selects is what the pure rules say of each row."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import factories_followup

from answerable_site.followup import queries, rules
from answerable_site.followup.models import Action, Commitment, Escalation
from answerable_site.followup.queries.conditions import stands, stands_late
from answerable_site.followup.queries.lines import Line, Lines

pytestmark = pytest.mark.django_db
ON = date(2026, 6, 1)
NEAR = st.none() | st.integers(-2, 2).map(lambda days: ON + timedelta(days=days))
RARELY = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
COMMITMENTS = st.fixed_dictionaries(
    {
        "original_on": NEAR,
        "done_on": NEAR,
        "closed_on": NEAR,
        "check_due_on": NEAR,
        "review_due_on": NEAR,
        "update_due_on": NEAR,
        "evidence_on": st.none()
        | st.sampled_from([date(2025, 5, 31), date(2025, 6, 1), date(2026, 3, 1)]),
        "revisions": st.integers(0, 4),
        "own_view": st.sampled_from(["", *rules.OwnView]),
        "assurance": st.sampled_from(["", *rules.AssuranceKind]),
    }
)
ACTIONS = st.fixed_dictionaries(
    {"original_on": NEAR, "done_on": NEAR, "state": st.sampled_from(rules.ActionState)}
)


@pytest.fixture
def followed():
    return factories_followup.followed_up()


def possible(facts: dict) -> dict:
    """The same, as the constraints of the database allow it."""
    if facts["done_on"] is None:
        facts = facts | {"closed_on": None}
    return facts


def escalate(followed, what):
    """Let the commitment, or an action that serves it, go up."""
    action = Action.objects.first() or factories_followup.action(followed)
    Escalation.objects.create(
        commitment=None if what == "action" else followed.commitment,
        action=action if what == "action" else None,
        organisation=followed.office.force,
        trigger=rules.Trigger.OVERDUE,
        position=0,
        title="Superintendent",
        told=followed.liaison,
        on=ON,
        raised_at=factories_followup.AT,
        settled_at=factories_followup.AT if what == "settled" else None,
    )


class TestCommitments:
    @RARELY
    @given(facts=COMMITMENTS)
    def test_are_selected_by_timeliness_as_the_rule_has_it(self, followed, facts):
        Commitment.objects.update(**possible(facts))
        one = Commitment.objects.get()
        selected = {
            kind
            for kind in rules.Timeliness
            if Commitment.objects.filter(stands(kind, on=ON, needs_proof=True)).exists()
        }
        kind = rules.timeliness(one.dates, on=ON)
        assert selected == {kind}
        late = Commitment.objects.filter(stands_late(on=ON, needs_proof=True))
        assert late.exists() == kind.is_late

    @RARELY
    @given(
        facts=COMMITMENTS,
        owner=st.sampled_from(["owner", "officer", None]),
        escalated=st.sampled_from(["commitment", "action", "settled", ""]),
    )
    def test_are_selected_as_exceptions_as_the_rule_has_them(
        self, followed, facts, owner, escalated
    ):
        # An officer of the body owns a commitment of the force: nobody of the force does.
        people = {"owner": followed.owner, "officer": followed.office.officer, None: None}
        Commitment.objects.update(**possible(facts), owner=people[owner])
        Escalation.objects.all().delete()
        if escalated:
            escalate(followed, escalated)
        found = queries.Exceptions(followed.viewer("officer"), on=ON)
        selected = {why for why, count in found.counts().items() if count}
        (told,) = found.reasons(Lines(Commitment.objects.all(), Line)[:1])
        assert selected == set(told.whys)
        assert bool(selected) == bool(found.lines(None).count())


class TestActions:
    @RARELY
    @given(facts=ACTIONS)
    def test_are_selected_by_timeliness_as_the_rule_has_it(self, followed, facts):
        action = Action.objects.first() or factories_followup.action(followed)
        is_done = facts["state"] is rules.ActionState.DONE
        facts = facts | {"done_on": (facts["done_on"] or ON) if is_done else None}
        Action.objects.filter(pk=action.pk).update(**facts)
        action.refresh_from_db()
        selected = {
            kind
            for kind in rules.Timeliness
            if Action.objects.filter(stands(kind, on=ON, needs_proof=False)).exists()
        }
        assert selected == {rules.timeliness(action.dates, on=ON)}
