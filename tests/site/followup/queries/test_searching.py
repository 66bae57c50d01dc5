"""Words in what was promised and in what actions are called, the same on both databases."""

from __future__ import annotations

import pytest
from tests import factories_followup

from answerable_site.followup.models import Action, Commitment
from answerable_site.followup.queries import searching
from answerable_site.fulltext import index

TITLE = "Brief every supervisor about the evidence"


@pytest.fixture
def action(followed):
    made = factories_followup.action(followed, title=TITLE)
    Action.objects.filter(pk=made.pk).update(reference="FM-12/3")
    return made


def called(typed: str) -> list[Action]:
    return list(searching.called(Action.objects.all(), typed))


def promised(typed: str) -> list[Commitment]:
    return list(Commitment.objects.filter(searching.promised_in(typed)))


class TestCalled:
    @pytest.mark.parametrize(
        "typed",
        ["supervisor", "SUPERVISORS", "briefing supervisors", "evid", "FM-12/3", "fm 12 super"],
    )
    def test_finds_words_by_stem_or_beginning_in_title_and_reference(self, action, typed):
        assert called(typed) == [action]

    @pytest.mark.parametrize("typed", ["interpreter", "supervisor interpreter", "upervisor", "!?"])
    def test_needs_every_word_and_at_least_one(self, action, typed):
        assert called(typed) == []

    @pytest.mark.parametrize("typed", ['a" OR "b', "a' | 'b", "words:*", "a\x00", "a % %s {}"])
    def test_gives_no_sign_a_meaning(self, action, typed):
        assert called(typed) == []

    def test_finds_the_same_where_much_is_found(self, action, monkeypatch):
        monkeypatch.setattr(index, "FEW", 0)
        assert called("supervisors") == [action]
        assert called("interpreter") == []

    def test_follows_a_title_that_changes(self, action):
        Action.objects.filter(pk=action.pk).update(title="Book interpreters early")
        assert called("supervisor") == []
        assert called("interpreter") == [action]

    def test_follows_actions_that_are_made_together_and_that_go(self, action):
        row = {"organisation": action.organisation, "created_by": action.created_by}
        made = Action.objects.bulk_create(
            Action(title=f"Interpreters {number}", created_at=action.created_at, **row)
            for number in range(2)
        )
        assert called("interpreters") == made
        Action.objects.filter(pk=made[0].pk).delete()
        assert called("interpreters") == made[1:]


class TestPromisedIn:
    @pytest.mark.parametrize("typed", ["withdrawals", "reason writing", "withdr"])
    def test_finds_words_of_the_summary(self, followed, typed):
        assert promised(typed) == [followed.commitment]

    def test_finds_a_reference(self, followed):
        Commitment.objects.filter(pk=followed.commitment.pk).update(reference="OPCC/7b")
        assert promised("opcc 7b") == [followed.commitment]

    @pytest.mark.parametrize("typed", ["interpreter", "", "!?"])
    def test_finds_nothing_without_the_words_or_without_a_word(self, followed, typed):
        assert promised(typed) == []
