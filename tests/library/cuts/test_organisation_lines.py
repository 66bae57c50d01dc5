"""Organisations as JSON lines: read whole, or refused with the line that is wrong."""

from __future__ import annotations

from datetime import date

import pytest

from answerable.cuts.case_lines import UnusableLine
from answerable.cuts.organisation_lines import read_organisations
from answerable.cuts.organisations import InPost, OfOrganisations, PathwayReview
from answerable.records.codes.qualification import Qualification

POSTS = (
    b'{"what": "in_post", "force": 1, "month_end_on": "2026-02-28", "people": {"qualified": 12}}'
)
REVIEW = (
    b'{"what": "pathway_review", "grouping": "force", "organisation": 1, "held_on": "2026-01-09", '
    b'"next_due_on": "2026-07-09"}'
)


def test_lines_of_both_kinds_are_read_and_empty_ones_passed_over():
    assert read_organisations([POSTS, b"\n", REVIEW]) == OfOrganisations(
        [InPost(1, date(2026, 2, 28), {Qualification.QUALIFIED: 12})],
        [PathwayReview("force", 1, date(2026, 1, 9), date(2026, 7, 9))],
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"of somebody", "Line 2 says nothing of organisations"),
        (POSTS.replace(b"qualified", b"excellent"), "Invalid enum value 'excellent'"),
        (POSTS.replace(b"12", b"-1"), ">= 0"),
        (POSTS.replace(b'"force"', b'"name"'), "unknown field"),
        (REVIEW.replace(b'"force"', b'"unit"'), "Invalid enum value 'unit'"),
        (REVIEW.replace(b"pathway_review", b"party"), "Invalid value 'party'"),
        (POSTS, "Line 2: an earlier line says who of this force was in post on 2026-02-28"),
    ],
)
def test_a_line_that_is_wrong_is_named_with_what_is_wrong(line, words):
    with pytest.raises(UnusableLine, match=words):
        read_organisations([POSTS, line])
