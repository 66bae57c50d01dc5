from __future__ import annotations

import pytest
from tests import factories_responses as cases

from answerable_site.publication import operations as press
from answerable_site.responses import operations, queries
from answerable_site.responses.models import Preparation


def write(case, *texts: str) -> None:
    for version, text in enumerate(texts):
        operations.write_own_comments(
            by=case.viewer("officer"), at=cases.LATER, text=text, version=version, **case.about
        )


def pair(case, kind: str, before: int, after: int):
    return queries.pair_of(case.inspection.responses.first(), kind, before, after)


class TestPairOf:
    def test_is_two_versions_of_one_text(self, case):
        write(case, "One.", "Two.")
        found = pair(case, "own_comments", 1, 2)
        assert (found.before.text, found.after.text) == ("One.", "Two.")

    @pytest.mark.parametrize(
        ("kind", "before", "after"),
        [
            ("own_comments", 1, 3),
            ("own_comments", 0, 1),
            ("reply", 1, 2),
            ("explanation", 1, 2),
            ("explanation-", 1, 2),
            ("explanation-x", 1, 2),
            ("own_comments-1", 1, 2),
            ("secrets", 1, 2),
            ("prepared", 1, 2),
            ("published", 1, 2),
        ],
    )
    def test_is_none_where_one_of_them_is_not_there(self, case, kind, before, after):
        write(case, "One.", "Two.")
        assert pair(case, kind, before, after) is None

    def test_is_none_without_a_response(self, case):
        assert pair(case, "own_comments", 1, 2) is None

    def test_is_none_for_versions_of_another_response(self, case):
        other = cases.Case(case.office, cases.inspection(case.office, "Another"), [])
        write(other, "One.", "Two.")
        cases.invited(case)
        assert pair(case, "own_comments", 1, 2) is None

    def test_is_two_documents_that_were_prepared(self, case):
        cases.complete(case)
        cases.prepare(case)
        operations.write_own_comments(
            by=case.viewer("officer"), at=cases.LATER, text="Otherwise.", version=1, **case.about
        )
        cases.prepare(case)
        first, second = Preparation.objects.order_by("pk")
        before, after = pair(case, "prepared", first.pk, second.pk).documents
        assert before.blocks != after.blocks

    def test_is_two_versions_that_were_published(self, case):
        first = cases.published(case)
        press.withdraw_response(
            by=case.viewer("publisher"), at=cases.LATER, response=first, reason="Wrong."
        )
        operations.write_own_comments(
            by=case.viewer("officer"), at=cases.LATER, text="Otherwise.", version=1, **case.about
        )
        cases.prepare(case)
        cases.sign(case)
        second = cases.publish(case)
        found = pair(case, "published", 1, 2)
        assert (found.before, found.after) == (first, second)

    def test_is_none_for_a_document_of_another_response(self, case):
        other = cases.complete(cases.case("Thornley"))
        theirs = cases.prepare(other)
        cases.complete(case)
        ours = cases.prepare(case)
        assert pair(case, "prepared", ours.pk, theirs.pk) is None

    def test_finds_the_explanations_of_one_finding(self, case):
        cases.complete(case)
        first, second, _ = case.recommendations
        assert pair(case, f"explanation-{first.pk}", 1, 1).after.recommendation == first
        assert pair(case, f"explanation-{second.pk}", 1, 1).after.recommendation == second
