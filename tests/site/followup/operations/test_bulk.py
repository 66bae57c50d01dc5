"""One change for many commitments: shown first, made together."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from tests import factories_followup
from tests.factories_followup import AT, DUE, TODAY

from answerable_site.audit.models import AuditEntry
from answerable_site.followup import operations, queries
from answerable_site.followup.models import Action, Commitment, Ownership, Review, TargetDate
from answerable_site.followup.operations import (
    NewOwner,
    NewTarget,
    NotAsShown,
    NothingSaid,
    PlannedReview,
    Trial,
)
from answerable_site.followup.rules import Target, Whose

pytestmark = pytest.mark.django_db
LATER = date(2027, 3, 1)
WHY = "The trainer fell ill"


@pytest.fixture
def followed():
    found = factories_followup.followed_up()
    factories_followup.promised(
        found.office, found.recommendations[1], found.office.body, summary="Publish the figures"
    )
    return found


def trial(followed, change, role="liaison", at: datetime = AT):
    viewer = followed.viewer(role)
    keys = list(Commitment.objects.values_list("pk", flat=True))
    chosen = queries.commitments_to_change(viewer, keys)
    return Trial(change, chosen, by=viewer, at=at, on=TODAY)


def make(followed, tried, shown=None, note=WHY, role="liaison"):
    return operations.change_many(
        by=followed.viewer(role),
        at=AT,
        trial=tried,
        note=note,
        shown=shown or tried.preview().digest,
    )


NEW_DATE = NewTarget(Target(LATER, Whose.INTERNAL, WHY))


class TestPreview:
    def test_shows_each_before_and_after_and_what_is_refused(self, followed):
        first, second = trial(followed, NEW_DATE).preview().tried
        assert (first.before, first.after, first.refusal) == (str(DUE), str(LATER), "")
        assert second.before == second.after == str(DUE)
        assert second.refusal.startswith("Only the owner, or those who manage")

    def test_changes_nothing(self, followed):
        entries = AuditEntry.objects.count()
        trial(followed, NEW_DATE).preview()
        assert set(Commitment.objects.values_list("target_on", flat=True)) == {DUE}
        assert TargetDate.objects.count() == 2
        assert AuditEntry.objects.count() == entries


class TestChangeMany:
    def test_makes_what_can_be_made_with_one_entry(self, followed):
        entries = AuditEntry.objects.count()
        made = make(followed, trial(followed, NEW_DATE))
        assert [one.refusal == "" for one in made.tried] == [True, False]
        assert sorted(Commitment.objects.values_list("target_on", "revisions")) == [
            (DUE, 0),
            (LATER, 1),
        ]
        assert AuditEntry.objects.count() == entries + 1
        assert AuditEntry.objects.latest("sequence").act == "followup.change_many"

    def test_leaves_every_original_date_and_keeps_the_reason(self, followed):
        make(followed, trial(followed, NEW_DATE))
        assert set(Commitment.objects.values_list("original_on", flat=True)) == {DUE}
        assert TargetDate.objects.get(number=1).reason == WHY

    def test_gives_another_owner_where_they_work(self, followed):
        make(
            followed,
            trial(followed, NewOwner(followed.owner, WHY), role="officer"),
            role="officer",
        )
        forces, own = Commitment.objects.order_by("pk")
        assert (forces.owner, own.owner) == (followed.owner, None)
        assert Ownership.objects.get().reason == WHY

    def test_plans_a_review(self, followed):
        make(followed, trial(followed, PlannedReview(LATER, WHY)))
        review = Review.objects.get()
        assert (review.due_on, review.note) == (LATER, WHY)
        assert Commitment.objects.filter(review_due_on=LATER).count() == 1

    def test_moves_the_dates_of_actions_with_one_entry(self, followed):
        actions = [factories_followup.action(followed, name) for name in ("Brief", "Print")]
        entries = AuditEntry.objects.count()
        liaison = followed.viewer("liaison")
        chosen = queries.actions_to_change(liaison, [one.pk for one in actions])
        make(followed, Trial(NEW_DATE, chosen, by=liaison, at=AT, on=TODAY))
        dates = {(one.original_on, one.target_on) for one in Action.objects.all()}
        assert dates == {(DUE, LATER)}
        (entry,) = AuditEntry.objects.filter(sequence__gt=entries)
        assert (entry.act, entry.subject) == ("followup.change_many", "followup.actions")

    def test_does_nothing_that_was_not_shown(self, followed):
        shown = trial(followed, NEW_DATE).preview().digest
        operations.set_target(
            by=followed.viewer("officer"),
            at=AT,
            thing=followed.commitment,
            target=Target(date(2026, 12, 1), Whose.INTERNAL, "Meanwhile"),
        )
        with pytest.raises(NotAsShown):
            make(followed, trial(followed, NEW_DATE), shown)
        assert TargetDate.objects.filter(on=LATER).count() == 0

    def test_wants_a_note(self, followed):
        with pytest.raises(NothingSaid):
            make(followed, trial(followed, NEW_DATE), note=" ")
