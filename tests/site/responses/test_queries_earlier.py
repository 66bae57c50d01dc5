from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests import factories
from tests import factories_responses as cases

from answerable_site.register import operations as register
from answerable_site.register.rules import RecommendationLinkKind
from answerable_site.responses import operations, queries
from answerable_site.responses.models import Exclusion
from answerable_site.responses.rules.facts import ExplanationKind
from answerable_site.responses.rules.words import ExcludedPart

REPEATS, SAME, SUPERSEDES = (
    RecommendationLinkKind.REPEATS,
    RecommendationLinkKind.SAME_FINDING,
    RecommendationLinkKind.SUPERSEDES,
)


def report(office, title: str, on: date) -> cases.Case:
    made = cases.inspection(office, title, published_on=on)
    return cases.Case(office, made, [cases.finding(made, f"Label bags, says {title}.", "1")])


def link(later: cases.Case, earlier: cases.Case, kind=REPEATS) -> None:
    register.link_recommendations(
        by=later.viewer("officer"),
        at=cases.AT,
        recommendation=later.recommendations[0],
        earlier=earlier.recommendations[0],
        kind=kind,
        reason="The same words.",
    )


def explain(case: cases.Case, text: str, version: int = 0, at=cases.LATER):
    return operations.explain_finding(
        by=case.viewer("officer"),
        at=at,
        finding_id=case.recommendations[0].pk,
        kind=ExplanationKind.ACTION_TAKEN,
        text=text,
        version=version,
        **case.about,
    )


def earlier(case: cases.Case):
    viewer, body = case.viewer("officer"), case.office.body
    return queries.earlier_answers(viewer, body, case.recommendations[0].pk)


@pytest.fixture
def office(db):
    return factories.office("Wexmoor")


@pytest.fixture
def new(office):
    return report(office, "Newest", date(2026, 4, 1))


@pytest.fixture
def old(office):
    return report(office, "Old", date(2025, 4, 1))


@pytest.fixture
def oldest(office):
    return report(office, "Oldest", date(2024, 4, 1))


class TestEarlierAnswers:
    def test_are_none_without_a_link(self, new, old):
        explain(old, "We label.")
        assert earlier(new) == ()

    def test_follow_a_chain_the_latest_first(self, new, old, oldest):
        link(new, old)
        link(old, oldest, SUPERSEDES)
        found = [(one.recommendation.inspection.title, one.steps) for one in earlier(new)]
        assert found == [("Old", 1), ("Oldest", 2)]

    def test_lead_back_in_time_alone(self, new, old):
        link(new, old)
        assert earlier(old) == ()

    def test_see_the_same_finding_from_either_side(self, new, old):
        link(new, old, SAME)
        assert [one.relation for one in earlier(old)] == [SAME]
        assert [one.relation for one in earlier(new)] == [SAME]

    def test_end_in_a_circle(self, new, old):
        link(new, old, SAME)
        link(new, old, REPEATS)
        assert len(earlier(new)) == 1

    def test_hold_the_latest_draft_while_nothing_is_published(self, new, old):
        link(new, old)
        explain(old, "First.")
        explain(old, "Second.", version=1)
        (one,) = earlier(new)
        assert (one.explanation.text, one.published) == ("Second.", None)

    def test_hold_no_explanation_where_none_was_given(self, new, old):
        link(new, old)
        (one,) = earlier(new)
        assert (one.response, one.explanation) == (None, None)

    def test_hold_what_was_published_and_not_what_was_drafted_since(self, new, old):
        link(new, old)
        published = cases.published(old)
        published.withdrawn_at, published.withdrawn_by = cases.LATER, old.office.publisher
        published.withdrawn_because = "Wrong."
        published.save()
        explain(old, "Drafted since.", version=1, at=datetime(2026, 6, 1, 9, tzinfo=UTC))
        (one,) = earlier(new)
        assert one.explanation.text == "Answer number 0."
        assert one.published == published

    def test_say_when_a_passage_was_left_out(self, new, old):
        link(new, old)
        cases.published(old)
        (one,) = earlier(new)
        assert not one.left_out
        Exclusion.objects.create(
            response=one.response,
            part=ExcludedPart.EXPLANATION,
            recommendation=old.recommendations[0],
            passage="number",
            reason="Safety.",
            public_reason="Safety",
            decided_at=cases.AT,
            decided_by=old.office.holder,
            decided_as="Holder",
        )
        (one,) = earlier(new)
        assert one.left_out

    def test_never_lead_through_a_report_of_another_body(self, new, old):
        theirs = report(factories.office("Thornley"), "Theirs", date(2025, 9, 1))
        explain(theirs, "Not for others.")
        link(new, theirs)
        link(theirs, old)
        assert earlier(new) == ()

    def test_are_of_the_body_alone_where_a_report_concerns_several(self, new, old):
        other = factories.office("Thornley")
        old.inspection.bodies_concerned.add(other.body)
        link(new, old)
        explain(cases.Case(other, old.inspection, old.recommendations), "Theirs.")
        (one,) = earlier(new)
        assert one.explanation is None

    def test_ask_as_often_for_many_as_for_one(self, new, old, django_assert_num_queries):
        link(new, old)
        explain(old, "Once.")
        with django_assert_num_queries(QUERIES):
            earlier(new)
        for number in range(3):
            another = report(new.office, f"Another {number}", date(2025, 5, 1))
            link(new, another)
            explain(another, "Again.")
        with django_assert_num_queries(QUERIES):
            earlier(new)


QUERIES = 9
