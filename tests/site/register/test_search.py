"""Full-text search, the same on both databases."""

from __future__ import annotations

import pytest
from tests.site.register import making
from tests.site.register.making import AT

from answerable_site.fulltext import index
from answerable_site.register import operations, search
from answerable_site.register.models import Recommendation

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(officer, office):
    report = making.entered(officer, office, title="Custody in Wexmoor")
    return making.recommendation(
        officer, report, number="12b", text="Supervisors should review records monthly."
    )


def found(typed: str) -> list[Recommendation]:
    return list(search.matching(Recommendation.objects.all(), typed))


class TestMatching:
    @pytest.mark.parametrize(
        "typed",
        [
            "supervisors",
            "supervisor reviewing",
            "RECORD",
            "month",
            "named contact",
            "custody supervisors",
            "12b",
            "reco",
        ],
    )
    def test_finds_words_by_stem_or_beginning(self, made, typed):
        assert found(typed) == [made]

    @pytest.mark.parametrize("typed", ["interpreters", "supervisors interpreters", "upervisor"])
    def test_needs_every_word(self, made, typed):
        assert found(typed) == []

    @pytest.mark.parametrize("typed", ["", "   ", "!?*", "_", "\u200b"])
    def test_finds_nothing_without_a_word(self, made, typed):
        assert found(typed) == []

    @pytest.mark.parametrize(
        "typed",
        [
            'records" OR "x',
            "records AND",
            "NEAR(records)",
            "records*",
            "records' | 'x",
            "words:records",
            "records:*",
            "-records",
            "records & !review",
            "(records",
            "records\x00",
            "records % %s {}",
            "records " * 500,
        ],
    )
    def test_gives_no_sign_a_meaning(self, made, typed):
        found(typed)

    def test_follows_a_correction(self, officer, made):
        operations.correct_recommendation(
            by=officer,
            at=AT,
            recommendation=made,
            draft=making.draft(text="Interpreters should be booked early.", limbs=()),
            parent=None,
            reason="Another text.",
        )
        assert found("interpreters") == [made]
        assert found("supervisors") == []
        assert found("named contact") == []

    def test_follows_a_corrected_title(self, officer, office, made):
        operations.correct_inspection(
            by=officer,
            at=AT,
            inspection=made.inspection,
            facts=making.facts(title="Burglary in Wexmoor"),
            bodies=[office.body],
            reason="Wrong title.",
        )
        assert (found("burglary"), found("custody")) == ([made], [])

    def test_answers_alike_for_few_and_many(self, made, monkeypatch):
        monkeypatch.setattr(index, "FEW", 0)
        assert found("supervisors records") == [made]
