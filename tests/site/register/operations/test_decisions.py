from __future__ import annotations

from dataclasses import replace

import pytest
from tests import factories
from tests.site.register import making
from tests.site.register.making import AT

from answerable_site.people.access import Refused
from answerable_site.register import operations, queries
from answerable_site.register.models import Recommendation
from answerable_site.register.rules import Draft, joined_drafts

pytestmark = pytest.mark.django_db


@pytest.fixture
def candidates(officer, inspection):
    return list(queries.candidates_of(officer, inspection))


def accept(officer, inspection, candidate, **changes):
    return operations.accept_candidate(
        by=officer,
        at=AT,
        inspection=inspection,
        candidate=candidate,
        draft=replace(Draft.from_proposal(candidate.proposal), **changes),
    )


def verdicts(officer, inspection):
    return [one.verdict for one in queries.candidates_of(officer, inspection)]


class TestAcceptCandidate:
    def test_keeps_words_place_and_parts(self, officer, inspection, candidates):
        made = accept(officer, inspection, candidates[2])
        assert (made.number, made.page, made.start) == ("3", 1, candidates[2].start)
        assert [limb.text for limb in made.limbs.all()] == [
            "A named contact in every force.",
            "A review of each refused case.",
        ]
        assert {one.kind for one in made.addressees.filter(limb=None)} == {"forces", "cps"}

    def test_resolves_a_relative_deadline_from_the_publication(
        self, officer, inspection, candidates
    ):
        made = accept(officer, inspection, candidates[3])
        assert (made.deadline, made.due_on.isoformat()) == ("within 9 months", "2022-04-16")

    def test_invents_no_date_for_at_once(self, officer, inspection, candidates):
        made = accept(officer, inspection, candidates[0])
        assert (made.deadline, made.due_on, made.expected_on) == ("immediately", None, None)

    def test_says_whether_the_words_were_edited(self, officer, inspection, candidates):
        from answerable_site.audit.models import AuditEntry

        accept(officer, inspection, candidates[0])
        accept(officer, inspection, candidates[1], text="Other words.")
        entries = AuditEntry.objects.filter(act="register.accept_candidate")
        assert [entry.details["edited"] for entry in entries] == [False, True]

    def test_is_refused_a_second_time(self, officer, inspection, candidates):
        accept(officer, inspection, candidates[0])
        with pytest.raises(operations.CandidateAlreadyDecided):
            accept(officer, inspection, candidates[0])

    def test_keeps_the_printed_order_whatever_the_order_of_decisions(
        self, officer, inspection, candidates
    ):
        for candidate in reversed(candidates):
            accept(officer, inspection, candidate)
        assert [one.number for one in queries.lines_of(inspection)] == ["1", "2", "3", "6"]

    def test_is_refused_for_a_candidate_of_another_document(
        self, officer, office, inspection, candidates
    ):
        other = making.entered(officer, office)
        with pytest.raises(operations.CandidateOfAnotherDocument):
            accept(officer, other, candidates[0])

    @pytest.mark.parametrize("role", ["holder", "publisher", "chief"])
    def test_is_refused_to_others(self, office, inspection, candidates, role):
        with pytest.raises(Refused):
            accept(factories.viewer(getattr(office, role)), inspection, candidates[0])


class TestSplitCandidate:
    def test_makes_several_in_order(self, officer, inspection, candidates):
        whole = Draft.from_proposal(candidates[2].proposal)
        operations.split_candidate(
            by=officer,
            at=AT,
            inspection=inspection,
            candidate=candidates[2],
            drafts=[replace(whole, number="3a"), replace(whole, number="3b")],
        )
        assert [one.number for one in queries.lines_of(inspection)] == ["3a", "3b"]
        assert making.acts()[-1] == "register.split_candidate"


class TestMergeCandidates:
    def merge(self, officer, inspection, candidates):
        return operations.merge_candidates(
            by=officer,
            at=AT,
            inspection=inspection,
            candidates=candidates,
            draft=joined_drafts([Draft.from_proposal(one.proposal) for one in candidates]),
        )

    def test_makes_one_and_decides_on_all(self, officer, inspection, candidates):
        self.merge(officer, inspection, candidates[:2])
        assert verdicts(officer, inspection) == ["merged", "merged", None, None]
        assert Recommendation.objects.count() == 1
        assert making.acts()[-1] == "register.merge_candidates"

    def test_is_undone_for_all_of_them(self, officer, inspection, candidates):
        self.merge(officer, inspection, candidates[:2])
        operations.reopen_candidate(
            by=officer, at=AT, inspection=inspection, candidate=candidates[1], reason="Two things."
        )
        assert verdicts(officer, inspection) == ["reopened", "reopened", None, None]
        assert Recommendation.objects.count() == 0


class TestRejectCandidate:
    def test_makes_nothing_and_keeps_the_reason(self, officer, inspection, candidates):
        operations.reject_candidate(
            by=officer,
            at=AT,
            inspection=inspection,
            candidate=candidates[0],
            reason="A heading.",
        )
        assert candidates[0].decisions.get().reason == "A heading."
        assert Recommendation.objects.count() == 0
        assert making.acts()[-1] == "register.reject_candidate"


class TestReopenCandidate:
    def test_withdraws_what_was_made_and_lets_one_decide_anew(
        self, officer, inspection, candidates
    ):
        first = accept(officer, inspection, candidates[0])
        operations.reopen_candidate(
            by=officer, at=AT, inspection=inspection, candidate=candidates[0], reason="Wrong words."
        )
        second = accept(officer, inspection, candidates[0], text="Right words.")
        assert list(inspection.recommendations.all()) == [second]
        assert Recommendation.with_withdrawn.get(pk=first.pk).withdrawn_at == AT
        assert making.acts()[-2:] == ["register.reopen_candidate", "register.accept_candidate"]

    def test_is_refused_while_nothing_is_decided(self, officer, inspection, candidates):
        with pytest.raises(operations.CandidateNotDecided):
            operations.reopen_candidate(
                by=officer, at=AT, inspection=inspection, candidate=candidates[0], reason="So."
            )


class TestAcceptAllWithoutDoubts:
    def test_leaves_those_with_doubts(self, officer, inspection, candidates):
        doubted = candidates[1]
        doubted.proposal["doubts"] = ["Its end is not clear."]
        doubted.save()
        made = operations.accept_all_without_doubts(by=officer, at=AT, inspection=inspection)
        assert [one.number for one in made] == ["1", "3", "6"]
        assert making.acts()[-1] == "register.accept_all_without_doubts"

    def test_is_refused_when_none_is_left(self, officer, inspection):
        operations.accept_all_without_doubts(by=officer, at=AT, inspection=inspection)
        with pytest.raises(operations.NothingToDecide):
            operations.accept_all_without_doubts(by=officer, at=AT, inspection=inspection)


class TestFamilies:
    def test_recommendations_find_their_cause_of_concern_in_either_order(
        self, officer, inspection, candidates
    ):
        cause, before, after, _ = candidates
        for child in (before, after):
            child.parent = cause
            child.save()
        first = accept(officer, inspection, before)
        made = accept(officer, inspection, cause, kind=making.CAUSE)
        second = accept(officer, inspection, after)
        first.refresh_from_db()
        assert (first.parent, second.parent) == (made, made)
